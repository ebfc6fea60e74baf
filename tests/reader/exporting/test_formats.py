"""What all formats have in common."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from html import unescape

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
