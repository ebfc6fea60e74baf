"""What a document says of others that no longer hold; in doubt nothing."""

from __future__ import annotations

import pytest

from reader.importing.importer import parse
from reader.model.document import Document
from reader.validity.repeals import repeals

FRAME = """安澜市人民政府
{title}
安政发〔2023〕8号

各县（市、区）人民政府，市直各单位：
{body}

安澜市人民政府
2023年3月30日
"""


def document(body: str, title: str = "关于供水工作的通知") -> Document:
    made, = parse(FRAME.format(title=title, body=body).encode(), "one.txt").issue.documents
    return made


def keys(body: str, title: str = "关于供水工作的通知") -> list[str]:
    return [one.key or one.title for one in repeals(document(body, title))]


@pytest.mark.parametrize("body", [
    "本通知自印发之日起施行。《安澜市旧办法》（安政发〔2009〕11号）同时废止。",
    "本通知自2020年5月1日起施行，《安澜市旧办法》（安政发〔2009〕11号）同时废止。",
    "本通知自2020年5月1日起施行，有效期5年，原《安澜市旧办法》（安政发〔2009〕11号）自本通知施行之日起废止。",
    "市人民政府决定，对《安澜市旧办法》（安政发〔2009〕11号）予以废止。",
    "市人民政府决定废止《安澜市旧办法》（安政发〔2009〕11号）。",
    "对《安澜市好办法》（安政发〔2010〕1号）予以保留；对《安澜市旧办法》（安政发〔2009〕11号）等1件予以废止。",
    "根据《安澜市好办法》（安政发〔2010〕1号），《安澜市旧办法》（安政发〔2009〕11号）即行废止。",
    "《安澜市旧办法》（安政发〔2009〕11号）自本通知印发之日起失效。",
    "2009年5月5日印发的《安澜市旧办法》（安政发〔2009〕11号）停止执行。",
])
def test_a_sentence_that_ends_a_document_ends_it_alone(body: str) -> None:
    assert keys(body) == ["安政发〔2009〕11号"]


def test_documents_side_by_side_share_their_fate() -> None:
    body = "《安澜市甲办法》（安政发〔2009〕1号）、《安澜市乙办法》（安政发〔2010〕2号）和《安澜市丙办法》同时废止。"
    assert keys(body) == ["安政发〔2009〕1号", "安政发〔2010〕2号", "安澜市丙办法"]


@pytest.mark.parametrize("body", [
    "《安澜市旧办法》（安政发〔2009〕11号）第三条同时废止。",
    "《安澜市旧办法》（安政发〔2009〕11号）部分条款同时废止。",
    "《安澜市旧办法》（安政发〔2009〕11号）应当修改或者废止。",
    "《安澜市旧办法》（安政发〔2009〕11号）拟于明年废止。",
    "《安澜市旧办法》（安政发〔2009〕11号）不再列入废止范围。",
    "《安澜市旧办法》（安政发〔2009〕11号）继续有效，其余文件同时废止。",
    "根据《安澜市旧办法》（安政发〔2009〕11号）废止有关规定。",
    "按照《关于废止部分文件的决定》（安政发〔2009〕11号）执行。",
    "请各单位做好《安澜市旧办法》（安政发〔2009〕11号）废止后的衔接工作。",
])
def test_in_doubt_nothing_is_said(body: str) -> None:
    assert keys(body) == []


def test_a_draft_ends_nothing() -> None:
    body = "《安澜市旧办法》（安政发〔2009〕11号）同时废止。"
    assert keys(body, "关于征求供水管理办法（征求意见稿）意见的通知") == []


LIST = """根据《安澜市好办法》（安政发〔2010〕1号），市人民政府决定对下列文件予以{fate}：
1.安澜市人民政府关于夜市的通知（安政发〔2015〕20号）
2.安澜市人民政府关于烟花的通告（安政发〔2016〕2号）
3.安澜市人民政府关于河道的通告（安政发〔2016〕3号）（第五条修改）
本决定自公布之日起施行，由《安澜市新办法》（安政发〔2022〕1号）接替。"""


def test_a_list_ends_what_it_lists_and_not_its_grounds() -> None:
    assert keys(LIST.format(fate="废止"), "关于废止部分文件的决定") == ["安政发〔2015〕20号", "安政发〔2016〕2号"]


@pytest.mark.parametrize("fate", ["保留", "修改或者废止"])
def test_a_list_of_other_fates_ends_nothing(fate: str) -> None:
    assert keys(LIST.format(fate=fate), "关于清理部分文件的决定") == []


ATTACHED = """经清理，现将有关目录予以公布。
附件：1.继续有效的文件目录
2.废止的文件目录

安澜市人民政府
2023年3月30日

附件1

继续有效的文件目录

1.安澜市人民政府关于甲的通知 安政发〔2015〕1号

附件2

废止的文件目录

序号\t文件名称\t文号\t废止理由
1\t安澜市人民政府关于乙的通知\t安政发〔2015〕2号\t已被安政发〔2020〕3号代替
2\t安澜市人民政府关于丙的通知\t安政发〔2016〕4号\t任务完成
"""


def test_of_attached_lists_only_that_of_the_repealed_counts_and_its_reasons_do_not() -> None:
    assert keys(ATTACHED, "关于公布文件清理目录的通知") == ["安政发〔2015〕2号", "安政发〔2016〕4号"]


def test_evidence_is_the_sentence_and_the_day_from_which() -> None:
    body = "本通知自2020年5月1日起施行。《安澜市旧办法》（安政发〔2009〕11号）同时废止。"
    made = document(body)
    one, = repeals(made)
    assert one.evidence == "《安澜市旧办法》（安政发〔2009〕11号）同时废止"
    assert one.date == "2020-05-01"
    assert made.text[one.start:one.end] == "《安澜市旧办法》（安政发〔2009〕11号）"
