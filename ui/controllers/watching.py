"""Watched folders: new gazettes in them are offered for import; nothing is imported by itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services.library import Library
from ui import locales
from ui.controllers.choosing import Choosing
from ui.controllers.import_dialogs import ImportDialogs
from ui.controllers.importing import Importing
from ui.dialogs.messages import Messages
from ui.jobs.search_worker import SearchWorker
from ui.main_window import MainWindow
from ui.panels.notice_strip import Offer
from ui.preferences import Preferences

if TYPE_CHECKING:
    from reader.services.watching import Fresh, Look, Stamp

FIRST_LOOK = 4000
"""Milliseconds after the start: reading comes first."""

SETTLE = 3000
"""Milliseconds between two looks that must see a file alike."""

POLL = 5 * 60 * 1000
"""Milliseconds between looks without a cause: network shares tell nobody of their changes."""

MOST_WATCHED = 500
"""Folders the system is asked to tell about; deeper ones are seen by the poll."""

NAMED = 3
"""Files whose names are told."""


class Watching(QObject):
    """Connects the action look_watched; looks in a thread of its own, so that a slow share holds nothing up."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        choosing: Choosing,
        importing: Importing,
        import_dialogs: ImportDialogs,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._choosing = choosing
        self._importing = importing
        self._dialogs = import_dialogs
        self._messages = messages
        self._worker: SearchWorker | None = None
        self._busy = self._again = self._asked = False
        self._stamps: dict[str, Stamp] = {}
        self._judged: dict[str, Stamp] = {}
        self._away: set[str] = set()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.look)
        self.watcher = QFileSystemWatcher(self)
        self.watcher.directoryChanged.connect(lambda _: self._settle.start())
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self.look)
        choosing.changed.connect(self._on_preferences)
        window.actions_.connect_all({"look_watched": self.look_again})

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that are watched."""
        return () if self._importing.refused else self._choosing.preferences.watched

    def begin(self) -> None:
        """Look for the first time, soon."""
        if self.folders:
            self._poll.start()
            QTimer.singleShot(FIRST_LOOK, self.look)

    def look_again(self) -> None:
        """Look now, and offer also what was put off; says so when there is nothing."""
        if not self.folders:
            self._messages.notice(self.tr("还没有监视的文件夹：文件 → 监视文件夹。"))
            return
        self._judged.clear()
        self._asked = True
        self.look()

    def look(self) -> None:
        """Look through the folders, in the thread; a look under way is followed by another."""
        if self._busy:
            self._again = True
            return
        folders = self.folders
        if not folders:
            return
        self._busy = True
        library, before, judged = self._library, dict(self._stamps), dict(self._judged)
        if self._worker is None:
            self._worker = SearchWorker(self)

        def job(context: JobContext) -> Look:
            from reader.services import watching

            return watching.look(library, folders, before, context, judged)

        handle = self._worker.ask(self.tr("正在查看监视的文件夹"), job)
        handle.succeeded.connect(self._on_look)
        handle.failed.connect(self._messages.tell)
        handle.ended.connect(self._on_ended)

    def shut_down(self) -> None:
        """End the thread; the library may be closed afterwards."""
        self._settle.stop()
        self._poll.stop()
        if self._worker is not None:
            self._worker.shut_down()

    def _on_preferences(self, before: Preferences, after: Preferences) -> None:
        if before.watched == after.watched:
            return
        if self.watcher.directories():
            self.watcher.removePaths(self.watcher.directories())
        self._away &= set(after.watched)
        self._poll.start()
        self.look()

    def _on_ended(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self.look()

    def _on_look(self, seen: Look) -> None:
        self._watch(seen.folders)
        self._tell_missing(seen.missing)
        settled = {path for path, stamp in seen.stamps.items() if self._stamps.get(path) == stamp}
        self._stamps = dict(seen.stamps)
        # What cannot be read may only be locked by who writes it.
        self._judged = {path: seen.stamps[path] for path in settled - seen.unread}
        if seen.fresh:
            self._asked = False
            self._offer(seen.fresh)
        elif self._asked and not seen.unsettled:
            self._asked = False
            self._messages.notice(self.tr("监视的文件夹里没有新公报。"))
        if seen.unsettled:
            self._settle.start()

    def _watch(self, folders: Sequence[str]) -> None:
        known = set(self.watcher.directories())
        new = [folder for folder in folders if folder not in known][: MOST_WATCHED - len(known)]
        if new:
            self.watcher.addPaths(new)

    def _tell_missing(self, missing: Sequence[str]) -> None:
        """Say once that a folder is away; what it held is not forgotten by that."""
        newly = [folder for folder in missing if folder not in self._away]
        self._away = set(missing)
        if newly:
            text = self.tr("监视的文件夹现在找不到：{folders}。连上以后会继续监视。")
            self._messages.notice(text.format(folders=locales.together(newly)))

    def _offer(self, fresh: Sequence[Fresh]) -> None:
        names = locales.together(one.path.name for one in fresh[:NAMED])
        if any(one.changed for one in fresh):
            text = self.tr("监视的文件夹里有 {count} 份新的或改过的公报：{names}")
        else:
            text = self.tr("监视的文件夹里有 {count} 份新公报：{names}")
        if len(fresh) > NAMED:
            names = self.tr("{names} 等").format(names=names)
        self._messages.notice(
            text.format(count=len(fresh), names=names),
            Offer(self.tr("导入"), lambda: self._import(fresh)),
            Offer(self.tr("以后再说"), lambda: None),
            Offer(self.tr("不再提示这些"), lambda: self._dismiss(fresh)),
            stays=True,
        )

    def _import(self, fresh: Sequence[Fresh]) -> None:
        self._dialogs.start([Path(one.path) for one in fresh])

    def _dismiss(self, fresh: Sequence[Fresh]) -> None:
        from reader.services import watching

        try:
            watching.dismiss(self._library, fresh)
        except UserError as error:
            self._messages.tell(error)
