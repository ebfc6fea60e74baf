"""Colours, tags, trash, review of places, backups, and several annotations at once."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.model.annotation import AnchorState
from reader.services import annotate, safety
from reader.services.export import Wish
from reader.services.versions import Side
from ui.controllers.desk import Desk
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.conflicts import ConflictsDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.review import ReviewDialog
from ui.dialogs.styles import StylesEditor
from ui.dialogs.tags import TagsDialog
from ui.dialogs.trash import TrashDialog
from ui.models.annotation_groups import Order

BRIDGE = "各单位应当在汛期以前修好古桥"


def mark(desk: Desk, words: str, *tags: str) -> str:
    """Mark words of the open document; the annotation's id."""
    assert desk.reading.current is not None
    start = desk.reading.current.document.text.index(words)
    desk.window.pane.view.select(start, start + len(words))
    made = desk.marking.mark("重点")
    assert made is not None
    return desk.annotating.set_tags(made, tags).id if tags else made.id


def tags(desk: Desk) -> list[str]:
    return [tag for tag, _ in annotate.tags(desk.library)]


def styles(desk: Desk) -> dict[str, str]:
    return {one.annotation.id: one.annotation.style for one in annotate.all_annotations(desk.library)}


# Styles


def test_a_colour_is_renamed_everywhere_and_back(desk: Desk) -> None:
    mark(desk, BRIDGE)
    desk.window.actions_["styles"].trigger()
    dialog = desk.window.findChild(StylesEditor)
    first = desk.annotating.styles()[0]
    dialog.changed.emit(first, dataclasses.replace(first, label="要点"))
    assert desk.window.actions_["style_1"].text() == "要点"
    assert desk.window.side.annotations.filters.style_box.itemText(1) == "要点"
    desk.window.actions_["undo"].trigger()
    assert desk.window.actions_["style_1"].text() == "重点"
    dialog.window().close()


def test_a_colour_can_be_added_and_used(desk: Desk) -> None:
    desk.window.actions_["styles"].trigger()
    dialog = desk.window.findChild(StylesEditor)
    dialog.name.setText("已办")
    dialog.add.click()
    assert [one.label for one in desk.annotating.styles()][-1] == "已办"
    dialog.window().close()
    assert desk.reading.current is not None
    desk.window.pane.view.select(0, 4)
    desk.window.actions_["style_9"].trigger()
    assert list(styles(desk).values()) == ["已办"]


def test_adding_a_colour_is_undone_and_redone(desk: Desk) -> None:
    desk.window.actions_["styles"].trigger()
    dialog = desk.window.findChild(StylesEditor)
    before = desk.annotating.styles()
    dialog.name.setText("已办")
    dialog.add.click()
    assert "已办" in desk.window.actions_["undo"].text()
    desk.window.actions_["undo"].trigger()
    assert desk.annotating.styles() == before
    desk.window.actions_["redo"].trigger()
    assert [one.label for one in desk.annotating.styles()][-1] == "已办"
    dialog.window().close()


def test_a_colour_on_which_text_cannot_be_read_is_refused(desk: Desk) -> None:
    desk.window.actions_["styles"].trigger()
    dialog = desk.window.findChild(StylesEditor)
    first = desk.annotating.styles()[0]
    dialog.set_colour(first, "light", "#202020")
    assert dialog.fault.isVisibleTo(dialog)
    assert desk.annotating.styles()[0] == first
    dialog.set_colour(first, "light", "#ffe0e0")
    assert desk.annotating.styles()[0].light == "#ffe0e0"
    dialog.window().close()


# Tags


def test_a_tag_is_renamed_with_those_below_it_in_one_step(desk: Desk) -> None:
    mark(desk, "汛期", "安全/桥")
    mark(desk, "古桥", "安全", "养护")
    desk.window.actions_["tags"].trigger()
    dialog = desk.window.findChild(TagsDialog)
    dialog.renameWanted.emit("安全", "平安")
    assert tags(desk) == ["养护", "平安", "平安/桥"]
    desk.window.actions_["undo"].trigger()
    assert tags(desk) == ["养护", "安全", "安全/桥"]
    dialog.deleteWanted.emit("安全")
    assert tags(desk) == ["养护"]
    dialog.accept()


