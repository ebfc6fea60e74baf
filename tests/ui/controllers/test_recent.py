"""The menu of what was read last."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.job import SilentJob
from reader.services import import_files
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from tests.ui.controllers.five import show, shown, write
from ui.controllers.desk import Desk
from ui.controllers.reading import Where


@pytest.fixture
def desk(library: Library, make_desk: DeskMaker, tmp_path: Path, simple_importer: None) -> Desk:  # noqa: ARG001
    import_files.import_paths(library, [write(tmp_path)], SilentJob())
    return make_desk()


def entries(desk: Desk) -> list[str]:
    menu = desk.window.menus.recent
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_nothing_was_read_yet(desk: Desk) -> None:
    assert entries(desk) == ["还没有读过公文"]


def test_what_was_read_last_comes_first_without_the_open_one(desk: Desk) -> None:
    for word in ("古桥", "夜市", "水井"):
        show(desk, word, Where.HERE)
        desk.reading.save_session()
    assert entries(desk) == [
        "云汀市人民政府关于夜市的通知",
        "云汀市人民政府关于古桥的通知",
        "最近的公报",
        "《云汀市人民政府公报》2025年第3期",
    ]


def test_an_entry_opens_its_document_and_an_issue_what_was_read_of_it_last(desk: Desk) -> None:
    for word in ("古桥", "夜市", "水井"):
        show(desk, word, Where.HERE)
        desk.reading.save_session()
    desk.tabbing.close(desk.reading.tabs.side.tabs[0].number)
    assert entries(desk)[0] == "云汀市人民政府关于水井的通知"
    desk.window.menus.recent.actions()[2].trigger()
    assert shown(desk) == "古桥"
    entries(desk)
    show(desk, "茶馆", Where.HERE)
    entries(desk)
    desk.window.menus.recent.actions()[-1].trigger()
    assert shown(desk) == "茶馆"
