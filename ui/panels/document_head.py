"""The slim head above the text: title, number, issuer, date, and the issue the document stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.model.document import DocumentFacts, IssueFacts

SEPARATOR = "　·　"


class DocumentHead(QWidget):
    """Two lines; what does not fit is elided and told by the tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentHead")
        self._title_text = ""
        self._facts_text = ""
        self.title = QLabel(self)
        self.title.setObjectName("documentTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.facts = QLabel(self)
        self.facts.setObjectName("documentFacts")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setProperty("muted", True)
        for label in (self.title, self.facts):
            label.setMinimumWidth(80)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 7, 16, 7)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.facts)

    def show_facts(self, document: DocumentFacts, issue: IssueFacts, editions: int) -> None:
        """Show a document's facts. `editions`: how many files of the library hold it."""
        self._title_text = document.title
        parts = [
            document.number.printed.strip() if document.number else self.tr("无文号"),
            document.issuer,
            document.date or "",
            self.source(document, issue),
        ]
        if editions > 1:
            parts.append(self.tr("本库有 {count} 个来源").format(count=editions))
        self._facts_text = SEPARATOR.join(part for part in parts if part)
        self.setToolTip("\n".join([self._title_text, *(part for part in parts if part)]))
        self._elide()

    def source(self, document: DocumentFacts, issue: IssueFacts) -> str:
        """Where the document was printed: 《…公报》2022年第5期 第12页; the file's name where that is no issue."""
        if issue.publisher is None or issue.year is None:
            return issue.source_name
        text = self.tr("《{title}》{year}年").format(title=issue.title, year=issue.year)
        if issue.number is not None:
            text += self.tr("第{number}期").format(number=issue.number)
        if document.page is not None:
            text += self.tr(" 第{page}页").format(page=document.page)
        return text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        for label, text in ((self.title, self._title_text), (self.facts, self._facts_text)):
            width = max(self.width() - 32, 80)
            label.setText(QFontMetrics(label.font()).elidedText(text, Qt.TextElideMode.ElideRight, width))
