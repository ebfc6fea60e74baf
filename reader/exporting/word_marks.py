"""Highlights and notes in a Word document."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from datetime import UTC, datetime

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml.etree import SubElement

from reader.exporting.note_runs import NoteRun, note_paragraphs
from reader.exporting.rows import printable
from reader.exporting.word_runs import write_note_run
from reader.model.annotation import Annotation, Mark, Style

_HUES: tuple[tuple[WD_COLOR_INDEX, int], ...] = (
    (WD_COLOR_INDEX.YELLOW, 55), (WD_COLOR_INDEX.BRIGHT_GREEN, 115), (WD_COLOR_INDEX.TURQUOISE, 190),
    (WD_COLOR_INDEX.PINK, 300),
)
"""Word's light highlight colours by hue in degrees; greys are GRAY_25. Its others are for white text."""
_NEAR = 25
"""Degrees in which a colour passes for another."""
_GREY = 0.15
_UNKNOWN = WD_COLOR_INDEX.YELLOW


class Highlights:
    """Word has five light highlight colours: a style gets the one that is like its own and still free; any other is
    drawn as shading, in its own colour. So no two styles look alike, and black text can be read on all."""

    def __init__(self, styles: Sequence[Style]) -> None:
        self._colours: dict[str, WD_COLOR_INDEX] = {}
        self._shades: dict[str, str] = {}
        for style in styles:
            colour = self._like(style)
            if colour is None:
                self._shades[style.name] = style.light.removeprefix("#").upper()
            else:
                self._colours[style.name] = colour

    def _like(self, style: Style) -> WD_COLOR_INDEX | None:
        red, green, blue = (int(style.light[at:at + 2], 16) / 255 for at in (1, 3, 5))
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
        free = [one for one in _HUES if one[0] not in self._colours.values()]
        if saturation < _GREY:
            return WD_COLOR_INDEX.GRAY_25 if WD_COLOR_INDEX.GRAY_25 not in self._colours.values() else None
        degrees = hue * 360
        near = [(min(abs(own - degrees), 360 - abs(own - degrees)), colour) for colour, own in free]
        distance, colour = min(near, default=(360.0, None), key=lambda one: one[0])
        return colour if distance <= _NEAR else None

    def draw(self, run: Run, annotation: Annotation) -> None:
        """Mark a run as its annotation is drawn."""
        if annotation.mark is Mark.UNDERLINE:
            run.font.underline = True
        elif shade := self._shades.get(annotation.style):
            properties = run._r.get_or_add_rPr()  # python-docx has no property for shading
            for old in properties.findall(qn("w:shd")):
                properties.remove(old)
            shading = SubElement(properties, qn("w:shd"))
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", shade)):
                shading.set(qn(f"w:{name}"), value)
        else:
            run.font.highlight_color = self._colours.get(annotation.style, _UNKNOWN)


class Comments:
    """The notes of annotations as the comments of a document; `unnamed` wrote those without an author."""

    def __init__(self, document: Document, unnamed: str) -> None:
        self._unnamed = unnamed
        self._comments = document.part._comments_part.element  # python-docx counts all of them for each new one
        self._next = 0

    def add(self, first: Run, last: Run, annotation: Annotation, *further: str) -> None:
        """Hang the note of an annotation on the runs from first to last, with its author and when it was changed.

        Args:
            further: lines below the note.
        """
        author = printable(annotation.author) or self._unnamed
        comment = SubElement(self._comments, qn("w:comment"))
        moment = datetime.fromisoformat(annotation.modified).astimezone(UTC)
        for name, value in (("id", str(self._next)), ("author", author), ("initials", author[:1]),
                            ("date", moment.strftime("%Y-%m-%dT%H:%M:%SZ"))):
            comment.set(qn(f"w:{name}"), value)
        paragraphs = [*note_paragraphs(annotation.note), *((NoteRun(line),) for line in further)]
        for number, runs in enumerate(paragraphs):
            paragraph = SubElement(comment, qn("w:p"))
            SubElement(SubElement(paragraph, qn("w:pPr")), qn("w:pStyle")).set(qn("w:val"), "CommentText")
            if number == 0:
                SubElement(SubElement(paragraph, qn("w:r")), qn("w:annotationRef"))
            for run in runs:
                write_note_run(paragraph, run)
        first.mark_comment_range(last, self._next)
        self._next += 1
