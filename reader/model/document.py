"""A document of a gazette: one canonical text, blocks that tile it, and facts about it.

All ranges are code points on the text of the part that holds them, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.address import ClauseAddress
from reader.model.number import DocumentNumber


class BlockKind(StrEnum):
    """What a block is. Every kind but TABLE is one paragraph that ends with a line feed."""

    RED_HEAD = "red_head"  # 发文机关标志, such as 长治市人民政府文件
    TITLE = "title"
    NUMBER = "number"  # 发文字号
    ADDRESSEE = "addressee"  # 主送机关
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"  # an item without a place in the heading tree; rows of person lists
    TABLE = "table"
    CAPTION = "caption"  # of a table
    UNIT = "unit"  # 单位：公顷
    ATTACHMENT_NOTE = "attachment_note"  # 附件说明 under the body
    SIGNATURE = "signature"
    DATE = "date"  # 成文日期
    PUBLICITY = "publicity"  # （此件公开发布）
    ISSUED_TITLE = "issued_title"  # title of the text that a notice issues
    ATTACHMENT_LABEL = "attachment_label"  # 附件 1
    ATTACHMENT_TITLE = "attachment_title"
    BOX_TITLE = "box_title"  # 专栏1 …
    INNER_CONTENTS = "inner_contents"  # a contents list inside a document
    IMPRINT = "imprint"  # 印发机关、印发日期、抄送
    MASTHEAD = "masthead"
    CONTENTS = "contents"
    SECTION = "section"  # 市政府文件 >>>
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a part's text. The blocks of a part tile its text without gap or overlap.

    Attributes:
        kind: what it is.
        start, end: range on the text; the last character is a line feed.
        level: for headings 1 (outermost) and deeper; 0 elsewhere.
        label: the printed label of a heading or item without what follows it (一、 · （一） · 第三条 · 附件1), else "".
        address: clause address, or None where the document has no clauses here.
        line: first line of the source it comes from, 1-based.
        line_end: last line of the source it comes from, 1-based, inclusive.
        heading_end: for a PARAGRAPH that opens with its own heading（（一）明确范围。正文……）the end of that heading,
            on the part's text, before the mark that closes it; such a block has `level` and `label` and is in the
            outline. 0 for all others, real headings too.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    label: str = ""
    address: ClauseAddress | None = None
    line: int = 0
    line_end: int = 0
    heading_end: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `start`/`end` are on the part's text, without the separator after it.

    In the text the cells of a row are separated by a tab and rows end with a line feed. A cell that is covered by a
    span of another is still in the text (empty), and has no `Cell` of its own.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its continuations joined. Its range equals that of its TABLE block.

    Attributes:
        header_rows: how many of the first rows are the header (0 where unknown).
    """

    start: int
    end: int
    rows: int
    columns: int
    header_rows: int
    cells: tuple[Cell, ...]
    caption: str = ""
    unit: str = ""


class PartKind(StrEnum):
    """What a stretch of a document is."""

    BODY = "body"  # the document itself; for a 通知 that issues a text, the notice
    ISSUED = "issued"  # the text it issues
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """Body, issued text or attachment body: a range of whole blocks. The parts of a document tile its text."""

    kind: PartKind
    start: int
    end: int
    title: str = ""
    label: str = ""  # 附件1


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment a document names. `found` tells whether its body stands in the document too."""

    title: str
    label: str = ""
    found: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another document or clause in running text.

    Attributes:
        title: what stands inside 《》, or "".
        key: the normalised number mentioned, or "".
        address: the clause mentioned, or None.
    """

    start: int
    end: int
    title: str = ""
    key: str = ""
    address: ClauseAddress | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known about a document without its text: enough for a tree, a list, a citation.

    Attributes:
        id: opaque id in the library; "" before it is stored.
        issue_id: id of the issue it stands in; "" before it is stored.
        ordinal: place among the documents of its issue, from 0.
        key: identity across editions: the normal form of the number, else a hash of issuer, title and date.
        title: the body's title joined, without spaces and breaks from line wraps.
        issuers: issuing bodies, one or more; empty where unknown.
        date: 成文日期 as ISO 8601 (2022-09-13), or None.
        kind: 通知 批复 意见 办法 … 人事任免 大事记; "" where unknown.
        issued_titles: titles of the texts this document issues.
        page: page in the printed issue by its contents list, or None.
        characters: code points of the text that are not white space.
        corrected: whether a correction of the user has changed it.
    """

    key: str
    title: str
    number: DocumentNumber | None = None
    issuers: tuple[str, ...] = ()
    addressee: str = ""
    section: str = ""
    signature: tuple[str, ...] = ()
    date: str | None = None
    publicity: str = ""
    kind: str = ""
    issued_titles: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    page: int | None = None
    characters: int = 0
    articles: int = 0
    table_count: int = 0
    ordinal: int = 0
    id: str = ""
    issue_id: str = ""
    corrected: bool = False

    @property
    def issuer(self) -> str:
        """The issuing bodies as one string, joined with a space as gazettes print them."""
        return " ".join(self.issuers)


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its text. Paragraphs end with a line feed, so does the text."""

    facts: DocumentFacts
    text: str
    blocks: tuple[Block, ...]
    parts: tuple[DocumentPart, ...] = ()
    tables: tuple[Table, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """What stands in an issue outside its documents: cover and masthead, contents, section heads, back matter."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the issue's own contents list. `number` is the normal form or ""."""

    title: str
    section: str = ""
    number: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What is known about an issue without its text. A file that is no gazette issue has publisher, year, number None.

    Attributes:
        title: 长治市人民政府公报; for a file that is no issue the title of its first document, else the file's name.
        year, number, total: 年, 期, 总期.
        date: publication date, ISO 8601, or None.
        period: 双月刊 …, or "".
        organizer: 主办单位, or "".
        source: sha256 of the file it came from, lower-case hexadecimal.
        source_name: the file's name.
    """

    title: str
    publisher: str | None = None
    year: int | None = None
    number: int | None = None
    total: int | None = None
    date: str | None = None
    period: str = ""
    organizer: str = ""
    sections: tuple[str, ...] = ()
    source: str = ""
    source_name: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """A file of a gazette, whole: its parts in reading order, documents and what stands between them."""

    facts: IssueFacts
    parts: tuple[Document | Matter, ...]
    contents: tuple[ContentsEntry, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents in reading order."""
        return tuple(part for part in self.parts if isinstance(part, Document))

    @property
    def text(self) -> str:
        """Everything kept of the file, in its order."""
        return "".join(part.text for part in self.parts)
