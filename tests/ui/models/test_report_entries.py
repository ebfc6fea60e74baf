"""The entries of an import report."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.importing.importer import parse
from reader.model.correction import Correction, CorrectionKind
from reader.model.report import Doubt, ParseReport, Removal, Repair
from ui.models import report_words
from ui.models.report_entries import LONGEST_TEXT, Group, Words, counts, entries

WORDS = Words(lambda doubt: doubt.code, lambda one: one.kind.value, str.upper, str.upper, str)
REPORT = ParseReport(
    removals=(Removal("page_number", "3", 9), Removal("markup", "|", 2), Removal("markup", "|", 2)),
    repairs=(Repair("ocr", "力、", "办、", 5),),
    doubts=(Doubt("number_gap", 8), Doubt("date_missing", 3, {"title": "关于修桥的通知"})),
)
CORRECTION = Correction("c1", CorrectionKind.START, "0" * 64, "a.txt", 7, "关于修路的通知", "2025-01-01T00:00:00.000Z")


def test_doubts_come_first_and_groups_are_ordered_by_line() -> None:
    found = entries(REPORT, (CORRECTION,), WORDS)
    assert [(one.group, one.line) for one in found] == [
        (Group.DOUBT, 3),
        (Group.DOUBT, 8),
        (Group.CORRECTION, 7),
        (Group.REPAIR, 5),
        (Group.REMOVAL, 2),
        (Group.REMOVAL, 9),
    ]


def test_removals_of_one_kind_on_one_line_are_one_entry() -> None:
    removal = entries(REPORT, (), WORDS)[3]
    assert (removal.kind, removal.text) == ("MARKUP", "| |")


def test_a_doubt_is_looked_for_by_the_words_it_names() -> None:
    assert entries(REPORT, (), WORDS)[0].wanted == "关于修桥的通知"


def test_a_correction_can_be_withdrawn_by_its_id() -> None:
    assert [one.correction for one in entries(ParseReport(), (CORRECTION,), WORDS)] == ["c1"]


def test_long_removals_are_shortened() -> None:
    (entry,) = entries(ParseReport(removals=(Removal("header", "页" * 999, 1),)), (), WORDS)
    assert len(entry.text) == LONGEST_TEXT


def test_groups_are_counted() -> None:
    assert counts(entries(REPORT, (), WORDS)) == {
        Group.DOUBT: 2,
        Group.CORRECTION: 0,
        Group.REPAIR: 1,
        Group.REMOVAL: 2,
    }


def test_corrections_are_told_in_words() -> None:
    def told(kind: CorrectionKind, field: str = "", value: str = "") -> str:
        return report_words.correction_text(Correction("c", kind, "", "", 1, "", "", field, value))

    assert told(CorrectionKind.NO_START) == "这里不另起一篇，并入上一篇"
    assert told(CorrectionKind.FACT, "issuers", "财政局\t民政局") == "发文机关改为“财政局 民政局”"
    assert told(CorrectionKind.FACT, "date") == "成文日期改为“（无）”"
    assert told(CorrectionKind.BLOCK, "heading", "2") == "这一段是二级标题"
    assert told(CorrectionKind.BLOCK, "table", "0") == "这一段是表格"


@pytest.mark.corpus
def test_all_that_happens_to_the_shared_gazettes_has_a_name(gazettes: Path) -> None:
    for path in sorted(gazettes.glob("*.txt")):
        report = parse(path.read_bytes(), path.name).report
        nameless = {one.kind for one in report.removals if report_words.removal_name(one.kind) == "其他"}
        nameless |= {one.kind for one in report.repairs if report_words.repair_name(one.kind) == "其他"}
        assert nameless == set()


def test_what_is_told_in_sum_is_counted() -> None:
    (entry,) = entries(ParseReport(removals=(Removal("page_markup", "", 0, 2176),)), (), WORDS)
    assert (entry.line, entry.text) == (0, "2176")
