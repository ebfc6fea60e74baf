"""What was copied from a web page loses the phrases of the page; other texts keep lines that look like them."""

from __future__ import annotations

from reader.importing.repair.line import Line, Record
from reader.importing.repair.web import remove_phrases

PAGE = (
    "发布时间：2030-03-24 10:12　浏览次数：12　字体：[大 中 小]",
    "某区政府通知",
    "【打印】【关闭】",
    "字体：[大 中 小]",
)


def cleaned(*texts: str) -> tuple[list[str], list[tuple[str, int]]]:
    record = Record()
    kept = remove_phrases([Line(text, number) for number, text in enumerate(texts, 1)], record)
    return [line.text for line in kept], [(removal.kind, removal.line) for removal in record.removals]


def test_takes_out_the_phrases_of_a_page() -> None:
    kept, removed = cleaned(*PAGE)
    assert kept == ["某区政府通知"]
    assert removed == [("page_furniture", 1), ("page_furniture", 3), ("page_furniture", 4)]


def test_one_line_like_a_phrase_tells_nothing() -> None:
    lines = ["某区政府通知", "发布时间：2030-03-24", "【打印】【关闭】"]
    assert cleaned(*lines) == (lines, [])


def test_the_blank_line_over_a_phrase_is_that_of_the_line_after_it() -> None:
    lines = [Line(text, number) for number, text in enumerate(PAGE, 1)]
    lines[0].blank = 2
    assert [line.blank for line in remove_phrases(lines, Record())] == [2]


def test_the_line_after_a_phrase_stands_apart() -> None:
    lines = [Line(text, number) for number, text in enumerate((*PAGE, "各村："), 1)]
    assert [line.apart for line in remove_phrases(lines, Record())] == [True, True]
