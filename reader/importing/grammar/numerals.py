"""Numerals for the rules of the importer; they are the same for all readers of official documents."""

from __future__ import annotations

from reader.model.numerals import HAN, ZEROS, chinese, value

__all__ = ["HAN", "ZEROS", "chinese", "value"]
