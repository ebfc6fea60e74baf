"""The real gazettes, through the importer: a thousand random substrings are found in every document and place."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.engine import Engine, open_engine
from reader.importing.importer import parse
from reader.model.search import IndexedDocument, Match, SearchQuery
from reader.searching.folding import fold

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def library(gazettes: Path) -> list[IndexedDocument]:
    """The documents of the shared gazettes."""
    found = []
    for file in sorted(gazettes.glob("*.txt")):
        issue = parse(file.read_bytes(), file.name).issue
        for document in issue.documents:
            facts = document.facts
            found.append(IndexedDocument(
                id=f"{file.name[:3]}-{facts.ordinal}", text=document.text, title=facts.title, issuer=facts.issuer,
                number=facts.number.normal if facts.number else "", year=issue.facts.year, date=facts.date or "",
                kind=facts.kind, section=facts.section, publisher=issue.facts.publisher or ""))
    return found


@pytest.fixture(scope="module")
def engine(library: list[IndexedDocument], cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine that holds them."""
    texts = {document.id: document.text for document in library}
    made = open_engine(tmp_path_factory.mktemp("gazettes"), texts.get, cache)
    made.add(library)
    made.commit()
    yield made
    made.close()


@pytest.mark.parametrize("strict", [True, False])
def test_a_thousand_substrings_are_found_in_every_document_and_place(
        engine: Engine, library: list[IndexedDocument], strict: bool) -> None:
    rng = random.Random(1_000)
    folded = {document.id: document.text if strict else fold(document.text) for document in library}
    for _ in range(1_000):
        text = rng.choice(library).text
        start = rng.randrange(len(text))
        string = text[start:start + rng.choice((1, 2, 2, 3, 4, 5, 6, 8, 10, 12, 20, 60))]
        # White space stands for any white space unless strict; a scan for the string itself could not tell.
        if string != string.strip() or (not strict and any(map(str.isspace, string))):
            continue
        query = SearchQuery(string, strict=strict)
        sought = string if strict else fold(string)
        holding = {one for one, held in folded.items() if sought in held}
        found = {answer.id for answer in engine.query(query) if answer.match is Match.EXACT}
        assert found == holding, repr(string)
        for document in library:
            if document.id in holding:
                places = engine.places(query, document.text)
                assert len(places) == folded[document.id].count(sought), repr(string)
                assert {folded[document.id][a:b] for a, b in places} == {sought}, repr(string)


def test_every_number_finds_its_document_first(engine: Engine, library: list[IndexedDocument]) -> None:
    for document in library:
        if document.number:
            for typed in (document.number, document.number.replace("〔", "[").replace("〕", "]").removesuffix("号"),
                          document.number.replace("〔", " ").replace("〕", " ")):
                first = engine.query(SearchQuery(typed))[0].id
                # The same document stands in two files.
                assert {one.number for one in library if one.id == first} == {document.number}, typed


def test_every_title_finds_its_document_first(engine: Engine, library: list[IndexedDocument]) -> None:
    for document in library:
        first = engine.query(SearchQuery(document.title))[0].id
        assert next(one.title for one in library if one.id == first) == document.title
