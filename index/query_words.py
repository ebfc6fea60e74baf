"""Cut search questions by jieba's own code with its dictionary on disk: nothing to load, nothing to stall the window.

Loading the dictionary takes 0.1 s in one piece (rjieba) or 1 s and 95 MB (jieba). A question needs some dozens of its
349,000 entries; they are looked up in a file in the user's cache folder, made once.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.cutting import dictionary_entries, fingerprint, jieba_tokenizer


class Frequencies:
    """jieba's table of words and beginnings of words, as far as `Tokenizer.cut` uses it. Thread-safe."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self._known: dict[str, int | None] = {}
        self._guard = threading.Lock()
        self.total = int(self._connection.execute("SELECT total FROM totals").fetchone()[0])

    def get(self, word: str, default: int | None = None) -> int | None:
        """The frequency of a word, 0 for what only begins one."""
        with self._guard:
            if word not in self._known:
                row = self._connection.execute("SELECT frequency FROM words WHERE word = ?", (word,)).fetchone()
                if len(self._known) > 50_000:
                    self._known.clear()
                self._known[word] = row[0] if row else None
            found = self._known[word]
        return default if found is None else found

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def __getitem__(self, word: str) -> int:
        found = self.get(word)
        if found is None:
            raise KeyError(word)
        return found

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class QuestionWords:
    """Cuts folded questions into words. The dictionary is opened, or made, at first use; thread-safe."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._guard = threading.Lock()
        self._tokenizer: Any = None

    def __call__(self, text: str) -> list[str]:
        """The words of a folded text, in order and without gaps."""
        with self._guard:
            if self._tokenizer is None:
                tokenizer = jieba_tokenizer()
                tokenizer.FREQ = _opened(self._cache)
                tokenizer.total, tokenizer.initialized = tokenizer.FREQ.total, True
                self._tokenizer = tokenizer
        return list(self._tokenizer.cut(text, HMM=False))

    def close(self) -> None:
        """Let go of the dictionary."""
        with self._guard:
            if self._tokenizer is not None:
                self._tokenizer.FREQ.close()
                self._tokenizer = None


def _opened(cache: Path) -> Frequencies:
    path = dictionary_file(cache)
    if path.exists():
        try:
            return Frequencies(path)
        except (sqlite3.DatabaseError, TypeError):
            path.unlink(missing_ok=True)  # damaged: it is ours, and made anew
    make_dictionary_file(cache)
    return Frequencies(path)


def dictionary_file(cache: Path) -> Path:
    """Where the dictionary lies; another dictionary has another name."""
    return cache / f"words-{fingerprint()}.db"


def make_dictionary_file(cache: Path) -> None:
    """Write jieba's dictionary and our terms as a file to look up in; it appears whole or not at all (1 s)."""
    tokenizer = jieba_tokenizer()
    cache.mkdir(parents=True, exist_ok=True)
    partial = cache / f"words-{secrets.token_hex(4)}.partial"
    try:
        connection = sqlite3.connect(partial, isolation_level=None)
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("CREATE TABLE words (word TEXT PRIMARY KEY, frequency INTEGER) WITHOUT ROWID")
        connection.execute("CREATE TABLE totals (total INTEGER)")
        connection.execute("BEGIN")
        total = 0
        # As jieba's gen_pfdict and add_word do it, line by line: one long step would hold up the other threads.
        for word, frequency in _entries(tokenizer):
            total += frequency
            connection.execute("INSERT OR REPLACE INTO words VALUES (?, ?)", (word, frequency))
            connection.executemany("INSERT OR IGNORE INTO words VALUES (?, 0)",
                                   ((word[:end],) for end in range(1, len(word))))
        connection.execute("INSERT INTO totals VALUES (?)", (total,))
        connection.execute("COMMIT")
        connection.close()
        partial.replace(dictionary_file(cache))
    finally:
        partial.unlink(missing_ok=True)


def _entries(tokenizer: Any) -> Iterator[tuple[str, int]]:
    with tokenizer.get_dict_file() as file:
        for line in file:
            word, frequency, *_ = line.decode("utf-8").split(" ")
            yield word, int(frequency)
    for word, frequency, _ in dictionary_entries():
        yield word, frequency
