"""The outline of a document."""

from __future__ import annotations

from reader.model.document import Block, BlockKind, Document, DocumentFacts
from ui.models.outline import entry_at, outline

K = BlockKind


def document(*pieces: tuple[BlockKind, str, int, str]) -> Document:
    text, blocks = "", []
    for kind, body, level, label in pieces:
        start = len(text)
        text += body + "\n"
        blocks.append(Block(kind, start, len(text), level, label))
    return Document(DocumentFacts("k", "t"), text, tuple(blocks))


def shape(*pieces: tuple[BlockKind, str, int, str]) -> list[tuple[int, str]]:
    return [(one.depth, one.text) for one in outline(document(*pieces))]


def test_headings_make_a_tree_by_level() -> None:
    assert shape(
        (K.TITLE, "标题", 0, ""),
        (K.HEADING, "一、总则", 1, "一、"),
        (K.HEADING, "（一）目标", 2, "（一）"),
        (K.PARAGRAPH, "正文。", 0, ""),
        (K.HEADING, "二、任务", 1, "二、"),
    ) == [(0, "一、总则"), (1, "（一）目标"), (0, "二、任务")]


def test_a_level_that_is_left_out_makes_no_hole() -> None:
    assert shape((K.HEADING, "一、甲", 1, "一、"), (K.HEADING, "1.乙", 3, "1.")) == [(0, "一、甲"), (1, "1.乙")]


def test_articles_stand_under_their_chapter_with_their_first_sentence() -> None:
    assert shape(
        (K.HEADING, "第一章 总则", 1, "第一章"),
        (K.PARAGRAPH, "第一条 为了管好夜市，制定本办法。其余略。", 0, "第一条"),
    ) == [(0, "第一章 总则"), (1, "第一条 为了管好夜市，制定本办法")]


def test_an_attachment_and_its_title_are_one_entry() -> None:
    assert shape((K.ATTACHMENT_LABEL, "附件1", 0, ""), (K.ATTACHMENT_TITLE, "任务分工表", 0, "")) == [
        (0, "附件1 任务分工表")
    ]


def test_the_entry_read_is_the_last_that_begins_before() -> None:
    entries = outline(
        document((K.PARAGRAPH, "前言", 0, ""), (K.HEADING, "一、甲", 1, "一、"), (K.HEADING, "二、乙", 1, "二、"))
    )
    assert [entry_at(entries, offset) for offset in (0, 3, 6, 7, 99)] == [-1, 0, 0, 1, 1]
