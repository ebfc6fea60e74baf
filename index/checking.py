"""What can be wrong with an index, found before a search shows it."""

from __future__ import annotations

import random

from index import exact
from index.cutting import fingerprint
from index.reading import Reading
from reader.model.search import TextOf
from reader.searching.folding import fold

SAMPLES, LENGTH = 40, 12
"""Documents tried by a thorough check, and characters of the string of each that must be found."""


def faults(reading: Reading, text_of: TextOf, *, thorough: bool) -> tuple[str, ...]:
    """Codes of what is wrong: index.outdated (made by other rules), index.words_damaged (the word index is gone,
    damaged or not ours), index.words_missing (it lacks documents), index.damaged, index.out_of_step (it holds documents
    that are gone, or other texts)."""
    connection = reading.connection
    found = []
    if reading.count() and exact.state(connection, "dictionary") != fingerprint():
        found.append("index.outdated")
    if reading.count():
        ranker = reading.ranker()
        if ranker is None:
            found.append("index.words_damaged")
        elif not set(reading.id_of) <= ranker.rows:
            found.append("index.words_missing")
    if thorough:
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            found.append("index.damaged")
        elif any(text_of(document_id) is None for document_id in reading.row_of) or not _agrees(reading, text_of):
            found.append("index.out_of_step")
    return tuple(found)



def _agrees(reading: Reading, text_of: TextOf) -> bool:
    """Whether strings out of stored texts are found in their documents."""
    rng = random.Random(0)
    for row, document_id in rng.sample(sorted(reading.id_of.items()), min(SAMPLES, len(reading.id_of))):
        text = text_of(document_id) or ""
        start = rng.randrange(max(1, len(text) - LENGTH))
        string = fold(text[start:start + LENGTH]).strip()
        if string and row not in exact.rows_with(reading.connection, string)[0]:
            return False
    return True
