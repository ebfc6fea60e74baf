"""A text without its layout: white space gone, widths and look-alike punctuation made one, with the way back."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left

INK = re.compile(r"[^\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]+")
"""Runs of characters that are seen: neither white space nor invisible marks."""

_FOLD = {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
_FOLD.update({code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)})
# What OCR, typists and layouts exchange freely. Each maps to one character, so that offsets stay countable.
for _same, _kinds in {
    "[": "〔﹝【［〖", "]": "〕﹞】］〗", "(": "（﹙", ")": "）﹚", '"': "“”„‟＂〝〞", "'": "‘’‚‛＇", "-": "—–－─‐‑−",
    "·": "•・･‧∙", "。": "｡", "、": "､", "「": "｢", "」": "｣", ":": "：∶︰", "〇": "○◯", "<": "〈＜", ">": "〉＞",
}.items():
    _FOLD.update({ord(kind): _same for kind in _kinds})


def dense(text: str) -> str:
    """The folded characters of a text that are not white space: as many as `ink` counts."""
    return "".join(INK.findall(text)).translate(_FOLD)


def ink(text: str, end: int) -> int:
    """How many code points of text[:end] are not white space."""
    return sum(run.end() - run.start() for run in INK.finditer(text, 0, end))


class FoldedText:
    """A text together with its dense form.

    Attributes:
        text: as it stands.
        dense: its folded characters without white space.
        offsets: for each character of `dense` its offset in `text`, ascending.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.dense = dense(text)
        self.offsets: list[int] = []
        for run in INK.finditer(text):
            self.offsets.extend(range(*run.span()))
        self._found: dict[tuple[str, int], list[int]] = {}

    def index(self, offset: int) -> int:
        """The index in `dense` of the first character at or after an offset of `text`."""
        return bisect_left(self.offsets, offset)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The range of `text` from the first to the last character of dense[start:end], start < end."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def positions(self, piece: str, most: int) -> list[int]:
        """Where a string stands in `dense`, ascending and at most `most`; remembered, as many anchors ask alike."""
        found = self._found.get((piece, most))
        if found is None:
            found = []
            at = self.dense.find(piece)
            while at >= 0 and len(found) < most:
                found.append(at)
                at = self.dense.find(piece, at + 1)
            self._found[piece, most] = found
        return found


@functools.lru_cache(maxsize=4)
def fold(text: str) -> FoldedText:
    """The folded form of a text; the last few are kept, for many anchors are placed in the same text."""
    return FoldedText(text)
