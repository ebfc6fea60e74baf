"""The library's tree on the desk: what is read, how it is arranged, what is done with what is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from reader.model.job import SilentJob
from reader.services import annotate, catalogue, shelf
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import GAZETTE
from tests.ui.conftest import DeskMaker
from tests.ui.texts import unlettered
from ui.controllers.desk import Desk
from ui.controllers.dragging import FILES
from ui.controllers.reading import Where
from ui.dialogs.issue_facts import IssueFactsDialog
from ui.models.library_model import COUNT_ROLE, NOTED_ROLE, UNREAD_ROLE
from ui.models.library_tree import NodeKind


def ids(desk: Desk) -> list[str]:
    return desk.window.library.model.shown_ids()


def unread(desk: Desk) -> list[str]:
    model = desk.window.library.model
    return [one for one in ids(desk) if model.index_of(one).data(UNREAD_ROLE)]


def trigger(desk: Desk, name: str) -> None:
    action = desk.window.actions_[name]
    assert action.isEnabled(), name
    action.trigger()


def choose_issue(desk: Desk) -> None:
    """Choose the only issue in the tree."""
    panel = desk.window.library
    panel.tree.go_to(panel.model.index_of_issue(catalogue.issues(desk.library)[0].facts.id))


def menu_texts(desk: Desk) -> list[str]:
    menu = QMenu(desk.window)
    desk.tree_menu.fill(menu, desk.window.library.chosen())
    return [unlettered(action.text()) for action in menu.actions() if not action.isSeparator()]


# What is read


def test_a_document_counts_as_read_when_it_was_open_for_a_while(desk: Desk) -> None:
    assert len(unread(desk)) == 2
    desk.shelving._open_long.timeout.emit()
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id not in unread(desk)
    assert len(shelf.marks(desk.library).read) == 1


def test_a_document_counts_as_read_when_its_end_was_seen(
        filled: Library, make_desk: DeskMaker, tmp_path: Path, qtbot: QtBot) -> None:
    long = tmp_path / "长文.txt"
    long.write_text("# 云汀市人民政府关于长路的通知\n" + "路要一段一段地修。\n" * 400, encoding="utf-8")
    import_paths(filled, [long], SilentJob())
    desk = make_desk()
    document = next(one for one in ids(desk) if "长路" in desk.documents[one].title)
    desk.reading.open(document)
    bar = desk.window.pane.view.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert document in unread(desk)

    def at_the_end() -> bool:
        # The text is laid out piece by piece: its end moves down for a while.
        bar.setValue(bar.maximum())
        return document not in unread(desk)

    qtbot.waitUntil(at_the_end)


def test_a_document_that_is_left_at_once_stays_unread(desk: Desk) -> None:
    assert desk.shelving._open_long.isActive()
    first = desk.reading.current
    desk.reading.open(ids(desk)[1])
    desk.shelving._open_long.timeout.emit()
    assert first is not None
    assert unread(desk) == [first.facts.id]


def test_an_issue_is_marked_read_and_unread_as_a_whole(desk: Desk) -> None:
    choose_issue(desk)
    trigger(desk, "mark_read")
    assert unread(desk) == []
    assert not desk.window.actions_["mark_read"].isEnabled()
    trigger(desk, "mark_unread")
    assert len(unread(desk)) == 2


def test_only_what_is_unread_is_listed_where_that_is_wanted(desk: Desk) -> None:
    desk.shelving.mark(ids(desk)[:1], read=True)
    trigger(desk, "only_unread")
    assert len(ids(desk)) == 1
    trigger(desk, "show_all")
    assert not desk.window.actions_["only_unread"].isChecked()
    assert len(ids(desk)) == 2


# Annotations and tags


def test_annotations_are_counted_in_the_tree_and_tags_narrow_it(desk: Desk, qtbot: QtBot) -> None:
    document, panel = ids(desk)[0], desk.window.library
    desk.annotating.create(document, [(0, 4)], "重点")
    qtbot.waitUntil(lambda: panel.model.index_of(document).data(NOTED_ROLE) == 1)
    annotate.create_on_document(desk.library, document, style="重点", note="", tags=["期限"])
    desk.annotating.changed.emit("")
    qtbot.waitUntil(lambda: panel.model.marks.tags == ("期限",))
    tags = desk.window.menus.tags_of_library
    tags.aboutToShow.emit()
    assert [action.text() for action in tags.actions()] == ["期限"]
    tags.actions()[0].trigger()
    assert ids(desk) == [document]
    assert "期限" in panel.count.text()


# Order


def test_the_order_is_remembered(desk: Desk, make_desk: DeskMaker) -> None:
    trigger(desk, "order_title")
    desk.window.actions_["newest_first"].trigger()
    again = make_desk().window
    assert again.actions_["order_title"].isChecked()
    assert not again.actions_["newest_first"].isChecked()
    assert again.library.model.order.documents == "title"
    assert not again.library.model.order.newest_first


# Several at once


def test_a_click_with_ctrl_chooses_without_opening(desk: Desk, qtbot: QtBot) -> None:
    tree, model = desk.window.library.tree, desk.window.library.model
    before = desk.reading.current
    other = next(one for one in ids(desk) if before is not None and one != before.facts.id)
    place = tree.visualRect(model.index_of(other)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert desk.reading.current is before
    assert len(desk.window.library.chosen().documents) == 2
    assert menu_texts(desk)[:4] == ["选中 2 篇公文", "在标签页中打开这 2 篇", "比较这两篇…", "复制各篇的出处"]


def test_all_that_is_chosen_opens_in_tabs_with_the_first_in_front(desk: Desk) -> None:
    choose_issue(desk)
    desk.tabbing.open_all(desk.window.library.chosen().documents)
    assert [tab.facts.id for tab in desk.reading.tabs.side.tabs] == ids(desk)
    assert all(tab.kept for tab in desk.reading.tabs.side.tabs)
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id == ids(desk)[0]


def test_citations_of_all_that_is_chosen_are_copied(desk: Desk) -> None:
    choose_issue(desk)
    menu = QMenu(desk.window)
    desk.tree_menu.fill(menu, desk.window.library.chosen())
    next(action for action in menu.actions() if action.text() == "复制各篇的出处").trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


@pytest.mark.parametrize(("kind", "offered"), [
    (NodeKind.PUBLISHER, "展开下面各层"), (NodeKind.YEAR, "从公报库移除…"), (NodeKind.ISSUE, "导入报告…"),
    (NodeKind.SECTION, "标为已读"), (NodeKind.DOCUMENT, "更正标题、文号等…")])
def test_every_kind_of_row_has_a_menu(desk: Desk, kind: NodeKind, offered: str) -> None:
    tree, model = desk.window.library.tree, desk.window.library.model
    index = model.index_of(ids(desk)[0])
    while model.node(index).kind is not kind:
        index = index.parent()
    tree.go_to(index)
    assert offered in menu_texts(desk)


# By keys


def test_the_menu_key_opens_the_menu_of_the_current_row(desk: Desk, qtbot: QtBot) -> None:
    tree = desk.window.library.tree
    with qtbot.waitSignal(desk.window.library.menuRequested) as asked:
        tree.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu, chosen = asked.args  # type: ignore[misc]  # a list of two
    assert chosen.documents == (desk.reading.current.facts.id,)  # type: ignore[union-attr]  # one is open
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_f2_asks_for_the_facts_of_the_current_row(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window.library.tree, Qt.Key.Key_F2)
    dialog = desk.window.findChild(QLineEdit, "factsNumber")
    assert dialog is not None
    choose_issue(desk)
    qtbot.keyClick(desk.window.library.tree, Qt.Key.Key_F2)
    assert desk.window.findChild(IssueFactsDialog) is not None


def test_typing_goes_to_the_row_that_holds_the_words(desk: Desk) -> None:
    tree = desk.window.library.tree
    tree.keyboardSearch("夜")
    tree.keyboardSearch("市")
    assert "夜市" in tree.currentIndex().data()
    tree._forget.timeout.emit()
    tree.keyboardSearch("古桥")
    assert "古桥" in tree.currentIndex().data()


def test_escape_empties_the_filter_from_the_box_and_from_the_tree(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.window.library
    for widget in (panel.filter, panel.tree):
        panel.filter.setText("夜市")
        panel._settle()
        assert len(ids(desk)) == 1
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert (panel.filter.text(), len(ids(desk))) == ("", 2)


def test_escape_goes_back_to_the_text_where_there_is_nothing_to_empty(desk: Desk, qtbot: QtBot) -> None:
    desk.reading.open(ids(desk)[0])
    window = desk.window
    window.activateWindow()
    annotations, search = window.side.annotations, window.side.search
    for panel, widget in (("", window.library.filter), ("", window.library.tree), ("outline", window.side.outline.tree),
                          ("annotations", annotations.filters.words), ("search", search.query)):
        if panel:
            window.show_panel(panel)
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert window.focusWidget() is window.pane.view.page, widget.objectName()


# Issues put right, removed, and brought back


def test_an_issue_nobody_knows_is_put_right(filled: Library, make_desk: DeskMaker, qtbot: QtBot) -> None:
    from reader.services import corrections

    issue_id = catalogue.issues(filled)[0].facts.id
    corrections.set_issue_facts(filled, issue_id, {"number": ""})
    desk = make_desk()
    model = desk.window.library.model
    assert model.node(model.index(0, 0)).kind is NodeKind.UNKNOWN
    desk.window.library.tree.go_to(model.index_of_issue(issue_id))
    trigger(desk, "correct_issue")
    dialog = desk.window.findChild(IssueFactsDialog)
    assert dialog is not None
    dialog.number.setText("第4期")
    with qtbot.waitSignal(desk.treeShown):
        dialog.ok.click()
    assert catalogue.issue_facts(filled, issue_id).number == 4
    assert model.node(model.index(0, 0)).kind is NodeKind.PUBLISHER
    with qtbot.waitSignal(desk.treeShown):
        trigger(desk, "undo")
    assert catalogue.issue_facts(filled, issue_id).number is None


def test_issue_facts_that_make_no_sense_are_refused(desk: Desk) -> None:
    choose_issue(desk)
    trigger(desk, "correct_issue")
    dialog = desk.window.findChild(IssueFactsDialog)
    assert dialog is not None
    for line, wrong in ((dialog.year, "去年"), (dialog.number, "三"), (dialog.date, "春天"), (dialog.title, " ")):
        right = line.text()
        line.setText(wrong)
        assert not dialog.ok.isEnabled()
        assert dialog.fault.text()
        line.setText(right)
    dialog.year.setText("2024年")
    assert dialog.ok.isEnabled()
    assert dialog.changed() == {"year": "2024"}


def test_an_issue_is_removed_after_asking_and_comes_back_by_undo(desk: Desk, qtbot: QtBot) -> None:
    before = catalogue.issues(desk.library)
    desk.annotating.create(ids(desk)[0], [(0, 4)], "重点")
    choose_issue(desk)
    trigger(desk, "remove_issues")
    box = desk.window.findChild(QMessageBox, "removeIssuesBox")
    assert box is not None
    assert "originals" in box.informativeText()
    assert "1 条标注" in box.informativeText()
    assert box.defaultButton() is not None
    assert box.defaultButton().objectName() != "removeIssuesYes"
    with qtbot.waitSignal(desk.treeShown):
        next(button for button in box.buttons() if button.objectName() == "removeIssuesYes").click()
    assert catalogue.is_empty(desk.library)
    assert desk.reading.current is None
    with qtbot.waitSignal(desk.treeShown):
        trigger(desk, "undo")
    assert catalogue.issues(desk.library) == before
    with qtbot.waitSignal(desk.treeShown):
        trigger(desk, "redo")
    assert catalogue.is_empty(desk.library)


def test_removing_one_issue_closes_its_tabs_and_leaves_the_others(
        desk: Desk, qtbot: QtBot, tmp_path: Path, simple_importer: None) -> None:  # noqa: ARG001 - a fixture
    other = tmp_path / "另一期.txt"
    other.write_text(GAZETTE.replace("古桥", "石桥").replace("夜市", "早市").replace("7号", "9号"), encoding="utf-8")
    import_paths(desk.library, [other], SilentJob())
    with qtbot.waitSignal(desk.treeShown):
        desk.load_tree()
    kept = next(one for one in ids(desk) if "石桥" in desk.documents[one].title)
    desk.reading.open(kept, where=Where.TAB)
    own = desk.documents[kept].issue_id
    first = next(entry.facts for entry in catalogue.issues(desk.library) if entry.facts.id != own)
    with qtbot.waitSignal(desk.treeShown):
        desk.removing.remove((first.id,))
    assert [tab.facts.id for tab in desk.reading.tabs] == [kept]
    assert desk.window.library.model.index(0, 0).data(COUNT_ROLE) == 2


# Dragged out


def test_documents_dragged_out_become_files_when_they_are_taken(desk: Desk) -> None:
    panel = desk.window.library
    choose_issue(desk)
    data: QMimeData = panel.model.mimeData(panel.tree.chosen())
    assert data.hasUrls()
    assert desk.dragging._folders == []
    paths = [Path(url.toLocalFile()) for url in data.urls()]
    assert [path.suffix for path in paths] == [".md", ".md"]
    assert any("夜市每晚六时开市" in path.read_text(encoding="utf-8") for path in paths)
    assert bytes(data.data(FILES).data()).decode().split() == [
        QUrl.fromLocalFile(str(path)).toEncoded().data().decode() for path in paths]
    assert data.text().splitlines()[0].startswith("《")
    desk.dragging.clear_out()
    assert not any(path.exists() for path in paths)
