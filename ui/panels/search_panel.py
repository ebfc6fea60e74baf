"""Search in the library: a query box and ranked hits with their text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from reader.model.document import DocumentFacts
from reader.model.search import Answer
from ui.models.hits_model import HitsModel
from ui.panels.card_delegates import HitDelegate
from ui.theme import icon

SEARCH_AFTER = 300
"""Milliseconds without typing after which a search begins by itself."""


class SearchPanel(QWidget):
    """Asks by `asked`; the window answers with `show_answer`.

    Signals:
        asked: the text of a query; "" clears.
        moreWanted: the list was scrolled to its end and there are more hits.
        chosen: a `Hit` to go to.
    """

    asked = Signal(str)
    moreWanted = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchPanel")
        self.model = HitsModel(self)
        self._total = 0
        self._asked = ""
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SEARCH_AFTER)
        self._wait.timeout.connect(self._ask)
        self.query.textChanged.connect(self._wait.start)
        self.query.returnPressed.connect(self._on_return)

    def _build(self) -> None:
        self.query = QLineEdit(self)
        self.query.setObjectName("searchQuery")
        self.query.setAccessibleName(self.tr("检索全库"))
        self.query.setPlaceholderText(self.tr("检索全库：词语、“原文”、文号…"))
        self.query.setClearButtonEnabled(True)
        self._search_icon = self.query.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.status = QLabel(self)
        self.status.setObjectName("searchStatus")
        self.status.setProperty("muted", True)
        self.status.setWordWrap(True)
        self.list = QListView(self)
        self.list.setObjectName("searchHits")
        self.list.setAccessibleName(self.tr("检索结果"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.empty = QLabel(self)
        self.empty.setObjectName("searchEmpty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setProperty("muted", True)
        self.empty.setMargin(20)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self.query)
        layout.addWidget(self.status)
        layout.addWidget(self.stack, 1)
        self.clear()

    def clear(self) -> None:
        """Show how to search."""
        self.model.show((), {})
        self._total = 0
        self.status.clear()
        self.status.hide()
        self.empty.setText(
            self.tr(
                "几个词：都要出现\n“城市更新”：原样出现\n长政办发〔2022〕42号：按文号找\n"
                "年:2021..2023　机关:财政局\n标签:…　批注:…"
            )
        )
        self.stack.setCurrentWidget(self.empty)

    def focus_query(self, text: str = "") -> None:
        """Let the user type a query; `text` replaces the one there."""
        if text:
            self.query.setText(text)
            self._ask()
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.selectAll()

    def show_searching(self) -> None:
        """Say that the answer is under way."""
        self.status.setText(self.tr("正在检索…"))
        self.status.show()

    def show_answer(self, answer: Answer, documents: Mapping[str, DocumentFacts], more: bool) -> None:
        """Show the hits of an answer.

        Args:
            more: these are the next page of the answer shown.
        """
        self._total = answer.total
        if more:
            self.model.append(answer.hits, documents)
        else:
            self.model.show(answer.hits, documents)
            self.list.scrollToTop()
        self.status.setText(self.tr("{total} 篇命中（{ms:.0f} 毫秒）").format(total=answer.total, ms=answer.took_ms))
        self.status.show()
        self.stack.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        if not self.model.rowCount():
            lines = [self.tr("没有找到。换一个说法，或者去掉一个词试试。")]
            if answer.suggestions:
                lines.append(self.tr("您是不是要找：{words}").format(words="、".join(answer.suggestions)))
            self.empty.setText("\n\n".join(lines))

    def show_error(self, sentence: str) -> None:
        """Say why there is no answer."""
        self.model.show((), {})
        self.status.hide()
        self.empty.setText(sentence)
        self.stack.setCurrentWidget(self.empty)

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self._search_icon.setIcon(icon("search"))

    def _ask(self) -> None:
        self._wait.stop()
        text = self.query.text().strip()
        if text == self._asked:
            return
        self._asked = text
        if not text:
            self.clear()
        self.asked.emit(text)

    def _on_return(self) -> None:
        if self.query.text().strip() != self._asked:
            self._ask()
        elif self.model.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))
            self._on_chosen(self.model.index(0))

    def _on_chosen(self, index: QModelIndex) -> None:
        hit = self.model.hit(index)
        if hit is not None:
            self.chosen.emit(hit)

    def _on_scroll(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - self.list.height() and 0 < self.model.rowCount() < self._total:
            self.moreWanted.emit()
