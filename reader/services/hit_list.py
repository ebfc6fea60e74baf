"""Write all hits of a search to a file, each with its citation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.exporting.citations import address_at, cite_range
from reader.exporting.hit_list import FORMATS, HitRow, render
from reader.exporting.labels import CHINESE, Labels
from reader.model.document import Document, IssueFacts
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.model.search import Hit, Match, SearchQuery
from reader.services import catalogue, citing, saving
from reader.services.library import Library
from reader.services.search import search

_ALL = 10**9


def export_hits(library: Library, query: SearchQuery, form: str, out: Path, job: JobContext,
                labels: Labels = CHINESE) -> int:
    """Write the hits of a query to `out`, all of them whatever its `limit`; tells how many they are.

    Args:
        form: one of `reader.exporting.hit_list.FORMATS`.
        job: told of hits; asked between them.

    Raises:
        UserError: export.format; search.syntax; search.nothing: there is no hit; export.read_only, export.unreachable,
            export.no_folder, export.name, disk.full: `out` cannot be written. A file that was there is then as it was.
        Cancelled: by the job; nothing is written then.
    """
    if form not in FORMATS:
        raise UserError("export.format", format=form, known="、".join(FORMATS))
    hits = search(library, replace(query, limit=_ALL, offset=0), job).hits
    if not hits:
        raise UserError("search.nothing", query=query.text)
    rows = tuple(_rows(library, hits, job))
    data = render(form, query.text, rows, labels)
    job.check_cancelled()
    saving.save(out, data)
    return len(rows)


def _rows(library: Library, hits: Sequence[Hit], job: JobContext) -> Iterator[HitRow]:
    issues: dict[str, IssueFacts] = {}
    ended = citing.all_repealed(library, (catalogue.document_facts(library, hit.document_id) for hit in hits))
    for done, hit in enumerate(hits):
        job.check_cancelled()
        document = catalogue.document(library, hit.document_id)
        facts = document.facts
        if facts.issue_id not in issues:
            issues[facts.issue_id] = catalogue.issue_facts(library, facts.issue_id)
        job.report(done, len(hits), facts.title)
        yield _row(hit, document, issues[facts.issue_id], ended)


def _row(hit: Hit, document: Document, issue: IssueFacts, ended: Mapping[str, object]) -> HitRow:
    facts = document.facts
    start, end = hit.ranges[hit.telling] if hit.ranges else (0, 0)
    address = address_at(document, start, end) if hit.ranges else ""
    citation = cite_range(issue, document, start, end, repealed=facts.key in ended)
    places = 1 if hit.match is Match.NOTE else len(hit.ranges)
    return HitRow(facts.title, facts.number.normal if facts.number else "", facts.issuer, facts.date or "",
                  _issue_text(issue), facts.section, facts.kind, hit.match, places, address, hit.snippet,
                  hit.snippet_ranges, citation)


def _issue_text(issue: IssueFacts) -> str:
    if issue.publisher is None or issue.year is None or issue.number is None:
        return issue.title
    return f"{issue.title or issue.publisher} {issue.year}年第{issue.number}期"
