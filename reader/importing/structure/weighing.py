"""How surely a title without a number begins a document, by its form and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.importing.grammar import marks
from reader.importing.grammar.titles import Title
from reader.importing.repair.line import Line
from reader.importing.structure.start import ADOPTED

_RELATED = re.compile(
    r"统计公报|环境状况公报|水资源公报|普查公报|质量公报|政府工作报告|预算.{0,30}报告|计划.{0,30}报告"
)


_SPEECH = re.compile(r"在.{4,80}(?:上|时)的?(?:讲话|报告|致辞|发言|讲话提纲|主持词)(?:（.{1,12}）)?")
_INTERPRETATION = re.compile(r"(?:关于)?《[^《》]{4,80}》的?(?:政策)?(?:解读|说明|起草说明)|.{4,60}政策解读"
    r"|[^，。；]{2,40}就[^，。；]{0,12}《[^《》]{4,80}》[^，。；]{0,20}答记者问"
)
_EXPLAINS = ("解读", "解读材料", "起草说明", "问答", "答记者问")
_APPOINTS = re.compile(r"任命|免去|(?:同志)?任[\u4e00-\u9fff]{3,}|聘任|提名|(?:决定|接受).{0,20}辞")
_PARTIES = re.compile(r"以下简称|缔约|双方|两国|政府和|政府与|共和国和|共和国与")
_SPEAKER = re.compile(r"[\u4e00-\u9fff]{2,24}[ 　]+[\u4e00-\u9fff·][ 　]?[\u4e00-\u9fff·]{1,4}")
_OCCASION = re.compile(r"[—\-–]{1,3}.{6,120}(?:上|会议)(?:[^。，]{0,40})")
_REPORTS = ("公报", "统计公报", "国民经济和社会发展统计公报", "报告", "政府工作报告")
_SPOKEN = (*_REPORTS, "讲话", "说明")
_MINUTES = re.compile(r"[^，。；]{2,24}第[\d一二三四五六七八九十百]{1,5}次[^，。；]{0,12}会议纪要")
"""某区政府第85次常务会议纪要 over what was decided; the number of the minutes stands elsewhere or nowhere."""
_MEETS = re.compile(r"(?:召开|主持|举行)[^。]{0,60}会")
DATED = re.compile(r"\s*(?:[\d一二三四五六七八九十]{1,3}\s*[月日]|[※△●◆○*])")


def interprets(title: str) -> bool:
    """Whether a title is that of an interpretation: 《甲办法》政策解读 is no text that 甲办法's document issues."""
    return title.endswith(_EXPLAINS) and _INTERPRETATION.fullmatch(title) is not None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a title.

    Attributes:
        fresh: the text before it has come to an end.
        marked: the format sets it off (heading, centred, first of a page).
        listed: it stands among titles like it, or with a number in brackets: a list.
        addressed: an addressee follows within two paragraphs.
        alone: the title is one paragraph, with nothing else in it.
        after: the paragraphs behind it, at least one.
    """

    fresh: bool
    marked: bool
    listed: bool
    addressed: bool
    alone: bool
    after: list[Line]


def weigh(title: Title, around: Surroundings) -> float:
    """The weight of the evidence, about 0–1.2; 0 where something speaks against it."""
    weight = _by_form(title, around)
    if weight <= 0 or (around.listed and not around.addressed):
        return 0.0
    return weight + (0.1 if around.fresh else -0.1) + (0.1 if around.marked else 0.0)


def _by_form(title: Title, around: Surroundings) -> float:
    following = around.after[0]
    adopted = len(following.text) <= 200 and (ADOPTED.fullmatch(following.text) is not None or following.kind == "date")
    match title.form:
        case "news":
            return 0.75 if around.fresh else 0.4
        case "about" | "relay":
            spoken = _OCCASION.fullmatch(following.text) is not None
            weight = 0.5 if title.issuers else 0.15
            return weight + (0.35 if around.addressed or spoken else 0.0) + (0.25 if adopted else 0.0)
        case "chronicle":
            return 0.8 if DATED.match(following.text) else 0.2
        case "law":
            return 0.75 if adopted else 0.25
        case "treaty":
            return 0.65 if around.fresh and _PARTIES.search(following.text) else 0.2
        case "order" if marks.ISSUE_LINE.fullmatch(following.text):
            return 0.0  # 某委员会公告 over 2030年第3期: a gazette of that name
        case "order":
            alone = around.alone and (title.issuers or title.weight >= 0.9 or (adopted and title.kind == "令"))
            return 0.2 + (0.35 if alone else 0.0) + (0.2 if around.marked else 0.0)
        case "appointment":
            return 0.75 if any(_APPOINTS.search(line.text) for line in around.after[:4]) else 0.2
    if title.kind in _SPOKEN and _OCCASION.fullmatch(following.text):
        return 0.75  # ——2030年2月18日在…会议上
    if _RELATED.search(title.text) and title.kind in _REPORTS:
        return 0.6 if around.fresh and len(title.text) >= 8 else 0.2
    if _MINUTES.fullmatch(title.text) and around.fresh and _MEETS.search(following.text):
        return 0.6
    if _SPEECH.fullmatch(title.text) or _INTERPRETATION.fullmatch(title.text):
        return 0.65 if adopted or _SPEAKER.fullmatch(following.text) else 0.55
    return 0.0
