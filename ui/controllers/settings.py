"""The settings: opens the dialog, tells it what it shows, and carries out what it asks for."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reader.exporting.citation_forms import CitationForm
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services import searches
from reader.services.library import Library
from ui import locales
from ui.controllers.annotating import Annotating
from ui.controllers.choosing import Choosing
from ui.controllers.handing_on import HandingOn
from ui.controllers.keeping import Keeping
from ui.controllers.palette import menu_paths
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.dialogs.settings import SettingsDialog
    from ui.dialogs.settings_backup import BackupPage
    from ui.dialogs.settings_export import ExportPage
    from ui.dialogs.settings_language import LanguagePage
    from ui.dialogs.settings_library import LibraryPage
    from ui.dialogs.settings_page import SettingsPage
    from ui.dialogs.settings_reading import ReadingPage
    from ui.dialogs.settings_search import SearchPage
    from ui.dialogs.settings_shortcuts import Command, ShortcutsPage
    from ui.dialogs.settings_styles import StylesPage


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages in the order in which they are listed."""

    library: LibraryPage
    reading: ReadingPage
    styles: StylesPage
    search: SearchPage
    export: ExportPage
    backup: BackupPage
    language: LanguagePage
    shortcuts: ShortcutsPage

    def listed(self) -> list[SettingsPage]:
        """All of them."""
        return [getattr(self, one.name) for one in dataclasses.fields(self)]


