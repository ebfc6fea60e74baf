"""Signature, date, publicity note and imprint: how a document closes."""

from __future__ import annotations

import re

from reader.importing.grammar import dates, marks, titles
from reader.importing.repair.line import Line

_OFFICES = (
    "国务院|总理|省长|市长|县长|区长|州长|主席|委员长|部长|局长|主任|署长|行长|厅长|审计长|会长|院长|检察长|秘书长|书记|司令员|政治委员|政委|理事长"
    "|盟长|旗长|首长|省長|市長|總統|行政長官|司長|署長|縣長|鄉長|鎮長|區長|局長|部長|院長|處長|主任委員|董事長"
)
_OFFICE = r"(?:代\s*)?(?:" + "|".join(r"\s*".join(office) for office in _OFFICES.split("|")) + ")"
"""Two-character offices are printed spaced: 局　长."""
_PERSON = re.compile(
    rf"(?!.*书\s*记\s*员)(?:[\u4e00-\u9fff]{{0,20}}{_OFFICE})\s*[:：]?\s*[\u4e00-\u9fff·]\s{{0,4}}[\u4e00-\u9fff·]{{1,5}}(?:\s{{0,4}}[\u4e00-\u9fff·]{{1,4}})?"
)
_SIGNED_DATED = re.compile(rf"(?P<who>[\u4e00-\u9fff、（）()\s·]{{3,60}}?)\s*(?P<when>{dates.DATE.pattern})\s*")
_SEAL = re.compile(r"\s*[（(]\s*(?:盖\s*章|印\s*章|公\s*章|章|印|签\s*章|代\s*章)\s*[)）]\s*$")
_NAMED_BELOW = re.compile(r"附\s*[件表]?\s*[:：]")
_MOST_SIGNERS = 14


def is_signer(text: str, issuers: tuple[str, ...]) -> bool:
    """Whether a line can stand over the date: a body, or an office with a name."""
    if not text or len(text) > 80 or text[-1] in "。；：，":
        return False
    text = _SEAL.sub("", text)
    if not text:
        return False
    dense = "".join(text.split())
    return dense in issuers or titles.is_organ(text) or _PERSON.fullmatch(text) is not None or titles.is_organ(dense)


def names(text: str) -> tuple[str, ...]:
    """Who signs on a line of a signature, without spaces and without the note of the seal."""
    pieces = titles.unspaced(_SEAL.sub("", text)).split()
    if len(pieces) > 1 and all(titles.is_organ(piece) for piece in pieces):
        return tuple(pieces)
    return (re.sub(r"[:：]", "", "".join(pieces)),)  # 部长：某某


def under_title(body: list[Line], issuers: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Those who issue a text and its date, printed under its title: as `find` gives them."""
    stop = 0
    while stop < min(len(body), _MOST_SIGNERS) and not body[stop].kind and is_signer(body[stop].text, issuers):
        stop += 1
    if not stop or stop >= len(body):
        return None
    return (0, stop, stop) if body[stop].kind == "date" else None


def split_signed(line: Line, issuers: tuple[str, ...]) -> list[Line] | None:
    """A signature and its date printed on one line, as two; None where the line is something else."""
    text = line.text
    if "年" not in text or not 10 <= len(text) <= 90 or line.kind:
        return None
    match = _SIGNED_DATED.fullmatch(text)
    if not match or not is_signer(match["who"].strip(), issuers):
        return None
    who, when = line.like(match["who"].strip()), line.like(match["when"].strip())
    when.kind = "date"
    when.blank = 0
    return [who, when]


def find(
    body: list[Line], issuers: tuple[str, ...], blocked: set[int], first: int, stop: int
) -> tuple[int, int, int] | None:
    """The signature in body[first:stop]: (first line of it, paragraph after it, index of the date or -1).

    The last date alone on its line decides, with the signers over it; without one the last line that is a signer.
    """
    for index in range(stop - 1, first - 1, -1):
        if body[index].kind != "date" or index in blocked:
            continue
        at = index
        while (
            at > first
            and index - at < _MOST_SIGNERS
            and at - 1 not in blocked
            and is_signer(body[at - 1].text, issuers)
            and not body[at - 1].kind
        ):
            at -= 1
        if at < index:
            return at, index, index
        # Signers under the date, as some print them.
        under = index + 1
        while under < stop and under not in blocked and not body[under].kind and is_signer(body[under].text, issuers):
            under += 1
        if under > index + 1:
            return index + 1, under, index
        if index >= first and (_ends_text(body, index, stop) or _closes_over_table(body, index)):
            return index, index, index
    for index in range(stop - 1, max(first, stop - 6) - 1, -1):
        line = body[index]
        if index in blocked or line.kind in ("publicity", "imprint", "attachment") or _prints(body, index, stop):
            continue
        if not line.kind and is_signer(line.text, issuers):
            at = index
            while (
                at > first and at - 1 not in blocked and not body[at - 1].kind and is_signer(body[at - 1].text, issuers)
            ):
                at -= 1
            if _lists(body, issuers, first, at, index + 1):
                break
            return at, index + 1, -1
        if line.kind not in ("date",):
            break
    return None


def _lists(body: list[Line], issuers: tuple[str, ...], first: int, at: int, stop: int) -> bool:
    """Whether several bodies without a date are a list under 附：先进单位名单, and none of them issues the document."""
    if stop - at < 2 or not any(_NAMED_BELOW.match(line.text) for line in body[first:at]):
        return False
    return bool(issuers) and not any(name in issuers for line in body[at:stop] for name in names(line.text))


def _prints(body: list[Line], index: int, stop: int) -> bool:
    """Whether a body is who printed the document: 2030年9月16日印发 stands under it."""
    under = body[index + 1] if index + 1 < stop else None
    return under is not None and under.kind == "imprint" and dates.PRINTED.match(under.text) is not None


def _ends_text(body: list[Line], index: int, stop: int) -> bool:
    """Whether a date without signers closes the text: nothing but notes, or another part, comes after it."""
    return all(
        line.kind in ("publicity", "imprint", "attachment", "date") for line in body[index + 1 : min(stop, index + 3)]
    )


def _closes_over_table(body: list[Line], index: int) -> bool:
    """特此公告。 2030年6月3日 over a table: the table is what is announced."""
    return (
        0 < index < len(body) - 1
        and body[index + 1].kind in ("table", "unit")
        and body[index - 1].text.endswith(("。", "特此公告", "特此通告", "特此通知"))
    )


def is_imprint(line: Line) -> bool:
    """抄送, 印发."""
    return line.kind == "imprint" or (
        not line.kind and marks.IMPRINT.fullmatch(line.text) is not None and "送" in line.text[:3]
    )
