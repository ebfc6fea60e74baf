"""Changing the range of the chosen annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES, PlacedAnnotation
from reader.model.document import BlockKind, Document
from ui.text.range_handle import RangeHandle
from ui.text.view import DocumentView

K = BlockKind
Marker = Callable[..., PlacedAnnotation]
QUOTE = "落实责任"


@pytest.fixture
def view(qtbot: QtBot, notice: Document, mark: Marker) -> Iterator[DocumentView]:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(900, 760)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_document(notice, [mark(notice, QUOTE, id_="a")], DEFAULT_STYLES)
    pane.set_active_annotation("a")
    pane.activateWindow()
    pane.page.setFocus()
    qtbot.waitUntil(pane.page.hasFocus, timeout=2000)
    yield pane
    pane.clear()


def keys(view: DocumentView, *pressed: Qt.Key, control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in pressed:
        QTest.keyClick(view.page, key, modifier)


def middle(view: DocumentView, offset: int) -> QPointF:
    """The left edge of a character, at half its height, on the viewport."""
    assert view._sheet is not None
    box = view._sheet.geometry.rectangles(offset, offset + 1)[0]
    return QPointF(box.left(), box.center().y() - view.page.top())


def drag(view: DocumentView, handle: RangeHandle, offset: int) -> None:
    grip = QPoint(handle.width() // 2, handle.height() // 2 + (5 if handle.at_start else -5))
    target = handle.mapFrom(view.page.viewport(), middle(view, offset).toPoint())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
    QTest.mouseMove(handle, target)
    # The handle has moved under the mouse.
    at = handle.mapFrom(view.page.viewport(), middle(view, offset).toPoint())
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_chosen_annotation_has_handles(view: DocumentView) -> None:
    assert view._annotated.range.start.isVisible()
    assert view._annotated.range.end.isVisible()
    view.set_active_annotation(None)
    assert not view._annotated.range.start.isVisible()


def test_dragging_the_end(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    start = notice.text.index(QUOTE)
    with qtbot.waitSignal(view.rangeChangeRequested, timeout=2000) as told:
        drag(view, view._annotated.range.end, start + 8)
    assert told.args == ["a", start, start + 8]


def test_dragging_the_start(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    start = notice.text.index(QUOTE)
    with qtbot.waitSignal(view.rangeChangeRequested, timeout=2000) as told:
        drag(view, view._annotated.range.start, start - 3)
    assert told.args == ["a", start - 3, start + 4]


def test_end_cannot_be_dragged_before_the_start(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    start = notice.text.index(QUOTE)
    with qtbot.waitSignal(view.rangeChangeRequested, timeout=2000) as told:
        drag(view, view._annotated.range.end, start - 5)
    assert told.args == ["a", start, start + 1]


def test_click_on_a_handle_changes_nothing(view: DocumentView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.rangeChangeRequested, wait=50):
        QTest.mouseClick(view._annotated.range.end, Qt.MouseButton.LeftButton)


def test_keyboard_moves_the_end_then_the_start(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    start = notice.text.index(QUOTE)
    assert view.change_range()
    assert view._annotated.range.mode == "end"
    keys(view, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.rangeChangeRequested, timeout=2000) as told:
        keys(view, Qt.Key.Key_Return)
    assert told.args == ["a", start - 1, start + 5]
    assert view._annotated.range.mode == ""


def test_keyboard_passes_surrogates_whole(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    start = notice.text.index(QUOTE)
    view.change_range()
    keys(view, Qt.Key.Key_Right, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.rangeChangeRequested, timeout=2000) as told:
        keys(view, Qt.Key.Key_Return)
    assert notice.text[told.args[1]:told.args[2]] == QUOTE + "，𠮷"
    assert told.args[1] == start


def test_ctrl_down_goes_to_the_end_of_the_paragraph_and_the_next(view: DocumentView, notice: Document,
                                                                 qtbot: QtBot) -> None:
    start = notice.text.index(QUOTE)
    view.change_range()
    keys(view, Qt.Key.Key_Down, Qt.Key.Key_Down, control=True)
    with qtbot.waitSignal(view.rangeChangeRequested, timeout=2000) as told:
        keys(view, Qt.Key.Key_Return)
    first = notice.text.index("\n", start)
    assert told.args == ["a", start, notice.text.index("\n", first + 1)]


def test_esc_leaves_the_range_as_it_was(view: DocumentView, qtbot: QtBot) -> None:
    view.change_range()
    with qtbot.assertNotEmitted(view.rangeChangeRequested, wait=50):
        keys(view, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert (view._annotated.range.mode, view.page._draft) == ("", None)


def test_new_range_is_shown_before_it_is_saved(view: DocumentView, notice: Document) -> None:
    view.change_range()
    keys(view, Qt.Key.Key_Right)
    assert view.page._draft is not None
    assert view.page._draft.end == notice.text.index(QUOTE) + 5


def test_hint_names_the_keys_while_the_keyboard_moves_an_end(view: DocumentView) -> None:
    view.change_range()
    assert view._hint.isVisible()
    assert "终点" in view._hint.text()
    keys(view, Qt.Key.Key_Tab)
    assert "起点" in view._hint.text()
    keys(view, Qt.Key.Key_Escape)
    assert not view._hint.isVisible()


def test_selection_becomes_the_range(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    start = notice.text.index("以渡口")
    view.select(start, start + 5)
    with qtbot.waitSignal(view.rangeChangeRequested, timeout=2000) as told:
        assert view.change_range()
    assert told.args == ["a", start, start + 5]
    assert view.selection() is None


def test_nothing_to_change_without_a_chosen_annotation(view: DocumentView) -> None:
    view.set_active_annotation(None)
    assert not view.change_range()


def test_losing_the_focus_gives_up(view: DocumentView) -> None:
    view.change_range()
    keys(view, Qt.Key.Key_Right)
    view.begin_go_to()
    assert view._annotated.range.mode == ""


def test_end_below_the_screen_is_scrolled_to(view: DocumentView, make: Callable[..., Document], mark: Marker) -> None:
    long = make([(K.PARAGRAPH, f"第{number}段，" + "渡口安全。" * 40) for number in range(60)])
    placed = mark(long, "第2段，" + long.text.split("第2段，")[1][:1500], id_="b")
    view.show_document(long, [placed], DEFAULT_STYLES)
    view.set_active_annotation("b")
    assert not view._annotated.range.end.isVisible()
    view.change_range()
    assert view._annotated.range.end.isVisible()


def test_a_handle_leaves_the_text_itself_to_the_mouse(view: DocumentView) -> None:
    handles = {one.at_start: one for one in view.page.viewport().findChildren(RangeHandle) if one.isVisible()}
    assert set(handles) == {True, False}
    for at_start, handle in handles.items():
        edge, middle = handle.width() // 2, handle.height() // 2
        inward = 1 if at_start else -1
        assert not handle.mask().contains(QPoint(edge + 2 * inward, middle))
        assert handle.mask().contains(QPoint(edge - 3 * inward, middle))