# Trash


def test_a_deleted_annotation_is_brought_back_from_the_trash(desk: Desk) -> None:
    id_ = mark(desk, BRIDGE)
    desk.marking.delete()
    assert styles(desk) == {}
    desk.window.actions_["trash"].trigger()
    dialog = desk.window.findChild(TrashDialog)
    assert dialog.model.count == 1
    assert not dialog.restore.isEnabled()
    dialog.list.selectAll()
    dialog.restore.click()
    assert list(styles(desk)) == [id_]
    assert dialog.model.count == 0
    dialog.accept()


def test_an_emptied_trash_is_empty(desk: Desk) -> None:
    mark(desk, BRIDGE)
    desk.marking.delete()
    desk.window.actions_["trash"].trigger()
    dialog = desk.window.findChild(TrashDialog)
    dialog.emptyWanted.emit()
    assert annotate.trash(desk.library) == ()
    dialog.accept()


# Review


@pytest.fixture
def changed(desk: Desk, gazette: Path, qtbot: QtBot) -> Desk:
    """The desk after the file has changed: one annotation has moved, one has lost its text."""
    mark(desk, "古桥。")
    mark(desk, "一、总体要求")
    text = gazette.read_text(encoding="utf-8")
    gazette.write_text(text.replace("一、总体要求", "另行通知。").replace("汛期以前", "今年汛期以前"), encoding="utf-8")
    with qtbot.waitSignal(desk.importing.finished):
        desk.open_paths((gazette,))
    qtbot.waitUntil(lambda: not desk.worker.busy)
    return desk


def states(desk: Desk) -> list[AnchorState]:
    return [one.placement.state for one in annotate.all_annotations(desk.library)]


@pytest.mark.usefixtures("simple_importer")
def test_uncertain_places_are_reviewed_confirmed_and_attached(changed: Desk) -> None:
    assert sorted(states(changed)) == [AnchorState.MOVED, AnchorState.ORPHAN]
    assert "1 条标注的位置要核对" in changed.window.status.currentMessage()
    changed.window.actions_["review"].trigger()
    dialog = changed.window.findChild(ReviewDialog)
    assert "一、总体要求" in dialog.before.text()
    assert not dialog.confirm.isEnabled()
    changed.window.pane.view.select(2, 6)
    dialog.attach.click()
    assert states(changed).count(AnchorState.EXACT) == 1
    assert "古桥。" in dialog.after.text()
    assert dialog.confirm_all.isVisible()
    dialog.confirm_all.click()
    assert states(changed) == [AnchorState.EXACT, AnchorState.EXACT]
    assert dialog.stack.currentIndex() == 1
    changed.window.actions_["undo"].trigger()
    assert AnchorState.MOVED in states(changed)
    dialog.accept()


# Backups


def test_a_backup_is_looked_into_and_restored(desk: Desk, qtbot: QtBot) -> None:
    first = mark(desk, "古桥")
    path = safety.backup(desk.library)
    mark(desk, "汛期")
    desk.window.actions_["backups"].trigger()
    dialog = desk.window.findChild(BackupsDialog)
    desk.window.show_panel("annotations")
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: "1 条" in dialog.contents.text())
    assert "会消失" in dialog.contents.text()
    dialog.restoreWanted.emit(path)
    qtbot.waitUntil(lambda: list(styles(desk)) == [first])
    qtbot.waitUntil(lambda: desk.window.side.annotations.model.count == 1)
    assert not desk.annotating.stack.canUndo()
    dialog.accept()


# Several at once


def several(desk: Desk) -> QMenu:
    """The menu of two chosen annotations."""
    mark(desk, "汛期", "甲")
    mark(desk, "古桥")
    desk.window.show_panel("annotations")
    panel = desk.window.side.annotations
    panel.list.selectAll()
    menu = QMenu(desk.window)
    desk.many.fill(menu, panel.chosen_annotations())
    return menu


