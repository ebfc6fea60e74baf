"""The undo command of a change to a style: it holds the style before and after."""

from __future__ import annotations

from collections.abc import Callable

from reader.model.annotation import Style
from ui.commands.applied import Applied

Apply = Callable[[Style | None, Style | None], None]
"""Brings the library from the first to the second; None stands for a style that is not there."""


class ChangeStyle(Applied):
    """A style added or changed.

    Args:
        apply: how to bring the library from one state to the other.
        before, after: the style; `before` is None when it was added.
        text: what the undo menu calls it.
    """

    def __init__(self, apply: Apply, before: Style | None, after: Style, text: str) -> None:
        super().__init__(text)
        self._apply = apply
        self.before = before
        self.after = after

    def again(self) -> None:
        self._apply(self.before, self.after)

    def undo(self) -> None:
        self._apply(self.after, self.before)
