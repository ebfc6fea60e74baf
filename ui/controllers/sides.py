"""Joins the tabs with the panes that show them: what is in front on each side, and which side has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from reader.model.annotation import Style
from ui.controllers.annotating import Annotating
from ui.controllers.checking import Checking
from ui.controllers.editions import Editions
from ui.controllers.reading import Reading
from ui.controllers.validity import Holding
from ui.main_window import MainWindow
from ui.models.tab_titles import tab_titles
from ui.models.tabs import Side, Tab
from ui.panels.document_area import DocumentSide
from ui.panels.document_tabs import TabText


class Sides(QObject):
    """Shows what `Reading` says is in front, and tells it where the user went. Nothing else puts a document into a
    pane, so that pane, tab and `Reading.current` are never about different documents."""

    def __init__(
        self,
        window: MainWindow,
        reading: Reading,
        annotating: Annotating,
        editions: Editions,
        checking: Checking,
        holding: Holding,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._area = window.area
        self._reading = reading
        self._annotating = annotating
        self._editions = editions
        self._checking = checking
        self._holding = holding
        self._area.activated.connect(reading.activate)
        window.voice.offsetBeside.connect(lambda side, offset: reading.moved(offset, side))
        reading.sideChanged.connect(self._on_side)
        reading.leaving.connect(self._on_leaving)
        reading.shown.connect(self._show)
        reading.tabsChanged.connect(self._on_tabs)
        annotating.changed.connect(self._on_annotations)
        annotating.vocabularyChanged.connect(lambda: self._show_annotations(styles=True))

    def _on_side(self, at: int) -> None:
        self._area.set_split(self._reading.tabs.split)
        self._area.set_active(at)

    def _on_leaving(self, at: int, tab: Tab) -> None:
        pane = self._area.side(at).pane
        if tab.opened is not None and pane.opened is tab.opened:
            tab.look = pane.look()
            tab.offset = tab.look.offset

    def _show(self, at: int, tab: Tab | None) -> None:
        if tab is None or tab.opened is None:
            if at < len(self._area.sides):
                text = self.tr("在左边的公报库里选一篇公文，在这里阅读。")
                if self._reading.tabs.closed:
                    text += "\n\n" + self.tr("按 {key} 重新打开刚才关闭的。").format(
                        key=self._window.actions_["reopen_tab"].shortcut().toString()
                    )
                self._area.side(at).pane.show_nothing(text)
            return
        self._area.set_split(self._reading.tabs.split)
        opened, pane = tab.opened, self._area.side(at).pane
        placed = self._annotating.of_document(opened.facts.id)
        others = self._editions.others(opened)
        pane.show_opened(opened, placed, self._annotating.styles(), others, tab.offset or None, tab.look)
        self._checking.show_document(opened, pane)
        self._holding.show_document(opened, pane)

    def _on_tabs(self) -> None:
        tabs = self._reading.tabs
        self._area.set_split(tabs.split)
        for at, side in enumerate(tabs.sides):
            if side.tabs or at < len(self._area.sides):
                self._fill(self._area.side(at), side)
        self._area.show_states()

    def _fill(self, shown: DocumentSide, side: Side) -> None:
        titles = tab_titles([tab.facts for tab in side.tabs])
        texts = [TabText(tab.number, title, _tip(tab), tab.kept) for tab, title in zip(side.tabs, titles, strict=True)]
        shown.tabs.show_tabs(texts, side.front.number if side.front is not None else 0)

    def _on_annotations(self, key: str) -> None:
        front = self._reading.tabs.front
        if front is not None and key == front.facts.key and not front.kept:
            # What one works on is not swept away by the next click in the tree.
            front.kept = True
            self._on_tabs()
        self._show_annotations(key)

    def _show_annotations(self, key: str = "", *, styles: bool = False) -> None:
        """Show the annotations on the side without the focus anew; `Marking` does so on the other one."""
        new = self._annotating.styles() if styles else None
        for at, side in enumerate(self._reading.tabs.sides):
            opened = side.front.opened if side.front is not None else None
            if at != self._reading.tabs.active and opened is not None and key in ("", opened.facts.key):
                self._show_placed(at, opened.facts.id, new)

    def _show_placed(self, at: int, document_id: str, styles: Sequence[Style] | None) -> None:
        self._area.side(at).pane.view.set_annotations(self._annotating.of_document(document_id), styles)


def _tip(tab: Tab) -> str:
    """The whole title, and the number."""
    number = tab.facts.number.printed.strip() if tab.facts.number else ""
    return "\n".join(part for part in (tab.facts.title, number) if part)