class Settings(QObject):
    """Connects the actions preferences, styles, shortcuts and watch.

    Attributes:
        pages: those of the dialog, None until it was opened.
        next_library: the library to open when the window has been closed, None for none.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        choosing: Choosing,
        annotating: Annotating,
        handing_on: HandingOn,
        keeping: Keeping,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._choosing = choosing
        self._annotating = annotating
        self._handing_on = handing_on
        self._keeping = keeping
        self._messages = messages
        self._dialog: SettingsDialog | None = None
        self.pages: Pages | None = None
        self.next_library: Path | None = None
        choosing.changed.connect(self._on_preferences)
        annotating.vocabularyChanged.connect(self._on_vocabulary)
        window.actions_.connect_all(
            {
                "preferences": self.show,
                "styles": lambda: self.show("styles"),
                "shortcuts": lambda: self.show("shortcuts"),
                "watch": lambda: self.show("library"),
            }
        )

    def begin(self) -> None:
        """Put into effect what concerns more than the look."""
        self._handing_on.copying.form = CitationForm(self._choosing.preferences.citation)

    def show(self, page: str = "") -> None:
        """Let the user choose.

        Args:
            page: name of one of `Pages`; "" for the one seen last.
        """
        dialog, pages = self._dialog, self.pages
        if dialog is None or pages is None:
            dialog, pages = self._make()
        if page:
            dialog.show_page(getattr(pages, page))
        dialog.show_preferences(self._choosing.preferences)
        pages.export.show_format(self._handing_on.exporting.choices.format)
        self._show_index()
        self._show_last_backup()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    # Making the dialog

    def _make(self) -> tuple[SettingsDialog, Pages]:
        from ui.dialogs.settings import SettingsDialog
        from ui.dialogs.settings_backup import BackupPage
        from ui.dialogs.settings_export import ExportPage
        from ui.dialogs.settings_language import LanguagePage
        from ui.dialogs.settings_library import LibraryPage
        from ui.dialogs.settings_reading import ReadingPage
        from ui.dialogs.settings_search import SearchPage
        from ui.dialogs.settings_shortcuts import ShortcutsPage
        from ui.dialogs.settings_styles import StylesPage

        menus = [entry.text() for entry in self._window.menuBar().actions()]
        pages = self.pages = Pages(
            LibraryPage(self._library.root),
            ReadingPage(),
            StylesPage(self._annotating.styles()),
            SearchPage(),
            ExportPage(),
            BackupPage(self._backups),
            LanguagePage(),
            ShortcutsPage(self._commands(), menus),
        )
        dialog = self._dialog = SettingsDialog(pages.listed(), self._window)
        dialog.changed.connect(lambda values: self._choosing.change(**values))
        self._connect(pages)
        return dialog, pages

    def _connect(self, pages: Pages) -> None:
        library, backup, handing_on = pages.library, pages.backup, self._handing_on
        library.folderWanted.connect(lambda: self._show_folder(self._library.root))
        library.otherWanted.connect(self.use_library)
        library.rebuildWanted.connect(self.rebuild_index)
        pages.styles.editor.changed.connect(self._annotating.change_style)
        pages.search.clearHistoryWanted.connect(self._clear_history)
        pages.export.formatChosen.connect(self._on_format)
        backup.folderWanted.connect(lambda: self._show_folder(self._backups))
        backup.backupWanted.connect(self.back_up)
        backup.copyWanted.connect(handing_on.ask_backup)
        backup.restoreWanted.connect(self._keeping.show_backups)

    def _commands(self) -> list[Command]:
        from ui.dialogs.settings_shortcuts import Command

        actions, paths = self._window.actions_, menu_paths(self._window.menuBar().actions())
        return [
            Command(
                name,
                actions.title(name),
                paths.get(actions[name], ""),
                actions.keys(name) if name.startswith("style_") else actions.spec(name).shortcut,
                actions.spec(name).in_text,
                name.startswith("style_"),
            )
            for name in actions.names
        ]

    # What changes

    def _on_preferences(self, before: Preferences, after: Preferences) -> None:
        self.begin()
        if self._dialog is None:
            return
        if before.language != after.language:
            # Not from within the dialog's own signal.
            QTimer.singleShot(0, self._make_anew)
        else:
            self._dialog.show_preferences(after)

    def _make_anew(self) -> None:
        """Its lists are of words that were put together: in another language they are made again."""
        dialog, self._dialog, self.pages = self._dialog, None, None
        if dialog is not None:
            row, place = dialog.list.currentRow(), dialog.geometry()
            shown, focus = dialog.isVisible(), dialog.focusWidget()
            dialog.close()
            dialog.deleteLater()
            if shown:
                self.show()
                made: SettingsDialog | None = self._dialog
                assert made is not None
                made.setGeometry(place)
                made.list.setCurrentRow(row)
                # Who chose by keyboard goes on from there.
                again: QWidget | None = made.findChild(QWidget, focus.objectName()) if focus is not None else None
                (again or made.list).setFocus()

    def _on_vocabulary(self) -> None:
        if self.pages is not None:
            self.pages.styles.editor.show_styles(self._annotating.styles())
            self.pages.shortcuts.show_commands(self._commands())

    def _on_format(self, name: str) -> None:
        exporting = self._handing_on.exporting
        exporting.remember(dataclasses.replace(exporting.choices, format=name))

    # What it asks for

    def use_library(self, root: Path) -> None:
        """Close the window, and open it again on another library."""
        self.next_library = root
        self._window.close()

    def rebuild_index(self) -> None:
        """Make the index anew, in the worker."""

        def job(context: JobContext) -> int:
            from reader.services import indexing

            return indexing.reindex(self._library, context)

        handle = self._worker.submit(self.tr("正在重建索引"), job)
        handle.succeeded.connect(lambda _: self._messages.notice(self.tr("索引已重建。")))
        handle.failed.connect(self._messages.tell_loudly)
        handle.ended.connect(self._show_index)

    def back_up(self) -> None:
        """Make a backup beside the scheduled ones, in the worker."""

        def job(_: JobContext) -> Path:
            from reader.services import safety

            return safety.backup(self._library)

        handle = self._worker.submit(self.tr("正在备份标注"), job)
        handle.succeeded.connect(lambda made: self._messages.notice(self.tr("已备份到 {path}").format(path=made)))
        handle.failed.connect(self._messages.tell_loudly)
        handle.ended.connect(self._show_last_backup)

    def _clear_history(self) -> None:
        try:
            searches.clear_history(self._library)
        except UserError as error:
            self._messages.tell_loudly(error)
            return
        if self.pages is not None:
            self.pages.search.show_cleared()

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._messages.notice(self.tr("文件夹是 {path}").format(path=folder))

    # What it tells

    @property
    def _backups(self) -> Path:
        from reader.services import safety

        return safety.backup_folder(self._library)

    def _show_last_backup(self) -> None:
        from reader.services import safety

        if self.pages is None:
            return
        made = safety.all_backups(self._library.notes_root)
        if not made:
            self.pages.backup.show_last(self.tr("还没有：有了标注以后会自动备份"))
            return
        moment, size = safety.moment_of(made[0]), made[0].stat().st_size
        self.pages.backup.show_last(f"{locales.moment(moment)}　{locales.size(size)}")

    def _show_index(self) -> None:
        """Ask the worker how the index is: it may have to be opened for that."""

        def job(_: JobContext) -> tuple[int, int]:
            from reader.services import indexing

            return indexing.coverage(self._library)

        def show(found: tuple[int, int]) -> None:
            held, documents = found
            whole = self.tr("已收入全部 {documents} 篇公文")
            part = self.tr("已收入 {held} 篇，共 {documents} 篇公文；其余正在补上，或重建索引")
            text = (whole if held == documents else part).format(held=held, documents=documents)
            if self.pages is not None:
                self.pages.library.show_index(text)

        if self.pages is None:
            return
        self.pages.library.show_index(self.tr("正在查看…"))
        handle = self._worker.submit(self.tr("正在查看索引"), job)
        handle.succeeded.connect(show)
        handle.failed.connect(self._messages.tell)
