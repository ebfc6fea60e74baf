"""Conservation and tiling, on the real gazettes, on mutations of them, and on any text at all."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from reader.importing.importer import parse
from reader.model.errors import UserError
from tests.reader.importing import corpus
from tests.reader.importing.laws import assert_conserved, assert_tiled
from tests.reader.importing.layouts import LAYOUTS
from tests.reader.importing.layouts_damaged import DAMAGED
from tests.reader.importing.layouts_odd import ODD
from tests.reader.importing.layouts_other import OTHER

NAMES = [path.name for path in corpus.FILES] or ["missing"]
SAMPLE = next((Path(__file__).resolve().parents[3] / "resources" / "sample").glob("*.txt"))


def keep_the_laws(data: bytes, name: str) -> None:
    parsed = parse(data, name)
    assert_conserved(parsed, data, name)
    assert_tiled(parsed)


@pytest.mark.corpus
@pytest.mark.parametrize("name", NAMES)
def test_real_gazettes_lose_nothing(name: str) -> None:
    corpus.need_files()
    data = (corpus.FOLDER / name).read_bytes()
    assert_conserved(corpus.parsed(corpus.FOLDER / name), data, name)
    assert_tiled(corpus.parsed(corpus.FOLDER / name))


def mutated(lines: list[str], chance: random.Random) -> list[str]:
    """Lines dropped, doubled, moved, cut, glued, spaced: what bad extraction does."""
    result = list(lines)
    for _ in range(max(4, len(lines) // 20)):
        at = chance.randrange(len(result))
        match chance.randrange(7):
            case 0:
                del result[at]
            case 1:
                result.insert(at, result[at])
            case 2:
                result.insert(chance.randrange(len(result)), result.pop(at))
            case 3:
                half = len(result[at]) // 2
                result[at : at + 1] = [result[at][:half], result[at][half:]]
            case 4 if at + 1 < len(result):
                result[at : at + 2] = [result[at] + result[at + 1]]
            case 5:
                result[at] = "　　" + result[at]
            case _:
                result[at] = result[at].replace("。", chance.choice(["", "\t", "\f", "|", "\ufffd"]))
        if len(result) < 2:
            return lines
    return result


@pytest.mark.parametrize("number", range(12))
def test_mutations_of_the_sample_lose_nothing(number: int) -> None:
    lines = mutated(SAMPLE.read_text(encoding="utf-8").split("\n"), random.Random(number))
    keep_the_laws("\n".join(lines).encode(), "sample.txt")


@pytest.mark.corpus
@pytest.mark.parametrize("name", NAMES)
def test_mutations_of_real_gazettes_lose_nothing(name: str) -> None:
    corpus.need_files()
    chance = random.Random(name)
    lines = (corpus.FOLDER / name).read_text(encoding="utf-8").split("\n")
    start = chance.randrange(max(1, len(lines) - 900))
    keep_the_laws("\n".join(mutated(lines[start : start + 900], chance)).encode(), name)


@pytest.mark.parametrize("number", range(40))
def test_stretches_of_invented_gazettes_in_any_mix_lose_nothing(number: int) -> None:
    chance = random.Random(number)
    lines: list[str] = []
    for layout in chance.sample([*LAYOUTS, *OTHER, *DAMAGED, *ODD], 3):
        rows = layout.text.split("\n")
        start = chance.randrange(len(rows))
        lines += rows[start : start + chance.randrange(5, 120)]
    keep_the_laws("\n".join([*mutated(lines, chance), "甲"]).encode(), chance.choice(["mix.txt", "mix.md"]))


PIECES = st.sampled_from(
    (
        "某市人民政府", "关于印发某某办法的通知", "通 知", "某政发〔2021〕3号", "〔 年〕 第 号",
        "各县、区人民政府：", "第一条 为了", "第二章 总 则", "一、总体要求", "（一）明确目标。各地要",
        "1.", "2. 甲", "附件", "附件：1.甲表", "附件1", "2021年3月2日", "（此件公开发布）",
        "目 录", "续表", "单位：公顷", "甲\t乙\t丙", "1\t2\t", "\t\t3", "| a | b |",
        "|--|--|", "# 标题", "**粗**", "- 项", "---", "……", "·· 16",
        "（（一一））明确范围明确范围。。", "11.. 甲乙甲乙。。", "《甲》（乙发〔2020〕1号）",
        "第三条第二款", "3", "\ufffd", "\f", "　　", " ", "", "大事记", "3月2日 市长",
        "某市人民政府公报", "2021年第2期（总第9期）", "主办单位：", "中华人民共和国国务院令", "第12号",
        "力、法", "专栏1 甲", "抄送：各部门", "$PM_{2.5}$", "<br>", "&nbsp;",
        "组 长：张三", "十二条 甲", "公报（2021. 2） 市人民政府文件", "。", "，", "<p>甲</p>",
    )
)  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(("\n", "\n\n", "", " ", "\t", "\n　　"))), max_size=60).map(
    lambda pairs: "".join(piece + end for piece, end in pairs)
)


@seed(20221031)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_pieces_of_gazettes_in_any_order_lose_nothing(text: str) -> None:
    if text.strip():
        keep_the_laws(text.encode(), "any.txt")


@seed(20221031)
@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_loses_nothing(text: str) -> None:
    # Only what is no text at all may be refused.
    with contextlib.suppress(UserError):
        keep_the_laws(text.encode(), "any.txt")


def test_a_pipe_table_without_a_filled_row_is_read() -> None:
    keep_the_laws("甲\n\n|  |  |\n|--|--|\n\n乙\n".encode(), "empty.md")
