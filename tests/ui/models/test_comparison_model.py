"""The lines of a comparison."""

from __future__ import annotations

from reader.comparing import Change, compare
from reader.model.document import Block, BlockKind, Document, DocumentFacts, IssueFacts
from reader.services.comparing import Compared
from ui.models.comparison_model import ComparisonModel, lines_of

PARAGRAPHS = [f"第{n}条 桥梁养护的第{n}项要求应当写明责任单位。" for n in "一二三四五六七八九"]


def document(paragraphs: list[str]) -> Document:
    text, blocks = "", []
    for one in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(one) + 1))
        text += one + "\n"
    return Document(DocumentFacts("k", "办法"), text, tuple(blocks))


def compared(*, changed: int) -> Compared:
    other = list(PARAGRAPHS)
    other[changed] = other[changed].replace("责任单位", "责任人")
    left, right = document(PARAGRAPHS), document(other)
    return Compared(left, IssueFacts("甲"), right, IssueFacts("乙"), compare(left, right))


def test_equal_rows_far_from_a_difference_are_folded() -> None:
    lines = lines_of(compared(changed=4), frozenset(), everything=False)
    assert [(one.first, one.last) for one in lines] == [(0, 3), (3, 4), (4, 5), (5, 6), (6, 9)]
    assert [one.row.change.value if one.row else "" for one in lines] == ["", "same", "changed", "same", ""]
    assert lines[2].right == PARAGRAPHS[4].replace("责任单位", "责任人")


def test_a_single_equal_row_is_not_folded() -> None:
    lines = lines_of(compared(changed=2), frozenset(), everything=False)
    assert [(one.first, one.last) for one in lines] == [(0, 1), (1, 2), (2, 3), (3, 4), (4, 9)]


def test_a_folded_run_is_unfolded_by_itself_and_all_together() -> None:
    found = compared(changed=4)
    assert len(lines_of(found, frozenset({0}), everything=False)) == 7
    assert len(lines_of(found, frozenset(), everything=True)) == 9


def test_the_model_goes_from_difference_to_difference() -> None:
    model = ComparisonModel()
    model.show(compared(changed=4))
    assert model.next_difference(-1, 1) == 2
    assert model.next_difference(2, 1) == -1
    assert model.next_difference(4, -1) == 2
    model.unfold(model.index(0))
    assert model.rowCount() == 7
    assert model.next_difference(-1, 1) == 4


def test_every_change_has_a_name() -> None:
    model = ComparisonModel()
    assert len({model.change_text(change) for change in Change}) == len(Change)
