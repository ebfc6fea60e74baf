"""Damaged web archives and pages, Word files changed inside: they lose nothing, or are refused with a reason."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from reader.importing.importer import parse
from reader.model.errors import UserError
from reader.wording import word
from tests.reader.importing.laws import assert_conserved, assert_tiled

FOLDER = Path(__file__).resolve().parents[3] / "data" / "gazettes"
VALUES = ("", "-1", "99999999999", "x", "true", "0", "none", "１", "²")


def shuffled(xml: bytes, chance: random.Random) -> bytes:
    """A part with tags dropped, moved, doubled, and values put wrong; well-formed again as far as can be."""
    pieces = re.findall(r"<[^>]+>[^<]*", xml.decode("utf-8"))
    for _ in range(chance.choice((1, 3, 9, 30))):
        at, other = chance.randrange(1, len(pieces)), chance.randrange(1, len(pieces))
        match chance.randrange(4):
            case 0:
                del pieces[at]
            case 1:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 2:
                pieces.insert(at, pieces[other])
            case _:
                pieces[at] = re.sub(r'w:val="[^"]*"', f'w:val="{chance.choice(VALUES)}"', pieces[at])
    root = etree.fromstring("".join(pieces).encode(), etree.XMLParser(recover=True))
    return etree.tostring(root) if root is not None else b"<x/>"


def changed_inside(data: bytes, chance: random.Random) -> bytes:
    """A Word file of which one part is shuffled."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        parts = [name for name in old.namelist() if re.fullmatch(r"word/\w+\.xml", name)]
        hit = chance.choice([*parts, "word/document.xml", "word/numbering.xml"])
        for name in old.namelist():
            new.writestr(name, shuffled(old.read(name), chance) if name == hit else old.read(name))
    return out.getvalue()


def cut_up(data: bytes, chance: random.Random) -> bytes:
    """A file with stretches dropped, doubled, swapped, overwritten."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 2, 8))):
        at, length = chance.randrange(len(out)), int(2 ** chance.uniform(0, 10))
        match chance.randrange(4):
            case 0:
                del out[at:at + length]
            case 1:
                out[at:at] = out[at:at + length] * 3
            case 2:
                out[at:at + length] = chance.randbytes(length)
            case _:
                out = out[at:] + out[:at]
        if not out:
            return data
    return bytes(out)


def keep_the_laws(data: bytes, name: str) -> None:
    try:
        parsed = parse(data, name)
    except UserError as error:
        sentences = [word(error.code, error.facts, "zh")]
    else:
        assert_conserved(parsed, data, name)
        assert_tiled(parsed)
        sentences = [word(doubt.code, doubt.facts, "zh") for doubt in parsed.report.doubts]
    assert not any("{" in sentence for sentence in sentences)


@pytest.mark.parametrize("number", range(40))
def test_word_files_changed_inside(number: int) -> None:
    keep_the_laws(changed_inside((FOLDER / "d01_template.docx").read_bytes(), random.Random(number)), "文.docx")


@pytest.mark.parametrize("name", ["w03_wechat.html", "w06_frames.mht", "w09_wordweb.htm", "m01_pandoc.md"])
@pytest.mark.parametrize("number", range(12))
def test_pages_and_archives_cut_up(name: str, number: int) -> None:
    keep_the_laws(cut_up((FOLDER / name).read_bytes(), random.Random(number)), name)
