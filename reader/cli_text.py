"""What the command line tells a person: in the language it speaks, one thing a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reader import cli_forms
from reader.exporting.duty_table import DutyRow
from reader.model.annotation import AnchorState, PlacedAnnotation
from reader.model.document import DocumentFacts, IssueFacts
from reader.model.report import FileReport, FileStatus, ImportReport, ParseReport
from reader.model.search import Answer
from reader.services.catalogue import IssueEntry
from reader.services.checking import Finding
from reader.services.gaps import Series, ranges_text
from reader.services.templates import TemplateFile
from reader.services.validity import Standing, Validity
from reader.wording import spoken, told

LONGEST_QUOTE = 60


def _sentence(code: str, facts: Mapping[str, str | int]) -> str:
    return told(code, **facts)


def import_report(report: ImportReport) -> str:
    """File by file, then the sum."""
    lines = [line for file in report.files for line in _file(file)]
    counts = [told("cli.count", name=_status(status), count=sum(file.status is status for file in report.files))
              for status in FileStatus]
    lines.append(told("cli.files", count=len(report.files), counts=told("cli.comma").join(counts)))
    if report.cancelled:
        lines.append(told("cli.import_stopped"))
    return "\n".join(lines)


def _status(status: FileStatus) -> str:
    return told(f"cli.{status.value}")


def _file(file: FileReport) -> Iterable[str]:
    status = _status(file.status)
    if file.error is not None:
        yield told("cli.file_failed", status=status, sentence=_sentence(file.error, file.facts))
        return
    if file.same_as:
        status = told("cli.same", name=Path(file.same_as).name)
    doubts = told("cli.file_doubts", count=len(file.doubts)) if file.doubts else ""
    yield told("cli.file", status=status, path=file.path, documents=file.documents, characters=file.characters,
               doubts=doubts, id=file.issue_id or "")
    for doubt in file.doubts:
        yield told("cli.line", line=doubt.line, sentence=_sentence(doubt.code, doubt.facts))


def issue_name(facts: IssueFacts) -> str:
    """长治市人民政府公报 2022年第5期, 长治市人民政府公报 2022, issue 5, or the title alone."""
    if spoken() == "zh":
        return cli_forms.issue_name(facts)
    year = f" {facts.year}" if facts.year is not None else ""
    number = f", issue {facts.number}" if facts.number is not None else ""
    return f"{facts.title}{year}{number}"


def issues(entries: Iterable[IssueEntry]) -> str:
    """Issues with their documents, ids in front."""
    lines: list[str] = []
    for entry in entries:
        source = entry.facts.source_name
        lines.append(told("cli.issue", id=entry.facts.id, name=issue_name(entry.facts), source=source))
        for facts in entry.documents:
            lines.append(told("cli.below", text=told("cli.beside", text=facts.id, more=_named(facts))))
    return "\n".join(lines) if lines else told("cli.no_issues")


def removed(issues: Sequence[IssueFacts], without_text: int) -> str:
    """Which issues have gone, and what that means for annotations."""
    lines = [told("cli.removed", name=issue_name(one), source=one.source_name) for one in issues]
    lines.append(told("cli.originals_kept"))
    if without_text:
        lines.append(told("cli.without_text", count=without_text))
    return "\n".join(lines)


def _named(facts: DocumentFacts) -> str:
    return _row(facts.title, facts.number.normal if facts.number else "", facts.date or "")


def _row(*parts: str) -> str:
    """What there is of these, beside each other."""
    first, *others = [part for part in parts if part]
    for other in others:
        first = told("cli.beside", text=first, more=other)
    return first


def report(found: ParseReport) -> str:
    """Doubts first, then what was removed and repaired."""
    lines = [told("cli.report", doubts=len(found.doubts), removals=len(found.removals), repairs=len(found.repairs))]
    lines += [told("cli.doubt", line=doubt.line, sentence=_sentence(doubt.code, doubt.facts))
              for doubt in found.doubts]
    lines += [told("cli.repair", line=one.line, kind=one.kind, before=one.before, after=one.after)
              for one in found.repairs]
    lines += [told("cli.unlisted", kind=one.kind, count=one.unlisted) if one.unlisted
              else told("cli.removal", line=one.line, kind=one.kind, text=one.text) for one in found.removals]
    return "\n".join(lines)


def answer(found: Answer, facts: Mapping[str, DocumentFacts], issues: Mapping[str, IssueFacts]) -> str:
    """Hits, best first."""
    lines = [told("cli.answer", total=found.total, ms=f"{found.took_ms:.1f}")]
    for hit in found.hits:
        known = facts[hit.document_id]
        issue = issue_name(issues[known.issue_id])
        lines.append(told("cli.issue", id=hit.document_id, name=_named(known), source=issue))
        lines.append(told("cli.hit", match=told(f"cli.match_{hit.match.value}"), snippet=hit.snippet))
    if found.suggestions:
        lines.append(told("cli.suggestions", words=_row(*found.suggestions)))
    return "\n".join(lines)


def annotation_list(found: Sequence[PlacedAnnotation]) -> str:
    """Annotations in text order."""
    if not found:
        return told("cli.no_annotations")
    return "\n".join(line for placed in found for line in _annotation(placed))


def _annotation(placed: PlacedAnnotation) -> Iterable[str]:
    made = placed.annotation
    anchor = made.anchor
    quote = told("cli.whole_document") if anchor is None else "“" + " ".join(anchor.quote.split()) + "”"
    if len(quote) > LONGEST_QUOTE:
        quote = quote[:LONGEST_QUOTE] + "…”"
    state = placed.placement.state
    place = _row(quote, anchor.address if anchor else "")
    place += "" if state is AnchorState.EXACT else told(f"cli.{state.value}")
    yield _row(made.id, f"[{made.style}]", place, *(f"#{tag}" for tag in made.tags), placed.document_id)
    for line in made.note.splitlines():
        yield told("cli.below", text=line)


def validity(found: Validity) -> str:
    """What may be inferred of a document's validity, with the words that say so."""
    if found.standing is Standing.UNKNOWN and not found.term:
        return told("validity.unknown")
    lines = [told(f"validity.{found.standing.value}") + told("validity.inferred")]
    for name, one in (("begins", found.term.begins), ("ends", found.term.ends)):
        if one is not None:
            date = one.date or told("validity.no_date")
            counted = told("validity.counted") if one.counted else ""
            lines.append(told(f"validity.{name}_on", date=date, counted=counted,
                              evidence=found.evidence[one.start, one.end]))
    if found.repealed is not None:
        lines.append(told("validity.ended_by", title=found.repealed.by.title, evidence=found.repealed.evidence))
    if found.renewed is not None:
        lines.append(told("validity.renewed_by", title=found.renewed.by.title, evidence=found.renewed.evidence))
    return "\n".join(lines)


