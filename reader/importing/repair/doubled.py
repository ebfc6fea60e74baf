"""Undo doubled bold: text that a PDF prints twice with a small offset comes out with every run or letter doubled.

Reads: printed lines. Writes: the same lines with the second copy taken out, each recorded as `doubled_bold`.
Forms: by run （（一一））明确范围明确范围。。 · by letter 压压实实企企业业 · over two lines.
"""

from __future__ import annotations

import re

from reader.importing.repair.line import Line, Record

_SIGN = re.compile(
    r"[（(]{2}[一二三四五六七八九十\d]{2,8}[）)]{2}"  # （（一一））
    r"|(\d{1,3})\1\s*[.．、]{2}"  # 1010..
    r"|([一二三四五六七八九十]{1,3})\2、、"
    r"|第第([一二三四五六七八九十百]{1,5})\3[章节条编]{2}"
    r"|([\u4e00-\u9fff]{2,20})\4[。：，；:]{2}"  # 机构独立机构独立。。
)
_END = "。；：;:"
_LONGEST = 40
_FARTHEST = 300
"""No heading is longer; a doubled line of print is short."""


def undouble(lines: list[Line], record: Record) -> None:
    """Take the second copies out of the lines, in place."""
    open_run = False
    for line in lines:
        text = line.text
        if not text or line.table is not None:
            open_run = False
            continue
        if not open_run and (len(text) < 4 or not _SIGN.match(text)):
            continue
        kept, removed, consumed, ended = _halves(text[:_FARTHEST])
        enough = len(removed) >= (1 if open_run else 3)
        if open_run and consumed < len(text) and not ended:
            enough = False  # an ordinary line below a bold one may begin with 人人
        if not enough:
            open_run = False
            continue
        record.remove("doubled_bold", removed, line.line)
        line.text = (kept + text[consumed:]).strip()
        line.bold = line.bold or consumed >= len(text)
        line.begins_bold = True
        open_run = consumed >= len(text) and not ended


def _halves(text: str) -> tuple[str, str, int, bool]:
    """Split the doubled beginning of a text: (one copy, the other, how far it reaches, whether its sentence ended)."""
    reach: dict[
        int, tuple[int, int]
    ] = {}  # offset → (how far a doubled stretch reaches from it, length of its first piece)

    def explore(at: int) -> int:
        if at in reach:
            return reach[at][0]
        if at < len(text) and text[at].isspace():
            return explore(at + 1)
        best, chosen = at, 0
        for length in _chunks(text, at):
            end = at + 2 * length
            stop = end if text[end - 1] in _END else explore(end)
            if stop > best:
                best, chosen = stop, length
        reach[at] = (best, chosen)
        return best

    explore(0)
    kept: list[str] = []
    removed: list[str] = []
    at = 0
    ended = False
    while at < len(text) and not ended:
        stop = at
        while stop < len(text) and text[stop].isspace():
            stop += 1
        length = reach.get(stop, (0, 0))[1]
        if not length:
            break
        piece = text[stop : stop + length]
        kept.append(text[at:stop] + piece)
        removed.append(piece)
        at = stop + 2 * length
        ended = piece[-1] in _END
    return "".join(kept), "".join(removed), at, ended


def _chunks(text: str, at: int) -> list[int]:
    """The lengths of the pieces that stand twice in a row at `at`, the shortest first."""
    rest = len(text) - at
    return [
        length
        for length in range(1, min(_LONGEST, rest // 2) + 1)
        if text[at] == text[at + length] and text.startswith(text[at : at + length], at + length)
    ]
