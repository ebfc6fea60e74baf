"""Exports by the service: what is gathered, what is refused, and that the old file stays until the new one is whole."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest

from reader.exporting.formats import Content, Material, Step
from reader.model.errors import Cancelled, UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, export, import_files
from reader.services.annotate import Selection
from reader.services.export import Wish
from reader.services.library import Library
from reader.storage import atomic
from tests.building import GAZETTE

DOCUMENTS = Content.DOCUMENTS


@pytest.fixture
def filled(library: Library, gazette: Path, simple_importer: None) -> Library:  # noqa: ARG001 - a fixture
    """Two documents; the first has two annotations, made out of text order."""
    import_files.import_paths(library, [gazette], SilentJob())
    first = ids(library)[0]
    text = catalogue.document(library, first).text
    for quote, note in (("古桥。", "=后"), ("汛期", "先")):
        start = text.index(quote)
        annotate.create(library, first, start=start, end=start + len(quote), note=note, tags=("防汛",))
    return library


def ids(library: Library) -> list[str]:
    return [one.id for entry in catalogue.issues(library) for one in entry.documents]


def pdf(material: Material, step: Step) -> bytes:
    """A typesetter that writes what it was given."""
    step(1, 2)
    step(2, 2)
    return f"%PDF {material.content} {len(material.entries)}".encode()


@pytest.mark.parametrize("name", export.formats())
def test_every_format_is_written(filled: Library, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"out.{name}"
    assert export.export(filled, None, name, out, pdf=pdf) == 2
    assert out.stat().st_size


def test_annotations_come_in_text_order(filled: Library, tmp_path: Path) -> None:
    export.export(filled, None, "jsonld", tmp_path / "out")
    items = json.loads((tmp_path / "out").read_text(encoding="utf-8"))["first"]["items"]
    assert [item["body"][0]["value"] for item in items] == ["先", "=后"]


def test_a_document_without_annotations_can_be_exported_whole(filled: Library, tmp_path: Path) -> None:
    second = ids(filled)[1]
    out = tmp_path / "out.md"
    assert export.export(filled, Selection(document_ids=(second,)), Wish("md", DOCUMENTS), out) == 1
    assert "夜市每晚六时开市" in out.read_text(encoding="utf-8")


def test_documents_of_the_chosen_annotations_are_exported_where_none_is_named(filled: Library, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    assert export.export(filled, Selection(tags=("防汛",)), Wish("html", DOCUMENTS), out) == 1
    page = out.read_text(encoding="utf-8")
    assert ("<mark" in page, "夜市" in page) == (True, False)


@pytest.mark.parametrize("marks", [True, False])
def test_documents_come_with_marks_or_without(filled: Library, tmp_path: Path, marks: bool) -> None:
    out = tmp_path / "out.docx"
    export.export(filled, None, Wish("docx", DOCUMENTS, marks=marks), out)
    read = python_docx.Document(io.BytesIO(out.read_bytes()))
    assert len(list(read.comments)) == (2 if marks else 0)


def test_only_what_is_chosen_is_written(filled: Library, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert export.export(filled, Selection(text="先"), "md", out) == 1
    text = out.read_text(encoding="utf-8")
    assert ("汛期" in text, "=后" in text) == (True, False)
    assert [path.name for path in tmp_path.glob("*out.md*")] == ["out.md"]


def test_annotations_of_a_document_that_is_gone_are_written_too(
        filled: Library, gazette: Path, tmp_path: Path) -> None:
    second = ids(filled)[1]
    annotate.create(filled, second, start=0, end=6, note="留下")
    gazette.write_text(GAZETTE.partition("# 云汀市人民政府关于夜市")[0], encoding="utf-8")
    import_files.import_paths(filled, [gazette], SilentJob())
    out = tmp_path / "out.html"
    assert export.export(filled, Selection(), "html", out) == 3
    assert "留下" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(("selection", "wish", "target", "code"), [
    (Selection(tags=("没有",)), Wish(), "out.md", "export.nothing"),
    (Selection(tags=("没有",)), Wish("md", DOCUMENTS), "out.md", "export.nothing"),
    (None, Wish("wps"), "out.wps", "export.format"),
    (None, Wish("xlsx", DOCUMENTS), "out.xlsx", "export.format"),
    (None, Wish("pdf"), "out.pdf", "export.format"),  # nobody to set it in type
    (None, Wish(), "folder", "export.unreachable"),
    (None, Wish(), "old.md/out.md", "export.unreachable"),
    (None, Wish(), "none/out.md", "export.no_folder"),
])
def test_what_cannot_be_written_is_told_and_the_old_file_stays(
        filled: Library, tmp_path: Path, selection: Selection | None, wish: Wish, target: str, code: str) -> None:
    (tmp_path / "old.md").write_text("旧", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError) as told:
        export.export(filled, selection, wish, tmp_path / target)
    assert told.value.code == code
    assert (tmp_path / "old.md").read_text(encoding="utf-8") == "旧"
    assert not list(tmp_path.glob("*out*"))


def test_a_file_open_in_word_stays(filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"old")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "used by another process", str(out))

    monkeypatch.setattr(atomic.Path, "replace", refuse)
    with pytest.raises(UserError) as told:
        export.export(filled, None, "docx", out)
    assert told.value.code == "export.read_only"
    assert [path.name for path in tmp_path.glob("out*")] == ["out.docx"]
    assert out.read_bytes() == b"old"


def test_cancelling_leaves_the_old_file(filled: Library, tmp_path: Path) -> None:
    class Stopped(SilentJob):
        def check_cancelled(self) -> None:
            raise Cancelled

    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    with pytest.raises(Cancelled):
        export.export(filled, None, "pdf", out, pdf=pdf, job=Stopped())
    assert out.read_bytes() == b"old"


def test_cells_that_would_be_formulas_are_text(filled: Library, tmp_path: Path) -> None:
    export.export(filled, None, "xlsx", tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=后"]
    assert [cell.data_type for cell in found] == ["s"]


def test_a_preview_is_cut(filled: Library) -> None:
    assert sum(len(one.annotations) for one in export.gathered(filled, None, limit=1)) == 1
    assert len(export.gathered(filled, Selection(document_ids=tuple(ids(filled))), DOCUMENTS, limit=1)) == 1


def test_each_document_gets_a_file_of_its_own_under_its_title(filled: Library, tmp_path: Path) -> None:
    made = export.export_each(filled, ids(filled), tmp_path)
    assert [path.parent for path in made] == [tmp_path] * len(made)
    assert len(set(made)) == len(ids(filled))
    twice = export.export_each(filled, [ids(filled)[0]] * 2, tmp_path)
    assert [path.name.endswith(" 2.md") for path in twice] == [False, True]
