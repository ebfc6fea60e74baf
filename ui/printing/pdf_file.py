"""Completes a PDF file written by Qt: an outline, and the right characters behind the glyphs.

Qt writes neither: it has no outline, and where several characters share a glyph it notes the lowest of them, so that 人
is copied as the radical ⼈ and characters outside the basic plane are lost. What is added stands behind the file as an
incremental update (ISO 32000-1 §7.5.6): nothing of what Qt wrote is moved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\s")
_FONT = re.compile(rb"/Type /Font\s+/Subtype /Type0\s+/BaseFont /(\S+).*?/ToUnicode (\d+) 0 R", re.DOTALL)
_RANGE = re.compile(rb"(?m)^<([0-9A-F]{4})> <([0-9A-F]{4})> (?:\[([^\]]*)\]|<([0-9A-F]+)>)")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")


class Entry(Protocol):
    """A line of the outline."""

    @property
    def level(self) -> int:
        """From 1."""

    @property
    def words(self) -> str:
        """What it says."""

    @property
    def page(self) -> int:
        """From 0."""

    @property
    def down(self) -> float:
        """How far down the page, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the glyphs of one font stand for.

    Attributes:
        instead: for a character that Qt may note, the one that was printed.
        beyond: the characters outside the basic plane, in the order in which they were first printed.
    """

    instead: Mapping[str, str]
    beyond: tuple[str, ...] = ()


def finished(data: bytes, outline: Sequence[Entry], spelling: Mapping[str, Spelling]) -> bytes:
    """The file with an outline, and with the characters that were printed.

    Args:
        data: as Qt's PDF engine writes it: one cross-reference table, no object streams.
        outline: in order of pages.
        spelling: by the PostScript names of fonts.
    """
    file = _File(data)
    for name, number in {(found[1].decode(), int(found[2])) for found in _FONT.finditer(data)}:
        if name in spelling:
            file.replace(number, _respelled(file.body(number), spelling[name]))
    if outline:
        _add_outline(file, outline)
    return file.whole()


class _File:
    """A PDF file and what is added to it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places = {int(found[1]): found.end() for found in _OBJECT.finditer(data)}
        trailer = data[data.rindex(b"trailer"):]
        self.root = int(_found(rb"/Root (\d+) 0 R", trailer))
        self._info = _found(rb"/Info (\d+ 0 R)", trailer)
        self._identity = _found(rb"/ID (\[[^\]]*\])", trailer)
        self._start = int(_found(rb"startxref\s+(\d+)", trailer))
        self._size = int(_found(rb"/Size (\d+)", trailer))
        self._added: dict[int, bytes] = {}

    def body(self, number: int) -> bytes:
        """What stands between `obj` and `endobj`."""
        start = self._places[number]
        return self._data[start:self._data.index(b"endobj", start)]

    def new(self) -> int:
        """The number of an object that is to be added."""
        self._size += 1
        return self._size - 1

    def replace(self, number: int, body: bytes) -> None:
        """Give an object, new or old, this content."""
        self._added[number] = body

    def pages(self) -> list[int]:
        """The objects of the pages in order."""
        pages = int(_found(rb"/Pages (\d+) 0 R", self.body(self.root)))
        kids = _KIDS.search(self.body(pages))
        return [int(number) for number in _REFERENCE.findall(kids[1])] if kids else []

    def whole(self) -> bytes:
        """The file with what was added."""
        if not self._added:
            return self._data
        out = bytearray(self._data)
        if not out.endswith(b"\n"):
            out += b"\n"
        lines = [b"xref\n"]
        for number in sorted(self._added):
            lines.append(b"%d 1\n%010d 00000 n \n" % (number, len(out)))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, self._added[number].strip())
        start = len(out)
        out += b"".join(lines)
        out += (b"trailer\n<<\n/Size %d\n/Info %s\n/Root %d 0 R\n/ID %s\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n"
                % (self._size, self._info, self.root, self._identity, self._start, start))
        return bytes(out)


def _found(expression: bytes, text: bytes) -> bytes:
    match = re.search(expression, text, re.DOTALL)
    if match is None:
        raise ValueError(f"no {expression!r} in a PDF file of Qt")
    return match[1]


