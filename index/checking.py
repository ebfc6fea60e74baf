"""What can be wrong with an index, found before a search shows it."""

from __future__ import annotations

from index import exact
from index.cutting import fingerprint
from index.reading import Reading
from reader.model.search import TextOf


def faults(reading: Reading, text_of: TextOf, *, thorough: bool) -> tuple[str, ...]:
    """Codes of what is wrong: index.outdated (made by other rules), index.words_damaged (the word index is gone,
    damaged or not ours), index.words_missing (it lacks documents), index.damaged, index.out_of_step (it holds documents
    that are gone)."""
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
        elif any(text_of(document_id) is None for document_id in reading.row_of):
            found.append("index.out_of_step")
    return tuple(found)
