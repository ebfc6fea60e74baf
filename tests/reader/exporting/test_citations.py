"""Citations, case by case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.exporting import address_at, address_text, cite, cite_range, cite_short
from reader.exporting.citations import chinese_number, date_text, source_of, title_marks
from reader.model.address import ClauseAddress
from reader.model.document import IssueFacts
from tests.reader.exporting.fictional import DOCUMENT, FACTS, ISSUE


@pytest.mark.parametrize(("steps", "expected"), [
    ((("条", "三"), ("款", "2"), ("项", "一")), "第三条第二款第（一）项"),
    ((("章", "二"), ("节", "一"), ("条", "十二"), ("款", "10")), "第十二条第十款"),
    ((("章", "二"), ("节", "一")), "第二章第一节"),
    ((("部分", "二"), ("条目", "三"), ("点", "2")), "第二部分第（三）项第2点"),
    ((("部分", "二"), ("条目", "三"), ("点", "2"), ("小点", "1")), "第二部分第（三）项第2点第（1）小点"),
    ((("附件", "1"), ("条", "三")), "附件1第三条"),
    ((("附件", ""), ("部分", "一")), "附件第一部分"),
    ((("条", "三之一"), ("项", "二"), ("目", "1")), "第三条之一第（二）项第1目"),
    ((("条", "12"),), "第12条"),
    ((), ""),
])
def test_address_text(steps: tuple[tuple[str, str], ...], expected: str) -> None:
    assert address_text(ClauseAddress(steps)) == expected


@pytest.mark.parametrize(("number", "expected"), [
    ("1", "一"), ("10", "十"), ("12", "十二"), ("20", "二十"), ("105", "一百零五"), ("110", "一百一十"),
    ("999", "九百九十九"), ("三", "三"), ("0", "0"), ("1000", "1000"),
])
def test_chinese_number(number: str, expected: str) -> None:
    assert chinese_number(number) == expected


@pytest.mark.parametrize(("quote", "expected"), [
    ("制定本办法", "第一条"),
    ("第二章　储备", "第二章"),
    ("入库验收", "第二条第一款第（一）项"),
    ("（一）入库验收制度；\n（二）在库", "第二条第一款第（一）项至第（二）项"),
    ("（一）入库验收制度；\n", "第二条第一款第（一）项"),
    ("下列制度：\n（一）", "第二条第一款"),
    ("制定本办法。\n第二章　储备\n第二条　承储", "第一条至第二条第一款"),
    ("6个月。\n承储企业", "第二条第一款第（二）项至第二款"),
    ("第二条　承储企业应当建立下列制度：\n（一）入库验收制度；\n（二）在库养护制度，药品<有效期>不得少于6个月。\n"
     "承储企业每季度末报送库存情况。", "第二条"),
    ("附件1\n储备品种目录\n品种\t数量\n=1+1 疫苗\t𠮷200", "附件1"),
    ("现印发给你们", ""),
    ("疫苗", "附件1"),
])
def test_address_of_a_range(quote: str, expected: str) -> None:
    start = DOCUMENT.text.index(quote)
    assert address_at(DOCUMENT, start, start + len(quote)) == expected


def test_address_of_a_caret() -> None:
    at = DOCUMENT.text.index("养护")
    assert address_at(DOCUMENT, at, at) == "第二条第一款第（二）项"


def test_document_that_issues_a_text_is_cited_by_it() -> None:
    assert cite(ISSUE, FACTS, "第二条") == "《安澜市医药储备管理办法》（安政办发〔2023〕7号）第二条"


@pytest.mark.parametrize(("quote", "expected"), [
    ("入库验收", "《安澜市医药储备管理办法》（安政办发〔2023〕7号）第二条第一款第（一）项"),
    ("现印发", "《安澜市人民政府办公室关于印发安澜市医药储备管理办法的通知》（安政办发〔2023〕7号）"),
    ("疫苗", "《安澜市医药储备管理办法》（安政办发〔2023〕7号）附件1"),
])
def test_range_is_cited_by_the_part_it_stands_in(quote: str, expected: str) -> None:
    start = DOCUMENT.text.index(quote)
    assert cite_range(ISSUE, DOCUMENT, start, start + len(quote)) == expected


def test_a_range_from_the_notice_into_what_it_issues_is_the_notices() -> None:
    start, end = DOCUMENT.text.index("现印发"), DOCUMENT.text.index("制定本办法")
    assert cite_range(ISSUE, DOCUMENT, start, end) == (
        "《安澜市人民政府办公室关于印发安澜市医药储备管理办法的通知》（安政办发〔2023〕7号）")


def test_a_range_from_an_issued_text_into_its_attachment_is_the_issued_texts() -> None:
    start, end = DOCUMENT.text.index("入库验收"), DOCUMENT.text.index("疫苗")
    assert cite_range(ISSUE, DOCUMENT, start, end).startswith("《安澜市医药储备管理办法》")


def test_two_issued_texts_are_cited_by_the_notice() -> None:
    facts = replace(FACTS, title="关于印发甲办法和乙办法的通知", issued_titles=("甲办法", "乙办法"))
    assert cite(ISSUE, facts) == "《关于印发甲办法和乙办法的通知》（安政办发〔2023〕7号）"


def test_date_stands_where_there_is_no_number() -> None:
    facts = replace(FACTS, title="安澜市2022年统计公报", number=None, issued_titles=())
    assert cite(ISSUE, facts) == "《安澜市2022年统计公报》（2023年3月9日）"
    assert cite_short(facts) == "《安澜市2022年统计公报》"


def test_gazette_stands_where_there_is_neither() -> None:
    facts = replace(FACTS, title="大事记", number=None, date=None, issued_titles=(), page=None)
    assert cite(ISSUE, facts) == "《大事记》（载《安澜市人民政府公报》2023年第2期）"
    assert cite(IssueFacts(title="大事记"), facts) == "《大事记》"


def test_source_page_and_repeal() -> None:
    assert cite(ISSUE, FACTS, "第一条", repealed=True, with_source=True) == (
        "《安澜市医药储备管理办法》（安政办发〔2023〕7号）（已失效）第一条，载《安澜市人民政府公报》2023年第2期第12页")
    assert source_of(IssueFacts(title="文件")) == ""


def test_later_mention_is_the_number() -> None:
    assert cite_short(FACTS, "第二条") == "安政办发〔2023〕7号第二条"


def test_titles_inside_titles_have_single_marks() -> None:
    assert title_marks("关于修改《安澜市供水办法》的决定") == "《关于修改〈安澜市供水办法〉的决定》"
    assert title_marks("《安澜市供水办法》") == "《安澜市供水办法》"


@pytest.mark.parametrize(("date", "expected"), [
    ("2022-09-13", "2022年9月13日"), ("2022-09", "2022年9月"), ("2022", "2022年"),
])
def test_date_text(date: str, expected: str) -> None:
    assert date_text(date) == expected
