"""Notes on cards."""

from __future__ import annotations

import pytest

from ui.models.plain_note import LONGEST, plain_note


@pytest.mark.parametrize(
    ("note", "plain"),
    [
        ("请财政局核对**金额**", "请财政局核对金额"),
        ("# 办理意见\n- 年底前报送\n- 抄送*档案科*", "办理意见 · 年底前报送 · 抄送档案科"),
        ("见[办法](doc:1)第三条，`3.2`", "见办法第三条，3.2"),
        ("> 引用的话\n\n回复", "引用的话 回复"),
        ("2*3*4 与 a_b_c 不变", "2*3*4 与 a_b_c 不变"),
        ("**没有结束", "**没有结束"),
        ("", ""),
    ],
)
def test_signs_of_markdown_are_left_out(note: str, plain: str) -> None:
    assert plain_note(note) == plain


def test_a_note_of_a_megabyte_is_cut() -> None:
    assert len(plain_note("批" * 1_000_000)) == LONGEST
