"""Clauses, ranges and the way from annotation to annotation at the desk, on the sample issue."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model.job import SilentJob
from reader.services import annotate, import_files
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from ui.controllers.desk import Desk


@pytest.fixture
def desk(library: Library, make_desk: DeskMaker, sample: Path) -> Desk:
    """A desk with a document of articles open."""
    assert not import_files.import_paths(library, [sample], SilentJob()).failed
    desk = make_desk()
    chosen = next(id_ for id_, facts in desk.documents.items() if facts.articles > 3)
    desk.reading.open(chosen)
    return desk


def press(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    desk.window.activateWindow()
    desk.window.pane.view.setFocus()
    qtbot.keyClick(desk.window.pane.view.page, key)


def article(desk: Desk, label: str) -> int:
    assert desk.reading.current is not None
    return next(block.start for block in desk.reading.current.document.blocks if block.label == label)


def test_t_marks_the_clause_of_the_caret_and_opens_its_tags(desk: Desk, qtbot: QtBot) -> None:
    desk.window.pane.view.place_caret(article(desk, "第三条") + 3)
    press(desk, qtbot, Qt.Key.Key_T)
    made = annotate.all_annotations(desk.library)
    assert [one.annotation.anchor.address for one in made if one.annotation.anchor] == ["第三条"]
    editor = desk.window.side.annotations.editor
    assert editor.annotation is not None
    assert editor.annotation.id == made[0].annotation.id


def test_clause_is_not_marked_twice(desk: Desk) -> None:
    for _ in range(2):
        desk.window.pane.view.place_caret(article(desk, "第三条"))
        desk.marking._choose("")
        desk.marking.tag()
    assert len(annotate.all_annotations(desk.library)) == 1


def test_selection_is_tagged_before_the_clause(desk: Desk) -> None:
    start = article(desk, "第三条")
    desk.window.pane.view.select(start, start + 3)
    desk.marking.tag()
    made = annotate.all_annotations(desk.library)
    assert [one.annotation.anchor.quote for one in made if one.annotation.anchor] == ["第三条"]


def test_ctrl_g_goes_to_an_article_and_back_again(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["go_to"].trigger()
    box = desk.window.pane.view._go_to
    qtbot.keyClicks(box.line, "5")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    clause = desk.window.pane.view.clause()
    assert clause is not None
    assert clause[2].startswith("第五条")
    assert desk.reading.can_go_back


def test_range_of_an_annotation_is_changed_and_the_change_undone(desk: Desk, qtbot: QtBot) -> None:
    start = article(desk, "第三条")
    desk.window.pane.view.select(start, start + 3)
    desk.window.actions_["style_1"].trigger()
    press(desk, qtbot, Qt.Key.Key_R)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(desk.window.pane.view.page, key)

    def ranges() -> list[tuple[int | None, int | None]]:
        return [(one.placement.start, one.placement.end) for one in annotate.all_annotations(desk.library)]

    assert ranges() == [(start, start + 5)]
    desk.window.actions_["undo"].trigger()
    assert ranges() == [(start, start + 3)]


def test_annotations_are_walked_by_keyboard(desk: Desk) -> None:
    for label in ("第二条", "第三条"):
        start = article(desk, label)
        desk.window.pane.view.select(start, start + 3)
        desk.window.actions_["style_1"].trigger()
    first, second = (one.annotation.id for one in annotate.all_annotations(desk.library))
    walked = []
    for name in ("next_annotation", "next_annotation", "previous_annotation"):
        desk.window.actions_[name].trigger()
        walked.append(desk.marking._active)
    assert walked == [first, second, first]


def test_going_to_another_clause_leaves_the_annotation_that_was_active(desk: Desk) -> None:
    current = desk.reading.current
    assert current is not None
    desk.window.pane.view.select(0, 4)
    made = desk.marking.mark("重点")
    assert made is not None
    editor = desk.window.side.annotations.editor
    desk.window.show_panel("annotations")
    desk.marking.go_to_annotation(made.id)
    assert editor.annotation is not None
    desk.reading.open(current.facts.id, len(current.document.text) - 3)
    assert editor.annotation is None
    assert desk.window.pane.view.page.active_mark() is None


def test_stepping_to_a_hit_leaves_the_annotation_that_was_active(desk: Desk, qtbot: QtBot) -> None:
    desk.window.pane.view.place_caret(article(desk, "第三条"))
    desk.marking.tag()
    there = article(desk, "第五条")
    desk.window.pane.show_hits(((there, there + 3),))
    desk.window.actions_["find_next"].trigger()
    press(desk, qtbot, Qt.Key.Key_T)
    made = annotate.all_annotations(desk.library)
    assert [one.annotation.anchor.address for one in made if one.annotation.anchor] == ["第三条", "第五条"]
