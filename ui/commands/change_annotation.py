"""The undo commands of changes to annotations: they hold them as they were before and are after."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QUndoCommand

from reader.model.annotation import Annotation
from ui.commands.applied import Applied

Apply = Callable[[Annotation | None, Annotation | None], None]
"""Brings the library from the first to the second; None stands for an annotation that is not there."""

Pair = tuple[Annotation | None, Annotation | None]
"""An annotation before and after; None before it was made and after it was deleted."""

ApplyAll = Callable[[Sequence[Pair]], None]
"""Brings the library from the first of each pair to the second, all at once."""

TYPING = 1
"""Id of the commands that may merge: changes of a note while it is typed."""


class ChangeAnnotation(Applied):
    """One annotation made, changed or deleted.

    Args:
        apply: how to bring the library from one state to the other.
        before, after: the annotation; None before it was made and after it was deleted.
        text: what the undo menu calls it.
        typing: changes with the same number, not 0, are one visit to the note editor and merge into one.
    """

    def __init__(
        self, apply: Apply, before: Annotation | None, after: Annotation | None, text: str, typing: int = 0
    ) -> None:
        super().__init__(text)
        self._apply = apply
        self.before = before
        self.after = after
        self._typing = typing

    def again(self) -> None:
        self._apply(self.before, self.after)

    def undo(self) -> None:
        self._apply(self.after, self.before)

    def id(self) -> int:
        return TYPING if self._typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeAnnotation) or other._typing != self._typing:
            return False
        if self.after is None or other.after is None or self.after.id != other.after.id:
            return False
        self.after = other.after
        return True


class ChangeAnnotations(Applied):
    """One change to several annotations.

    Args:
        apply: how to bring the library from one state to the other.
        pairs: each annotation before and after.
        text: what the undo menu calls it.
    """

    def __init__(self, apply: ApplyAll, pairs: Sequence[Pair], text: str) -> None:
        super().__init__(text)
        self._apply = apply
        self.pairs = tuple(pairs)

    def again(self) -> None:
        self._apply(self.pairs)

    def undo(self) -> None:
        self._apply([(after, before) for before, after in self.pairs])
