"""Two versions of one annotation, ours and a colleague's: which comes from the other, or that both were changed."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum

from reader.model.annotation import Annotation


class Side(StrEnum):
    """Whose version of an annotation is meant."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """An annotation that was changed here and there since the two parted.

    Attributes:
        mine, theirs: the versions.
        deleted: when ours was put into the trash, UTC as `Annotation.modified`; "" when it was not.
    """

    mine: Annotation
    theirs: Annotation
    deleted: str = ""

    @property
    def newer(self) -> Side:
        """The version changed last; ours where that was at the same moment."""
        return Side.THEIRS if self.theirs.modified > (self.deleted or self.mine.modified) else Side.MINE


def versions(annotation: Annotation) -> frozenset[str]:
    """The `modified` of a version and of all it is known to come from: an annotation as it was made is the first of its
    versions, whoever has it."""
    return frozenset({annotation.modified, annotation.created, *annotation.history})


def later(mine: Annotation, theirs: Annotation, deleted: str = "") -> Side | None:
    """Whose version comes from the other's.

    Args:
        mine, theirs: with their `history`.
        deleted: when ours was put into the trash, or "".

    Returns:
        MINE also where both say the same; None for a conflict.
    """
    if says_the_same(mine, theirs) or theirs.modified in versions(mine):
        return Side.MINE
    if mine.modified in versions(theirs) and not deleted:
        return Side.THEIRS
    return None


def says_the_same(one: Annotation, other: Annotation) -> bool:
    """Whether two versions differ in nothing but their times and the file they were made on."""
    plain = dataclasses.replace(other, created=one.created, modified=one.modified, source=one.source)
    return plain == one
