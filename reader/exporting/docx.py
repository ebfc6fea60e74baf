"""Annotations as a Word document in 公文 form: quotes highlighted, notes as Word comments, headings as real styles."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.table import CT_Tbl
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reader.exporting.excerpts import Excerpt, ExcerptDocument, Section, quote_lines, sections, source_line
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.official_form import CELL_STYLE, LEVELS, NUMBER_STYLE, SOURCE_STYLE, TEXT_WIDTH, new_document
from reader.exporting.rows import printable
from reader.exporting.word_marks import Comments, Highlights
from reader.exporting.word_runs import write_run, write_style
from reader.model.annotation import DEFAULT_STYLES, AnchorState, Style


def docx(entries: Sequence[ExcerptDocument], *, order: str = "text", title: str = "",
         styles: Sequence[Style] = DEFAULT_STYLES, sources: bool = True, labels: Labels = CHINESE) -> bytes:
    """The annotations as a .docx file.

    Args:
        order: see `excerpts.sections`.
        sources: end with a list of the documents cited.
    """
    title = title or labels("title")
    writer = _Writer(new_document(title), styles, labels)
    writer.paragraph(title, "Title")
    for section in sections(entries, order, styles, labels):
        writer.section(section)
    if sources and entries:
        writer.sources(entries)
    out = io.BytesIO()
    writer.document.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, document: Document, styles: Sequence[Style], labels: Labels) -> None:
        self._labels = labels
        self.document = document
        self._style_ids = {style.name: style.style_id for style in document.styles}
        self._highlights = Highlights(styles)
        self._comments = Comments(document, labels("program"))
        self._end = document.element.body.sectPr

    def paragraph(self, words: str, style: str = "") -> Paragraph:
        """A new paragraph at the end; with "" in the style of the body."""
        # Before the section's properties, which close the body: python-docx looks through all of it for them.
        element = OxmlElement("w:p")
        self._end.addprevious(element)
        if style:
            # By id: by name python-docx reads all styles for each paragraph.
            write_style(element, self._style_ids[style])
        if words:
            write_run(element, words)
        return Paragraph(element, self.document._body)  # type: ignore[arg-type]  # its XML classes are untyped

    def section(self, section: Section) -> None:
        # Its runs now: each comment on them adds another, and looking through those again and again takes minutes.
        heading = self._heading(section.title, 1).runs
        if section.subtitle:
            self.paragraph(section.subtitle, NUMBER_STYLE)
        shown: tuple[str, ...] = ()
        lost = False
        for one in section.excerpts:
            if section.by_headings and not one.located and not lost:
                lost = True
                self._heading(self._labels("lost"), 2)
            if section.by_headings and one.located:
                self._headings(shown, one.headings)
                shown = one.headings
            self._excerpt(one, heading if section.by_headings else ())

    def _headings(self, shown: tuple[str, ...], headings: tuple[str, ...]) -> None:
        for depth in range(len(headings)):
            if shown[:depth + 1] != headings[:depth + 1]:
                self._heading(headings[depth], 2 + depth)

    def _heading(self, words: str, level: int) -> Paragraph:
        return self.paragraph(words, f"Heading {min(level, LEVELS)}")

    def _excerpt(self, one: Excerpt, title: Sequence[Run]) -> None:
        # A note on the whole document hangs on its title; where sections are no documents, on a line of its own.
        runs = self._quote(one) or title or self.paragraph(one.entry.document.facts.title).runs
        if one.annotation.note.strip() and runs:
            self._comments.add(runs[0], runs[-1], one.annotation)
        self.paragraph(f"{one.citation}　{_facts(one, self._labels)}", SOURCE_STYLE)

    def _quote(self, one: Excerpt) -> list[Run]:
        """Write the quote as paragraphs, or as a table where it is rows of one; its runs in order."""
        lines = [line for line in one.quote.split("\n") if line.strip()]
        if lines and all("\t" in line for line in lines):
            return self._table(one, [line.split("\t") for line in lines])
        runs = [self.paragraph(line).runs[0] for line in quote_lines(printable(one.quote))]
        for run in runs:
            self._highlights.draw(run, one.annotation)
        return runs

    def _table(self, one: Excerpt, rows: list[list[str]]) -> list[Run]:
        # Not by python-docx's own way, which looks through the whole document for each table.
        element = CT_Tbl.new_tbl(len(rows), max(len(row) for row in rows), TEXT_WIDTH)
        element.tblStyle_val = self._style_ids["Table Grid"]
        self._end.addprevious(element)
        table = Table(element, self.document)
        runs = []
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, words in zip(cells.cells, row, strict=False):
                paragraph = cell.paragraphs[0]
                write_style(paragraph._p, self._style_ids[CELL_STYLE])
                run = Run(write_run(paragraph._p, words.strip()), paragraph)
                self._highlights.draw(run, one.annotation)
                runs.append(run)
        return runs

    def sources(self, entries: Sequence[ExcerptDocument]) -> None:
        """The list of the documents cited, none twice."""
        self._heading(self._labels("sources"), 1)
        cited = dict.fromkeys(source_line(entry) for entry in entries)
        for number, citation in enumerate(cited, 1):
            self.paragraph(f"{number}. {citation}")


def _facts(one: Excerpt, labels: Labels) -> str:
    """Style, tags, state and author in brackets: colour alone would say nothing in print."""
    facts = [one.style, *(f"#{tag}" for tag in one.annotation.tags)]
    if one.state is not AnchorState.EXACT:
        facts.append(labels.state(one.state))
    if one.annotation.author:
        facts.append(one.annotation.author)
    return f"[{' · '.join(facts)}]"
