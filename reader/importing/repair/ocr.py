"""Mend slips of character recognition that are certain; leave and doubt the others.

Reads: printed lines. Writes: the same lines; each change is a `Repair` of kind `ocr`.
"""

from __future__ import annotations

import re

from reader.importing.repair.line import Line, Record

_BAN = re.compile(r"力、(?=[法理事公案证结好学])")
"""办 read as 力 and 、: its last stroke was taken for a comma."""
_NO_BAN_AFTER = re.compile(
    r"力、(?:法[治律规制院定人官庭典学医]|理[论想性念解财]|事[业故件实]|公[信共安正平益路证]|案件|证[据券明]|学[习术校科生]|好[人])"
)
_BAN_AFTER = re.compile(
    r"力、(?:法(?=[》〉”，。、；：（）\s的和及等规》]|$)|法》|理(?=[^论想性念解])|事(?=[^业故件实])|公[室厅]|案|证|结|好|学)"
)
_FORCES = frozenset(
    "能压动权人物财实电劳暴效潜合活智阻努运斗行信争水火风热主兵听视体脑精毅魅引响产力武重张浮推拉引磁吸创牵服保支制"
)
"""Characters before 力 that make a word of their own (能力, 压力, 执行力 …): there 力、 may be right."""
_OFFICES = "中力、国办"
_GAP = re.compile(r"(?<=[\u4e00-\u9fff，、；：》”]) (?=[\u4e00-\u9fff，。、；：《“])")
_FEWEST_GAPS = 5
_FEWEST_ALONE = 3


def mend(lines: list[Line], record: Record, lost: frozenset[int] = frozenset()) -> None:
    """Mend the lines in place.

    Args:
        lines: printed lines.
        record: takes the repairs.
        lost: lines of the source with bytes that could not be read; their U+FFFD stand for lost characters and stay.
    """
    before = ""
    for line in lines:
        text = line.text
        if "\ufffd" in text and line.line not in lost:
            text = _mend_replacement(text, line, record)
        if text.count(" ") >= _FEWEST_GAPS:
            text = _close_gaps(text)
        if "力、" in text:
            text = _mend_ban(text, before, line, record)
        line.text = text
        if text:
            before = text[-1]


def _close_gaps(text: str) -> str:
    """Running text with spaces between its characters: 已 经 审 议 通过，自. Lists and rows keep theirs."""
    if "\t" in text or "  " in text or not re.search(r"[，。；]", text):
        return text
    words = text.split(" ")
    alone = sum(len(word) == 1 for word in words)
    gaps = len(_GAP.findall(text))
    if gaps < _FEWEST_GAPS or gaps * 6 < len(text) or alone < _FEWEST_ALONE or alone * 3 < len(words):
        return text  # names stand apart too, but seldom one character by itself
    return _GAP.sub("", text)


def _mend_replacement(text: str, line: Line, record: Record) -> str:
    """U+FFFD where a space stood that the extractor could not name."""
    for _ in range(text.count("\ufffd")):
        record.repair("ocr", "\ufffd", "", line.line)
    spaced = re.sub(r"\s*\ufffd+\s*", " ", text)
    # After punctuation no space is printed.
    return re.sub(r"(?<=[，。；：、（《]) ", "", spaced).strip()


def _mend_ban(text: str, before: str, line: Line, record: Record) -> str:
    if _OFFICES in text:
        record.repair("ocr", "力", "办", line.line)
        text = text.replace(_OFFICES, "中办、国办")
    at = 0
    while True:
        match = _BAN.search(text, at)
        if not match:
            return text
        at = match.end()
        left = text[match.start() - 1] if match.start() else before
        if left in "本该此" and text.startswith("法", match.end()):
            pass  # 本办法, whatever follows
        elif left in _FORCES or _NO_BAN_AFTER.match(text, match.start()) or not _BAN_AFTER.match(text, match.start()):
            continue
        record.repair("ocr", "力、", "办", line.line)
        text = text[: match.start()] + "办" + text[match.end() :]
        at = match.start() + 1
