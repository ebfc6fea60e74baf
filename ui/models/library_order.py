"""In which order the library tree shows things, and which of them: values, and what they mean for a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.model.document import IssueFacts
from reader.searching.folding import fold
from reader.searching.numbers import without_year
from reader.services.shelf import Listed, Marks, Shelf

READING, DATE, NUMBER, TITLE = "reading", "date", "number", "title"
NAME, COUNT = "name", "count"


@dataclass(frozen=True, slots=True)
class TreeOrder:
    """The order, kept in a file beside the preferences.

    Attributes:
        documents: of an issue: as they stand in it (reading, by section), or by date, number or title.
        newest_first: of years and issues; without it the oldest come first.
        publishers: by name, or by the count of their documents, most first.
    """

    documents: str = READING
    newest_first: bool = True
    publishers: str = NAME


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which documents are shown.

    Attributes:
        words: what a document's title, number, issuer, section, date or issue must hold, all of them; "" for any.
        tag: that one of its annotations has this tag, or one below it; "" for any.
        unread: that it is not read yet.
        noted: that it has annotations.
    """

    words: str = ""
    tag: str = ""
    unread: bool = False
    noted: bool = False

    @property
    def folded(self) -> tuple[str, ...]:
        """The words as they are looked for; a number typed without its year（云政发18）is two of them."""
        return tuple(part for word in fold(self.words).split() for part in without_year(word))

    @property
    def is_any(self) -> bool:
        """Whether everything is shown."""
        return not (self.folded or self.tag or self.unread or self.noted)


@dataclass(frozen=True, slots=True)
class Folded:
    """What a filter looks into: of an issue what all its documents share, and each document by its id."""

    around: str
    documents: Mapping[str, str]


def fold_shelf(shelf: Shelf) -> dict[str, Folded]:
    """The folded words of every issue by its id; for a worker, with 15,000 documents it takes a moment."""
    shelf.read_all()
    return {facts.id: fold_issue(facts, shelf.rows_of(facts.id)) for facts in shelf.issues}


def fold_issue(facts: IssueFacts, documents: Sequence[Listed]) -> Folded:
    """The folded words of an issue."""
    around = f"{facts.publisher or ''} {facts.title} {facts.year or ''} {facts.source_name}"
    return Folded(fold(around), {one.id: fold(searched(one)) for one in documents})


def searched(one: Listed) -> str:
    """What a filter looks into of a document."""
    number = one.number
    return " ".join((one.title, number.normal if number else "", one.number_printed or "", *one.issuing, one.section,
                     one.date or ""))


def kept(documents: Sequence[str], wanted: Narrowing, words: Sequence[str], folded: Folded | None,
         marks: Marks) -> Sequence[str]:
    """The documents of an issue that are shown, by their ids.

    Args:
        words: those of `wanted`, folded.
        folded: of the issue; not None where there are words.
    """
    found = documents
    if words and folded is not None:
        texts = folded.documents
        for word in words:
            if word not in folded.around:
                found = [one for one in found if word in texts.get(one, "")]
    if wanted.unread:
        found = [one for one in found if one not in marks.read]
    if wanted.noted or wanted.tag:
        found = [one for one in found if one in marks.noted]
    if wanted.tag:
        below = wanted.tag + "/"
        found = [one for one in found
                 if any(tag == wanted.tag or tag.startswith(below) for tag in marks.noted[one].tags)]
    return found


def in_order(documents: Sequence[Listed], order: str, sort_key: Callable[[str], Any]) -> Sequence[Listed]:
    """The documents of an issue in the order wished for."""
    if order == DATE:
        return sorted(documents, key=lambda one: (one.date is None, one.date or ""))
    if order == NUMBER:
        return sorted(documents, key=_by_number)
    if order == TITLE:
        return sorted(documents, key=lambda one: sort_key(short_title(one)))
    return documents


def _by_number(one: Listed) -> tuple[bool, str, int, int]:
    sequence = one.number_sequence or ""
    return (one.number_prefix is None, one.number_prefix or "", one.number_year or 0,
            int(sequence) if sequence.isdecimal() else 0)


def publishers_in_order(found: Mapping[str, int], order: str, sort_key: Callable[[str], Any]) -> list[str]:
    """The publishers, given with the count of their documents, in the order wished for."""
    by_name = sorted(found, key=sort_key)
    return sorted(by_name, key=lambda name: -found[name]) if order == COUNT else by_name


def short_title(document: Listed) -> str:
    """A document's title without the issuing body it begins with."""
    return without_issuer(document.title, document.issuing, document.signing)


def without_issuer(title: str, issuing: Sequence[str], signing: Sequence[str] = ()) -> str:
    """A title without the issuing body it begins with: all titles of an issue begin alike, and a list is narrow."""
    for issuer in sorted({*issuing, *signing, "".join(issuing)}, key=len, reverse=True):
        if issuer and title.startswith(issuer) and len(title) - len(issuer) >= 4:
            return title.removeprefix(issuer)
    return title
