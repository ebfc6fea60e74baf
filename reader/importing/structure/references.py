"""Mentions of documents and clauses in running text, as ranges: 《甲办法》（乙政发〔2020〕1号）, 本办法第三条第二款."""

from __future__ import annotations

import re

from reader.importing.grammar import numbers, numerals
from reader.model.address import ClauseAddress
from reader.model.document import Reference

_HAN = numerals.HAN
_TITLE = re.compile(r"《([^《》\n\t]{2,120}(?:〈[^〈〉]*〉[^《》\n\t]*)*)》")
_NUMBER_AFTER = re.compile(r"\s*[（(]\s*")
_CLAUSE = re.compile(
    rf"第(?P<article>[{_HAN}\d]{{1,6}})条(?P<zhi>之[{_HAN}]{{1,3}})?(?:第(?P<paragraph>[{_HAN}\d]{{1,4}})款)?"
    rf"(?:第?[（(]?(?P<item>[{_HAN}\d]{{1,4}})[)）]?项)?(?:第(?P<point>[{_HAN}\d]{{1,4}})目)?"
)
_LINE_START = re.compile(r"(?:^|\n)$")
_ANYTHING = re.compile(
    r"《|第[一二三四五六七八九十百零〇\d]{1,6}条|[〔﹝［\[【（(〈]\s*(?:19|20)\d\s?\d\s*[〕﹞］\]】）)〉]\s*(?:字)?\s*第?\s*\d"
)
_QUICK = re.compile("[《第〔﹝［【\\[(（]")


def find(text: str) -> tuple[Reference, ...]:
    """All references in a text, in order, not overlapping.

    A title with a number in brackets after it is one reference; an article's own label (第三条 at the beginning of a
    line) is none.
    """
    found: list[Reference] = []
    at = 0
    while True:
        match = _ANYTHING.search(text, at)
        if match is None:
            return tuple(found)
        start = match.start()
        sign = match[0][0]
        if sign == "《":
            title = _TITLE.match(text, start)
            if title is None:
                at = start + 1
                continue
            end = title.end()
            key = ""
            opening = _NUMBER_AFTER.match(text, end)
            if opening:
                number = numbers.find(text[opening.end() : opening.end() + 60])
                if number is not None and number[0][0] == 0:
                    stop = opening.end() + number[0][1]
                    if text[stop : stop + 1] in ("）", ")"):
                        key, end = number[1].normal, stop + 1
            address = None
            clause = _CLAUSE.match(text, end)
            if clause:
                address, end = _address(clause), clause.end()
            found.append(Reference(start, end, title[1], key, address))
            at = end
        elif sign == "第":
            clause = _CLAUSE.match(text, start)
            if clause is None:
                at = start + 1
                continue
            if start and text[start - 1] not in "\n\t":
                found.append(Reference(start, clause.end(), address=_address(clause)))
            at = clause.end()
        else:
            begin = (
                text.rfind("\n", max(0, start - 26), start) + 1
                if "\n" in text[max(0, start - 26) : start]
                else max(0, start - 26)
            )
            begin = max(begin, at, text.rfind("\t", begin, start) + 1)
            number = numbers.find(text[begin : start + 24])
            if number is None:
                at = match.end()
                continue
            (left, right), value = number
            found.append(Reference(begin + left, begin + right, key=value.normal))
            at = max(begin + right, match.end() - 1)


def _address(clause: re.Match[str]) -> ClauseAddress:
    steps = [("条", clause["article"] + (clause["zhi"] or ""))]
    for unit, name in (("款", "paragraph"), ("项", "item"), ("目", "point")):
        if clause[name]:
            steps.append((unit, clause[name]))
    return ClauseAddress(tuple(steps))
