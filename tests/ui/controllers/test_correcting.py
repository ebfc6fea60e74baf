"""Correcting in the window, over a simple importer that obeys starts and titles."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.model.errors import UserError
from reader.services import annotate, catalogue, corrections
from tests.ui.texts import unlettered
from ui.actions import PARAGRAPH_KINDS
from ui.controllers.desk import Desk
from ui.dialogs.facts import FactsDialog
from ui.models.report_entries import Group
from ui.models.report_words import correction_text

BRIDGE, MARKET = "云汀市人民政府关于修缮古桥的通知", "云汀市人民政府关于夜市的意见"
BODY = "各单位应当在汛期以前修好古桥"


def titles(desk: Desk) -> list[str]:
    return [facts.title for facts in catalogue.issues(desk.library)[0].documents]


def text(desk: Desk) -> str:
    assert desk.reading.current is not None
    return desk.reading.current.document.text


def title(desk: Desk) -> str:
    assert desk.reading.current is not None
    return desk.reading.current.facts.title


def do(desk: Desk, qtbot: QtBot, name: str) -> None:
    """Trigger an action and wait until the correction is done and shown."""
    desk.correction_menu.enable()
    with qtbot.waitSignal(desk.treeShown):
        desk.window.actions_[name].trigger()
    qtbot.waitUntil(lambda: not desk.correcting.busy)


def split(desk: Desk, qtbot: QtBot) -> None:
    desk.window.pane.view.goto(text(desk).index(BODY) + 2, flash=False)
    do(desk, qtbot, "correct_split")


def test_a_document_is_split_at_the_caret_and_the_new_one_is_shown(desk: Desk, qtbot: QtBot) -> None:
    split(desk, qtbot)
    assert titles(desk) == [BRIDGE, BODY + "。", MARKET]
    assert title(desk) == BODY + "。"
    assert desk.window.library.model.document_count == 3


def test_splitting_is_one_step_to_undo_and_redo(desk: Desk, qtbot: QtBot) -> None:
    split(desk, qtbot)
    do(desk, qtbot, "undo")
    assert titles(desk) == [BRIDGE, MARKET]
    assert BODY in text(desk)
    do(desk, qtbot, "redo")
    assert titles(desk)[1] == BODY + "。"


def test_a_document_is_merged_with_the_one_before(desk: Desk, qtbot: QtBot) -> None:
    desk.reading.open(list(desk.documents)[1])
    do(desk, qtbot, "correct_merge")
    assert titles(desk) == [BRIDGE]
    assert "夜市每晚" in text(desk)


def test_the_next_document_can_begin_earlier(desk: Desk, qtbot: QtBot) -> None:
    desk.window.pane.view.goto(text(desk).index(BODY), flash=False)
    do(desk, qtbot, "correct_next")
    assert titles(desk) == [BRIDGE, BODY + "。"]
    assert "夜市每晚" in text(desk)


def test_what_makes_no_sense_is_not_offered(desk: Desk) -> None:
    desk.window.pane.view.goto(0, flash=False)
    desk.correction_menu.enable()
    actions = desk.window.actions_
    for name in ("correct_split", "correct_merge", "correct_start", "correct_next"):
        assert not actions[name].isEnabled()
    assert actions["correct_facts"].isEnabled()


def test_a_title_is_put_right_and_marked_as_corrected(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["correct_facts"].trigger()
    dialog = desk.window.findChild(FactsDialog)
    assert not dialog.ok.isEnabled()
    dialog.title.setPlainText("关于修缮古石桥的通知")
    with qtbot.waitSignal(desk.treeShown):
        dialog.ok.click()
    qtbot.waitUntil(lambda: not desk.correcting.busy)
    assert title(desk) == "关于修缮古石桥的通知"
    assert [one.value for one in corrections.corrections(desk.library, desk.reading.current.issue.id)] == [  # type: ignore[union-attr]  # open
        "关于修缮古石桥的通知"
    ]


def test_annotations_stay_on_their_words(desk: Desk, qtbot: QtBot) -> None:
    start = text(desk).index(BODY)
    desk.window.pane.view.select(start, start + len(BODY))
    desk.window.actions_["style_1"].trigger()
    split(desk, qtbot)
    (placed,) = annotate.all_annotations(desk.library)
    assert placed.document_id == desk.reading.current.facts.id  # type: ignore[union-attr]  # open
    desk.window.show_panel("annotations")
    assert desk.window.side.annotations.model.rowCount() == 1


def test_the_report_lists_corrections_and_withdraws_them(desk: Desk, qtbot: QtBot) -> None:
    split(desk, qtbot)
    desk.window.pane.head.correctionsWanted.emit()
    qtbot.waitUntil(lambda: desk.checking.window.isVisible())
    report = desk.checking.window
    entry = report.model.entry(report.list.currentIndex())
    assert entry is not None
    assert (entry.group, entry.kind, entry.line) == (Group.CORRECTION, "从这里另起一篇", 5)
    with qtbot.waitSignal(desk.treeShown):
        report.withdraw.click()
    qtbot.waitUntil(lambda: report.model.rowCount() == 0)
    assert titles(desk) == [BRIDGE, MARKET]
    do(desk, qtbot, "undo")
    assert len(titles(desk)) == 3


def test_the_reports_text_offers_corrections_too(desk: Desk, qtbot: QtBot) -> None:
    menu = QMenu(desk.window)
    desk.correction_menu.fill(menu, list(desk.documents)[1], 0)
    merge = next(action for action in menu.actions() if unlettered(action.text()) == "并入上一篇")
    with qtbot.waitSignal(desk.treeShown):
        merge.trigger()
    assert titles(desk) == [BRIDGE]


def test_a_correction_that_fails_changes_nothing(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError("disk.full", path="/x")

    monkeypatch.setattr(corrections, "split", full)
    desk.window.pane.view.goto(text(desk).index(BODY), flash=False)
    desk.correction_menu.enable()
    with qtbot.waitSignal(desk.correcting.failed):
        desk.window.actions_["correct_split"].trigger()
    qtbot.waitUntil(lambda: not desk.correcting.busy)
    assert titles(desk) == [BRIDGE, MARKET]
    assert not desk.annotating.stack.canUndo()
    assert "没有完成" in desk.window.area.strip.text.text()


@pytest.mark.parametrize(("name", "field", "shown"), [
    ("correct_addressee", "addressee", "这一段是主送机关"),
    ("correct_signature", "signature", "这一段是落款"),
    ("correct_date", "date", "这一段是成文日期"),
    ("correct_attachment_title", "attachment_title", "这一段是附件标题"),
])
def test_a_paragraph_is_marked_as_another_part_of_the_document(
    desk: Desk, qtbot: QtBot, name: str, field: str, shown: str
) -> None:
    desk.window.pane.view.goto(text(desk).index(BODY) + 2, flash=False)
    do(desk, qtbot, name)
    assert desk.reading.current is not None
    (made,) = corrections.corrections(desk.library, desk.reading.current.issue.id)
    assert made.field == field
    assert correction_text(made) == shown


def test_every_kind_of_paragraph_is_in_the_menu(desk: Desk) -> None:
    menu = desk.window.block_menu(desk.window)
    assert [action.objectName() for action in menu.actions()] == [f"action_{name}" for name in PARAGRAPH_KINDS]
