"""Notes and tags that nobody should write do no harm, and are kept as they are."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextDocument

from reader.services import annotate
from reader.services.annotate import Selection
from ui.controllers.desk import Desk
from ui.dialogs.tags import TagsDialog
from ui.panels.note_editor import parse_tags
from ui.text.note_card import NoteCard

HTML = ("<script>alert(1)</script><img src='http://192.0.2.1/x.png'><img src='file:///etc/passwd'>"
        "![图](http://192.0.2.1/y.png) [点我](javascript:alert(1)) <iframe src='http://192.0.2.1'></iframe>")
ODD = ("🚧/施工", "تنبيه", "a" * 1000, "\u202e倒", "’; DROP TABLE tags; --", "<b>粗</b>", "零\u200b宽")


def marked(desk: Desk, **values: object) -> str:
    """An annotation of the open document with these fields, shown in the window; its id."""
    current = desk.reading.current
    assert current is not None
    made = annotate.create(desk.library, current.facts.id, start=0, end=6).annotation
    annotate.save(desk.library, dataclasses.replace(made, **values))  # type: ignore[arg-type]  # names of fields
    desk.annotating.changed.emit("")
    desk.window.show_panel("annotations")
    desk.marking.go_to_annotation(made.id)
    return made.id


def test_html_in_a_note_is_shown_and_loads_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *asked: loaded.append(asked[1:]))
    id_ = marked(desk, note=HTML)
    desk.window.resize(1900, 900)
    panel = desk.window.side.annotations
    desk.window.grab()
    assert loaded == []
    assert annotate.annotation(desk.library, id_).note == HTML
    assert panel.editor.note.toPlainText() == HTML
    assert "<script>" in str(panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    for card in desk.window.findChildren(NoteCard):
        assert "<script>" in card.text() or not card.isVisible()


def test_a_note_of_a_megabyte_is_kept_and_only_its_start_is_shown(desk: Desk) -> None:
    note = "这一条要紧，请看第三条。\n" * 80_000
    id_ = marked(desk, note=note)
    panel = desk.window.side.annotations
    assert panel.editor.note.toPlainText() == note
    panel.editor.note.insertPlainText("补")
    panel.editor.flush()
    assert annotate.annotation(desk.library, id_).note == "补" + note
    index = panel.model.index(0)
    assert len(str(index.data(Qt.ItemDataRole.AccessibleTextRole))) < 2_000
    assert panel.list.sizeHintForIndex(index).height() < 200
    assert panel.editor.links.text().count("<a ") == 1
    assert len(annotate.all_annotations(desk.library, Selection(text="补这一条"))) == 1


def test_odd_tags_are_kept_listed_and_renamed(desk: Desk) -> None:
    id_ = marked(desk)
    one = annotate.annotation(desk.library, id_)
    desk.annotating.set_tags(one, ODD)
    assert annotate.annotation(desk.library, id_).tags == ODD
    desk.window.grab()
    desk.window.actions_["tags"].trigger()
    dialog = desk.window.findChild(TagsDialog)
    assert dialog.width() < 1366
    dialog.renameWanted.emit(ODD[4], "改名")
    dialog.deleteWanted.emit(ODD[2])
    dialog.accept()
    assert set(annotate.annotation(desk.library, id_).tags) == {*ODD, "改名"} - {ODD[2], ODD[4]}
    assert desk.window.minimumSizeHint().width() <= QSize(1366, 768).width()


@pytest.mark.parametrize(("typed", "tags"), [
    ("a\nb，c", ("a", "b", "c")), (" 安全 // 责任 /", ("安全/责任",)), ("#x,#x，", ("x",)), ("///", ()),
    ("，、;；", ()),
])
def test_tags_are_typed_in_any_way(typed: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(typed) == tags


def test_a_line_break_in_a_tag_becomes_a_space() -> None:
    assert annotate.clean_tags(["甲\n乙/ 丙\t丁 "]) == ("甲 乙/丙 丁",)


def test_a_deep_hierarchy_of_tags_is_shown_and_deleted_with_what_is_below(desk: Desk) -> None:
    deep = "/".join(f"层{number}" for number in range(150))
    id_ = marked(desk, tags=(deep, "别的"))
    desk.window.actions_["tags"].trigger()
    dialog = desk.window.findChild(TagsDialog)
    depth, item = 0, dialog.tree.topLevelItem(1)
    while item is not None and item.childCount():
        depth, item = depth + 1, item.child(0)
    assert depth == 149
    dialog.deleteWanted.emit("层0/层1")
    dialog.accept()
    assert annotate.annotation(desk.library, id_).tags == ("别的",)
