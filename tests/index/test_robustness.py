"""Whatever happens while indexing, the index afterwards is right, or says that it is not."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from index.engine import EXACT_FILE, WORDS_FOLDER, Engine, open_engine
from reader.model.errors import UserError
from reader.model.search import SearchQuery
from reader.searching.scanning import scan
from tests.index.fictional import documents

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = documents(60)
TEXTS = {document.id: document.text for document in LIBRARY}

# Indexes in commits of 5, tells each on standard output, and replaces what is there: work for kills to hit.
INDEXING = """
import sys
from pathlib import Path
from index.engine import open_engine
from tests.index.fictional import documents
if __name__ == "__main__":
    library = documents(60)
    engine = open_engine(Path(sys.argv[1]), {document.id: document.text for document in library}.get,
        Path(sys.argv[2]))
    for start in range(0, 60, 5):
        engine.add(library[start:start + 5])
        engine.commit()
        print(start, flush=True)
    engine.close()
"""


def indexing(tmp_path: Path, cache: Path) -> subprocess.Popen[str]:
    """Another process that indexes into `tmp_path/index`."""
    script = tmp_path / "indexing.py"
    script.write_text(INDEXING, encoding="utf-8")
    return subprocess.Popen([sys.executable, str(script), str(tmp_path / "index"), str(cache)], text=True,
                            stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)})


def assert_right(engine: Engine) -> None:
    """The engine answers for what it holds as reading the texts does."""
    every = {answer.id for answer in engine.query(SearchQuery("-没有此词"))}
    held = [document for document in LIBRARY if document.id in every]
    for typed in ("医药储备", "第", "（一）", "供水条例 医药", "标题:第1"):
        query = SearchQuery(typed)
        assert {answer.id for answer in engine.query(query)} == {
            answer.id for answer in scan(query, held, engine.pieces)}


@pytest.mark.parametrize("seed", range(6))
def test_a_kill_at_any_moment_leaves_an_index_that_can_be_completed(tmp_path: Path, cache: Path, seed: int) -> None:
    rng = random.Random(seed)
    process = indexing(tmp_path, cache)
    assert process.stdout is not None
    for _ in range(rng.randrange(4)):
        process.stdout.readline()
    try:
        process.wait(timeout=rng.random() * 0.4)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    # Ends only when no process holds the other end: the one that writes words has gone too.
    process.stdout.read()
    process.stdout.close()
    engine = open_engine(tmp_path / "index", TEXTS.get, cache)
    assert_right(engine)
    assert set(engine.check()) <= {"index.words_missing", "index.words_damaged"}
    engine.add([document for document in LIBRARY if document.id not in engine.ids()])
    engine.commit()
    assert engine.ids() == TEXTS.keys()
    assert engine.check() == ()
    assert_right(engine)
    engine.close()


def test_when_the_writer_of_words_dies_exact_search_stays_right(engine: Engine, texts: dict[str, str],
                                                                caplog: pytest.LogCaptureFixture) -> None:
    texts.update(TEXTS)
    engine.add(LIBRARY[:20])
    engine.commit()
    engine.add(LIBRARY[20:30])
    assert engine._words is not None
    engine._words._process.kill()
    engine._words._process.join()
    engine.add(LIBRARY[30:40])
    engine.commit()
    assert "the writer of words is gone" in caplog.text
    assert engine.count() == 40
    assert_right(engine)
    assert engine.ids() == {document.id for document in LIBRARY[:20]}
    assert engine.check() == ("index.words_missing",)
    engine.add(LIBRARY[20:40])
    engine.commit()
    assert engine.ids() == {document.id for document in LIBRARY[:40]}
    assert engine.check() == ()


def test_a_commit_cut_short_between_its_halves_is_not_seen(engine: Engine, texts: dict[str, str]) -> None:
    texts.update(TEXTS)
    engine.add(LIBRARY[:10])
    engine.commit()
    engine.add(LIBRARY[5:20])
    assert engine._words is not None
    engine._words.commit(set(range(1, 100)))
    engine.rollback()
    assert engine.ids() == {document.id for document in LIBRARY[:10]}
    engine.add(LIBRARY[30:40])
    engine.commit()
    assert engine.ids() == {document.id for document in (*LIBRARY[:10], *LIBRARY[30:40])}
    assert_right(engine)
    assert engine.check() == ()


@pytest.fixture
def closed(tmp_path: Path, cache: Path) -> Path:
    """The folder of an index of all of LIBRARY, closed."""
    engine = open_engine(tmp_path / "index", TEXTS.get, cache)
    engine.add(LIBRARY)
    engine.commit()
    engine.close()
    return tmp_path / "index"


def assert_rebuilt(folder: Path, cache: Path) -> None:
    """Adding what `ids` lacks mends the index."""
    engine = open_engine(folder, TEXTS.get, cache)
    engine.add([document for document in LIBRARY if document.id not in engine.ids()])
    engine.commit()
    assert engine.check() == ()
    assert engine.ids() == TEXTS.keys()
    assert_right(engine)
    engine.close()


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 300])
def test_a_damaged_exact_index_is_noticed_and_made_anew(closed: Path, cache: Path, content: bytes) -> None:
    (closed / EXACT_FILE).write_bytes(content)
    engine = open_engine(closed, TEXTS.get, cache)
    assert engine.ids() == frozenset()
    assert engine.check() == ("index.damaged",)
    assert (engine.count(), list(engine.query(SearchQuery("医药")))) == (0, [])
    engine.close()
    assert_rebuilt(closed, cache)


def test_a_page_overwritten_in_the_exact_index_is_noticed(closed: Path, cache: Path) -> None:
    path = closed / EXACT_FILE
    data = bytearray(path.read_bytes())
    data[len(data) // 2:len(data) // 2 + 8192] = bytes(8192)
    path.write_bytes(bytes(data))
    engine = open_engine(closed, TEXTS.get, cache)
    assert "index.damaged" in engine.check()
    engine.close()


def test_an_index_of_another_format_is_made_anew(closed: Path, cache: Path) -> None:
    with sqlite3.connect(closed / EXACT_FILE) as connection:
        connection.execute("UPDATE state SET value = 999 WHERE name = 'format'")
    connection.close()
    engine = open_engine(closed, TEXTS.get, cache)
    assert engine.check() == ("index.outdated",)
    assert engine.ids() == frozenset()
    engine.close()
    assert_rebuilt(closed, cache)


def test_an_index_cut_by_another_dictionary_is_outdated(closed: Path, cache: Path) -> None:
    with sqlite3.connect(closed / EXACT_FILE) as connection:
        connection.execute("UPDATE state SET value = 'other' WHERE name = 'dictionary'")
    connection.close()
    engine = open_engine(closed, TEXTS.get, cache)
    assert engine.check() == ("index.outdated",)
    engine.close()


def test_texts_that_have_changed_are_noticed(closed: Path, cache: Path) -> None:
    engine = open_engine(closed, {key: text[::-1] for key, text in TEXTS.items()}.get, cache)
    assert engine.check() == ("index.out_of_step",)
    assert engine.check(thorough=False) == ()
    engine.close()


def test_documents_that_are_gone_are_noticed(closed: Path, cache: Path) -> None:
    engine = open_engine(closed, {key: text for key, text in TEXTS.items() if key != "d7"}.get, cache)
    assert engine.check() == ("index.out_of_step",)
    engine.close()


@pytest.mark.parametrize("suffix", [".pst", ".trm", ".toc"])
@pytest.mark.parametrize("harm", ["cut", "changed", "gone"])
def test_a_damaged_word_index_is_noticed_and_made_anew(closed: Path, cache: Path, suffix: str, harm: str) -> None:
    path = next(path for path in (closed / WORDS_FOLDER).iterdir() if path.suffix == suffix)
    data = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(data[:len(data) // 2] if harm == "cut" else data[:-9] + b"\x00" + data[-8:])
    engine = open_engine(closed, TEXTS.get, cache)
    assert engine.check() == ("index.words_damaged",)
    assert_right(engine)
    engine.close()
    assert_rebuilt(closed, cache)


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX's")
def test_a_full_disk_is_told_and_harms_nothing(closed: Path, cache: Path) -> None:
    code = f"""
