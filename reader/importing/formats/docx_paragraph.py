"""A paragraph of a Word document becomes lines, with what was numbered, raised, deleted or hidden in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from reader.importing.formats import latex
from reader.importing.formats.docx_numbering import Numbering, W
from reader.importing.formats.docx_styles import ParagraphStyle, Styles, is_on
from reader.importing.source import visible

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = f"{_MC}AlternateContent"
_TRANSPARENT = frozenset(W + name for name in (
    "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir", "rubyBase"))
_NOTE_REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")
# Symbol fonts keep their pictures in the private use area; these are the ones official texts use.
_SYMBOLS = {"F0A3": "□", "F0A8": "□", "F06F": "□", "F052": "☑", "F0FE": "☑", "F0FC": "✓", "F0FB": "✗", "F06C": "●",
            "F06E": "■", "F075": "◆", "F0D8": "➢", "F0B7": "·", "F0B4": "×", "F0B0": "°", "F0A7": "▪", "F0B1": "±",
            "F0A3 Symbol": "≤", "F0B3": "≥"}


@dataclass(slots=True)
class ParagraphLine:
    """A line of a paragraph. `raw` is the text of the file; `text` is what is shown; the rest says how they differ."""

    raw: str = ""
    text: str = ""
    bold: bool = False
    page_break: bool = False
    column_break: bool = False
    removals: list[tuple[str, str]] = field(default_factory=list)
    repairs: list[tuple[str, str, str]] = field(default_factory=list)
    plain: int = 0  # visible characters that are not bold


@dataclass(slots=True)
class Paragraph:
    """A paragraph as lines (more than one where it has line breaks).

    Attributes:
        boxes: bodies of text boxes anchored in it; notes: ("footnote" or "endnote", id) referred to in it;
            deleted_notes: those referred to in what was deleted.
        mark_deleted: its paragraph mark is a tracked deletion.
        ends_page: a page break stands at its end.
    """

    style: ParagraphStyle
    lines: list[ParagraphLine]
    bullet: bool = False
    boxes: list[_Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    mark_deleted: bool = False
    ends_page: bool = False
    deleted_notes: list[tuple[str, str]] = field(default_factory=list)

    def followed_by(self, other: Paragraph) -> Paragraph:
        """This paragraph and the next as one, its mark gone."""
        last, first = self.lines[-1], other.lines[0]
        joined = ParagraphLine(
            last.raw + first.raw, last.text + first.text, last.bold and first.bold, last.page_break, last.column_break,
            last.removals + first.removals, last.repairs + first.repairs)
        return Paragraph(self.style,
                         [*self.lines[:-1], joined, *other.lines[1:]], self.bullet, self.boxes + other.boxes,
                         self.notes + other.notes, other.mark_deleted, other.ends_page,
                         self.deleted_notes + other.deleted_notes)


class ParagraphReader:
    """Reads the paragraphs of one document in order; it counts their numbers."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        self._styles = Styles(styles)
        self._numbering = Numbering(numbering)
        self._note_numbers: dict[tuple[str, str], int] = {}

    def read(self, element: _Element, *, counting: bool = True) -> Paragraph:
        """Read a `w:p`. With `counting` off its automatic number is left out (headers, comments)."""
        properties = element.find(f"{W}pPr")
        paragraph = Paragraph(self._styles.of(properties), [ParagraphLine()])
        paragraph.mark_deleted = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        for child in element:
            self._inline(child, paragraph)
        last = paragraph.lines[-1]
        if last.page_break and not last.raw:
            paragraph.ends_page = True
            if len(paragraph.lines) > 1:
                paragraph.lines.pop()
            else:
                last.page_break = False
        if counting:
            self._number(paragraph)
        for line in paragraph.lines:
            line.bold = bool(visible(line.text)) and not line.plain
        return paragraph

    def _number(self, paragraph: Paragraph) -> None:
        style = paragraph.style
        text = "".join(line.text for line in paragraph.lines)
        if not style.number or not visible(text):
            return
        level = style.level if style.level >= 0 else self._numbering.level_of_style(style.number, style.name)
        if self._numbering.is_bullet(style.number, level):
            paragraph.bullet = True
            return
        label = self._numbering.next_label(style.number, level, text.lstrip())
        if visible(label):
            first = next(line for line in paragraph.lines if visible(line.text))
            first.text = label + first.text.lstrip()
            first.repairs.insert(0, ("list_number", "", label.strip()))

    def _inline(self, element: _Element, paragraph: Paragraph) -> None:
        tag = element.tag
        if tag == f"{W}r":
            self._run(element, paragraph)
        elif tag in _TRANSPARENT:
            for child in element:
                self._inline(child, paragraph)
        elif tag in (f"{W}del", f"{W}moveFrom"):
            text = "".join(text.text or "" for text in element.iter(f"{W}delText", f"{W}t"))
            _remove(paragraph, "tracked_deletion" if tag == f"{W}del" else "tracked_move", text)
            paragraph.deleted_notes += [_note_of(reference) for reference in element.iter(*_NOTE_REFERENCES)]
        elif tag in (f"{_M}oMath", f"{_M}oMathPara"):
            self._math(element, paragraph, "")
        elif tag == ALTERNATIVES:
            for child in chosen(element):
                self._inline(child, paragraph)

    def _math(self, element: _Element | None, paragraph: Paragraph, script: str) -> None:
        for child in element if element is not None else ():
            if child.tag == f"{_M}t":
                _add(paragraph, child.text or "", bold=False, script=script)
            elif child.tag == f"{_M}f":
                self._math(child.find(f"{_M}num"), paragraph, script)
                _insert(paragraph, "latex", "/")
                self._math(child.find(f"{_M}den"), paragraph, script)
            elif isinstance(child.tag, str):
                if child.tag == f"{_M}rad":
                    _insert(paragraph, "latex", "√")
                inner = {f"{_M}sup": "superscript", f"{_M}sub": "subscript"}.get(child.tag, script)
                self._math(child, paragraph, inner)

    def _run(self, run: _Element, paragraph: Paragraph) -> None:
        properties = run.find(f"{W}rPr")
        bold, script, hidden = paragraph.style.bold, "", False
        if properties is not None:
            bold = is_on(properties, "b", bold)
            hidden = is_on(properties, "vanish")
            place = properties.find(f"{W}vertAlign")
            script = place.get(f"{W}val", "") if place is not None else ""
        for child in run:
            if hidden and child.tag == f"{W}t":
                _remove(paragraph, "hidden_text", child.text or "")
            else:
                self._run_content(child, paragraph, bold=bold, script=script)

    def _run_content(self, child: _Element, paragraph: Paragraph, *, bold: bool, script: str) -> None:
        tag = child.tag
        if tag == f"{W}t":
            _add(paragraph, child.text or "", bold=bold, script=script)
        elif tag in (f"{W}tab", f"{W}ptab"):
            _add(paragraph, "\t", bold=bold)
        elif tag in (f"{W}br", f"{W}cr"):
            kind = child.get(f"{W}type", "")
            paragraph.lines.append(ParagraphLine(page_break=kind == "page", column_break=kind == "column"))
        elif tag == f"{W}noBreakHyphen":
            _add(paragraph, "-", bold=bold)
        elif tag == f"{W}sym":
            _add(paragraph, _symbol(child), bold=bold)
        elif tag == f"{W}delText":
            _remove(paragraph, "tracked_deletion", child.text or "")
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self._note(child, paragraph)
        elif tag in (f"{W}footnoteRef", f"{W}endnoteRef"):
            self._note_mark(child, paragraph)
        elif tag == f"{W}ruby":
            for reading in child.iterfind(f"{W}rt//{W}t"):
                _remove(paragraph, "ruby", reading.text or "")
            for base in child.iterfind(f"{W}rubyBase/{W}r"):
                self._run(base, paragraph)
        elif tag == ALTERNATIVES:
            for inner in chosen(child):
                self._run_content(inner, paragraph, bold=bold, script=script)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            for shape in child.iter(f"{_V}textpath"):  # WordArt
                _add(paragraph, shape.get("string", ""), bold=bold)
            paragraph.boxes += _boxes(child)

    def _note(self, reference: _Element, paragraph: Paragraph) -> None:
        """Word numbers notes by itself: the mark becomes text here and before the note."""
        note = _note_of(reference)
        number = self._note_numbers.setdefault(note, len(self._note_numbers) + 1)
        paragraph.notes.append(note)
        if not is_on_element(reference, "customMarkFollows"):
            _insert(paragraph, "note_mark", latex.superscript(str(number)) or "")

    def _note_mark(self, mark: _Element, paragraph: Paragraph) -> None:
        note = next((above for above in mark.iterancestors(f"{W}footnote", f"{W}endnote")), None)
        if note is None:
            return
        kind = "footnote" if note.tag == f"{W}footnote" else "endnote"
        number = self._note_numbers.get((kind, note.get(f"{W}id", "")))
        if number is not None:
            _insert(paragraph, "note_mark", latex.superscript(str(number)) or "")


