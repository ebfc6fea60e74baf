"""Documents dragged out of the library: files for the desktop and for mails, citations for a text."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMetaType, QMimeData, QObject, QUrl

from reader.exporting.formats import Content
from reader.model.errors import UserError
from reader.services import citing, export
from reader.services.library import Library
from ui import i18n
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow

FILES, TEXT = "text/uri-list", "text/plain"


class Dragging(QObject):
    """Makes what is dragged. The files are Markdown, made when somebody takes them; they stay until the program ends,
    for who takes them may read them later."""

    def __init__(self, window: MainWindow, library: Library, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._messages = messages
        self._folders: list[tempfile.TemporaryDirectory[str]] = []
        window.library.model.set_dragging(self.mime)

    def mime(self, document_ids: Sequence[str]) -> QMimeData:
        """What these documents are to another program."""
        ids = tuple(document_ids)
        return DocumentsMime({FILES: lambda: self._files(ids), TEXT: lambda: self._citations(ids)})

    def clear_out(self) -> None:
        """Delete the files that were made."""
        for folder in self._folders:
            folder.cleanup()
        self._folders.clear()

    def _files(self, ids: tuple[str, ...]) -> list[QUrl]:
        folder = tempfile.TemporaryDirectory(prefix="dibao-")
        self._folders.append(folder)
        try:
            made = export.export_each(
                self._library, ids, Path(folder.name), export.Wish("md", Content.DOCUMENTS, language=i18n.language())
            )
        except UserError as error:
            self._messages.tell(error)
            return []
        return [QUrl.fromLocalFile(str(path)) for path in made]

    def _citations(self, ids: tuple[str, ...]) -> str:
        try:
            return "\n".join(citing.cite(self._library, found) for found in ids)
        except UserError as error:
            self._messages.tell(error)
            return ""


class DocumentsMime(QMimeData):
    """Data made when it is asked for, once.

    Args:
        makers: by format, what makes its text or its addresses.
    """

    def __init__(self, makers: dict[str, Callable[[], str | list[QUrl]]]) -> None:
        super().__init__()
        self._makers = makers
        self._made: dict[str, str | list[QUrl]] = {}

    def formats(self) -> list[str]:
        return list(self._makers)

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self._makers

    def retrieveData(self, mimetype: str, preferredType: QMetaType | QMetaType.Type) -> Any:  # noqa: ARG002 - Qt's signature
        if mimetype not in self._makers:
            return None
        if mimetype not in self._made:
            self._made[mimetype] = self._makers[mimetype]()
        # Qt itself makes bytes of it where those are asked for.
        return self._made[mimetype]
