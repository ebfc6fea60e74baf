"""The facts of a document, read off its marked parts: issuers, date, kind, identity, and the doubts about them."""

from __future__ import annotations

import hashlib
import re

from reader.importing.grammar import dates, titles
from reader.importing.repair.line import Record
from reader.importing.structure import assembling
from reader.importing.structure.items import Item, Part
from reader.importing.structure.start import Start
from reader.importing.structure.web_record import WebRecord
from reader.model.document import Attachment, BlockKind, DocumentFacts
from reader.model.number import DocumentNumber

_FOOTNOTE = re.compile(
    r"(?:[\[［〔（(]\s*(?:注\s*)?\d{1,2}\s*[\]］〕）)]|[①②③*＊※])(?=$|[（(]第?[一二三四五六七八九十\d]{1,3}号[）)]$)"
)
"""The mark of a note at the end of a title: 统计公报[1]."""
_ADOPTED = re.compile(rf"{dates.DATE.pattern}.{{0,60}}(?:通过|批准|公布|决定)")
_NATIONAL = ("国务院", "部", "委员会", "局", "总局", "总署", "审计署", "人民银行")
_PICTURED = re.compile(r"(?:一图|一张图)(?:读懂|看懂|了解)|(?:政策)?图解(?=[：:《｜|])")
"""一图读懂《某市公园管理办法》: an interpretation, not the measures."""
_KIND_ENDS = (
    "通知", "批复", "意见", "决定", "决议", "公告", "通告", "通报", "报告", "请示", "复函", "函", "纪要", "命令",
    "公报", "方案", "办法", "条例", "规定", "细则", "计划", "规划", "要点", "议案", "答复", "预案", "解读",
    "讲话", "措施", "政策", "说明", "名单", "目录", "清单", "规则", "章程", "指南", "规范", "标准", "布告", "任免",
)  # fmt: skip


def read(
    start: Start,
    parts: list[Part],
    signature: tuple[str, ...],
    named: tuple[Attachment, ...],
    wanted: tuple[str, ...],
    section: str,
    ordinal: int,
    text: assembling.Text,
    page: WebRecord,
) -> DocumentFacts:
    """The facts of a document.

    Args:
        start: where it begins, with title and number.
        parts: with their items, marked.
        signature: who signs it.
        named: its attachments.
        wanted: titles of the texts it issues.
        section: of the issue.
        ordinal: its place among the documents.
        text: its text and tables.
        page: what a web page says of it; it fills gaps alone.
    """
    items = [item for part in parts for item in part.items]
    date = _date(start, parts) or page.date
    issuers = _issuers(start, signature) or page.issuers
    publicity = next((item.text for item in items if item.kind is BlockKind.PUBLICITY), "")
    addressee = next((item.text for item in items if item.kind is BlockKind.ADDRESSEE), "")
    title = _FOOTNOTE.sub("", start.title.text)
    number = start.number or page.number
    key = key_of(number, issuers, title, date)
    return DocumentFacts(
        key=key,
        title=title,
        number=number,
        issuers=issuers,
        addressee=re.sub(r"^受\s*文\s*者\s*[:：]\s*", "", addressee).rstrip("：:"),
        section=section,
        signature=signature,
        date=date,
        publicity=publicity,
        kind=_kind(start),
        issued_titles=wanted,
        attachments=named,
        page=start.entry.page if start.entry else None,
        characters=len("".join(text.text.split())),
        articles=sum(
            1 for item in items if item.grid is None and item.mark is not None and item.mark.rank.name == "ARTICLE"
        ),
        table_count=len(text.tables),
        ordinal=ordinal,
    )


def _issuers(start: Start, signature: tuple[str, ...]) -> tuple[str, ...]:
    """The bodies in the title; for 甲等4部门, and where the title names none, those that sign."""
    signers = tuple(_unprefixed(name) for name in signature if titles.is_organ(name))
    told = tuple(_in_full(_unprefixed(name), signers) for name in start.title.issuers)
    several = titles.AND_OTHERS.search(told[-1]) if told else None
    if several is None:
        return (_parted(told[0], signers) or told) if len(told) == 1 else told or signers
    first = told[-1][: several.start()]
    if len(signers) > len(told):
        return signers
    return (*told[:-1], first) if first else told[:-1]