import resource, signal, sys
from pathlib import Path
from index.engine import open_engine
from reader.model.errors import UserError
from tests.index.fictional import documents
if __name__ == "__main__":
    engine = open_engine(Path({str(closed)!r}), {{}}.get, Path({str(cache)!r}))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    engine.add(documents(1, seed=9))
    size = Path({str(closed / EXACT_FILE)!r}).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))
    try:
        engine.add(documents(400, seed=10))
        engine.commit()
    except UserError as told:
        print(told.code)
        engine.rollback()
"""
    script = closed.parent / "full.py"
    script.write_text(code, encoding="utf-8")
    run = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120,
                         env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert run.stdout.strip() == "disk.full", run.stderr
    engine = open_engine(closed, TEXTS.get, cache)
    assert engine.ids() == TEXTS.keys()
    assert_right(engine)
    assert engine.check() == ()
    engine.close()


def refuses(folder: Path) -> bool:
    """Whether a folder cannot be written: root may, and Windows has no modes."""
    try:
        (folder / "probe").touch()
    except PermissionError:
        return True
    (folder / "probe").unlink()
    return False


def test_a_read_only_index_can_be_searched_but_not_written(closed: Path, cache: Path) -> None:
    folders = [closed, closed / WORDS_FOLDER]
    for folder in folders:
        folder.chmod(0o500)
    try:
        if not refuses(closed):
            pytest.skip("this user may write into read-only folders")
        engine = open_engine(closed, TEXTS.get, cache)
        assert_right(engine)
        with pytest.raises(UserError) as refused:
            engine.add(LIBRARY[:1])
        assert refused.value.code == "index.read_only"
        engine.close()
    finally:
        for folder in folders:
            folder.chmod(0o700)


def test_no_lock_and_no_process_stay_behind(closed: Path) -> None:
    assert not [path.name for path in closed.rglob("*") if "LOCK" in path.name.upper()]
    assert not (closed / f"{EXACT_FILE}-wal").exists()
