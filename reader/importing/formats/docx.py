"""A Word document (.docx) becomes lines: paragraphs with their numbers as text, tables, notes and text boxes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

from lxml.etree import _Element

from reader.importing.formats import docx_inserted
from reader.importing.formats.docx_numbering import W
from reader.importing.formats.docx_paragraph import ALTERNATIVES, Paragraph, ParagraphReader, chosen
from reader.importing.formats.docx_table import Cell, is_frame, rows_of
from reader.importing.formats.package import MEGABYTE, Package
from reader.importing.source import Source, SourceCell, SourceLine, SourceTable, visible
from reader.model.errors import UserError
from reader.model.report import Doubt, Removal, Repair

LIMIT = 500 * MEGABYTE
_MOST_PARAGRAPHS = 250_000  # and breaks of lines; a whole year of a gazette has a tenth of it
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = re.compile(r"/officeDocument$")


def read(data: bytes, name: str, limit: int = LIMIT, depth: int = 0) -> Source:
    """Read a Word document.

    The decoded source is all its text in reading order, a line for each line, then headers and footers, deleted and
    hidden text where it stood. Automatic numbers are no part of it; they are repairs of kind "list_number".

    Args:
        limit: bytes that may be unpacked; depth: how many documents this one is inserted in.

    Raises:
        UserError: file.broken, file.encrypted, file.too_large; file.empty when it holds no text, file.pictures when it
            holds pictures only, file.unfolds when it holds more than a gazette can.
    """
    package = Package(data, name, limit)
    main = _main_part(package, name)
    root = package.xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise UserError("file.broken", path=name)
    if sum(1 for _ in body.iter(f"{W}p", f"{W}br")) > _MOST_PARAGRAPHS:
        raise UserError("file.unfolds", path=name)
    document = _Document(package, main, depth)
    document.blocks(body)
    document.asides()
    source = document.source()
    if not visible(source.decoded):
        pictures = sum(member.filename.startswith("word/media/") for member in package.members)
        raise UserError("file.pictures", path=name, count=pictures) if pictures else UserError("file.empty", path=name)
    return source


def _main_part(package: Package, name: str) -> str:
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if _MAIN.search(relation.get("Type") or ""):
            return (relation.get("Target") or "").lstrip("/")
    if package.has("word/document.xml"):
        return "word/document.xml"
    raise UserError("file.broken", path=name)


class _Document:
    """Gathers the lines of one document."""

    def __init__(self, package: Package, main: str, depth: int) -> None:
        self._package = package
        self._depth = depth
        self._folder = posixpath.dirname(main)
        self._relations = self._related(main)
        self._reader = ParagraphReader(self._part("styles"), self._part("numbering"))
        self._notes = {kind: self._note_bodies(kind) for kind in ("footnote", "endnote")}
        self._asides: dict[str, str] = {}  # part of a header or footer → "header" or "footer"
        self._decoded: list[str] = []
        self._lines: list[SourceLine] = []
        self._removals: list[Removal] = []
        self._repairs: list[Repair] = []
        self._doubts: list[Doubt] = []
        self._page_break = False
        self._joined: Paragraph | None = None  # a paragraph whose mark was deleted: it runs on into the next

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id → (kind, path of the target)."""
        folder, file = posixpath.split(part)
        root = self._package.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            target = relation.get("Target") or ""
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id") or ""] = (posixpath.basename(relation.get("Type") or ""), path)
        return found

    def _part(self, kind: str) -> _Element | None:
        path = next((path for found, path in self._relations.values() if found == kind), "")
        return self._package.xml(path) if path else None

    def _note_bodies(self, kind: str) -> dict[str, _Element]:
        root = self._part(f"{kind}s")
        if root is None:
            return {}
        return {note.get(f"{W}id", ""): note for note in root.iter(f"{W}{kind}")
                if note.get(f"{W}type", "normal") == "normal"}

    def blocks(self, parent: _Element, marked: str = "") -> None:
        """Take the paragraphs and tables of a body, a text box, a note."""
        for block in parent:
            if block.tag == f"{W}p":
                self._paragraph(block, marked)
            elif block.tag == f"{W}tbl":
                self._table(block, marked)
            elif block.tag == f"{W}sectPr":
                self._section(block)
            elif block.tag == f"{W}altChunk":
                self._insert(docx_inserted.read_chunk(block, self._relations, self._package, self._depth))
            elif block.tag == ALTERNATIVES:
                for inner in chosen(block):
                    self.blocks(inner, marked)
            elif isinstance(block.tag, str) and not block.tag.endswith(("}sdtPr", "}sdtEndPr")):
                self.blocks(block, marked)  # content controls, insertions

    def _section(self, properties: _Element) -> None:
        for kind in ("header", "footer"):
            for reference in properties.iter(f"{W}{kind}Reference"):
                path = self._relations.get(reference.get(f"{_R}id", ""), ("", ""))[1]
                if path:
                    self._asides.setdefault(path, kind)
        form = properties.find(f"{W}type")
        self._page_break = form is None or form.get(f"{W}val") not in ("continuous", "nextColumn")

    def _paragraph(self, element: _Element, marked: str) -> None:
        paragraph = self._reader.read(element)
        if self._joined is not None:
            paragraph, self._joined = self._joined.followed_by(paragraph), None
        if paragraph.mark_deleted:
            self._joined = paragraph
            return
        self._take(paragraph, marked)
        self._inserted_in(element, marked)
        for properties in element.iterfind(f"{W}pPr/{W}sectPr"):
            self._section(properties)

    def _insert(self, inserted: docx_inserted.Inserted) -> None:
        """Take the lines of an inserted file as if they stood here."""
        offset = len(self._decoded)
        source = inserted.source
        if source is None:
            self._doubts.append(Doubt("docx.inserted", max(offset, 1), {"name": inserted.name}))
            return
        self._decoded += source.decoded.split("\n")
        self._lines += [replace(line, line=line.line + offset) for line in source.lines]
        self._removals += [replace(one, line=one.line + offset if one.line else 0) for one in source.removals]
        self._repairs += [replace(one, line=one.line + offset) for one in source.repairs]
        self._doubts += [replace(one, line=one.line + offset) for one in source.doubts]

    def _inserted_in(self, element: _Element, marked: str) -> None:
        """Take the diagrams of a paragraph; what cannot be read in it is a doubt."""
        if next(element.iter(f"{W}drawing", f"{W}object"), None) is None:
            return
        for text in docx_inserted.diagram_lines(element, self._relations, self._package):
            self._decoded.append(text)
            self._lines.append(SourceLine(text, len(self._decoded), whole=True, marked=marked))
        line = max(len(self._decoded), 1)
        self._doubts += [Doubt("docx.embedded", line, {"name": name})
                         for name in docx_inserted.objects(element, self._relations)]
        if docx_inserted.has_large_picture(element):
            self._doubts.append(Doubt("docx.picture", line))

    def _take(self, paragraph: Paragraph, marked: str) -> None:
        """Make lines of a paragraph, then of the boxes and notes that hang on it."""
        first = True
        for line in paragraph.lines:
            number = len(self._decoded) + 1
            self._decoded.append(line.raw)
            self._removals += [Removal(kind, text, number) for kind, text in line.removals]
            self._repairs += [Repair(kind, before, after, number) for kind, before, after in line.repairs]
            if visible(line.raw) and not visible(line.text):
                continue  # all of it was deleted or hidden
            style = paragraph.style
            self._lines.append(SourceLine(
                text=line.text, line=number, heading=style.heading, bold=line.bold,
                centered=style.alignment in ("center", "distribute"), right=style.alignment in ("right", "end"),
                whole=len(paragraph.lines) == 1, bullet=paragraph.bullet and first,
                page_break=line.page_break or (first and (self._page_break or style.page_break)),
                column_break=line.column_break, marked=marked))
            if visible(line.text):
                self._page_break = False
            first = False
        self._page_break = self._page_break or paragraph.ends_page
        for box in paragraph.boxes:
            self.blocks(box, marked)
        for kind, note in paragraph.notes:
            if (body := self._notes[kind].pop(note, None)) is not None:
                self.blocks(body, "footnote")
        for kind, note in paragraph.deleted_notes:
            if (body := self._notes[kind].pop(note, None)) is not None:
                self._set_aside(body, "tracked_deletion")

    def _table(self, element: _Element, marked: str) -> None:
        rows = rows_of(element, self._reader)
        if is_frame(rows):
            for row in rows:
                for cell in row:
                    for paragraph in cell.paragraphs:
                        self._take(paragraph, marked)
            return
        start = len(self._decoded) + 1
        built: list[tuple[SourceCell, ...]] = []
        anchored: list[Paragraph] = []
        for row in rows:
            number = len(self._decoded) + 1
            self._decoded.append("\t".join(cell.raw for cell in row))
            cells: list[SourceCell] = []
            for cell in row:
                self._record(cell, number)
                anchored += [paragraph for paragraph in cell.paragraphs if paragraph.boxes or paragraph.notes]
                if not cell.covered:
                    cells.append(SourceCell(cell.text, cell.row_span, cell.column_span, cell.header))
            built.append(tuple(cells))
        self._lines.append(SourceLine("", start, whole=True, page_break=self._page_break, marked=marked,
                                      table=SourceTable(tuple(built))))
        self._page_break = False
        for paragraph in anchored:
            paragraph.lines.clear()
            self._take(paragraph, marked)

    def _record(self, cell: Cell, number: int) -> None:
        if cell.covered and visible(cell.text):
            self._removals.append(Removal("hidden_text", cell.text, number))
        for paragraph in cell.paragraphs:
            for line in paragraph.lines:
                self._removals += [Removal(kind, text, number) for kind, text in line.removals]
                self._repairs += [Repair(kind, before, after, number) for kind, before, after in line.repairs]

    def asides(self) -> None:
        """Take headers, footers and comments, which are no text of the document, as removals; so notes that nothing
        refers to, which Word does not show."""
        if self._joined is not None:
            joined, self._joined = self._joined, None
            self._take(joined, "")
        for bodies in self._notes.values():
            for note in [*bodies.values()]:
                before = len(self._decoded)
                self._set_aside(note, "hidden_text")
                if len(self._decoded) > before:
                    self._doubts.append(Doubt("docx.note", before + 1))
        for path, kind in self._asides.items():
            root = self._package.xml(path)
            if root is not None:
                self._set_aside(root, "running_head" if kind == "header" else "running_foot")
        comments = self._part("comments")
        if comments is not None:
            self._set_aside(comments, "comment")

    def _set_aside(self, root: _Element, kind: str) -> None:
        for element in root.iter(f"{W}p"):
            for line in self._reader.read(element, counting=False).lines:
                if not visible(line.raw):
                    continue
                self._decoded.append(line.raw)
                number = len(self._decoded)
                is_page = re.fullmatch(r"[-—–·\s第页共]*\d*[-—–·\s第页共/\d]*", line.raw) is not None
                self._removals.append(Removal("page_number" if is_page else kind, line.raw, number))

    def source(self) -> Source:
        """All that was gathered."""
        return Source(tuple(self._lines), "\n".join(self._decoded), "docx",
                      "", tuple(self._removals), tuple(self._repairs), tuple(self._doubts))