def _note_of(reference: _Element) -> tuple[str, str]:
    return ("footnote" if reference.tag == f"{W}footnoteReference" else "endnote", reference.get(f"{W}id", ""))


def is_on_element(element: _Element, attribute: str) -> bool:
    """Whether an attribute of an element is a switch that is on."""
    return element.get(f"{W}{attribute}", "0").lower() in ("1", "true", "on")


def _add(paragraph: Paragraph, raw: str, *, bold: bool, script: str = "") -> None:
    line = paragraph.lines[-1]
    raw = raw.replace("\n", " ").replace("\r", " ")
    text = raw
    if script in ("superscript", "subscript") and visible(raw):
        raised = (latex.superscript if script == "superscript" else latex.subscript)(raw)
        if raised is not None:
            text = raised
            line.repairs.append((script, raw, raised))
    line.raw += raw
    line.text += text
    if not bold:
        line.plain += len(visible(raw))


def _insert(paragraph: Paragraph, kind: str, text: str) -> None:
    """Add text which the file does not hold but Word shows."""
    paragraph.lines[-1].text += text
    paragraph.lines[-1].repairs.append((kind, "", text))


def _remove(paragraph: Paragraph, kind: str, text: str) -> None:
    line = paragraph.lines[-1]
    line.raw += text
    if visible(text):
        line.removals.append((kind, text))


def _symbol(element: _Element) -> str:
    code = element.get(f"{W}char", "").upper()
    known = _SYMBOLS.get(f"{code} {element.get(f'{W}font', '')}") or _SYMBOLS.get(code)
    if known:
        return known
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


def chosen(alternatives: _Element) -> list[_Element]:
    """The content of the alternative that Word shows; the other holds the same text once more."""
    choice = alternatives.find(f"{_MC}Choice")
    fallback = alternatives.find(f"{_MC}Fallback")
    if choice is None or (fallback is not None and not _holds_text(choice) and _holds_text(fallback)):
        choice = fallback
    return [] if choice is None else list(choice)


def _holds_text(element: _Element) -> bool:
    return any(text.text for text in element.iter(f"{W}t"))


def _boxes(element: _Element) -> list[_Element]:
    """The bodies of the text boxes in a drawing, in order; of alternatives only the chosen one."""
    if element.tag == f"{W}txbxContent":
        return [element]
    children = chosen(element) if element.tag == ALTERNATIVES else list(element)
    return [box for child in children if isinstance(child.tag, str) for box in _boxes(child)]
