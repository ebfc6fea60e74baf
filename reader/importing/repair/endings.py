"""How a piece of text ends and how the next one goes on: brackets still open, commas, notes, words cut in two."""

from __future__ import annotations

import re

from reader.importing.grammar import labels
from reader.importing.repair.line import width

_TOKEN = re.compile(r"[A-Za-z0-9.,%％/+\-—～~:：]+|.")
_STOPS = frozenset("，。、；：！？）》”’】〕")
_NOTED = re.compile(r"。[（(〔\[][^（()）]{2,40}[)）〕\]]$")
"""…给予奖励。（市财政局负责）"""


def ends_noted(text: str) -> bool:
    """Whether a text ends with a note in brackets behind its last sentence."""
    return _NOTED.search(text) is not None


def head_is_list(text: str) -> bool:
    """Whether a paragraph begins like a list entry, whose wraps hang."""
    return labels.label(text) is not None or text.startswith("附件")


def looks_listed(text: str) -> bool:
    """Names and posts, entries of a list: no running text although long."""
    return "：" in text[:8] and "。" not in text and len(text) < 40


def ends_note(text: str, line: str) -> bool:
    """Whether a line is the short rest of a note under a title: （2030年3月1日…会议|通过）."""
    if not 20 <= len(text) <= 120 or len(line) > 24:
        return False
    if text[0] in "（(":
        return text.count("（") + text.count("(") == text.count("）") + text.count(")") + 1 and line[-1] in "）)"
    return text[0] in "—–" and text[-1] not in "上议" and line.endswith(("上", "会议"))


def cites(text: str) -> bool:
    """Whether the text ends inside 《 or stands for a sentence: 根据《…办法."""
    return text.count("《") != text.count("》")


def closed(text: str) -> bool:
    """Whether brackets and quotes are balanced."""
    return (
        text.count("（") + text.count("(") <= text.count("）") + text.count(")")
        and text.count("《") <= text.count("》")
        and text.count("〔") <= text.count("〕")
        and text.count("“") <= text.count("”")
    )


_OPENING = re.compile(r"[（(［\[〔【《]")
_MATE = {"（": "）", "(": ")", "［": "］", "[": "]", "〔": "〕", "【": "】", "《": "》"}
_NEAR = 120


def cut_in_bracket(text: str) -> bool:
    """Whether a bracket that was opened shortly before the end is still open."""
    tail = text[-_NEAR:]
    for match in reversed(list(_OPENING.finditer(tail))):
        mate = _MATE[match[0]]
        if tail.count(match[0], match.start()) > tail.count(mate, match.start()):
            return not tail.startswith(("（", "("), match.start()) or "。" not in tail[match.start() :]
    return False


def open_comma(text: str) -> bool:
    return text[-1:] in ("，", "、", ",") or text.endswith(("（", "《", "“", "("))


def token_width(text: str) -> int:
    match = _TOKEN.match(text)
    token = match[0] if match else ""
    end = len(token)
    while end < len(text) and text[end] in _STOPS:
        end += 1
    return width(text[:end])


def glue(pieces: list[str]) -> str:
    """Join the lines of a paragraph: a space only between two Latin words."""
    out = [pieces[0]]
    before = pieces[0]
    for piece in pieces[1:]:
        left, right = before[-1:], piece[:1]
        if left.isascii() and right.isascii() and left.isalpha() and right.isalpha():
            out.append(" ")
        out.append(piece)
        before = piece
    return "".join(out)
