"""What stands outside the documents of an issue: front matter, section heads between documents, back matter."""

from __future__ import annotations

import re

from reader.importing.repair.line import Line, Record
from reader.importing.structure import tables
from reader.importing.structure.assembling import Text
from reader.importing.structure.contents import SECTION, Contents, section_name
from reader.importing.structure.items import Item
from reader.model.document import BlockKind, Matter

_BACK = re.compile(
    r"内部资料|免费(?:交流|赠阅|发放)|传\s*达\s*政\s*令|宣\s*传\s*政\s*策|指\s*导\s*工\s*作|服\s*务\s*(?:社\s*会|大\s*局|群\s*众|人\s*民)|政\s*务\s*公\s*开"
    r"|编\s*印\s*单\s*位|承\s*印\s*(?:单位)?|印\s*刷|发\s*送\s*(?:对象|范围|单位)|印\s*[刷制]?\s*[册份]\s*数|印\s*数|主\s*办|主\s*管|协\s*办|编\s*辑|出\s*版|责\s*任\s*编|主\s*编|地\s*址|邮\s*(?:政)?\s*编|邮\s*发"
    r"|电\s*话|传\s*真|网\s*址|电子邮箱|E-?mail|邮箱|准\s*印\s*证|刊\s*号|ISSN|CN\s*\d|定\s*价|发\s*行|订\s*阅|赠\s*阅|欢迎|投稿|标准文本|同等效力|微信|公众号|二维码|扫\s*[一描码]|工本费|字第\d+号|每[月季]\d+日"
)
_SLOGAN = re.compile(
    r"[\u4e00-\u9fff]{2}\s*[\u4e00-\u9fff]{2}(?:[\s　、,，·]+[\u4e00-\u9fff]{2}\s*[\u4e00-\u9fff]{2}){0,5}"
)
_LONGEST = 110


def back_start(paragraphs: list[Line], first: int) -> int:
    """The paragraph at which the back matter begins, not before `first`; where there is none their number."""
    size = len(paragraphs)
    start = size
    strong = 0
    for index in range(size - 1, first, -1):
        text = paragraphs[index].text
        if (
            paragraphs[index].kind in ("row", "table")
            or len(text) > _LONGEST
            or ("《" in text and "公报》" not in text)
        ):
            break
        if _BACK.search(text) and (len(text) <= 60 or "公报" in text):
            strong += 1
            start = index
        elif _SLOGAN.fullmatch(text) or (len(text) <= 24 and text[-1] not in "。；" and not paragraphs[index].kind):
            if index < size - 40:
                break
        else:
            break
    if not strong:
        return size
    # Slogans right over the first line that is certainly back matter belong to it.
    while start - 1 > first and _SLOGAN.fullmatch(paragraphs[start - 1].text) and not paragraphs[start - 1].kind:
        start -= 1
    return start


def section_heads(paragraphs: list[Line], first: int, contents: Contents, known: frozenset[str]) -> int:
    """How many paragraphs right before `first` are section heads of the issue."""
    count = 0
    while count < 3 and first - count - 1 >= 0:
        line = paragraphs[first - count - 1]
        name = section_name(line.text)
        if line.kind or not 2 <= len(name) <= 26 or "。" in line.text:
            break
        if name in contents.sections or name in known:
            count += 1
            continue
        ornamented = name != "".join(line.text.split())
        alone = bool(line.heading or line.centered or line.broken or line.bold or ornamented)
        if SECTION.fullmatch(name) and alone and len(name) <= 16:
            count += 1
            continue
        break
    return count


def front(paragraphs: list[Line], contents: Contents, record: Record) -> Matter | None:
    """The matter before the first document."""
    if not paragraphs:
        return None
    items: list[Item] = []
    for index, line in enumerate(paragraphs):
        kind = BlockKind.CONTENTS if index in contents.members or line.kind == "contents" else BlockKind.MASTHEAD
        if kind is BlockKind.CONTENTS and section_name(line.text) in contents.sections:
            kind = BlockKind.SECTION
        items.append(Item(kind, line.text, line))
    return _matter(items, record)


def plain(paragraphs: list[Line], kind: BlockKind, record: Record) -> Matter | None:
    """Matter of one kind: section heads, back matter, or a file without documents."""
    if not paragraphs:
        return None
    collected = tables.collect(paragraphs, record)
    return _matter(
        [Item(BlockKind.TABLE if line.grid is not None else kind, line.text, line) for line in collected], record
    )


def _matter(items: list[Item], record: Record) -> Matter:
    text = Text()
    for item in items:
        source = item.source
        if source.table is not None and item.grid is None:
            for piece in tables.collect([source], record):
                text.add(Item(BlockKind.TABLE if piece.grid is not None else item.kind, piece.text, piece))
            continue
        text.add(item)
    return Matter(text.text, tuple(text.blocks))
