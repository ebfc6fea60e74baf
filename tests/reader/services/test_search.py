"""Searching with the real engine over a simple importer: exact, by words, notes, filters, a lagging index."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.engine import open_engine
from reader.model.address import ClauseAddress
from reader.model.document import BlockKind, Document, DocumentFacts
from reader.model.errors import Cancelled
from reader.model.job import SilentJob
from reader.model.search import Filters, Match, SearchQuery
from reader.services import annotate, catalogue, indexing
from reader.services.import_files import import_paths
from reader.services.library import Library
from reader.services.search import addresses, bring_in_step, reindex, search
from reader.storage import library_reading as reading
from reader.storage import library_writing as writing
from tests.building import GAZETTE, FakeEngine

pytestmark = pytest.mark.usefixtures("simple_importer")
BRIDGE, MARKET = "云汀市人民政府关于修缮古桥的通知", "云汀市人民政府关于夜市的意见"


@pytest.fixture
def library(tmp_path: Path, gazette: Path) -> Iterator[Library]:
    """The gazette, imported and indexed by the real engine."""
    with Library.open(tmp_path / "library", open_engine) as opened:
        import_paths(opened, [gazette], SilentJob())
        yield opened


def by_title(library: Library) -> dict[str, DocumentFacts]:
    return {facts.title: facts for facts in catalogue.issues(library)[0].documents}


def titles(library: Library, text: str, **narrowed: tuple[str, ...]) -> list[str]:
    answer = search(library, SearchQuery(text, filters=Filters(**narrowed)))  # type: ignore[arg-type]  # names of fields
    return [catalogue.document_facts(library, hit.document_id).title for hit in answer.hits]


def test_an_exact_string_is_found_at_its_places(library: Library) -> None:
    answer = search(library, SearchQuery("修好古桥"))
    (hit,) = answer.hits
    text = catalogue.document(library, hit.document_id).text
    assert (answer.total, hit.match) == (1, Match.EXACT)
    assert [text[start:end] for start, end in hit.ranges] == ["修好古桥"]
    assert [hit.snippet[start:end] for start, end in hit.snippet_ranges] == ["修好古桥"]


def test_facets_count_the_whole_answer(library: Library) -> None:
    annotate.create_on_document(library, by_title(library)[BRIDGE].id, style="重点", note="", tags=("桥梁",))
    answer = search(library, SearchQuery("云汀市", limit=1))
    assert (answer.total, len(answer.hits)) == (2, 1)
    assert answer.facets == {"publisher": {"云汀市人民政府": 2}, "year": {"2025": 2}, "section": {"市政府文件": 2},
                             "kind": {"通知": 1, "意见": 1}, "tag": {"桥梁": 1}}


def test_notes_are_found_after_documents_and_lead_to_their_place(library: Library) -> None:
    document = by_title(library)[MARKET]
    made = annotate.create(library, document.id, start=3, end=6, note="与古桥有关，问交通局")
    hits = search(library, SearchQuery("古桥")).hits
    assert [hit.match for hit in hits] == [Match.EXACT, Match.NOTE]
    assert (hits[1].annotation_id, hits[1].document_id, hits[1].ranges) == (
        made.annotation.id, document.id, ((3, 6),))
    assert [hits[1].snippet[start:end] for start, end in hits[1].snippet_ranges] == ["古桥"]


def test_a_changed_or_deleted_note_is_searched_as_it_is(library: Library) -> None:
    made = annotate.create(library, by_title(library)[MARKET].id, start=3, end=6, note="交通局").annotation
    assert search(library, SearchQuery("交通局")).total == 1
    annotate.delete(library, made.id)
    assert search(library, SearchQuery("交通局")).total == 0


def test_tags_styles_and_notes_narrow(library: Library) -> None:
    annotate.create(library, by_title(library)[BRIDGE].id, start=0, end=3, tags=("安全/桥",), note="核对 Excel",
                    style="疑问")
    for query in ("标签:安全", "样式:疑问", "批注:excel", "云汀市 tag:安全/桥"):
        assert titles(library, query) == [BRIDGE]
    assert titles(library, "标签:桥") == []
    assert titles(library, "云汀市", tags=("安全",)) == [BRIDGE]
    assert titles(library, "云汀市", styles=("重点",)) == []


def test_a_document_the_index_lacks_is_found_by_reading_it(library: Library) -> None:
    library.engine.remove([by_title(library)[BRIDGE].id])
    library.engine.commit()
    assert titles(library, "修好古桥") == [BRIDGE]
    assert not indexing.is_in_step(library)
    assert bring_in_step(library, SilentJob()) == 1
    assert indexing.is_in_step(library)


def test_a_document_that_changed_since_it_was_indexed_is_found_as_it_is(library: Library, gazette: Path,
                                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "bring_in_step", lambda *_: 0)
    gazette.write_text(GAZETTE.replace("汛期", "冬季"), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    assert titles(library, "冬季以前") == [BRIDGE]
    assert titles(library, "汛期") == []


def test_a_damaged_index_is_replaced_by_reading_and_then_made_anew(library: Library, tmp_path: Path) -> None:
    library.close()
    for path in (tmp_path / "library" / "index").glob("*.db"):
        path.write_bytes(b"\xff" * 10_000)
    with Library.open(tmp_path / "library", open_engine) as again:
        assert titles(again, "修好古桥") == [BRIDGE]
        assert bring_in_step(again, SilentJob()) == 2
        assert again.engine.check() == ()
        assert titles(again, "修好古桥") == [BRIDGE]


def test_an_index_that_is_gone_is_made_anew(library: Library, tmp_path: Path) -> None:
    library.close()
    shutil.rmtree(tmp_path / "library" / "index")
    with Library.open(tmp_path / "library", open_engine) as again:
        assert titles(again, "修好古桥") == [BRIDGE]
        assert bring_in_step(again, SilentJob()) == 2
        assert bring_in_step(again, SilentJob()) == 0


def test_reindexing_counts_all_documents(library: Library) -> None:
    assert reindex(library, SilentJob()) == 2
    assert titles(library, "修好古桥") == [BRIDGE]


def test_a_reindexing_cut_short_is_finished_later(tmp_path: Path, gazette: Path) -> None:
    with Library.open(tmp_path / "other", FakeEngine) as library:
        import_paths(library, [gazette], SilentJob())
        writing.mark_all_stale(library.texts)
        assert bring_in_step(library, SilentJob()) == 2
        assert indexing.is_in_step(library)


def test_an_empty_query_finds_nothing(library: Library) -> None:
    assert search(library, SearchQuery("  ")).total == 0


def test_words_that_are_nowhere_bring_suggestions_or_nothing_but_no_hit(library: Library) -> None:
    answer = search(library, SearchQuery("没有这样的词语"))
    assert (answer.total, answer.hits) == (0, ())


class _Stopped(SilentJob):
    """A job that was cancelled after some steps."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def check_cancelled(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise Cancelled


