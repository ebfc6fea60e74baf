"""The export dialog asks what, in which form, and where to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES
from reader.services.annotate import Selection
from ui.dialogs.export import ExportDialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """A dialog for a document with one annotation, where nothing is tagged 空."""
    dialog = ExportDialog(
        ("d1", "关于夜市/早市的通知"),
        DEFAULT_STYLES,
        (("期限", 2), ("空", 0)),
        lambda chosen: 0 if "空" in chosen.tags else 1,
        tmp_path,
    )
    qtbot.addWidget(dialog)
    return dialog


def test_it_proposes_a_safe_name_in_the_folder(dialog: ExportDialog, tmp_path: Path) -> None:
    assert Path(dialog.path.text()) == tmp_path / "关于夜市_早市的通知.html"
    dialog.markdown.setChecked(True)
    assert dialog.path.text().endswith(".md")
    dialog.everywhere.setChecked(True)
    assert Path(dialog.path.text()).name == "公报标注.md"


def test_the_choice_makes_the_selection(dialog: ExportDialog) -> None:
    assert dialog.selection() == Selection(document_ids=("d1",))
    dialog.everywhere.setChecked(True)
    dialog.tag.setCurrentIndex(dialog.tag.findData("期限"))
    dialog.style_box.setCurrentIndex(dialog.style_box.findData("依据"))
    assert dialog.selection() == Selection(tags=("期限",), styles=("依据",))


def test_nothing_cannot_be_exported(dialog: ExportDialog) -> None:
    dialog.tag.setCurrentIndex(dialog.tag.findData("空"))
    assert not dialog.ok.isEnabled()
    assert "没有" in dialog.number.text()


def test_pressing_export_tells_what_is_wanted(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.ok.click()
    assert wanted.args == [Selection(document_ids=("d1",)), "html", tmp_path / "关于夜市_早市的通知.html"]


@pytest.mark.parametrize("may", [True, False])
def test_a_file_that_is_there_is_replaced_only_after_asking(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, may: bool
) -> None:
    Path(dialog.path.text()).write_text("old", encoding="utf-8")
    asked: list[Path] = []

    def answer(path: Path) -> bool:
        asked.append(path)
        return may

    monkeypatch.setattr(dialog, "_may_replace", answer)
    told: list[object] = []
    dialog.wanted.connect(lambda *args: told.append(args))
    dialog.ok.click()
    assert len(asked) == 1
    assert bool(told) == may


def test_a_name_without_ending_gets_the_formats(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.path.setText(str(tmp_path / "摘录"))
    dialog.path.textEdited.emit(dialog.path.text())
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.ok.click()
    assert wanted.args is not None
    assert wanted.args[2] == tmp_path / "摘录.html"


@pytest.mark.parametrize(("suffix", "form"), [("md", "md"), ("docx", "docx"), ("csl", "csl"), ("html", "html")])
def test_the_format_follows_the_suffix_that_is_typed(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, suffix: str, form: str
) -> None:
    dialog.path.clear()
    QTest.keyClicks(dialog.path, str(tmp_path / f"fmt.{suffix}"))
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.ok.click()
    assert wanted.args[1:] == [form, tmp_path / f"fmt.{suffix}"]


def test_a_suffix_that_is_no_format_is_part_of_the_name(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.path.clear()
    QTest.keyClicks(dialog.path, str(tmp_path / "v1.2"))
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.ok.click()
    assert wanted.args[1:] == ["html", tmp_path / "v1.2.html"]


def test_enter_does_not_replace_a_file(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text("old", encoding="utf-8")
    dialog.path.clear()
    QTest.keyClicks(dialog.path, str(tmp_path / "old.html"))
    asked: list[bool] = []

    def press_enter() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(True)
        QTest.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, press_enter)
    with qtbot.assertNotEmitted(dialog.wanted):
        dialog.ok.click()
    assert asked == [True]
