"""Every format of export, read back by a library of its own kind, and compared with what the database holds."""

from __future__ import annotations

import csv
import io
import itertools
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import lxml.html
import markdown
import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn
from PySide6.QtWidgets import QApplication

from reader.model.annotation import AnchorState, PlacedAnnotation
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, import_files
from reader.services.annotate import Selection
from reader.services.export import Content, Wish, export
from reader.services.library import Library
from tests.building import FakeEngine
from ui.printing.without_window import write_pdf

SURE = {AnchorState.EXACT, AnchorState.MOVED}
ORDERS = ("text", "tag", "style", "date")
NOTES = ("核对第{}项期限", "=第{}项之和", "", "与旧办法第{}条比较，见附表")
TAGS = ((), ("期限",), ("责任/财政", "要点"), ("+依据",))


@pytest.fixture(scope="module", autouse=True)
def _application(qapp: QApplication) -> None:
    """Without one, writing a PDF would make one that later tests of the window cannot use."""


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Iterator[Library]:
    """The sample issue, annotated all over: paragraphs, cells, whole documents, and words that are gone."""
    with Library.open(tmp_path_factory.mktemp("home") / "library", FakeEngine) as library:
        import_files.import_paths(library, [sample], SilentJob())
        rng, number = random.Random(61), itertools.count(1)
        styles = [one.name for one in annotate.styles(library)]
        for facts in (one for entry in catalogue.issues(library) for one in entry.documents):
            document = catalogue.document(library, facts.id)
            places = [(one.start, one.end - 1) for one in document.blocks
                      if one.kind == "paragraph" and one.end - one.start > 12]
            places += [(one.start, one.end) for table in document.tables for one in table.cells[6:8]]
            for start, end in rng.sample(places, min(len(places), 9)):
                annotate.create(library, facts.id, start=start, end=end, style=rng.choice(styles),
                                note=rng.choice(NOTES).format(next(number)), tags=rng.choice(TAGS), author="王芳")
            annotate.create_on_document(library, facts.id, style="存档", note=f"整份文件{next(number)}", tags=("要点",))
        lost = next(one for one in annotate.all_annotations(library) if one.annotation.anchor is not None)
        anchor = lost.annotation.anchor
        assert anchor is not None
        gone = replace(anchor, quote="早已删去的一句话，库中再没有与它相像的文字", prefix="", suffix="", address="")
        annotate.save(library, replace(lost.annotation, anchor=gone, note="失去原文的批注"))
        yield library


def dense(text: str) -> str:
    return "".join(text.split())


def quote(one: PlacedAnnotation, library: Library) -> str:
    place = one.placement
    if one.annotation.anchor is None:
        return ""
    if place.state in SURE and place.start is not None and one.document_id:
        return catalogue.document(library, one.document_id).text[place.start:place.end]
    return one.annotation.anchor.quote


def state(one: PlacedAnnotation) -> AnchorState:
    return one.placement.state if one.annotation.anchor is not None else AnchorState.EXACT


def arranged(library: Library, order: str, selection: Selection | None = None) -> list[PlacedAnnotation]:
    """The annotations of the database as an export has to show them, one of several tags under each."""
    found = list(annotate.all_annotations(library, selection))
    if order == "text":
        return [one for _, group in itertools.groupby(found, lambda one: one.document_id)
                for one in sorted(group, key=lambda one: state(one) not in SURE)]
    if order == "style":
        names = [one.name for one in annotate.styles(library)]
        return sorted(found, key=lambda one: names.index(one.annotation.style))
    if order == "date":
        return sorted(found, key=lambda one: one.annotation.created[:10])
    tags = sorted({tag for one in found for tag in one.annotation.tags})
    return [one for tag in tags for one in found if tag in one.annotation.tags] + [
        one for one in found if not one.annotation.tags]


# Each format as the words that stand in it, in the order in which they are read


