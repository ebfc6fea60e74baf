"""The tables of annotations.db: all that only the user knows. It is precious: nothing can make it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.annotation import DEFAULT_STYLES
from reader.storage.schema import Schema

if TYPE_CHECKING:
    from sqlite_utils import Database


def annotations_tags_and_places(db: Database) -> None:
    """Annotations with tags and their trash; styles; reading positions and bookmarks; saved searches; corrections.

    `placements` is a cache: where an annotation stands in the text with a certain hash. `anchor` and the packed columns
    are JSON of `reader.storage.packing`; `quote` repeats the anchor's for searching and for reading by other programs.
    """
    db.executescript("""
        CREATE TABLE annotations (
            id TEXT PRIMARY KEY,
            key TEXT NOT NULL,
            source TEXT NOT NULL,
            anchor TEXT,
            quote TEXT NOT NULL,
            style TEXT NOT NULL,
            mark TEXT NOT NULL,
            note TEXT NOT NULL,
            author TEXT NOT NULL,
            created TEXT NOT NULL,
            modified TEXT NOT NULL,
            more TEXT NOT NULL,
            deleted TEXT
        ) STRICT;
        CREATE INDEX annotations_by_key ON annotations(key);
        CREATE INDEX annotations_in_trash ON annotations(deleted) WHERE deleted IS NOT NULL;
        CREATE TABLE tags (
            annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            tag TEXT NOT NULL,
            PRIMARY KEY (annotation_id, position)
        ) STRICT;
        CREATE INDEX tags_by_name ON tags(tag);
        CREATE TABLE placements (
            annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
            document_id TEXT NOT NULL,
            text_hash TEXT NOT NULL,
            state TEXT NOT NULL,
            start INTEGER,
            "end" INTEGER,
            PRIMARY KEY (annotation_id, document_id)
        ) STRICT;
        CREATE INDEX placements_by_document ON placements(document_id);
        CREATE TABLE styles (
            name TEXT PRIMARY KEY,
            position INTEGER NOT NULL,
            label TEXT NOT NULL,
            light TEXT NOT NULL,
            dark TEXT NOT NULL,
            shortcut INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE positions (
            key TEXT PRIMARY KEY,
            "offset" INTEGER NOT NULL,
            modified TEXT NOT NULL
        ) STRICT;
        CREATE TABLE bookmarks (
            id TEXT PRIMARY KEY,
            key TEXT NOT NULL,
            "offset" INTEGER NOT NULL,
            label TEXT NOT NULL,
            created TEXT NOT NULL
        ) STRICT;
        CREATE TABLE settings (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT;
        CREATE TABLE saved_searches (
            name TEXT PRIMARY KEY,
            query TEXT NOT NULL,
            created TEXT NOT NULL
        ) STRICT;
        CREATE TABLE corrections (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            source TEXT NOT NULL,
            path TEXT NOT NULL,
            line INTEGER NOT NULL,
            line_text TEXT NOT NULL,
            created TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL
        ) STRICT;
        CREATE INDEX corrections_by_source ON corrections(source);
    """)
    for position, style in enumerate(DEFAULT_STYLES):
        db.execute("INSERT INTO styles VALUES (?, ?, ?, ?, ?, ?)",
                   (style.name, position, style.label, style.light, style.dark, style.shortcut))


def documents_read(db: Database) -> None:
    """Which documents the user has read, by key. What was ever open has a reading position, and counts as read."""
    db.executescript("""
        CREATE TABLE read_documents (
            key TEXT PRIMARY KEY,
            "read" TEXT NOT NULL
        ) STRICT;
        INSERT INTO read_documents SELECT key, modified FROM positions;
    """)


def exchanged_versions(db: Database) -> None:
    """Which versions of an annotation others have, by `modified`: what tells an update from a conflict."""
    db.execute("""
        CREATE TABLE exchanged (
            annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
            modified TEXT NOT NULL,
            PRIMARY KEY (annotation_id, modified)
        ) STRICT
    """)


ANNOTATIONS = Schema("annotations", 0x44624E6F, (annotations_tags_and_places, documents_read, exchanged_versions))
