"""Ranking: titles and numbers above headings above bodies, rare words above common ones."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from whoosh import index as whoosh_index
from whoosh import query, scoring

from index.engine import WORDS_FOLDER, Engine, open_engine
from index.words.ranking import Ranker
from index.words.schema import WEIGHTS
from index.words.store import WordsFolder, open_contents
from index.words.trust import user_key
from reader.model.search import IndexedDocument, SearchQuery
from tests.index.fictional import documents

FILLER = "本办法自发布之日起施行，有关单位应当遵照执行。\n" * 5


def ranked(engine: Engine, library: list[IndexedDocument], typed: str) -> list[str]:
    """The ids that answer, best first, after indexing a library."""
    engine.add(library)
    engine.commit()
    return [answer.id for answer in engine.query(SearchQuery(typed))]


def test_title_comes_before_heading_before_body(engine: Engine) -> None:
    plain = IndexedDocument("", FILLER + "关于防汛物资。\n", title="通知", headings="总则")
    library = [replace(plain, id="body"), replace(plain, id="heading", headings="防汛物资"),
               replace(plain, id="title", title="防汛物资办法")]
    assert ranked(engine, library, "防汛物资") == ["title", "heading", "body"]


def test_more_of_a_word_ranks_higher(engine: Engine) -> None:
    library = [IndexedDocument(f"d{count}", FILLER + "防汛。\n" * count + "供水。\n" * (5 - count)) for count in (1,
        4,
        2)]
    assert ranked(engine, library, "防汛") == ["d4", "d2", "d1"]


def test_the_rarer_word_counts_for_more(engine: Engine) -> None:
    library = [IndexedDocument(f"common{n}",
        FILLER + "供水。防汛简报。\n" if n < 2 else FILLER + "供水。\n") for n in range(20)]
    library.append(IndexedDocument("rare", FILLER + "防汛。供水。防汛。\n"))
    library.append(IndexedDocument("often", FILLER + "防汛。供水。供水。\n"))
    answers = ranked(engine, library, "防汛 供水")
    assert answers.index("rare") < answers.index("often")


def test_among_equals_the_newest_comes_first(engine: Engine) -> None:
    library = [IndexedDocument(f"d{year}", FILLER + "防汛。\n", date=f"{year}-01-01") for year in (2019, 2022, 2020)]
    library.append(IndexedDocument("undated", FILLER + "防汛。\n"))
    assert ranked(engine, library, "防汛") == ["d2022", "d2020", "d2019", "undated"]


@pytest.mark.parametrize("typed",
    ["云政办发[2022]42", "云政办发 42 号 2022", "云政办发42 2022", "云政办发〔2022〕42号"])
def test_a_number_in_any_form_finds_its_document_first(engine: Engine, typed: str) -> None:
    cited = "依照云政办发〔2022〕42号、云政办发〔2022〕42号办理。\n"
    library = [IndexedDocument("citing", FILLER + cited, title="贯彻云政办发〔2022〕42号",
        number="云政办发〔2022〕50号"),
               IndexedDocument("other", FILLER, number="云政办发〔2022〕421号"),
               IndexedDocument("itself", FILLER, number="云政办发〔2022〕42号")]
    assert ranked(engine, library, typed) == ["itself", "citing"]


def test_without_the_word_index_exact_search_goes_on(tmp_path: Path, cache: Path) -> None:
    engine = open_engine(tmp_path / "index", {}.get, cache)
    engine.add([IndexedDocument("old", "防汛。\n", date="2020"), IndexedDocument("new", "防汛。\n", date="2021")])
    engine.commit()
    engine.close()
    shutil.rmtree(tmp_path / "index" / WORDS_FOLDER)
    assert [answer.id for answer in engine.query(SearchQuery("防汛"))] == ["new", "old"]
    assert engine.check(thorough=False) == ("index.words_damaged",)
    assert engine.ids() == frozenset()
    engine.close()


def test_whoosh_itself_reads_what_is_written(tmp_path: Path, cache: Path) -> None:
    library = documents(120)
    engine = open_engine(tmp_path, {}.get, cache)
    engine.add(library)
    engine.commit()
    engine.close()
    folder = tmp_path / WORDS_FOLDER
    opened = open_contents(folder, user_key(cache))
    assert opened is not None
    ranker = Ranker(folder, opened)
    with whoosh_index.open_dir(folder, indexname="words").searcher(weighting=scoring.Frequency()) as searcher:
        assert searcher.doc_count() == len(library)
        rows = searcher.reader().column_reader("row")
        for field in WEIGHTS:
            for word in [term.decode() for term in list(searcher.reader().lexicon(field))[:200]]:
                expected = {rows[hit.docnum]: hit.score
                            for hit in searcher.search(query.Term(field, word), limit=None)}
                assert _frequencies(ranker, field, word) == expected
    ranker.close()


def _frequencies(ranker: Ranker, field: str, word: str) -> dict[int, float]:
    found: dict[int, float] = {}
    for segment in ranker._segments:
        numbers, frequencies = segment.postings(field, word)
        found.update({segment.rows[number]: frequency for number,
        frequency in zip(numbers, frequencies, strict=True)})
    return found


def test_many_small_commits_are_merged_and_lose_nothing(tmp_path: Path) -> None:
    key = bytes(32)
    folder = WordsFolder(tmp_path, key)
    live: set[int] = set()
    for row in range(1, 61):
        folder.add(row, {"body": ["常见", f"词{row}", f"词{row % 7}"], "title": ["题"], "number": [], "headings": [],
                         "issuer": []})
        live.add(row)
        live.discard(row - 20)
        folder.commit(live)
    opened = open_contents(tmp_path, key)
    assert opened is not None
    assert len(opened.toc.segments) < 20
    ranker = Ranker(tmp_path, opened)
    assert ranker.rows >= live
    assert len(ranker.rows) < 60
    assert live <= ranker.scores(["常见"], live).keys()
    for row in live:
        assert row in ranker.scores([f"词{row}"], live)
    ranker.close()


def test_a_date_in_another_spelling_comes_before_its_words(engine: Engine) -> None:
    library = [IndexedDocument("words", FILLER + "2021年3月，2021年1月1日。\n" * 3),
               IndexedDocument("spaced", FILLER + "2021年 3月 1日\n"),
               IndexedDocument("typed", FILLER + "2021年3月1日\n"),
               IndexedDocument("chinese", FILLER + "二〇二一年三月一日\n")]
    found = ranked(engine, library, "2021年3月1日")
    assert (found[0], set(found[1:3])) == ("typed", {"spaced", "chinese"})
