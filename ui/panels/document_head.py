"""The slim head above the text: title, number, issuer, date, and the issue the document stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.model.document import DocumentFacts, IssueFacts
from ui import locales
from ui.panels.clamped_label import ClampedLabel
from ui.panels.validity_button import ValidityButton

NARROW = 480
"""Pixels of width that title and facts want for themselves; with less the buttons stand below them."""

LONGEST_SOURCE = 18
"""Code points of another source's name that the button shows."""

Edition = tuple[DocumentFacts, IssueFacts]


class DocumentHead(QWidget):
    """Title and facts, a line each, two where they need them; what does not fit is elided and told by the tip. At the
    right, in a narrow pane below, what there is to know besides: validity, corrections, doubts, and the other sources
    of the same document.

    Signals:
        doubtsWanted: the number of doubts was clicked.
        correctionsWanted: the mark of a corrected document was clicked.
        editionWanted: id of the same document in another source, to read it.
        comparisonWanted: id of the same document in another source, to compare it with this one.
        validityPlaceWanted: words that say something of validity: id of the document they stand in, start and end.
    """

    doubtsWanted = Signal()
    correctionsWanted = Signal()
    editionWanted = Signal(str)
    comparisonWanted = Signal(str)
    validityPlaceWanted = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentHead")
        self._shown: tuple[DocumentFacts, IssueFacts, tuple[Edition, ...]] | None = None
        self._doubts = 0
        self.title = ClampedLabel(2, "documentTitle", self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.facts = ClampedLabel(2, "documentFacts", self)
        self.facts.setProperty("muted", True)
        self.validity = ValidityButton(self)
        self.validity.placeWanted.connect(self.validityPlaceWanted)
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
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        self._buttons = (self.validity, self.corrected, self.doubts, self.editions)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(16, 7, 8, 7)
        self._layout.setSpacing(2)
        self._layout.addLayout(lines, 1)
        self._layout.addLayout(buttons)
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
        self.validity.forget()
        self.show_doubts(0)
        self._tell(document, issue, others)

    def _tell(self, document: DocumentFacts, issue: IssueFacts, others: Sequence[Edition]) -> None:
        parts = [
            document.number.printed.strip() if document.number else self.tr("无文号"),
            document.issuer,
            locales.day(document.date),
            self.source(document, issue),
        ]
        self.corrected.setVisible(document.corrected)
        self._show_editions(others)
        self.title.set_parts((document.title,))
        self.facts.set_parts(parts)
        self.setToolTip("\n".join([document.title, *(part for part in parts if part)]))

    def set_active(self, active: bool) -> None:
        """Write the title less strongly where the other side of a split view has the focus."""
        if self.title.property("muted") != (not active):
            self.title.setProperty("muted", not active)
            self.title.update()

    def show_doubts(self, count: int) -> None:
        """Show how many doubts there are about the document."""
        self._doubts = count
        self.doubts.setText(self.tr("？ 疑点 {count}").format(count=count))
        self.doubts.setVisible(count > 0)

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
            self._tell(*self._shown)
            self.show_doubts(self._doubts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A button that appears may need room of its own."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Where the buttons leave too little room beside them they stand below."""
        shown = [button for button in self._buttons if button.isVisibleTo(self)]
        beside = self.width() - sum(button.sizeHint().width() for button in shown) >= NARROW
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != way:
            self._layout.setDirection(way)
