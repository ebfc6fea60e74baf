"""Comparing two texts of a document: which paragraphs belong together, and what differs in them. Pure."""

from reader.comparing.comparison import Change, Comparison, Row, compare

__all__ = ["Change", "Comparison", "Row", "compare"]
