"""办 read as 力、 is mended only where 办 alone makes a word."""

from __future__ import annotations

import pytest

from reader.importing.repair.line import Line, Record
from reader.importing.repair.ocr import mend


def mended(text: str, lost: frozenset[int] = frozenset()) -> tuple[str, int]:
    line, record = Line(text, 1), Record()
    mend([line], record, lost)
    return line.text, len(record.repairs)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("重点行业监管力、法，各级", "重点行业监管办法，各级"),
        ("可参照本力、法执行", "可参照本办法执行"),
        ("未按照本力、法规定", "未按照本办法规定"),
        ("方便企业力、事。", "方便企业办事。"),
        ("承诺力、理事项的", "承诺办理事项的"),
        ("严格落实中力、国办文件", "严格落实中办、国办文件"),
    ],
)
def test_mends_what_is_certain(printed: str, meant: str) -> None:
    text, repairs = mended(printed)
    assert text == meant
    assert repairs == 1


@pytest.mark.parametrize(
    "text",
    ["增强能力、法治思维", "救援队伍为主力、专业队伍协同", "电力、钢铁等行业", "落实不力、推进缓慢", "压力、事故"],
)
def test_leaves_what_may_be_right(text: str) -> None:
    assert mended(text) == (text, 0)


def test_shows_an_unnamed_space_as_a_space() -> None:
    assert mended("第三章\ufffd年度计划") == ("第三章 年度计划", 1)


def test_keeps_the_sign_of_a_lost_character() -> None:
    assert mended("第三\ufffd计划", frozenset({1})) == ("第三\ufffd计划", 0)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (
            "已 经2030年8月20日 主 席 办 公会议 审 议通过，自 公 布之日起 施行。",
            "已经2030年8月20日主席办公会议审议通过，自公布之日起施行。",
        ),
        ("检 查结 束 后，应 当 制作 检查 报 告。", "检查结束后，应当制作检查报告。"),
    ],
)
def test_closes_the_gaps_in_running_text(printed: str, meant: str) -> None:
    assert mended(printed) == (meant, 0)


@pytest.mark.parametrize(
    "text",
    ["李明 王强 张三 赵四 钱五 孙六，以及周七", "丁 山 马 立 王 刚 尤 敏 方 远", "甲 乙 丙 丁 戊 己  庚，辛"],
)
def test_leaves_the_spaces_between_names(text: str) -> None:
    assert mended(text) == (text, 0)
