"""The undo command of corrections: it holds all corrections of an issue before and after."""

from __future__ import annotations

from collections.abc import Callable

from reader.model.correction import Correction
from ui.commands.applied import Applied

Apply = Callable[[str, tuple[Correction, ...]], None]
"""Lets exactly these be the corrections of the issue of that id."""


class ChangeCorrections(Applied):
    """Other corrections of an issue.

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

    def again(self) -> None:
        self._apply(self.issue_id, self.after)

    def undo(self) -> None:
        self._apply(self.issue_id, self.before)
