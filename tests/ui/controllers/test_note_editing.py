"""Writing notes and tags beside the text: leaving by Esc, undoing, and coming back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.services import annotate, catalogue
from ui.controllers.desk import Desk

BRIDGE = "各单位应当在汛期以前修好古桥"
CTRL = Qt.KeyboardModifier.ControlModifier


def begin(desk: Desk, action: str) -> None:
    """Select a sentence and write a note on it or tag it."""
    current = desk.reading.current
    assert current is not None
    start = current.document.text.index(BRIDGE)
    desk.window.activateWindow()
    desk.window.pane.view.select(start, start + len(BRIDGE))
    desk.window.actions_[action].trigger()


def focus(desk: Desk) -> QWidget | None:
    return desk.window.focusWidget()


def stored_tags(desk: Desk) -> tuple[str, ...]:
    return annotate.all_annotations(desk.library)[0].annotation.tags


def test_esc_stores_the_note_and_goes_back_to_the_text(desk: Desk) -> None:
    begin(desk, "note")
    editor = desk.window.side.annotations.editor
    editor.note.insertPlainText("年底以前")
    QTest.keyClick(editor.note, Qt.Key.Key_Escape)
    assert annotate.all_annotations(desk.library)[0].annotation.note == "年底以前"
    assert focus(desk) is desk.window.pane.view.page


def test_esc_stores_the_tags_and_goes_back_to_the_text(desk: Desk) -> None:
    begin(desk, "tag")
    editor = desk.window.side.annotations.editor
    QTest.keyClicks(editor.tags, "a,b")
    QTest.keyClick(editor.tags, Qt.Key.Key_Escape)
    assert stored_tags(desk) == ("a", "b")
    assert focus(desk) is desk.window.pane.view.page


def test_enter_behind_the_tags_stores_them_and_goes_back_to_the_text(desk: Desk) -> None:
    begin(desk, "tag")
    editor = desk.window.side.annotations.editor
    QTest.keyClicks(editor.tags, "a,b")
    QTest.keyClick(editor.tags, Qt.Key.Key_Return)
    assert stored_tags(desk) == ("a", "b")
    assert focus(desk) is desk.window.pane.view.page


def test_enter_in_the_list_of_known_tags_takes_one_and_lets_another_be_typed(desk: Desk) -> None:
    begin(desk, "tag")
    editor = desk.window.side.annotations.editor
    editor.set_known_tags(["market", "bridge"])
    QTest.keyClicks(editor.tags, "br")
    popup = editor.tags.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert editor.tags.text() == "bridge"
    assert focus(desk) is editor.tags
    QTest.keyClick(editor.tags, Qt.Key.Key_Return)
    assert stored_tags(desk) == ("bridge",)


def test_ctrl_z_in_the_tags_field_takes_stored_tags_back(desk: Desk) -> None:
    begin(desk, "tag")
    tags = desk.window.side.annotations.editor.tags
    tags.setFocus()
    QTest.keyClicks(tags, "a")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert stored_tags(desk) == ("a",)
    # Through the window, as the system sends keys: shortcuts have their turn.
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert stored_tags(desk) == ()
    assert tags.text() == ""


def test_ctrl_z_takes_back_what_is_being_typed_into_the_tags_field_alone(desk: Desk) -> None:
    begin(desk, "tag")
    tags = desk.window.side.annotations.editor.tags
    QTest.keyClicks(tags, "a")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    QTest.keyClicks(tags, ",b")
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert tags.text() == "a"
    assert stored_tags(desk) == ("a",)


def test_undoing_a_deletion_brings_the_note_back_into_the_editor(desk: Desk) -> None:
    begin(desk, "note")
    editor = desk.window.side.annotations.editor
    editor.note.insertPlainText("年底以前")
    editor.flush()
    desk.window.actions_["delete"].trigger()
    assert editor.annotation is None
    desk.window.actions_["undo"].trigger()
    assert editor.isEnabled()
    assert editor.note.toPlainText() == "年底以前"


def test_deleting_without_a_chosen_annotation_says_what_to_do(desk: Desk) -> None:
    desk.window.actions_["delete"].trigger()
    assert desk.window.status.currentMessage() == "请先点一下要删除的标注。"


def test_what_a_note_mentions_is_shown_below_it_and_gone_to(desk: Desk) -> None:
    begin(desk, "note")
    editor = desk.window.side.annotations.editor
    documents = [facts for entry in catalogue.issues(desk.library) for facts in entry.documents]
    other = documents[1]
    editor.note.insertPlainText(f"参照《{other.title}》、第九百条")
    editor.flush()
    assert not editor.links.isHidden()
    editor.links.linkActivated.emit("1")
    assert "第九百条" in desk.window.status.currentMessage()
    editor.links.linkActivated.emit("0")
    assert desk.reading.current is not None
    assert desk.reading.current.facts.key == other.key


def test_html_in_a_note_is_no_link(desk: Desk) -> None:
    begin(desk, "note")
    editor = desk.window.side.annotations.editor
    editor.note.insertPlainText("《<img src=x onerror=alert(1)>》 [x](javascript:alert(1)) <a href='file:///etc/passwd'>y</a>")
    editor.flush()
    assert "<img" not in editor.links.text()
    assert "javascript" not in editor.links.text()
    assert "file:" not in editor.links.text()
