"""The library as a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.job import SilentJob
from reader.services import annotate, catalogue, corrections, shelf
from reader.services.import_files import import_paths
from reader.services.library import Library

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def ids(library: Library, gazette: Path) -> list[str]:
    import_paths(library, [gazette], SilentJob())
    return [one.id for one in catalogue.issues(library)[0].documents]


def test_a_list_says_of_documents_what_their_facts_say(library: Library, ids: list[str]) -> None:
    loaded = shelf.load(library)
    (issue,) = loaded.issues
    assert issue == catalogue.issues(library)[0].facts
    assert (loaded.ids_of, loaded.issue_of) == ({issue.id: ids}, dict.fromkeys(ids, issue.id))
    assert [one.id for one in loaded.rows_of(issue.id)] == ids
    for found in ids:
        facts, one = catalogue.document_facts(library, found), loaded.listed[found]
        assert (one.key, one.title, one.number, one.issuing, one.signing, one.section, one.date, one.kind) == (
            facts.key, facts.title, facts.number, facts.issuers, facts.signature, facts.section, facts.date, facts.kind)


def test_facts_are_read_when_they_are_asked_for(library: Library, ids: list[str]) -> None:
    documents = shelf.Documents(library, shelf.load(library).issue_of)
    assert list(documents) == ids
    assert documents[ids[0]] == catalogue.document_facts(library, ids[0])
    assert documents.get("nobody") is None


def test_a_document_that_has_gone_is_missing(library: Library, ids: list[str]) -> None:
    documents = shelf.Documents(library, shelf.load(library).issue_of)
    corrections.merge_with_previous(library, ids[1])
    assert documents.get(ids[1]) is None


def test_annotations_are_counted_with_their_tags(library: Library, ids: list[str]) -> None:
    annotate.create(library, ids[0], start=0, end=4, tags=["期限"])
    annotate.create(library, ids[0], start=5, end=9, tags=["期限", "责任"])
    gone = annotate.create(library, ids[1], start=0, end=4, tags=["旧"]).annotation.id
    annotate.delete(library, gone)
    marks = shelf.marks(library)
    assert marks.noted == {ids[0]: shelf.Noted(2, frozenset({"期限", "责任"}))}
    assert marks.tags == ("期限", "责任")


def test_annotations_of_a_document_that_was_split_are_counted_where_they_stand(
        library: Library, ids: list[str]) -> None:
    document = catalogue.document(library, ids[1])
    words = document.text.index("夜市每晚")
    annotate.create(library, ids[1], start=words, end=words + 8)
    corrections.split(library, ids[1], document.text.index("夜市每晚"))
    after = [one.id for one in catalogue.issues(library)[0].documents]
    assert len(after) == 3
    assert {found: noted.count for found, noted in shelf.marks(library).noted.items()} == {after[2]: 1}


def test_an_issue_whose_facts_were_put_right_is_known(library: Library, ids: list[str]) -> None:  # noqa: ARG001
    issue_id = catalogue.issues(library)[0].facts.id
    assert shelf.marks(library).corrected == frozenset()
    corrections.set_issue_facts(library, issue_id, {"number": "4"})
    assert shelf.marks(library).corrected == {issue_id}
