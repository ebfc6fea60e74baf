"""Annotations as W3C Web Annotations: valid, and the same when they come back."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from typing import Any

import pytest

from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.incoming import read_annotations
from reader.exporting.jsonld import document_iri, jsonld
from reader.model.annotation import Anchor, Annotation, Mark, PlacedAnnotation
from reader.model.errors import UserError
from tests.reader.exporting.fictional import ANNOTATIONS, DOCUMENT, ENTRY, ISSUE

NOW = "2025-01-01T00:00:00.000Z"
MOTIVATIONS = {"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
               "identifying", "linking", "moderating", "questioning", "replying", "tagging"}
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def exported(entries: list[ExcerptDocument] | None = None) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(jsonld(entries or [ENTRY]))
    return value


def back(value: object) -> tuple[Annotation, ...]:
    return read_annotations(json.dumps(value).encode(), "a.jsonld", NOW).annotations


def test_all_annotations_come_back_exactly() -> None:
    assert back(exported()) == tuple(placed.annotation for placed in ANNOTATIONS)


@pytest.mark.parametrize("seed", range(30))
def test_any_annotation_comes_back_exactly(seed: int) -> None:
    rng = random.Random(seed)

    def words(longest: int) -> str:
        return "".join(rng.choice("一二𠮷 \t\n\r\u2028\"\\<&%/#{}é\x00\x1f#") for _ in range(rng.randrange(longest)))

    anchor = Anchor(rng.randrange(99), rng.randrange(99, 999), words(90) + "x", words(32), words(32), words(9),
                    rng.randrange(-1, 50), rng.choice([None, 0.0, 0.123, 1.0]), rng.randrange(-1, 50))
    made = replace(
        ANNOTATIONS[2].annotation, key=words(30) + "k", note=words(200), tags=tuple(words(9) for _ in range(3)),
        author=words(9), style=words(5) + "s", anchor=rng.choice([anchor, None]), mark=rng.choice(list(Mark)),
        source=words(9))
    entry = ExcerptDocument(ISSUE, DOCUMENT, (PlacedAnnotation(made, "d1", ANNOTATIONS[6].placement),))
    assert back(exported([entry])) == (made,)


def test_collection_has_what_the_model_demands() -> None:
    value = exported()
    assert value["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (value["type"], value["total"], value["first"]["type"]) == ("AnnotationCollection", 8, "AnnotationPage")
    assert IRI.fullmatch(value["id"])
    assert IRI.fullmatch(value["first"]["id"])


@pytest.mark.parametrize("item", exported()["first"]["items"], ids=lambda item: item["id"][-2:])
def test_annotation_has_what_the_model_demands(item: dict[str, Any]) -> None:
    assert (item["type"], item["motivation"] in MOTIVATIONS) == ("Annotation", True)
    assert IRI.fullmatch(item["id"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", item["created"])
    for body in item.get("body", []):
        assert (body["type"], body["purpose"] in MOTIVATIONS) == ("TextualBody", True)
        assert isinstance(body["value"], str)
    target = item["target"]
    source = target if isinstance(target, str) else target["source"]
    assert IRI.fullmatch(source)
    if isinstance(target, dict):
        position, words = target["selector"]
        assert (position["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert 0 <= position["start"] < position["end"]
        assert DOCUMENT.text[position["start"]:position["end"]] == words["exact"]
    known = {"id", "type", "motivation", "created", "modified", "creator", "body", "target"}
    assert all(name in known or name.startswith("dibao:") for name in item)


def test_document_is_named_by_its_key() -> None:
    assert document_iri("安办〔2023〕7号") == (
        "urn:dibao:document:%E5%AE%89%E5%8A%9E%E3%80%942023%E3%80%957%E5%8F%B7")


@pytest.mark.parametrize(("data", "code"), [
    (b"", "annotations.not_json"), (b"\xff\xfe\x00", "annotations.not_json"), (b"<html>", "annotations.not_json"),
    (b"[" * 200_000, "annotations.not_json"), (b'{"a":' * 100_000, "annotations.not_json"),
    (b"[NaN]", "annotations.not_json"), (b"1" * 5000, "annotations.not_json"),
    (b"{}", "annotations.none"), (b"[]", "annotations.none"), (b"null", "annotations.none"),
    (b'"x"', "annotations.none"),
    (b'{"items": []}', "annotations.none"), (b'{"first": "http://x/1"}', "annotations.none"),
])
def test_what_is_no_annotation_file_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read_annotations(data, "甲.json", NOW)
    assert (caught.value.code, caught.value.facts["path"]) == (code, "甲.json")


def test_huge_file_is_refused_unread() -> None:
    class Huge(bytes):
        def __len__(self) -> int:
            return 1 << 40

    with pytest.raises(UserError, match="too_large"):
        read_annotations(Huge(), "甲.json", NOW)


VALID: dict[str, Any] = {"id": "urn:uuid:00000000-0000-4000-8000-000000000001", "type": "Annotation",
                         "target": {"source": "urn:dibao:document:k", "selector": [
                             {"type": "TextQuoteSelector", "exact": "甲"},
                             {"type": "TextPositionSelector", "start": 3, "end": 4}]}}


def selecting(*selectors: dict[str, Any]) -> dict[str, Any]:
    return {"target": {"source": "urn:dibao:document:k", "selector": list(selectors)}}


def position(start: object, end: object) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


@pytest.mark.parametrize(("change", "reason"), [
    ({"type": "Note"}, "not_annotation"), ({"id": None}, "damaged"), ({"id": 5}, "damaged"),
    ({"target": []}, "not_annotation"), ({"target": "http://example.org/x"}, "no_document"), ({"target": 5}, "damaged"),
    ({"target": "urn:dibao:document:"}, "no_document"),
    ({"body": {"type": "TextualBody", "value": 5}}, "damaged"), ({"body": "\ud800"}, "damaged"),
    ({"body": "长" * 2_000_001}, "damaged"), ({"created": "yesterday"}, "damaged"), ({"created": 5}, "damaged"),
    ({"creator": {"name": {"x": 1}}}, "damaged"), ({"dibao:style": ["x"]}, "damaged"),
    ({"body": [{"type": "TextualBody", "purpose": "tagging", "value": "x"}] * 501}, "damaged"),
    (selecting({"type": "XPathSelector", "value": "/p"}), "damaged"),
    (selecting({"type": "TextQuoteSelector", "exact": ""}), "no_quote"),
    (selecting({"type": "TextQuoteSelector", "exact": "x"}, position(-1, 2)), "damaged"),
    (selecting({"type": "TextQuoteSelector", "exact": "x"}, position(5, 2)), "damaged"),
    (selecting({"type": "TextQuoteSelector", "exact": "x"}, position(1e3, True)), "damaged"),
])
def test_unfit_items_are_told_apart_and_the_others_kept(change: dict[str, Any], reason: str) -> None:
    data = json.dumps([VALID | {"id": "urn:uuid:00000000-0000-4000-8000-000000000002"}, VALID | change]).encode()
    found = read_annotations(data, "a.json", NOW)
    assert found.failed == ((1, reason),)
    assert len(found.annotations) == 1


def test_foreign_annotation_is_taken_as_far_as_it_fits() -> None:
    foreign = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://example.org/a/1", "type": ["Annotation"],
               "motivation": "commenting", "created": "2024-05-01T08:00:00+08:00", "creator": "https://example.org/wang",
               "bodyValue": "说明",
               "target": [{"source": {"id": "urn:dibao:document:k"}, "selector": {
                   "type": "TextQuoteSelector", "exact": "应当公布", "prefix": "目录"}}]}
    one, = back(foreign)
    assert (one.note, one.key, one.style, one.author) == ("说明", "k", "其他", "https://example.org/wang")
    assert (one.created, one.modified) == ("2024-05-01T00:00:00.000Z", "2024-05-01T00:00:00.000Z")
    assert one.anchor == Anchor(0, 4, "应当公布", "目录")
    assert back(foreign) == (one,)


def test_of_one_id_the_last_modified_is_kept() -> None:
    older = VALID | {"modified": "2024-01-01T00:00:00Z", "body": "旧"}
    newer = VALID | {"modified": "2024-01-02T00:00:00Z", "body": "新"}
    assert [one.note for one in back([newer, older])] == ["新"]


@pytest.mark.parametrize("seed", range(60))
def test_no_damaged_file_does_more_than_fail(seed: int) -> None:
    rng = random.Random(seed)
    value = exported()

    def damage(node: object) -> object:
        if rng.random() < 0.04:
            return rng.choice([None, 5, -1, "x", [], {}, [[]], True, 1e300, "\x00", {"id": {}}, ["Annotation"]])
        if isinstance(node, dict):
            return {name: damage(one) for name, one in node.items() if rng.random() > 0.02}
        return [damage(one) for one in node] if isinstance(node, list) else node

    data = json.dumps(damage(value)).encode()
    try:
        found = read_annotations(data, "a.json", NOW)
    except UserError:
        return
    assert all(isinstance(one, Annotation) and one.id and one.key for one in found.annotations)
