"""The text pane speaks offsets and keeps its promises to the window round it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES, AnchorState, PlacedAnnotation
from reader.model.document import BlockKind, Document, DocumentFacts
from ui import theme
from ui.text.view import DocumentView

K = BlockKind


def test_shows_the_text_of_the_document(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    assert "第一条 为了加强渡口安全管理" in view.page.toPlainText()


def test_select_and_selection_agree(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    start = notice.text.index("𠮷田渡口先行")
    view.select(start, start + 6)
    assert view.selection() == (start, start + 6)
    assert view.selected_text() == "𠮷田渡口先行"


def test_selection_is_none_without_one(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    assert view.selection() is None


def test_selection_leaves_out_line_feeds_at_its_ends(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    start = notice.text.index("一、总体要求")
    view.select(start - 1, start + 7)
    assert view.selected_text() == "一、总体要求"


def test_selected_cells_are_one_range_a_row(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    view.select(notice.text.index("1,200"), notice.text.index("905") + 3)
    assert [notice.text[start:end] for start, end in view.selected_ranges()] == ["1,200\t1,350", "860\t905"]


def test_copy_gives_the_text_of_the_library(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    start = notice.text.index("第一条")
    view.select(start, notice.text.index("第二条") + 3)
    view.copy()
    assert QGuiApplication.clipboard().text() == "第一条 为了加强渡口安全管理，制定本办法。\n第二条"


def test_shift_and_arrow_keys_select(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    view.show_document(notice)
    start = notice.text.index("以渡口安全")
    view.goto(start, flash=False)
    view.page.setFocus()
    with qtbot.waitSignal(view.selectionChanged, timeout=2000):
        for _ in range(5):
            QTest.keyClick(view.page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "以渡口安全"


def test_goto_brings_a_far_place_into_view(view: DocumentView, long: Document) -> None:
    view.show_document(long)
    offset = long.text.index("第390段")
    view.goto(offset, flash=False)
    line = view.page.cursorRect()
    assert view.page.viewport().rect().contains(line.center())
    assert view.visible_offset() < offset


def test_goto_does_not_scroll_when_the_place_is_in_view(view: DocumentView, long: Document) -> None:
    view.show_document(long)
    view.goto(long.text.index("第100段"), flash=False)
    before = view.page.verticalScrollBar().value()
    view.goto(long.text.index("第101段"), flash=False)
    assert view.page.verticalScrollBar().value() == before


@pytest.mark.parametrize("mention", ["第3段", "第150段", "12行2列", "第260段", "第399段"])
def test_reading_position_round_trip(view: DocumentView, long: Document, mention: str) -> None:
    view.show_document(long)
    view.restore_offset(long.text.index(mention))
    kept = view.visible_offset()
    view.show_document(long)
    view.restore_offset(kept)
    assert view.visible_offset() == kept


def test_restored_place_is_at_the_top(view: DocumentView, long: Document) -> None:
    view.show_document(long)
    offset = long.text.index("第150段")
    view.restore_offset(offset)
    assert view.visible_offset() == offset


def test_place_restored_before_the_window_is_shown(qtbot: QtBot, long: Document) -> None:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.show_document(long)
    offset = long.text.index("第150段")
    pane.restore_offset(offset)
    pane.resize(900, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.page.verticalScrollBar().setValue(pane.page.verticalScrollBar().value() + 1)
    assert pane.visible_offset() == offset
    assert pane.page.document().textWidth() == pane.page.viewport().width()


def test_goto_before_the_window_is_shown(qtbot: QtBot, long: Document) -> None:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.show_document(long)
    pane.goto(long.text.index("第150段"))
    pane.resize(900, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    assert pane.visible_offset() == long.text.index("第150段")


def test_place_is_kept_when_the_pane_is_made_narrower(view: DocumentView, long: Document, qtbot: QtBot) -> None:
    view.show_document(long)
    offset = long.text.index("第150段")
    view.restore_offset(offset)
    view.resize(520, 600)
    qtbot.waitUntil(lambda: view.visible_offset() == offset, timeout=2000)


def test_zoom_keeps_place_and_selection(view: DocumentView, long: Document) -> None:
    view.show_document(long)
    offset = long.text.index("第150段")
    view.restore_offset(offset)
    view.select(offset, offset + 5)
    view.restore_offset(offset)
    view.select(offset, offset + 5)
    view.zoom_in()
    assert (view.visible_offset(), view.selection()) == (offset, (offset, offset + 5))


def test_zoom_in_and_out_come_back_to_one(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    for step in (view.zoom_in, view.zoom_in, view.zoom_out, view.zoom_out):
        step()
    assert view.zoom == 1.0


def test_scrolling_tells_the_offset(view: DocumentView, long: Document, qtbot: QtBot) -> None:
    view.show_document(long)
    with qtbot.waitSignal(view.offsetChanged, timeout=2000) as told:
        view.page.verticalScrollBar().setValue(700)
    assert told.args == [view.visible_offset()]


def test_hits_are_walked_in_a_circle(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    first, second = notice.text.index("渡口"), notice.text.index("渡口名录")
    view.set_hits([(second, second + 4), (first, first + 2)])
    walked = [view.next_hit(), view.next_hit(), view.next_hit(), view.previous_hit()]
    assert walked == [(first, first + 2), (second, second + 4), (first, first + 2), (second, second + 4)]
    assert view.hit_position() == (2, 2)


def test_a_hit_is_gone_to_by_its_number(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    first, second = notice.text.index("渡口"), notice.text.index("渡口名录")
    view.set_hits([(first, first + 2), (second, second + 4)])
    view.go_to_hit(1)
    assert view.hit_position() == (2, 2)
    with pytest.raises(IndexError):
        view.go_to_hit(2)


def test_no_hits_to_walk(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    view.set_hits([])
    assert view.next_hit() is None


def click_on(view: DocumentView, offset: int) -> None:
    assert view._sheet is not None
    box = view._sheet.geometry.rectangles(offset, offset + 1)[0]
    point = QPoint(round(box.center().x()), round(box.center().y() - view.page.top()))
    QTest.mouseClick(view.page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def test_click_on_a_highlight_activates_the_shortest(view: DocumentView, notice: Document, qtbot: QtBot,
                                                     mark: Callable[..., PlacedAnnotation]) -> None:
    placed = [mark(notice, "以渡口安全为重点，落实责任", id_="long"), mark(notice, "渡口安全为重点", id_="short")]
    view.show_document(notice, placed, DEFAULT_STYLES)
    with qtbot.waitSignal(view.annotationActivated, timeout=2000) as told:
        click_on(view, notice.text.index("为重点"))
    assert told.args == ["short"]


def test_click_in_the_margin_activates(view: DocumentView, notice: Document, qtbot: QtBot,
                                       mark: Callable[..., PlacedAnnotation]) -> None:
    view.show_document(notice, [mark(notice, "落实责任", id_="a")], DEFAULT_STYLES)
    chip = view.page.strip._chips()[0].rectangle.center().toPoint()
    with qtbot.waitSignal(view.annotationActivated, timeout=2000) as told:
        QTest.mouseClick(view.page.strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, chip)
    assert told.args == ["a"]


def test_orphans_are_not_drawn(view: DocumentView, notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    view.show_document(notice, [mark(notice, "落实责任", state=AnchorState.ORPHAN)], DEFAULT_STYLES)
    assert view.page.strip._chips() == []


def test_click_on_a_number_follows_the_link(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    view.show_document(notice)
    view.goto(notice.references[0].start, flash=False)
    with qtbot.waitSignal(view.linkActivated, timeout=2000) as told:
        click_on(view, notice.references[0].start + 2)
    assert told.args == [notice.references[0], Qt.KeyboardModifier.NoModifier]


def test_enter_at_a_number_follows_the_link_with_the_keys_held(view: DocumentView, notice: Document,
                                                               qtbot: QtBot) -> None:
    view.show_document(notice)
    view.place_caret(notice.references[0].start + 2)
    with qtbot.waitSignal(view.linkActivated, timeout=2000) as told:
        QTest.keyClick(view.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [notice.references[0], Qt.KeyboardModifier.ControlModifier]


def test_pointing_at_a_number_tells_what_it_leads_to(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    titles = {"云政发〔2024〕3号": "关于渡口的决定"}
    assert "本库未收" in view._describe_link(notice.references[0])
    view.set_link_titles(lambda reference: titles[reference.key])
    tip = view._describe_link(notice.references[0])
    assert "关于渡口的决定" in tip
    assert "云政发〔2024〕3号" in tip


def test_enter_in_a_table_asks_for_it_larger(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    view.show_document(notice)
    view.place_caret(notice.text.index("白沙渡口"))
    with qtbot.waitSignal(view.tableRequested, timeout=2000) as told:
        QTest.keyClick(view.page, Qt.Key.Key_Return)
    assert told.args == [notice.tables[0]]
    view.place_caret(0)
    with qtbot.assertNotEmitted(view.tableRequested):
        QTest.keyClick(view.page, Qt.Key.Key_Return)


def test_the_mouse_over_a_table_brings_a_button_that_enlarges_it(view: DocumentView, notice: Document,
                                                                 qtbot: QtBot) -> None:
    view.show_document(notice)
    button = view._table.button
    assert not button.isVisible()
    view.goto(notice.text.index("白沙渡口"), flash=False)
    view.page.hovered.emit(view._sheet.geometry.line(notice.text.index("白沙渡口")).center())
    assert button.isVisible()
    with qtbot.waitSignal(view.tableRequested, timeout=2000) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [notice.tables[0]]
    view.page.hovered.emit(view._sheet.geometry.line(notice.text.index("注：")).center())
    assert not button.isVisible()

def test_annotations_change_without_laying_out_again(view: DocumentView, long: Document,
                                                     mark: Callable[..., PlacedAnnotation]) -> None:
    view.show_document(long, (), DEFAULT_STYLES)
    before = view.page.document()
    view.set_annotations([mark(long, "第3段")])
    assert view.page.document() is before
    assert len(view.page.strip._chips()) == 1


def test_empty_state_shows_its_sentence(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    view.show_empty("从左边选择一篇文件")
    assert view._empty.isVisible()
    assert view._empty.text() == "从左边选择一篇文件"
    assert view.selection() is None


def test_every_call_is_harmless_without_a_document(view: DocumentView) -> None:
    view.goto(5)
    view.restore_offset(5)
    view.select(1, 2)
    view.set_hits([(1, 2)])
    view.set_annotations([])
    view.zoom_in()
    view.set_theme("dark")
    assert (view.visible_offset(), view.selected_ranges()) == (0, ())


def test_document_without_text(view: DocumentView) -> None:
    view.show_document(Document(DocumentFacts("k", "空"), "", ()))
    view.goto(0)
    view.restore_offset(3)
    view.zoom_in()
    assert (view.visible_offset(), view.selection()) == (0, None)


def test_another_document_takes_the_place_of_the_first_while_it_is_still_filled(
        view: DocumentView, long: Document, notice: Document, qtbot: QtBot) -> None:
    view.show_document(long)
    assert view._sheet is not None
    assert view._sheet.filling
    view.show_document(notice)
    qtbot.waitUntil(lambda: view._sheet is not None and not view._sheet.filling, timeout=2000)
    assert "第3段" not in view.page.toPlainText()


def test_long_document_is_filled_while_idle(view: DocumentView, long: Document, qtbot: QtBot) -> None:
    view.show_document(long)
    qtbot.waitUntil(lambda: view._sheet is not None and not view._sheet.filling, timeout=5000)
    assert view.page.toPlainText().rstrip().endswith(long.text[-20:].rstrip())


def test_theme_of_the_program_reaches_the_page(view: DocumentView, notice: Document, qapp: QApplication) -> None:
    view.show_document(notice)
    theme.apply_theme(qapp, "sepia")
    assert view.theme.name == "sepia"
    theme.apply_theme(qapp, "light")
    assert view.theme.name == "light"


def test_the_caret_tells_its_offset(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    view.goto(7, flash=False)
    assert view.caret() == 7
    view.select(3, 6)
    assert view.caret() == 3


def test_a_right_click_brings_the_caret_under_the_mouse(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    view.show_document(notice)
    view.goto(0, flash=False)
    viewport = view.page.viewport()
    point = QPoint(viewport.width() // 2, viewport.height() - 30)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, viewport.mapToGlobal(point))
    with qtbot.waitSignal(view.contextMenuRequested):
        view.page.contextMenuEvent(event)
    assert view.caret() > 20


def test_the_caret_survives_another_theme(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    view.place_caret(30)
    view.set_theme("dark")
    assert (view.caret(), view.selection()) == (30, None)


class Painted(QObject):
    """What of a widget is painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


def test_the_line_of_the_focus_stays_at_the_head_when_the_text_scrolls(
    view: DocumentView, long: Document, qtbot: QtBot
) -> None:
    view.show_document(long)
    view.page.setFocus()
    qtbot.waitUntil(view.page.hasFocus)
    qtbot.waitUntil(lambda: not view._sheet.filling, timeout=60_000)
    QApplication.processEvents()
    viewport, bar = view.page.viewport(), view.page.verticalScrollBar()
    bar.setValue(bar.value() + 100)
    QApplication.processEvents()
    painted = Painted(view)
    viewport.installEventFilter(painted)
    bar.setValue(bar.value() - 60)
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    head = QRect(0, 0, viewport.width(), 2)
    moved = head.translated(0, 60)
    assert [line for line in (head, moved) if QRegion(line) - painted.region != QRegion()] == []
