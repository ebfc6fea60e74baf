"""The word index's writer in a process of its own: cutting words and writing segments must not hold up the window."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from reader.model.search import IndexedDocument

IDLE_SECONDS = 20.0

Fields = tuple[str, str, str, str, str]
"""Body, title, number, headings and issuer of a document, as stored."""


class WriterGone(Exception):
    """The process has died or could not do what it was asked to: what it was given since the last commit is lost."""


class WordsWriter:
    """Hands documents to the process, which is started at once and ends with this one."""

    def __init__(self, folder: Path, key: bytes, cache: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, str(folder), key, str(cache)), name="dibao-words",
                                        daemon=True)
        self._process.start()
        theirs.close()
        self._asked = time.monotonic()

    @property
    def at_hand(self) -> bool:
        """Whether the process still waits for work; after some seconds without any it ends and frees its memory."""
        return self._process.is_alive() and time.monotonic() - self._asked < IDLE_SECONDS / 2

    def highest_row(self) -> int:
        """The greatest row the word index holds."""
        return int(self._ask("highest row"))

    def add(self, row: int, document: IndexedDocument) -> None:
        """Hand a document over; returns before it is worked on, unless the process is far behind."""
        fields: Fields = (document.text, document.title, document.number, document.headings, document.issuer)
        self._send("add", row, fields)

    def commit(self, live: Iterable[int]) -> int:
        """Commit; tells how many rows the word index holds then."""
        return int(self._ask("commit", set(live)))

    def rollback(self) -> None:
        """Drop what was added since the last commit."""
        self._ask("rollback")

    def close(self) -> None:
        """End the process and wait for it; what was not committed is dropped."""
        self._pipe.close()
        self._process.join(timeout=5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()

    def _send(self, *message: object) -> None:
        try:
            self._pipe.send(message)
        except OSError as fault:
            raise WriterGone from fault

    def _ask(self, *message: object) -> Any:
        self._asked = time.monotonic()
        self._send(*message)
        try:
            done, answer = self._pipe.recv()
        except (EOFError, OSError) as fault:
            raise WriterGone from fault
        self._asked = time.monotonic()
        if not done:
            raise WriterGone(answer)
        return answer


def serve(pipe: Connection, folder: str, key: bytes, cache: str) -> None:
    """What the process does: messages in their order until the other end is gone or has been silent for long. The first
    fault ends the work and is told at the next question."""
    from index.cutting import fast_words, plain_words
    from index.query_words import dictionary_file, make_dictionary_file
    from index.words.store import WordsFolder
    from index.words.texts import words_of

    fault = ""
    words = store = None
    uncommitted = False
    while True:
        try:
            if not pipe.poll(IDLE_SECONDS) and not uncommitted:
                return
            verb, *arguments = pipe.recv()
        except (EOFError, OSError):
            return
        answer: object = None
        try:
            if not fault:
                store = store or WordsFolder(Path(folder), key)
                if verb == "add":
                    words = words or fast_words() or plain_words()
                    row, fields = arguments
                    store.add(row, words_of(fields, words))
                elif verb == "commit":
                    answer = store.commit(*arguments)
                elif verb == "rollback":
                    store.rollback()
                elif verb == "highest row":
                    answer = store.highest_row()
        except Exception as failure:  # noqa: BLE001  # told to the other process, which owns the words and the log
            import traceback

            fault = "".join(traceback.format_exception(failure))
        uncommitted = verb == "add"
        if not uncommitted:
            pipe.send((not fault, fault or answer))
        if verb == "commit" and not dictionary_file(Path(cache)).exists():
            # The first question would have to make it, and wait.
            make_dictionary_file(Path(cache))
