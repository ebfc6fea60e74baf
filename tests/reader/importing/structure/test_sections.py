"""Section heads of issues that have no contents list."""

from __future__ import annotations

import pytest

from reader.importing.importer import parse
from reader.model.document import Issue

NOTICE = """云汀市人民政府
关于做好防汛工作的通知
云政发〔2030〕5号
各县（区）人民政府：
　　请各县（区）做好防汛工作。
云汀市人民政府
2030年5月6日
"""


def read(text: str) -> Issue:
    return parse(("云汀市人民政府公报\n2030年第5期\n" + text).encode(), "云汀.txt").issue


@pytest.mark.parametrize(
    ("section", "title", "body"),
    [
        ("统计数据", "2030年上半年主要经济指标", "指标\t单位\t累计\n生产总值\t亿元\t12.5\n财政收入\t亿元\t1.7"),
        ("政务要闻", "2030年第二季度政务要闻", "　　4月8日　市长主持召开市政府第3次常务会议。"),
        ("政策解读", "《云汀市公园管理办法》政策解读", "　　一、制定背景\n　　公园日益增多，需要规范管理。"),
        ("简讯", "我市举行龙舟赛", "　　6月5日，龙舟赛在云汀河举行，三十支队伍参加。"),
    ],
)
def test_what_has_no_number_begins_under_the_section_of_such_texts(section: str, title: str, body: str) -> None:
    notice, other = read(f"{NOTICE}{section}\n{title}\n{body}\n").documents
    assert (notice.facts.number and notice.facts.number.normal) == "云政发〔2030〕5号"
    assert (other.facts.title, other.facts.section) == (title, section)


def test_the_same_word_inside_a_text_is_no_section() -> None:
    text = NOTICE.replace("做好防汛工作。", "按下列要求报送统计数据，做到及时、准确：\n统计数据\n雨量、水位两项")
    assert len(read(text).documents) == 1


@pytest.mark.parametrize("section", ["通知", "意见", "函"])
def test_a_kind_of_document_over_a_title_is_the_section_of_all_of_them(section: str) -> None:
    second = NOTICE.replace("防汛工作的通知", f"抗旱工作的{section}").replace("5号", "6号")
    found = read(f"{NOTICE}{section}\n{second}").documents
    assert [document.facts.section for document in found] == ["", section]
    assert found[1].facts.title == f"云汀市人民政府关于做好抗旱工作的{section}"


@pytest.mark.parametrize(
    "title", ["云汀市人民政府\n关 于禁止 在城区饲养家畜的通告", "云汀 市人民 政府\n关于禁止在城区饲养家畜的通告"]
)
def test_gaps_of_recognition_do_not_hide_an_announcement_without_a_number(title: str) -> None:
    body = "　　为保护环境，特通告如下：\n　　一、城区内禁止饲养家畜。\n云汀市人民政府\n2030年6月1日\n"
    found = read(f"{NOTICE}{title}\n{body}").documents
    assert [document.facts.title for document in found][1:] == ["云汀市人民政府关于禁止在城区饲养家畜的通告"]
