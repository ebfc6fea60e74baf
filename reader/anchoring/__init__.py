"""Describe a range of text; find it again; say how sure."""
