"""From when and until when a document holds, by its own words; in doubt nothing."""

from __future__ import annotations

import pytest

from reader.importing.importer import parse
from reader.model.document import Document
from reader.validity.terms import Term, term

NOTICE = """云汀市人民政府
{title}
云政发〔2023〕8号

各县（市、区）人民政府，市直各单位：
{body}

云汀市人民政府
2023年3月30日
"""

ISSUING = """云汀市人民政府
关于印发《云汀市供水办法》的通知
云政发〔2023〕8号

各县（市、区）人民政府，市直各单位：
现将《云汀市供水办法》印发给你们，请遵照执行。{notice}

云汀市人民政府
2023年3月30日

云汀市供水办法

第一条 为加强供水管理，制定本办法。
第二条 供水许可证有效期三年，期满可以续期。
第三条 {last}
"""


def document(source: str) -> Document:
    made, = parse(source.encode(), "one.txt").issue.documents
    return made


def said(body: str, title: str = "关于供水工作的通知") -> Term:
    return term(document(NOTICE.format(title=title, body=body)))


def days(found: Term) -> tuple[str | None, str | None]:
    return (found.begins.date if found.begins else None, found.ends.date if found.ends else None)


@pytest.mark.parametrize(("body", "begins", "ends"), [
    ("本通知自2023年5月1日起施行。", "2023-05-01", None),
    ("本通知自2023年5月1日起施行，有效期5年。", "2023-05-01", "2028-04-30"),
    ("本通知自 2023 年 5 月 1 日起正式实施，有效期为五年。", "2023-05-01", "2028-04-30"),
    ("本通知自二〇二三年五月一日起执行。", "2023-05-01", None),
    ("本通知自印发之日起施行，有效期两年。", "2023-03-30", "2025-03-29"),
    ("本通知自发布之日起30日后施行。", "2023-04-29", None),
    ("本通知自公布之日起施行，有效期至2027年12月31日。", "2023-03-30", "2027-12-31"),
    ("本通知自公布之日起施行，有效期至2027年12月31日止。", "2023-03-30", "2027-12-31"),
    ("本通知自2023年4月1日起试行，试行期一年。", "2023-04-01", "2024-03-31"),
    ("本通知自2023年4月1日起施行，暂行2年。", "2023-04-01", "2025-03-31"),
    ("本通知自2024年2月29日起施行，有效期1年。", "2024-02-29", "2025-02-27"),
    ("本通知自2023年1月1日起至2023年12月31日止执行。", "2023-01-01", "2023-12-31"),
    ("本通知有效期自2023年4月1日至2026年3月31日。", "2023-04-01", "2026-03-31"),
    ("本通知执行期限截至2025年12月31日。", None, "2025-12-31"),
    ("本公告执行期限为2023年1月1日至2024年12月31日。", "2023-01-01", "2024-12-31"),
    ("本通知自2023年5月1日起施行至2024年4月30日。", "2023-05-01", "2024-04-30"),
    ("本通知自通过之日起施行。", "", None),
    ("本通知自印发之日起施行。有效期五年。", "2023-03-30", "2028-03-29"),
    ("自2023年6月1日起施行，有效期3年。", "2023-06-01", "2026-05-31"),
    ("现将有关事项通知如下，自2023年6月1日起执行。", "2023-06-01", None),
    ("现予公布，自2023年6月1日起施行。", "2023-06-01", None),
])  # fmt: skip
def test_a_document_says_when_it_holds(body: str, begins: str | None, ends: str | None) -> None:
    assert days(said(body)) == (begins, ends)


@pytest.mark.parametrize("body", [
    "《云汀市节水条例》自2019年7月1日起施行，各单位要认真执行。",
    "《云汀市节水条例》经省人大常委会批准，自2019年7月1日起施行。",
    "本市自2020年1月1日起实施阶梯水价。",
    "药品在有效期内，按季度检查，有效期至2024年6月1日的及时更换。",
    "许可证有效期五年，自2023年1月1日起执行新式样。",
    "各单位自收到本通知之日起施行整改。",
    "本年度自2023年3月1日起执行新标准。",
    "请于2023年6月1日前报送。",
    "《云汀市渡口办法》继续有效至2028年12月31日。",
])  # fmt: skip
def test_what_is_said_of_other_things_says_nothing(body: str) -> None:
    assert not said(body)


def test_a_draft_says_nothing() -> None:
    assert not said("本办法自2023年6月1日起施行。", "关于《云汀市供水办法（征求意见稿）》公开征求意见的通知")


def test_the_text_issued_counts_before_the_notice_and_a_licence_not_at_all() -> None:
    made = document(ISSUING.format(notice="本通知自印发之日起施行。", last="本办法自2023年5月1日起施行，有效期5年。"))
    found = term(made)
    assert days(found) == ("2023-05-01", "2028-04-30")
    assert found.begins is not None
    assert not found.begins.counted
    assert found.ends is not None
    assert found.ends.counted
    assert made.text[found.begins.start:found.begins.end].strip() == "第三条 本办法自2023年5月1日起施行，有效期5年"


def test_the_notice_counts_where_the_text_issued_says_nothing() -> None:
    made = document(ISSUING.format(notice="本办法自2023年6月1日起施行。", last="本办法由市水务局解释。"))
    assert days(term(made)) == ("2023-06-01", None)


def test_an_end_before_the_beginning_is_no_statement() -> None:
    assert not said("本通知自2023年5月1日起施行，有效期至2022年12月31日。")
