"""What stands on the tabs."""

from __future__ import annotations

from reader.model.document import DocumentFacts
from reader.model.number import DocumentNumber
from ui.models.tab_titles import LONGEST, tab_titles

OFFICE = "云汀市人民政府办公室"


def facts(title: str, sequence: str = "", date: str | None = None) -> DocumentFacts:
    number = DocumentNumber("云政办发", 2025, sequence, f"云政办发〔2025〕{sequence}号") if sequence else None
    return DocumentFacts(key=title, title=title, number=number, issuers=(OFFICE,), date=date)


def test_a_tab_says_what_a_document_is_about() -> None:
    titles = tab_titles([facts(f"{OFFICE}关于印发古桥养护办法的通知"), facts(f"{OFFICE}关于夜市的意见")])
    assert titles == ("古桥养护办法", "夜市的意见")


def test_a_short_title_keeps_its_words() -> None:
    assert tab_titles([facts("关于函")]) == ("关于函",)


def test_a_long_title_ends_in_dots() -> None:
    (title,) = tab_titles([facts(f"{OFFICE}关于印发城市公共停车场建设管理三年行动计划的通知")])
    assert (len(title), title[-1]) == (LONGEST, "…")


def test_titles_that_begin_alike_show_where_they_differ() -> None:
    same = f"{OFFICE}关于印发城市公共停车场建设管理三年行动"
    titles = tab_titles([facts(same + "计划的通知"), facts(same + "方案的通知")])
    assert len(set(titles)) == 2
    assert all("…" in title and len(title) <= LONGEST for title in titles)


def test_titles_that_are_alike_show_their_numbers() -> None:
    same = f"{OFFICE}关于调整领导小组的通知"
    titles = tab_titles([facts(same, "3"), facts(same, "4"), facts(same, date="2025-04-01")])
    assert [title.split(" ")[0] for title in titles] == ["云政办发〔2025〕3号", "云政办发〔2025〕4号", "2025-04-01"]
