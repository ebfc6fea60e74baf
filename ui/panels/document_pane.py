"""The middle of the window: head, find bar and text of the open document, or a page that says what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.model.annotation import PlacedAnnotation, Style
from reader.model.document import Table
from reader.model.errors import UserError
from ui.models.tabs import Look, Opened
from ui.panels.document_head import DocumentHead, Edition
from ui.panels.find_bar import FindBar, Wanted
from ui.panels.finder import Finder
from ui.panels.welcome import Welcome
from ui.text.plan import Shape, shape_of
from ui.text.view import DocumentView

Range = tuple[int, int]


class DocumentPane(QWidget):
    """Shows one document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentPane")
        self.opened: Opened | None = None
        self._hits: tuple[Range, ...] = ()
        self.head = DocumentHead(self)
        self.find_bar = FindBar(self)
        self._finder = Finder(self)
        self.view = DocumentView(self)
        self.view.setObjectName("documentView")
        self.view.setAccessibleName(self.tr("正文"))
        self.welcome = Welcome(self)
        rule = QWidget(self)
        rule.setFixedHeight(1)
        rule.setBackgroundRole(QPalette.ColorRole.Mid)
        rule.setAutoFillBackground(True)
        reading = QWidget(self)
        inside = QVBoxLayout(reading)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(rule)
        inside.addWidget(self.find_bar)
        inside.addWidget(self.view, 1)
        self._reading = reading
        self.stack = QStackedWidget(self)
        self.stack.addWidget(reading)
        self.stack.addWidget(self.welcome)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.head.hide()
        self.find_bar.wantedChanged.connect(self._find)
        self.find_bar.nextWanted.connect(self.next_hit)
        self.find_bar.previousWanted.connect(self.previous_hit)
        self.find_bar.closed.connect(self._on_find_closed)
        self.view.hitChanged.connect(self.find_bar.show_count)
        self.view.tableRequested.connect(self.show_table)
        self._finder.found.connect(self.show_hits)
        self._finder.failed.connect(self._on_fault)
        self._finder.begun.connect(self.find_bar.show_busy)

    def show_opened(
        self,
        opened: Opened,
        placed: Sequence[PlacedAnnotation],
        styles: Sequence[Style],
        others: Sequence[Edition],
        offset: int | None,
        look: Look | None = None,
    ) -> None:
        """Show a document.

        Args:
            others: its other editions.
            offset: show it from there (code points), None for its top.
            look: how it looked when it was left; None for a document that was not here yet.
        """
        self.opened = opened
        self._hits = ()
        self._finder.stop()
        self.stack.setCurrentWidget(self._reading)
        self.head.show()
        self.head.show_facts(opened.facts, opened.issue, others)
        with self.view.still():
            self.view.show_document(opened.document, placed, styles)
            if look is not None:
                self.find_bar.restore(look.find)
            if look is not None and look.hits:
                self.show_hits(look.hits)
            elif self.find_bar.isVisibleTo(self):
                self._find(self.find_bar.wanted, go=False)
            if look is not None and 0 < look.hit <= self.view.hit_position()[1]:
                self.view.go_to_hit(look.hit - 1)
            if offset:
                self.view.restore_offset(offset)
            if look is not None:
                self._restore(look)

    def look(self) -> Look:
        """How the document looks now."""
        active = self.view.page.active_mark()
        return Look(
            offset=self.view.visible_offset(),
            selection=self.view.selection(),
            active=active.id if active is not None else "",
            find=self.find_bar.wanted if self.find_bar.isVisibleTo(self) else None,
            hits=self._hits,
            hit=self.view.hit_position()[0],
        )

    def _restore(self, look: Look) -> None:
        self.view.restore_offset(look.offset, look.selection)
        self.view.set_active_annotation(look.active)

    def show_welcome(self) -> None:
        """Show the first steps: the library is empty."""
        self.stack.setCurrentWidget(self.welcome)

    def take_focus(self) -> None:
        """Give the keyboard to what is shown: the text, or the first steps."""
        (self.welcome if self.stack.currentWidget() is self.welcome else self.view).setFocus()

    def show_nothing(self, text: str) -> None:
        """Show that no document is open."""
        self.opened = None
        self.stack.setCurrentWidget(self._reading)
        self.head.hide()
        self.view.show_empty(text)

    def show_table(self, table: Table) -> None:
        """Show a table of the document in a window of its own."""
        if self.opened is None:
            return
        document = self.opened.document
        name = " ".join(table.caption.split()) or document.facts.title
        self.show_shape(name, " ".join(table.unit.split()), shape_of(table, document.text))

    def show_shape(self, name: str, unit: str, shape: Shape) -> None:
        """Show a table drawn from the document in a window of its own, whose cells lead back into the text.

        Args:
            name: what it is called.
            unit: of its figures, or "".
        """
        from ui.dialogs.table_window import TableWindow

        opened = self.opened
        window = TableWindow(name, unit, shape, self.view.em, self)

        def go(offset: int) -> None:
            if self.opened is opened:
                self.window().activateWindow()
                self.view.goto(offset)

        window.placeRequested.connect(go)
        window.move(self.window().frameGeometry().center() - window.rect().center())
        window.show()

    def begin_find(self) -> None:
        """Open the find bar with what is selected."""
        if self.opened is None:
            return
        chosen = self.view.selection()
        text = self.opened.document.text[chosen[0] : chosen[1]] if chosen is not None else ""
        self.find_bar.begin(text if "\n" not in text and len(text) <= 60 else "")

    def show_hits(self, ranges: Sequence[Range], go: bool = False) -> None:
        """Mark places as search hits; `go`: and go to the first of them."""
        self._hits = tuple(ranges)
        self.view.set_hits(ranges)
        if go and ranges:
            self.view.next_hit()

    def clear_hits(self) -> None:
        """Take the marks of search hits away, and the find bar with them."""
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            self.show_hits(())

    def next_hit(self) -> None:
        """Go to the next hit, around the end."""
        self.view.next_hit()

    def previous_hit(self) -> None:
        """Go to the hit before, around the beginning."""
        self.view.previous_hit()

    def _find(self, wanted: Wanted, go: bool = True) -> None:
        if self.opened is None:
            return
        self._finder.find(self.opened.document.text, wanted, go=go)

    def _on_fault(self, error: UserError) -> None:
        self.show_hits(())
        self.find_bar.show_fault(error)

    def _on_find_closed(self) -> None:
        self._finder.stop()
        self.show_hits(())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
