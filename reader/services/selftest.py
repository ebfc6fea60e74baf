"""The self-test of an installed program: import, index, search, annotate and export in a library of its own."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.model.annotation import AnchorState
from reader.model.job import SilentJob
from reader.model.search import SearchQuery
from reader.services import annotate, catalogue, citing, export, safety, search
from reader.services.import_files import import_paths
from reader.services.library import EngineFactory, Library

SAMPLE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sample"
COPIES = 3
"""Variants of the sample beside it, so that more files come in than one process would read by itself."""
NOTE = "自检批注"


class SelfTestFailed(Exception):
    """A step did not give what it must; the text says which and what came instead."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the self-test that went well. `seconds`: wall time."""

    name: str
    result: str
    seconds: float


def run(engine_factory: EngineFactory, open_window: Callable[[Path], str] | None = None) -> Iterator[Step]:
    """Do what a user does on the first day, in a temporary library, and yield each step as it is done.

    Args:
        engine_factory: makes the search engine.
        open_window: opens the window on a library folder and tells what it showed, "" for nothing; None: without it.

    Raises:
        SelfTestFailed: a step gave something else than it must.
        UserError: a step could not be done.
    """
    with tempfile.TemporaryDirectory(prefix="dibao-self-test-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        with _opened(root / "library", engine_factory) as library:
            yield from _steps(library, _files(root / "files"), root)
        with _opened(root / "library", engine_factory) as library:
            begin = time.perf_counter()
            kept = annotate.all_annotations(library)
            _must(len(kept) == 1 and kept[0].annotation.note == NOTE, f"重新打开后有 {len(kept)} 条批注")
            yield Step("重新打开", "批注仍在", time.perf_counter() - begin)
        if open_window is not None:
            begin = time.perf_counter()
            shown = open_window(root / "library")
            _must(bool(shown), "窗口里没有出现公报")
            yield Step("窗口", shown, time.perf_counter() - begin)


def _steps(library: Library, files: list[Path], root: Path) -> Iterator[Step]:
    begin = time.perf_counter()

    def done(name: str, result: str) -> Step:
        nonlocal begin
        begin, before = time.perf_counter(), begin
        return Step(name, result, begin - before)

    report = import_paths(library, files, SilentJob())
    _must(not report.failed, f"导入失败：{[(file.path, file.error) for file in report.failed]}")
    issues = catalogue.issues(library)
    documents = [document for issue in issues for document in issue.documents]
    _must(len(issues) == len(files) and len(documents) == 3 * len(files), f"得到 {len(issues)} 期 {len(documents)} 件")
    yield done("导入", f"{len(issues)} 期，{len(documents)} 件文件，{sum(file.characters for file in report.files)} 字")

    indexed = search.reindex(library, SilentJob())
    _must(indexed == len(documents), f"索引了 {indexed} 件")
    yield done("索引", f"{indexed} 件")

    quote = "征求意见的时间不得少于20日"
    answer = search.search(library, SearchQuery(quote))
    _must(answer.total == len(files) and len(answer.hits[0].ranges) == 1, f"“{quote}”得到 {answer.total} 件")
    hit = answer.hits[0]
    start, end = hit.ranges[0]
    document = catalogue.document(library, hit.document_id)
    _must(document.text[start:end] == quote, f"命中处是“{document.text[start:end]}”")
    number = document.facts.number
    _must(number is not None, "文件没有发文字号")
    yield done("检索", f"“{quote}”{answer.total} 件，{number.normal if number else ''}")

    placed = annotate.create(library, document.facts.id, start=start, end=end, note=NOTE, tags=("自检",))
    _must(placed.placement.state is AnchorState.EXACT, f"批注的状态是 {placed.placement.state}")
    yield done("批注", placed.annotation.anchor.address if placed.annotation.anchor else "")

    citation = citing.cite(library, document.facts.id, (start, end))
    _must(document.facts.title.split("《")[-1].split("》")[0] in citation, f"引注是“{citation}”")
    yield done("引注", citation)

    for kind in ("md", "html"):
        out = root / f"摘录.{kind}"
        export.export(library, annotate.Selection(), kind, out)
        text = out.read_text(encoding="utf-8")
        _must(quote in text and NOTE in text, f"{out.name} 里没有批注")
        yield done("导出", f"{out.name}，{len(text)} 字")

    backup = safety.backup(library, root / "备份.db")
    findings = safety.check(library)
    _must(findings == (), f"检查发现 {[finding.code for finding in findings]}")
    yield done("备份与检查", f"{backup.name}，没有问题")


def _files(folder: Path) -> list[Path]:
    """The sample issue, and variants of it that differ in their number."""
    folder.mkdir()
    sample = next(SAMPLE_FOLDER.glob("*.txt"))
    text = sample.read_text(encoding="utf-8")
    files = [folder / sample.name]
    files[0].write_text(text, encoding="utf-8")
    for copy in range(1, COPIES + 1):
        files.append(folder / f"自检{copy}.txt")
        files[-1].write_text(text.replace("2025年第3期", f"2025年第{copy + 3}期"), encoding="utf-8")
    return files


@contextmanager
def _opened(root: Path, engine_factory: EngineFactory) -> Iterator[Library]:
    with Library.open(root, engine_factory) as library:
        yield library


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SelfTestFailed(otherwise)
