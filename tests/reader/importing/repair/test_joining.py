"""Lines become paragraphs: where the page cut them they join, but not with a title or across a phrase of a page."""

from __future__ import annotations

from reader.importing.repair.line import Line
from reader.importing.repair.paragraphs import join_paragraphs
from reader.importing.repair.wrapping import Wrapping

CUT = (
    "各级人民政府应当把渔港建设列入年度计划，落实资金和责",
    "任，并且在每年年底以前，把执行的情况报告上一级人民政",
    "府。省渔业主管部门应当会同有关部门，对各地的渔港建设",
    "进行检查，发现问题的，应当责令限期改正，并且通报全省",
    "各市，对成绩突出的单位，由省人民政府给予表彰，奖励经",
    "费从渔港建设资金里安排，不另列支，使用情况由审计机关",
)
SHORT = ("一般渔港", "中心渔港", "云汀港", "北陂港", "东湖港", "西湖港", "南岸港", "石泉港", "沙口港")


def lines(*texts: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, 1)]


def paragraphs(found: list[Line]) -> list[str]:
    return [line.text for line in join_paragraphs(found)]


def test_running_text_that_stops_at_one_width_shows_the_width() -> None:
    assert 48 <= Wrapping(lines(*CUT, *SHORT)).limit <= 52


def test_lists_beside_the_text_do_not_hide_its_width() -> None:
    assert paragraphs(lines(*CUT, "进行监督。", *SHORT))[0] == "".join((*CUT, "进行监督。"))


def test_a_full_line_that_ends_a_text_keeps_apart_from_the_title_under_it() -> None:
    last = "进行监督，各地应当支持配合，重大事项应当及时报告上级。"
    title = "云汀市渔业局关于公布第三批中心渔港和一般渔港的名单的通"
    assert last in paragraphs(lines(*CUT, last, title, "知"))[0]
    assert not any(last in text and title in text for text in paragraphs(lines(*CUT, last, title, "知")))


def test_no_paragraph_goes_on_across_a_phrase_of_a_page() -> None:
    found = lines(*CUT, "进行监督。")
    found[3].apart = True
    assert [text[:4] for text in paragraphs(found)] == [CUT[0][:4], CUT[3][:4]]


def test_names_set_right_one_over_another_stay_apart() -> None:
    found = lines(*CUT, *CUT, "进行监督。", "行　长　周明川", "主　席　刘文康")
    found[0].indent = 4
    for line in found[-2:]:
        line.indent = 40
    assert paragraphs(found)[-2:] == ["行　长　周明川", "主　席　刘文康"]
