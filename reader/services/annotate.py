"""Annotations: make, change, delete, bring back, list; and their tags and styles."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.anchoring import describe
from reader.model.annotation import AnchorState, Annotation, Mark, PlacedAnnotation, Placement, Style
from reader.model.document import Document
from reader.model.errors import UserError
from reader.services import placing
from reader.services.library import Library
from reader.services.remembering import version
from reader.storage import annotations_rows as rows
from reader.storage import library_reading as reading
from reader.storage.connections import transaction
from reader.storage.faults import worded
from reader.storage.library_writing import now
from reader.storage.library_writing import text_hash as hash_of

TRASH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Selection:
    """Which annotations are meant; a field left empty means any.

    Attributes:
        tags: with one of these tags, or one below it in the hierarchy (安全 finds 安全/责任).
        styles: with one of these styles, by name.
        document_ids: of one of these documents, in any edition; they are placed in the one named.
        states: whose place is as sure as this.
        text: that have these characters in quote, note or tags, whatever the case.
        ids: these themselves.
        authors: by one of these; "" means without a name.
        since, until: last changed on these days or between them, ISO dates of local time, both inclusive.
    """

    tags: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    states: tuple[AnchorState, ...] = ()
    text: str = ""
    ids: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


def all_annotations(library: Library, selection: Selection | None = None) -> tuple[PlacedAnnotation, ...]:
    """The chosen annotations in text order: as the library lists its documents, then by place.

    Raises:
        UserError: document.unknown: the selection names a document that is not there.
    """
    chosen = selection or Selection()
    if len(chosen.document_ids) == 1:
        placed: Iterable[PlacedAnnotation] = annotations_of(library, chosen.document_ids[0])
    elif chosen.document_ids:
        keys = {key for found in chosen.document_ids for key in reading.keys_of(library.texts, found)}
        wanted = (annotation for annotation in rows.select(library.notes) if annotation.key in keys)
        placed = placing.place_all(library, wanted, documents=frozenset(chosen.document_ids))
    else:
        placed = _everything(library)
    return tuple(found for found in placed if _is_chosen(found.annotation, chosen)
                 and (not chosen.states or found.placement.state in chosen.states))


def _everything(library: Library) -> tuple[PlacedAnnotation, ...]:
    """All annotations that are not in the trash, in text order."""
    def made() -> tuple[PlacedAnnotation, ...]:
        return tuple(placing.place_all(library, rows.select(library.notes)))

    def mended(placed: tuple[PlacedAnnotation, ...], ids: frozenset[str]) -> tuple[PlacedAnnotation, ...]:
        fresh = placing.place_all(library, rows.select_some(library.notes, ids))
        return placing.merged(placed, ids, fresh, placing.place_in_library(library))

    return library.memory.follow("placed", library.notes, version(library.texts), made, mended)


def _is_chosen(annotation: Annotation, chosen: Selection) -> bool:
    if chosen.ids and annotation.id not in chosen.ids:
        return False
    if chosen.styles and annotation.style not in chosen.styles:
        return False
    if chosen.authors and annotation.author not in chosen.authors:
        return False
    if chosen.tags and not any(tag == wanted or tag.startswith(wanted + "/")
                               for tag in annotation.tags for wanted in chosen.tags):
        return False
    if chosen.since or chosen.until:
        day = datetime.datetime.fromisoformat(annotation.modified).astimezone().date().isoformat()
        if (chosen.since and day < chosen.since) or (chosen.until and day > chosen.until):
            return False
    if not chosen.text:
        return True
    quote = annotation.anchor.quote if annotation.anchor else ""
    return any(chosen.text.casefold() in place.casefold() for place in (quote, annotation.note, *annotation.tags))


def annotations_of(library: Library, document_id: str) -> tuple[PlacedAnnotation, ...]:
    """A document's annotations, made on any edition of it, placed in this one, in text order.

    Raises:
        UserError: document.unknown.
    """
    keys = reading.keys_of(library.texts, document_id)

    def made() -> tuple[PlacedAnnotation, ...]:
        condition = f"annotations.key IN ({', '.join('?' * len(keys))}) AND deleted IS NULL"
        return tuple(placing.place_on(library, document_id, rows.select(library.notes, condition, keys)))

    def mended(placed: tuple[PlacedAnnotation, ...], ids: frozenset[str]) -> tuple[PlacedAnnotation, ...]:
        fresh = [one for one in rows.select_some(library.notes, ids) if one.key in keys]
        return placing.merged(placed, ids, placing.place_on(library, document_id, fresh), placing.place_in_text)

    return library.memory.follow(f"placed on {document_id}", library.notes, version(library.texts), made, mended)


def annotation(library: Library, annotation_id: str) -> Annotation:
    """One annotation, not from the trash. UserError annotation.unknown."""
    found = rows.select(library.notes, "annotations.id = ? AND deleted IS NULL", (annotation_id,))
    if not found:
        raise UserError("annotation.unknown", id=annotation_id)
    return found[0]


def create(library: Library, document_id: str, *, start: int, end: int, style: str = "重点", note: str = "",
           tags: Iterable[str] = (), mark: Mark = Mark.HIGHLIGHT, author: str = "") -> PlacedAnnotation:
    """Annotate a range of a document.

    Args:
        start, end: code points on the document's text, half-open, not empty.

    Raises:
        UserError: document.unknown, range.invalid, style.unknown; library.read_only, disk.full.
    """
    document = _document(library, document_id)
    if not 0 <= start < end <= len(document.text):
        raise UserError("range.invalid", start=start, end=end, length=len(document.text))
    from reader.exporting import address_at

    anchor = describe(document.text, start, end, address_at(document, start, end))
    made = _new(library, document.facts.key, document.facts.issue_id, style, note, tags, author)
    return _saved(library, document_id, replace(made, anchor=anchor, mark=mark), hash_of(document.text))


def _document(library: Library, document_id: str) -> Document:
    """A document; the last one is at hand, for who marks one passage of it marks another."""
    last: dict[str, Document] = library.memory.get("document annotated last", library.texts, lambda _: {})
    if document_id not in last:
        last.clear()
        last[document_id] = reading.document(library.texts, document_id)
    return last[document_id]


def create_on_document(library: Library, document_id: str, *, style: str, note: str, tags: Iterable[str],
                       author: str = "") -> PlacedAnnotation:
    """Annotate a document as a whole.

    Raises:
        UserError: document.unknown, style.unknown; library.read_only, disk.full.
    """
    facts = reading.document_facts(library.texts, document_id)
    return _saved(library, document_id, _new(library, facts.key, facts.issue_id, style, note, tags, author), "")


def _new(library: Library, key: str, issue_id: str, style: str, note: str, tags: Iterable[str],
         author: str) -> Annotation:
    names = [known.name for known in styles(library)]
    if style not in names:
        raise UserError("style.unknown", style=style, known="、".join(names))
    source = reading.issue_facts(library.texts, issue_id).source
    moment = now()
    return Annotation(id=str(uuid.uuid4()), key=key, source=source, anchor=None, style=style, created=moment,
                      modified=moment, note=note, tags=clean_tags(tags), author=author)


def _saved(library: Library, document_id: str, annotation: Annotation, text_hash: str) -> PlacedAnnotation:
    """Save an annotation just made on a text, where its place is known, in one transaction."""
    anchor = annotation.anchor
    place = (placing.WHOLE_DOCUMENT if anchor is None
             else Placement(AnchorState.EXACT, anchor.start, anchor.end))
    with worded(library.notes_root), transaction(library.notes) as notes:
        rows.write(notes, annotation)
        if anchor is not None:
            # The hash of the text it was made on: were another stored meanwhile, the place would be found anew.
            rows.write_placement(notes, annotation, document_id, text_hash, place)
    return PlacedAnnotation(annotation, document_id, place)


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: on one line, no white space around them or their levels, no empty ones, none twice."""
    cleaned = ("/".join(filter(None, (" ".join(level.split()) for level in tag.split("/")))) for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))


