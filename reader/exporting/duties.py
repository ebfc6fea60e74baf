"""Who is to do what is quoted, and until when: as far as the text says so in its usual forms.

Only what is labelled counts（责任单位：、牵头单位：、配合单位：…）or stands in brackets with its part in the work
（市交通局牵头，市财政局按职责分工负责）, in the words themselves or behind them in the same paragraph; and tags below
责任 and 期限（责任/市财政局）, which the user gave.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.model.document import Document

_LEADS = "责任单位|责任部门|主责单位|主责部门|牵头单位|牵头部门|牵头责任单位|主办单位|责任主体"
_HELPERS = "配合单位|配合部门|参加单位|参与单位|协办单位|协助单位"
_INNER = r"[（(][^（）()\n]{1,12}[）)]"
_LABEL = re.compile(
    rf"(?P<label>{_LEADS}|{_HELPERS})\s*[:：为]\s*(?P<names>(?:{_INNER}|[^。；;（）()〔〕［］\[\]【】\n：:])+)(?P<next>[:：])?")
"""Who is named behind a label; brackets within a name（各县（市、区）人民政府）belong to it."""
_HELPS = re.compile(_HELPERS)
_BRACKETED = re.compile(
    rf"[（(〔［\[【](?P<inside>(?:{_INNER}|[^（）()〔〕［］\[\]【】。：:\n])+)[）)〕］\]】]")
_PART = re.compile(
    r"等?(?:有关部门|相关部门|部门|单位)?(?:按照?(?:各自)?(?:职责|职能)(?:分工)?)?(?:分别|共同|具体)?"
    r"(?P<part>牵头(?:负责|落实)?|负责|落实|推进|参与|参加|配合|协助|协同)$")
"""What those named before it have to do with the work."""
_HELPING = ("参与", "参加", "配合", "协助", "协同")
_ORGAN = re.compile(
    r"[部委局厅办室院会行署司处科队组站所社厂联县区市州省镇乡]$|政府|中心$|公司$|集团$|单位|部门|机构|企业|学校$|街道|大学$|支行$|委员会")
"""A name that may answer for something; anything else in brackets（谁使用谁负责）names nobody."""
_BETWEEN = re.compile(rf"(?:{_INNER}|[^、,，/\s（(])+")
"""A name between commas."""
_LONGEST_NAME = 30
_HALF = re.compile("各?(?:[省市县区州盟旗乡镇]|自治[区州县旗]|直辖市)")
"""What goes on behind the comma（各县、区人民政府）."""
_REMARK = re.compile("下同|牵头单位|牵头部门|排在|列在|排第|列第")
"""How to read the list（排在第一位的为牵头单位，下同）is no name either."""
_SHARE = re.compile(
    r"(?:(?:分别|共同|按照?|根据)*(?:各自)?(?:职责|职能|分工)+(?:负责|落实|推进)?|(?:分别|共同|具体)?(?:负责|牵头|落实|配合))$")
"""How they share the work is no part of a name."""
_DAY = r"(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?"
_DEADLINE = re.compile(
    rf"(?:完成时限|完成时间|办理时限|时限)\s*[:：]\s*(?P<named>[^，,。；;）)\n]+)"
    rf"|(?P<day>{_DAY}\s*(?:上半年|下半年|年?底|末)?\s*(?:以|之)?前)"
    rf"|(?P<later>(?:每年|每月|每季度末?|次年|当年|今年|本年)\s*(?:\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?\s*(?:底|末)?|底|末)?前)"
    rf"|(?P<within>\d{{1,3}}\s*个?(?:工作日|日|天|个月|年)\s*(?:以|之)?内)")


@dataclass(frozen=True, slots=True)
class Duty:
    """Who answers for something, who helps, and until when, as printed; empty where the text does not say."""

    units: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a text names who is to do something.

    Attributes:
        start, end: code points on the text, half-open.
        opens: whether what follows is labelled by the last of the names（…，完成时限：）.
    """

    start: int
    end: int
    units: tuple[str, ...]
    helpers: tuple[str, ...]
    opens: bool = False