def duties(rows: Sequence[DutyRow]) -> str:
    """A line a task: clause, task, who, who helps, until when."""
    comma = told("cli.comma")
    lines = [_row(row.address, row.task, comma.join(row.duty.units), comma.join(row.duty.helpers), row.duty.deadline)
             for row in rows]
    return "\n".join(lines) or told("cli.no_duties")


def gaps(issues: Iterable[Series], numbers: Iterable[Series]) -> str:
    """A line a series: what is held of it, and what is missing."""
    lines = [told(f"cli.gaps_of_{kind}", name=one.name, year=one.year, held=one.held,
                  missing=ranges_text(one.missing, told("cli.comma")))
             for kind, found in (("issues", issues), ("numbers", numbers)) for one in found]
    return "\n".join(lines) or told("cli.no_gaps")


def findings(found: Sequence[Finding]) -> str:
    """What is wrong and how to mend it."""
    if not found:
        return told("cli.sound")
    return "\n".join(_row(_sentence(one.code, one.facts), _sentence(one.remedy, one.facts)) for one in found)


def templates(found: Sequence[TemplateFile], folder: Path) -> str:
    """The templates there are, and where one's own go."""
    lines = [_row(one.name, one.format, told("cli.own_template" if one.own else "cli.gallery_template"), str(one.path))
             for one in found]
    return "\n".join([*lines, told("cli.template_folder", folder=str(folder))])
