"""A library in which every dialog has something to show: read once, copied for whoever needs it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from reader.model.annotation import Annotation
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, exchange, export, import_files, safety
from reader.services.annotate import Selection
from reader.services.library import Library
from tests.building import FakeEngine

SAMPLE = next((Path(__file__).resolve().parents[2] / "resources/sample").glob("*.txt"))
BREAKFAST, LIFTS = "便民早餐点管理办法", "老旧小区改造提升"
PUBLIC = "向社会公开征求意见，征求意见的时间不得少于20日"
WITHDRAWN, FREE = "取消备案，二年内不再受理其申请", "免收三年场地使用费"
COLLEAGUES = "同事的批注.jsonld"
"""Name of the file, beside the library, of a colleague who has changed the same annotation as the user."""


def furnish(folder: Path) -> None:
    """Fill a folder with `library` and a colleague's file.

    The library holds the sample; a later issue that prints the same documents with one sentence otherwise; and an issue
    of another year that was imported again after one of its sentences was put in other words and one was struck out.
    There are tags, notes, a deleted annotation, and a backup from before the last changes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with Library.open(folder / "library", FakeEngine) as library:
        sample = SAMPLE.read_text(encoding="utf-8")
        later = sample.replace("2025年第3期", "2025年第4期").replace("总第87期", "总第88期")
        former = sample.replace("2025年第3期", "2024年第8期").replace("总第87期", "总第80期")
        former = former.replace("〔2025〕", "〔2024〕")
        _take_in(library, folder / SAMPLE.name, sample)
        _take_in(library, folder / "公报2025年第4期.txt", later.replace(PUBLIC, "向社会公示不少于一个月"))
        _take_in(library, folder / "公报2024年第8期.txt", former)
        _annotate(library)
        safety.backup(library)
        _disagree(library, folder)
        changed = former.replace(PUBLIC, "向社会公开征求意见，时间不少于二十个工作日").replace(f"，{WITHDRAWN}", "")
        _take_in(library, folder / "公报2024年第8期.txt", f"{changed.rstrip()}\n\n（全刊完）\n")


def document_id(library: Library, title: str, *, year: int, number: int) -> str:
    """Id of the document whose title contains `title` in an issue of the library."""
    entry = next(one for one in catalogue.issues(library) if (one.facts.year, one.facts.number) == (year, number))
    return next(one.id for one in entry.documents if title in one.title)


def _take_in(library: Library, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    report = import_files.import_paths(library, [file], SilentJob())
    assert not report.failed


def _annotate(library: Library) -> None:
    newest = document_id(library, BREAKFAST, year=2025, number=3)
    oldest = document_id(library, BREAKFAST, year=2024, number=8)
    mark(library, newest, PUBLIC, "期限", "布局方案须在六月底前**挂网公示**。", "期限/公示")
    mark(library, newest, WITHDRAWN, "责任", "", "罚则")
    mark(library, newest, FREE, "金额", "与财政局核对减免口径。", "早餐点/扶持")
    mark(library, oldest, PUBLIC, "期限", "二十日是工作日还是自然日？")
    mark(library, oldest, WITHDRAWN, "责任", "去年的办法里也有。")
    mark(library, oldest, FREE, "金额")
    annotate.delete(library, mark(library, newest, "早餐点", "疑问", "已经问清，不用再留。", "早餐点").id)


def mark(library: Library, document: str, words: str, style: str, note: str = "", *tags: str) -> Annotation:
    """Mark the first place of some words of a document."""
    start = catalogue.document(library, document).text.index(words)
    made = annotate.create(library, document, start=start, end=start + len(words), style=style, note=note, tags=tags)
    return made.annotation


def _disagree(library: Library, folder: Path) -> None:
    """The user and a colleague change the notes that both have; the colleague's are written beside the library."""
    shared = folder / "交换.jsonld"
    export.export(library, Selection(), "jsonld", shared)
    with Library.open(folder / "colleague", FakeEngine) as other:
        import_files.import_paths(other, [folder / SAMPLE.name], SilentJob())
        exchange.import_annotations(other, shared)
        noted = [one.annotation for one in annotate.all_annotations(other) if one.annotation.note and one.document_id]
        for minute, one in enumerate(noted[:2]):
            moment = f"2030-01-01T08:0{minute}:00.000Z"
            words = "公示期已与法规处核实。"
            annotate.save(other, dataclasses.replace(one, note=words, tags=("期限",), author="季明川", modified=moment))
            mine = annotate.annotation(library, one.id)
            moment = f"2029-12-31T10:3{minute}:00.000Z"
            annotate.save(library, dataclasses.replace(mine, note="公示期从哪天起算？", modified=moment))
        export.export(other, Selection(), "jsonld", folder / COLLEAGUES)
