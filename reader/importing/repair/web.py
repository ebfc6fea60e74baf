"""Take set phrases of web pages out of text that was copied from them: 【打印】【关闭】, 字体：[大 中 小], 浏览次数.

Reads: printed lines. Writes: the lines without the phrases, each recorded. One such line may be text; where two
certain ones stand in a file, it comes from a page, and the others are known too.
"""

from __future__ import annotations

import re

from reader.importing.formats.html_article import is_phrase
from reader.importing.repair.line import Line, Record

_CERTAIN = re.compile(r"[【\[]\s*(?:打印|关闭)|(?:字体|字号|浏览次数|点击数|阅读次数)\s*[:：]|位置\s*[:：].*[>＞»]")
_WORDS = ("打印", "关闭", "字体", "字号", "次数", "点击数", "位置")
"""One of them stands in each certain phrase."""
_FEWEST = 2
_SHORTEST = 4


def remove_phrases(lines: list[Line], record: Record) -> list[Line]:
    """Remove what belongs to the page and not to its text."""
    whole = "\n".join(line.text for line in lines)
    if sum(whole.count(word) for word in _WORDS) < _FEWEST:
        return lines
    certain = [line for line in lines if _may_be_phrase(line) and _CERTAIN.search(line.text) and is_phrase(line.text)]
    if len(certain) < _FEWEST:
        return lines
    kept: list[Line] = []
    blank = 0
    removed = False
    for line in lines:
        if _may_be_phrase(line) and is_phrase(line.text):
            record.remove("page_furniture", line.text, line.line)
            blank = max(blank, line.blank)
            removed = True
            continue
        line.blank = max(blank, line.blank)
        line.apart = removed
        blank, removed = 0, False
        kept.append(line)
    return kept


def _may_be_phrase(line: Line) -> bool:
    return line.table is None and not line.marked and "\t" not in line.text and _SHORTEST <= len(line.text) <= 200
