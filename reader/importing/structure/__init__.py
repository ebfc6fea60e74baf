"""From lines to an Issue: masthead, contents, documents, clauses, tables, references."""
