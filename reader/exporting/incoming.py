"""Annotations out of a W3C Web Annotation file anybody may have made: ours exactly, foreign ones as far as they fit."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from reader.exporting.jsonld import ANNOTATION, DOCUMENT
from reader.model.annotation import Anchor, Annotation, Mark
from reader.model.errors import UserError

MOST_BYTES = 60_000_000
"""About 40,000 annotations. What is larger would stop the window while it is read: JSON is read in one piece."""
LONGEST_TEXT = 2_000_000
"""Code points of a note or a quote."""
LONGEST_NAME = 500
"""Code points of a tag, style, author or address."""
MOST_TAGS = 500
MOST_VERSIONS = 1000
GREATEST_OFFSET = 1 << 40
DEFAULT_STYLE = "其他"

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SURROGATE = re.compile("[\ud800-\udfff]")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds.

    Attributes:
        annotations: those that can be kept, in the file's order; of one id only the last modified.
        failed: for each of the others its place in the file, from 0, and why: not_annotation, no_document, no_quote,
            damaged.
    """

    annotations: tuple[Annotation, ...]
    failed: tuple[tuple[int, str], ...]


class _Unfit(Exception):
    """An item that cannot become an annotation of ours; the argument says why."""


def read_annotations(data: bytes, name: str, now: str) -> Incoming:
    """The annotations of a file.

    Args:
        data: the file's content: an AnnotationCollection, an AnnotationPage, a list of annotations, or a single one.
        name: the file's name, for messages.
        now: UTC, ISO 8601 with Z, to the millisecond: taken where an annotation does not say when it was made.

    Raises:
        UserError: annotations.too_large, annotations.not_json, annotations.none (JSON without annotations).
    """
    if len(data) > MOST_BYTES:
        raise UserError("annotations.too_large", path=name, megabytes=MOST_BYTES // 1_000_000)
    try:
        root = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise UserError("annotations.not_json", path=name) from error
    kept: dict[str, Annotation] = {}
    failed: list[tuple[int, str]] = []
    items = list(_items(root))
    if not items:
        raise UserError("annotations.none", path=name)
    for place, item in enumerate(items):
        try:
            one = _annotation(item, now)
        except _Unfit as unfit:
            failed.append((place, str(unfit)))
            continue
        if one.id not in kept or kept[one.id].modified < one.modified:
            kept[one.id] = one
    return Incoming(tuple(kept.values()), tuple(failed))


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _items(root: object) -> Iterator[object]:
    """The annotations of whatever holds them: a list, a page, a collection, or the annotation itself."""
    if isinstance(root, list):
        yield from root
    elif isinstance(root, dict):
        if "items" in root:
            yield from _list(root["items"])
        elif isinstance(root.get("first"), dict):
            yield from _list(root["first"].get("items"))
        elif "target" in root:
            yield root


def _list(value: object) -> list[Any]:
    """A value that JSON-LD allows to be one or many."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _annotation(item: object, now: str) -> Annotation:
    if not isinstance(item, dict) or "Annotation" not in _list(item.get("type")) or "target" not in item:
        raise _Unfit("not_annotation")
    targets = _list(item["target"])
    if not targets:
        raise _Unfit("not_annotation")
    created = _moment(item.get("created"), now)
    note, tags = _bodies(item)
    mark = Mark.UNDERLINE if item.get("dibao:mark") == Mark.UNDERLINE.value else Mark.HIGHLIGHT
    return Annotation(
        id=_id(item.get("id")), key=_key(targets[0]), source=_text(item.get("dibao:edition", ""), LONGEST_NAME),
        anchor=_anchor(targets[0]), style=_text(item.get("dibao:style"), LONGEST_NAME, DEFAULT_STYLE) or DEFAULT_STYLE,
        created=created, modified=_moment(item.get("modified"), created), mark=mark, note=note, tags=tags,
        author=_author(item.get("creator")), history=_history(item.get("dibao:history")))


def _id(iri: object) -> str:
    text = _text(iri, LONGEST_TEXT)
    if not text:
        raise _Unfit("not_annotation")
    bare = text.removeprefix(ANNOTATION)
    # The same foreign annotation gets the same id each time it comes.
    return bare if _UUID.fullmatch(bare) else str(uuid.uuid5(uuid.NAMESPACE_URL, text))


def _key(target: object) -> str:
    source = target.get("source", target.get("id")) if isinstance(target, dict) else target
    if isinstance(source, dict):
        source = source.get("id")
    text = _text(source, LONGEST_TEXT)
    key = unquote(text.removeprefix(DOCUMENT), errors="replace")
    if not text.startswith(DOCUMENT) or not key or len(key) > LONGEST_NAME:
        raise _Unfit("no_document")
    return key


def _anchor(target: object) -> Anchor | None:
    if not isinstance(target, dict):
        return None
    selectors = [one for one in _list(target.get("selector")) if isinstance(one, dict)]
    if not selectors:
        return None
    words: Json = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), {})
    position: Json = next((one for one in selectors if one.get("type") == "TextPositionSelector"), {})
    quote = _text(words.get("exact"), LONGEST_TEXT)
    if not quote:
        raise _Unfit("no_quote")
    start = _offset(position.get("start", 0))
    end = _offset(position.get("end", start + len(quote)))
    if end < start:
        raise _Unfit("damaged")
    rival = words.get("dibao:rival")
    if rival is not None and (isinstance(rival, bool) or not isinstance(rival, int | float) or not 0 <= rival <= 1):
        raise _Unfit("damaged")
    dense, rest = position.get("dibao:denseStart"), position.get("dibao:denseRest")
    return Anchor(
        start=start, end=end, quote=quote,
        prefix=_text(words.get("prefix", ""), LONGEST_NAME), suffix=_text(words.get("suffix", ""), LONGEST_NAME),
        address=_text(target.get("dibao:address", ""), LONGEST_NAME),
        dense_start=-1 if dense is None else _offset(dense), rival=None if rival is None else float(rival),
        dense_rest=-1 if rest is None else _offset(rest))


def _bodies(item: Json) -> tuple[str, tuple[str, ...]]:
    notes, tags = [], []
    for body in _list(item.get("body")) or _list(item.get("bodyValue")):
        if isinstance(body, str):
            notes.append(_text(body, LONGEST_TEXT))
        elif isinstance(body, dict) and "value" in body:
            if "tagging" in _list(body.get("purpose", item.get("motivation"))):
                tags.append(_text(body["value"], LONGEST_NAME))
            else:
                notes.append(_text(body["value"], LONGEST_TEXT))
    note = "\n\n".join(notes)
    if len(note) > LONGEST_TEXT or len(tags) > MOST_TAGS:
        raise _Unfit("damaged")
    return note, tuple(tags)


def _history(value: object) -> tuple[str, ...]:
    moments = _list(value)
    if len(moments) > MOST_VERSIONS:
        raise _Unfit("damaged")
    return tuple(sorted({_moment(moment, "") for moment in moments} - {""}))


def _author(creator: object) -> str:
    first = next(iter(_list(creator)), "")
    if isinstance(first, dict):
        first = first.get("name") or first.get("nickname") or first.get("id") or ""
    return _text(next(iter(_list(first)), ""), LONGEST_NAME)


def _text(value: object, longest: int, otherwise: str | None = None) -> str:
    """A string that UTF-8 can hold, of at most `longest` code points; `otherwise` where there is none."""
    if value is None and otherwise is not None:
        return otherwise
    if not isinstance(value, str) or len(value) > longest or _SURROGATE.search(value):
        raise _Unfit("damaged")
    return value


def _offset(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < GREATEST_OFFSET:
        raise _Unfit("damaged")
    return value


def _moment(value: object, otherwise: str) -> str:
    """An xsd:dateTime as UTC to the millisecond; ours unchanged."""
    if value is None:
        return otherwise
    try:
        moment = datetime.fromisoformat(_text(value, LONGEST_NAME))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError) as error:
        raise _Unfit("damaged") from error
