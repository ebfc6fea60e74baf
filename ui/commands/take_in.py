"""The undo command of an import of annotations: it holds all that was written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from reader.services.exchange import Exchanged


class TakeIn(QUndoCommand):
    """One step, already done when it is pushed.

    Args:
        undo, redo: how to take it back and do it again.
        done: what came of the import.
        text: what the undo menu calls it.
    """

    def __init__(
        self, undo: Callable[[Exchanged], None], redo: Callable[[Exchanged], None], done: Exchanged, text: str
    ) -> None:
        super().__init__(text)
        self._undo = undo
        self._redo = redo
        self._done = done
        self._applied = True

    def redo(self) -> None:
        if self._applied:
            self._applied = False
            return
        self._redo(self._done)

    def undo(self) -> None:
        self._undo(self._done)
