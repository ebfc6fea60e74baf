"""Which of two versions of an annotation comes from the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model.annotation import Anchor, Annotation
from reader.services.versions import Conflict, Side, later

MADE, EARLY, LATE = (f"2025-03-0{day}T00:00:00.000Z" for day in (1, 2, 3))
ONE = Annotation("1", "k", "s", Anchor(0, 2, "古桥"), "重点", MADE, MADE)
MINE = replace(ONE, note="我说", modified=EARLY)
THEIRS = replace(ONE, note="对方说", modified=LATE)


@pytest.mark.parametrize(("mine", "theirs", "side"), [
    (ONE, ONE, Side.MINE),
    (replace(ONE, modified=EARLY), replace(ONE, modified=LATE, source="另一个文件"), Side.MINE),  # the same words
    (ONE, THEIRS, Side.THEIRS),  # never changed here
    (MINE, ONE, Side.MINE),  # never changed there
    (MINE, THEIRS, None),
    (THEIRS, MINE, None),  # whoever was first
    (MINE, replace(THEIRS, history=(EARLY,)), Side.THEIRS),  # they had ours and changed it
    (replace(MINE, history=(LATE,)), THEIRS, Side.MINE),  # we had theirs and changed it
    (replace(MINE, history=(MADE,)), replace(THEIRS, history=(MADE,)), None),  # both come from an older one
])
def test_the_version_that_comes_from_the_other_is_later(
        mine: Annotation, theirs: Annotation, side: Side | None) -> None:
    assert later(mine, theirs) is side


def test_what_was_deleted_here_and_changed_there_is_a_conflict() -> None:
    assert later(ONE, THEIRS, deleted=EARLY) is None
    assert later(ONE, ONE, deleted=EARLY) is Side.MINE


def test_the_newer_side_of_a_conflict_counts_a_deletion_as_a_change() -> None:
    assert Conflict(MINE, THEIRS).newer is Side.THEIRS
    assert Conflict(THEIRS, MINE).newer is Side.MINE
    assert Conflict(MINE, THEIRS, deleted="2025-04-01T00:00:00.000Z").newer is Side.MINE
    assert Conflict(MINE, replace(MINE, note="同时")).newer is Side.MINE
