"""The export dialog asks what, in which form, and where to, and shows what will come of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.exporting.formats import Content
from reader.model.annotation import DEFAULT_STYLES, AnchorState
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services.annotate import Selection
from reader.services.export import Wish
from reader.services.templates import TemplateFile
from tests.ui.texts import unlettered
from ui import i18n
from ui.dialogs.export import ExportDialog
from ui.dialogs.export_choices import ExportChoices
from ui.printing.previews import Preview

TEMPLATES = (TemplateFile("会签", "md", Path("会签.md"), True), TemplateFile("摘录", "md", Path("摘录.md"), False),
             TemplateFile("摘录", "html", Path("摘录.html"), False))


def previewed(selection: Selection, wish: Wish, _job: JobContext) -> Preview:
    """40 annotations, none with the tag 空; a template that is broken; a table, pages, HTML or source."""
    if "空" in selection.tags:
        return Preview(0)
    if wish.template == "会签":
        raise UserError("template.unknown_name", name="会签", line=3, text="{{ nope }}")
    if wish.format in {"xlsx", "csv"}:
        return Preview(40, 30, rows=(("原文", "批注"), ("甲", "乙")))
    if wish.format == "pdf":
        return Preview(40, 30, pages=(QImage(60, 90, QImage.Format.Format_RGB32),))
    if wish.format in {"html", "docx"}:
        return Preview(40, 30, html=f"<p>{wish.content} {wish.order}</p>")
    return Preview(40, 30, text=f"{wish.format} {wish.template}")


def make(folder: Path, choices: ExportChoices | None = None, **more: object) -> ExportDialog:
    return ExportDialog(("d1", "关于夜市/早市的通知"), DEFAULT_STYLES, (("期限", 2), ("空", 0)), TEMPLATES, previewed,
                        choices or ExportChoices(), folder, **more)  # type: ignore[arg-type]  # options of the dialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[ExportDialog]:
    """A dialog for an open document."""
    made = make(tmp_path)
    qtbot.addWidget(made)
    yield made
    made.reject()


def test_it_proposes_a_safe_name_in_the_folder(dialog: ExportDialog, tmp_path: Path) -> None:
    assert Path(dialog.path.text()) == tmp_path / "关于夜市_早市的通知.html"
    dialog.form.formats["md"].setChecked(True)
    assert dialog.path.text().endswith(".md")
    dialog.form.template.setCurrentIndex(dialog.form.template.findData("摘录"))
    assert Path(dialog.path.text()).name == "关于夜市_早市的通知-摘录.md"
    dialog.form.everywhere.setChecked(True)
    assert Path(dialog.path.text()).name == "公报标注-摘录.md"


def test_the_choice_makes_the_selection(dialog: ExportDialog) -> None:
    form = dialog.form
    assert form.selection() == Selection(document_ids=("d1",))
    form.everywhere.setChecked(True)
    form.tag.setCurrentIndex(form.tag.findData("期限"))
    form.style_box.setCurrentIndex(form.style_box.findData("依据"))
    form.state.setCurrentIndex(1)
    assert form.selection() == Selection(
        tags=("期限",), styles=("依据",), states=(AnchorState.EXACT, AnchorState.MOVED))


@pytest.mark.parametrize(("choice", "days"), [(1, 0), (2, 6), (3, 29)])
def test_the_choice_of_days_counts_back_from_today(dialog: ExportDialog, choice: int, days: int) -> None:
    dialog.form.since.setCurrentIndex(choice)
    expected = datetime.date.today() - datetime.timedelta(days=days)
    assert dialog.form.selection().since == expected.isoformat()


def test_the_choice_makes_the_wish(dialog: ExportDialog) -> None:
    form = dialog.form
    form.formats["docx"].setChecked(True)
    form.order.setCurrentIndex(form.order.findData("tag"))
    assert form.wish() == Wish("docx", order="tag")
    form.formats["md"].setChecked(True)
    form.template.setCurrentIndex(form.template.findData("会签"))
    assert form.wish() == Wish("md", order="tag", template="会签")


def test_headings_of_the_file_are_in_the_language_of_the_window(
        dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dialog.form.wish().language == "zh"
    monkeypatch.setattr(i18n, "language", lambda: "en")
    assert dialog.form.wish().language == "en"


def test_only_what_fits_is_offered(dialog: ExportDialog) -> None:
    form = dialog.form
    form.formats["xlsx"].setChecked(True)
    assert (form.order.isEnabled(), form.template.isEnabled(), form.marks.isEnabled()) == (False, False, False)
    form.documents.setChecked(True)
    assert form.wish() == Wish("html", Content.DOCUMENTS)
    assert [name for name, radio in form.formats.items() if radio.isEnabled()] == ["html", "md", "docx", "pdf"]
    assert form.marks.isEnabled()
    form.marks.setChecked(False)
    assert not form.wish().marks


def test_templates_are_those_of_the_format(dialog: ExportDialog) -> None:
    box = dialog.form.template
    assert [box.itemText(row) for row in range(box.count())] == ["标准格式", "摘录"]
    dialog.form.formats["md"].setChecked(True)
    assert [box.itemText(row) for row in range(box.count())] == ["标准格式", "会签（自己的）", "摘录"]


@pytest.mark.parametrize(("form", "shown"), [
    ("html", "page"), ("docx", "page"), ("md", "source"), ("csl", "source"), ("xlsx", "table"), ("pdf", "paper"),
])
def test_the_preview_is_of_the_format(dialog: ExportDialog, qtbot: QtBot, form: str, shown: str) -> None:
    dialog.form.formats[form].setChecked(True)
    qtbot.waitUntil(lambda: dialog.preview.shown is getattr(dialog.preview, shown))
    assert dialog.number.text() == "将导出 40 条标注"
    assert "只预览前 30 项，共 40 项" in dialog.preview.caption.text()


def test_the_preview_follows_the_choice(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.preview.page.toPlainText() == "annotations text")
    dialog.form.order.setCurrentIndex(dialog.form.order.findData("style"))
    qtbot.waitUntil(lambda: dialog.preview.page.toPlainText() == "annotations style")


def test_nothing_cannot_be_exported(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.tag.setCurrentIndex(dialog.form.tag.findData("空"))
    qtbot.waitUntil(lambda: not dialog.ok.isEnabled())
    assert "没有" in dialog.number.text()
    dialog.form.tag.setCurrentIndex(0)
    qtbot.waitUntil(dialog.ok.isEnabled)


def test_a_broken_template_shows_its_line_and_cannot_be_used(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.formats["md"].setChecked(True)
    dialog.form.template.setCurrentIndex(dialog.form.template.findData("会签"))
    qtbot.waitUntil(lambda: "第 3 行" in dialog.preview.message.text())
    assert not dialog.ok.isEnabled()


def test_pressing_export_tells_what_is_wanted(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.ok.click()
    assert wanted.args == [Selection(document_ids=("d1",)), Wish("html"), tmp_path / "关于夜市_早市的通知.html"]


def test_it_begins_as_it_ended(qtbot: QtBot, tmp_path: Path) -> None:
    choices = ExportChoices("documents", "pdf", "tag", "摘录", marks=False)
    dialog = make(tmp_path, choices)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.chose) as told:
        dialog.ok.click()
    assert told.args is not None
    chosen = told.args[0]
    assert (chosen.content, chosen.format, chosen.order, chosen.marks) == ("documents", "pdf", "tag", False)


def test_annotations_chosen_in_a_list_are_meant(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(tmp_path, ExportChoices(content="documents"), chosen=("a", "b"))
    qtbot.addWidget(dialog)
    assert dialog.form.selection() == Selection(ids=("a", "b"))
    assert dialog.form.wish().content is Content.ANNOTATIONS
    dialog.reject()


def test_documents_chosen_in_a_list_are_meant(qtbot: QtBot, tmp_path: Path) -> None:
    made = make(tmp_path, ExportChoices(content="documents"), documents=("d3", "d2"), listed_name="公报 2025年第3期")
    qtbot.addWidget(made)
    assert (unlettered(made.form.listed.text()), made.form.content) == ("选中的 2 篇", Content.DOCUMENTS)
    assert made.form.selection() == Selection(document_ids=("d3", "d2"))
    assert Path(made.path.text()).name == "公报 2025年第3期.html"
    made.form.annotations.setChecked(True)
    assert made.form.selection().document_ids == ("d3", "d2")
    made.form.here.setChecked(True)
    assert made.form.selection().document_ids == ("d1",)
    assert Path(made.path.text()).name == "关于夜市_早市的通知.html"
    made.reject()


def test_references_are_a_json_file(dialog: ExportDialog) -> None:
    dialog.form.formats["csl"].setChecked(True)
    assert Path(dialog.path.text()).suffix == ".json"
    dialog.form.formats["md"].setChecked(True)
    dialog.path.setText("引用.json")
    dialog.path.textEdited.emit("引用.json")
    assert dialog.form.format == "csl"


def test_the_list_of_sources_can_be_left_out(dialog: ExportDialog) -> None:
    dialog.form.formats["html"].setChecked(True)
    assert not dialog.form.sources.isEnabled()
    dialog.form.formats["docx"].setChecked(True)
    dialog.form.sources.click()
    assert not dialog.form.wish().sources


def test_exchange_begins_with_the_format_for_colleagues(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(tmp_path, exchange=True)
    qtbot.addWidget(dialog)
    assert dialog.form.format == "jsonld"
    dialog.reject()


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


@pytest.mark.parametrize(("typed", "expected"), [
    ("摘录", "摘录.html"), ("2025.3", "2025.3.html"), ("摘录.html", "摘录.html"), ("摘录.md", "摘录.md"),
])
def test_a_name_without_ending_gets_the_formats(
        dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, typed: str, expected: str) -> None:
    dialog.path.setText(str(tmp_path / typed))
    dialog.path.textEdited.emit(dialog.path.text())
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.ok.click()
    assert wanted.args is not None
    assert wanted.args[2] == tmp_path / expected


def test_a_folder_gets_the_proposed_name(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.path.setText(str(tmp_path))
    dialog.path.textEdited.emit(dialog.path.text())
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.ok.click()
    assert wanted.args is not None
    assert wanted.args[2] == tmp_path / "关于夜市_早市的通知.html"


@pytest.mark.parametrize(("name", "form", "written"), [
    ("fmt.md", "md", "fmt.md"), ("fmt.json", "csl", "fmt.json"), ("v1.2", "html", "v1.2.html"),
])
def test_the_format_follows_the_suffix_that_is_typed(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, name: str, form: str, written: str
) -> None:
    qtbot.waitUntil(dialog.ok.isEnabled)
    dialog.path.clear()
    QTest.keyClicks(dialog.path, str(tmp_path / name))
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.ok.click()
    assert (wanted.args[1].format, wanted.args[2]) == (form, tmp_path / written)
