"""The verbs of the engine: what is added is found, what is removed is not, and only after commit."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from index import engine as engine_module
from index.engine import Engine, open_engine
from reader.model.errors import UserError
from reader.model.search import IndexedDocument, Match, SearchEngine, SearchQuery
from tests.index.fictional import documents

DOCUMENT = IndexedDocument("d1", "医药储备应当充足。\n", title="医药储备办法", year=2022, kind="办法",
    publisher="云汀市人民政府")


def found(engine: Engine, typed: str) -> list[str]:
    """The ids of the documents that answer."""
    return [answer.id for answer in engine.query(SearchQuery(typed))]


def test_the_engine_keeps_the_protocol(engine: Engine) -> None:
    kept: SearchEngine = engine
    assert kept.count() == 0


def test_nothing_is_there_before_anything_was_indexed(engine: Engine, tmp_path: Path) -> None:
    assert found(engine, "医药") == []
    assert engine.ids() == frozenset()
    assert engine.check() == ()
    assert engine.suggest(SearchQuery("医药")) == ()
    assert list(tmp_path.iterdir()) == []


def test_what_was_added_is_found_after_commit(engine: Engine, texts: dict[str, str]) -> None:
    texts["d1"] = DOCUMENT.text
    engine.add([DOCUMENT])
    assert found(engine, "医药") == []
    engine.commit()
    assert found(engine, "医药") == ["d1"]
    assert engine.ids() == {"d1"}
    assert engine.count() == 1
    assert engine.check() == ()


def test_a_document_of_the_same_id_is_replaced(engine: Engine) -> None:
    engine.add([DOCUMENT])
    engine.commit()
    engine.add([replace(DOCUMENT, text="粮食储备。\n", title="粮食")])
    engine.commit()
    assert found(engine, "医药") == []
    assert found(engine, "粮食") == ["d1"]
    assert engine.count() == 1


def test_replacing_within_one_commit_keeps_the_last(engine: Engine) -> None:
    engine.add([DOCUMENT, replace(DOCUMENT, text="粮食储备。\n", title="粮食")])
    engine.commit()
    assert found(engine, "医药") == []
    assert found(engine, "粮食") == ["d1"]


def test_what_was_removed_is_gone_after_commit(engine: Engine) -> None:
    engine.add([DOCUMENT])
    engine.commit()
    engine.remove(["d1", "never there"])
    assert found(engine, "医药") == ["d1"]
    engine.commit()
    assert found(engine, "医药") == []
    assert engine.ids() == frozenset()


def test_rollback_drops_what_was_not_committed(engine: Engine) -> None:
    engine.add([DOCUMENT])
    engine.commit()
    engine.add([replace(DOCUMENT, id="d2")])
    engine.remove(["d1"])
    engine.rollback()
    engine.commit()
    assert found(engine, "医药") == ["d1"]
    assert engine.ids() == {"d1"}
    engine.add([replace(DOCUMENT, id="d3")])
    engine.commit()
    assert engine.ids() == {"d1", "d3"}


def test_clear_forgets_everything_and_the_index_can_be_filled_again(engine: Engine, texts: dict[str, str]) -> None:
    texts["d2"] = DOCUMENT.text
    engine.add([DOCUMENT])
    engine.commit()
    engine.clear()
    assert engine.count() == 0
    assert found(engine, "医药") == []
    engine.add([replace(DOCUMENT, id="d2")])
    engine.commit()
    assert found(engine, "医药") == ["d2"]
    assert engine.check() == ()


def test_the_index_is_there_after_opening_again(tmp_path: Path, cache: Path) -> None:
    texts = {"d1": DOCUMENT.text}
    for _ in range(2):
        engine = open_engine(tmp_path / "index", texts.get, cache)
        engine.add([DOCUMENT])
        engine.commit()
        engine.close()
    engine = open_engine(tmp_path / "index", texts.get, cache)
    assert found(engine, "医药") == ["d1"]
    assert engine.check() == ()
    engine.close()


def test_another_thread_and_another_engine_see_a_commit(engine: Engine, tmp_path: Path, cache: Path) -> None:
    other = open_engine(tmp_path / "index", {}.get, cache)
    engine.add([DOCUMENT])
    engine.commit()
    assert found(other, "医药") == ["d1"]
    seen: list[list[str]] = []
    for document_id in ("d2", "d3"):
        engine.add([replace(DOCUMENT, id=document_id)])
        engine.commit()
        thread = threading.Thread(target=lambda: seen.append(sorted(found(engine, "医药"))))
        thread.start()
        thread.join()
    assert seen == [["d1", "d2"], ["d1", "d2", "d3"]]
    assert sorted(found(other, "医药")) == ["d1", "d2", "d3"]
    other.close()


def test_searching_goes_on_while_a_commit_is_prepared(engine: Engine) -> None:
    engine.add([DOCUMENT])
    engine.commit()
    engine.add(documents(30))
    assert found(engine, '"医药储备应当充足"') == ["d1"]
    engine.rollback()


def test_the_answer_is_a_sequence(filled: Engine) -> None:
    answers = filled.query(SearchQuery("医药"))
    assert len(answers) == len(list(answers)) > 3
    assert answers[0] == next(iter(answers))
    assert answers[1:3] == list(answers)[1:3]
    assert answers[-1].score <= answers[0].score


def test_exact_answers_come_before_words(filled: Engine) -> None:
    matches = [answer.match for answer in filled.query(SearchQuery("供水条例》。"))]
    assert Match.EXACT in matches
    assert Match.WORDS in matches
    assert matches == sorted(matches, key=lambda match: match is Match.WORDS)


def test_much_forgotten_is_written_anew(engine: Engine, texts: dict[str, str], tmp_path: Path,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "LITTLE", 20)
    library = documents(20)
    texts.update({document.id: document.text for document in library})
    sizes = []
    for _ in range(8):
        engine.add(library)
        engine.commit()
        engine.close()
        sizes.append((tmp_path / "index" / "exact.db").stat().st_size)
        assert {answer.id for answer in engine.query(SearchQuery("第"))} == {
            document.id for document in library if "第" in document.text}
    assert max(sizes) < 5 * sizes[0]
    assert engine.check() == ()


def test_a_question_nobody_can_mean_is_refused(engine: Engine) -> None:
    with pytest.raises(UserError, match=r"search\.syntax"):
        engine.query(SearchQuery("(" * 60 + "a b" + ")" * 60))


def test_importing_the_engine_loads_no_dictionary_and_no_whoosh() -> None:
    code = ("import sys, index.engine; loaded = {name.split('.')[0] for name in sys.modules}; "
            "print(sorted(loaded & {'whoosh', 'jieba', 'rjieba', 'platformdirs', 'multiprocessing'}))")
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True,
                         cwd=Path(__file__).resolve().parents[2])
    assert run.stdout.strip() == "[]"
