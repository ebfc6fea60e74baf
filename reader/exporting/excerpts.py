"""What is exported: annotations with their words, headings and citations, in sections."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.exporting.citations import address_at, cite, date_text, part_at, source_of, title_at
from reader.exporting.labels import CHINESE, Labels
from reader.model.annotation import DEFAULT_STYLES, AnchorState, Annotation, Mark, PlacedAnnotation, Style
from reader.model.document import Document, IssueFacts, PartKind
from reader.model.outline import outline

ORDERS = ("text", "tag", "style", "date")


@dataclass(frozen=True, slots=True)
class ExcerptDocument:
    """A document and those of its annotations that are exported, in text order. `repealed`: the archive says that the
    document no longer holds, and citations say so too."""

    issue: IssueFacts
    document: Document
    annotations: tuple[PlacedAnnotation, ...]
    repealed: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One annotation, ready to be written in any format.

    Attributes:
        annotation: what the user made.
        style: what the user calls its style.
        entry: the document it stands in.
        headings: the headings above it in its document, outermost first, as printed; none for a note on the whole
            document, an uncertain place or an orphan.
        quote: the words it stands on now; for uncertain ones and orphans those it was made on; "" for a note on the
            whole document.
        address: clause address now, else the one it was made with.
        citation: official form.
        source: where it was published (载《…》), or "".
        state: EXACT for a note on the whole document.
        place: where it stands now, code points on the document's text, half-open; None where that is not certain.
    """

    annotation: Annotation
    style: str
    entry: ExcerptDocument
    headings: tuple[str, ...]
    quote: str
    address: str
    citation: str
    source: str
    state: AnchorState
    place: tuple[int, int] | None = None

    @property
    def located(self) -> bool:
        """Whether its place is certain."""
        return self.state in {AnchorState.EXACT, AnchorState.MOVED}


@dataclass(frozen=True, slots=True)
class Section:
    """Excerpts under one title; `by_headings`: they stand in text order under the headings of one document."""

    title: str
    subtitle: str
    excerpts: tuple[Excerpt, ...]
    by_headings: bool = False


def sections(entries: Sequence[ExcerptDocument], order: str = "text",
             styles: Sequence[Style] = DEFAULT_STYLES, labels: Labels = CHINESE) -> tuple[Section, ...]:
    """The excerpts of all documents, arranged.

    Args:
        order: text — a section a document, in the order given; tag — a section each, by name, what has none last;
            style — a section each, in the order of `styles`; date — a section a day, by when they were made.

    Raises:
        ValueError: another order.
    """
    if order == "text":
        return tuple(
            Section(entry.document.facts.title, subtitle(entry), tuple(_placed_first(excerpts(entry, styles))), True)
            for entry in entries)
    return grouped((one for entry in entries for one in excerpts(entry, styles)), order, styles, labels)


def grouped(found: Iterable[Excerpt], order: str, styles: Sequence[Style] = DEFAULT_STYLES,
            labels: Labels = CHINESE) -> tuple[Section, ...]:
    """Excerpts in sections by tag, style or date, as `sections` has them."""
    groups: dict[str, list[Excerpt]] = {}
    for one in found:
        for name in _names(one, order):
            groups.setdefault(name, []).append(one)
    rank = {style.label: place for place, style in enumerate(styles)} if order == "style" else {}
    return tuple(Section(name or labels("untagged"), "", tuple(groups[name]))
                 for name in sorted(groups, key=lambda name: (not name, rank.get(name, len(rank)), name)))


def _names(one: Excerpt, order: str) -> Iterable[str]:
    if order == "tag":
        return one.annotation.tags or ("",)
    if order == "style":
        return (one.style,)
    if order == "date":
        return (one.annotation.created[:10],)
    raise ValueError(f"unknown order {order!r}")


def _placed_first(found: Iterable[Excerpt]) -> list[Excerpt]:
    return sorted(found, key=lambda one: not one.located)


def excerpts(entry: ExcerptDocument, styles: Sequence[Style] = DEFAULT_STYLES) -> Iterator[Excerpt]:
    """The annotations of one document in the order given, each with its headings and citation."""
    labels = {style.name: style.label for style in styles}
    headings = Headings(entry.document)
    for placed in entry.annotations:
        yield _excerpt(entry, placed, labels.get(placed.annotation.style, placed.annotation.style), headings)