def _in_full(name: str, signers: tuple[str, ...]) -> str:
    """省人民政府 in a title, as the body signs: 某省人民政府."""
    if name[0] not in "省市县区州旗":
        return name
    return next((signer for signer in signers if signer.endswith(name)), name)


def _unprefixed(name: str) -> str:
    """中华人民共和国国务院 and 国务院 are one, as in numbers; 中华人民共和国政府 stays."""
    short = name.removeprefix("中华人民共和国")
    return short if len(short) > 2 and short.endswith(_NATIONAL) else name


def _parted(joined: str, signers: tuple[str, ...]) -> tuple[str, ...]:
    """The bodies of a title that prints them without a space, told apart by those that sign; () where these differ."""
    found: list[str] = []
    while joined:
        name = next((name for name in signers if joined.startswith(name) and name not in found), "")
        if not name:
            return ()
        found.append(name)
        joined = joined.removeprefix(name)
    return tuple(found)


def _date(start: Start, parts: list[Part]) -> str | None:
    """成文日期: under the title, else with the signature of the body, else with that of a part by the same bodies."""
    body = parts[0].items
    adopted: str | None = None
    for item in body[:4]:
        if (
            item.kind in (BlockKind.DATE, BlockKind.NUMBER)
            and (item.text[:1] in "（(" or dates.DATE.match(item.text))
            and dates.first(item.text)
        ):
            if "通过" not in item.text:
                return dates.first(item.text)
            adopted = adopted or dates.first(item.text)
    dated = [dates.first(item.text) for item in body if item.kind is BlockKind.DATE]
    if any(dated):
        return next(date for date in reversed(dated) if date)
    if adopted:
        return adopted
    for part in parts[1:]:
        signed = {"".join(item.text.split()) for item in part.items if item.kind is BlockKind.SIGNATURE}
        if start.title.issuers and signed and not signed & set(start.title.issuers):
            continue
        for item in part.items:
            if item.kind is BlockKind.DATE:
                return dates.first(item.text)
    return _date_of_adoption(body)


def _date_of_adoption(items: list[Item]) -> str | None:
    """The date in the note under a title: （2021年3月1日…会议通过）."""
    for item in items[:5]:
        if item.kind is BlockKind.PARAGRAPH and (
            (item.text[:1] in "（(" and item.text[-1:] in "）)")
            or item.text[:1] in "—–-"
            or _ADOPTED.fullmatch(item.text)
        ):
            found = dates.first(item.text)
            if found:
                return found
    return None


def key_of(number: DocumentNumber | None, issuers: tuple[str, ...], title: str, date: str | None) -> str:
    """The identity of a document: the normal form of its number, else a hash of what else is known."""
    if number is not None and number.prefix:
        return number.normal
    told = "\n".join((" ".join(issuers), title, date or ""))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _kind(start: Start) -> str:
    title = start.title
    if title.form == "chronicle":
        return "大事记"
    if title.form == "order":
        return title.kind
    if _PICTURED.match(title.text):
        return "解读"
    if "统计公报" in title.text:
        return "统计公报"
    if re.search(r"任免|任职|免职|任命", title.text):
        return "人事任免"
    if title.form == "news":
        return _issued_kind(titles.relayed(title.text)) or title.kind
    for kind in _KIND_ENDS:
        if title.kind.endswith(kind):
            return kind
    return title.kind


def _issued_kind(name: str) -> str:
    """两办印发《关于…的意见》 is an opinion: the notice that went with it is not printed."""
    match = titles.ENDS_WITH_KIND.fullmatch(name)
    kind = match["kind"] if match else ""
    return next((known for known in _KIND_ENDS if kind.endswith(known)), kind)


def doubt(facts: DocumentFacts, start: Start, parts: list[Part], line: int, record: Record) -> None:
    """Record what is missing in a document; `line` is that of its title."""
    for missing in facts.attachments:
        if not missing.found:
            record.doubt("doubt.attachment_missing", line, title=facts.title[:60], attachment=missing.title[:60])
    if start.title.form in ("chronicle", "law", "treaty"):
        return
    adopted = _date_of_adoption(parts[0].items) is not None  # what a meeting adopts is not signed
    if start.weight < 0.75:
        record.doubt("doubt.document_unsure", line, title=facts.title[:60])
    if facts.number is not None and not facts.signature and not adopted:
        record.doubt("doubt.signature_missing", line, title=facts.title[:60])
    if facts.date is None:
        record.doubt("doubt.date_missing", line, title=facts.title[:60])
