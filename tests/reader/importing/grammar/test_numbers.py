"""发文字号 in every shape gazettes print."""

from __future__ import annotations

import pytest

from reader.importing.grammar import numbers


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("云政发〔2030〕56号", "云政发〔2030〕56号"),
        ("云政办发[2030]27号", "云政办发〔2030〕27号"),
        ("云政办发［2030］ 7 号", "云政办发〔2030〕7号"),
        ("云政函﹝2030﹞第12号", "云政函〔2030〕12号"),
        ("云政发【2030】008 号", "云政发〔2030〕8号"),
        ("云政发（2030）5号", "云政发〔2030〕5号"),
        ("（国发〔1981〕42号）", "国发〔1981〕42号"),
        ("国发[81]42号", "国发〔1981〕42号"),
        ("(81)国发字第42号", "国发字〔1981〕42号"),
        ("临财绩效〔２０３０〕３号", "临财绩效〔2030〕3号"),
        ("云政发〔二〇三〇〕三号", "云政发〔2030〕3号"),
        ("（2030年5月6日　云劳部发［2030］186号）", "云劳部发〔2030〕186号"),
        ("云应急〔2030〕31号      签发人：陈 明", "云应急〔2030〕31号"),
        ("(云办通［2030］22号  2030年6月8日)", "云办通〔2030〕22号"),
        ("雲政發〔2030〕3號", "雲政發〔2030〕3号"),
        ("云政〔2030〕综126号", "云政〔2030〕综126号"),
        ("云政［2030］人字第 9 号", "云政〔2030〕人字9号"),
        ("国发〔1981〕字42号", "国发字〔1981〕42号"),
        ("（2030年5月11日某院审判委员会第1467次会议通过　云释〔2030〕8号）", "云释〔2030〕8号"),
    ],
)
def test_normalises_a_number_line(printed: str, normal: str) -> None:
    found = numbers.line_number(printed)
    assert found is not None
    assert (found.normal, found.printed) == (normal, printed)


@pytest.mark.parametrize(
    "text",
    [
        "〔 年〕 第 号",
        "函字〔203 〕 号",
        "根据《通知》（云政发〔2030〕5号），现印发",
        "8. 云汀市人民政府关于加强管理的通知 云政发〔2030〕2号",
        "第12号",
        "［2030］第3号",
    ],
)
def test_takes_nothing_else_for_a_number_line(text: str) -> None:
    assert numbers.line_number(text) is None


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("国务院令第748号", "国务院令第748号"),
        ("中华人民共和国国务院令 第 748 号", "国务院令第748号"),
        ("财政部 税务总局公告2030年第12号", "财政部税务总局公告2030年第12号"),
        ("云川省人民政府令（第三百八十八号）", "云川省人民政府令第388号"),
    ],
)
def test_reads_the_numbers_of_orders_and_announcements(printed: str, normal: str) -> None:
    found = numbers.order_number(printed)
    assert found is not None
    assert found.normal == normal


def test_takes_the_prefix_of_a_bare_number_from_the_line_above() -> None:
    found = numbers.bare_number("第八十四号", "中华人民共和国主席令")
    assert found is not None
    assert found.normal == "主席令第84号"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("按照《通知》（云政办发〔2020〕45号）要求", "云政办发〔2020〕45号"),
        ("以国办发〔2019〕42号文件为依据", "国办发〔2019〕42号"),
        ("（厅字〔2020〕26号）精神", "厅字〔2020〕26号"),
        ("《批复》（云政〔1998〕综126号）", "云政〔1998〕综126号"),
    ],
)
def test_finds_a_number_cited_in_running_text(text: str, cited: str) -> None:
    found = numbers.find(text)
    assert found is not None
    (start, end), number = found
    assert number.normal == cited
    assert text[start:end] == cited


@pytest.mark.parametrize(
    ("printed", "prefix", "normal"),
    [
        ("〔2030〕第12号", "云汀银行公告", "云汀银行公告〔2030〕12号"),
        ("〔2030〕30号", "云汀银行公告", "云汀银行公告〔2030〕30号"),
        ("〔十三届〕第七号", "云汀市人大常委会公告", "云汀市人大常委会公告〔十三届〕第7号"),
        ("2030年第5号", "云汀市公告", "云汀市公告2030年第5号"),
    ],
)
def test_reads_a_number_under_the_line_with_its_prefix(printed: str, prefix: str, normal: str) -> None:
    found = numbers.bare_number(printed, prefix)
    assert found is not None
    assert found.normal == normal
