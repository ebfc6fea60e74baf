"""The command that exports annotations and documents, on the sample issue, and its templates."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pypdfium2
import pytest

from reader.services import annotate
from reader.services.library import Library
from tests.building import FakeEngine
from tests.end2end.command import Program


@pytest.mark.parametrize("name", ["md", "html"])
def test_export_holds_quote_note_tags_and_citation_in_text_order(annotated: Program, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"out.{name}"
    assert annotated.json("export", "--format", name, "--out", out)["annotations"] == 3
    text = out.read_text(encoding="utf-8")
    places = [text.index(note) for note in ("开头", "文末")]
    assert places == sorted(places)
    for wanted in ("要紧", "安全/桥", "人事", "《"):
        assert wanted in text


@pytest.mark.parametrize("content", ["annotations", "documents"])
def test_export_writes_pdf_without_a_window(annotated: Program, tmp_path: Path, content: str) -> None:
    out = tmp_path / "out.pdf"
    made = annotated.json("export", "--format", "pdf", "--content", content, "--out", out)
    assert made[content] >= 1
    file = pypdfium2.PdfDocument(out)
    words = "".join("".join(page.get_textpage().get_text_range().split()) for page in file)
    for one in annotated.json("annotations")["annotations"]:
        assert "".join(one["quote"].split()) in words
    assert list(file.get_toc())


def test_headings_of_an_export_are_in_the_language_asked_for(annotated: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    annotated.json("export", "--out", out, "--lang", "en")
    assert out.read_text(encoding="utf-8").startswith("# 批注摘录\n")
    annotated.json("export", "--out", out, "--labels", "en")
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# Annotations\n")
    assert "Tags: \\#安全/桥" in text
    assert annotated.run("export", "--out", out, "--labels", "fr").status == 2


def test_export_writes_documents_without_marks(annotated: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    document = annotated.json("annotations")["annotations"][0]["document_id"]
    words = ("export", "--format", "html", "--content", "documents", "--document", document, "--out", out)
    assert annotated.json(*words)["documents"] == 1
    assert "<mark" in out.read_text(encoding="utf-8")
    annotated.json(*words, "--without-marks")
    assert "<mark" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", ["md", "html"])
def test_export_takes_a_template(annotated: Program, tmp_path: Path, format_: str) -> None:
    names = {one["name"] for one in annotated.json("templates")["templates"] if not one["own"]}
    assert names == {"摘录", "按标签汇编", "依据清单", "责任分工表"}
    out = tmp_path / f"out.{format_}"
    annotated.json("export", "--format", format_, "--template", "责任分工表", "--out", out)
    assert "责任单位" in out.read_text(encoding="utf-8")


def test_a_broken_template_shows_its_line(annotated: Program, tmp_path: Path) -> None:
    template = tmp_path / "坏.md"
    template.write_text("好\n{{ nope }}\n", encoding="utf-8")
    done = annotated.run("export", "--template", template, "--out", tmp_path / "out.md", "--json")
    assert (done.status, done.json["error"], done.json["facts"]["line"]) == (2, "template.unknown_name", 2)
    assert not (tmp_path / "out.md").exists()


def test_export_takes_the_filters(annotated: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert annotated.json("export", "--tag", "人事", "--out", out)["annotations"] == 1
    assert "文末" not in out.read_text(encoding="utf-8")


def test_nothing_to_export_writes_nothing(annotated: Program, tmp_path: Path) -> None:
    done = annotated.run("export", "--tag", "没有", "--out", tmp_path / "out.md", "--json")
    assert (done.status, done.json["error"]) == (2, "export.nothing")
    assert not (tmp_path / "out.md").exists()


def test_export_makes_no_folder(annotated: Program, tmp_path: Path) -> None:
    done = annotated.run("export", "--out", tmp_path / "no" / "such" / "out.md", "--json")
    assert (done.status, done.json["error"]) == (2, "export.no_folder")
    assert not (tmp_path / "no").exists()


def history_of(out: Path, annotation_id: str) -> list[str]:
    """The versions that an exported annotation says it comes from."""
    items = json.loads(out.read_text(encoding="utf-8"))["first"]["items"]
    found = next(item for item in items if item["id"] == f"urn:uuid:{annotation_id}")
    return list(found.get("dibao:history", []))


def test_what_is_handed_on_tells_which_versions_others_have(annotated: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonld"
    annotated.json("export", "--format", "jsonld", "--out", out)
    handed = annotated.json("annotations")["annotations"][0]
    with Library.open(annotated.library, FakeEngine) as library:
        made = annotate.annotation(library, handed["id"])
        annotate.save(library, dataclasses.replace(made, note="改过", modified="2099-01-01T00:00:00.000Z"))
    annotated.json("export", "--format", "jsonld", "--out", out)
    assert history_of(out, handed["id"]) == [handed["modified"]]


def test_annotations_are_handed_on_while_the_library_is_open_elsewhere(annotated: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonld"
    with Library.open(annotated.library, FakeEngine):
        assert annotated.json("export", "--format", "jsonld", "--out", out)["annotations"] == 3
    assert out.exists()


def test_annotations_are_chosen_by_day(annotated: Program) -> None:
    assert len(annotated.json("annotations", "--since", "2020-01-01")["annotations"]) == 3
    assert annotated.json("annotations", "--until", "2020-01-01") == {"annotations": []}
    assert annotated.run("annotations", "--since", "2020年").status == 2
