"""Documents and clauses that a note mentions, and where they are: whoever writes 第三条 or a number has made a link."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.anchoring.addresses import find_address
from reader.exporting import address_text
from reader.importing.structure import references
from reader.model.document import Reference
from reader.services import catalogue
from reader.services.library import Library

LONGEST = 20_000
"""Code points of a note that are looked through."""
MOST = 12
LEAD = 8
"""Characters before a number that may be words of the note."""
_LEAD = re.compile("^(?:参照|参见|参考|依照|按照|依据|根据|对照|比照|详见|另见|[见据按依即与和及或同])+(?=[^《])")


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A mention: its words, and what they mean."""

    text: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Target:
    """A document, and the range of a clause in it (code points) or None."""

    document_id: str
    place: tuple[int, int] | None = None


def note_links(note: str) -> tuple[NoteLink, ...]:
    """What a note mentions, in its order, each once: numbers of documents, titles in 《》, clauses, at most 12."""
    # To the finder an article at the beginning of a line is that article's own label; in a note it is a mention.
    line = " " + note[:LONGEST].replace("\n", " ").replace("\t", " ")
    mentions: list[Reference] = []
    for one in references.find(line):
        last = mentions[-1] if mentions else None
        clause_of_it = one.address is not None and not (one.key or one.title)
        if last is not None and last.end == one.start and last.address is None and clause_of_it:
            # 云政发〔2025〕9号第三条: the clause is one of the document before it.
            mentions[-1] = replace(last, end=one.end, address=one.address)
        else:
            mentions.append(one)
    found = {_LEAD.sub("", line[one.start:one.end].strip()): one for one in mentions}
    return tuple(NoteLink(text, one) for text, one in found.items())[:MOST]


def target(library: Library, link: NoteLink, document_id: str) -> Target | None:
    """Where a link leads; None where the library has nothing like it.

    Args:
        document_id: the document the note is on, "" for none: a clause alone is a clause of it.
    """
    reference = link.reference
    wanted = _document(library, reference) if reference.key or reference.title else document_id
    if not wanted:
        return None
    if reference.address is None:
        return Target(wanted)
    place = find_address(catalogue.document(library, wanted), address_text(reference.address))
    # The document is there even where it has no such clause.
    return Target(wanted, place) if place is not None or wanted != document_id else None


def _document(library: Library, reference: Reference) -> str:
    if reference.key:
        # In running text nothing parts the number from the word before it: 参照云政发〔2025〕9号.
        keys = (reference.key[cut:] for cut in range(min(LEAD, len(reference.key))))
        return next((facts.id for key in keys for facts in catalogue.editions(library, key)), "")
    titled = (facts for entry in catalogue.issues(library) for facts in entry.documents
              if reference.title in (facts.title, *facts.issued_titles) or facts.title.endswith(reference.title))
    return next((facts.id for facts in titled), "")
