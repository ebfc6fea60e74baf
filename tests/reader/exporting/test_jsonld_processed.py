"""What another program's JSON-LD processor makes of exported annotations: nothing lost, and read back the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pyld import jsonld as processor

from reader.exporting.incoming import read_annotations
from reader.exporting.jsonld import CONTEXT, PREFIX, jsonld
from tests.reader.exporting.anno_context import CLASSES, MOTIVATIONS, NAMES, OA, PROPERTIES, context
from tests.reader.exporting.fictional import ANNOTATIONS, ENTRY

NOW = "2025-01-01T00:00:00.000Z"


def loader(url: str, _options: object) -> dict[str, Any]:
    """The one document that a processor may ask for."""
    assert url == CONTEXT
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context()}


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(jsonld([ENTRY]))
    return value


@pytest.fixture(scope="module")
def expanded(exported: dict[str, Any]) -> list[dict[str, Any]]:
    value: list[dict[str, Any]] = processor.expand(exported, {"documentLoader": loader})
    return value


def entries(value: object) -> Iterator[tuple[str, object]]:
    """All keys of a JSON value with what stands under them, but for the context."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "@context":
                yield key, inner
                yield from entries(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from entries(inner)


def test_every_term_is_of_the_vocabulary_or_ours(exported: dict[str, Any]) -> None:
    keys = {key for key, _ in entries(exported)}
    assert {key for key in keys if not key.startswith("dibao:")} <= {"id", "type", *PROPERTIES}
    assert {inner for key, inner in entries(exported) if key == "type"} <= set(CLASSES)
    assert {inner for key, inner in entries(exported) if key in NAMES} <= set(MOTIVATIONS)


def test_no_property_is_lost_in_expansion(exported: dict[str, Any], expanded: list[dict[str, Any]]) -> None:
    meant = {PREFIX + key.removeprefix("dibao:") if key.startswith("dibao:") else PROPERTIES.get(key, f"@{key}")
             for key, _ in entries(exported)}
    assert {key for key, _ in entries(expanded)} - {"@value", "@list"} == meant


def test_annotations_are_nodes_with_body_target_and_motivation(expanded: list[dict[str, Any]]) -> None:
    annotations = [value for _, inner in entries(expanded) if isinstance(inner, list) for value in inner
                   if isinstance(value, dict) and value.get("@type") == [OA + "Annotation"]]
    assert len(annotations) == len(ANNOTATIONS)
    for one in annotations:
        assert one["@id"].startswith("urn:uuid:")
        assert len(one[OA + "hasTarget"]) == 1
        assert all(found["@id"] in MOTIVATIONS.values() for found in one[OA + "motivatedBy"])
        assert all(body["@type"] == [OA + "TextualBody"] for body in one.get(OA + "hasBody", []))


def test_what_a_processor_wrote_anew_is_read_back_the_same(
        exported: dict[str, Any], expanded: list[dict[str, Any]]) -> None:
    compacted = processor.compact(expanded, exported["@context"], {"documentLoader": loader})
    found = read_annotations(json.dumps(compacted).encode(), "a.jsonld", NOW)
    assert found.failed == ()
    assert found.annotations == tuple(placed.annotation for placed in ANNOTATIONS)
