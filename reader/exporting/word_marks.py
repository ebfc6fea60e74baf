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

from reader.exporting.rows import printable
from reader.model.annotation import Annotation, Mark, Style

_HUES: tuple[tuple[WD_COLOR_INDEX, int], ...] = (
    (WD_COLOR_INDEX.RED, 0), (WD_COLOR_INDEX.DARK_YELLOW, 30), (WD_COLOR_INDEX.YELLOW, 55),
    (WD_COLOR_INDEX.BRIGHT_GREEN, 115), (WD_COLOR_INDEX.TEAL, 178), (WD_COLOR_INDEX.TURQUOISE, 190),
    (WD_COLOR_INDEX.PINK, 300),
)
"""Word's highlight colours on which black text can be read, by hue in degrees; greys are GRAY_25."""
_GREY = 0.15


class Highlights:
    """Word knows fifteen highlight colours only: each style gets the nearest, no two of the first eight the same."""

    def __init__(self, styles: Sequence[Style]) -> None:
        self._colours: dict[str, WD_COLOR_INDEX] = {}
        for style in styles:
            self._colours[style.name] = self._nearest(style)

    def _nearest(self, style: Style) -> WD_COLOR_INDEX:
        red, green, blue = (int(style.light[at:at + 2], 16) / 255 for at in (1, 3, 5))
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
        if saturation < _GREY:
            return WD_COLOR_INDEX.GRAY_25
        degrees = hue * 360
        free = [one for one in _HUES if one[0] not in self._colours.values()] or list(_HUES)
        return min(free, key=lambda one: min(abs(one[1] - degrees), 360 - abs(one[1] - degrees)))[0]

    def draw(self, run: Run, annotation: Annotation) -> None:
        """Mark a run as its annotation is drawn."""
        if annotation.mark is Mark.UNDERLINE:
            run.font.underline = True
        else:
            run.font.highlight_color = self._colours.get(annotation.style, WD_COLOR_INDEX.YELLOW)


class Comments:
    """The notes of annotations as the comments of a document."""

    def __init__(self, document: Document) -> None:
        self._comments = document.part._comments_part.element  # python-docx counts all of them for each new one
        self._next = 0

    def add(self, first: Run, last: Run, annotation: Annotation, *further: str) -> None:
        """Hang the note of an annotation on the runs from first to last, with its author and when it was changed.

        Args:
            further: lines below the note.
        """
        author = printable(annotation.author) or "邸报"
        comment = SubElement(self._comments, qn("w:comment"))
        moment = datetime.fromisoformat(annotation.modified).astimezone(UTC)
        for name, value in (("id", str(self._next)), ("author", author), ("initials", author[:1]),
                            ("date", moment.strftime("%Y-%m-%dT%H:%M:%SZ"))):
            comment.set(qn(f"w:{name}"), value)
        lines = (*annotation.note.strip().splitlines(), *further)
        for number, line in enumerate(map(printable, lines)):
            paragraph = SubElement(comment, qn("w:p"))
            SubElement(SubElement(paragraph, qn("w:pPr")), qn("w:pStyle")).set(qn("w:val"), "CommentText")
            if number == 0:
                SubElement(SubElement(paragraph, qn("w:r")), qn("w:annotationRef"))
            words = SubElement(SubElement(paragraph, qn("w:r")), qn("w:t"))
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            words.text = line
        first.mark_comment_range(last, self._next)
        self._next += 1
