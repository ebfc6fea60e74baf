"""The command line: every command calls a service and shows what it answers, as JSON or in plain words."""

from __future__ import annotations

import argparse
import logging
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader import cli_forms as forms
from reader import cli_text as texts
from reader.cli_arguments import PROGRAM, VERSION
from reader.cli_output import Watched, dumped, put_out, say
from reader.model.annotation import AnchorState
from reader.model.errors import Cancelled, UserError
from reader.model.search import SearchQuery
from reader.services import annotate, catalogue, paths
from reader.services.library import EngineFactory, Library
from reader.storage.faults import worded
from reader.wording import told, word

if TYPE_CHECKING:
    from reader.exporting.formats import PdfWriter

LOG = logging.getLogger(__name__)

DONE, PARTLY, WRONG_USAGE, UNUSABLE = 0, 1, 2, 3
INTERRUPTED = 130
"""As shells have it for Ctrl+C, where a command could not end in good order."""


class Commands:
    """The commands, each a method that returns what to show and the exit status."""

    def __init__(self, arguments: argparse.Namespace, engine_factory: EngineFactory,
                 pdf: PdfWriter | None = None) -> None:
        self._asked = arguments
        self._factory = engine_factory
        self._pdf = pdf
        self.root: Path = arguments.library or paths.default_library()

    def run(self) -> tuple[forms.Form, str, int]:
        """Carry out the command: JSON form, text, exit status. Raises UserError."""
        command: Callable[[], tuple[forms.Form, str, int]] = getattr(self, self._asked.command.replace("-", "_") + "_")
        try:
            return command()
        except sqlite3.DatabaseError:
            # Damage may lie where opening does not look.
            with worded(self.root):
                raise

    def _open(self, *, write: bool = False) -> Library:
        return Library.open(self.root, self._factory, write=write, own_notes=paths.own_notes(self.root))

    @contextmanager
    def _changing(self) -> Iterator[Library]:
        """The library with the right to change it. Once the command has done its own work the index gets what an
        import that was killed has left to do."""
        from reader.services.indexing import catch_up

        with self._open(write=True) as library:
            yield library
            try:
                catch_up(library, Watched())
            except UserError as fault:
                # What was asked for is done; `check` goes on telling of the index.
                say(told(fault.code, **fault.facts))
            except Cancelled:
                LOG.info("the index was left behind: stopped")

    def _handing_on(self, format_: str) -> Library:
        """The library as far as others may have it open: where annotations go to a colleague it shall note which
        versions they are (`exchange.note_handed_on`)."""
        try:
            return self._open(write=format_ == "jsonld")
        except UserError as fault:
            if fault.code not in {"library.in_use", "library.read_only"}:
                raise
            return self._open()

    def import_(self) -> tuple[forms.Form, str, int]:
        from reader.services.import_files import import_paths

        with self._open(write=True) as library:
            report = import_paths(library, self._asked.paths, Watched())
        if report.unindexed:
            say(told("import.unindexed"))
        status = PARTLY if report.failed or report.cancelled or report.unindexed else DONE
        if any(file.error and file.error.startswith(("disk.", "library.")) for file in report.files):
            status = UNUSABLE
        return forms.import_report(report), texts.import_report(report), status

    def documents_(self) -> tuple[forms.Form, str, int]:
        with self._open() as library:
            entries = catalogue.issues(library)
            headings = catalogue.all_headings(library)
        found = [forms.issue(entry.facts, (forms.document(one, headings[one.id]) for one in entry.documents))
                 for entry in entries]
        return {"issues": found}, texts.issues(entries), DONE

    def show_(self) -> tuple[forms.Form, str, int]:
        from reader.services import rendering

        wanted = self._asked.format or ("json" if self._asked.json else "text")
        with self._open() as library:
            kind = "issue" if self._asked.id.startswith("i") else "document"
            parts: tuple[rendering.Part, ...]
            if kind == "issue":
                issue = catalogue.issue(library, self._asked.id)
                parts, text, title = issue.parts, issue.text, forms.issue_name(issue.facts)
                headings = {one.facts.id: catalogue.headings(library, one.facts.id) for one in issue.documents}
                form = forms.whole_issue(issue, headings) if wanted == "json" else {}
            else:
                document = catalogue.document(library, self._asked.id)
                parts, text, title = (document,), document.text, document.facts.title
                form = (forms.whole_document(document, catalogue.headings(library, self._asked.id))
                        if wanted == "json" else {})
        if wanted == "json":
            form["type"] = kind
            return form, dumped(form), DONE
        shown = {"text": lambda: text, "markdown": lambda: rendering.markdown(parts),
                 "html": lambda: rendering.html(parts, title)}[wanted]()
        return {"id": self._asked.id, "type": kind, "format": wanted, "text": shown}, shown, DONE

    def remove_(self) -> tuple[forms.Form, str, int]:
        from reader.services import removing

        with self._open(write=True) as library:
            count = removing.without_text(library, self._asked.ids)
            removed = removing.remove(library, self._asked.ids, Watched())
        form = {"removed": [one.id for one in removed.issues], "annotations_without_text": count}
        return form, texts.removed(removed.issues, count), DONE

    def report_(self) -> tuple[forms.Form, str, int]:
        with self._open() as library:
            report = catalogue.report(library, self._asked.id)
        return forms.report(report), texts.report(report), DONE

    def search_(self) -> tuple[forms.Form, str, int]:
        from reader.services.search import search

        if not self._asked.query.strip():
            raise UserError("search.empty")
        query = SearchQuery(self._asked.query, self._asked.limit, self._asked.offset)
        with self._open() as library:
            answer = search(library, query)
            facts = {hit.document_id: catalogue.document_facts(library, hit.document_id) for hit in answer.hits}
            issues = {one.issue_id: catalogue.issue_facts(library, one.issue_id) for one in facts.values()}
        return forms.answer(answer, facts, issues), texts.answer(answer, facts, issues), DONE

    def annotate_(self) -> tuple[forms.Form, str, int]:
        asked = self._asked
        said = asked.note.strip() or annotate.clean_tags(asked.tag)
        if asked.quote is None and asked.range is None and not said:
            raise UserError("annotation.empty")
        with self._changing() as library:
            place, several = self._place(library)
            if place is None:
                made = annotate.create_on_document(library, asked.id, style=asked.style, note=asked.note,
                                                   tags=asked.tag, author=asked.author)
            else:
                made = annotate.create(library, asked.id, start=place[0], end=place[1], style=asked.style,
                                       note=asked.note, tags=asked.tag, author=asked.author)
        if several:
            say(told("quote.several"))
        return forms.annotation(made), texts.annotation_list((made,)), DONE

    def _place(self, library: Library) -> tuple[tuple[int, int] | None, bool]:
        """The range that --quote, --occurrence and --range mean, None for the whole document; and whether the quote
        stands elsewhere too, which nobody has thought of."""
        asked = self._asked
        if asked.quote is None:
            return None if asked.range is None else (asked.range[0], asked.range[1]), False
        text = catalogue.document(library, asked.id).text
        if asked.range is not None:
            if text[asked.range[0]:asked.range[1]] != asked.quote:
                raise UserError("quote.differs")
            return (asked.range[0], asked.range[1]), False
        at = -1
        for _ in range(asked.occurrence or 1):
            at = text.find(asked.quote, at + 1) if asked.quote else -1
            if at < 0:
                raise UserError("quote.missing", quote=asked.quote, occurrence=asked.occurrence or 1)
        return (at, at + len(asked.quote)), asked.occurrence is None and text.find(asked.quote, at + 1) >= 0

    def _selection(self, library: Library) -> annotate.Selection:
        """What the filters choose. UserError style.unknown: there is no such style, and nothing that has it."""
        asked = self._asked
        names = [style.name for style in annotate.styles(library)]
        for style in asked.style:
            if style not in names and not annotate.all_annotations(library, annotate.Selection(styles=(style,))):
                raise UserError("style.unknown", style=style, known="、".join(names))
        return annotate.Selection(tags=tuple(asked.tag), styles=tuple(asked.style), document_ids=tuple(asked.document),
                                  states=tuple(AnchorState(state) for state in asked.state), since=asked.since or "",
                                  until=asked.until or "", authors=tuple(asked.author))

    def annotations_(self) -> tuple[forms.Form, str, int]:
        with self._open() as library:
            found = annotate.all_annotations(library, self._selection(library))
        return {"annotations": [forms.annotation(one) for one in found]}, texts.annotation_list(found), DONE

    def cite_(self) -> tuple[forms.Form, str, int]:
        from reader.exporting.citation_forms import CitationForm
        from reader.services.citing import cited

        form = CitationForm(self._asked.form)
        with self._open() as library:
            found = cited(library, self._asked.id, self._asked.range, form)
        if found.repealed is not None:
            say(told("cite.repealed", title=found.repealed.by.title, evidence=found.repealed.evidence))
        return forms.citation(found), found.text, DONE

    def validity_(self) -> tuple[forms.Form, str, int]:
        from reader.services.validity import validity

        with self._open() as library:
            found = validity(library, self._asked.id)
        return forms.validity(self._asked.id, found), texts.validity(found), DONE

    def duties_(self) -> tuple[forms.Form, str, int]:
        from reader.exporting.duty_table import duty_table

        with self._open() as library:
            rows = duty_table(catalogue.document(library, self._asked.id))
        return forms.duties(self._asked.id, rows), texts.duties(rows), DONE

    def gaps_(self) -> tuple[forms.Form, str, int]:
        from reader.services import gaps

        with self._open() as library:
            issues, numbers = gaps.issue_gaps(library), gaps.number_gaps(library)
        return forms.gaps(issues, numbers), texts.gaps(issues, numbers), DONE

    def export_(self) -> tuple[forms.Form, str, int]:
        from reader.exporting.formats import Content
        from reader.services.export import Wish, export

        asked = self._asked
        wish = Wish(asked.format, Content(asked.content), asked.order, not asked.without_marks, asked.template,
                    not asked.without_sources, asked.labels)
        with self._handing_on(asked.format) as library:
            count = export(library, self._selection(library), wish, asked.out, pdf=self._pdf, job=Watched())
        form = {"format": asked.format, "content": asked.content, "out": str(asked.out), asked.content: count}
        what = "annotations" if wish.content is Content.ANNOTATIONS else "documents"
        return form, told(f"cli.{what}_exported", count=count, out=str(asked.out)), DONE

    def templates_(self) -> tuple[forms.Form, str, int]:
        from reader.services import templates

        with self._open() as library:
            found = templates.templates(library)
            folder = templates.own_folder(library)
        form = {"folder": str(folder), "templates": [
            {"name": one.name, "format": one.format, "own": one.own, "path": str(one.path)} for one in found]}
        return form, texts.templates(found, folder), DONE

    def import_annotations_(self) -> tuple[forms.Form, str, int]:
        from reader.services.exchange import import_annotations
        from reader.services.versions import Side

        sides = {"newer": None, "mine": Side.MINE, "theirs": Side.THEIRS}

        with self._changing() as library:
            result = import_annotations(library, self._asked.file, sides[self._asked.conflicts])
        form = {"imported": result.imported, "duplicates": result.duplicates, "updated": result.updated,
                "failed": result.failed, "reasons": [{"item": item, "reason": why} for item, why in result.reasons],
                "conflicts": len(result.conflicts),
                "conflicting": [forms.conflict(one, side) for one, side in result.conflicts]}
        text = told("cli.taken_in", imported=result.imported, updated=result.updated,
                    duplicates=result.duplicates, failed=result.failed)
        if result.conflicts:
            kept = sum(side is Side.MINE for _, side in result.conflicts)
            count = len(result.conflicts)
            text = f"{text}\n{told('cli.conflicts', count=count, mine=kept, theirs=count - kept)}"
        return form, text, PARTLY if result.failed else DONE

    def reindex_(self) -> tuple[forms.Form, str, int]:
        from reader.services import rebuilding
        from reader.services.indexing import reindex

        begin = time.perf_counter()
        aside = self._with_sound_texts()
        with self._open(write=True) as library:
            job = Watched()
            rebuilt = rebuilding.rebuild(library, job)
            count = reindex(library, job)
        seconds = round(time.perf_counter() - begin, 3)
        text = told("cli.reindexed", count=count, seconds=str(seconds))
        if rebuilt:
            text = told("cli.rebuilt", count=rebuilt) + text
        if aside is not None:
            text += told("cli.aside", path=str(aside))
        return {"documents": count, "rebuilt": rebuilt, "seconds": seconds,
                "aside": None if aside is None else str(aside)}, text, DONE

    def _with_sound_texts(self) -> Path | None:
        """Make way for a new library.db where it is lost or damaged and can be rebuilt; tells where the old one is."""
        from reader.services import rebuilding
        from reader.services.library import LIBRARY_FILE

        root = self.root.expanduser().absolute()
        try:
            with self._open(write=True) as library:
                if library.texts_read_only or not rebuilding.is_damaged(library):
                    return None
            fault = UserError("library.broken", path=str(root / LIBRARY_FILE))
        except UserError as error:
            if error.facts.get("path") != str(root / LIBRARY_FILE) or error.code not in {
                    "library.broken", "library.lost"}:
                raise
            fault = error
        if not rebuilding.can_rebuild(root):
            raise fault
        say(told("library.rebuilding", path=str(root / LIBRARY_FILE)))
        return rebuilding.begin_anew(root)

    def check_(self) -> tuple[forms.Form, str, int]:
        from reader.services.checking import check

        with self._open() as library:
            found = check(library, Watched())
        form = {"ok": not found, "findings": [forms.finding(one) for one in found]}
        return form, texts.findings(found), UNUSABLE if found else DONE

    def backup_(self) -> tuple[forms.Form, str, int]:
        from reader.services.safety import backup

        with self._open() as library:
            path = backup(library, self._asked.out)
        return {"file": str(path)}, told("cli.backed_up", path=str(path)), DONE

    def restore_(self) -> tuple[forms.Form, str, int]:
        from reader.services.safety import restore_closed

        aside = restore_closed(self.root, self._asked.file)
        form = {"restored": str(self._asked.file), "replaced": str(aside)}
        return form, told("cli.restored", path=str(aside)), DONE


