"""The original beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model.job import SilentJob
from reader.services import import_files
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from tests.ui.controllers.five import LINES, show, shown, write
from ui.controllers.desk import Desk
from ui.controllers.reading import Where
from ui.panels.source_side import SourceSide


@pytest.fixture
def desk(library: Library, make_desk: DeskMaker, tmp_path: Path, simple_importer: None) -> Desk:  # noqa: ARG001
    """A desk with 夜市 open, the second of five documents."""
    import_files.import_paths(library, [write(tmp_path)], SilentJob())
    desk = make_desk()
    desk.window.resize(1366, 700)
    show(desk, "夜市")
    return desk


def source(desk: Desk, qtbot: QtBot) -> SourceSide:
    """Show the original and wait for its lines."""
    desk.window.actions_["show_source"].trigger()
    side = desk.window.area.source()
    qtbot.waitUntil(lambda: side.view.blockCount() > LINES)
    return side


def test_the_lines_of_the_paragraph_one_reads_are_marked(desk: Desk, qtbot: QtBot) -> None:
    side = source(desk, qtbot)
    assert side.isVisible()
    assert "五篇.txt" in side.title.text()
    assert side.view.textCursor().block().text() == "# 云汀市人民政府关于夜市的通知"
    view = desk.window.pane.view
    view.restore_offset(view.document.text.index("夜市第20段"))  # type: ignore[union-attr]  # open
    qtbot.waitUntil(lambda: side.view.textCursor().block().text().startswith("夜市第20段"))
    view.select(*(view.document.text.index("夜市第23段") + n for n in (0, 4)))  # type: ignore[union-attr]  # open
    assert side.view.textCursor().block().text().startswith("夜市第23段")


def test_another_document_of_the_issue_is_followed(desk: Desk, qtbot: QtBot) -> None:
    side = source(desk, qtbot)
    show(desk, "水井", Where.HERE)
    assert side.view.textCursor().block().text() == "# 云汀市人民政府关于水井的通知"


def test_a_click_on_a_line_leads_to_its_text(desk: Desk, qtbot: QtBot) -> None:
    side = source(desk, qtbot)
    side.lineChosen.emit(1 + LINES + 1 + 31)
    text = desk.reading.current.document.text  # type: ignore[union-attr]  # open
    assert desk.window.pane.view.caret() == text.index("夜市第30段")
    side.lineChosen.emit(4 * (LINES + 1) + 11)
    qtbot.waitUntil(lambda: shown(desk) == "渡口")
    text = desk.reading.current.document.text  # type: ignore[union-attr]  # open
    assert desk.window.pane.view.caret() == text.index("渡口第9段")


def test_the_original_takes_the_place_of_the_other_side(desk: Desk, qtbot: QtBot) -> None:
    show(desk, "水井", Where.BESIDE)
    source(desk, qtbot)
    assert not desk.reading.tabs.split
    assert desk.window.area.source().isVisible()
    desk.window.actions_["split"].trigger()
    assert not desk.window.area.source().isVisible()
    assert not desk.window.actions_["show_source"].isChecked()
    assert desk.window.area.side(1).isVisible()


def test_panels_make_room_and_come_back(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    side = source(desk, qtbot)
    assert (window.library.isVisible(), window.side.isVisible()) == (True, False)
    assert window.state().side
    qtbot.mouseClick(side.close_button, Qt.MouseButton.LeftButton)
    assert not side.isVisible()
    assert window.side.isVisible()
    assert not window.actions_["show_source"].isChecked()


def test_a_panel_brought_back_by_hand_stays(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    source(desk, qtbot)
    window.actions_["show_annotations"].trigger()
    assert window.side.isVisible()
    window.actions_["show_annotations"].trigger()
    window.actions_["show_source"].trigger()
    assert not window.side.isVisible()


def test_an_original_that_is_gone_is_told(desk: Desk, qtbot: QtBot) -> None:
    for file in (desk.library.root / "originals").rglob("*"):
        if file.is_file():
            file.unlink()
    desk.window.actions_["show_source"].trigger()
    side = desk.window.area.source()
    qtbot.waitUntil(lambda: "再导入一次" in side.title.text())
