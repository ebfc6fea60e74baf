"""Addresses as users type them, and the clauses they mean."""

from __future__ import annotations

import pytest

from reader.model.address import ClauseAddress
from reader.model.document import Block, BlockKind, Document, DocumentFacts
from ui.models.go_to import find, parse


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("82", (("条", 82),)),
        ("3.2.1", (("条", 3), ("款", 2), ("项", 1))),
        ("3。2", (("条", 3), ("款", 2))),
        ("第八十二条", (("条", 82),)),
        ("第三条第二款第（一）项", (("条", 3), ("款", 2), ("项", 1))),
        ("第二部分第（三）项第2点", (("部分", 2), ("项", 3), ("点", 2))),
        ("第12条", (("条", 12),)),
        ("临政发〔2025〕7号", ()),
        ("夜市", ()),
        ("", ()),
    ],
)
def test_what_is_typed_is_understood(typed: str, steps: tuple[tuple[str, int], ...]) -> None:
    assert parse(typed) == steps


def document(*addresses: tuple[tuple[str, str], ...]) -> Document:
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, n, n + 1, address=ClauseAddress(steps) if steps else None)
        for n, steps in enumerate(addresses)
    )
    return Document(DocumentFacts("k", "t"), "\n" * len(addresses), blocks)


LAW = document(
    (),
    (("章", "一"), ("条", "一")),
    (("章", "一"), ("条", "三"), ("款", "1")),
    (("章", "一"), ("条", "三"), ("款", "2")),
    (("章", "一"), ("条", "三"), ("款", "2"), ("项", "一")),
    (("章", "二"), ("条", "四")),
)
PLAN = document((("部分", "一"),), (("部分", "一"), ("项", "一")), (("部分", "二"),), (("部分", "二"), ("项", "一")))


@pytest.mark.parametrize(
    ("law", "typed", "place"),
    [
        (LAW, "1", 1),
        (LAW, "3", 2),
        (LAW, "3.2", 3),
        (LAW, "3.2.1", 4),
        (LAW, "第四条", 5),
        (LAW, "4.9", 5),
        (LAW, "99", None),
        (PLAN, "2", 2),
        (PLAN, "2.1", 3),
        (PLAN, "第二部分", 2),
        (PLAN, "9", None),
    ],
)
def test_the_clause_meant_is_found(law: Document, typed: str, place: int | None) -> None:
    found = find(law, parse(typed))
    assert (found.start if found is not None else None) == place
