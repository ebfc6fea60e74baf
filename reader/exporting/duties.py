"""Who is to do what is quoted, and until when: as far as the text says so in its usual forms.

Only what is labelled counts（责任单位：、牵头单位：、配合单位：…）, in the words themselves or behind them in the same
paragraph, where plans print it in brackets; and tags below 责任 and 期限（责任/市财政局）, which the user gave.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.model.document import Document

_LEADS = "责任单位|责任部门|主责单位|主责部门|牵头单位|牵头部门|牵头责任单位|主办单位|责任主体"
_HELPERS = "配合单位|配合部门|参加单位|参与单位|协办单位|协助单位"
_INNER = r"[（(][^（）()\n]{1,12}[）)]"
LABEL = re.compile(
    rf"(?P<label>{_LEADS}|{_HELPERS})\s*[:：为]\s*(?P<names>(?:{_INNER}|[^。；;（）()〔〕［］\[\]【】\n：:])+)(?P<next>[:：])?")
"""Who is named behind a label; brackets within a name（各县（市、区）人民政府）belong to it."""
_HELPS = re.compile(_HELPERS)
_BETWEEN = re.compile(rf"(?:{_INNER}|[^、,，/\s（(])+")
"""A name between commas."""
_HALF = re.compile("各?[省市县区州盟旗乡镇]")
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
    for found in LABEL.finditer(text):
        names = names_of(found["names"])
        if found["next"]:
            # What stands before a colon is the next label.
            names = names[:-1]
        (helpers if _HELPS.match(found["label"]) else units).update(dict.fromkeys(names))
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
