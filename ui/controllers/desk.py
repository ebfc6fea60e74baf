"""The desk: joins window, controllers and library, so that each knows only its own part."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.document import DocumentFacts
from reader.services import catalogue
from reader.services.library import Library
from reader.services.shelf import Shelf
from ui.controllers.annotating import Annotating
from ui.controllers.bookmarks import Bookmarks
from ui.controllers.checking import Checking
from ui.controllers.choosing import Choosing
from ui.controllers.correcting import Corrected, Correcting
from ui.controllers.correction_menu import CorrectionMenu
from ui.controllers.dragging import Dragging
from ui.controllers.editions import Editions
from ui.controllers.finding import Finding
from ui.controllers.following import Following
from ui.controllers.gaps import Gaps
from ui.controllers.handing_on import HandingOn
from ui.controllers.importing import Importing
from ui.controllers.keeping import Keeping
from ui.controllers.links_and_tables import LinksAndTables
from ui.controllers.many import Many
from ui.controllers.marking import Marking
from ui.controllers.note_following import NoteFollowing
from ui.controllers.palette import Palette
from ui.controllers.reading import Reading
from ui.controllers.recent import Recent
from ui.controllers.removing import Removing
from ui.controllers.scrolling import Scrolling
from ui.controllers.searching import Searching
from ui.controllers.settings import Settings
from ui.controllers.shelving import Shelving
from ui.controllers.sides import Sides
from ui.controllers.source_beside import SourceBeside
from ui.controllers.tabbing import Tabbing
from ui.controllers.tree_menu import TreeMenu
from ui.controllers.tree_opening import TreeOpening
from ui.controllers.validity import Holding
from ui.controllers.watching import Watching
from ui.crash import CrashGuard
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.jobs.search_worker import SearchWorker
from ui.main_window import MainWindow

INDEX_AFTER = 3000
"""Milliseconds after the start at which the index is brought in step: reading comes first."""


class Desk(QObject):
    """Everything behind the window.

    Args:
        window: the widgets.
        library: opened for writing.
        preferences_file: where the user's choices are kept.
        guard: gets the errors that are our fault.

    Signals:
        treeShown: the list of issues was read and is on the screen.
    """

    treeShown = Signal()

    def __init__(self, window: MainWindow, library: Library, preferences_file: Path, guard: CrashGuard) -> None:
        super().__init__(window)
        self.window = window
        self.library = library
        self._show_imported = False
        self.messages = Messages(window, guard)
        self.worker = LibraryWorker(self)
        self.search_worker = SearchWorker(self)
        self.reading = Reading(library, self)
        self.annotating = Annotating(library, self)
        self.choosing = Choosing(window, preferences_file, self.annotating, self.messages, self)
        self.importing = Importing(library, self.worker, self)
        self.searching = Searching(library, self.search_worker, self)
        self.marking = Marking(window, self.annotating, self.reading, self.messages, self)
        self.handing_on = HandingOn(
            window,
            library,
            self.worker,
            self.annotating,
            self.reading,
            self.messages,
            self,
            choices_file=preferences_file.with_name("export.toml"),
        )
        self.correcting = Correcting(library, self.worker, self.annotating.stack, self)
        self.correction_menu = CorrectionMenu(window, library, self.correcting, self.reading, self.messages, self)
        self.checking = Checking(
            window, library, self.worker, self.reading, self.correcting, self.correction_menu, self.messages, self
        )
        self.editions = Editions(window, library, self.worker, self.reading, self.messages, self)
        self.bookmarks = Bookmarks(window, library, self.reading, self.messages, self)
        self.keeping = Keeping(
            window, library, self.worker, self.annotating, self.reading, self.marking, self.messages, self
        )
        self.many = Many(window, self.annotating, self.handing_on, self)
        self.gaps = Gaps(window, library, self.worker, self.messages, self)
        self.holding = Holding(window, library, self.worker, self.reading, self.messages, self)
        self.sides = Sides(
            window, self.reading, self.annotating, self.editions, self.checking, self.holding, self
        )
        self.tabbing = Tabbing(window, library, self.reading, self.messages, self)
        self.source_beside = SourceBeside(
            window, library, self.worker, self.reading, self.tabbing, self.messages, self
        )
        self.scrolling = Scrolling(window, self.reading, self)
        self.recent = Recent(window, library, self.reading, self)
        self.tree_opening = TreeOpening(window.library, self.reading, self)
        self.shelving = Shelving(
            window,
            library,
            self.worker,
            self.reading,
            self.annotating,
            self.messages,
            preferences_file.with_name("library.toml"),
            self,
        )
        self.shelving.shown.connect(self._on_tree)
        self.dragging = Dragging(window, library, self.messages, self)
        self.removing = Removing(window, library, self.worker, self.annotating.stack, self.messages, self)
        self.removing.changed.connect(self._on_removed)
        self.tree_menu = TreeMenu(
            window,
            library,
            self.reading,
            self.tabbing,
            self.marking,
            self.checking,
            self.editions,
            self.correction_menu,
            self.handing_on.exporting,
            self.shelving,
            self.removing,
            self.messages,
            self,
        )
        self.finding = Finding(
            window, library, self.searching, self.worker, self.reading, self.marking, self.messages, self
        )
        self.settings = Settings(
            window,
            library,
            self.worker,
            self.choosing,
            self.annotating,
            self.handing_on,
            self.keeping,
            self.messages,
            self,
        )
        self.palette = Palette(
            window, library, self.choosing, self.reading, self.annotating, lambda: self.shelving.listed, self
        )
        self.note_following = NoteFollowing(window, library, self.reading, self.messages, self)
        self.links_and_tables = LinksAndTables(window, library, self.messages, self)
        self.marking.menus.add_to_text(self.links_and_tables.add_actions)
        self.marking.menus.add_to_text(self.correction_menu.add_actions)
        self.following = Following(window, library, self.reading, self.annotating, self.marking, self.messages, self)
        self.marking.menus.add_to_text(self.tabbing.add_link_actions)
        self._connect_actions()
        self._connect_importing()
        self._connect_correcting()
        window.languageChanged.connect(self._on_language)

    # From start to end

    def begin(self) -> None:
        """Show what was read last, then the window; the tree follows when the text is on the screen."""
        window = self.window
        window.restore_layout()
        self.choosing.begin()
        self.settings.begin()
        self.marking.begin(self.choosing.preferences.style)
        if not self.reading.restore():
            self._show_first_page()
        window.show()
        window.pane.take_focus()
        QTimer.singleShot(0, self.load_tree)
        QTimer.singleShot(INDEX_AFTER, self.importing.bring_index_in_step)
        self.watching.begin()
        QTimer.singleShot(INDEX_AFTER, self.keeping.begin_backups)
        QTimer.singleShot(INDEX_AFTER, self.keeping.clear_out)

    def shut_down(self) -> None:
        """Store what is unsaved and end the workers; the library may be closed afterwards."""
        self.window.languageChanged.disconnect(self._on_language)
        self.window.side.annotations.editor.flush()
        self.reading.save_session()
        self.choosing.shut_down(self.marking.style)
        self.annotating.stack.clear()
        self.watching.shut_down()
        self.search_worker.shut_down()
        self.worker.shut_down()
        self.dragging.clear_out()

    def load_tree(self) -> None:
        """Read the list of issues in the worker and show it."""
        self.shelving.load()

    @property
    def documents(self) -> Mapping[str, DocumentFacts]:
        """The documents of the library by id, as the tree has them."""
        return self.shelving.documents

    def open_paths(self, paths: tuple[Path, ...], *, show: bool = False) -> None:
        """Import files and folders. `show`: then open the first document of the first of them, known or new."""
        if paths:
            self._show_imported = show
            self.import_dialogs.start(paths)

    def _show_first_page(self) -> None:
        if not catalogue.is_empty(self.library):
            self.window.pane.show_nothing(self.tr("在左边的公报库里选一篇公文，在这里阅读。"))
        else:
            self.window.set_welcoming(True)

    def _on_tree(self, shelf: Shelf) -> None:
        self.window.set_welcoming(not shelf.issues)
        if shelf.issues and self.reading.current is None:
            self.window.pane.show_nothing(self.tr("在左边的公报库里选一篇公文，在这里阅读。"))
        self.marking.set_documents(self.documents)
        self.keeping.set_documents(self.documents)
        issues = {facts.id: facts for facts in shelf.issues}
        self.finding.set_library(self.documents, issues)
        self.window.side.annotations.set_publishers(
            {found: issues[issue_id].publisher or "" for found, issue_id in shelf.issue_of.items()}
        )
        self.treeShown.emit()

    def _on_language(self) -> None:
        """What controllers put together is put together anew: names of styles, of what can be undone."""
        self.annotating.vocabularyChanged.emit()
        self.window.side.annotations.set_tags(self.annotating.tags())
        self.marking.name_undo()
        self.following.name_window()

    # Importing

    def _connect_importing(self) -> None:
        from ui.controllers.import_dialogs import ImportDialogs

        self.import_dialogs = ImportDialogs(self.window, self.importing, self.messages, self)
        self.import_dialogs.imported.connect(self._on_imported)
        self.import_dialogs.openWanted.connect(self._open_first_of)
        self.watching = Watching(
            self.window, self.library, self.choosing, self.importing, self.import_dialogs, self.messages, self
        )
        self.import_dialogs.reportWanted.connect(lambda issue_id, line: self.checking.open(issue_id, line=line))
        self.worker.submitted.connect(self.window.status.job.watch)

    def _on_imported(self, issue_id: str) -> None:
        self.load_tree()
        self.checking.refresh()
        self.keeping.tell_unsure()
        show, self._show_imported = self._show_imported, False
        if self.reading.current is not None and not (show and issue_id):
            self.reading.reload()
        elif issue_id:
            self.window.set_welcoming(False)
            self._open_first_of(issue_id)

    def _open_first_of(self, issue_id: str) -> None:
        first = next((d for d in catalogue.issue(self.library, issue_id).documents), None)
        if first is not None:
            self.reading.open(first.facts.id)

    def _on_removed(self) -> None:
        """Issues have gone or come back."""
        self.reading.reload()
        self.annotating.changed.emit("")
        self.load_tree()

    # Correcting

    def _connect_correcting(self) -> None:
        self.correcting.corrected.connect(self._on_corrected)
        self.correcting.failed.connect(self.messages.tell_loudly)
        self.correcting.busyChanged.connect(self.marking.hold_undo)

    def _on_corrected(self, done: Corrected) -> None:
        self.load_tree()
        self.checking.refresh()
        current = self.reading.current
        if done.document_id and current is not None and current.issue.id == done.issue_id:
            self.reading.show_anew(done.document_id, done.offset)
        else:
            self.reading.reload()

    # Actions

    def _connect_actions(self) -> None:
        window = self.window
        from ui.controllers.going import Going

        self.going = Going(window, self.library, self.reading, self.messages, self)
        self.window.actions_.connect_all(
            {
                "back": self.reading.back,
                "forward": self.reading.forward,
                "go_to": self.going.ask,
                "previous_document": lambda: self.following.open_neighbour(-1),
                "next_document": lambda: self.following.open_neighbour(1),
                "filter": self._begin_filter,
                "find": lambda: window.pane.begin_find(),
                "clear_hits": lambda: window.pane.clear_hits(),
                "copy": lambda: window.pane.view.copy(),
                "zoom_in": lambda: window.pane.view.zoom_in(),
                "zoom_out": lambda: window.pane.view.zoom_out(),
                "zoom_reset": lambda: window.pane.view.zoom_reset(),
                "full_screen": self._toggle_full_screen,
                "quit": window.close,
                "help": self.messages.help,
                "about": self.messages.about,
            }
        )

    def _begin_filter(self) -> None:
        self.window.show_library()
        self.window.library.focus_filter()

    def _toggle_full_screen(self) -> None:
        if self.window.isFullScreen():
            self.window.showNormal()
        else:
            self.window.showFullScreen()