def _respelled(stream: bytes, spelling: Spelling) -> bytes:
    """A ToUnicode map (§9.10.3) with the characters that were printed."""
    known: dict[int, str] = {}
    for first, last, listed, begun in _RANGE.findall(stream):
        codes = range(int(first, 16), int(last, 16) + 1)
        targets = re.findall(rb"<([0-9A-F]+)>", listed)
        targets = targets or [b"%04X" % (int(begun, 16) + at) for at in range(len(codes))]
        known |= {code: bytes.fromhex(target.decode()).decode("utf-16-be", "replace")
                  for code, target in zip(codes, targets, strict=True)}
    known = {code: spelling.instead.get(character, character) for code, character in known.items()}
    known.pop(0, None)
    last = max(known, default=0)
    missing = [code for code in range(1, last + 1) if code not in known]
    missing += range(last + 1, last + 1 + len(spelling.beyond) - len(missing))
    if len(missing) == len(spelling.beyond):
        known |= dict(zip(missing, spelling.beyond, strict=True))
    order = sorted(known)
    pieces = [order[at:at + 100] for at in range(0, len(order), 100)]  # §9.10.3: at most 100 in one section
    maps = "".join(
        f"{len(piece)} beginbfchar\n" + "".join(f"<{code:04X}> <{known[code].encode('utf-16-be').hex().upper()}>\n"
                                                for code in piece) + "endbfchar\n" for piece in pieces)
    begin, end = stream.index(b"endcodespacerange") + len(b"endcodespacerange\n"), stream.index(b"endcmap")
    content = stream[stream.index(b"stream") + 7:begin] + maps.encode("ascii") + stream[end:stream.rindex(b"endstream")]
    return b"<<\n/Length %d\n>>\nstream\n%sendstream" % (len(content), content)


def _add_outline(file: _File, entries: Sequence[Entry]) -> None:
    """An outline (§12.3.3): a tree by level, the first two levels open."""
    pages = file.pages()
    root = file.new()
    nodes = [_Node(root)]
    above = [nodes[0]]
    for entry in entries:
        node = _Node(file.new(), entry)
        while len(above) > 1 and (above[-1].entry is None or above[-1].entry.level >= entry.level):
            above.pop()
        node.above = above[-1]
        above[-1].below.append(node)
        above.append(node)
        nodes.append(node)

    def place(page: int, down: float) -> tuple[int, float]:
        height = float(_found(rb"/MediaBox \[\S+ \S+ \S+ (\S+)", file.body(pages[page])).rstrip(b"]"))
        return pages[page], height * (1 - down)

    for node in nodes:
        file.replace(node.number, _node(node, place))
    catalog = file.body(file.root).rstrip()
    file.replace(file.root, catalog.removesuffix(b">>") + b"/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % root)


class _Node:
    def __init__(self, number: int, entry: Entry | None = None) -> None:
        self.number, self.entry = number, entry
        self.above: _Node | None = None
        self.below: list[_Node] = []


def _node(node: _Node, place: Callable[[int, float], tuple[int, float]]) -> bytes:
    items = [b"/Type /Outlines"] if node.entry is None else [b"/Title <%s>" % _text(node.entry.words)]
    if node.entry is not None:
        page, top = place(node.entry.page, node.entry.down)
        items.append(b"/Dest [%d 0 R /XYZ null %.2f null]" % (page, top))
    if node.above is not None:
        sisters = node.above.below
        at = sisters.index(node)
        items.append(b"/Parent %d 0 R" % node.above.number)
        if at:
            items.append(b"/Prev %d 0 R" % sisters[at - 1].number)
        if at + 1 < len(sisters):
            items.append(b"/Next %d 0 R" % sisters[at + 1].number)
    if node.below:
        items.append(b"/First %d 0 R\n/Last %d 0 R" % (node.below[0].number, node.below[-1].number))
        is_open = node.entry is None or node.entry.level < 2
        items.append(b"/Count %d" % (_shown(node) if is_open else -len(node.below)))
    return b"<<\n" + b"\n".join(items) + b"\n>>"


def _shown(node: _Node) -> int:
    """How many entries below are seen when this one is open."""
    return len(node.below) + sum(_shown(one) for one in node.below if one.entry is not None and one.entry.level < 2)


def _text(words: str) -> bytes:
    """A text string (§7.9.2.2) in hexadecimal."""
    return ("\ufeff" + words).encode("utf-16-be").hex().upper().encode("ascii")
