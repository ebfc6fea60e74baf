"""What the word index holds of a document, in whoosh's terms.

whoosh pickles the codec into its files by the name of its class: this module and the class keep their names.
"""

from __future__ import annotations

from array import array
from typing import Any

from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec, W3PostingsWriter

WEIGHTS = {"title": 5.0, "number": 5.0, "headings": 3.0, "issuer": 2.0, "body": 1.0}
"""The searched fields, each with what a word in it counts for."""

ROW = "row"
"""The column that holds a document's row in the exact index."""

POSTINGS_PER_BLOCK = 1_024
COMPRESSION = 1
"""zlib's: the blocks are read far more often than their size matters."""

SHORTEST = 1
"""The length that bounds are reckoned with: no field that holds a word is shorter."""


class WordsCodec(W3Codec):  # type: ignore[misc]  # whoosh ships no types
    """whoosh's own codec with larger blocks, and postings written a block at a time."""

    def __init__(self) -> None:
        super().__init__(blocklimit=POSTINGS_PER_BLOCK, compression=COMPRESSION)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> W3PostingsWriter:
        """The writer of posting lists."""
        return BlockPostingsWriter(dbfile, blocklimit=self._blocklimit, byteids=byteids,
                                   compression=self._compression, inlinelimit=self._inlinelimit)


class BlockPostingsWriter(W3PostingsWriter):  # type: ignore[misc]  # whoosh ships no types
    """Writes posting lists as whoosh's does, without a call for every posting."""

    def add_postings(self, documents: array[int], frequencies: array[int]) -> None:
        """Add the whole list of a term: ascending document numbers and how often the term stands in each."""
        for start in range(0, len(documents), self._blocklimit):
            if start:
                self._write_block()
            self._ids = documents[start:start + self._blocklimit]
            self._weights = array("f", frequencies[start:start + self._blocklimit])
            self._maxweight = max(self._weights)
            self._minlength = self._maxlength = SHORTEST


def schema() -> fields.Schema:
    """The schema of the word index. A posting is a document and a weight, the frequency; no value beside it. There are
    no analyzers: the index is written from words already cut."""
    made = fields.Schema()
    for name in WEIGHTS:
        made.add(name, fields.FieldType(format=formats.Existence(), analyzer=None, scorable=True))
    made.add(ROW, fields.COLUMN(columns.NumericColumn("I")))
    return made
