"""Highlights, notes and tags: W3C Web Annotation in plain values. Ranges are code points, half-open."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an annotation remembers of its place: position, exact quote, context and clause address.

    Attributes:
        start, end: range on the document's text when the annotation was made or last confirmed.
        quote: the text of that range, exactly.
        prefix, suffix: up to 32 characters before and after it.
        address: the clause address as printed (第三条第二款第（一）项), or "".
        dense_start: how many code points before `start` are not white space: the position that a change of layout alone
            leaves as it is. -1 where unknown.
        dense_rest: how many after `end`: the position from the end, which a change before it leaves as it is. -1 where
            unknown.
        rival: how like quote and context the most similar *other* place of the text was then, 0.0 (nothing alike) to
            1.0 (a twin); a place found later must be more alike than that to be believed. None where unknown.
    """

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    address: str = ""
    dense_start: int = -1
    rival: float | None = None
    dense_rest: int = -1


class AnchorState(StrEnum):
    """How sure the place of an annotation is in the text at hand."""

    EXACT = "exact"
    MOVED = "moved"
    UNCERTAIN = "uncertain"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an annotation stands in one edition of its document. `start`/`end` are None for an orphan; for UNCERTAIN
    they are the best candidate, shown only as a question."""

    state: AnchorState
    start: int | None = None
    end: int | None = None


class Mark(StrEnum):
    """How an annotation is drawn on the text."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation.

    Attributes:
        id: UUID as text; the same in every exchange with colleagues.
        key: `DocumentFacts.key` of the document it belongs to, in any edition.
        source: sha256 of the file whose edition it was made on.
        anchor: its place, or None for a note on the whole document.
        style: name of a `Style`.
        note: Markdown, "" for none.
        tags: in the order given; hierarchy by "/".
        created, modified: UTC, ISO 8601 with Z, to the millisecond.
        author: name from the preferences, "" for none.
        history: `modified` of each version handed to or taken from others that this one comes from. Known only where
            annotations are exchanged; no part of what the annotation says.
    """

    id: str
    key: str
    source: str
    anchor: Anchor | None
    style: str
    created: str
    modified: str
    mark: Mark = Mark.HIGHLIGHT
    note: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    history: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation together with where it stands in the edition at hand.

    `document_id` is "" when no edition of the document is in the library.
    """

    annotation: Annotation
    document_id: str
    placement: Placement


@dataclass(frozen=True, slots=True)
class Style:
    """A named colour. `name` identifies it in the database and the command line; `label` is what the user reads and may
    change. Colours are #rrggbb: `light` on light and sepia paper, `dark` on dark paper. `shortcut` is 1–8, or 0."""

    name: str
    label: str
    light: str
    dark: str
    shortcut: int = 0


DEFAULT_STYLES: tuple[Style, ...] = (
    Style("重点", "重点", "#ffe58a", "#6b5a12", 1),
    Style("依据", "依据", "#bfe3b4", "#2f5a2a", 2),
    Style("期限", "期限", "#ffc9a3", "#7a4318", 3),
    Style("责任", "责任", "#b9d7f5", "#234d78", 4),
    Style("金额", "金额", "#e0c8f2", "#56357a", 5),
    Style("疑问", "疑问", "#f7b9c4", "#7c2a3c", 6),
    Style("存档", "存档", "#d3d6da", "#4a4f57", 7),
    Style("其他", "其他", "#b5e4e2", "#1f5c5a", 8),
)
