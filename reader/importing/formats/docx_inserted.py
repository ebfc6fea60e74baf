"""What hangs in a Word document besides its own paragraphs: inserted files, objects, diagrams, pictures."""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from reader.importing.formats.docx_numbering import W
from reader.importing.formats.package import Package
from reader.importing.source import Source, visible
from reader.model.errors import UserError

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_LARGE = 0.35 * 210 * 297  # square millimetres; a picture of more of a page than this may be a page of text
_EMU = 36_000  # of Word's units in a millimetre
_DEPTH = 3  # of documents inserted in documents


@dataclass(frozen=True, slots=True)
class Inserted:
    """A file inserted as a part of the text (`w:altChunk`).

    Attributes:
        name: of the part in the package; source: what it holds, None where it cannot be read.
    """

    name: str
    source: Source | None


def read_chunk(chunk: _Element, relations: Mapping[str, tuple[str, str]], package: Package, depth: int) -> Inserted:
    """Read the file that a `w:altChunk` stands for, whatever its format.

    Args:
        relations: of the part it stands in: id → (kind, path); depth: of documents around it.

    Raises:
        UserError: file.too_large, file.encrypted, file.broken for the package itself.
    """
    from reader.importing.formats import docx, registry  # they read documents by this module

    path = relations.get(chunk.get(f"{_R}id", ""), ("", ""))[1]
    name = posixpath.basename(path)
    if not package.has(path) or depth >= _DEPTH:
        return Inserted(name, None)
    data = package.read(path)
    try:
        if data.startswith(b"PK\x03\x04"):
            return Inserted(name, docx.read(data, name, limit=package.left, depth=depth + 1))
        return Inserted(name, registry.read(data, name))
    except UserError:
        return Inserted(name, None)


def objects(paragraph: _Element, relations: Mapping[str, tuple[str, str]]) -> list[str]:
    """The names of the files embedded in a paragraph as objects: tables of Excel, attachments."""
    found = [relations.get(thing.get(f"{_R}id", ""), ("", ""))[1] for thing in paragraph.iter(_OLE)]
    return [posixpath.basename(path) for path in found if path]


def diagram_lines(paragraph: _Element, relations: Mapping[str, tuple[str, str]], package: Package) -> list[str]:
    """The texts of the diagrams (SmartArt) in a paragraph, a line for each shape."""
    lines: list[str] = []
    for ids in paragraph.iter(f"{_DGM}relIds"):
        root = package.xml(relations.get(ids.get(f"{_R}dm", ""), ("", ""))[1])
        for text in root.iter(f"{_DGM}t") if root is not None else ():
            line = "".join(run.text or "" for run in text.iter(f"{_A}t"))
            if visible(line):
                lines.append(line.replace("\n", " ").replace("\r", " "))
    return lines


def has_large_picture(paragraph: _Element) -> bool:
    """Whether a picture in a paragraph is so large that it may show a page of text or a table."""
    for drawing in paragraph.iter(f"{W}drawing"):
        extent = drawing.find(f"*/{_WP}extent")
        if extent is None or next(drawing.iter(f"{_A}blip"), None) is None:
            continue
        sides = [extent.get(side, "") for side in ("cx", "cy")]
        if all(re.fullmatch(r"[0-9]{1,12}", side) for side in sides):
            area = math.prod(map(int, sides)) / _EMU ** 2
            if area > _LARGE:
                return True
    return False
