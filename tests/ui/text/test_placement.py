"""The width of the pane is shared out between desk, margin, text and notes."""

from __future__ import annotations

import pytest

from ui.text.placement import MEASURE, NARROWEST, WIDEST, place

EM, BAR = 17, 12


@pytest.mark.parametrize("width", range(120, 2400, 37))
@pytest.mark.parametrize("notes", [False, True])
def test_all_the_width_is_given_away(width: int, notes: bool) -> None:
    to = place(width, BAR, EM, notes=notes)
    assert to.left + to.gutter + to.text + to.right == width - BAR
    assert min(to.left, to.gutter, to.text, to.right) >= 0
    assert to.notes <= to.right


def test_paper_is_in_the_middle_without_notes() -> None:
    to = place(1500, BAR, EM, notes=False)
    assert abs(to.left - to.right) <= 1
    assert (to.notes, to.characters) == (0, MEASURE)


def test_paper_gives_way_to_notes() -> None:
    without, to = place(1046, BAR, EM, notes=False), place(1046, BAR, EM, notes=True)
    assert to.notes >= NARROWEST
    assert to.left < without.left
    assert to.characters == without.characters


def test_paper_stays_in_the_middle_where_notes_have_room_beside_it() -> None:
    to = place(1900, BAR, EM, notes=True)
    assert abs(to.left - to.right) <= 1
    assert to.notes == WIDEST


def test_narrow_pane_has_no_notes() -> None:
    assert place(770, BAR, EM, notes=True).notes == 0


def test_lines_get_shorter_in_a_narrow_pane() -> None:
    assert 8 < place(520, BAR, EM, notes=False).characters < MEASURE
