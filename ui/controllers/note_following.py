"""Following what a note mentions: a document by number or title, a clause."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.model.annotation import Annotation
from reader.services import catalogue
from reader.services.library import Library
from reader.services.note_links import NoteLink, target
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow


class NoteFollowing(QObject):
    """Goes where the links under the note editor lead."""

    def __init__(
        self, window: MainWindow, library: Library, reading: Reading, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._reading = reading
        self._messages = messages
        window.side.annotations.editor.linkFollowed.connect(self.follow)

    def follow(self, annotation: Annotation, link: NoteLink) -> None:
        """Open what a note mentions; says so when the library has nothing like it."""
        here = next((facts.id for facts in catalogue.editions(self._library, annotation.key)), "")
        current = self._reading.current
        if current is not None and current.facts.key == annotation.key:
            here = current.facts.id
        found = target(self._library, link, here)
        if found is None:
            self._messages.notice(self.tr("本库未收 {name}").format(name=link.text))
            return
        self._reading.open(found.document_id, *(found.place or ()))