def words_of_html(page: str) -> str:
    body, = lxml.html.document_fromstring(page).iter("body")
    for number in list(body.iter("sup")):  # of a note, between the words of a document
        number.drop_tree()
    return str(body.text_content())


def words_of_markdown(text: str) -> str:
    return words_of_html(markdown.markdown(text, extensions=["tables", "footnotes"]))


def words_of_word(data: bytes) -> str:
    body = python_docx.Document(io.BytesIO(data)).element.body
    return "".join(one.text or "" for one in body.iter(qn("w:t")))


def words_of_pdf(data: bytes) -> str:
    pages = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        units = "".join(chr(pypdfium2.raw.FPDFText_GetUnicode(text, at)) for at in range(text.count_chars()))
        pages.append(re.sub(r"— \d+ —\s*$", "", units))
    return re.sub(r"\[\d+\]", "", "".join(pages))


WORDS: dict[str, Callable[[bytes], str]] = {
    "md": lambda data: words_of_markdown(data.decode()), "html": lambda data: words_of_html(data.decode()),
    "docx": words_of_word, "pdf": words_of_pdf}


def comments(data: bytes) -> list[str]:
    return [one.text for one in python_docx.Document(io.BytesIO(data)).comments]


def written(library: Library, wish: Wish, folder: Path, selection: Selection | None = None) -> tuple[int, bytes]:
    out = folder / f"out.{wish.format}"
    return export(library, selection, wish, out, pdf=write_pdf), out.read_bytes()


def assert_in_order(text: str, wanted: Sequence[str]) -> None:
    at = 0
    for one in wanted:
        found = text.find(one, at)
        assert found >= 0, f"{one!r} is not behind {text[max(at - 40, 0):at]!r}"
        at = found + len(one)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("name", WORDS)
def test_quotes_notes_and_tags_stand_in_the_order_asked_for(
        stocked: Library, tmp_path: Path, name: str, order: str) -> None:
    count, data = written(stocked, Wish(name, order=order), tmp_path)
    expected = arranged(stocked, order)
    assert count == len(annotate.all_annotations(stocked))
    wanted: list[str] = []
    for one in expected:
        made = one.annotation
        wanted += [quote(one, stocked), "" if name == "docx" else made.note, *made.tags]
        wanted.append({AnchorState.ORPHAN: "失去原文"}.get(state(one), ""))
    assert_in_order(dense(WORDS[name](data)), [dense(one) for one in wanted if one])
    if name == "docx":
        noted = [one.annotation.note for one in expected if one.annotation.note]
        assert sorted(comments(data)) == sorted(noted)


def rows(library: Library) -> list[tuple[str, ...]]:
    """What a table of the annotations has to hold: quote, note, tags, style, state."""
    words = {AnchorState.EXACT: "原处", AnchorState.ORPHAN: "失去原文", AnchorState.UNCERTAIN: "待确认",
             AnchorState.MOVED: "已移动"}
    return [(quote(one, library).strip("\n"), one.annotation.note, "; ".join(one.annotation.tags),
             one.annotation.style, words[state(one)]) for one in annotate.all_annotations(library)]


COLUMNS = ("原文", "批注", "标签", "样式", "状态")


def test_csv_holds_what_the_database_holds(stocked: Library, tmp_path: Path) -> None:
    _, data = written(stocked, Wish("csv"), tmp_path)
    read = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    found = [tuple(row[name] for name in COLUMNS) for row in read]
    assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "-", "@"))]
    # The apostrophe that keeps a formula from being one.
    assert [tuple(re.sub(r"^'(?=[=+\-@])", "", cell) for cell in row) for row in found] == rows(stocked)


def test_excel_holds_what_the_database_holds(stocked: Library, tmp_path: Path) -> None:
    _, data = written(stocked, Wish("xlsx"), tmp_path)
    head, *body = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows()
    at = [[cell.value for cell in head].index(name) for name in COLUMNS]
    assert [tuple(str(row[place].value or "") for place in at) for row in body] == rows(stocked)
    assert {cell.data_type for row in body for cell in row if cell.value} == {"s"}


