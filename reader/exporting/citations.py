"""How a document, a clause and a range are cited.

Sources of the rules:
- GB/T 9704—2012 §7.2.5: the number has its year in 〔〕, no 第, no leading zeros;
- 国家行政机关公文处理办法（国发〔2000〕23号）第二十五条: a document is cited by its title first, then its number;
- legislative usage: 条, 款, 项 count in Chinese numerals, 目 in Arabic ones; 编, 章, 节 are not named where a 条 is,
  for articles are numbered throughout. 项 keep the brackets they are printed with (laws drop them: 第一项);
- GB/T 15834—2011 §4.15: 书名号 inside 书名号 are single, 〈〉.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

from reader.model.address import ClauseAddress
from reader.model.clauses import ATTACHMENT, FOLLOWING, clauses_of
from reader.model.document import Block, Document, DocumentFacts, DocumentPart, IssueFacts, PartKind
from reader.model.number import DocumentNumber

_DIGITS = "〇一二三四五六七八九"
_CHAPTERS = frozenset({"编", "分编", "章", "节"})
_BRACKETED = {"项": "项", "条目": "项", "小点": "小点"}


def cite(issue: IssueFacts, document: DocumentFacts, address: str = "", *, title: str = "", repealed: bool = False,
         with_source: bool = False) -> str:
    """The citation of a document or, with `address`, of a clause: 《办法》（晋市政办〔2021〕13号）第三条第（一）项.

    A document that issues one text is cited by that text's title and its own number. Without a number the date stands
    in its place, without a date the gazette does.

    Args:
        address: clause address as printed, or "".
        title: what to cite instead of the issued text's title: the notice itself, an attachment.
        repealed: add （已失效）.
        with_source: add the gazette it stands in: ，载《晋城市人民政府公报》2021年第2期第15页.
    """
    source = source_of(issue, document)
    called = title or cited_title(document)
    name = title_marks(called)
    if document.number is not None:
        text = f"{name}（{number_beside(called, document.number)}）"
    elif document.date:
        text = f"{name}（{date_text(document.date)}）"
    elif source and not with_source:
        text = f"{name}（{source}）"
    else:
        text = name
    text += ("（已失效）" if repealed else "") + address
    return f"{text}，{source}" if with_source and source else text


def cite_range(issue: IssueFacts, document: Document, start: int, end: int, *, repealed: bool = False,
               with_source: bool = False) -> str:
    """The citation of a range: by the title of the part it stands in, and its clause address.

    A range in a notice is cited by the notice's title, one in an attachment by the issued text's, for the attachment is
    named in the address. One that runs from the notice into what it issues is the notice's, and has no address.
    """
    return cite(issue, document.facts, address_at(document, start, end), title=title_at(document, start, end),
                repealed=repealed, with_source=with_source)


def title_at(document: Document, start: int, end: int) -> str:
    """The title by which a range is cited: that of the issued text it stands in, the notice's for a range of the
    notice; "" where the document's own rule holds."""
    part = part_at(document, start, end)
    if _runs_over(document, start, end):
        return document.facts.title
    if part is not None and part.kind is PartKind.ISSUED and part.title:
        return part.title
    if part is not None and part.kind is PartKind.BODY and any(one.kind is PartKind.ISSUED for one in document.parts):
        return document.facts.title
    return ""


def _runs_over(document: Document, start: int, end: int) -> bool:
    """Whether a range runs from a notice into the text it issues, or from one issued text into another."""
    met = [part.kind for part in document.parts
           if document.text[max(start, part.start):min(end, part.end)].strip()]
    return PartKind.ISSUED in met and (PartKind.BODY in met or met.count(PartKind.ISSUED) > 1)


def cite_short(document: DocumentFacts, address: str = "", *, title: str = "") -> str:
    """The form for later mentions: the number, or the title where there is none, and the clause address."""
    return (document.number.normal if document.number else title_marks(title or cited_title(document))) + address


def cited_title(document: DocumentFacts) -> str:
    """The title to cite: that of the one text a document issues, else its own."""
    return document.issued_titles[0] if len(document.issued_titles) == 1 else document.title


def number_beside(title: str, number: DocumentNumber) -> str:
    """A number as it stands beside a title: 《某局公告》（2024年第2号）, for the number of an order or announcement
    begins with what its title is."""
    return number.normal.removeprefix(title) or number.normal


def title_marks(title: str) -> str:
    """A title in 《》, those inside it made 〈〉."""
    inner = title.strip()
    if inner.startswith("《") and inner.endswith("》") and inner.count("《") == 1:
        inner = inner[1:-1]
    return f"《{inner.translate({ord('《'): '〈', ord('》'): '〉'})}》"


def source_of(issue: IssueFacts, document: DocumentFacts | None = None) -> str:
    """Where it was published: 载《晋城市人民政府公报》2021年第2期第15页; "" for a file that is no gazette issue."""
    name = issue_name(issue)
    page = f"第{document.page}页" if document is not None and document.page else ""
    return f"载{title_marks(issue.title)}{name}{page}" if name else ""


def issue_name(issue: IssueFacts) -> str:
    """2021年第2期, by the running number where an issue has no other; "" for a file that is no gazette issue."""
    year = f"{issue.year}年" if issue.year else ""
    number = f"第{issue.number}期" if issue.number else f"总第{issue.total}期" if issue.total else ""
    return year + number


