"""Derived data for searching: whoosh, jieba, FTS5. May be deleted at any time."""