def named(text: str, start: int = 0, end: int | None = None) -> tuple[Named, ...]:
    """The places of a range of a text where somebody is named for a task, in text order."""
    stop = len(text) if end is None else end
    found = [*_labelled(text, start, stop), *_bracketed(text, start, stop)]
    return tuple(sorted(found, key=lambda one: one.start))


def _labelled(text: str, start: int, end: int) -> Iterator[Named]:
    for found in _LABEL.finditer(text, start, end):
        names = names_of(found["names"])
        opens = bool(found["next"])
        if opens:
            # What stands before a colon is the next label.
            names = names[:-1]
        helps = _HELPS.match(found["label"]) is not None
        yield Named(found.start(), found.end(), () if helps else names, names if helps else (), opens)


def _bracketed(text: str, start: int, end: int) -> Iterator[Named]:
    for found in _BRACKETED.finditer(text, start, end):
        parts = _parts(found["inside"])
        if parts is not None:
            yield Named(found.start(), found.end(), *parts)


def _parts(inside: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who leads and who helps, by what stands in a bracket; None where it is about something else."""
    units: list[str] = []
    helpers: list[str] = []
    waiting: list[str] = []
    led = False
    for piece in re.split("[，,；;]", inside.strip()):
        part = _PART.search(piece)
        names = [*waiting, *names_of((piece[:part.start()] if part else piece).strip().removeprefix("由"))]
        waiting = []
        if part is None:
            if not _DEADLINE.search(piece):
                waiting = names
            continue
        if not names or not all(_ORGAN.search(name) and len(name) <= _LONGEST_NAME for name in names):
            return None
        leads = part["part"].startswith("牵头")
        (helpers if part["part"] in _HELPING or (led and not leads) else units).extend(names)
        led = led or leads
    return (tuple(dict.fromkeys(units)), tuple(dict.fromkeys(helpers))) if units and not waiting else None


def duty(document: Document, start: int, end: int, tags: Iterable[str] = ()) -> Duty:
    """Of a range of a document; what the paragraph says behind it counts where the words themselves say nothing.

    Args:
        start, end: code points on document.text, half-open.
        tags: of the annotation.
    """
    quote = document.text[start:end]
    block = next((one for one in document.blocks if one.start < max(end, start + 1) <= one.end), None)
    behind = document.text[end:block.end] if block is not None else ""
    units, helpers = _names(quote)
    if not units and not helpers:
        units, helpers = _names(behind)
    return _with_tags(units, helpers, _deadline(quote), tags)


def duty_of_words(quote: str, tags: Iterable[str] = ()) -> Duty:
    """Of words whose place is not certain."""
    units, helpers = _names(quote)
    return _with_tags(units, helpers, _deadline(quote), tags)


def _with_tags(units: tuple[str, ...], helpers: tuple[str, ...], deadline: str, tags: Iterable[str]) -> Duty:
    below = [tag.partition("/") for tag in tags]
    named = tuple(rest for name, _, rest in below if name == "责任" and rest)
    until = next((rest for name, _, rest in below if name == "期限" and rest), "")
    return Duty(tuple(dict.fromkeys((*units, *named))), helpers, until or deadline)


def _names(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    units: dict[str, None] = {}
    helpers: dict[str, None] = {}
    for one in named(text):
        units.update(dict.fromkeys(one.units))
        helpers.update(dict.fromkeys(one.helpers))
    return tuple(units), tuple(helpers)


def names_of(words: str) -> tuple[str, ...]:
    """The names in a list of units, as printed but for how they share the work（…按职责分工负责）."""
    found: list[str] = []
    half = ""
    for name in _BETWEEN.findall(words):
        whole = half + name
        if _HALF.fullmatch(name):
            half = whole + "、"
            continue
        half = ""
        if not _REMARK.search(whole):
            found.append(_SHARE.sub("", whole) or whole)
    if half:
        found.append(half.rstrip("、"))
    return tuple(dict.fromkeys(found))


def _deadline(text: str) -> str:
    found = _DEADLINE.search(text)
    if found is None:
        return ""
    return "".join(next(words for words in found.groupdict().values() if words).split())
