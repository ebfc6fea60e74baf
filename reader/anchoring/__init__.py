"""Describe a range of a text and find it again in a changed one, saying how sure one is."""

from reader.anchoring.describing import describe
from reader.anchoring.placing import place

__all__ = ["describe", "place"]