def save(library: Library, annotation: Annotation) -> None:
    """Insert an annotation, or replace the one of its id, exactly as given; one in the trash comes back.

    Raises:
        UserError: library.read_only, disk.full.
    """
    with worded(library.root), transaction(library.notes) as notes:
        rows.write(notes, annotation)


def delete(library: Library, annotation_id: str) -> Annotation:
    """Put an annotation into the trash, where it stays 30 days, and tell what it was.

    Raises:
        UserError: annotation.unknown; library.read_only, disk.full.
    """
    found = annotation(library, annotation_id)
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("UPDATE annotations SET deleted = ? WHERE id = ?", (now(), annotation_id))
    return found


def apply(library: Library, saved: Iterable[Annotation], deleted: Iterable[str] = ()) -> None:
    """Insert or replace annotations and put others, by id, into the trash, all in one transaction.

    Raises:
        UserError: library.read_only, disk.full. Nothing has changed then.
    """
    moment = now()
    with worded(library.root), transaction(library.notes) as notes:
        for one in saved:
            rows.write(notes, one)
        notes.executemany("UPDATE annotations SET deleted = ? WHERE id = ?", [(moment, id_) for id_ in deleted])


def restore(library: Library, annotation_id: str) -> None:
    """Bring an annotation back from the trash. UserError annotation.unknown, library.read_only, disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        changed = notes.execute("UPDATE annotations SET deleted = NULL WHERE id = ?", (annotation_id,)).rowcount
    if not changed:
        raise UserError("annotation.unknown", id=annotation_id)


def trash(library: Library) -> tuple[Annotation, ...]:
    """What lies in the trash, oldest first."""
    return tuple(rows.select(library.notes, "deleted IS NOT NULL"))


def empty_trash(library: Library, older_than_days: int = TRASH_DAYS) -> int:
    """Delete for good what was put into the trash longer ago than that; tells how many."""
    limit = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=older_than_days)
    moment = limit.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    with worded(library.root), transaction(library.notes) as notes:
        return notes.execute("DELETE FROM annotations WHERE deleted <= ?", (moment,)).rowcount


def tags(library: Library) -> tuple[tuple[str, int], ...]:
    """All tags in use with the number of annotations that have them, in the order of their names."""
    # By way of the trash, which is small: the rows of annotations are large.
    return tuple(library.notes.execute(
        "SELECT tag, count(*) FROM tags"
        " WHERE annotation_id NOT IN (SELECT id FROM annotations WHERE deleted IS NOT NULL) GROUP BY tag ORDER BY tag"))


def authors(library: Library) -> tuple[str, ...]:
    """The names under which there are annotations, "" among them where one has none, in the order of names."""
    return tuple(name for (name,) in library.notes.execute(
        "SELECT DISTINCT author FROM annotations WHERE deleted IS NULL ORDER BY author"))


def styles(library: Library) -> tuple[Style, ...]:
    """The named colours in the user's order."""
    return rows.styles(library.notes)


def save_style(library: Library, style: Style) -> None:
    """Change the style of that name, or add it after the others. UserError library.read_only, disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        rows.write_style(notes, style)


def remove_style(library: Library, name: str) -> None:
    """Take a style away; one that an annotation has, in the trash or not, stays. UserError library.read_only,
    disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        rows.remove_styles(notes, [name])
