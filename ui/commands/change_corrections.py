"""The undo command of corrections: it holds all corrections of an issue before and after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from reader.model.correction import Correction

Apply = Callable[[str, tuple[Correction, ...]], None]
"""Lets exactly these be the corrections of the issue of that id."""


class ChangeCorrections(QUndoCommand):
    """One step, already applied when it is pushed: a fault while applying must keep it out of the stack.

    Args:
        apply: how to bring the library to a state.
        issue_id: the issue corrected.
        before, after: its corrections.
        text: what the undo menu calls it.
    """

    def __init__(
        self,
        apply: Apply,
        issue_id: str,
        before: tuple[Correction, ...],
        after: tuple[Correction, ...],
        text: str,
    ) -> None:
        super().__init__(text)
        self._apply = apply
        self.issue_id = issue_id
        self.before = before
        self.after = after
        self._applied = True

    def redo(self) -> None:
        if self._applied:
            self._applied = False
            return
        self._apply(self.issue_id, self.after)

    def undo(self) -> None:
        self._apply(self.issue_id, self.before)
