"""Writing all hits of a search to a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.errors import Cancelled, UserError
from reader.model.job import SilentJob
from reader.model.search import Filters, SearchQuery
from reader.services import annotate, catalogue
from reader.services.hit_list import export_hits
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import FakeEngine

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def filled(tmp_path: Path, gazette: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", FakeEngine) as opened:
        import_paths(opened, [gazette], SilentJob())
        yield opened


def rows_of(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_all_hits_are_written_whatever_the_page(filled: Library, tmp_path: Path) -> None:
    out = tmp_path / "hits.csv"
    assert export_hits(filled, SearchQuery("云汀市", limit=1, offset=1), "csv", out, SilentJob()) == 2
    titles = {row["标题"] for row in rows_of(out)}
    assert titles == {"云汀市人民政府关于修缮古桥的通知", "云汀市人民政府关于夜市的意见"}


def test_a_row_says_where_and_how_to_cite(filled: Library, tmp_path: Path) -> None:
    out = tmp_path / "hits.csv"
    export_hits(filled, SearchQuery("修好古桥"), "csv", out, SilentJob())
    (row,) = rows_of(out)
    assert (row["文号"], row["命中"], row["处数"]) == ("云政发〔2025〕7号", "原文", "1")
    assert "修好古桥" in row["上下文"]
    assert row["出处"].startswith("《云汀市人民政府关于修缮古桥的通知》（云政发〔2025〕7号）")


def test_the_list_is_narrowed_as_the_answer_was(filled: Library, tmp_path: Path) -> None:
    query = SearchQuery("云汀市", filters=Filters(kinds=("意见",)))
    assert export_hits(filled, query, "csv", tmp_path / "hits.csv", SilentJob()) == 1


def test_a_note_that_answers_is_a_row(filled: Library, tmp_path: Path) -> None:
    document = catalogue.issues(filled)[0].documents[0]
    annotate.create(filled, document.id, start=3, end=6, note="请水利局核对")
    export_hits(filled, SearchQuery("水利局"), "csv", tmp_path / "hits.csv", SilentJob())
    (row,) = rows_of(tmp_path / "hits.csv")
    assert (row["命中"], row["处数"], row["上下文"]) == ("批注", "1", "请水利局核对")


@pytest.mark.parametrize(("text", "form", "code"), [
    ("没有的词", "csv", "search.nothing"),
    ("云汀市", "pdf", "export.format"),
])
def test_what_cannot_be_written_is_told(filled: Library, tmp_path: Path, text: str, form: str, code: str) -> None:
    with pytest.raises(UserError) as told:
        export_hits(filled, SearchQuery(text), form, tmp_path / "hits", SilentJob())
    assert told.value.code == code
    assert not (tmp_path / "hits").exists()


def test_a_folder_is_no_file(filled: Library, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"export\.unreachable"):
        export_hits(filled, SearchQuery("云汀市"), "csv", tmp_path, SilentJob())


def test_a_cancelled_export_writes_nothing(filled: Library, tmp_path: Path) -> None:
    class Stopped(SilentJob):
        def check_cancelled(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_hits(filled, SearchQuery("云汀市"), "csv", tmp_path / "hits.csv", Stopped())
    assert not (tmp_path / "hits.csv").exists()
