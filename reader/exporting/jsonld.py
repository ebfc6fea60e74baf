"""Annotations as W3C Web Annotations in JSON-LD, and back again without loss.

W3C Recommendation Web Annotation Data Model (23 February 2017): an AnnotationCollection with one page; each annotation
with TextualBody bodies, a motivation, and a target with TextPositionSelector and TextQuoteSelector. What the vocabulary
has no word for stands under the prefix `dibao:`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from reader.exporting.excerpts import Excerpt, ExcerptDocument, excerpts

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PREFIX = "urn:dibao:ns:"
DOCUMENT = "urn:dibao:document:"
ANNOTATION = "urn:uuid:"

Json = dict[str, Any]


def jsonld(entries: Sequence[ExcerptDocument]) -> str:
    """All annotations as one AnnotationCollection, in text order."""
    items = [_annotation(one) for entry in entries for one in excerpts(entry)]
    name = str(uuid.uuid5(uuid.NAMESPACE_URL, " ".join(item["id"] for item in items)))
    collection = {
        "@context": [CONTEXT, {"dibao": PREFIX}],
        "id": ANNOTATION + name,
        "type": "AnnotationCollection",
        "label": "邸报批注",
        "total": len(items),
        "first": {"id": f"{ANNOTATION}{name}#1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def document_iri(key: str) -> str:
    """The IRI of a document by its key: urn:dibao:document:…, percent-encoded."""
    return DOCUMENT + quote(key, safe="")


def annotation_iri(id_: str) -> str:
    """The IRI of an annotation by its id, a UUID."""
    return ANNOTATION + id_


def _annotation(one: Excerpt) -> Json:
    made = one.annotation
    result: Json = {
        "id": annotation_iri(made.id),
        "type": "Annotation",
        "motivation": _motivation(one),
        "created": made.created,
        "modified": made.modified,
    }
    if made.author:
        result["creator"] = {"type": "Person", "name": made.author}
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in made.tags]
    if made.note:
        note = {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": made.note}
        bodies.insert(0, note)
    if bodies:
        result["body"] = bodies
    result["target"] = _target(one)
    result["dibao:style"] = made.style
    result["dibao:mark"] = made.mark.value
    if made.source:
        result["dibao:edition"] = made.source
    if made.history:
        result["dibao:history"] = list(made.history)
    result["dibao:state"] = one.state.value
    result["dibao:citation"] = one.citation
    return result


def _motivation(one: Excerpt) -> str:
    if one.annotation.note:
        return "commenting"
    if one.annotation.tags and one.annotation.anchor is None:
        return "tagging"
    return "highlighting"


def _target(one: Excerpt) -> str | Json:
    anchor, source = one.annotation.anchor, document_iri(one.annotation.key)
    if anchor is None:
        return source
    words: Json = {"type": "TextQuoteSelector", "exact": anchor.quote}
    if anchor.prefix:
        words["prefix"] = anchor.prefix
    if anchor.suffix:
        words["suffix"] = anchor.suffix
    position: Json = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    if anchor.dense_start >= 0:
        position["dibao:denseStart"] = anchor.dense_start
    if anchor.dense_rest >= 0:
        position["dibao:denseRest"] = anchor.dense_rest
    target: Json = {"type": "SpecificResource", "source": source, "selector": [position, words]}
    if anchor.rival is not None:
        words["dibao:rival"] = anchor.rival
    if anchor.address:
        target["dibao:address"] = anchor.address
    return target
