"""Addresses as users type them, and the clauses they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.anchoring.addresses import find_address
from reader.exporting import address_at
from reader.model.address import ClauseAddress
from reader.model.document import Block, BlockKind, Document, DocumentFacts, DocumentPart, PartKind
from tests.reader.importing.corpus import parsed


def build(*parts: tuple[PartKind, str, str]) -> Document:
    """A document of parts (kind, label, addresses); each address a block whose text is the address."""
    text, blocks, ranges = "", [], []
    for kind, label, addresses in parts:
        begin = len(text)
        for address in addresses.split("\n"):
            start = len(text)
            text += address + "\n"
            steps = tuple((unit, number) for unit, _, number in (step.partition("=") for step in address.split())
                          if number)
            blocks.append(Block(BlockKind.PARAGRAPH, start, len(text), address=ClauseAddress(steps) if steps else None))
        ranges.append(DocumentPart(kind, begin, len(text), label=label))
    return Document(DocumentFacts("k", "t"), text, tuple(blocks), tuple(ranges))


LAW = build(
    (PartKind.BODY, "", "标题\n部分=一\n部分=三"),
    (PartKind.ISSUED, "", "章=一\n条=一\n条=三 款=一\n条=三 款=二\n条=三 款=二 项=一\n条=三之一\n章=二\n条=四 项=一\n"
                          "条=四 项=二\n章=三\n章=三 节=一\n条=五 款=一\n条=五 款=一 项=一\n条=五 款=二\n条=八十二"),
    (PartKind.ATTACHMENT, "附件 １", "附件1\n附件=1 条=一"),
    (PartKind.ATTACHMENT, "附件2", "附件2\n附件=2 部分=一\n附件=2 部分=一 条目=二\n附件=2 部分=四"),
)
PLAN = build((PartKind.BODY, "", "标题\n部分=一\n部分=一 条目=一\n部分=二\n部分=二 条目=三\n部分=二 条目=三 点=2\n"
                                 "部分=二 条目=三 点=2 小点=1\n部分=二 条目=四 点=1.2"))
ITEMS = build((PartKind.BODY, "", "标题\n条目=一\n条目=二 点=1"))


@pytest.mark.parametrize(("document", "typed", "first"), [
    (LAW, "82", "条=八十二"),
    (LAW, "８２", "条=八十二"),
    (LAW, "八十二", "条=八十二"),
    (LAW, " 第 82 条 ", "条=八十二"),
    (LAW, "第八十二条", "条=八十二"),
    (LAW, "3", "条=三 款=一"),
    (LAW, "3.1", "条=三 款=一"),
    (LAW, "3.2", "条=三 款=二"),
    (LAW, "3。2。1", "条=三 款=二 项=一"),
    (LAW, "第三条第二款第（一）项", "条=三 款=二 项=一"),
    (LAW, "第三条之一", "条=三之一"),
    (LAW, "4.1.2", "条=四 项=二"),
    (LAW, "4.2", "条=四 项=二"),
    (LAW, "第四条第一款第（二）项", "条=四 项=二"),
    (LAW, "第五条第（一）项", "条=五 款=一 项=一"),
    (LAW, "1.9", "条=一"),
    (LAW, "第三章", "章=三"),
    (LAW, "第三章第一节", "章=三 节=一"),
    (LAW, "第三部分", "部分=三"),
    (LAW, "附件1", "附件1"),
    (LAW, "附件", "附件1"),
    (LAW, "附件二", "附件2"),
    (LAW, "附件1第一条", "附件=1 条=一"),
    (LAW, "附件2第一部分第（二）项", "附件=2 部分=一 条目=二"),
    (LAW, "第四部分", "附件=2 部分=四"),
    (PLAN, "2", "部分=二"),
    (PLAN, "1.1", "部分=一 条目=一"),
    (PLAN, "第二部分第（三）项第2点", "部分=二 条目=三 点=2"),
    (PLAN, "第二部分第3项第2点第（1）小点", "部分=二 条目=三 点=2 小点=1"),
    (PLAN, "二、（三）2.", "部分=二 条目=三 点=2"),
    (PLAN, "二、(三)2.(1)", "部分=二 条目=三 点=2 小点=1"),
    (ITEMS, "（二）", "条目=二 点=1"),
    (ITEMS, "2.1", "条目=二 点=1"),
])
def test_clause_meant_is_found(document: Document, typed: str, first: str) -> None:
    found = find_address(document, typed)
    assert found is not None
    assert document.text[found[0]:].split("\n")[0] == first


@pytest.mark.parametrize("typed", [
    "", "夜市", "99", "第九十九条", "附件7", "第九章", "云政发56 2025", "云政发〔2025〕7号", "2025年", "3.", "三、夜市",
    "条"])
def test_what_is_no_address_of_the_document_is_not_found(typed: str) -> None:
    assert find_address(ITEMS, typed) is None


def test_whole_clause_is_the_range() -> None:
    start, end = find_address(LAW, "5") or (0, 0)
    assert LAW.text[start:end] == "条=五 款=一\n条=五 款=一 项=一\n条=五 款=二"


def test_attachment_is_its_whole_part() -> None:
    start, end = find_address(LAW, "附件2") or (0, 0)
    assert LAW.text[start:end] == LAW.text[LAW.parts[3].start:].rstrip()


@pytest.mark.parametrize(("near", "first"), [(None, "条=一"), ("附件=1", "附件=1 条=一")])
def test_part_that_is_read_comes_first(near: str | None, first: str) -> None:
    found = find_address(LAW, "第一条", LAW.text.index(near) if near else None)
    assert found is not None
    assert LAW.text[found[0]:].split("\n")[0] == first


@pytest.mark.corpus
def test_every_address_shown_leads_to_its_clause(gazettes: Path) -> None:
    """On the real gazettes: type the address that is shown at a block, and arrive at that block."""
    count = 0
    for file in sorted(gazettes.glob("*.txt")):
        for document in parsed(file).issue.documents:
            shown: dict[str, int] = {}
            for block in document.blocks:
                if block.address is not None and not any(n.isascii() and n.isalpha() for _, n in block.address.steps):
                    shown.setdefault(address_at(document, block.start, block.end), block.start)
            for address, start in shown.items():
                found = find_address(document, address, start)
                assert found is not None, address
                assert address_at(document, *found) == address
                assert found[0] <= start < found[1], address
            count += len(shown)
    assert count > 1000
