"""Small documents for the text pane, and a short way to write them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from reader.model.address import ClauseAddress
from reader.model.annotation import Anchor, AnchorState, Annotation, Mark, PlacedAnnotation, Placement
from reader.model.document import Block, BlockKind, Cell, Document, DocumentFacts, Reference, Table
from ui.text.view import DocumentView

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

K = BlockKind
Rows = Sequence[Sequence[str]]
Piece = tuple[BlockKind, str] | tuple[BlockKind, str, int, str] | tuple[Rows, dict[tuple[int, int], tuple[int, int]]]


def write(pieces: Sequence[Piece], references: Sequence[tuple[str, str]] = (), header: int = 1) -> Document:
    """A document of these pieces: (kind, text), (kind, text, level, label) or, for a table, (rows, spans)."""
    text, blocks, tables = "", [], []
    for piece in pieces:
        start = len(text)
        if isinstance(piece[0], BlockKind):
            kind, body, level, label = (*piece, 0, "")[:4]
            text += f"{body}\n"
            address = ClauseAddress((("条", label[1:-1]),)) if str(label).endswith("条") else None
            blocks.append(Block(kind, start, len(text), int(level), str(label), address))
            continue
        rows, spans = piece
        covered = {(r + down, c + right) for (r, c), (high, wide) in spans.items()
                   for down in range(high) for right in range(wide)} - spans.keys()
        cells = []
        for r, row in enumerate(rows):
            for c, body in enumerate(row):
                if (r, c) not in covered:
                    high, wide = spans.get((r, c), (1, 1))
                    cells.append(Cell(r, c, len(text), len(text) + len(body), high, wide))
                text += body + ("\t" if c < len(row) - 1 else "\n")
        tables.append(Table(start, len(text), len(rows), max(map(len, rows)), header, tuple(cells)))
        blocks.append(Block(K.TABLE, start, len(text)))
    found = tuple(Reference(text.index(mention), text.index(mention) + len(mention), key=key)
                  for mention, key in references)
    return Document(DocumentFacts("k", "标题"), text, tuple(blocks), (), tuple(tables), found)


def annotate(document: Document, quote: str, style: str = "重点", *, id_: str = "", note: str = "",
             tags: tuple[str, ...] = (), mark: Mark = Mark.HIGHLIGHT,
             state: AnchorState = AnchorState.EXACT) -> PlacedAnnotation:
    """An annotation on the first place of `quote`."""
    start = document.text.index(quote)
    anchor = Anchor(start, start + len(quote), quote)
    annotation = Annotation(id_ or quote, "k", "", anchor, style, "2025-01-01T00:00:00.000Z",
                            "2025-01-01T00:00:00.000Z", mark, note, tags)
    placed = Placement(state) if state is AnchorState.ORPHAN else Placement(state, start, start + len(quote))
    return PlacedAnnotation(annotation, "1", placed)


NOTICE: tuple[Piece, ...] = (
    (K.TITLE, "云汀市人民政府办公室"),
    (K.TITLE, "关于印发《云汀市渡口安全管理办法》的通知"),
    (K.NUMBER, "云政办发〔2025〕12号"),
    (K.ADDRESSEE, "各县区人民政府，市人民政府各委、办、局："),
    (K.PARAGRAPH, "《云汀市渡口安全管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。"),
    (K.HEADING, "一、总体要求", 1, "一、"),
    (K.PARAGRAPH, "以渡口安全为重点，落实责任，𠮷田渡口先行先试。"),
    (K.HEADING, "（一）健全机制。各县区要建立渡口安全联席会议制度，明确责任人，每季度至少研究一次渡口安全工作。",
     2, "（一）"),
    (K.ATTACHMENT_NOTE, "附件：渡口名录"),
    (K.SIGNATURE, "云汀市人民政府办公室"),
    (K.DATE, "2025年3月18日"),
    (K.PUBLICITY, "（此件公开发布）"),
    (K.ISSUED_TITLE, "云汀市渡口安全管理办法"),
    (K.HEADING, "第一章 总则", 1, "第一章"),
    (K.PARAGRAPH, "第一条 为了加强渡口安全管理，制定本办法。", 0, "第一条"),
    (K.PARAGRAPH, "第二条 本办法适用于云汀市行政区域内的渡口，依照云政发〔2024〕3号执行。", 0, "第二条"),
    (K.ATTACHMENT_LABEL, "附件"),
    (K.ATTACHMENT_TITLE, "渡口名录"),
    (K.UNIT, "单位：人"),
    ((("县区", "渡口", "客运量", ""), ("", "", "2023年", "2024年"), ("东江县", "𠮷田渡口", "1,200", "1,350"),
      ("", "白沙渡口", "860", "905")), {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (2, 0): (2, 1)}),
    (K.PARAGRAPH, "注：数据为年度累计。"),
)


@pytest.fixture
def notice() -> Document:
    """A notice with the regulation it issues and a table of merged cells."""
    return write(NOTICE, references=[("云政发〔2024〕3号", "云政发〔2024〕3号")], header=2)


@pytest.fixture
def make() -> Callable[..., Document]:
    """`write`."""
    return write


@pytest.fixture
def mark() -> Callable[..., PlacedAnnotation]:
    """`annotate`."""
    return annotate


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DocumentView]:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    yield pane
    pane.clear()


@pytest.fixture
def long(make: Callable[..., Document]) -> Document:
    """Many screens of paragraphs, a table in the middle."""
    paragraphs = [(K.PARAGRAPH, f"第{number}段，" + "渡口安全，𠮷田先行。" * 12) for number in range(400)]
    rows = ([[f"{r}行{c}列" for c in range(4)] for r in range(30)], {})
    return make([(K.TITLE, "长文"), *paragraphs[:200], rows, *paragraphs[200:]])
