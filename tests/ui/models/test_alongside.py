"""Places that answer to one another in two documents."""

from __future__ import annotations

from reader.model.address import ClauseAddress
from reader.model.document import Block, BlockKind, Document, DocumentFacts
from ui.models.alongside import Alongside, counterpart


def document(*clauses: str, length: int = 10) -> Alongside:
    """A title, then a paragraph of some length for each address, written 条三 or 条三款2."""
    text, blocks = "题" * (length - 1) + "\n", [Block(BlockKind.TITLE, 0, length)]
    for clause in clauses:
        steps = tuple((part[0], part[1:]) for part in clause.split(" ") if part)
        start = len(text)
        text += "文" * (length - 1) + "\n"
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text), address=ClauseAddress(steps) if steps else None))
    return Alongside(Document(DocumentFacts("k", "题"), text, tuple(blocks)))


OLD = document("条一", "条二", "条三", "条三 款2", "条四")
NEW = document("条一", "条一 款2", "条二", "条三", "条五", length=30)


def test_the_same_clause_answers() -> None:
    assert counterpart(OLD, 22, NEW) == 90
    assert counterpart(NEW, 95, OLD) == 20


def test_a_part_that_is_lacking_is_answered_by_its_clause() -> None:
    assert counterpart(OLD, 41, NEW) == 120


def test_a_clause_that_is_lacking_is_answered_as_far_down() -> None:
    assert counterpart(OLD, 54, NEW) == 162


def test_the_head_answers_to_the_head() -> None:
    assert counterpart(OLD, 5, NEW) == 0


def test_documents_without_clauses_go_along_by_their_length() -> None:
    assert counterpart(document("", ""), 15, document("", "", length=20)) == 30
