"""The library's tree: filled from the library, kept in step with what the user does, arranged as he likes it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.document import DocumentFacts
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services import read_state, shelf
from reader.services.library import Library
from reader.services.shelf import Documents, Listed, Marks, Shelf
from ui import preferences
from ui.controllers.annotating import Annotating
from ui.controllers.reading import Opened, Reading
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow
from ui.models.library_order import DATE, NUMBER, READING, TITLE, Folded, TreeOrder, fold_shelf

READ_AFTER = 5000
"""Milliseconds a document is open after which it counts as read; one scrolled to its end does so at once."""

MARKS_AFTER = 200
"""Milliseconds after the last change of annotations at which the tree counts them anew."""


class Shelving(QObject):
    """Reads the list of the library in the worker and shows it.

    Args:
        order_file: where the order of the tree is kept.

    Signals:
        shown: the `Shelf` that the tree shows now.
        marked: what is read or annotated in it has changed.
    """

    shown = Signal(object)
    marked = Signal()

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        reading: Reading,
        annotating: Annotating,
        messages: Messages,
        order_file: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._reading = reading
        self._messages = messages
        self._order_file = order_file
        self._shelf = Shelf((), {}, Marks(), lambda _: ())
        self.documents: Mapping[str, DocumentFacts] = {}
        self._open_long = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._open_long.timeout.connect(self._on_read)
        self._counted = QTimer(self, singleShot=True, interval=MARKS_AFTER)
        self._counted.timeout.connect(self._count_anew)
        reading.opened.connect(self._on_opened)
        window.voice.offsetChanged.connect(self._on_scrolled)
        annotating.changed.connect(lambda _: self._counted.start())
        self._connect_actions()

    @property
    def listed(self) -> Mapping[str, Listed]:
        """What the tree knows of every document, by its id."""
        return self._shelf.listed

    # The tree

    def load(self) -> None:
        """Read the list of the library and show it."""
        handle = self._worker.submit(self.tr("正在读取公报库"), lambda _: shelf.load(self._library))
        handle.succeeded.connect(self._show)
        handle.failed.connect(self._messages.tell)

    def _show(self, loaded: Shelf) -> None:
        self._shelf = loaded
        self.documents = Documents(self._library, loaded.issue_of)
        self._window.library.set_shelf(loaded)
        self.shown.emit(loaded)

        def job(_: JobContext) -> dict[str, Folded]:
            return fold_shelf(loaded)

        handle = self._worker.submit(self.tr("正在准备筛选"), job)
        handle.succeeded.connect(lambda folded: self._window.library.set_folded(folded) if self._is(loaded) else None)
        handle.failed.connect(self._messages.tell)

    def _count_anew(self) -> None:
        """Annotations or read marks have changed."""
        loaded = self._shelf

        def job(_: JobContext) -> Marks:
            return shelf.marks(self._library)

        handle = self._worker.submit(self.tr("正在读取公报库"), job)
        handle.succeeded.connect(lambda marks: self._set_marks(marks) if self._is(loaded) else None)
        handle.failed.connect(self._messages.tell)

    def _is(self, loaded: Shelf) -> bool:
        """Whether a list is still the one that is shown; what was made of another one comes too late."""
        return loaded is self._shelf

    def _set_marks(self, marks: Marks) -> None:
        self._window.library.set_marks(marks)
        self.marked.emit()

    # What is read

    def mark(self, document_ids: Iterable[str], *, read: bool) -> None:
        """Note that documents are read, or that they are not."""
        ids = tuple(document_ids)
        verb = read_state.mark_read if read else read_state.mark_unread
        try:
            verb(self._library, ids)
        except UserError as error:
            self._messages.tell(error)
            return
        marks = self._window.library.model.marks
        known = marks.read | set(ids) if read else marks.read - set(ids)
        self._set_marks(dataclasses.replace(marks, read=frozenset(known)))
        # Other editions of the same documents follow.
        self._counted.start()

    def _on_opened(self, _: Opened, __: int | None) -> None:
        self._open_long.start()

    def _on_scrolled(self, _: int) -> None:
        bar = self._window.pane.view.page.verticalScrollBar()
        if self._open_long.isActive() and 0 < bar.maximum() <= bar.value():
            self._open_long.stop()
            self._on_read()

    def _on_read(self) -> None:
        current = self._reading.current
        if current is None or self._library.read_only:
            return
        if current.facts.id not in self._window.library.model.marks.read:
            self.mark((current.facts.id,), read=True)

    # Order and narrowing

    def _connect_actions(self) -> None:
        panel, actions = self._window.library, self._window.actions_
        order = preferences.load_choices(self._order_file, TreeOrder())
        if order.documents not in (READING, DATE, NUMBER, TITLE):
            order = TreeOrder()
        panel.set_order(order)
        actions[f"order_{order.documents}"].setChecked(True)
        actions["newest_first"].setChecked(order.newest_first)
        actions["publishers_by_count"].setChecked(order.publishers == "count")
        chosen = {
            f"order_{name}": lambda name=name: self._arrange(documents=name) for name in (READING, DATE, NUMBER, TITLE)
        }
        actions.connect_all({
            **chosen,
            "newest_first": lambda: self._arrange(newest_first=actions["newest_first"].isChecked()),
            "publishers_by_count": lambda: self._arrange(
                publishers="count" if actions["publishers_by_count"].isChecked() else "name"),
            "only_unread": lambda: panel.narrow(unread=actions["only_unread"].isChecked()),
            "only_noted": lambda: panel.narrow(noted=actions["only_noted"].isChecked()),
            "show_all": panel.clear_filter,
            "mark_read": lambda: self.mark(panel.chosen().documents, read=True),
            "mark_unread": lambda: self.mark(panel.chosen().documents, read=False),
        })
        panel.narrowed.connect(self._on_narrowed)
        self._window.menus.tags_of_library.aboutToShow.connect(self._fill_tags)

    def _arrange(self, **changes: str | bool) -> None:
        order = dataclasses.replace(self._window.library.model.order, **changes)  # type: ignore[arg-type]  # by name
        self._window.library.set_order(order)
        try:
            preferences.save(self._order_file, order)
        except OSError as error:
            self._messages.notice(self.tr("设置没能保存：{reason}").format(reason=error.strerror))

    def _on_narrowed(self) -> None:
        wanted = self._window.library.model.wanted
        self._window.actions_["only_unread"].setChecked(wanted.unread)
        self._window.actions_["only_noted"].setChecked(wanted.noted)
        self._window.actions_["show_all"].setEnabled(not wanted.is_any)

    def _fill_tags(self) -> None:
        menu, panel = self._window.menus.tags_of_library, self._window.library
        menu.clear()
        for tag in panel.model.marks.tags:
            action = menu.addAction(tag.replace("&", "&&"), lambda tag=tag: panel.narrow(tag=tag))
            action.setCheckable(True)
            action.setChecked(tag == panel.model.wanted.tag)
        if not panel.model.marks.tags:
            menu.addAction(self.tr("还没有标签")).setEnabled(False)
