"""What all formats have in common."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from dataclasses import replace
from html import unescape

import docx as python_docx
import pytest

from reader.exporting.formats import WRITERS, render
from reader.model.annotation import DEFAULT_STYLES
from tests.reader.exporting.fictional import ENTRY

RENAMED = tuple(replace(style, label="要害") if style.name == "重点" else style for style in DEFAULT_STYLES)


def words_of(data: bytes) -> str:
    """All there is to read in a file, those in a zip included."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "".join(unescape(packed.read(name).decode()) for name in packed.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("name", ["md", "html", "docx", "xlsx", "csv"])
def test_styles_are_called_what_the_user_calls_them(name: str) -> None:
    words = words_of(render(name, [ENTRY], styles=RENAMED))
    assert ("要害" in words, "重点" in words) == (True, False)


def test_exchange_keeps_the_name_that_identifies_a_style() -> None:
    assert "要害" not in words_of(render("jsonld", [ENTRY], styles=RENAMED))


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_chosen_is_a_whole_file(name: str) -> None:
    assert render(name, [])


@pytest.mark.parametrize("name", sorted(set(WRITERS) - {"docx", "xlsx"}))
def test_the_same_annotations_give_the_same_file(name: str) -> None:
    assert render(name, [ENTRY]) == render(name, [ENTRY])


@pytest.mark.parametrize("name", ["md", "csv", "jsonld"])
def test_ten_thousand_annotations_are_written_whole(name: str) -> None:
    made = ENTRY.annotations[2]
    many = tuple(replace(made, annotation=replace(made.annotation, id=str(uuid.UUID(int=number)),
                                                  note=f"第{number}条。")) for number in range(10_000))
    words = words_of(render(name, [replace(ENTRY, annotations=many)]))
    found = [int(number) for number in re.findall(r"第(\d+)条。", words)]
    assert found == list(range(10_000))


def test_thousands_of_notes_on_one_title_are_all_there() -> None:
    whole = ENTRY.annotations[0]
    assert whole.annotation.anchor is None
    many = tuple(replace(whole, annotation=replace(whole.annotation, id=str(uuid.UUID(int=number))))
                 for number in range(3000))
    read = python_docx.Document(io.BytesIO(render("docx", [replace(ENTRY, annotations=many)])))
    assert len(list(read.comments)) == 3000
