"""Asking what a library holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import catalogue
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import GAZETTE, FakeEngine

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def stocked(library: Library, gazette: Path, tmp_path: Path) -> Library:
    """Two issues: the gazette, and one with the same number in another year."""
    other = tmp_path / "other.txt"
    other.write_text(GAZETTE.replace("〔2025〕", "〔2024〕").replace("古桥", "石桥"), encoding="utf-8")
    import_paths(library, [gazette, other], SilentJob())
    return library


@pytest.mark.parametrize("typed", [
    "云政发〔2025〕7号", "云政发[2025]07号", "云政发 7 2025", "云政发（2025）7", "云政发2025 7号"])
def test_a_number_typed_anyhow_finds_its_document(stocked: Library, typed: str) -> None:
    assert [facts.key for facts in catalogue.find_number(stocked, typed)] == ["云政发〔2025〕7号"]


def test_a_number_without_a_year_finds_all_years(stocked: Library) -> None:
    assert {facts.key for facts in catalogue.find_number(stocked, "云政发7号")} == {
        "云政发〔2024〕7号", "云政发〔2025〕7号"}


def test_a_library_is_empty_until_something_is_imported(stocked: Library) -> None:
    with Library.open(stocked.root.parent / "other", FakeEngine) as other:
        assert catalogue.is_empty(other)
    assert not catalogue.is_empty(stocked)


@pytest.mark.parametrize("typed", ["", "古桥", "云政办发〔2025〕7号", "云政发〔2025〕8号"])
def test_what_is_no_number_of_ours_finds_nothing(stocked: Library, typed: str) -> None:
    assert catalogue.find_number(stocked, typed) == ()


def test_headings_and_reports_are_those_of_the_import(stocked: Library) -> None:
    (_, entry) = catalogue.issues(stocked)
    (heading,) = catalogue.headings(stocked, entry.documents[0].id)
    text = catalogue.document(stocked, entry.documents[0].id).text
    assert (heading.level, heading.label, heading.text) == (1, "一、", "总体要求")
    assert text[heading.start:].startswith("一、总体要求")
    assert catalogue.all_headings(stocked)[entry.documents[0].id] == (heading,)
    assert [removal.text for removal in catalogue.report(stocked, entry.facts.id).removals] == ["#", "#"]


def test_where_an_issue_came_from_is_known(stocked: Library, gazette: Path) -> None:
    places = {catalogue.source_path(stocked, entry.facts.id) for entry in catalogue.issues(stocked)}
    assert places == {str(gazette), str(gazette.with_name("other.txt"))}


def test_an_original_that_is_gone_is_told(stocked: Library) -> None:
    issue_id = catalogue.issues(stocked)[0].facts.id
    catalogue.original(stocked, issue_id).unlink()
    with pytest.raises(UserError) as fault:
        catalogue.original(stocked, issue_id)
    assert fault.value.code == "original.missing"
