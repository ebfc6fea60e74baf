"""Invented gazettes whose lines are cut at the width of a page: the same documents are found as in the whole lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.importing.importer import parse
from reader.model.document import Document
from tests.reader.importing.laws import assert_conserved

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gazettes"
NAMES = sorted(path.name for pattern in ("n[345]*.txt", "g1*.txt") for path in FOLDER.glob(pattern))
WHOLE = re.compile(r"[…\t]|\.{4}| {3}")
"""Contents entries, rows and what is set apart by spaces are printed on one line."""
HARD = {
    ("n54_measures.txt", 34): "the digits of an entry's page stand on two lines",
    ("n33_reports.txt", 28): "too few full lines to show how wide the page is",
    ("n47_treaty.txt", 34): "an entry's page in brackets is wrapped to a line of its own, with no dots before it",
}


def wrapped(text: str, columns: int, *, indented: bool, blank: bool) -> str:
    """The lines of a text cut at so many characters, paragraphs indented, blank lines between all lines."""
    result: list[str] = []
    for line in filter(None, (line.strip(" 　") for line in text.split("\n"))):
        if len(line) <= columns or WHOLE.search(line):
            pieces = [line]
        else:
            whole = ("　　" if indented and line[-1] in "。；：" else "") + line
            pieces = [whole[at : at + columns] for at in range(0, len(whole), columns)]
        result.extend(pieces)
    return ("\n\n" if blank else "\n").join(result)


def seen(document: Document) -> tuple[object, ...]:
    facts = document.facts
    return facts.title, facts.number.normal if facts.number else None, facts.date, facts.issuer


@pytest.mark.parametrize(("columns", "indented", "blank"), [(34, True, False), (28, False, False), (28, True, True)])
@pytest.mark.parametrize("name", NAMES)
def test_finds_the_same_documents(name: str, columns: int, indented: bool, blank: bool) -> None:
    data = (FOLDER / name).read_bytes()
    text = data.decode("gb18030" if "gb18030" in name else "utf-8")
    cut = wrapped(text, columns, indented=indented, blank=blank).encode()
    found = parse(cut, name)
    assert_conserved(found, cut, name)
    if (name, columns) in HARD:
        pytest.xfail(HARD[name, columns])
    assert list(map(seen, found.issue.documents)) == list(map(seen, parse(data, name).issue.documents))
