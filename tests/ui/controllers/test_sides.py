"""Two documents side by side: everything follows the side that has the focus, and nothing is mixed up."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.model.document import Reference
from reader.model.job import SilentJob
from reader.services import annotate, import_files
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from tests.ui.controllers.five import WORDS, id_of, row, show, shown, write
from ui.controllers.desk import Desk
from ui.controllers.reading import Where
from ui.models.tabs import LEFT, RIGHT, Opened

SEED = 20250301


@pytest.fixture
def desk(library: Library, make_desk: DeskMaker, tmp_path: Path, simple_importer: None) -> Desk:  # noqa: ARG001
    """A desk with 古桥 at the left and 夜市 at the right, which has the focus."""
    import_files.import_paths(library, [write(tmp_path)], SilentJob())
    desk = make_desk()
    desk.window.resize(1600, 700)
    show(desk, "古桥")
    show(desk, "夜市", Where.BESIDE)
    return desk


def click_into(desk: Desk, qtbot: QtBot, at: int) -> None:
    """Click into the text of a side."""
    viewport = desk.window.area.side(at).pane.view.page.viewport()
    desk.window.activateWindow()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.rect().center())


def marks(desk: Desk, at: int) -> set[str]:
    """The ids of the annotations that the view of a side shows."""
    return {mark.id for mark in desk.window.area.side(at).pane.view.page._marks}


def test_a_document_opens_beside_another(desk: Desk) -> None:
    assert (row(desk, LEFT), row(desk, RIGHT), shown(desk)) == (["古桥"], ["夜市"], "夜市")
    assert all(desk.window.area.side(at).isVisible() for at in (LEFT, RIGHT))
    assert desk.window.actions_["split"].isChecked()


def test_a_click_into_a_side_gives_it_the_focus(desk: Desk, qtbot: QtBot) -> None:
    click_into(desk, qtbot, LEFT)
    assert shown(desk) == "古桥"
    assert desk.window.windowTitle().startswith("云汀市人民政府关于古桥")
    assert desk.window.area.side(LEFT).tabs.property("active") is True
    assert desk.window.area.side(RIGHT).tabs.property("active") is False
    click_into(desk, qtbot, RIGHT)
    assert shown(desk) == "夜市"


def test_a_key_goes_to_the_other_side(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.window.actions_["other_side"].trigger()
    assert shown(desk) == "古桥"
    assert desk.window.focusWidget() is desk.window.area.side(LEFT).pane.view.page


def test_the_tree_opens_on_the_side_with_the_focus(desk: Desk, qtbot: QtBot) -> None:
    click_into(desk, qtbot, LEFT)
    show(desk, "水井", Where.HERE)
    assert (row(desk, LEFT), row(desk, RIGHT)) == (["古桥", "水井"], ["夜市"])


def test_finding_is_each_sides_own(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["find"].trigger()
    right = desk.window.area.side(RIGHT).pane
    right.find_bar.text.setText("夜市第7段")
    qtbot.waitUntil(lambda: right.view.hit_position() == (1, 1))
    click_into(desk, qtbot, LEFT)
    left = desk.window.area.side(LEFT).pane
    assert not left.find_bar.isVisible()
    desk.window.actions_["find"].trigger()
    left.find_bar.text.setText("古桥")
    qtbot.waitUntil(lambda: left.view.hit_position()[1] > 1)
    assert right.view.hit_position() == (1, 1)


def test_a_colour_marks_the_selection_of_the_side_with_the_focus(desk: Desk, qtbot: QtBot) -> None:
    desk.window.area.side(RIGHT).pane.view.select(0, 5)
    click_into(desk, qtbot, LEFT)
    desk.window.pane.view.select(3, 9)
    qtbot.keyClick(desk.window.pane.view.page, Qt.Key.Key_2)
    (made,) = annotate.all_annotations(desk.library)
    assert made.document_id == id_of(desk, "古桥")
    assert (made.placement.start, made.placement.end) == (3, 9)
    assert (marks(desk, LEFT), marks(desk, RIGHT)) == ({made.annotation.id}, set())
    assert desk.window.area.side(RIGHT).pane.view.selection() == (0, 5)


def test_annotations_are_never_mixed_up_by_changes_of_side(desk: Desk, qtbot: QtBot) -> None:
    chance = random.Random(SEED)
    wanted: dict[str, set[tuple[int, int]]] = {"古桥": set(), "夜市": set()}
    for turn in range(24):
        at = chance.choice((LEFT, RIGHT))
        click_into(desk, qtbot, at)
        word = shown(desk)
        assert word == ("古桥", "夜市")[at]
        start = 20 * turn + chance.randrange(3)
        desk.window.pane.view.select(start, start + 4)
        desk.window.actions_[f"style_{1 + turn % 8}"].trigger()
        made = desk.annotating.of_document(id_of(desk, word))
        wanted[word].add((start, start + 4))
        # The selection may lose white space at its ends; the words are those of the document all the same.
        text = desk.reading.current.document.text  # type: ignore[union-attr]  # open
        for one in made:
            assert one.annotation.anchor is not None
            assert text[one.placement.start : one.placement.end] == one.annotation.anchor.quote
        assert len(made) == len(wanted[word])
        for side, name in ((LEFT, "古桥"), (RIGHT, "夜市")):
            stored = {one.annotation.id for one in desk.annotating.of_document(id_of(desk, name))}
            assert marks(desk, side) == stored
    while desk.annotating.stack.canUndo():
        desk.window.actions_["undo"].trigger()
    assert (marks(desk, LEFT), marks(desk, RIGHT)) == (set(), set())


def test_undo_changes_the_document_that_was_marked(desk: Desk, qtbot: QtBot) -> None:
    desk.window.pane.view.select(0, 5)
    desk.window.actions_["style_1"].trigger()
    click_into(desk, qtbot, LEFT)
    desk.window.pane.view.select(0, 5)
    desk.window.actions_["style_1"].trigger()
    click_into(desk, qtbot, RIGHT)
    desk.window.actions_["undo"].trigger()
    assert [len(marks(desk, at)) for at in (LEFT, RIGHT)] == [0, 1]


def test_a_note_typed_before_a_change_of_side_is_stored_with_its_document(desk: Desk, qtbot: QtBot) -> None:
    desk.window.pane.view.select(0, 5)
    desk.window.actions_["note"].trigger()
    desk.window.side.annotations.editor.note.insertPlainText("先核对")
    click_into(desk, qtbot, LEFT)
    (made,) = annotate.all_annotations(desk.library)
    assert (made.annotation.note, made.document_id) == ("先核对", id_of(desk, "夜市"))
    assert desk.window.side.annotations.editor.annotation is None
    click_into(desk, qtbot, RIGHT)
    assert shown(desk) == "夜市"


def test_the_same_document_on_both_sides_shows_new_marks_on_both(desk: Desk) -> None:
    show(desk, "古桥", Where.HERE)
    desk.window.pane.view.select(0, 5)
    desk.window.actions_["style_1"].trigger()
    assert marks(desk, LEFT) == marks(desk, RIGHT) != set()


def test_scrolling_the_other_side_leaves_the_outline_alone(desk: Desk, qtbot: QtBot) -> None:
    left = desk.window.area.side(LEFT).pane
    there = left.opened.document.text.index("古桥第20段")  # type: ignore[union-attr]  # open
    left.view.restore_offset(there)
    tab = desk.reading.tabs.sides[LEFT].front
    assert tab is not None
    qtbot.waitUntil(lambda: there - 40 < tab.offset <= there)
    assert shown(desk) == "夜市"
    front = desk.reading.tabs.front
    assert front is not None
    assert front.offset == 0


def test_joining_the_sides_keeps_all_tabs(desk: Desk) -> None:
    desk.window.actions_["split"].trigger()
    assert (row(desk), shown(desk)) == (["古桥", "夜市"], "夜市")
    assert not desk.window.area.side(RIGHT).isVisible()
    assert not desk.window.actions_["other_side"].isEnabled()


def test_closing_the_only_tab_of_a_side_ends_the_split(desk: Desk) -> None:
    desk.tabbing.close(desk.reading.tabs.sides[LEFT].tabs[0].number)
    assert (row(desk), shown(desk)) == (["夜市"], "夜市")
    assert not desk.window.area.side(RIGHT).isVisible()


def test_back_leads_to_the_other_side(desk: Desk) -> None:
    desk.window.actions_["back"].trigger()
    assert (shown(desk), desk.window.area.active) == ("古桥", LEFT)
    assert row(desk, RIGHT) == ["夜市"]


def test_both_sides_are_there_at_the_next_start(desk: Desk, make_desk: DeskMaker) -> None:
    show(desk, "水井")
    desk.window.close()
    desk.reading.save_session()
    again = make_desk()
    assert (row(again, LEFT), row(again, RIGHT), shown(again)) == (["古桥"], ["夜市", "水井"], "水井")
    heights = [again.window.area.side(at).tabs.height() for at in (LEFT, RIGHT)]
    assert heights[0] == heights[1] > 10


def test_the_text_offers_the_document_it_names_beside(desk: Desk) -> None:
    front = desk.reading.tabs.front
    assert front is not None
    assert front.opened is not None
    named = Reference(0, 5, "茶馆", desk.documents[id_of(desk, "茶馆")].key)
    front.opened = Opened(dataclasses.replace(front.opened.document, references=(named,)), front.opened.issue)
    desk.reading.settle()
    desk.window.pane.view.place_caret(2)
    menu = QMenu(desk.window)
    desk.tabbing.add_link_actions(menu)
    next(action for action in menu.actions() if "另一侧" in action.text()).trigger()
    assert (shown(desk), desk.window.area.active) == ("茶馆", LEFT)


def test_widgets_of_the_second_side_have_names(desk: Desk) -> None:
    side = desk.window.area.side(RIGHT)
    assert side.tabs.accessibleName()
    assert side.close_button.accessibleName()
    assert set(WORDS) >= set(row(desk, RIGHT))


def test_the_other_side_goes_along_when_it_shall(desk: Desk, qtbot: QtBot) -> None:
    assert desk.window.actions_["scroll_together"].isEnabled()
    left, right = (desk.window.area.side(at).pane.view for at in (LEFT, RIGHT))
    # Neither document has clauses: they go along by their length.
    right.restore_offset(len(right.document.text) // 3)  # type: ignore[union-attr]  # open
    qtbot.waitUntil(lambda: desk.reading.tabs.sides[RIGHT].front.offset > 0)  # type: ignore[union-attr]  # open
    assert left.visible_offset() == 0
    desk.window.actions_["scroll_together"].trigger()
    qtbot.waitUntil(lambda: abs(left.visible_offset() - right.visible_offset()) < 40)
    assert left.visible_offset() > 0
    desk.window.actions_["split"].trigger()
    assert not desk.window.actions_["scroll_together"].isEnabled()
