"""A web page's own record of its document (索引号, 发文字号, 成文日期 …): evidence where the text itself is silent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.importing.grammar import dates, numbers, titles
from reader.importing.repair.line import Line
from reader.importing.structure.contents import Contents
from reader.model.document import ContentsEntry
from reader.model.number import DocumentNumber

_FIELD = re.compile(r"\s*(?P<name>[\u4e00-\u9fff\s　]{2,10}?)\s*[:：]\s*(?P<value>.*)", re.DOTALL)
_TITLES = ("标题", "名称", "文件名称", "公文名称", "信息名称")
_NUMBERS = ("发文字号", "文号", "文件编号", "发布文号", "公文文号")
_DATES = ("成文日期", "生成日期", "发文日期", "印发日期")
_ISSUERS = ("发文机关", "发文单位", "发布机构", "制发机关", "发布机关")


@dataclass(frozen=True, slots=True)
class WebRecord:
    """What the record says; "" and None where it says nothing."""

    title: str = ""
    number: DocumentNumber | None = None
    date: str | None = None
    issuers: tuple[str, ...] = ()


def read(paragraphs: list[Line]) -> WebRecord | None:
    """The record of a page, or None where the format marked none."""
    fields: dict[str, str] = {}
    for line in paragraphs:
        if line.kind == "metadata":
            match = _FIELD.fullmatch(line.text)
            if match:
                fields.setdefault("".join(match["name"].split()), match["value"].strip())
    if not fields:
        return None

    def first(names: tuple[str, ...]) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    number = first(_NUMBERS)
    issuers = tuple(name for name in re.split(r"[\s;；,，、]+", first(_ISSUERS)) if titles.is_organ(name))
    return WebRecord(
        titles.join([first(_TITLES)]),
        (numbers.line_number(number) or numbers.order_number(number)) if number else None,
        dates.first(first(_DATES)) or _dashed(first(_DATES)),
        issuers,
    )


def _dashed(text: str) -> str | None:
    match = re.match(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", text)
    return dates.make_iso(match[1], match[2], match[3]) if match else None


def as_contents(record: WebRecord) -> Contents:
    """The record as a contents list of one entry: the title it names is looked for in the text."""
    entry = ContentsEntry(record.title, number=record.number.normal if record.number else "")
    return Contents(-1, -1, (entry,) if len(record.title) >= 4 else (), (), frozenset())
