"""On the real gazettes anchors meet their aims: right where the clause still is, never silently wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reader.anchoring.changes import CHANGES, DELETIONS
from tests.reader.anchoring.trial import SHARED, Outcome, documents, trial

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def texts(gazettes: Path) -> list[str]:
    return documents(gazettes)


@pytest.fixture(scope="module")
def whole(texts: list[str]) -> Outcome:
    """Many quotes, the changes that are made to the whole text."""
    return trial(texts, 500, 20, SHARED)


@pytest.fixture(scope="module")
def single(texts: list[str]) -> Outcome:
    """Fewer quotes, the changes that are made around each."""
    return trial(texts, 120, 21, sorted(set(CHANGES) - SHARED))


def share(outcome: Outcome, change: str, verdict: str, least: int = 0) -> float:
    """The share of a verdict on quotes of at least so many characters."""
    found = outcome.of(change, least)
    return found[verdict] / sum(found.values())


def test_another_layout_is_exact(whole: Outcome) -> None:
    assert share(whole, "layout", "right") == 1.0
    assert set(whole.states["layout"]) == {"exact"}


@pytest.mark.parametrize(("change", "least"), [("noise 1 %", 0.995), ("noise 5 %", 0.99), ("noise 10 %", 0.97)])
def test_noisy_quotes_of_twelve_characters_are_found(whole: Outcome, change: str, least: float) -> None:
    assert share(whole, change, "right", 12) >= least


def test_none_is_wrong_where_the_clause_still_is(whole: Outcome, single: Outcome) -> None:
    assert [found for found in whole.wrong + single.wrong if found[0] not in DELETIONS] == []


@pytest.mark.parametrize("change", sorted(DELETIONS))
def test_a_deleted_clause_is_not_found_elsewhere(single: Outcome, change: str) -> None:
    assert share(single, change, "wrong") <= 0.005


def test_quotes_are_found_beside_new_paragraphs_and_where_theirs_went(single: Outcome) -> None:
    assert share(single, "paragraphs inserted", "right", 12) >= 0.95
    assert share(single, "paragraphs moved", "right", 24) >= 0.95


def test_placing_is_quick(whole: Outcome) -> None:
    # 5 ms each are 2,000 in 10 s; a loaded machine gets three times as long.
    assert whole.seconds["noise 5 %"] / whole.placed["noise 5 %"] < 0.015
