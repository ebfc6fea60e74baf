"""The order of a list of annotations, the groups it falls into, and what a publisher leaves of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model.annotation import PlacedAnnotation, Style
from reader.model.document import DocumentFacts
from ui.models.library_order import without_issuer


class Order(StrEnum):
    """By what a list is sorted and grouped."""

    TEXT = "text"
    DATE = "date"
    TAG = "tag"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Group:
    """Annotations under one heading; "" for none."""

    heading: str
    placed: tuple[PlacedAnnotation, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The headings that are ours, in the window's language.

    Attributes:
        no_tag: of annotations without a tag.
        day: turns a day into its heading.
    """

    no_tag: str
    day: Callable[[datetime.date], str]


def group(
    placed: Sequence[PlacedAnnotation],
    order: Order,
    styles: Sequence[Style],
    documents: Mapping[str, DocumentFacts],
    words: Words,
    *,
    by_document: bool,
) -> tuple[Group, ...]:
    """Sort and group.

    Args:
        placed: in text order; that stays the order inside each group, but for dates.
        by_document: group text order by document.
    """
    if order is Order.TEXT and not by_document:
        return (Group("", tuple(placed)),) if placed else ()
    if order is Order.TEXT:
        return _grouped(
            placed, lambda one: _title(one, documents), lambda one: one.document_id or f"#{one.annotation.key}"
        )
    if order is Order.DATE:
        newest = sorted(placed, key=lambda one: one.annotation.modified, reverse=True)
        return _grouped(newest, lambda one: words.day(_day(one)))
    if order is Order.TAG:
        groups = _grouped(placed, lambda one: one.annotation.tags[0] if one.annotation.tags else "")
        named = sorted((one for one in groups if one.heading), key=lambda one: one.heading)
        return (*named, *(Group(words.no_tag, one.placed) for one in groups if not one.heading))
    places = {style.name: number for number, style in enumerate(styles)}
    labels = {style.name: style.label for style in styles}
    by_style = sorted(placed, key=lambda one: places.get(one.annotation.style, len(places)))
    return _grouped(by_style, lambda one: labels.get(one.annotation.style, one.annotation.style))


def of_publisher(
    placed: Sequence[PlacedAnnotation], publishers: Mapping[str, str], publisher: str
) -> tuple[PlacedAnnotation, ...]:
    """Those on documents of a publisher.

    Args:
        publishers: of each document, by its id.
        publisher: "" for any.
    """
    return tuple(one for one in placed if not publisher or publishers.get(one.document_id, "") == publisher)


def _grouped(
    placed: Sequence[PlacedAnnotation],
    heading: Callable[[PlacedAnnotation], str],
    key: Callable[[PlacedAnnotation], str] | None = None,
) -> tuple[Group, ...]:
    """Groups in the order in which they begin; `key`: what belongs together where headings may be alike."""
    found: dict[str, list[PlacedAnnotation]] = {}
    for one in placed:
        found.setdefault((key or heading)(one), []).append(one)
    return tuple(Group(heading(ones[0]), tuple(ones)) for ones in found.values())


def _title(one: PlacedAnnotation, documents: Mapping[str, DocumentFacts]) -> str:
    facts = documents.get(one.document_id)
    if facts is None:
        return one.annotation.key
    return without_issuer(facts.title, facts.issuers, facts.signature)


def _day(one: PlacedAnnotation) -> datetime.date:
    """The day of the last change where the user is; annotations keep UTC."""
    moment = datetime.datetime.fromisoformat(one.annotation.modified.replace("Z", "+00:00"))
    return moment.astimezone().date()
