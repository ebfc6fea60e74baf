"""Ways to search a library, ours and others', behind one small shape: index into a folder, open it, answer."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from reader.model.search import IndexedDocument, SearchQuery
from reader.searching.folding import fold
from tests.benchmarks.libraries import StoredLibrary

PAGE = 20
"""Hits a page shows: every answer is taken so far."""


class Contender(Protocol):
    """One way to search. `index` and `open` are called in different processes."""

    def index(self, folder: Path, documents: Iterable[IndexedDocument]) -> None:
        """Index documents into a folder."""

    def open(self, folder: Path, library: StoredLibrary) -> None:
        """Be ready to answer."""

    def answer(self, typed: str, strings: tuple[str, ...]) -> list[str]:
        """The documents that answer, all of them; the best first where there is a rank."""

    def close(self) -> None:
        """Let go of everything."""


class Ours:
    """The engine of the program."""

    def index(self, folder: Path, documents: Iterable[IndexedDocument]) -> None:
        from index.engine import open_engine

        engine = open_engine(folder / "index", {}.get, folder / "cache")
        documents = iter(documents)
        # As the program does: a commit every 25 issues.
        while batch := list(islice(documents, 375)):
            engine.add(batch)
            engine.commit()
        engine.close()

    def open(self, folder: Path, library: StoredLibrary) -> None:
        from index.engine import open_engine

        self.engine = open_engine(folder / "index", library.text_of, folder / "cache")
        self.engine.count()

    def answer(self, typed: str, strings: tuple[str, ...]) -> list[str]:
        answers = self.engine.query(SearchQuery(" ".join(f'"{string}"' for string in strings) or typed))
        return [answer.id for answer in answers]

    def close(self) -> None:
        self.engine.close()


class OursAsTyped(Ours):
    """The engine, asked as a user types: words too, ranked."""

    def index(self, folder: Path, documents: Iterable[IndexedDocument]) -> None:
        """Nothing: the index of `Ours` is used."""

    def answer(self, typed: str, _strings: tuple[str, ...]) -> list[str]:
        return [answer.id for answer in self.engine.query(SearchQuery(typed))]


class Scan:
    """All texts, folded, in memory."""

    def index(self, folder: Path, documents: Iterable[IndexedDocument]) -> None:
        """Nothing to do."""

    def open(self, _folder: Path, library: StoredLibrary) -> None:
        self.texts = [(document.id, fold(document.text)) for document in library]

    def answer(self, typed: str, strings: tuple[str, ...]) -> list[str]:
        wanted = strings or (fold(typed),)
        return [one for one, text in self.texts if all(string in text for string in wanted)]

    def close(self) -> None:
        self.texts.clear()


class Trigram:
    """SQLite FTS5 with its own trigram tokenizer on the texts as they are; fewer than three characters by LIKE, as its
    documentation says."""

    def index(self, folder: Path, documents: Iterable[IndexedDocument]) -> None:
        connection = sqlite3.connect(folder / "trigram.db")
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text, tokenize='trigram')")
        connection.executemany("INSERT INTO texts VALUES (?, ?)", ((one.id, one.text) for one in documents))
        connection.commit()
        connection.close()

    def open(self, folder: Path, _library: StoredLibrary) -> None:
        self.connection = sqlite3.connect(folder / "trigram.db")

    def answer(self, typed: str, strings: tuple[str, ...]) -> list[str]:
        wanted = strings or (typed,)
        if all(len(string) > 2 for string in wanted):
            asked = " AND ".join('"' + string.replace('"', '""') + '"' for string in wanted)
            rows = self.connection.execute("SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank", (asked,))
        else:
            rows = self.connection.execute(
                "SELECT id FROM texts WHERE " + " AND ".join("text LIKE ?" for _ in wanted),
                [f"%{string}%" for string in wanted])
        return [one for one, in rows]

    def close(self) -> None:
        self.connection.close()


class StockWhoosh:
    """whoosh with jieba's ready-made way of cutting, positions and all: phrases for strings."""

    def index(self, folder: Path, documents: Iterable[IndexedDocument]) -> None:
        from whoosh import fields, index

        from tests.benchmarks.stock_words import StockWords

        path = folder / "whoosh"
        path.mkdir()
        schema = fields.Schema(id=fields.ID(stored=True), text=fields.TEXT(analyzer=StockWords(), phrase=True))
        writer = index.create_in(path, schema).writer(limitmb=256)
        for one in documents:
            writer.add_document(id=one.id, text=one.text)
        writer.commit()

    def open(self, folder: Path, _library: StoredLibrary) -> None:
        from whoosh import index

        from tests.benchmarks.stock_words import StockWords

        self.searcher = index.open_dir(folder / "whoosh").searcher()
        self.cut = StockWords()

    def answer(self, typed: str, strings: tuple[str, ...]) -> list[str]:
        from whoosh import query

        parts: list[Any] = []
        for string in strings or (typed,):
            words = [token.text for token in self.cut(string)]
            parts.append(query.Phrase("text", words) if len(words) > 1 else query.Term("text", "".join(words)))
        hits = self.searcher.search(query.And(parts), limit=None)
        return [hit["id"] for hit in hits]

    def close(self) -> None:
        self.searcher.close()


class Recoll:
    """Recoll, a file a document, asked by its command line."""

    available = bool(shutil.which("recollindex") and shutil.which("recollq"))

    def index(self, folder: Path, documents: Iterable[IndexedDocument]) -> None:
        texts, settings = folder / "texts", folder / "recoll"
        texts.mkdir()
        settings.mkdir()
        for one in documents:
            (texts / f"{one.id}.txt").write_text(one.text, encoding="utf-8")
        (settings / "recoll.conf").write_text(f"topdirs = {texts}\ncjkngramlen = 2\ndefaultcharset = utf-8\n",
                                              encoding="utf-8")
        subprocess.run(["recollindex", "-c", settings], check=True, capture_output=True)
        shutil.rmtree(texts)

    def open(self, folder: Path, _library: StoredLibrary) -> None:
        self.settings = folder / "recoll"

    def answer(self, typed: str, strings: tuple[str, ...]) -> list[str]:
        asked = " ".join('"' + re.sub(r'["\\]', " ", string) + '"' for string in strings or (typed,))
        run = subprocess.run(["recollq", "-c", self.settings, "-b", "-n", "0", asked], capture_output=True, text=True)
        names = (line.strip().rsplit("/", 1)[-1] for line in run.stdout.splitlines())
        return [name.removesuffix(".txt") for name in names if name.endswith(".txt")]

    def close(self) -> None:
        """Nothing is held."""


CONTENDERS: dict[str, type[Contender]] = {
    "ours": Ours, "ours, as typed": OursAsTyped, "scan in memory": Scan, "FTS5 trigram": Trigram,
    "stock whoosh + jieba": StockWhoosh, "Recoll": Recoll,
}
