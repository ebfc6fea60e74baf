"""The slim head above the text: title, number, issuer, date, and the issue the document stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.model.document import DocumentFacts, IssueFacts
from ui import locales

SEPARATOR = "　·　"

LONGEST_SOURCE = 18
"""Code points of another source's name that the button shows."""

Edition = tuple[DocumentFacts, IssueFacts]


class DocumentHead(QWidget):
    """Two lines; what does not fit is elided and told by the tip. At the right what there is to know besides: doubts,
    corrections, and the other sources of the same document.

    Signals:
        doubtsWanted: the number of doubts was clicked.
        correctionsWanted: the mark of a corrected document was clicked.
        editionWanted: id of the same document in another source, to read it.
        comparisonWanted: id of the same document in another source, to compare it with this one.
    """

    doubtsWanted = Signal()
    correctionsWanted = Signal()
    editionWanted = Signal(str)
    comparisonWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentHead")
        self._title_text = ""
        self._facts_text = ""
        self._shown: tuple[DocumentFacts, IssueFacts, tuple[Edition, ...]] | None = None
        self._doubts = 0
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
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.installEventFilter(self)
        self.doubts = self._button("headDoubts", self.tr("识别没有把握的地方；点开对照原文"))
        self.doubts.clicked.connect(self.doubtsWanted)
        self.corrected = self._button("headCorrected", self.tr("这篇公文经人工更正；点开查看或撤回"))
        self.corrected.setText(self.tr("✎ 已更正"))
        self.corrected.clicked.connect(self.correctionsWanted)
        self.editions = self._button("headEditions", self.tr("同一篇公文在库中的其他来源"))
        self.editions.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.editions.setMenu(QMenu(self.editions))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.facts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 8, 7)
        layout.setSpacing(2)
        layout.addLayout(lines, 1)
        for button in (self.corrected, self.doubts, self.editions):
            layout.addWidget(button)
        self.show_doubts(0)

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        return button

    def show_facts(self, document: DocumentFacts, issue: IssueFacts, others: Sequence[Edition] = ()) -> None:
        """Show a document's facts. `others`: the same document in other files of the library."""
        self._shown = (document, issue, tuple(others))
        self._title_text = document.title
        parts = [
            document.number.printed.strip() if document.number else self.tr("无文号"),
            document.issuer,
            locales.day(document.date),
            self.source(document, issue),
        ]
        self.corrected.setVisible(document.corrected)
        self.show_doubts(0)
        self._show_editions(others)
        self._facts_text = SEPARATOR.join(part for part in parts if part)
        self.setToolTip("\n".join([self._title_text, *(part for part in parts if part)]))
        self._elide()

    def set_active(self, active: bool) -> None:
        """Write the title less strongly where the other side of a split view has the focus."""
        if self.title.property("muted") != (not active):
            self.title.setProperty("muted", not active)
            self.title.style().unpolish(self.title)
            self.title.style().polish(self.title)

    def show_doubts(self, count: int) -> None:
        """Show how many doubts there are about the document."""
        self._doubts = count
        self.doubts.setText(self.tr("？ 疑点 {count}").format(count=count))
        self.doubts.setVisible(count > 0)
        self._elide()

    def _show_editions(self, others: Sequence[Edition]) -> None:
        menu = self.editions.menu()
        menu.clear()
        for document, issue in others:
            menu.addAction(
                self.tr("打开：{source}").format(source=self.source(document, issue)),
                lambda which=document.id: self.editionWanted.emit(which),
            )
        menu.addSeparator()
        for document, issue in others:
            menu.addAction(
                self.tr("比较本文与：{source}").format(source=self.source(document, issue)),
                lambda which=document.id: self.comparisonWanted.emit(which),
            )
        first = self.source(*others[0]) if len(others) == 1 else ""
        shown = first if len(first) <= LONGEST_SOURCE else first[: LONGEST_SOURCE - 1] + "…"
        count = self.tr("{count} 个来源").format(count=len(others))
        self.editions.setText(self.tr("另见 {source} ▾").format(source=shown or count))
        self.editions.setVisible(bool(others))

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            doubts = self._doubts
            self.show_facts(*self._shown)
            self.show_doubts(doubts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The buttons beside the labels come and go: the labels' own width tells what fits.
        if event.type() == QEvent.Type.Resize:
            self._elide()
        return super().eventFilter(watched, event)

    def _elide(self) -> None:
        for label, text in ((self.title, self._title_text), (self.facts, self._facts_text)):
            width = max(label.width(), 80)
            label.setText(QFontMetrics(label.font()).elidedText(text, Qt.TextElideMode.ElideRight, width))