def run(arguments: argparse.Namespace, engine_factory: EngineFactory, pdf: PdfWriter | None = None) -> int:
    """Carry out the command that was typed and show the answer; tells the exit status.

    Args:
        pdf: sets pages in type, for `export --format pdf`.
    """
    try:
        if arguments.version:
            form, text, status = {"name": PROGRAM, "version": VERSION}, f"{PROGRAM} {VERSION}", DONE
        else:
            form, text, status = Commands(arguments, engine_factory, pdf).run()
    except UserError as fault:
        form, text, status = forms.error(fault), "", _status(fault)
        say(told(fault.code, **fault.facts))
    except Cancelled:
        form, text, status = {"error": "cancelled", "message": word("cancelled.command", {})}, "", PARTLY
        say(told("cancelled.command"))
    shown = dumped(form) if arguments.json else text
    put_out(shown if shown.endswith("\n") or not shown else shown + "\n")
    return status


def refuse(usage: str, *, as_json: bool) -> int:
    """Say that what was typed is no command, and how commands look."""
    say(usage)
    if as_json:
        sys.stdout.write(dumped({"error": "usage", "message": usage}))
    return WRONG_USAGE


def own_fault(fault: Exception, log: Path, *, as_json: bool) -> int:
    """Say that the program has a fault, and where its details are."""
    facts: dict[str, str | int] = {"kind": type(fault).__qualname__, "log": str(log)}
    say(told("internal.fault", **facts))
    if as_json:
        sys.stdout.write(dumped({"error": "internal.fault", "message": word("internal.fault", facts), "facts": facts}))
    return PARTLY


def _status(fault: UserError) -> int:
    group = fault.code.partition(".")[0]
    if group in {"library", "disk", "original"}:
        return UNUSABLE
    # Setting pages in type can fail for reasons of this computer alone; all else is about what was asked for.
    return PARTLY if group == "print" else WRONG_USAGE
