"""Importing the canonical text of an issue again gives the same structure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.importing.importer import parse
from reader.model.document import Document
from reader.model.outline import outline
from tests.reader.importing import corpus

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gazettes"
NEEDS_BLANK_LINES = {
    "n03_personnel": "a section head over a month alone is told from the title's first line by blank lines only",
    "n18_tax": "a heading that ends with a full stop is told from a one-sentence item by blank lines only",
    "s03_1994": "a list of bodies right over a title is told from joint bodies by the line breaks of the title only",
}
INVENTED = [
    pytest.param(path, id=path.stem, marks=[
        pytest.mark.xfail(reason=NEEDS_BLANK_LINES[path.stem])] if path.stem in NEEDS_BLANK_LINES else [])
    for path in sorted(FOLDER.iterdir()) if path.is_file()
]
NAMES = [path.name for path in corpus.FILES] or ["missing"]


def structure(document: Document) -> dict[str, Any]:
    """What is found in a document, without places."""
    facts = document.facts
    return {
        "title": facts.title,
        "number": facts.number.normal if facts.number else None,
        "issuers": facts.issuers,
        "date": facts.date,
        "articles": facts.articles,
        "tables": facts.table_count,
        "attachments": [attachment.title for attachment in facts.attachments],
        "headings": [heading.label + heading.text for heading in outline(document.text, document.blocks)],
    }


def assert_same_again(data: bytes, name: str) -> None:
    first = parse(data, name).issue
    again = parse(first.text.encode(), Path(name).stem + ".txt").issue
    assert list(map(structure, again.documents)) == list(map(structure, first.documents))


@pytest.mark.corpus
@pytest.mark.parametrize("name", NAMES)
def test_real_gazettes_read_the_same_again(name: str) -> None:
    corpus.need_files()
    assert_same_again((corpus.FOLDER / name).read_bytes(), name)


@pytest.mark.parametrize("path", INVENTED)
def test_invented_gazettes_read_the_same_again(path: Path) -> None:
    assert_same_again(path.read_bytes(), path.name)
