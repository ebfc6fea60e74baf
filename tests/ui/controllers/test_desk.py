"""What a user does at the desk, from an empty library to finding all again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.services import catalogue, positions
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from tests.ui.desk_steps import BRIDGE, select, stored, text
from ui import preferences
from ui import theme as themes
from ui.controllers.desk import Desk
from ui.dialogs.import_report import ImportReportDialog
from ui.dialogs.manual import ManualDialog
from ui.models.manual import SHORTCUTS

# The first start


def test_an_empty_library_shows_the_welcome_page_alone(make_desk: DeskMaker) -> None:
    window = make_desk().window
    assert window.pane.welcome.isVisible()
    assert not window.library.isVisible()
    assert not window.side.isVisible()


@pytest.mark.usefixtures("simple_importer")
def test_dropped_files_are_imported_shown_and_reported(make_desk: DeskMaker, gazette: Path, qtbot: QtBot) -> None:
    desk = make_desk()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(gazette))])
    move, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), move, data, button, none)
    desk.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(desk.importing.finished):
        desk.window.dropEvent(QDropEvent(QPointF(9, 9), move, data, button, none))
    qtbot.waitUntil(lambda: desk.window.library.model.document_count == 2)
    assert desk.reading.current is not None
    assert desk.reading.current.facts.title == "云汀市人民政府关于修缮古桥的通知"
    assert desk.window.library.isVisible()
    strip = desk.window.area.strip
    assert "2 篇公文" in strip.text.text()
    strip.offers[1].click()
    report = desk.window.findChild(ImportReportDialog)
    assert "2 篇公文" in report.summary.text()
    report.accept()


@pytest.mark.usefixtures("simple_importer")
def test_a_file_that_cannot_be_read_is_told_with_its_sentence(
    make_desk: DeskMaker, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = make_desk()
    empty = tmp_path / "空.txt"
    empty.touch()
    with qtbot.waitSignal(desk.importing.finished):
        desk.open_paths((empty,))
    report = desk.window.findChild(ImportReportDialog)
    tree = report.findChild(QTreeWidget, "importFiles")
    assert tree.topLevelItem(0).text(1) == "未导入"
    assert "是空的" in tree.topLevelItem(0).child(0).text(0)
    report.accept()
    assert desk.window.pane.welcome.isVisible()


# Reading


def test_a_click_in_the_tree_opens_the_document(desk: Desk, qtbot: QtBot) -> None:
    tree = desk.window.library.tree
    index = desk.window.library.model.index_of(list(desk.documents)[1])
    tree.scrollTo(index)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())
    assert desk.reading.current is not None
    assert desk.reading.current.facts.title == "云汀市人民政府关于夜市的意见"
    assert "云汀市人民政府公报" in desk.window.pane.head.toolTip()
    assert desk.window.side.outline.model.item(0).text() == "二、夜市"


def test_back_and_forward_follow_the_way(desk: Desk) -> None:
    first, second = list(desk.documents)
    desk.reading.open(second)
    desk.window.actions_["back"].trigger()
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id == first
    assert not desk.reading.can_go_back
    desk.window.actions_["forward"].trigger()
    assert desk.reading.current.facts.id == second


def test_the_next_document_follows_in_the_tree(desk: Desk) -> None:
    desk.window.actions_["next_document"].trigger()
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id == list(desk.documents)[1]
    desk.window.actions_["next_document"].trigger()
    assert desk.reading.current.facts.id == list(desk.documents)[1]


def test_finding_counts_the_places(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["find"].trigger()
    bar = desk.window.pane.find_bar
    bar.text.setText("古桥")
    qtbot.waitUntil(lambda: "2" in bar.count.text())
    assert bar.count.text() == "第 1 / 2 处"
    desk.window.actions_["find_next"].trigger()
    assert bar.count.text() == "第 2 / 2 处"
    bar.text.setText("没有的词")
    qtbot.waitUntil(lambda: bar.count.text() == "没有找到")


def test_go_to_finds_a_number_typed_anyhow(desk: Desk) -> None:
    desk.reading.open(list(desk.documents)[1])
    desk.going.go("云政发 7 2025")
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id == next(iter(desk.documents))


def test_go_to_says_so_when_there_is_nothing(desk: Desk) -> None:
    desk.going.go("99")
    assert "99" in desk.window.status.currentMessage()


def test_what_was_not_found_is_taken_back_at_the_next_search(desk: Desk) -> None:
    desk.going.go("99")
    desk.window.pane.find_bar.text.setText("古桥")
    assert desk.window.status.currentMessage() == ""


def test_return_in_the_filter_opens_the_only_document_left(desk: Desk) -> None:
    library = desk.window.library
    library.filter.setText("夜市")
    QTest.keyClick(library.filter, Qt.Key.Key_Return)
    assert desk.reading.current is not None
    assert "夜市" in desk.reading.current.facts.title


def test_down_leads_from_the_filter_into_the_tree(desk: Desk) -> None:
    library = desk.window.library
    desk.window.activateWindow()
    library.focus_filter()
    library.filter.setText("云汀")
    QTest.keyClick(library.filter, Qt.Key.Key_Down)
    assert desk.window.focusWidget() is library.tree
    assert library.tree.currentIndex() == library.model.index_of(library.model.shown_ids()[0])


def test_the_manual_names_undoing_itself_among_the_keys(desk: Desk) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    desk.window.actions_["help"].trigger()
    manual = desk.window.findChild(ManualDialog)
    manual.show_page(SHORTCUTS)
    lines = manual.browser.toPlainText().splitlines()
    assert "撤销" in lines
    assert "导入文件" in lines
    manual.close()


def test_what_was_read_last_is_there_at_the_next_start(desk: Desk, make_desk: DeskMaker) -> None:
    desk.reading.open(list(desk.documents)[1])
    desk.reading.moved(5)
    desk.window.close()
    desk.reading.save_session()
    again = make_desk()
    assert again.reading.current is not None
    assert again.reading.current.facts.title == "云汀市人民政府关于夜市的意见"
    assert positions.position(again.library, again.reading.current.facts.key) == 5


# Searching and handing on


def test_a_hit_opens_its_document_and_is_marked_there(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["search"].trigger()
    panel = desk.window.side.search
    assert panel.query.hasFocus() or panel.isVisible()
    panel.query.setText("收市")
    with qtbot.waitSignal(desk.searching.answered):
        pass
    assert panel.model.rowCount() == 1
    panel.list.clicked.emit(panel.model.index(0))
    assert desk.reading.current is not None
    assert desk.reading.current.facts.title == "云汀市人民政府关于夜市的意见"
    assert desk.window.pane.view.hit_position() == (1, 1)


def test_a_query_without_hits_says_so(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.window.side.search
    panel.query.setText("早市")
    with qtbot.waitSignal(desk.searching.answered):
        pass
    assert "没有找到" in panel.empty.text()


# The window itself


def test_panels_are_toggled_and_remembered(desk: Desk, make_desk: DeskMaker) -> None:
    window = desk.window
    window.actions_["show_annotations"].trigger()
    assert window.side.annotations.isVisible()
    assert window.actions_["show_annotations"].isChecked()
    window.actions_["show_library"].trigger()
    assert not window.library.isVisible()
    window.close()
    again = make_desk().window
    assert not again.library.isVisible()
    assert again.side.current_name == "annotations"
    again.actions_["show_annotations"].trigger()
    assert not again.side.isVisible()


def test_every_theme_can_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    for name in ("dark", "sepia", "light"):
        with qtbot.waitSignal(desk.choosing.restyling.finished, timeout=60_000):
            desk.window.actions_[f"theme_{name}"].trigger()
        assert desk.choosing.preferences.theme == name
        paper = desk.window.pane.view.page.viewport().palette().color(QPalette.ColorRole.Base)
        assert paper.name() == themes.load(name).paper
        assert preferences.load(desk.choosing._file).theme == name


def test_every_action_does_something_and_has_a_name(desk: Desk) -> None:
    for action in desk.window.actions_:
        assert action.text()
        assert action.receivers("2triggered(bool)") > 0 or action.receivers("2triggered()") > 0, action.objectName()


def test_no_two_actions_share_a_shortcut(desk: Desk) -> None:
    keys = [key.toString() for action in desk.window.actions_ for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_import_of_a_changed_file_shows_the_open_document_anew(
    desk: Desk, gazette: Path, filled: Library, qtbot: QtBot
) -> None:
    changed = gazette.read_text(encoding="utf-8").replace("修好古桥", "修好古桥和古井")
    gazette.write_text(changed, encoding="utf-8")
    with qtbot.waitSignal(desk.importing.finished):
        desk.open_paths((gazette,))
    assert "古桥和古井" in text(desk)
    assert len(catalogue.issues(filled)) == 1


def test_an_import_leaves_alone_what_is_selected_in_a_text_that_stays(desk: Desk) -> None:
    chosen = select(desk, BRIDGE)
    desk.reading.reload()
    assert desk.window.pane.view.selection() == chosen


def test_a_hit_in_a_note_goes_to_its_annotation(desk: Desk, qtbot: QtBot) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["note"].trigger()
    desk.window.side.annotations.editor.note.insertPlainText("请水利局核对")
    desk.window.side.annotations.editor.flush()
    desk.reading.open(list(desk.documents)[1])
    panel = desk.window.side.search
    panel.query.setText("水利局")
    with qtbot.waitSignal(desk.searching.answered):
        pass
    panel.list.clicked.emit(panel.model.index(0))
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id == next(iter(desk.documents))
    shown = desk.window.side.annotations.editor.annotation
    assert shown is not None
    assert shown.note == "请水利局核对"


def test_the_trees_menu_writes_a_note(desk: Desk) -> None:
    menu = QMenu(desk.window)
    desk.tree_menu.fill(menu, desk.window.library.chosen())
    actions = {action.text(): action for action in menu.actions()}
    actions["给全文写批注"].trigger()
    assert desk.window.side.annotations.editor.annotation is not None


def test_widgets_one_can_use_have_names_for_screen_readers(desk: Desk) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in desk.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.parent() is not None
        and not _inner(widget)
        and not (
            widget.accessibleName() or (isinstance(widget, QAbstractButton) and (widget.text() or widget.toolTip()))
        )
    ]
    assert nameless == []


def _inner(widget: QWidget) -> bool:
    """Whether Qt made the widget as a part of another one."""
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget.parent(), (QLineEdit, QComboBox, QTabBar, QMenuBar))
        or (type(widget).__module__ == "PySide6.QtWidgets" and not widget.objectName())
    )


def test_a_click_beside_all_marks_lets_go_of_the_annotation(desk: Desk, qtbot: QtBot) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    viewport = desk.window.pane.view.page.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(viewport.width() // 2, viewport.height() - 5))
    desk.window.actions_["style_4"].trigger()
    assert [style for style, _, _ in stored(desk)] == ["重点"]
    desk.window.actions_["delete"].trigger()
    assert len(stored(desk)) == 1


def test_rows_of_the_tree_are_as_high_as_their_titles(desk: Desk, qtbot: QtBot) -> None:
    library = desk.window.library
    first = library.model.index_of(library.model.shown_ids()[0])

    def height() -> int:
        return library.tree.visualRect(first).height()

    desk.window.side.hide()
    desk.window.resize(1300, 700)
    desk.window.splitter.setSizes([700, 500, 0])
    line = library.tree.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: height() == library.tree.sizeHintForIndex(first).height())
    low = height()
    desk.window.splitter.setSizes([190, 1100, 0])
    qtbot.waitUntil(lambda: height() == low + line)


def test_a_filter_that_hides_all_says_so(desk: Desk, qtbot: QtBot) -> None:
    hint = desk.window.library.tree.viewport().findChild(QLabel, "libraryEmpty")
    assert not hint.isVisible()
    desk.window.library.filter.setText("没有的词")
    qtbot.waitUntil(hint.isVisible)
    assert "Esc" in hint.text()
    desk.window.library.filter.clear()
    qtbot.waitUntil(lambda: not hint.isVisible())
