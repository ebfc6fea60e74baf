"""Parse many files at once in a pool of processes; a file that kills its process is found out and left behind."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection

from reader.model.correction import Correction
from reader.model.errors import UserError
from reader.model.report import ParsedFile

LOG = logging.getLogger(__name__)

FEW_FILES = 2
FEW_BYTES = 1 << 20
"""So few small files are read in this process: starting others would take longer."""
MOST_PROCESSES = 4
"""An office PC has 4 GB of memory, and each process loads the libraries of all formats."""
ASK_EVERY = 0.2
"""Seconds between two questions whether the parsing is still wanted."""


@dataclass(frozen=True, slots=True)
class Work:
    """A file to parse. `ticket` tells the caller which one; `corrections` are what the user put right in it."""

    ticket: int
    data: bytes
    name: str
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: a parsed file, a `UserError`, or the trace of a fault of ours.

    `fault` names the exception and where it was raised, not its message, which may hold text of the document.
    """

    ticket: int
    parsed: ParsedFile | None = None
    error: UserError | None = None
    fault: str = ""
    seconds: float = 0.0


Parse = Callable[[Work], Outcome]


def parse(work: Work) -> Outcome:
    """Parse one file; runs in a process of the pool, or in this one."""
    from reader.importing.importer import parse as parse_file

    begin = time.perf_counter()
    try:
        parsed = parse_file(work.data, work.name, work.corrections)
    except UserError as error:
        return Outcome(work.ticket, error=error, seconds=time.perf_counter() - begin)
    except Exception as fault:  # noqa: BLE001 - one file that trips us up must not stop the others; it is logged
        where = "".join(traceback.format_tb(fault.__traceback__))
        return Outcome(work.ticket, fault=f"{type(fault).__qualname__}\n{where}", seconds=time.perf_counter() - begin)
    return Outcome(work.ticket, parsed, seconds=time.perf_counter() - begin)


def parse_all(files: Iterable[Work], *, small: bool, processes: int | None = None, parse: Parse = parse,
              check: Callable[[], None] = lambda: None) -> Generator[Outcome]:
    """Parse files, each answered by one outcome, in the order they are done.

    Who leaves off before the end leaves the files under way behind: their processes end in the middle of them.

    Args:
        files: drawn from as the pool has room, so that not all of them are in memory at once.
        small: few and short ones; read them here.
        processes: how many at most; by default one a processor.
        parse: what is done with each; a function that a new process can import.
        check: asked several times a second while processes are at work; what it raises ends the parsing.
    """
    if small:
        yield from map(parse, files)
        return
    pool = _Pool(processes or min(os.cpu_count() or 1, MOST_PROCESSES), parse, check)
    try:
        yield from pool.run(iter(files))
    finally:
        pool.close()


class _Pool:
    """A pool that survives the death of its processes: what was under way is then tried again one file at a time, and
    a file that kills a process alone is the guilty one."""

    def __init__(self, processes: int, parse: Parse, check: Callable[[], None]) -> None:
        self._processes = processes
        self._parse = parse
        self._check = check
        # Closing one end is heard by all that wait at the other. An Event would count processes that have died.
        self._heard, self._held = multiprocessing.get_context("spawn").Pipe(duplex=False)
        self._executor = _started(processes, self._heard)
        self._under_way: dict[Future[Outcome], Work] = {}
        self._suspects: list[Work] = []

    def run(self, files: Iterator[Work]) -> Iterator[Outcome]:
        """The outcomes of all files."""
        while True:
            drawn = list(islice(files, 2 * self._processes - len(self._under_way)))
            for work in drawn:
                self._submit(work)
            if self._under_way:
                yield from self._finished()
            if self._suspects:
                yield from self._tried_singly()
            elif not drawn and not self._under_way:
                return

    def close(self) -> None:
        """End the processes, in the middle of a file that nobody waits for any more."""
        if self._under_way:
            self._held.close()
        self._executor.shutdown(cancel_futures=True)
        self._held.close()
        self._heard.close()

    def _submit(self, work: Work) -> None:
        try:
            self._under_way[self._executor.submit(_at_work, self._parse, work)] = work
        except BrokenProcessPool:
            self._suspects.append(work)

    def _finished(self) -> Iterator[Outcome]:
        """Wait for at least one file. Those under way when a process died become suspects."""
        done, _ = wait(self._under_way, ASK_EVERY, FIRST_COMPLETED)
        while not done:
            self._check()
            done, _ = wait(self._under_way, ASK_EVERY, FIRST_COMPLETED)
        for future in done:
            work = self._under_way.pop(future)
            fault = future.exception()
            if isinstance(fault, BrokenProcessPool):
                self._suspects.append(work)
            else:
                yield _outcome(future, work)

    def _tried_singly(self) -> Iterator[Outcome]:
        while self._under_way:  # their pool is broken: they all come back at once, as suspects
            yield from self._finished()
        self._executor.shutdown()
        self._executor = _started(1, self._heard)
        suspects, self._suspects = self._suspects, []
        for work in suspects:
            if not self._can_start():
                # No file is guilty: this computer lets us start no process at all. Slower, but it goes on.
                yield self._parse(work)
                continue
            future = self._executor.submit(_at_work, self._parse, work)
            self._under_way[future] = work
            while not wait((future,), ASK_EVERY).done:
                self._check()
            del self._under_way[future]
            yield _outcome(future, work)
            if isinstance(future.exception(), BrokenProcessPool):
                self._executor = _started(1, self._heard)
        self._executor.shutdown()
        self._executor = _started(self._processes, self._heard)

    def _can_start(self) -> bool:
        """Whether a process does as little as telling its id."""
        try:
            self._executor.submit(os.getpid).result()
        except BrokenProcessPool:
            LOG.warning("no process for parsing can be started")
            return False
        return True


def _started(processes: int, heard: Connection) -> ProcessPoolExecutor:
    # Spawned on every system alike: a fork would copy the locks of the window's threads and its open connections.
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"),
                               initializer=_begin_process, initargs=(heard,))


_parsing = threading.Lock()
_left = threading.Event()


def _begin_process(heard: Connection) -> None:
    """What a process of the pool does first. `heard`: ends when nobody waits for its answers any more."""
    # Ctrl+C in a terminal reaches all processes: the parent lets them finish the file they are at.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    threading.Thread(target=_end_when_left, args=(heard,), daemon=True).start()


def _at_work(parse: Parse, work: Work) -> Outcome:
    """Parse in a process of the pool, unless nobody waits for it any more."""
    with _parsing:
        if _left.is_set():
            return Outcome(work.ticket)
        return parse(work)


def _end_when_left(heard: Connection) -> None:
    """End this process in the middle of a file. One that is sending its answer ends by itself: half an answer would
    keep the program waiting for the other half."""
    with contextlib.suppress(EOFError, OSError):
        heard.recv_bytes()
    _left.set()
    if not _parsing.acquire(blocking=False):
        os._exit(1)
    _parsing.release()


def _end_with_parent() -> None:
    """End this process when the program that started it has died: its queue alone would let it wait for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _outcome(future: Future[Outcome], work: Work) -> Outcome:
    """The outcome of a future, waiting for it; that a process died, or could not send its answer, is one too."""
    fault = future.exception()
    return future.result() if fault is None else Outcome(work.ticket, fault=type(fault).__qualname__)
