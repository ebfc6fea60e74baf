"""The tables of library.db: what the importer made of the files. Rebuilt from `originals/` when lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.storage.schema import Schema

if TYPE_CHECKING:
    from sqlite_utils import Database


def issues_documents_and_parts(db: Database) -> None:
    """Sources and the paths they were seen at; issues, documents, their texts; import reports.

    Lists of short strings are joined by U+001F, the fields of an attachment by U+001E; `structure`, `headings`, `more`
    and the columns of reports are JSON of `reader.storage.packing`. An issue's present content is `issues.source`;
    contents it had before stay in `sources`, so that annotations made on them still find their issue; `former_keys`
    does the same for documents that were known by another key before (better rules have found their number, say).
    `documents.stale` is 1 until the index holds the document as it stands here.
    """
    db.executescript("""
        CREATE TABLE issues (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            publisher TEXT,
            year INTEGER,
            number INTEGER,
            total INTEGER,
            date TEXT,
            source TEXT NOT NULL UNIQUE,
            source_name TEXT NOT NULL,
            more TEXT NOT NULL,
            contents TEXT NOT NULL
        ) STRICT;
        CREATE TABLE sources (
            sha256 TEXT PRIMARY KEY,
            issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
            size INTEGER NOT NULL,
            format TEXT NOT NULL,
            encoding TEXT NOT NULL,
            rules_version INTEGER NOT NULL,
            imported TEXT NOT NULL
        ) STRICT;
        CREATE INDEX sources_by_issue ON sources(issue_id);
        CREATE TABLE paths (
            path TEXT PRIMARY KEY,
            sha256 TEXT NOT NULL REFERENCES sources(sha256) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX paths_by_source ON paths(sha256);
        CREATE TABLE documents (
            id TEXT PRIMARY KEY,
            issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            key TEXT NOT NULL,
            title TEXT NOT NULL,
            number_prefix TEXT,
            number_year INTEGER,
            number_sequence TEXT,
            number_printed TEXT,
            issuers TEXT NOT NULL,
            addressee TEXT NOT NULL,
            section TEXT NOT NULL,
            signature TEXT NOT NULL,
            date TEXT,
            publicity TEXT NOT NULL,
            kind TEXT NOT NULL,
            issued_titles TEXT NOT NULL,
            attachments TEXT NOT NULL,
            page INTEGER,
            characters INTEGER NOT NULL,
            articles INTEGER NOT NULL,
            table_count INTEGER NOT NULL,
            corrected INTEGER NOT NULL,
            more TEXT NOT NULL,
            text_hash TEXT NOT NULL,
            stale INTEGER NOT NULL DEFAULT 1,
            UNIQUE (issue_id, ordinal)
        ) STRICT;
        CREATE INDEX documents_by_key ON documents(key);
        CREATE INDEX documents_by_number ON documents(number_sequence, number_year);
        CREATE INDEX stale_documents ON documents(stale) WHERE stale = 1;
        CREATE TABLE former_keys (
            key TEXT NOT NULL,
            document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            PRIMARY KEY (key, document_id)
        ) STRICT;
        CREATE INDEX former_keys_by_document ON former_keys(document_id);
        CREATE TABLE parts (
            issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            document_id TEXT UNIQUE REFERENCES documents(id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            structure TEXT NOT NULL,
            headings TEXT NOT NULL,
            PRIMARY KEY (issue_id, position)
        ) STRICT;
        CREATE TABLE reports (
            issue_id TEXT PRIMARY KEY REFERENCES issues(id) ON DELETE CASCADE,
            removals TEXT NOT NULL,
            repairs TEXT NOT NULL,
            doubts TEXT NOT NULL,
            characters INTEGER NOT NULL,
            removed INTEGER NOT NULL,
            repair_count INTEGER NOT NULL
        ) STRICT;
    """)


LIBRARY = Schema("library", 0x44624C69, (issues_documents_and_parts,))