def _excerpt(entry: ExcerptDocument, placed: PlacedAnnotation, style: str, headings: Headings) -> Excerpt:
    annotation, document = placed.annotation, entry.document
    anchor, source = annotation.anchor, source_of(entry.issue, document.facts)
    if anchor is None:
        citation = cite(entry.issue, document.facts, repealed=entry.repealed)
        return Excerpt(annotation, style, entry, (), "", "", citation, source, AnchorState.EXACT)
    placement = placed.placement
    sure = placement.state in {AnchorState.EXACT, AnchorState.MOVED}
    if not sure or placement.start is None or placement.end is None:
        citation = cite(entry.issue, document.facts, anchor.address, repealed=entry.repealed)
        return Excerpt(annotation, style, entry, (), anchor.quote, anchor.address, citation, source,
                       placement.state)
    start, end = placement.start, placement.end
    address = address_at(document, start, end)
    citation = cite(entry.issue, document.facts, address, title=title_at(document, start, end), repealed=entry.repealed)
    return Excerpt(annotation, style, entry, headings.above(start), document.text[start:end], address, citation, source,
                   placement.state, (start, end))


def annotation_facts(one: Excerpt, labels: Labels = CHINESE) -> str:
    """Clause, style, tags, state and author of an annotation in one line: colour alone would say nothing in print."""
    underlined = one.annotation.mark is Mark.UNDERLINE
    words = [one.address, labels("underlined", style=one.style) if underlined else one.style,
             *(f"#{tag}" for tag in one.annotation.tags),
             labels.state(one.state) if one.state is not AnchorState.EXACT else "", one.annotation.author]
    return " · ".join(word for word in words if word)


def documents_title(entries: Sequence[ExcerptDocument], labels: Labels = CHINESE) -> str:
    """What a file of whole documents is called."""
    return entries[0].document.facts.title if len(entries) == 1 else labels("documents")


def count(entries: Sequence[ExcerptDocument]) -> int:
    """How many annotations there are."""
    return sum(len(entry.annotations) for entry in entries)


def subtitle(entry: ExcerptDocument) -> str:
    """The line under a document's title: number, date and where it was published."""
    facts = entry.document.facts
    parts = [facts.number.normal if facts.number else "", date_text(facts.date) if facts.date else "",
             source_of(entry.issue, facts)]
    return " · ".join(part for part in parts if part)


def source_line(entry: ExcerptDocument) -> str:
    """A document as lists of sources name it: its citation with where it was published."""
    return cite(entry.issue, entry.document.facts, repealed=entry.repealed, with_source=True)


class Headings:
    """The headings of a document, by the places that stand under them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found = [(heading.start, heading.level, _printed(heading.label, heading.text))
                       for heading in outline(document.text, document.blocks)]

    def above(self, offset: int) -> tuple[str, ...]:
        """The headings a place stands under, outermost first: the attachment it is in, then those of its outline."""
        part = part_at(self._document, offset, offset)
        begin = part.start if part is not None else 0
        above: dict[int, str] = {}
        if part is not None and part.kind is PartKind.ATTACHMENT and (part.label or part.title):
            above[0] = f"{part.label} {part.title}".strip()
        first = bisect_left(self._found, begin, key=lambda one: one[0])
        for start, level, printed in self._found[first:]:
            if start > offset:
                break
            for lower in [known for known in above if known >= level]:
                del above[lower]
            above[level] = printed
        return tuple(above[level] for level in sorted(above))


def _printed(label: str, text: str) -> str:
    """Label and words of a heading: 一、总则 in one, 第一章 总则 and 1.1 总则 with a space."""
    return f"{label}{text}" if label.endswith(("、", "）", "．", ".")) else f"{label} {text}".strip()


def quote_lines(quote: str) -> list[str]:
    """The paragraphs and table rows of a quote without white space around them; cells are an em space apart."""
    return [line for line in (line.strip().replace("\t", "\u2003") for line in quote.splitlines()) if line]
