"""Documents and clauses mentioned in notes lead there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.job import SilentJob
from reader.services import catalogue
from reader.services.import_files import import_paths
from reader.services.library import Library
from reader.services.note_links import note_links, target

TITLE = "《云汀市便民早餐点管理办法》"


@pytest.mark.parametrize(("note", "texts"), [
    ("第三条也这样说", ["第三条"]),
    ("见云政办发〔2025〕18号第七条，\n第八条第二款；又见云政办发〔2025〕18号第七条",
     ["云政办发〔2025〕18号第七条", "第八条第二款"]),
    (f"依{TITLE}（云政办发〔2025〕18号）第七条", [f"{TITLE}（云政办发〔2025〕18号）第七条"]),
    ("[看这里](云政发〔2025〕9号)", ["云政发〔2025〕9号"]),
    ("参照云政发〔2025〕9号", ["云政发〔2025〕9号"]),
    ("没有链接 <a href='javascript:x'>x</a>", []),
    ("", []),
])
def test_mentions_are_found_once_each(note: str, texts: list[str]) -> None:
    assert [link.text for link in note_links(note)] == texts


def test_a_huge_note_is_looked_through_only_at_its_beginning() -> None:
    assert len(note_links("第三条、" * 10 + "".join(f"第{number}条、" for number in range(200_000)))) == 12


@pytest.fixture
def stocked(library: Library, sample: Path) -> Library:
    import_paths(library, [sample], SilentJob())
    return library


def lead(library: Library, note: str, title: str = "") -> tuple[str, str]:
    """The title and the clause's first words to which the only link of a note leads, from the document of a title."""
    here = next((facts.id for entry in catalogue.issues(library) for facts in entry.documents if title in facts.title),
                "") if title else ""
    (link,) = note_links(note)
    found = target(library, link, here)
    assert found is not None
    document = catalogue.document(library, found.document_id)
    return document.facts.title, document.text[slice(*found.place)][:3] if found.place else ""


def test_a_clause_is_one_of_the_notes_document(stocked: Library) -> None:
    title, words = lead(stocked, "看第七条", "便民早餐点")
    assert ("便民早餐点" in title, words) == (True, "第七条")


@pytest.mark.parametrize("note", ["云政办发〔2025〕18号", "请对一下云政办发〔2025〕18号", TITLE,
                                  f"{TITLE}（云政办发〔2025〕18号）"])
def test_a_document_is_found_by_number_and_title(stocked: Library, note: str) -> None:
    assert "便民早餐点" in lead(stocked, note)[0]


def test_a_clause_of_another_document_is_found(stocked: Library) -> None:
    title, words = lead(stocked, "《云汀市便民早餐点管理办法》（云政办发〔2025〕18号）第八条", "老旧小区")
    assert ("便民早餐点" in title, words) == (True, "第八条")


@pytest.mark.parametrize("note", ["云政发〔1999〕9号", "《没有的办法》", "第九百条"])
def test_what_is_not_there_leads_nowhere(stocked: Library, note: str) -> None:
    (link,) = note_links(note)
    assert target(stocked, link, "") is None
