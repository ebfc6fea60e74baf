"""Many things done with tabs in no sensible order: what is shown and what is told stay one."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model.job import SilentJob
from reader.services import import_files
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from tests.ui.controllers.five import WORDS, row, show, shown, write
from ui.controllers.desk import Desk
from ui.controllers.reading import Where
from ui.models.tabs import RIGHT

STEPS = 250


@pytest.fixture
def desk(library: Library, make_desk: DeskMaker, tmp_path: Path, simple_importer: None) -> Desk:  # noqa: ARG001
    import_files.import_paths(library, [write(tmp_path)], SilentJob())
    desk = make_desk()
    desk.window.resize(1600, 700)
    return desk


def deeds(desk: Desk, chance: random.Random) -> list[Callable[[], object]]:
    """What may be done now."""
    tabs = desk.reading.tabs
    numbers = [tab.number for tab in tabs] or [0]
    number = chance.choice(numbers)
    return [
        lambda: show(desk, chance.choice(WORDS), chance.choice(list(Where))),
        lambda: show(desk, chance.choice(WORDS), Where.HERE),
        lambda: desk.tabbing.close(number),
        lambda: desk.tabbing.choose(number),
        lambda: desk.tabbing.keep(number),
        lambda: desk.tabbing.send(number),
        lambda: desk.tabbing.close_others(number) if chance.random() < 0.2 else None,
        lambda: desk.tabbing.move(number, chance.randrange(4)),
        desk.tabbing.reopen,
        lambda: desk.tabbing.step(chance.choice((-1, 1))),
        desk.tabbing.toggle_split,
        desk.tabbing.go_to_other_side,
        desk.reading.back,
        desk.reading.forward,
        lambda: desk.reading.reload() if chance.random() < 0.2 else None,
        lambda: desk.source_beside.toggle() if chance.random() < 0.3 else None,
    ]


def agree(desk: Desk) -> None:
    """Fail where panes, rows of tabs, actions and controller disagree."""
    tabs, area = desk.reading.tabs, desk.window.area
    shown(desk)
    assert area.active == tabs.active
    assert area.split == tabs.split
    assert not (area.split and area.with_source)
    for at, side in enumerate(tabs.sides):
        if at == RIGHT and not area.split:
            continue
        pane = area.side(at).pane
        assert (side.front is None) == (not side.tabs)
        assert pane.opened is (side.front.opened if side.front is not None else None)
        assert len(row(desk, at)) == len(side.tabs) == len({tab.facts.id for tab in side.tabs})
        assert sorted(map(id, side.used)) == sorted(id(tab) for tab in side.tabs if tab is not side.front)
        if side.front is not None:
            assert area.side(at).tabs.currentIndex() == side.tabs.index(side.front)
    current = desk.reading.current
    assert desk.window.side.annotations.document_id == (current.facts.id if current is not None else "")
    assert desk.window.actions_["back"].isEnabled() == desk.reading.can_go_back


@pytest.mark.parametrize("seed", range(4))
def test_what_is_shown_and_what_is_told_stay_one(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(STEPS):
        chance.choice(deeds(desk, chance))()
        agree(desk)
