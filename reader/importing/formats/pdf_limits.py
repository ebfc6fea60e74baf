"""What a PDF may unfold to: small files made to take hours or all memory are refused before they do."""

from __future__ import annotations

import re
import zlib

from reader.model.errors import UserError

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LONGEST_HEAD = 2000  # bytes of a stream's dictionary that are looked at
_NO_CONTENT = re.compile(
    rb"/Subtype\s*/(?!Form)|/Length1\b|/Type\s*/(?:XRef|ObjStm|Metadata)|/FunctionType|/N\s+[134]\b")
_MOST_CONTENT = 16 << 20  # bytes of the drawing of one page; maps take a few millions
_MOST_GLYPHS = 100_000  # of a page; a page of a newspaper holds fewer than ten thousand
_GLYPHS, _OBJECTS = 300_000, 2_000_000  # of a file, besides one for each of its bytes


def check_streams(data: bytes, name: str) -> None:
    """Refuse a file in which the drawing of a page unfolds to more than any page needs.

    The library that reads PDF takes hundreds of bytes of memory for each of the things drawn, and cannot be stopped.

    Raises:
        UserError: file.unfolds.
    """
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _LONGEST_HEAD):match.start()].rpartition(b" obj")[2]
        if b"FlateDecode" not in head or _NO_CONTENT.search(head):
            continue
        unfolding = zlib.decompressobj()
        try:
            size = len(unfolding.decompress(data[match.end():match.end() + _MOST_CONTENT], _MOST_CONTENT + 1))
        except zlib.error:
            continue  # damaged, or coded twice: the reader will see
        if size > _MOST_CONTENT:
            raise UserError("file.unfolds", path=name)


class Budget:
    """Counts what the pages of one file hold.

    Args:
        size: of the file in bytes; name: its name, for messages.
    """

    def __init__(self, size: int, name: str) -> None:
        self._name = name
        self._glyphs = _GLYPHS + size
        self._objects = _OBJECTS + size

    def spend(self, *, objects: int = 0, glyphs: int = 0) -> None:
        """Count what a page holds.

        Raises:
            UserError: file.unfolds when it, or all so far, holds more than a gazette can.
        """
        self._objects -= objects
        self._glyphs -= glyphs
        if glyphs > _MOST_GLYPHS or self._glyphs < 0 or self._objects < 0:
            raise UserError("file.unfolds", path=self._name)
