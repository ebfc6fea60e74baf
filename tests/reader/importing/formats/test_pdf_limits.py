"""A PDF that unfolds to more than any gazette holds is refused before it takes hours or all memory."""

from __future__ import annotations

import zlib

import pytest

from reader.importing.formats import pdf_limits
from reader.importing.formats.pdf import read
from reader.model.errors import UserError

from .pdf_maker import PdfMaker, set_lines


def printed(lines: int) -> bytes:
    maker = PdfMaker()
    for _ in range(3):
        maker.page()
        texts = [f"第{number}条　为了加强城市供水管理，制定本办法。" for number in range(lines)]
        set_lines(maker, texts, 80, 780, step=18)
    return maker.made()


def code_of(data: bytes) -> str:
    with pytest.raises(UserError) as told:
        read(data, "公报.pdf")
    return told.value.code


def test_a_gazette_is_within_the_limits() -> None:
    assert read(printed(40), "公报.pdf").lines


def test_the_drawing_of_a_page_is_unfolded_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_limits, "_MOST_CONTENT", 2000)
    assert code_of(printed(40)) == "file.unfolds"


@pytest.mark.parametrize("head", [b"/Subtype/Image", b"/Length1 9", b"/Type/ObjStm"])
def test_pictures_and_fonts_may_be_large(monkeypatch: pytest.MonkeyPatch, head: bytes) -> None:
    monkeypatch.setattr(pdf_limits, "_MOST_CONTENT", 2000)
    stream = zlib.compress(bytes(100_000))
    pdf_limits.check_streams(b"9 0 obj\n<<%s/Filter/FlateDecode>>stream\n%s\nendstream" % (head, stream), "a.pdf")
    with pytest.raises(UserError):
        pdf_limits.check_streams(b"9 0 obj\n<</Filter/FlateDecode>>stream\n%s\nendstream" % stream, "a.pdf")


@pytest.mark.parametrize(("limit", "value"), [("_MOST_GLYPHS", 100), ("_GLYPHS", -1000), ("_OBJECTS", -2500)])
def test_what_pages_hold_is_counted(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(pdf_limits, limit, value)
    assert code_of(printed(40)) == "file.unfolds"
