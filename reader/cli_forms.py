"""The JSON forms of the command line: what each value looks like to a script."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from reader.exporting.duty_table import DutyRow
from reader.model.annotation import Annotation, PlacedAnnotation
from reader.model.document import Block, Document, DocumentFacts, Issue, IssueFacts, Matter, Table
from reader.model.errors import UserError
from reader.model.outline import Heading
from reader.model.report import Doubt, FileReport, ImportReport, ParseReport
from reader.model.search import Answer
from reader.services.checking import Finding
from reader.services.citing import Citation
from reader.services.gaps import Series
from reader.services.meaning import Declared
from reader.services.validity import Validity
from reader.services.versions import Conflict, Side
from reader.validity.terms import Statement
from reader.wording import word

Form = dict[str, Any]


def error(fault: UserError) -> Form:
    """What stands on standard output when a command could not be carried out."""
    return {"error": fault.code, "message": word(fault.code, fault.facts), "facts": fault.facts}


def doubt(found: Doubt) -> Form:
    """A doubt with its sentence."""
    return {"code": found.code, "message": word(found.code, found.facts), "line": found.line}


def file_report(report: FileReport) -> Form:
    """The import of one file."""
    return {
        "path": report.path, "sha256": report.sha256 or None, "status": report.status.value, "error": report.error,
        "message": word(report.error, report.facts) if report.error else None, "issue_id": report.issue_id,
        "documents": report.documents, "characters": report.characters, "removed": report.removed,
        "repairs": report.repairs, "doubts": [doubt(found) for found in report.doubts], "seconds": report.seconds,
        "same_as": report.same_as or None}


def import_report(report: ImportReport) -> Form:
    """The import of many files."""
    return {"files": [file_report(file) for file in report.files], "cancelled": report.cancelled,
            "unindexed": report.unindexed}


def issue(facts: IssueFacts, documents: Iterable[Form]) -> Form:
    """An issue with its documents. `source` is the name of its file."""
    return {"id": facts.id, "publisher": facts.publisher, "title": facts.title, "year": facts.year,
            "number": facts.number, "total": facts.total, "date": facts.date, "source": facts.source_name,
            "sha256": facts.source, "period": facts.period or None, "organizer": facts.organizer or None,
            "sections": list(facts.sections), "documents": list(documents)}


def document(facts: DocumentFacts, headings: Iterable[Heading]) -> Form:
    """A document of the list."""
    return {
        "id": facts.id, "key": facts.key, "title": facts.title, "number": facts.number and facts.number.normal,
        "issuer": facts.issuer or None, "issuers": list(facts.issuers), "addressee": facts.addressee or None,
        "date": facts.date, "section": facts.section or None, "kind": facts.kind or None,
        "signature": list(facts.signature), "issued_titles": list(facts.issued_titles), "page": facts.page,
        "attachments": [attachment.title for attachment in facts.attachments],
        "attachments_found": [attachment.found for attachment in facts.attachments],
        "headings": [dataclasses.asdict(heading) for heading in headings], "articles": facts.articles,
        "tables": facts.table_count, "characters": facts.characters, "corrected": facts.corrected}


def report(found: ParseReport) -> Form:
    """The conservation record of an issue."""
    return {"removals": [dataclasses.asdict(removal) for removal in found.removals],
            "repairs": [dataclasses.asdict(repair) for repair in found.repairs],
            "doubts": [doubt(one) for one in found.doubts]}


def whole_document(found: Document, headings: Iterable[Heading]) -> Form:
    """A document with its text and all that is known about ranges of it."""
    return document(found.facts, headings) | {
        "issue_id": found.facts.issue_id, "text": found.text, "blocks": [_block(block) for block in found.blocks],
        "parts": [dataclasses.asdict(part) for part in found.parts],
        "table_ranges": [_table(one) for one in found.tables],
        "references": [dataclasses.asdict(reference) for reference in found.references]}


def whole_issue(found: Issue, headings: Mapping[str, Iterable[Heading]]) -> Form:
    """Everything kept of a file, in its order; `text` is all of it."""
    parts: list[Form] = []
    for part in found.parts:
        if isinstance(part, Matter):
            parts.append({"id": None, "text": part.text, "blocks": [_block(block) for block in part.blocks]})
        else:
            parts.append(whole_document(part, headings[part.facts.id]))
    listed = issue(found.facts, (document(one.facts, headings[one.facts.id]) for one in found.documents))
    return listed | {"text": found.text, "parts": parts,
                     "contents": [dataclasses.asdict(entry) for entry in found.contents]}


def _block(block: Block) -> Form:
    return dataclasses.asdict(block)


def _table(table: Table) -> Form:
    return dataclasses.asdict(table)


def answer(found: Answer, facts: Mapping[str, DocumentFacts], issues: Mapping[str, IssueFacts]) -> Form:
    """The hits of a search with what a reader needs to choose among them."""
    hits = []
    for hit in found.hits:
        known = facts[hit.document_id]
        hits.append({
            "document_id": hit.document_id, "key": known.key, "title": known.title,
            "number": known.number and known.number.normal, "issue": known.issue_id,
            "issue_title": issue_name(issues[known.issue_id]), "ranges": [list(place) for place in hit.ranges],
            "snippet": hit.snippet, "snippet_ranges": [list(place) for place in hit.snippet_ranges],
            "match": hit.match.value, "score": hit.score, "annotation_id": hit.annotation_id or None})
    return {"total": found.total, "took_ms": round(found.took_ms, 2), "hits": hits, "facets": found.facets,
            "suggestions": list(found.suggestions)}


def issue_name(facts: IssueFacts) -> str:
    """长治市人民政府公报 2022年第5期, or the title alone."""
    year = f" {facts.year}年" if facts.year is not None else ""
    number = f"第{facts.number}期" if facts.number is not None else ""
    return f"{facts.title}{year}{number}"


def annotation(placed: PlacedAnnotation) -> Form:
    """An annotation where it stands; `range` is null for an orphan and for a note on a whole document."""
    made, place = placed.annotation, placed.placement
    anchor = made.anchor
    return {
        "id": made.id, "document_id": placed.document_id or None, "key": made.key,
        "range": None if place.start is None or place.end is None else [place.start, place.end],
        "quote": anchor.quote if anchor else None, "state": place.state.value,
        "address": anchor.address or None if anchor else None, "style": made.style, "note": made.note,
        "tags": list(made.tags), "created": made.created, "modified": made.modified, "author": made.author,
        "mark": made.mark.value}


def conflict(found: Conflict, kept: Side) -> Form:
    """An annotation changed here and by a colleague; `deleted` tells when ours was put into the trash."""
    return {"id": found.mine.id, "kept": kept.value, "deleted": found.deleted or None,
            "mine": _version(found.mine), "theirs": _version(found.theirs)}


def _version(made: Annotation) -> Form:
    return {"key": made.key, "quote": made.anchor.quote if made.anchor else None, "style": made.style,
            "note": made.note, "tags": list(made.tags), "modified": made.modified, "author": made.author,
            "mark": made.mark.value}


def citation(found: Citation) -> Form:
    """A citation; `repealed` tells which words of the archive say that the document no longer holds, else null."""
    return {"citation": found.text, "form": found.form.value,
            "repealed": found.repealed and _declared(found.repealed, "since")}


def _declared(said: Declared, moment: str) -> Form:
    return {"document_id": said.by.id, "title": said.by.title, "number": said.by.number and said.by.number.normal,
            "date": said.by.date, "evidence": said.evidence, "range": [said.start, said.end],
            moment: said.date or None}


def validity(document_id: str, found: Validity) -> Form:
    """What may be inferred of a document's validity, each moment with the sentence that names it, else null."""

    def said(one: Statement | None) -> Form | None:
        if one is None:
            return None
        return {"date": one.date or None, "counted": one.counted, "range": [one.start, one.end],
                "evidence": found.evidence[one.start, one.end]}

    return {"document_id": document_id, "standing": found.standing.value, "begins": said(found.term.begins),
            "ends": said(found.term.ends), "repealed": found.repealed and _declared(found.repealed, "since"),
            "renewed": found.renewed and _declared(found.renewed, "until")}


def duties(document_id: str, rows: Iterable[DutyRow]) -> Form:
    """Who is to do what until when, in text order."""
    return {"document_id": document_id, "duties": [
        {"address": row.address or None, "task": row.task, "units": list(row.duty.units),
         "helpers": list(row.duty.helpers), "deadline": row.duty.deadline or None, "range": [row.start, row.end]}
        for row in rows]}


def gaps(issues: Iterable[Series], numbers: Iterable[Series]) -> Form:
    """What is missing between what is held; ranges with both ends."""

    def series(found: Iterable[Series], name: str) -> list[Form]:
        return [{name: one.name, "year": one.year, "held": one.held, "first": one.first, "last": one.last,
                 "missing": [list(pair) for pair in one.missing]} for one in found]

    return {"issues": series(issues, "publisher"), "numbers": series(numbers, "prefix")}


def finding(found: Finding) -> Form:
    """Something that is wrong, and how to mend it."""
    return {"code": found.code, "message": word(found.code, found.facts), "remedy": word(found.remedy, found.facts),
            "facts": found.facts}