def test_a_search_is_stopped(library: Library) -> None:
    with pytest.raises(Cancelled):
        search(library, SearchQuery("云汀市"), _Stopped(0))


def test_reading_the_texts_for_a_search_is_stopped(library: Library) -> None:
    library.engine.clear()
    with pytest.raises(Cancelled):
        search(library, SearchQuery("云汀市"), _Stopped(1))


def test_words_are_looked_for_where_texts_must_be_read(library: Library) -> None:
    library.engine.clear()
    assert titles(library, "古桥修好") == [BRIDGE]


def test_notes_are_narrowed_by_tags_as_documents_are(library: Library) -> None:
    made = by_title(library)
    annotate.create(library, made[MARKET].id, start=3, end=6, note="请核对甲处", tags=("甲",))
    annotate.create(library, made[BRIDGE].id, start=3, end=6, note="请核对乙处", tags=("乙",))
    answer = search(library, SearchQuery("请核对", filters=Filters(tags=("甲",))))
    assert [hit.document_id for hit in answer.hits] == [made[MARKET].id]
    assert answer.facets["tag"] == {"甲": 1}


def test_each_hit_has_the_address_of_its_first_place(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read = reading.document

    def in_an_article(connection: sqlite3.Connection, document_id: str) -> Document:
        document = read(connection, document_id)
        blocks = tuple(replace(block, address=ClauseAddress((("条", "三"),))) if block.kind is BlockKind.PARAGRAPH
                       else block for block in document.blocks)
        return replace(document, blocks=blocks)

    monkeypatch.setattr(reading, "document", in_an_article)
    hits = search(library, SearchQuery("修好古桥 OR 关于夜市")).hits
    found = {hit.document_id: address for hit, address in zip(hits, addresses(library, hits), strict=True)}
    made = by_title(library)
    assert found == {made[BRIDGE].id: "第三条", made[MARKET].id: ""}


@pytest.fixture
def outdated(library: Library) -> Iterator[Library]:
    """The same library opened again with an index whose tables are of another time."""
    root = library.root
    library.close()
    (root / "index" / "exact.db").unlink()
    for suffix in ("-wal", "-shm"):
        (root / "index" / f"exact.db{suffix}").unlink(missing_ok=True)
    with sqlite3.connect(root / "index" / "exact.db") as old:
        old.execute("CREATE TABLE state (name TEXT PRIMARY KEY, value)")
        old.execute("CREATE TABLE words (word TEXT)")
    old.close()
    with Library.open(root, open_engine) as opened:
        yield opened


def test_an_index_of_another_time_keeps_nobody_from_searching(outdated: Library) -> None:
    assert titles(outdated, "修好古桥") == [BRIDGE]
    assert titles(outdated, "没有的词") == []


def test_an_index_of_another_time_is_made_anew_quietly(outdated: Library) -> None:
    bring_in_step(outdated, SilentJob())
    assert outdated.engine.count() == 2
    assert titles(outdated, "修好古桥") == [BRIDGE]
