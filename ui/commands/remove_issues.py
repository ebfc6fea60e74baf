"""The undo command of removed issues: it holds what is needed to take them back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from reader.services.removing import Removed


class RemoveIssues(QUndoCommand):
    """One step, already applied when it is pushed.

    Args:
        remove: takes the issues of these ids out again.
        take_back: brings back what was removed.
        removed: what was.
        text: what the undo menu calls it.
    """

    def __init__(
        self,
        remove: Callable[[tuple[str, ...]], None],
        take_back: Callable[[Removed], None],
        removed: Removed,
        text: str,
    ) -> None:
        super().__init__(text)
        self._remove = remove
        self._take_back = take_back
        self._removed = removed
        self._applied = True

    def redo(self) -> None:
        if self._applied:
            self._applied = False
            return
        self._remove(tuple(one.id for one in self._removed.issues))

    def undo(self) -> None:
        self._take_back(self._removed)
