"""Search in the library: a query box, what the answer can be narrowed by, and ranked hits with their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, QUrl, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.search import Answer, Filters, Hit, SearchQuery
from ui import locales
from ui.models.hits_model import HitsModel
from ui.models.narrowing import chosen, narrowed
from ui.panels.exact_offer import ExactOffer
from ui.panels.facets import Chips, Facets, encoded
from ui.panels.hit_delegate import HitDelegate
from ui.panels.query_box import QueryBox
from ui.theme import current, icon

SEARCH_AFTER = 300
"""Milliseconds without typing after which a search begins by itself."""

SAY_AFTER = 250
"""Milliseconds after which a search that goes on says so: a quick one would only flicker."""


class SearchPanel(QWidget):
    """Asks by `asked`; the window answers with `show_answer`, `show_stopped` or `show_error`.

    Signals:
        asked: a `SearchQuery`; one without text clears.
        moreWanted: the list was scrolled to its end and there are more hits.
        chosen: a `Hit` to go to.
        entered: a `Hit` that Enter or a double click means.
        menuRequested: an empty menu to fill, and the `Hit` it is for, before it is shown.
        stopWanted: leave off searching.
        exportWanted: the format (`reader.exporting.hit_list.FORMATS`) in which to write the hits to a file.
        left: Esc, with nothing typed and nothing under way.
        settled: the user did something with an answer: its query is worth remembering.
    """

    asked = Signal(object)
    moreWanted = Signal()
    chosen = Signal(object)
    entered = Signal(object)
    menuRequested = Signal(object, object)
    stopWanted = Signal()
    exportWanted = Signal(str)
    left = Signal()
    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchPanel")
        self.model = HitsModel(self)
        self._filters = Filters()
        self._total = 0
        self._asked = SearchQuery("")
        self._searching = False
        self._typing = True
        self._habit = False
        self._build()
        self._lay_out()
        self._wait = self._timer(SEARCH_AFTER, self._ask)
        self._slow = self._timer(SAY_AFTER, self._say_searching)
        self._connect()
        self.clear()

    @property
    def current_query(self) -> SearchQuery:
        """What is typed, narrowed and switched now."""
        return SearchQuery(self.query.text().strip(), filters=self._filters, strict=self.strict.isChecked())

    @property
    def total(self) -> int:
        """How many hits the answer has, also those not in the list yet."""
        return self._total

    def _build(self) -> None:
        self.query = QueryBox(self)
        self.strict = QCheckBox(self.tr("严格"), self)
        self.strict.setObjectName("searchStrict")
        self.strict.setToolTip(self.tr("区分全角半角、大小写、繁简、括号引号的样式和空白"))
        self.status = QLabel(self)
        self.status.setObjectName("searchStatus")
        self.status.setProperty("muted", True)
        self.stop = self._button("searchStop", "close", self.tr("停止检索（Esc）"))
        self.stop.hide()
        self.export = self._button("searchExport", "export", self.tr("把命中列表存成文件"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(self._export_menu())
        self.chips = Chips(self)
        self.facets = Facets(self)
        self.exact = ExactOffer(self)
        self.list = QListView(self)
        self.list.setObjectName("searchHits")
        self.list.setAccessibleName(self.tr("检索结果"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = QLabel(self)
        self.empty.setObjectName("searchEmpty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.RichText)
        self.empty.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.empty.setProperty("muted", True)
        self.empty.setMargin(20)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.status, 1)
        row.addWidget(self.stop)
        row.addWidget(self.strict)
        row.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self.query)
        layout.addLayout(row)
        layout.addWidget(self.chips)
        layout.addWidget(self.facets)
        layout.addWidget(self.exact)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.query.textChanged.connect(self._on_typed)
        self.query.returnPressed.connect(self._on_return)
        self.query.stopped.connect(self._on_escape)
        self.query.listWanted.connect(self._to_list)
        self.query.historyChosen.connect(self.search_for)
        self.strict.toggled.connect(lambda _: self._ask())
        self.stop.clicked.connect(self.stopWanted)
        self.facets.chosen.connect(self._narrow)
        self.exact.wanted.connect(self.search_for)
        self.chips.removed.connect(lambda field: self._narrow(field, ""))
        self.list.clicked.connect(lambda index: self._tell(index, self.chosen))
        self.list.activated.connect(lambda index: self._tell(index, self.entered))
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.empty.linkActivated.connect(self._on_link)

    def _button(self, name: str, picture: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("picture", picture)
        button.setIcon(icon(picture))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, form in ((self.tr("Excel 表格…"), "xlsx"), (self.tr("CSV…"), "csv"), (self.tr("Markdown…"), "md")):
            menu.addAction(text, lambda form=form: self.exportWanted.emit(form))
        return menu

    def _timer(self, after: int, slot: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after)
        timer.timeout.connect(slot)
        return timer

    # What the window does

    def clear(self) -> None:
        """Show how to search."""
        self._end()
        self._filters = Filters()
        self._show_hits((), ())
        self._total = 0
        self.status.clear()
        self.chips.show_filters(self._filters)
        self.facets.show_counts({}, self._filters)
        self._show_text(
            self.tr(
                "几个词：都要出现\n“城市更新”：原样出现\n长政办发〔2022〕42号：按文号找\n"
                "年:2021..2023　机关:财政局\n标签:…　批注:…"
            )
        )

    def focus_query(self, text: str = "") -> None:
        """Let the user type a query; `text` replaces the one there."""
        if text:
            self.search_for(text)
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.selectAll()

    def search_for(self, text: str) -> None:
        """Ask for a text at once."""
        self.query.setText(text)
        self._ask()

    def show_query(self, query: SearchQuery) -> None:
        """Ask a kept query again, with all it was narrowed by."""
        self._filters = query.filters
        self.strict.blockSignals(True)
        self.strict.setChecked(query.strict)
        self.strict.blockSignals(False)
        self.search_for(query.text)

    def set_habits(self, *, strict: bool, typing: bool) -> None:
        """How searches are: `strict` to begin with, and begun by `typing` or by Enter alone."""
        self._typing = typing
        if strict != self._habit:
            self._habit = strict
            self.strict.setChecked(strict)

    def show_searching(self) -> None:
        """The answer is under way: say so unless it comes soon."""
        self._searching = True
        self._slow.start()

    def show_answer(self, answer: Answer, addresses: Sequence[str], more: bool) -> None:
        """Show the hits of an answer.

        Args:
            addresses: of the telling place of each hit, as it is cited, or "".
            more: these are the next page of the answer shown.
        """
        self._end()
        self._total = answer.total
        if more:
            self.model.append(answer.hits, addresses)
        else:
            self._show_hits(answer.hits, addresses)
            self.list.scrollToTop()
            self.chips.show_filters(self._filters)
            self.facets.show_counts(answer.facets, self._filters)
        text = self.tr("{total} 条结果，{ms:.0f} 毫秒")
        self.status.setText(text.format(total=locales.number(answer.total), ms=max(1.0, answer.took_ms)))
        if not self.model.rowCount():
            self._show_nothing(answer)

    def show_stopped(self) -> None:
        """The search was stopped; what was shown before stays."""
        self._end()
        self._asked = SearchQuery("")
        self.status.setText(self.tr("已停止"))

    def show_error(self, sentence: str) -> None:
        """Say why there is no answer."""
        self._end()
        self._show_hits((), ())
        self._total = 0
        self.status.clear()
        self.facets.show_counts({}, self._filters)
        self._show_text(sentence)

    def select(self, row: int) -> None:
        """Mark a hit as the one shown in the text."""
        self.list.setCurrentIndex(self.model.index(row))

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self.query.refresh_icons()
        self.chips.refresh_icons()
        self.facets.refresh()
        self.exact.refresh()
        for button in (self.stop, self.export):
            button.setIcon(icon(str(button.property("picture"))))

    # Showing

    def _end(self) -> None:
        self._searching = False
        self._slow.stop()
        self.stop.hide()

    def _say_searching(self) -> None:
        self.status.setText(self.tr("正在检索…"))
        self.stop.show()

    def _show_hits(self, hits: Sequence[Hit], addresses: Sequence[str]) -> None:
        self.model.show(hits, addresses)
        self.exact.show_for(self._asked.text, hits)
        self.export.setEnabled(bool(hits))
        self.stack.setCurrentWidget(self.list)

    def _show_text(self, text: str) -> None:
        self._show_html(escape(text).replace("\n", "<br>"))

    def _show_html(self, html: str) -> None:
        self.empty.setText(html)
        self.stack.setCurrentWidget(self.empty)

    def _show_nothing(self, answer: Answer) -> None:
        lines = [escape(self.tr("没有找到。换一个说法，或者去掉一个词试试。"))]
        if answer.suggestions:
            words = locales.together(_link("ask:" + encoded(text), text) for text in answer.suggestions)
            lines.append(self.tr("您是不是要找：{words}").format(words=words))
        if chosen(self._filters):
            lines.append(_link("widen:", self.tr("去掉上面的筛选条件再找")))
        if self.strict.isChecked():
            lines.append(_link("fold:", self.tr("不区分全半角、大小写、繁简再找")))
        self._show_html("<br><br>".join(lines))

    # What the user does

    def _ask(self) -> None:
        self._wait.stop()
        query = self.current_query
        if not query.text and self._filters != Filters():
            query = replace(query, filters=Filters())
        if query == self._asked:
            return
        self._asked = query
        if not query.text:
            self.clear()
        self.asked.emit(query)

    def _narrow(self, field: str, value: str) -> None:
        self._filters = narrowed(self._filters, field, value)
        self.chips.show_filters(self._filters)
        self._ask()

    def _on_typed(self) -> None:
        if self._typing or not self.query.text().strip():
            self._wait.start()

    def _on_link(self, target: str) -> None:
        what, _, value = target.partition(":")
        if what == "ask":
            self.search_for(QUrl.fromPercentEncoding(value.encode()))
        elif what == "widen":
            self._filters = Filters()
            self.chips.show_filters(self._filters)
            self._ask()
        else:
            self.strict.setChecked(False)

    def _on_return(self) -> None:
        self.settled.emit(self.query.text().strip())
        if self.current_query != self._asked:
            self._ask()
        elif self.model.rowCount() and not self._searching:
            self._to_list()
            self._tell(self.list.currentIndex(), self.chosen)

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.select(0)

    def _on_escape(self) -> None:
        if self._wait.isActive() or self._searching:
            self._wait.stop()
            self.stopWanted.emit()
        elif self.query.text():
            self.query.clear()
        else:
            self.left.emit()

    def _tell(self, index: QModelIndex, told: SignalInstance) -> None:
        hit = self.model.hit(index)
        if hit is not None:
            self.settled.emit(self._asked.text)
            told.emit(hit)

    def _on_menu(self, place: QPoint) -> None:
        hit = self.model.hit(self.list.indexAt(place))
        if hit is None:
            return
        menu = QMenu(self)
        menu.setObjectName("hitMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menuRequested.emit(menu, hit)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _on_scroll(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - self.list.height() and 0 < self.model.rowCount() < self._total:
            self.moreWanted.emit()


def _link(target: str, text: str) -> str:
    return f"<a href='{target}' style='color:{current().link}'>{escape(text)}</a>"
