"""The user's corrections win, at every reading, and move along when the file changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.importing.importer import parse
from reader.model.correction import Correction, CorrectionKind
from reader.model.document import BlockKind
from reader.model.report import ParsedFile

LINES = [
    "云汀市人民政府关于修缮古桥的通知",
    "云政发〔2031〕7号",
    "",
    "各县人民政府：",
    "",
    "现就修缮古桥通知如下。",
    "",
    "各单位应当在汛期以前修好古桥。",
    "",
    "桥名  长度  年代",
    "",
    "东桥  三十丈  明",
    "",
    "云汀市人民政府",
    "2031年3月1日",
    "",
    "云汀市人民政府关于夜市的意见",
    "云政发〔2031〕8号",
    "",
    "各县人民政府：",
    "",
    "夜市每晚开放。",
    "",
    "云汀市人民政府",
    "2031年4月1日",
]


def read(*corrections: Correction, lines: list[str] = LINES) -> ParsedFile:
    return parse("\n".join(lines).encode(), "公报.txt", corrections)


def correction(kind: CorrectionKind, text: str, field: str = "", value: str = "") -> Correction:
    line = LINES.index(text) + 1
    return Correction(
        "1", kind, "sha", "公报.txt", line, "".join(text.split()), "2031-05-01T00:00:00.000Z", field, value
    )


def titles(parsed: ParsedFile) -> list[str]:
    return [document.facts.title for document in parsed.issue.documents]


BRIDGE, MARKET = titles(read())
SPLIT = correction(CorrectionKind.START, "各单位应当在汛期以前修好古桥。")
MERGE = correction(CorrectionKind.NO_START, "云汀市人民政府关于夜市的意见")


def test_the_rules_alone_find_two_documents() -> None:
    assert (LINES[0], LINES[16]) == (BRIDGE, MARKET)
    assert not any(document.facts.corrected for document in read().issue.documents)


def test_a_document_starts_where_the_user_says() -> None:
    parsed = read(SPLIT)
    assert titles(parsed) == [BRIDGE, "各单位应当在汛期以前修好古桥。", MARKET]
    assert [document.facts.corrected for document in parsed.issue.documents] == [False, True, False]
    assert parsed.issue.text.replace("\n", "") == read().issue.text.replace("\n", "")


def test_a_document_that_starts_nowhere_belongs_to_the_one_before() -> None:
    parsed = read(MERGE)
    assert titles(parsed) == [BRIDGE]
    assert "夜市每晚开放" in parsed.issue.documents[0].text


def test_a_start_with_a_number_under_it_takes_the_number() -> None:
    parsed = read(MERGE, replace(MERGE, kind=CorrectionKind.START))
    number = parsed.issue.documents[1].facts.number
    assert number is not None
    assert (titles(parsed)[1], number.normal) == (MARKET, "云政发〔2031〕8号")


def test_facts_are_those_the_user_gave_and_the_key_goes_with_them() -> None:
    given = [
        ("title", "关于古桥的通知"),
        ("number", "云政办发[2031] 9 号"),
        ("issuers", "甲局\t乙局"),
        ("date", "2031-03-02"),
        ("section", "市政府文件"),
        ("kind", "通报"),
    ]
    facts = read(*(correction(CorrectionKind.FACT, LINES[0], *one) for one in given)).issue.documents[0].facts
    assert facts.number is not None
    assert (facts.title, facts.number.normal, facts.issuers, facts.date, facts.section, facts.kind) == (
        "关于古桥的通知",
        "云政办发〔2031〕9号",
        ("甲局", "乙局"),
        "2031-03-02",
        "市政府文件",
        "通报",
    )
    assert facts.key == "云政办发〔2031〕9号"


def test_a_number_taken_away_leaves_a_key_of_the_other_facts() -> None:
    facts = read(correction(CorrectionKind.FACT, LINES[0], "number", "")).issue.documents[0].facts
    assert facts.number is None
    assert "云政发" not in facts.key


def test_a_fact_that_cannot_be_read_is_told_and_changes_nothing() -> None:
    parsed = read(correction(CorrectionKind.FACT, LINES[0], "date", "某日"))
    assert parsed.issue.documents[0].facts.date == "2031-03-01"
    assert [doubt.line for doubt in parsed.report.doubts if doubt.code == "doubt.correction_unread"] == [1]


def test_a_paragraph_becomes_a_heading() -> None:
    parsed = read(correction(CorrectionKind.BLOCK, "现就修缮古桥通知如下。", BlockKind.HEADING, "2"))
    document = parsed.issue.documents[0]
    assert [
        (document.text[block.start : block.end], block.level)
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ] == [("现就修缮古桥通知如下。\n", 2)]


def test_paragraphs_become_the_rows_of_one_table_and_back() -> None:
    rows = [
        correction(CorrectionKind.BLOCK, text, BlockKind.TABLE) for text in ("桥名  长度  年代", "东桥  三十丈  明")
    ]
    document = read(*rows).issue.documents[0]
    (table,) = document.tables
    assert document.text[table.start : table.end] == "桥名\t长度\t年代\n东桥\t三十丈\t明\n"
    assert read().issue.documents[0].tables == ()


def test_a_table_becomes_paragraphs() -> None:
    lines = [line.replace("  ", "\t") for line in LINES]
    found = read(lines=lines).issue.documents[0].tables
    assert len(found) == 1
    other = Correction(
        "1",
        CorrectionKind.BLOCK,
        "sha",
        "公报.txt",
        LINES.index("桥名  长度  年代") + 1,
        "桥名长度年代",
        "2031-05-01T00:00:00.000Z",
        BlockKind.PARAGRAPH,
        "0",
    )
    document = read(other, lines=lines).issue.documents[0]
    assert document.tables == ()
    assert "东桥" in document.text


def test_corrections_go_along_when_lines_are_put_before() -> None:
    assert titles(read(SPLIT, lines=["", "市政府文件", "", *LINES]))[1] == "各单位应当在汛期以前修好古桥。"


def test_a_correction_whose_line_is_gone_is_told() -> None:
    lines = [line for line in LINES if not line.startswith("各单位")]
    parsed = read(SPLIT, lines=lines)
    assert titles(parsed) == [BRIDGE, MARKET]
    assert "doubt.correction_lost" in {doubt.code for doubt in parsed.report.doubts}


SECTIONED = ["目 录", "市政府文件", "云汀市人民政府关于修缮古桥的通知………1", "市政府办公室文件",
             "云汀市人民政府关于夜市的意见………3", "", *LINES]


def in_sections(kind: CorrectionKind, text: str) -> Correction:
    return replace(correction(kind, text), line=SECTIONED.index(text) + 1)


def test_a_document_parted_from_another_follows_it_in_its_section() -> None:
    parsed = read(in_sections(CorrectionKind.START, "各单位应当在汛期以前修好古桥。"), lines=SECTIONED)
    assert [document.facts.section for document in parsed.issue.documents] == [
        "市政府文件", "市政府文件", "市政府办公室文件"]


@pytest.mark.parametrize("text", ["2031年3月1日", "夜市每晚开放。"])
def test_a_document_that_begins_elsewhere_stays_in_its_section(text: str) -> None:
    parsed = read(in_sections(CorrectionKind.NO_START, LINES[16]), in_sections(CorrectionKind.START, text),
                  lines=SECTIONED)
    assert [document.facts.section for document in parsed.issue.documents] == ["市政府文件", "市政府办公室文件"]


def test_a_file_without_any_document_is_a_doubt() -> None:
    assert [doubt.code for doubt in read(lines=["hello", "world"]).report.doubts] == ["doubt.no_document"]
    assert "doubt.no_document" not in {doubt.code for doubt in read().report.doubts}


def issue_correction(field: str, value: str) -> Correction:
    return Correction("1", CorrectionKind.ISSUE, "sha", "公报.txt", 0, "", "2031-05-01T00:00:00.000Z", field, value)


def test_facts_of_the_issue_are_as_the_user_says() -> None:
    told = {"title": "云汀市人民政府公报", "publisher": "云汀市人民政府", "year": "2031", "number": "4", "total": "",
            "date": "2031-04-30"}
    parsed = read(*(issue_correction(field, value) for field, value in told.items()))
    facts = parsed.issue.facts
    assert (facts.title, facts.publisher) == ("云汀市人民政府公报", "云汀市人民政府")
    assert (facts.year, facts.number, facts.total, facts.date) == (2031, 4, None, "2031-04-30")
    assert not any(one.facts.corrected for one in parsed.issue.documents)
    assert titles(parsed) == [BRIDGE, MARKET]


def test_a_fact_of_the_issue_that_cannot_be_read_is_told() -> None:
    parsed = read(issue_correction("year", "去年"))
    assert parsed.issue.facts.year == read().issue.facts.year
    assert [doubt.code for doubt in parsed.report.doubts if doubt.code == "doubt.correction_unread"]
