"""Notes as paragraphs and runs: what is bold in Markdown is bold, and no mark of Markdown is left."""

from __future__ import annotations

import pytest

from reader.exporting.note_runs import NoteRun, note_paragraphs


def words(note: str) -> list[str]:
    return ["".join(run.words for run in paragraph) for paragraph in note_paragraphs(note)]


def test_bold_italic_and_code_are_runs_of_their_own() -> None:
    assert note_paragraphs("先**核对**，*再*报 `A1`") == ((
        NoteRun("先"), NoteRun("核对", bold=True), NoteRun("，"), NoteRun("再", italic=True), NoteRun("报 "),
        NoteRun("A1", code=True)),)


@pytest.mark.parametrize(("note", "lines"), [
    ("一\n二\n\n三", ["一", "二", "三"]),
    ("- 甲\n- 乙\n    - 丙\n- 丁", ["· 甲", "· 乙", "　· 丙", "· 丁"]),
    ("3. 甲\n4. 乙", ["3. 甲", "4. 乙"]),
    ("- 甲\n\n    续\n\n- 乙", ["· 甲", "续", "· 乙"]),
    ("# 题\n正文", ["题", "正文"]),
    ("> 引文", ["引文"]),
    ("| 名 | 数 |\n|---|---|\n| 甲 | 1 |", ["名\u2003数", "甲\u20031"]),
    ("```\nx  y\n  z\n```", ["x  y", "  z"]),
    ("a<b & c", ["a<b & c"]),
    ("<b>x</b><script>y</script>", ["<b>x</b><script>y</script>"]),
    ("---", ["---"]),
    ("[甲]: http://a.cn", ["[甲]: http://a.cn"]),
    ("  \n", []),
])
def test_paragraphs_of_a_note(note: str, lines: list[str]) -> None:
    assert words(note) == lines


@pytest.mark.parametrize(("note", "line"), [
    ("见[办法](https://a.cn/b)。", "见办法（https://a.cn/b）。"), ("[https://a.cn](https://a.cn)", "https://a.cn"),
    ("问[王](mailto:a@b.cn)", "问王（a@b.cn）"), ("[坏](javascript:x)", "坏"),
])
def test_where_a_link_leads_stands_behind_it(note: str, line: str) -> None:
    assert words(note) == [line]


def test_a_note_too_long_to_render_keeps_its_lines() -> None:
    assert words("**甲**\n" * 20_000)[:2] == ["**甲**", "**甲**"]