def test_w3c_annotations_hold_what_the_database_holds(stocked: Library, tmp_path: Path) -> None:
    _, data = written(stocked, Wish("jsonld"), tmp_path)
    found = []
    for item in json.loads(data)["first"]["items"]:
        bodies = item.get("body", [])
        exact = "" if isinstance(item["target"], str) else item["target"]["selector"][1]["exact"]
        found.append((item["id"].removeprefix("urn:uuid:"), exact,
                      "".join(one["value"] for one in bodies if one["purpose"] == "commenting"),
                      tuple(one["value"] for one in bodies if one["purpose"] == "tagging"), item["dibao:style"]))
    expected = [one.annotation for one in annotate.all_annotations(stocked)]
    assert found == [(one.id, one.anchor.quote if one.anchor else "", one.note, one.tags, one.style)
                     for one in expected]


def test_references_are_those_of_the_annotated_documents(stocked: Library, tmp_path: Path) -> None:
    _, data = written(stocked, Wish("csl"), tmp_path)
    keys = dict.fromkeys(one.annotation.key for one in annotate.all_annotations(stocked))
    assert [item["id"] for item in json.loads(data)] == list(keys)


@pytest.mark.parametrize("selection", [
    Selection(tags=("期限",)), Selection(styles=("重点", "依据")), Selection(states=(AnchorState.ORPHAN,)),
    Selection(text="核对"), Selection(since="2000-01-01"), Selection(tags=("要点",), styles=("存档",)),
], ids=lambda one: ",".join(name for name in ("tags", "styles", "states", "text", "since") if getattr(one, name)))
@pytest.mark.parametrize("name", ["md", "html", "docx", "pdf", "csv", "jsonld"])
def test_filters_choose_the_same_in_every_format(
        stocked: Library, tmp_path: Path, name: str, selection: Selection) -> None:
    count, data = written(stocked, Wish(name), tmp_path, selection)
    expected = arranged(stocked, "text", selection)
    assert 0 < count == len(expected)
    others = [one for one in annotate.all_annotations(stocked) if one.annotation.note
              and one.annotation.id not in {other.annotation.id for other in expected}]
    if name in WORDS:
        text = dense(WORDS[name](data) + "".join(comments(data) if name == "docx" else ()))
        assert_in_order(dense(WORDS[name](data)), [dense(quote(one, stocked)) for one in expected])
    else:
        text = dense(data.decode())
    assert not [one for one in others if dense(one.annotation.note) in text]


def test_a_choice_by_hand_is_written_alone(stocked: Library, tmp_path: Path) -> None:
    chosen = [one.annotation.id for one in annotate.all_annotations(stocked)][3:8:2]
    _, data = written(stocked, Wish("jsonld"), tmp_path, Selection(ids=tuple(chosen)))
    assert [item["id"].removeprefix("urn:uuid:") for item in json.loads(data)["first"]["items"]] == chosen


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "plain"])
@pytest.mark.parametrize("name", WORDS)
def test_documents_are_whole_with_marks_and_without(
        stocked: Library, tmp_path: Path, name: str, marks: bool) -> None:
    facts = [one for entry in catalogue.issues(stocked) for one in entry.documents]
    chosen = (facts[1].id, facts[0].id)
    count, data = written(stocked, Wish(name, Content.DOCUMENTS, marks=marks), tmp_path,
                          Selection(document_ids=chosen))
    assert count == 2
    text = WORDS[name](data)
    lines = [dense(line) for one in chosen for line in catalogue.document(stocked, one).text.split("\n")]
    assert_in_order(dense(text), [line for line in lines if line])
    notes = [one.annotation.note for id_ in chosen for one in annotate.annotations_of(stocked, id_)]
    found = dense("".join(comments(data)) if name == "docx" else text)
    assert {dense(note) in found for note in notes if note} == {marks}
