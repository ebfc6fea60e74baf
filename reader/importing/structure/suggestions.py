"""Suggest what recognition may have misread and nothing proves: names with 一 for the space between two characters."""

from __future__ import annotations

import re

from reader.importing.repair.line import Record
from reader.model.document import BlockKind, Document

_ROW = re.compile(
    r"(?:[^:：]{1,8}[:：]\s*)?"
    r"(?P<family>[\u4e00-\u9fff])(?P<middle>[ 　]|一)(?P<given>[\u4e00-\u9fff])[ 　]+(?P<post>\S.*)"
)
_FEWEST = 3


def suggest_names(documents: tuple[Document, ...], record: Record) -> None:
    """Doubt names such as 谢一斌 where the same post is held by 谢 斌 elsewhere, or where a list is full of them."""
    spaced: set[tuple[str, str, str]] = set()
    doubtful: list[tuple[int, list[tuple[int, re.Match[str]]]]] = []
    for document in documents:
        rows = 0
        odd: list[tuple[int, re.Match[str]]] = []
        for block in document.blocks:
            if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH) or block.end - block.start > 80:
                continue
            match = _ROW.fullmatch(document.text, block.start, block.end - 1)
            if not match:
                continue
            rows += 1
            if match["middle"] == "一":
                odd.append((block.line, match))
            else:
                spaced.add((match["family"], match["given"], _post(match)))
        if odd:
            doubtful.append((rows, odd))
    for rows, odd in doubtful:
        proven = [place for place, match in odd if (match["family"], match["given"], _post(match)) in spaced]
        for line, match in odd:
            # Two-character names are printed spaced: so many with 一 and none without tell the reader's slip.
            if line in proven or (len(odd) >= _FEWEST and (proven or len(odd) * 2 > rows)):
                name = match["family"] + "一" + match["given"]
                record.doubt("doubt.ocr_name", line, name=name, instead=f"{match['family']} {match['given']}")


def _post(match: re.Match[str]) -> str:
    return "".join(match["post"].split())
