"""What a document says of others that go on holding; in doubt nothing."""

from __future__ import annotations

import pytest

from reader.validity.renewals import renewals
from tests.reader.validity.test_repeals import document

OLD, GOOD = "《安澜市旧办法》（安政发〔2009〕11号）", "《安澜市好办法》（安政发〔2010〕1号）"


def said(body: str, title: str = "关于供水工作的通知") -> list[tuple[str, str]]:
    return [(one.key, one.date) for one in renewals(document(body, title))]


@pytest.mark.parametrize(("body", "date"), [
    (f"{OLD}有效期延长至2028年12月31日。", "2028-12-31"),
    (f"经研究，决定将{OLD}的有效期限延长至2028年6月30日。", "2028-06-30"),
    (f"{OLD}有效期届满后延长五年。", ""),
    (f"{OLD}继续有效。", ""),
    (f"{OLD}到期后继续执行，有效期至2028年12月31日。", "2028-12-31"),
    (f"市人民政府决定继续施行{OLD}。", ""),
    (f"下列文件继续有效：\n1.{OLD}", ""),
])
def test_what_goes_on_is_said_outright(body: str, date: str) -> None:
    assert said(body) == [("安政发〔2009〕11号", date)]


def test_several_share_a_sentence() -> None:
    assert [key for key, _ in said(f"{OLD}和{GOOD}继续有效。")] == ["安政发〔2009〕11号", "安政发〔2010〕1号"]


@pytest.mark.parametrize("body", [
    f"根据{OLD}，渡口继续有效管理。",
    f"{OLD}第三条继续有效。",
    f"{OLD}予以废止。",
    f"下列文件继续有效、废止或修改：\n1.{OLD}",
    f"按照{OLD}执行，工期延长至2028年。",
    f"拟继续有效的文件：\n1.{OLD}",
])
def test_in_doubt_nothing_is_said(body: str) -> None:
    assert said(body) == []


def test_a_draft_decides_nothing() -> None:
    assert said(f"{OLD}继续有效。", "关于文件清理结果（征求意见稿）的通知") == []