def test_several_annotations_get_a_colour_in_one_step(desk: Desk) -> None:
    menu = several(desk)
    next(action for action in menu.findChildren(QMenu)[0].actions() if action.text() == "期限").trigger()
    assert list(styles(desk).values()) == ["期限", "期限"]
    desk.window.actions_["undo"].trigger()
    assert list(styles(desk).values()) == ["重点", "重点"]


def test_several_annotations_get_and_lose_tags(desk: Desk) -> None:
    several(desk)
    chosen = tuple(one.annotation for one in annotate.all_annotations(desk.library))
    desk.many.add_tags(chosen, ("乙", "甲"))
    assert annotate.tags(desk.library) == (("乙", 2), ("甲", 2))
    desk.many.remove_tag(tuple(one.annotation for one in annotate.all_annotations(desk.library)), "甲")
    assert tags(desk) == ["乙"]


@pytest.mark.parametrize("way", ["menu", "key", "action"])
def test_several_annotations_are_copied_each_with_its_citation(desk: Desk, qtbot: QtBot, way: str) -> None:
    menu, panel = several(desk), desk.window.side.annotations
    if way == "menu":
        next(action for action in menu.actions() if action.text() == "连同出处复制").trigger()
    elif way == "key":
        qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyRelease(panel.list, Qt.Key.Key_Control)
    else:
        desk.window.activateWindow()
        panel.list.setFocus()
        qtbot.waitUntil(panel.list.hasFocus)
        desk.window.actions_["copy_cited"].trigger()
    copied = QGuiApplication.clipboard().text().split("\n\n")
    assert [one.split("\n")[0] for one in copied] == ["古桥", "汛期"]
    assert all("——《云汀市人民政府关于修缮古桥的通知》（云政发〔2025〕7号）" in one for one in copied)


def test_several_annotations_are_deleted_in_one_step(desk: Desk) -> None:
    next(action for action in several(desk).actions() if action.text() == "删除").trigger()
    assert styles(desk) == {}
    desk.window.actions_["undo"].trigger()
    assert len(styles(desk)) == 2


