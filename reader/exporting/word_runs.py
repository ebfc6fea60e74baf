"""Paragraphs and runs of a Word document written as XML elements: python-docx looks around for each, which takes ten
times as long."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn
from lxml.etree import SubElement

from reader.exporting.note_runs import NoteRun
from reader.exporting.rows import printable

CODE_FONT = "Consolas"
_PROPERTIES, _STYLE, _VALUE = qn("w:pPr"), qn("w:pStyle"), qn("w:val")
_RUN, _RUN_PROPERTIES, _TEXT = qn("w:r"), qn("w:rPr"), qn("w:t")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BETWEEN = {"\n": qn("w:br"), "\t": qn("w:tab")}
_PIECES = re.compile(r"[\n\t]|[^\n\t]+")

Element = Any
"""Elements of python-docx, whose XML classes are untyped."""


def write_style(paragraph: Element, style: str) -> None:
    """Give a paragraph that has no properties yet a style, by its id."""
    SubElement(SubElement(paragraph, _PROPERTIES), _STYLE).set(_VALUE, style)


def write_run(paragraph: Element, words: str) -> Element:
    """Write words at the end of a paragraph; the run they make. Line feeds and tabs are breaks and tabs."""
    run = SubElement(paragraph, _RUN)
    _write_words(run, words)
    return run


def write_note_run(paragraph: Element, run: NoteRun) -> None:
    """Write a run of a note at the end of a paragraph, as it looks there."""
    element = SubElement(paragraph, _RUN)
    if run.bold or run.italic or run.struck or run.code or run.raised or run.lowered:
        properties = SubElement(element, _RUN_PROPERTIES)
        # In the order of the schema (ECMA-376 §17.3.2.28).
        if run.code:
            fonts = SubElement(properties, qn("w:rFonts"))
            for name in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{name}"), CODE_FONT)
        for name, wanted in (("b", run.bold), ("i", run.italic), ("strike", run.struck)):
            if wanted:
                SubElement(properties, qn(f"w:{name}"))
        if run.raised or run.lowered:
            SubElement(properties, qn("w:vertAlign")).set(_VALUE, "superscript" if run.raised else "subscript")
    _write_words(element, run.words)


def _write_words(run: Element, words: str) -> None:
    for piece in _PIECES.findall(printable(words)):
        if piece in _BETWEEN:
            SubElement(run, _BETWEEN[piece])
        else:
            element = SubElement(run, _TEXT)
            element.set(_SPACE, "preserve")
            element.text = piece
