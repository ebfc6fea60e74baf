"""Annotations and documents become files that others can use; how things are cited.

Formats are in modules of their own, imported when asked for (`reader.exporting.formats.render`): some bring libraries
that take long to load.
"""

from reader.exporting.citations import address_at, address_text, cite, cite_range, cite_short
from reader.exporting.excerpts import ExcerptDocument

__all__ = ["ExcerptDocument", "address_at", "address_text", "cite", "cite_range", "cite_short"]