def test_only_the_chosen_annotations_are_exported(desk: Desk, qtbot: QtBot) -> None:
    several(desk)
    panel = desk.window.side.annotations
    panel.list.selectionModel().select(panel.model.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    chosen = tuple(one.annotation for one in panel.chosen_annotations())
    desk.many.export(chosen)
    dialog = desk.window.findChild(ExportDialog)
    assert dialog.form.selection().ids == (chosen[0].id,)
    qtbot.waitUntil(lambda: "1 条" in dialog.number.text())
    dialog.reject()


def test_the_list_is_grouped_by_tag(desk: Desk) -> None:
    several(desk)
    panel = desk.window.side.annotations
    panel.filters.more.setChecked(True)
    panel.filters.order_box.setCurrentIndex(panel.filters.order_box.findData(str(Order.TAG)))
    shown = [panel.model.index(row).data() for row in range(panel.model.rowCount())]
    assert shown == ["甲", "汛期", "没有标签", "古桥"]
    panel.filters.more.setChecked(False)
    assert panel.model.rowCount() == 2


# Exchange


def test_a_colleagues_annotations_come_without_doubles(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    mark(desk, BRIDGE)
    out = tmp_path / "给同事.jsonld"
    desk.handing_on.exporting.export(annotate.Selection(), Wish("jsonld"), out)
    qtbot.waitUntil(out.exists)
    desk.marking.delete()
    annotate.empty_trash(desk.library, older_than_days=0)
    desk.handing_on.exchanging.import_annotations(out)
    qtbot.waitUntil(lambda: len(styles(desk)) == 1)
    qtbot.waitUntil(lambda: "导入 1 条" in desk.window.status.currentMessage())
    desk.handing_on.exchanging.import_annotations(out)
    qtbot.waitUntil(lambda: "已有" in desk.window.status.currentMessage())
    assert len(styles(desk)) == 1


@pytest.fixture
def conflicting(desk: Desk, tmp_path: Path, qtbot: QtBot) -> tuple[Desk, Path]:
    """A desk with two annotations, and a file in which a colleague has changed both; one was changed here later."""
    first, second = mark(desk, BRIDGE), mark(desk, "汛期")
    out = tmp_path / "来自同事.jsonld"
    desk.handing_on.exporting.export(annotate.Selection(), Wish("jsonld"), out)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: not desk.worker.busy)
    content = json.loads(out.read_text(encoding="utf-8"))
    for item in content["first"]["items"]:
        item["modified"] = "2990-01-01T00:00:00.000Z"
        item["creator"] = {"type": "Person", "name": "李四"}
        item["body"] = [{"type": "TextualBody", "purpose": "commenting", "value": "<b>对方</b>改的"}]
    out.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    for id_, moment in ((first, "2980-01-01T00:00:00.000Z"), (second, "2999-01-01T00:00:00.000Z")):
        mine = annotate.annotation(desk.library, id_)
        annotate.save(desk.library, dataclasses.replace(mine, note="我改的", modified=moment))
    return desk, out


def notes(desk: Desk) -> list[str]:
    """The notes in text order."""
    return [one.annotation.note for one in annotate.all_annotations(desk.library)]


def asked(desk: Desk, file: Path, qtbot: QtBot) -> ConflictsDialog:
    """The question that importing a file brings."""
    desk.handing_on.exchanging.import_annotations(file)
    qtbot.waitUntil(lambda: desk.window.findChild(ConflictsDialog) is not None)
    found: ConflictsDialog = desk.window.findChild(ConflictsDialog)
    return found


def test_conflicts_are_shown_side_by_side_and_the_newer_wins(conflicting: tuple[Desk, Path], qtbot: QtBot) -> None:
    desk, file = conflicting
    dialog = asked(desk, file, qtbot)
    assert dialog.list.count() == 2
    rows = {dialog.list.item(row).text() for row in range(2)}
    assert rows == {f"[对方的] {BRIDGE}", "[我的] 汛期"}
    dialog.list.setCurrentRow([BRIDGE in dialog.list.item(row).text() for row in range(2)].index(True))
    assert "我改的" in dialog.mine.text()
    assert [part for part in ("李四", "2990年1月1日", "较新", "&lt;b&gt;对方", "（不同）")
            if part not in dialog.theirs.text()] == []
    assert dialog.radios[Side.THEIRS].isChecked()
    dialog.take.click()
    qtbot.waitUntil(lambda: "两边都改过" in desk.window.status.currentMessage())
    assert sorted(notes(desk)) == ["<b>对方</b>改的", "我改的"]


def test_a_choice_for_each_and_for_all_is_kept_and_undone_in_one_step(
        conflicting: tuple[Desk, Path], qtbot: QtBot) -> None:
    desk, file = conflicting
    dialog = asked(desk, file, qtbot)
    dialog.all_buttons[2].click()
    dialog.take.click()
    qtbot.waitUntil(lambda: set(notes(desk)) == {"<b>对方</b>改的"})
    qtbot.waitUntil(lambda: "导入" in desk.annotating.stack.undoText())
    desk.window.actions_["undo"].trigger()
    assert set(notes(desk)) == {"我改的"}
    desk.window.actions_["redo"].trigger()
    assert set(notes(desk)) == {"<b>对方</b>改的"}


def test_a_refused_question_changes_nothing(conflicting: tuple[Desk, Path], qtbot: QtBot) -> None:
    desk, file = conflicting
    asked(desk, file, qtbot).cancel.click()
    assert set(notes(desk)) == {"我改的"}
    assert "没有导入" in desk.window.status.currentMessage()


def test_a_backup_may_be_looked_into_for_nobody(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, "古桥")
    safety.backup(desk.library)
    desk.window.actions_["backups"].trigger()
    dialog = desk.window.findChild(BackupsDialog)
    dialog.list.setCurrentRow(0)
    waiting = desk.worker.submit("", lambda _: None)
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(waiting.ended):
        pass
    assert desk.window.findChild(BackupsDialog) is None


def test_the_scheduled_backup_is_made_at_the_start_and_looked_after(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, BRIDGE)
    desk.keeping.begin_backups()
    qtbot.waitUntil(lambda: len(safety.all_backups(desk.library.notes_root)) == 1)
    assert desk.keeping.backup_timer.isActive()
    assert desk.keeping.backup_timer.interval() == 30 * 60 * 1000
