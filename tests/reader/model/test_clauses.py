"""How far a clause reaches."""

from __future__ import annotations

import pytest

from reader.model.address import ClauseAddress
from reader.model.clauses import Clauses
from reader.model.document import Block, BlockKind, Document, DocumentFacts, DocumentPart, PartKind

K = BlockKind
Line = tuple[BlockKind, str, str]
NOTICE: tuple[Line, ...] = (
    (K.TITLE, "通知", ""),
    (K.HEADING, "一、通知的部分", "部分一"),
    (K.SIGNATURE, "市政府", ""),
)
RULES: tuple[Line, ...] = (
    (K.HEADING, "第一章　总则", "章一"),
    (K.PARAGRAPH, "第一条　为了安全。", "条一"),
    (K.HEADING, "第二章　渡运", "章二"),
    (K.PARAGRAPH, "第二条　不得有下列行为：", "条二 款一"),
    (K.LIST_ITEM, "（一）超载；", "条二 款一 项一"),
    (K.LIST_ITEM, "（二）夜航。", "条二 款一 项二"),
    (K.PARAGRAPH, "违者停航。", "条二 款二"),
    (K.CAPTION, "处罚", ""),
    (K.TABLE, "行为\t天数", ""),
)
PLAN: tuple[Line, ...] = (
    (K.ATTACHMENT_LABEL, "附件1", ""),
    (K.HEADING, "一、目标", "附件1 部分一"),
    (K.PARAGRAPH, "先看码头。", "附件1 部分一"),
    (K.PARAGRAPH, "再看渡船。", "附件1 部分一"),
    (K.HEADING, "二、任务", "附件1 部分二"),
)


def build(*parts: tuple[PartKind, tuple[Line, ...]]) -> Document:
    text, blocks, ranges = "", [], []
    for kind, lines in parts:
        begin = len(text)
        for block_kind, words, address in lines:
            start = len(text)
            text += words + "\n"
            steps = tuple((step.rstrip("一二1"), step[-1]) for step in address.split())
            blocks.append(Block(block_kind, start, len(text), address=ClauseAddress(steps) if steps else None))
        ranges.append(DocumentPart(kind, begin, len(text)))
    return Document(DocumentFacts("k", "t"), text, tuple(blocks), tuple(ranges))


DOCUMENT = build((PartKind.BODY, NOTICE), (PartKind.ISSUED, RULES), (PartKind.ATTACHMENT, PLAN))


@pytest.mark.parametrize(("place", "first", "last"), [
    ("（一）超载", "（一）超载；", "（一）超载；"),
    ("不得有下列", "第二条", "（二）夜航。"),
    ("违者", "违者", "天数"),
    ("天数", "违者", "天数"),
    ("第一章", "第一章", "为了安全。"),
    ("第二章", "第二章", "天数"),
    ("通知的部分", "一、通知", "的部分"),
    ("再看", "一、目标", "再看渡船。"),
    ("附件1", "附件1", "二、任务"),
])
def test_clause_at_a_place(place: str, first: str, last: str) -> None:
    text = DOCUMENT.text
    expected = text.index(first), text.index(last) + len(last)
    assert Clauses(DOCUMENT).at(text.index(place)) == expected


@pytest.mark.parametrize("place", ["通知", "市政府"])
def test_no_clause_outside_of_clauses(place: str) -> None:
    assert Clauses(DOCUMENT).at(DOCUMENT.text.index(place)) is None


def test_whole_article_by_its_first_step() -> None:
    clauses, text = Clauses(DOCUMENT), DOCUMENT.text
    index = next(number for number, block in enumerate(DOCUMENT.blocks) if text.startswith("（二）夜", block.start))
    assert clauses.extent(index, 1) == (text.index("第二条"), text.index("天数") + 2)


def test_document_without_blocks() -> None:
    assert Clauses(Document(DocumentFacts("k", "t"), "", ())).at(0) is None
