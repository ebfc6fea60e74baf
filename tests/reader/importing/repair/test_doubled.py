"""Doubled bold comes out once; ordinary text stays."""

from __future__ import annotations

import pytest

from reader.importing.repair.doubled import undouble
from reader.importing.repair.line import Line, Record


def undoubled(*texts: str) -> tuple[list[str], str]:
    lines = [Line(text, number) for number, text in enumerate(texts, 1)]
    record = Record()
    undouble(lines, record)
    return [line.text for line in lines], "".join(removal.text for removal in record.removals)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("（（一一））明确范围明确范围。。本意见所指", "（一）明确范围。本意见所指"),
        ("11.. 深入贯彻精神深入贯彻精神。。认真落实", "1. 深入贯彻精神。认真落实"),
        ("1010.. 深入推进深入推进““零事故零事故””创建创建。。以", "10. 深入推进“零事故”创建。以"),
        ("55.. 压压实实企企业业责责任任。。紧盯", "5. 压实企业责任。紧盯"),
        ("机构独立机构独立。。严格按照", "机构独立。严格按照"),
        ("（（二二））泽泽州州段段（（117117.. 66公里公里））", "（二）泽州段（117. 6公里）"),
    ],
)
def test_takes_out_the_second_copy(printed: str, meant: str) -> None:
    (text,), removed = undoubled(printed)
    assert text == meant
    assert sorted("".join((text + removed).split())) == sorted("".join(printed.split()))


def test_follows_a_bold_run_over_two_lines() -> None:
    texts, _ = undoubled("（（六六））统一补偿标准和补统一补偿标准和补", "偿方式偿方式。。一般地上")
    assert texts == ["（六）统一补偿标准和补", "偿方式。一般地上"]


@pytest.mark.parametrize(
    "text", ["人人参与，处处有责", "研究研究再说", "一一对应", "11月11日举行", "（一）明确范围。明确责任。"]
)
def test_leaves_ordinary_text(text: str) -> None:
    assert undoubled(text) == ([text], "")
