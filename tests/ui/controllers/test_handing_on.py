"""Handing on from the desk: copies with citations, exports, prints."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.exporting.formats import Content, Material
from reader.services import annotate, catalogue
from reader.services.annotate import Selection
from reader.services.export import Wish
from tests.reader.exporting.fictional import ENTRY
from tests.ui.conftest import DeskMaker
from tests.ui.texts import unlettered
from ui import preferences
from ui.controllers.desk import Desk
from ui.dialogs.export import ExportDialog
from ui.dialogs.export_choices import ExportChoices
from ui.dialogs.print_preview import PrintPreview
from ui.models.library_tree import NodeKind
from ui.printing.printer import chosen, new_printer, print_pages
from ui.printing.writing import set_pages

BRIDGE = "各单位应当在汛期以前修好古桥"
CITATION = "《云汀市人民政府关于修缮古桥的通知》（云政发〔2025〕7号）"


def select(desk: Desk, words: str) -> None:
    assert desk.reading.current is not None
    start = desk.reading.current.document.text.index(words)
    desk.window.pane.view.select(start, start + len(words))


# Copies


def test_text_is_copied_with_its_citation_as_plain_text_and_as_html(desk: Desk) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["copy_cited"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == f"{BRIDGE}\n——{CITATION}"
    page = lxml.html.document_fromstring(data.html())
    assert [one.text_content() for one in page.iter("p")] == [BRIDGE, f"——{CITATION}"]


def test_nothing_chosen_is_told_and_the_clipboard_stays(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("旧")
    assert desk.window.pane.view.selection() is None
    desk.handing_on.copying.copy_cited()
    assert QGuiApplication.clipboard().text() == "旧"
    assert "请先选中" in desk.window.status.currentMessage()


@pytest.mark.parametrize(("form", "expected"), [
    ("official", CITATION), ("short", "云政发〔2025〕7号"),
    ("source", CITATION + "，载《云汀市人民政府公报》2025年第3期"),
    ("gbt7714", "云汀市人民政府. 云汀市人民政府关于修缮古桥的通知: 云政发〔2025〕7号[J]. 云汀市人民政府公报, 2025(3)."),
])
def test_each_form_of_the_citation_can_be_copied(desk: Desk, form: str, expected: str) -> None:
    desk.window.actions_[f"cite_{form}"].trigger()
    assert QGuiApplication.clipboard().text() == expected


def test_csl_is_copied_as_json(desk: Desk) -> None:
    desk.window.actions_["cite_csl"].trigger()
    assert '"number": "云政发〔2025〕7号"' in QGuiApplication.clipboard().text()


def test_forms_are_in_the_menus_of_the_text_and_of_the_tree(desk: Desk) -> None:
    citing = [menu for menu in desk.window.findChildren(QMenu) if unlettered(menu.title()) == "复制出处"]
    assert [len(menu.actions()) for menu in citing] == [5]
    menu = QMenu()
    assert desk.reading.current is not None
    desk.window.library.show_document(desk.reading.current.facts.id)
    desk.tree_menu.fill(menu, desk.window.library.chosen())
    sub, = [one for one in menu.findChildren(QMenu) if unlettered(one.title()) == "复制出处"]
    sub.actions()[2].trigger()
    assert QGuiApplication.clipboard().text() == "云政发〔2025〕7号"


# Exports


@pytest.mark.parametrize("form", ["md", "html", "pdf", "docx"])
def test_annotations_are_exported_and_the_file_is_offered(desk: Desk, tmp_path: Path, qtbot: QtBot, form: str) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    out = tmp_path / f"摘录.{form}"
    desk.handing_on.exporting.export(Selection(), Wish(form), out)
    saved = desk.handing_on.exporting.saved
    qtbot.waitUntil(saved.isVisible)
    assert saved.text.text() == f"已导出 1 条标注：摘录.{form}"
    assert out.stat().st_size


def test_the_file_can_be_copied_as_a_file(desk: Desk, tmp_path: Path) -> None:
    saved = desk.handing_on.exporting.saved
    saved.show_file(tmp_path / "很长很长的名字很长很长的名字很长很长的名字很长很长的名字.docx", "已导出")
    assert "…" in saved.text.text()
    button = saved.findChild(QWidget, "savedCopy")
    assert button is not None
    button.click()
    assert [url.fileName() for url in QGuiApplication.clipboard().mimeData().urls()] == [
        "很长很长的名字很长很长的名字很长很长的名字很长很长的名字.docx"]


@pytest.mark.parametrize(("name", "content", "copied"), [
    ("摘录.md", "# 摘录\n\n> 古桥", "# 摘录\n\n> 古桥"),
    ("摘录.csv", "\ufeff原文,批注\r\n", "原文,批注\n"),
    ("摘录.html", "<h1>摘录</h1><p>古&lt;桥&gt;</p>", "摘录\n古<桥>"),
])
def test_the_words_of_the_file_can_be_copied(
        desk: Desk, tmp_path: Path, name: str, content: str, copied: str) -> None:
    out = tmp_path / name
    out.write_bytes(content.encode())
    saved = desk.handing_on.exporting.saved
    saved.show_file(out, "已导出")
    saved.findChild(QWidget, "savedCopyText").click()  # type: ignore[attr-defined]  # it is a button
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == copied
    assert data.hasHtml() == (out.suffix == ".html")


def test_words_are_offered_of_texts_alone(desk: Desk, tmp_path: Path) -> None:
    saved = desk.handing_on.exporting.saved
    for name, offered in (("摘录.docx", False), ("摘录.md", True)):
        saved.show_file(tmp_path / name, "已导出")
        button = saved.findChild(QWidget, "savedCopyText")
        assert button is not None
        assert button.isHidden() != offered


def test_a_file_that_is_gone_is_told(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    saved = desk.handing_on.exporting.saved
    saved.show_file(tmp_path / "没有.md", "已导出")
    with qtbot.waitSignal(saved.said) as said:
        saved.findChild(QWidget, "savedCopyText").click()  # type: ignore[attr-defined]  # it is a button
    assert "没有.md" in said.args[0]


def test_documents_of_an_issue_chosen_in_the_tree_are_exported_in_order(
        desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    entry, *_ = catalogue.issues(desk.handing_on.exporting._library)
    panel = desk.window.library
    panel.show_document(entry.documents[0].id)
    index = panel.tree.currentIndex()
    while panel.model.node(index).kind is not NodeKind.ISSUE:
        index = index.parent()
    panel.tree.setCurrentIndex(index)
    desk.window.actions_["export_chosen"].trigger()
    dialog = desk.window.findChild(ExportDialog)
    assert dialog.form.selection() == Selection(document_ids=tuple(one.id for one in entry.documents))
    assert Path(dialog.path.text()).stem == "云汀市人民政府公报 2025年第3期"
    dialog.form.formats["md"].setChecked(True)
    out = tmp_path / "一期.md"
    dialog.path.setText(str(out))
    dialog.path.textEdited.emit(str(out))
    qtbot.waitUntil(lambda: str(len(entry.documents)) in dialog.number.text())
    dialog.ok.click()
    qtbot.waitUntil(out.exists)
    text = out.read_text(encoding="utf-8")
    places = [text.index(f"# {one.title}") for one in entry.documents]
    assert places == sorted(places)


def test_an_export_that_fails_is_told_until_it_is_closed(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.handing_on.exporting.export(Selection(), Wish("no-such-format"), tmp_path / "x")
    strip = desk.window.area.strip
    qtbot.waitUntil(strip.isVisible)
    assert strip.text.text().startswith("没有完成：")


def test_the_dialog_exports_and_its_choices_are_remembered(
        desk: Desk, make_desk: DeskMaker, tmp_path: Path, qtbot: QtBot) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    desk.window.actions_["export"].trigger()
    dialog = desk.window.findChild(ExportDialog)
    dialog.form.formats["docx"].setChecked(True)
    dialog.form.order.setCurrentIndex(dialog.form.order.findData("date"))
    dialog.path.setText(str(tmp_path / "出" / "摘录.docx"))
    dialog.path.textEdited.emit(dialog.path.text())
    (tmp_path / "出").mkdir()
    dialog.ok.click()
    qtbot.waitUntil((tmp_path / "出" / "摘录.docx").exists)
    expected = ExportChoices(format="docx", order="date", folder=str(tmp_path / "出"))
    assert preferences.load_choices(tmp_path / "export.toml", ExportChoices()) == expected
    again = make_desk()
    assert again.handing_on.exporting.choices == expected
    assert again.handing_on.exporting.folder == tmp_path / "出"


def test_the_open_document_is_exported_whole(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["export_document"].trigger()
    dialog = desk.window.findChild(ExportDialog)
    assert dialog.form.wish().content is Content.DOCUMENTS
    assert dialog.path.text().endswith("云汀市人民政府关于修缮古桥的通知.html")
    qtbot.waitUntil(lambda: dialog.number.text() == "将导出 1 篇公文")
    dialog.reject()


# Prints


def test_the_preview_shows_the_pages_and_can_leave_marks_out(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    desk.window.actions_["print_preview"].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(PrintPreview) is not None)
    dialog = desk.window.findChild(PrintPreview)
    pages = dialog.findChild(QPrintPreviewWidget)
    assert isinstance(pages, QPrintPreviewWidget)
    qtbot.waitUntil(lambda: pages.pageCount() == 1)
    dialog.marks.setChecked(False)
    qtbot.waitUntil(lambda: any(not one.marks.isChecked() for one in desk.window.findChildren(PrintPreview)))
    for one in desk.window.findChildren(PrintPreview):
        one.close()
    assert not preferences.load_choices(tmp_path / "export.toml", ExportChoices()).print_marks


def test_printing_asks_for_a_printer_and_prints(
        desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def to_file(title: str) -> QPrinter:
        printer = new_printer(title)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        return printer

    monkeypatch.setattr("ui.printing.printer.new_printer", to_file)
    desk.window.actions_["print"].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(QPrintDialog) is not None)
    qtbot.waitUntil(lambda: not desk.worker.busy)
    dialog = desk.window.findChild(QPrintDialog)
    dialog.accepted.emit(dialog.printer())
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 1
    assert "已送往打印机" in desk.window.status.currentMessage()
    dialog.close()


def test_a_printer_gets_the_pages_chosen(qtbot: QtBot, tmp_path: Path) -> None:  # noqa: ARG001 - an application
    printer = new_printer("通知")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_pages(printer, set_pages(Material([ENTRY, ENTRY], Content.DOCUMENTS)))
    file = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(file) == 4
    assert [round(side) for side in file[0].get_size()] == [595, 842]


@pytest.mark.parametrize(("first", "last", "backwards", "expected"), [
    (0, 0, False, [0, 1, 2, 3, 4]), (2, 3, False, [1, 2]), (0, 0, True, [4, 3, 2, 1, 0]), (4, 99, False, [3, 4]),
])
def test_range_and_order_are_the_users(
        qtbot: QtBot, first: int, last: int, backwards: bool, expected: list[int]) -> None:  # noqa: ARG001
    printer = new_printer("通知")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setFromTo(first, last)
    if backwards:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(chosen(printer, 5)) == expected


def test_an_annotation_is_cited_by_its_place(desk: Desk) -> None:
    select(desk, BRIDGE)
    desk.window.actions_["style_1"].trigger()
    assert annotate.all_annotations(desk.library)
    desk.window.actions_["cite_official"].trigger()
    assert QGuiApplication.clipboard().text().startswith(CITATION)