def date_text(date: str) -> str:
    """An ISO date as print has it: 2022-09-13 → 2022年9月13日; shorter ones as far as they go."""
    units = zip((str(int(part)) for part in date.split("-")), "年月日", strict=False)
    return "".join(number + unit for number, unit in units)


def address_text(address: ClauseAddress) -> str:
    """A clause address as it is cited: 第三条第二款第（一）项; outside articles 第二部分第（三）项第2点."""
    steps = address.steps
    if any(unit == "条" for unit, _ in steps):
        steps = tuple(step for step in steps if step[0] not in _CHAPTERS)
    return "".join(_step(unit, number) for unit, number in steps)


def _step(unit: str, number: str) -> str:
    if unit == ATTACHMENT:
        return f"附件{number}"
    if unit in _BRACKETED:
        return f"第（{number}）{_BRACKETED[unit]}"
    if unit == "款":
        return f"第{chinese_number(number)}款"
    base, mark, insertion = number.partition("之")
    # An inserted article is 第三条之一, though its number is 三之一.
    return f"第{base}{unit}{mark}{insertion}"


def chinese_number(number: str) -> str:
    """A number below 1,000 in Chinese numerals, as articles are counted: 12 → 十二, 105 → 一百零五; else unchanged."""
    if not re.fullmatch("[0-9]{1,3}", number) or int(number) == 0:
        return number
    hundreds, tens, ones = int(number) // 100, int(number) // 10 % 10, int(number) % 10
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def address_at(document: Document, start: int, end: int) -> str:
    """The clause address of a range as it is cited, "" where the document has no clauses there.

    A range over several clauses is cited from the first to the last, what they have in common named once:
    第三条第二款第（一）项至第（三）项; one that is the whole of a clause or an attachment by that: 第三条. A range over
    the end of an issued text has none: the clauses of both are counted apart.

    Args:
        start, end: code points on document.text, half-open; an empty range is the place before start.
    """
    if _runs_over(document, start, end):
        return ""
    blocks = document.blocks
    first = bisect_right(blocks, start, key=lambda block: block.end)
    last = bisect_left(blocks, max(end, start + 1), first, key=lambda block: block.start)
    inside = [number for number in range(first, last) if _visible(document, blocks[number], start, end)]
    found = [_address(document, number) for number in inside]
    known = [address for address in found if address is not None and address.steps]
    part = part_at(document, start, min(end, start + 1))
    attachment = part is not None and part.kind is PartKind.ATTACHMENT and _attachment(part.label)
    if attachment and part is not None and _is_range(document, part.start, part.end, start, end):
        return attachment
    if not known:
        return attachment or ""
    whole = _whole(document, inside[0], start, end) if len(inside) > 1 else None
    span = address_text(whole) if whole is not None else _span(known)
    if not attachment:
        return span
    # The label as printed: the only attachment of a document is 附件, though addresses count it.
    steps = known[0].steps
    own = address_text(ClauseAddress(steps[:1])) if steps[0][0] == ATTACHMENT else ""
    return attachment + span.removeprefix(own)


def _whole(document: Document, first: int, start: int, end: int) -> ClauseAddress | None:
    """The address of the clause that is exactly this range, None where it is no whole clause."""
    clauses = clauses_of(document)
    steps = clauses.steps[first]
    return next((ClauseAddress(steps[:depth]) for depth in range(len(steps), 0, -1)
                 if _is_range(document, *clauses.extent(first, depth), start, end)), None)


def _is_range(document: Document, begin: int, stop: int, start: int, end: int) -> bool:
    """Whether [begin, stop) and [start, end) are the same but for white space."""
    text = document.text
    return not (text[min(begin, start):max(begin, start)].strip() or text[min(stop, end):max(stop, end)].strip())


def _attachment(label: str) -> str:
    """附件 １ as it is cited: 附件1."""
    return "".join(unicodedata.normalize("NFKC", label).split()).rstrip(":")


def _span(known: list[ClauseAddress]) -> str:
    """From the first address to the last, what they have in common named once."""
    first, last = known[0], known[-1]
    if first.steps == last.steps or _within(last, first):
        return address_text(first)
    common = 0
    for one, other in zip(first.steps, last.steps, strict=False):
        if one != other:
            break
        common += 1
    if common == len(last.steps):
        return address_text(last)
    rest = last.steps[common:]
    if any(unit == "条" for unit, _ in last.steps):
        rest = tuple(step for step in rest if step[0] not in _CHAPTERS)
    return f"{address_text(first)}至{''.join(_step(unit, number) for unit, number in rest)}"


def _visible(document: Document, block: Block, start: int, end: int) -> bool:
    """Whether the range holds more of a block than white space, such as the line feed a selection ends with."""
    return end <= start or not document.text[max(start, block.start):min(end, block.end)].isspace()


def _within(inner: ClauseAddress, outer: ClauseAddress) -> bool:
    return inner.steps[:len(outer.steps)] == outer.steps


def _address(document: Document, number: int) -> ClauseAddress | None:
    block = document.blocks[number]
    if block.address is not None or block.kind not in FOLLOWING:
        return block.address
    part = part_at(document, block.start, block.end)
    for other in reversed(document.blocks[:number]):
        if part is not None and other.start < part.start:
            return None
        if other.address is not None:
            return other.address
    return None


def part_at(document: Document, start: int, end: int) -> DocumentPart | None:
    """The part of a document that holds a range, None where it holds ends of several or the document has no parts."""
    return next((part for part in document.parts if part.start <= start and end <= part.end), None)
