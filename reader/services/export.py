"""Write chosen annotations or documents to a file; the file that was there stays until the new one is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby, islice
from pathlib import Path

from reader.exporting import formats as known_formats
from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.file_names import safe_name
from reader.exporting.formats import JSONLD, PDF, Content, Material, PdfWriter
from reader.exporting.labels import Labels
from reader.model.annotation import PlacedAnnotation
from reader.model.document import Document, DocumentFacts, IssueFacts
from reader.model.errors import UserError
from reader.model.job import JobContext, SilentJob
from reader.services import annotate, catalogue, citing, exchange, saving, templates
from reader.services.annotate import Selection
from reader.services.library import Library


@dataclass(frozen=True, slots=True)
class Wish:
    """How to export.

    Attributes:
        format: one of `formats(content)`.
        content: annotations, or documents whole.
        order: of annotations: text, tag, style or date.
        marks: of documents: with what is marked and noted in them.
        template: of annotations in md or html: a template by name or path (`services.templates.find`); "" for the form
            of the program's own. Its own format counts then.
        sources: of annotations in docx or pdf: end with a list of the documents cited.
        language: of headings and labels, `zh` or `en`. Templates, citations and gazettes keep their own.
    """

    format: str = "md"
    content: Content = Content.ANNOTATIONS
    order: str = "text"
    marks: bool = True
    template: str = ""
    sources: bool = True
    language: str = "zh"


def formats(content: Content = Content.ANNOTATIONS) -> tuple[str, ...]:
    """The formats there are, by name."""
    return known_formats.known(content)


def export(library: Library, selection: Selection | None, wish: str | Wish, out: Path, *, order: str = "text",
           pdf: PdfWriter | None = None, job: JobContext | None = None) -> int:
    """Write the chosen annotations, or documents, to `out`; tells how many annotations there are in it, or documents.

    Args:
        selection: of annotations. For documents its `document_ids` say which; where it names none, those that the
            chosen annotations are on.
        wish: how; or the format alone.
        order: for a format alone: text, tag, style or date.
        pdf: sets pages in type, for the format pdf.
        job: told of pages; asked between steps.

    Raises:
        UserError: export.format; export.nothing: nothing is chosen; document.unknown; export.read_only,
            export.unreachable, export.no_folder, export.name, disk.full: `out` cannot be written; template.*. A
            file that was there is then as it was.
        Cancelled: by the job; nothing is written then.
    """
    wanted = wish if isinstance(wish, Wish) else Wish(wish, order=order)
    if wanted.format not in formats(wanted.content) or (wanted.format == PDF and pdf is None):
        raise UserError("export.format", format=wanted.format, known="、".join(formats(wanted.content)))
    entries = gathered(library, selection, wanted.content)
    if not entries:
        raise UserError("export.nothing")
    job = job or SilentJob()
    job.check_cancelled()
    handed_on = wanted.format == JSONLD and wanted.content is Content.ANNOTATIONS
    if handed_on:
        entries = exchange.with_histories(library, entries)
    data = content(library, entries, wanted, pdf=pdf, job=job)
    job.check_cancelled()
    saving.save(out, data)
    if handed_on:
        exchange.note_handed_on(library, entries)
    if wanted.content is Content.DOCUMENTS:
        return len(entries)
    return sum(len(entry.annotations) for entry in entries)


def export_each(library: Library, document_ids: Iterable[str], folder: Path, wish: Wish | None = None
                ) -> tuple[Path, ...]:
    """Write each document to a file of its own, called by its title; tells which files they are, in the order given.

    Args:
        folder: is there; files of the same names are replaced.
        wish: how, of documents and not as PDF; None for Markdown with what is marked and noted.

    Raises:
        UserError: document.unknown; as `export`.
    """
    wanted = wish or Wish("md", Content.DOCUMENTS)
    made: list[Path] = []
    for found in document_ids:
        entries = gathered(library, Selection(document_ids=(found,)), Content.DOCUMENTS)
        name = safe_name(entries[0].document.facts.title)
        path = folder / f"{name}.{wanted.format}"
        for number in count(2):
            if path not in made:
                break
            path = folder / f"{name} {number}.{wanted.format}"
        saving.save(path, content(library, entries, wanted))
        made.append(path)
    return tuple(made)


def gathered(library: Library, selection: Selection | None, content: Content = Content.ANNOTATIONS,
             limit: int | None = None) -> tuple[ExcerptDocument, ...]:
    """What is to be exported, in text order; nothing where nothing is chosen.

    Args:
        limit: at most so many annotations, or documents: for a preview.

    Raises:
        UserError: document.unknown.
    """
    return counted(library, selection, content, limit)[1]


def counted(library: Library, selection: Selection | None, content: Content = Content.ANNOTATIONS,
            limit: int | None = None) -> tuple[int, tuple[ExcerptDocument, ...]]:
    """How many annotations or documents there are in all, and the first of them as `gathered` has them."""
    found = annotate.all_annotations(library, selection)
    if content is Content.ANNOTATIONS:
        return len(found), _with_ends(library, _entries(library, found[:limit]))
    chosen = selection.document_ids if selection is not None else ()
    by_document: dict[str, list[PlacedAnnotation]] = {document_id: [] for document_id in chosen}
    for placed in found:
        if placed.document_id and (not chosen or placed.document_id in by_document):
            by_document.setdefault(placed.document_id, []).append(placed)
    first = islice(by_document.items(), limit)
    return len(by_document), _with_ends(library, (_entry(library, document_id, placed)
                                                  for document_id, placed in first))


def content(library: Library, entries: Sequence[ExcerptDocument], wish: Wish, *, pdf: PdfWriter | None = None,
            job: JobContext | None = None) -> bytes:
    """The content of the file.

    Args:
        entries: as `gathered` gives them.
    """
    wanted = material(library, entries, wish)
    watched = job or SilentJob()
    if wish.template and wish.content is Content.ANNOTATIONS:
        from reader.exporting.templates import render_template

        chosen = templates.find(library, wish.template, wish.format)
        return render_template(templates.read(chosen), replace(wanted, title=chosen.name),
                               watched.check_cancelled).encode()
    if wish.format != PDF:
        return known_formats.write(wish.format, wanted)
    if pdf is None:
        raise UserError("export.format", format=PDF, known="、".join(formats(wish.content)))

    def step(done: int, total: int) -> None:
        watched.check_cancelled()
        watched.report(done, total, "")

    return pdf(wanted, step)


def material(library: Library, entries: Sequence[ExcerptDocument], wish: Wish) -> Material:
    """What `gathered` gave, with how it is wished for."""
    labels = Labels("zh" if wish.template else wish.language)
    return Material(entries, wish.content, wish.order, wish.marks, tuple(map(labels.style, annotate.styles(library))),
                    sources=wish.sources, labels=labels,
                    words=lambda text: library.engine.words(text))


def _entries(library: Library, found: Sequence[PlacedAnnotation]) -> Iterator[ExcerptDocument]:
    """The annotations by document, as they come: in text order."""
    for (document_id, key), placed in groupby(
            found, lambda one: (one.document_id, "" if one.document_id else one.annotation.key)):
        if document_id:
            yield _entry(library, document_id, placed)
        else:
            # A colleague's annotations may come before the document does: the key is all that is known of it.
            yield ExcerptDocument(IssueFacts(key), Document(DocumentFacts(key, key), "", ()), tuple(placed))


def _entry(library: Library, document_id: str, placed: Iterable[PlacedAnnotation]) -> ExcerptDocument:
    document = catalogue.document(library, document_id)
    return ExcerptDocument(catalogue.issue_facts(library, document.facts.issue_id), document, tuple(placed))


def _with_ends(library: Library, entries: Iterable[ExcerptDocument]) -> tuple[ExcerptDocument, ...]:
    """The same, with what the archive says no longer holds."""
    made = tuple(entries)
    ended = citing.all_repealed(library, (entry.document.facts for entry in made if entry.document.facts.id))
    return tuple(replace(entry, repealed=True) if entry.document.facts.key in ended else entry for entry in made)
