"""The head tells what the archive says of a document's validity, and leads to the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.job import SilentJob
from reader.services import catalogue, import_files
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from ui import i18n
from ui.controllers.desk import Desk

OLD = """云汀市人民政府
关于渡口收费的通知
云政发〔2020〕5号

各县（市、区）人民政府：
渡口每人每次收费一元。本通知自2020年7月1日起施行，有效期至2099年6月30日。

云汀市人民政府
2020年6月1日
"""
NEW = """云汀市人民政府
关于渡口工作的通知
云政发〔2023〕8号

各县（市、区）人民政府：
各渡口免收过渡费。《关于渡口收费的通知》（云政发〔2020〕5号）同时废止。

云汀市人民政府
2023年3月30日
"""


def take_in(library: Library, folder: Path, *texts: str) -> None:
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        assert not import_files.import_paths(library, [path], SilentJob()).failed


def opened(desk: Desk, qtbot: QtBot, title: str) -> None:
    """Open the document of that title and wait until all is known of it."""
    known = (facts for entry in catalogue.issues(desk.library) for facts in entry.documents)
    one = next(facts.id for facts in known if title in facts.title)
    desk.reading.open(one)
    qtbot.waitUntil(lambda: not desk.holding.busy, timeout=60_000)


def words(desk: Desk) -> list[str]:
    return [action.text() for action in desk.window.pane.head.validity.menu().actions() if action.isEnabled()]


@pytest.fixture
def desk(library: Library, tmp_path: Path, make_desk: DeskMaker) -> Desk:
    take_in(library, tmp_path, OLD)
    return make_desk()


def test_the_head_tells_the_term_and_leads_to_its_sentence(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "收费")
    button = desk.window.pane.head.validity
    assert button.isVisible()
    assert button.text() == "有效至2099年6月30日 ▾"
    begins, ends = (action for action in button.menu().actions() if action.isEnabled() and action.text())
    assert begins.text() == "施行：2020年7月1日　“本通知自2020年7月1日起施行，有效期至2099年6月30日”"
    ends.trigger()
    assert desk.reading.current is not None
    assert desk.window.pane.view.caret() == desk.reading.current.document.text.index("本通知自")


def test_a_repeal_leads_to_the_document_that_says_so(
    library: Library, tmp_path: Path, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    take_in(library, tmp_path, OLD, NEW)
    desk = make_desk()
    opened(desk, qtbot, "收费")
    button = desk.window.pane.head.validity
    assert button.text() == "已失效 ▾"
    assert button.font().bold()
    button.menu().actions()[-1].trigger()
    assert desk.reading.current is not None
    assert desk.reading.current.facts.title.endswith("关于渡口工作的通知")
    qtbot.waitUntil(lambda: not desk.holding.busy, timeout=60_000)
    assert not button.isVisible()


def test_what_comes_into_the_library_counts_at_once(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    opened(desk, qtbot, "收费")
    later = tmp_path / "later.txt"
    later.write_text(NEW, encoding="utf-8")
    desk.importing.start([later])
    qtbot.waitUntil(lambda: desk.window.pane.head.validity.text() == "已失效 ▾", timeout=20_000)


def test_where_nothing_is_said_the_command_says_that(
    library: Library, tmp_path: Path, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    take_in(library, tmp_path, NEW)
    desk = make_desk()
    opened(desk, qtbot, "渡口工作")
    assert not desk.window.pane.head.validity.isVisible()
    desk.window.actions_["validity"].trigger()
    assert "没有写明" in desk.window.status.currentMessage()


def test_who_leafs_on_asks_about_the_last_document_alone(
    library: Library, tmp_path: Path, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    take_in(library, tmp_path, OLD, NEW)
    desk = make_desk()
    asked: list[str] = []
    desk.worker.submitted.connect(lambda handle: asked.append(handle.title))
    ids = [facts.id for entry in catalogue.issues(desk.library) for facts in entry.documents]
    for one in (*ids, ids[0]):
        desk.reading.open(one)
    qtbot.waitUntil(lambda: not desk.holding.busy, timeout=60_000)
    assert asked.count("正在核对效力") == 1


def test_it_speaks_the_language_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "收费")
    app = QApplication.instance()
    assert app is not None
    i18n.install(app, "en")
    button = desk.window.pane.head.validity
    qtbot.waitUntil(lambda: button.text() == "In force until 30 Jun 2099 ▾")
    assert words(desk)[-1].startswith("Until: 30 June 2099")
