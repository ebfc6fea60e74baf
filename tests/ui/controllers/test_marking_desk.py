"""A user marks, writes, tags and takes back, at the desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model.annotation import Mark
from reader.model.errors import UserError
from reader.services import annotate
from tests.ui.desk_steps import BRIDGE, press, select, stored
from ui.controllers.desk import Desk
from ui.panels.note_editor import STORE_AFTER


def test_a_digit_marks_the_selection(desk: Desk, qtbot: QtBot) -> None:
    select(desk, BRIDGE)
    press(desk, qtbot, Qt.Key.Key_3)
    assert stored(desk) == [("期限", BRIDGE, "")]
    desk.window.show_panel("annotations")
    assert desk.window.side.annotations.model.rowCount() == 1


def test_a_digit_typed_into_a_box_marks_nothing(desk: Desk, qtbot: QtBot) -> None:
    select(desk, BRIDGE)
    desk.window.library.focus_filter()
    qtbot.keyClick(desk.window.library.filter, Qt.Key.Key_1)
    assert stored(desk) == []
    assert desk.window.library.filter.text() == "1"


def test_without_a_selection_a_notice_says_what_to_do(desk: Desk) -> None:
    desk.window.actions_["style_1"].trigger()
    assert stored(desk) == []
    assert "选中" in desk.window.status.currentMessage()


def test_a_digit_recolours_the_annotation_just_made(desk: Desk) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    desk.window.actions_["style_4"].trigger()
    assert [style for style, _, _ in stored(desk)] == ["责任"]


def test_underline_marks_otherwise(desk: Desk) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["underline"].trigger()
    assert [one.annotation.mark for one in annotate.all_annotations(desk.library)] == [Mark.UNDERLINE]


def test_a_note_is_stored_while_it_is_typed_and_is_one_step_to_undo(desk: Desk, qtbot: QtBot) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["note"].trigger()
    editor = desk.window.side.annotations.editor
    assert editor.isVisible()
    editor.note.insertPlainText("年底")
    qtbot.waitUntil(lambda: stored(desk)[0][2] == "年底", timeout=STORE_AFTER + 2000)
    editor.note.insertPlainText("以前")
    editor.flush()
    assert stored(desk)[0][2] == "年底以前"
    desk.window.actions_["undo"].trigger()
    assert stored(desk) == [("重点", BRIDGE, "")]
    assert editor.note.toPlainText() == ""
    desk.window.actions_["undo"].trigger()
    assert stored(desk) == []
    desk.window.actions_["redo"].trigger()
    desk.window.actions_["redo"].trigger()
    assert stored(desk) == [("重点", BRIDGE, "年底以前")]


def test_closing_the_window_stores_what_was_typed(desk: Desk) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["note"].trigger()
    desk.window.side.annotations.editor.note.insertPlainText("急")
    desk.window.close()
    assert stored(desk)[0][2] == "急"


def test_tags_are_stored_and_offered(desk: Desk) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["tag"].trigger()
    editor = desk.window.side.annotations.editor
    editor.tags.setText("防汛，安全/桥梁")
    editor.tags.editingFinished.emit()
    assert annotate.tags(desk.library) == (("安全/桥梁", 1), ("防汛", 1))
    box = desk.window.side.annotations.filters.tag_box
    assert [box.itemData(row) for row in range(box.count())] == ["", "安全", "安全/桥梁", "防汛"]


def test_a_deleted_annotation_comes_back_by_undo(desk: Desk, qtbot: QtBot) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["style_2"].trigger()
    press(desk, qtbot, Qt.Key.Key_Delete)
    assert stored(desk) == []
    desk.window.actions_["undo"].trigger()
    assert stored(desk) == [("依据", BRIDGE, "")]


def test_the_list_goes_to_the_place_in_another_document(desk: Desk) -> None:
    start, _ = select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    first, second = list(desk.documents)
    desk.reading.open(second)
    panel = desk.window.side.annotations
    desk.window.show_panel("annotations")
    panel.show_scope(whole_library=True)
    assert panel.model.index(0).data() == "关于修缮古桥的通知"
    placed = panel.model.placed(panel.model.index(1))
    assert placed is not None
    desk.marking.go_to(placed)
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id == first
    assert placed.placement.start == start


def test_a_note_on_the_whole_document_has_no_place(desk: Desk) -> None:
    desk.window.actions_["note_document"].trigger()
    desk.window.side.annotations.editor.note.insertPlainText("总评")
    desk.window.side.annotations.editor.flush()
    assert stored(desk) == [("重点", "", "总评")]


def test_the_list_is_filtered_by_colour(desk: Desk) -> None:
    select(desk, "汛期")
    desk.window.actions_["style_1"].trigger()
    select(desk, "古桥")
    desk.window.actions_["style_2"].trigger()
    desk.window.show_panel("annotations")
    panel = desk.window.side.annotations
    panel.filters.style_box.setCurrentIndex(panel.filters.style_box.findData("依据"))
    assert panel.model.rowCount() == 1


def test_a_change_that_cannot_be_stored_is_told_and_not_undoable(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError("disk.full", path="/x")

    monkeypatch.setattr(annotate, "create", full)
    select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    assert desk.window.status.currentMessage() == desk.messages.sentence(UserError("disk.full", path="/x"))
    assert not desk.annotating.stack.canUndo()
