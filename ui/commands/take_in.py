"""The undo command of an import of annotations: it holds all that was written."""

from __future__ import annotations

from collections.abc import Callable

from reader.services.exchange import Exchanged
from ui.commands.applied import Applied


class TakeIn(Applied):
    """Annotations taken in from elsewhere.

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

    def again(self) -> None:
        self._redo(self._done)

    def undo(self) -> None:
        self._undo(self._done)
