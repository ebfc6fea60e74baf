"""The right reader is found by content first, by the ending of the name second."""

from __future__ import annotations

import base64
import io
import random

import docx
import pytest

from reader.importing.formats.registry import read, reader_for
from reader.model.errors import UserError
from reader.wording import word as word_of

from .conservation import leak, texts
from .pdf_maker import PdfMaker
from .test_archive import zipped

PAGE = "<html><head><meta charset=gbk></head><body><p>第一条　为了加强管理，制定本办法。</p></body></html>"
ARCHIVE = ("From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
           "\tboundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html; charset=gbk\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--B\r\n"
           "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--B--\r\n")


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("第一条　为了加强管理，制定本办法。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def web_archive() -> bytes:
    return ARCHIVE.format(base64.encodebytes(PAGE.encode("gbk")).decode()).encode()


@pytest.mark.parametrize(("data", "name", "form"), [
    (PAGE.encode("gbk"), "a.html", "html"), (PAGE.encode("gbk"), "a.txt", "html"), (PAGE.encode("utf-16"), "a.htm",
                                                                                    "html"),
    ("<p>第一条　为了加强管理，制定本办法。</p>".encode(), "a.html", "html"), (word(), "a.docx", "docx"), (word(),
                                                                                          "a.txt", "docx"),
    (web_archive(), "a.mht", "mht"), ("第一条　为了加强管理，制定本办法。".encode(), "a.txt", "text"),
    ("第一条　为了加强管理，制定本办法。".encode("gbk"), "a.html", "text"),
    ("第一条　为了加强管理，制定本办法。".encode(), "a.md", "markdown"),
])
def test_the_reader_is_found_by_content(data: bytes, name: str, form: str) -> None:
    source = read(data, name)
    assert source.format == form
    assert texts(source) == ["第一条　为了加强管理，制定本办法。"]
    assert not leak(source)


@pytest.mark.parametrize(("data", "code"), [
    (zipped({"OFD.xml": b"<x/>"}), "file.ofd"), (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
                                                 "file.spreadsheet"),
    (b"PK\x03\x04broken", "file.broken"), (zipped({"a.txt": b"a"}), "file.binary"),
])
def test_zip_files_that_are_no_word_document_are_told_apart(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as raised:
        reader_for("a.docx", data)
    assert raised.value.code == code


def test_a_web_archive_without_a_page_is_broken() -> None:
    data = (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
            b"--B\r\nContent-Type: image/png\r\n\r\nx\r\n--B--")
    with pytest.raises(UserError) as raised:
        read(data, "a.mht")
    assert raised.value.code == "file.broken"


def archive_of(*pages: str) -> bytes:
    parts = "".join(f"--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n" for page in pages)
    return f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n{parts}--B--\r\n".encode()


def test_the_frames_of_a_web_archive_are_read() -> None:
    frames = "<html><head><title>公报</title></head><frameset><frame src=1><frame src=2></frameset></html>"
    menu = "<html><body><a href=1>县政府令</a><br><a href=2>人事任免</a></body></html>"
    text = ("<html><body><p>清江县人民政府公告</p>"
            "<p>根据规定，现将第二批文物保护单位予以公布，请各地切实做好保护和管理工作。</p></body></html>")
    source = read(archive_of(frames, menu, text), "a.mht")
    assert texts(source) == [
        "清江县人民政府公告", "根据规定，现将第二批文物保护单位予以公布，请各地切实做好保护和管理工作。"]
    assert not leak(source)
    assert {"公报", "县政府令"} <= {removal.text for removal in source.removals}


def test_a_web_archive_of_frames_alone_is_told() -> None:
    with pytest.raises(UserError) as raised:
        read(archive_of("<html><frameset><frame src=1></frameset></html>"), "a.mht")
    assert raised.value.code == "file.hollow"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changed, dropped or doubled."""
    out = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        place = chance.randrange(len(out) or 1)
        action = chance.randrange(3)
        if action == 0 and out:
            out[place] = chance.randrange(256)
        elif action == 1:
            del out[place:place + chance.randrange(30)]
        else:
            out[place:place] = out[place:place + chance.randrange(30)]
    return bytes(out)


@pytest.mark.parametrize(("data", "name"), [
    (PAGE.encode("gbk"), "a.html"), (web_archive(), "a.mht"), (word(), "a.docx"), (PdfMaker().made(), "a.pdf"),
    ("第一条　为了加强管理，制定本办法。\n# 总则\n|甲|乙|\n|-|-|\n|$x_1$|**丙**|\n".encode(), "a.md"),
    ("關於函轉會議紀錄，請查照。".encode("big5"), "a.txt"), ("第一条".encode("utf-16"), "a.txt"),
    (zipped({"a.txt": b"a"}), "a.zip"),
])
def test_damaged_bytes_are_read_without_loss_or_refused_with_a_reason(data: bytes, name: str) -> None:
    chance = random.Random(9704)
    for _ in range(120):
        damaged = mutated(data, chance)
        try:
            source = read(damaged, name)
        except UserError as error:
            sentence = word_of(error.code, error.facts)
        else:
            sentence = ""
            assert not leak(source)
        assert "{" not in sentence


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.pdf", "a.mht", "a"])
def test_noise_is_refused_with_a_reason(name: str) -> None:
    chance = random.Random(4)
    for size in (1, 2, 3, 5, 17, 100, 3000):
        for start in (b"", b"PK\x03\x04", b"%PDF-1.4", b"<html>", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
            sentence = "read"
            try:
                assert not leak(read(start + chance.randbytes(size), name))
            except UserError as error:
                sentence = word_of(error.code, error.facts)
            assert sentence


@pytest.mark.parametrize("name", ["a.docx", "a.PDF", "a.docm"])
@pytest.mark.parametrize("data", [b"hello", random.Random(5).randbytes(4000)])
def test_what_is_no_document_of_its_ending_is_damaged(data: bytes, name: str) -> None:
    with pytest.raises(UserError) as caught:
        read(data, name)
    assert (caught.value.code, caught.value.facts["path"]) == ("file.broken", name)


@pytest.mark.parametrize(("data", "code"), [
    (b"{\\rtf1\\ansi x}", "file.rtf"), (b"", "file.empty")])
def test_a_known_format_under_another_ending_is_named(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read(data, "a.docx")
    assert caught.value.code == code
