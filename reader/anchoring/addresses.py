"""Find the clause somebody types: 82, 3.2.1, 第八十二条, 第二部分第（三）项第2点, 三、（二）1., 附件2, 第三章."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reader.model.clauses import ATTACHMENT, DIVISIONS, Clauses
from reader.model.document import Document, DocumentPart, PartKind
from reader.model.numerals import HAN, value

Number = tuple[int, ...]
Step = tuple[str, Number]
"""A unit of a clause address and its number: ("条", (82,)), of 第三条之一 ("条", (3, 1)). The unit "" means any."""

_NUMERAL = rf"[0-9{HAN}]+"
_DOTTED = re.compile(rf"([0-9]{{1,4}}|[{HAN}]{{1,7}})((?:[.。、·\-][0-9]{{1,3}}){{0,3}})[.。]?")
_TOKEN = re.compile(
    rf"附件(?P<attachment>{_NUMERAL})?[:、]?"
    rf"|第?[(]?(?P<number>{_NUMERAL})[)]?(?P<unit>分编|编|章|节|条目|条|款|项|小目|目|部分|小点|点)"
    rf"(?:之(?P<insertion>{_NUMERAL}))?"
    rf"|[(](?P<bracketed>{_NUMERAL})[)]"
    rf"|(?P<part>[{HAN}]+)、"
    r"|(?P<point>[0-9]+)[.、](?![0-9])")
_ARTICLE_UNITS = ("条", "款", "项", "目")
_ALIASES = {"条目": "项"}
"""Outside articles （一） is cited as 项 too."""


def find_address(document: Document, typed: str, near: int | None = None) -> tuple[int, int] | None:
    """The range of the clause that is meant (code points, half-open), None where the document has none like it.

    A bare number means an article. Where the document has no articles, 3.2.1 counts the steps it has:
    第三部分第（二）项第1点. Where the address is finer than the document's, the nearest clause above it is found.

    Args:
        typed: an address in any width and spacing, with Chinese or Arabic numerals.
        near: an offset; the part of the document that holds it is looked through first. Without it the attachments
            come last.
    """
    clauses = Clauses(document)
    parts = _in_order(document, near)
    for wanted in _readings(typed):
        if wanted[0][0] == ATTACHMENT:
            found = _in_attachment(document, clauses, wanted)
        else:
            found = _find(document, clauses, wanted, parts)
        if found is not None:
            return found
    return None


def _readings(typed: str) -> Iterator[tuple[Step, ...]]:
    """What is typed as steps from the outermost, the likeliest reading first; none for what is no address."""
    folded = "".join(unicodedata.normalize("NFKC", typed).split())
    dotted = _DOTTED.fullmatch(folded)
    if dotted:
        first = value(dotted[1])
        if first is None:
            return
        numbers = [first, *(int(number) for number in re.findall("[0-9]+", dotted[2]))]
        yield tuple((unit, (number,)) for unit, number in zip(_ARTICLE_UNITS, numbers, strict=False))
        yield tuple(("", (number,)) for number in numbers)
        return
    steps: list[Step] = []
    at = 0
    while at < len(folded):
        token = _TOKEN.match(folded, at)
        step = _step(token) if token else None
        if token is None or step is None:
            return
        steps.append(step)
        at = token.end()
    if steps:
        yield tuple(steps)


def _step(token: re.Match[str]) -> Step | None:
    if token["unit"]:
        number = value(token["number"])
        insertion = value(token["insertion"]) if token["insertion"] else None
        unit = _ALIASES.get(token["unit"], token["unit"])
        return (unit, (number,) if insertion is None else (number, insertion)) if number is not None else None
    unit, printed = next(((unit, token[name]) for unit, name in (("项", "bracketed"), ("部分", "part"), ("点", "point"))
                          if token[name]), (ATTACHMENT, token["attachment"] or ""))
    if unit == "项" and printed.isdecimal():
        unit = "小点"
    number = value(printed)
    return (unit, () if number is None else (number,))


def _in_order(document: Document, near: int | None) -> list[DocumentPart | None]:
    """The parts in the order in which an address is looked for; [None] for a document without parts."""
    def rank(part: DocumentPart) -> tuple[bool, bool, int]:
        here = near is not None and part.start <= near < part.end
        return not here, part.kind is PartKind.ATTACHMENT, part.start

    return [*sorted(document.parts, key=rank)] or [None]


def _in_attachment(document: Document, clauses: Clauses, wanted: tuple[Step, ...]) -> tuple[int, int] | None:
    attachments = [part for part in document.parts if part.kind is PartKind.ATTACHMENT]
    number = wanted[0][1]
    part = next((part for place, part in enumerate(attachments, 1)
                 if not number or _label_number(part, place, len(attachments)) == number), None)
    if part is None:
        return None
    found = _find(document, clauses, wanted[1:], [part]) if len(wanted) > 1 else None
    end = part.start + len(document.text[part.start:part.end].rstrip())
    return found or (part.start, end)


def _label_number(part: DocumentPart, place: int, count: int) -> Number:
    printed = "".join(unicodedata.normalize("NFKC", part.label).split()).removeprefix(ATTACHMENT).rstrip(":、")
    number = value(printed)
    return (number,) if number is not None else (place,) if count == 1 else ()


def _find(document: Document, clauses: Clauses, wanted: tuple[Step, ...],
          parts: list[DocumentPart | None]) -> tuple[int, int] | None:
    keys = [_key(steps) for steps in clauses.steps]
    while wanted:
        for meant in _meanings(wanted):
            for part in parts:
                for index, key in enumerate(keys):
                    if clauses.part(index) is not part or document.blocks[index].address is None:
                        continue
                    depth = _depth(key, meant)
                    if depth:
                        return clauses.extent(index, depth)
        wanted = wanted[:-1]
    return None


def _meanings(wanted: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """An address and the ways in which a document may say the same: an article's only paragraph goes unnamed, and
    3.2 may be the second item of an article that has no paragraphs."""
    yield wanted
    if [unit for unit, _ in wanted[:2]] == ["条", "款"]:
        if wanted[1][1] == (1,):
            yield (wanted[0], *wanted[2:])
        elif len(wanted) == 2:
            yield (wanted[0], ("项", wanted[1][1]))


def _depth(key: tuple[Step, ...], wanted: tuple[Step, ...]) -> int:
    """How many steps of a block's address name the clause wanted, 0 where it is not in it.

    Steps above the articles and the attachment may go unnamed, and so may the first paragraph of an article.
    """
    at = 0
    for depth, (unit, number) in enumerate(key, 1):
        if (wanted[at][0] in (unit, "") and wanted[at][1] == number
                and not (wanted[at][0] == "" and unit in (ATTACHMENT, *DIVISIONS))):
            at += 1
            if at == len(wanted):
                return depth
        elif unit not in (ATTACHMENT, *DIVISIONS) and (unit, number) != ("款", (1,)):
            return 0
    return 0


def _key(steps: tuple[tuple[str, str], ...]) -> tuple[Step, ...]:
    return tuple((_ALIASES.get(unit, unit), _number(printed)) for unit, printed in steps)


def _number(printed: str) -> Number:
    """三 is (3,), 三之一 (3, 1), 1.2 (1, 2); letters give no number."""
    numbers = [value(part) for part in re.split("[之.]", printed)]
    return tuple(number for number in numbers if number is not None)
