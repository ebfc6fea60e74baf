"""The plan foretells where Qt will have each run."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from reader.model.document import Block, BlockKind, Cell, Document, DocumentFacts, Table
from ui import theme
from ui.text.builder import Builder
from ui.text.plan import plan
from ui.text.typography import Typography

K = BlockKind


def built(document: Document) -> QTextDocument:
    target = QTextDocument()
    builder = Builder(target, document, plan(document), Typography(theme.load("light"), 17), 40.0)
    while not builder.advance(500):
        pass
    return target


def between(target: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(target)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def misplaced(document: Document) -> list[str]:
    """The runs whose text Qt does not have where the plan says."""
    target = built(document)
    wrong = []
    for run in plan(document).map.runs:
        block = target.findBlock(run.position)
        if block.position() != run.position or block.text() != run.text:
            wrong.append(run.text)
    return wrong


@pytest.mark.usefixtures("qapp")
def test_every_run_of_a_notice_stands_where_foretold(notice: Document) -> None:
    assert misplaced(notice) == []


def test_runs_hold_every_character_but_separators(notice: Document) -> None:
    shown = {offset for run in plan(notice).map.runs for offset in range(run.start, run.end)}
    left = {notice.text[offset] for offset in range(len(notice.text)) if offset not in shown}
    assert left == {"\n", "\t"}


@pytest.mark.usefixtures("qapp")
def test_tables_at_both_ends_and_side_by_side(make: Callable[..., Document]) -> None:
    table = ([["甲", "𠮷"], ["", "乙"]], {})
    assert misplaced(make([table, table, (K.PARAGRAPH, "中"), table])) == []


@pytest.mark.usefixtures("qapp")
def test_empty_paragraphs_and_table_after_one(make: Callable[..., Document]) -> None:
    table = ([["甲"]], {})
    assert misplaced(make([(K.PARAGRAPH, ""), table, (K.PARAGRAPH, ""), (K.PARAGRAPH, "尾")])) == []


@pytest.mark.usefixtures("qapp")
def test_short_rows_leave_empty_places(make: Callable[..., Document]) -> None:
    assert misplaced(make([([["甲", "乙", "丙"], ["丁"], ["戊", "己"]], {}), (K.PARAGRAPH, "尾")])) == []


@pytest.mark.usefixtures("qapp")
def test_spans_that_do_not_fit_are_cut_or_left_out(make: Callable[..., Document]) -> None:
    good = make([([["甲", "乙"], ["丙", "丁"]], {}), (K.PARAGRAPH, "尾")])
    table = good.tables[0]
    cells = tuple(Cell(c.row, c.column, c.start, c.end, 9 if c.row else 2, 9 if c.column else 1) for c in table.cells)
    bad = Document(good.facts, good.text, good.blocks, (),
                   (Table(table.start, table.end, 2, 2, 1, cells),))
    assert misplaced(bad) == []


@pytest.mark.usefixtures("qapp")
def test_spans_reach_qt(notice: Document) -> None:
    target = built(notice)
    table = next(frame for frame in target.rootFrame().childFrames() if isinstance(frame, QTextTable))
    first = [table.cellAt(0, column) for column in range(3)]
    assert [(cell.rowSpan(), cell.columnSpan()) for cell in first] == [(2, 1), (2, 1), (1, 2)]


def test_table_block_without_a_table_is_shown_line_by_line() -> None:
    text = "甲\t乙\n丙\t丁\n"
    document = Document(DocumentFacts("k", ""), text, (Block(K.TABLE, 0, len(text)),))
    assert [run.text for run in plan(document).map.runs] == ["甲\t乙", "丙\t丁"]


def test_document_without_text_has_no_runs() -> None:
    assert plan(Document(DocumentFacts("k", ""), "", ())).map.runs == ()


def test_control_characters_do_not_shift_what_follows(qtbot: QtBot, make: Callable[..., Document]) -> None:
    del qtbot
    document = make([(K.PARAGRAPH, "甲\r乙\u2029丙\ufdd0丁\ufffc"), (K.PARAGRAPH, "尾𠮷")])
    target, last = built(document), plan(document).map.runs[-1]
    assert between(target, last.position, last.position + last.units) == "尾𠮷"


@pytest.mark.usefixtures("qapp")
def test_random_documents(make: Callable[..., Document]) -> None:
    dice = random.Random(11)

    def word() -> str:
        return "".join(dice.choice("市县𠮷a1 ，") for _ in range(dice.randrange(8)))

    for _ in range(12):
        pieces: list[object] = []
        for _ in range(dice.randrange(1, 9)):
            if dice.random() < 0.4:
                rows = [[word() for _ in range(4)] for _ in range(4)]
                spans = {(0, 0): (dice.randrange(1, 3), dice.randrange(1, 3)), (2, 2): (2, dice.randrange(1, 3))}
                pieces.append((rows, spans))
            else:
                pieces.append((dice.choice([K.PARAGRAPH, K.TITLE, K.LIST_ITEM]), word()))
        assert misplaced(make(pieces)) == []


@pytest.mark.parametrize(("pieces", "boxed"), [
    ([(K.BOX_TITLE, "专栏1"), (K.PARAGRAPH, "工程。"), (K.PARAGRAPH, "项目。"), (K.HEADING, "二、保障", 1, "二、")],
     "专栏1\n工程。\n项目。\n"),
    ([(K.BOX_TITLE, "专栏1"), (K.BOX_TITLE, "专栏2"), (K.PARAGRAPH, "工程。")], "专栏1\n"),
    ([(K.BOX_TITLE, "专栏1"), ([["项目", "投资"], ["渡口", "3"]], {}), (K.SIGNATURE, "云汀市")],
     "专栏1\n项目\t投资\n渡口\t3\n"),
    # So much belongs to no box: the text outside goes on without a heading.
    ([(K.BOX_TITLE, "专栏1"), *((K.PARAGRAPH, f"第{n}段。") for n in range(30))], "专栏1\n"),
])
def test_a_box_ends_where_something_else_begins(make: Callable[..., Document], pieces: list[object],
                                                boxed: str) -> None:
    document = make(pieces)
    start, end = plan(document).boxes[0]
    assert document.text[start:end] == boxed
