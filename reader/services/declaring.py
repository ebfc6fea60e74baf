"""Which documents say that something ends: found by reading every text once, and kept while the library is open."""

from __future__ import annotations

import weakref

from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.validity.repeals import ENDS

MANY = 200
"""From so many texts on, one pass over all of them is quicker than fetching each."""

_KNOWN: weakref.WeakKeyDictionary[Library, dict[str, bool]] = weakref.WeakKeyDictionary()
"""By the hash of a text whether it says so: a text that is changed has another hash."""


def declaring(library: Library) -> tuple[str, ...]:
    """The documents in whose text something ends, by id.

    The first call reads every text (0.6 s for 1,000 issues), later ones only those that are new. For any thread.
    """
    known = _KNOWN.setdefault(library, {})
    listed = library.texts.execute("SELECT id, text_hash FROM documents").fetchall()
    unread = [(document_id, text_hash) for document_id, text_hash in listed if text_hash not in known]
    if len(unread) >= MANY:
        condition = " OR ".join("instr(text, ?) > 0" for _ in ENDS)
        says = {row[0] for row in library.texts.execute(
            f"SELECT document_id FROM parts WHERE document_id IS NOT NULL AND ({condition})", ENDS)}
        known |= {text_hash: document_id in says for document_id, text_hash in unread}
    else:
        for document_id, text_hash in unread:
            text = reading.text_of(library.texts, document_id) or ""
            known[text_hash] = any(word in text for word in ENDS)
    return tuple(document_id for document_id, text_hash in listed if known[text_hash])
