"""The undo command of removed issues: it holds what is needed to take them back."""

from __future__ import annotations

from collections.abc import Callable

from reader.services.removing import Removed
from ui.commands.applied import Applied


class RemoveIssues(Applied):
    """Issues removed.

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

    def again(self) -> None:
        self._remove(tuple(one.id for one in self._removed.issues))

    def undo(self) -> None:
        self._take_back(self._removed)
