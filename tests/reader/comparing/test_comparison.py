"""Two texts of a document, compared."""

from __future__ import annotations

import random
import time

import pytest

from reader.comparing import Change, Comparison, Row, compare
from reader.model.document import Block, BlockKind, Document, DocumentFacts

ONE = "第一条　为了加强古桥保护，制定本办法。"
TWO = "第二条　古桥由市住房城乡建设局负责日常巡查和维修养护。"
THREE = "第三条　巡查每月不少于一次，汛期每周不少于一次。"
OTHER = "第九条　夜市经营者应当在每日收市后一小时内清扫场地。"


def document(*paragraphs: str, table: bool = False) -> Document:
    """A document of paragraphs; `table`: the last is a table of rows parted by line feeds."""
    blocks, text = [], ""
    for number, paragraph in enumerate(paragraphs):
        kind = BlockKind.TABLE if table and number == len(paragraphs) - 1 else BlockKind.PARAGRAPH
        blocks.append(Block(kind, len(text), len(text) + len(paragraph) + 1))
        text += paragraph + "\n"
    return Document(DocumentFacts("k", "办法"), text, tuple(blocks))


def changes(found: Comparison) -> list[str]:
    return [row.change.value for row in found.rows]


def marked(left: Document, right: Document, row: Row) -> tuple[list[str], list[str]]:
    """The words that differ in a row."""
    return [left.text[slice(*one)] for one in row.left_marks], [right.text[slice(*one)] for one in row.right_marks]


def test_equal_texts_have_no_differences() -> None:
    found = compare(document(ONE, TWO), document(ONE, TWO))
    assert changes(found) == ["same", "same"]
    assert found.differences == ()


def test_what_differs_in_a_paragraph_is_marked_to_the_character() -> None:
    left, right = document(ONE, TWO), document(ONE, TWO.replace("住房城乡建设局", "文化和旅游局"))
    found = compare(left, right)
    assert found.differences == (1,)
    assert marked(left, right, found.rows[1]) == (["住房城乡建设"], ["文化和旅游"])


def test_white_space_and_width_are_no_difference() -> None:
    found = compare(document("（一）修桥 1 次，共２座。"), document("(一)修桥1次,共 2座｡"))
    assert changes(found) == ["same"]


def test_a_paragraph_that_is_gone_or_new_stands_alone() -> None:
    assert changes(compare(document(ONE, TWO, THREE), document(ONE, THREE))) == ["same", "removed", "same"]
    assert changes(compare(document(ONE, THREE), document(ONE, OTHER, THREE))) == ["same", "added", "same"]


def test_unlike_paragraphs_are_not_taken_for_one_another() -> None:
    assert changes(compare(document(TWO), document(OTHER))) == ["removed", "added"]


def test_a_paragraph_cut_in_two_is_the_same() -> None:
    found = compare(document(ONE, TWO, THREE), document(ONE, TWO[:12], TWO[12:], THREE))
    assert changes(found) == ["same", "same", "same"]


def test_cut_paragraphs_with_a_change_in_them_belong_together() -> None:
    left = document(ONE, TWO[:12], TWO[12:], THREE)
    right = document(ONE, TWO.replace("巡查", "检查"), THREE)
    found = compare(left, right)
    assert changes(found) == ["same", "changed", "same"]
    assert marked(left, right, found.rows[1]) == (["巡"], ["检"])


def test_what_only_stands_elsewhere_is_moved() -> None:
    found = compare(document(OTHER, ONE, TWO, THREE), document(ONE, TWO, THREE, OTHER))
    assert changes(found) == ["moved", "same", "same", "same", "moved"]
    assert (found.rows[0].right, found.rows[4].left) == (None, None)


def test_tables_are_compared_row_by_row() -> None:
    left = document(ONE, "桥名\t年代\n永安桥\t1690\n太平桥\t1711", table=True)
    right = document(ONE, "桥名\t年代\n永安桥\t1696\n太平桥\t1711", table=True)
    found = compare(left, right)
    assert changes(found) == ["same", "same", "changed", "same"]
    assert marked(left, right, found.rows[2]) == (["0"], ["6"])


def test_empty_documents_can_be_compared() -> None:
    assert compare(document(), document()).rows == ()
    assert changes(compare(document(), document(ONE))) == ["added"]


def test_characters_beyond_the_first_plane_are_marked_exactly() -> None:
    left, right = document("𠮷山桥由𠮷山县负责养护。"), document("𠮷山桥由𠮷水县负责养护。")
    (row,) = compare(left, right).rows
    assert (row.left_marks, row.right_marks) == (((5, 6),), ((5, 6),))


@pytest.mark.parametrize("seed", range(8))
def test_every_character_is_in_exactly_one_row(seed: int) -> None:
    random_ = random.Random(seed)
    signs = "古桥修缮养护巡查经费由市县分担"
    paragraphs = ["".join(random_.choices(signs, k=random_.randint(1, 60))) for _ in range(40)]
    other = [one for one in paragraphs if random_.random() > 0.1]
    for _ in range(10):
        at = random_.randrange(len(other))
        other[at] = other[at].replace(random_.choice("古桥修"), random_.choice("新路建"))
    left, right = document(*paragraphs), document(*other)
    rows = compare(left, right).rows
    for text, ranges in ((left.text, [row.left for row in rows]), (right.text, [row.right for row in rows])):
        held = "".join(text[slice(*one)] for one in ranges if one is not None)
        assert "".join(held.split()) == "".join(text.split())


def test_two_long_unlike_texts_are_compared_in_bounded_time() -> None:
    random_ = random.Random(7)
    signs = [chr(code) for code in range(0x4E00, 0x4E00 + 800)]

    def long() -> Document:
        return document(*("".join(random_.choices(signs, k=60)) for _ in range(600)))

    begin = time.perf_counter()
    compare(long(), long())
    assert time.perf_counter() - begin < 20


def test_a_very_long_paragraph_is_compared_by_clauses() -> None:
    left, right = document(TWO * 120), document(TWO * 60 + THREE + TWO * 60)
    (row,) = compare(left, right).rows
    assert row.change is Change.CHANGED
    assert "".join(marked(left, right, row)[1]) == THREE
