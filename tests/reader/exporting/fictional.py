"""A fictional gazette of few documents, built by hand, and annotations on it."""

from __future__ import annotations

from reader.exporting.citations import address_at
from reader.exporting.excerpts import ExcerptDocument
from reader.model.address import ClauseAddress
from reader.model.annotation import Anchor, AnchorState, Annotation, PlacedAnnotation, Placement
from reader.model.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    DocumentFacts,
    DocumentPart,
    IssueFacts,
    PartKind,
    Table,
)
from reader.model.number import DocumentNumber

ISSUE = IssueFacts(title="安澜市人民政府公报", publisher="安澜市人民政府", year=2023, number=2, total=40, id="i1")
NUMBER = DocumentNumber("安政办发", 2023, "7", "安政办发〔2023〕7号")
FACTS = DocumentFacts(
    key=NUMBER.normal, title="安澜市人民政府办公室关于印发安澜市医药储备管理办法的通知", number=NUMBER,
    issuers=("安澜市人民政府办公室",), date="2023-03-09", kind="通知", issued_titles=("安澜市医药储备管理办法",),
    page=12, id="d1", issue_id="i1")

Line = tuple[BlockKind, str, tuple[tuple[str, str], ...], int, str]
_P, _H = BlockKind.PARAGRAPH, BlockKind.HEADING
LINES: tuple[Line, ...] = (
    (BlockKind.TITLE, FACTS.title, (), 0, ""),
    (BlockKind.NUMBER, "安政办发〔2023〕7号", (), 0, ""),
    (_P, "《安澜市医药储备管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。", (), 0, ""),
    (BlockKind.DATE, "2023年3月9日", (), 0, ""),
    (BlockKind.ISSUED_TITLE, "安澜市医药储备管理办法", (), 0, ""),
    (_H, "第一章　总则", (("章", "一"),), 1, "第一章"),
    (_P, "第一条　为了加强本市医药储备管理，制定本办法。", (("章", "一"), ("条", "一")), 0, "第一条"),
    (_H, "第二章　储备", (("章", "二"),), 1, "第二章"),
    (_P, "第二条　承储企业应当建立下列制度：", (("章", "二"), ("条", "二"), ("款", "1")), 0, "第二条"),
    (_P, "（一）入库验收制度；", (("章", "二"), ("条", "二"), ("款", "1"), ("项", "一")), 0, "（一）"),
    (_P, "（二）在库养护制度，药品<有效期>不得少于6个月。",
     (("章", "二"), ("条", "二"), ("款", "1"), ("项", "二")), 0, "（二）"),
    (_P, "承储企业每季度末报送库存情况。", (("章", "二"), ("条", "二"), ("款", "2")), 0, ""),
    (BlockKind.ATTACHMENT_LABEL, "附件1", (), 0, "附件1"),
    (BlockKind.ATTACHMENT_TITLE, "储备品种目录", (), 0, ""),
    (BlockKind.TABLE, "品种\t数量\n=1+1 疫苗\t𠮷200", (), 0, ""),
)
PARTS = ((PartKind.BODY, 4, "", ""), (PartKind.ISSUED, 12, "安澜市医药储备管理办法", ""),
         (PartKind.ATTACHMENT, 15, "储备品种目录", "附件1"))


def document() -> Document:
    """A 通知 that issues a 办法 with two chapters, and a table as its attachment."""
    text, blocks = "", []
    for kind, words, steps, level, label in LINES:
        start = len(text)
        text += words + "\n"
        blocks.append(Block(kind, start, len(text), level, label, ClauseAddress(steps) if steps else None))
    parts, begin = [], 0
    for part_kind, blocks_end, title, label in PARTS:
        end = blocks[blocks_end - 1].end
        parts.append(DocumentPart(part_kind, begin, end, title, label))
        begin = end
    rows = text[blocks[-1].start:].rstrip("\n").split("\n")
    cells, at = [], blocks[-1].start
    for row, line in enumerate(rows):
        for column, cell in enumerate(line.split("\t")):
            cells.append(Cell(row, column, at, at + len(cell)))
            at += len(cell) + 1
    table = Table(blocks[-1].start, blocks[-1].end, 2, 2, 1, tuple(cells), "储备品种", "单位：支")
    return Document(FACTS, text, tuple(blocks), tuple(parts), (table,))


DOCUMENT = document()


def annotation(number: int, quote: str, *, note: str = "", tags: tuple[str, ...] = (), style: str = "重点",
               state: AnchorState = AnchorState.EXACT, author: str = "王", source: str = "0" * 64) -> PlacedAnnotation:
    """An annotation on a quote of the document; with "" on the whole of it."""
    if quote:
        start = DOCUMENT.text.index(quote)
        end = start + len(quote)
        anchor = Anchor(start, end, quote, DOCUMENT.text[max(0, start - 32):start], DOCUMENT.text[end:end + 32],
                        address_at(DOCUMENT, start, end), len("".join(DOCUMENT.text[:start].split())), 0.25)
        placement = Placement(state) if state is AnchorState.ORPHAN else Placement(state, start, end)
    else:
        anchor, placement = None, Placement(AnchorState.EXACT)
    made = Annotation(
        id=f"00000000-0000-4000-8000-{number:012d}", key=FACTS.key, source=source, anchor=anchor, style=style,
        created=f"2024-05-{number:02d}T08:00:00.000Z", modified=f"2024-06-{number:02d}T08:00:00.123Z", note=note,
        tags=tags, author=author)
    return PlacedAnnotation(made, "d1", placement)


ANNOTATIONS = (
    annotation(1, "", note="整份文件的批注"),
    annotation(2, "现印发给你们", style="依据"),
    annotation(3, "制定本办法", note="**目的**条款\n\n- 一\n- 二", tags=("立法", "安全/责任")),
    annotation(4, "（一）入库验收制度；\n（二）在库养护制度", tags=("制度",), style="责任"),
    annotation(5, "药品<有效期>不得少于6个月", note="<script>alert(1)</script> *期限* 与 [链接](javascript:alert(1))",
               style="期限", state=AnchorState.MOVED),
    annotation(6, "=1+1 疫苗\t𠮷200", note="=HYPERLINK(\"x\")", tags=("=2+3",)),
    annotation(7, "承储企业每季度末报送", note="原文已删", state=AnchorState.ORPHAN),
    annotation(8, "库存情况", state=AnchorState.UNCERTAIN),
)
ENTRY = ExcerptDocument(ISSUE, DOCUMENT, ANNOTATIONS)
