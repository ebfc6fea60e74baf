"""The table of duties: drawn from the text, and leading back into it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.model.job import SilentJob
from reader.services import import_files
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from ui.controllers.desk import Desk
from ui.dialogs.table_window import TableWindow

NOTICE = """云汀市人民政府
关于整治渡口的通知
云政发〔2024〕5号

各县（市、区）人民政府：
一、改造码头。2025年6月底前改造十座。（责任单位：市交通局）
二、更新渡船。淘汰木船。（责任单位：市应急局）

云汀市人民政府
2024年6月1日
"""


def opened(library: Library, folder: Path, make_desk: DeskMaker, text: str) -> Desk:
    path = folder / "one.txt"
    path.write_text(text, encoding="utf-8")
    assert not import_files.import_paths(library, [path], SilentJob()).failed
    desk = make_desk()
    desk.reading.open(desk.window.library.model.all_ids()[0])
    return desk


def test_the_table_shows_each_task_and_leads_to_it(
    library: Library, tmp_path: Path, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    desk = opened(library, tmp_path, make_desk, NOTICE)
    desk.window.actions_["duties"].trigger()
    shown, = desk.window.findChildren(TableWindow)
    qtbot.addWidget(shown)
    rows = [[slot.text for slot in shown.grid.model.shape.slots if slot.row == row] for row in range(3)]
    assert rows == [
        ["条款", "事项", "责任单位", "时限"],
        ["第一部分", "一、改造码头", "市交通局", "2025年6月底前"],
        ["第二部分", "二、更新渡船", "市应急局", ""],
    ]
    shown.grid.activated.emit(2, 1)
    assert desk.reading.current is not None
    assert desk.window.pane.view.caret() == desk.reading.current.document.text.index("二、更新渡船")


def test_where_nothing_is_labelled_that_is_said(library: Library, tmp_path: Path, make_desk: DeskMaker) -> None:
    desk = opened(library, tmp_path, make_desk, NOTICE.replace("责任单位：", ""))
    desk.window.actions_["duties"].trigger()
    assert not desk.window.findChildren(TableWindow)
    assert "由谁办理" in desk.window.status.currentMessage()
