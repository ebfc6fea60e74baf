"""HTML tables in text and Markdown files become tables, their tags named removals."""

from __future__ import annotations

from hypothesis import given, seed, settings
from hypothesis import strategies as st

from reader.importing.formats.registry import read
from reader.importing.source import Source

from .conservation import leak, texts


def source_of(text: str) -> Source:
    source = read(text.encode(), "公报.md")
    assert not leak(source)
    return source


def cells_of(source: Source) -> list[list[tuple[str, int, int]]]:
    table = next(line.table for line in source.lines if line.table)
    return [[(cell.text, cell.row_span, cell.column_span) for cell in row] for row in table.rows]


def test_a_table_on_one_line_keeps_its_spans() -> None:
    source = source_of('任务表\n\n<html><body><table border="1"><tr><td rowspan=2>序号</td>'
                       '<td colspan="2">任务</td></tr>'
                       "<tr><td>名称</td><td>面积（m<sup>2</sup>）</td></tr>"
                       "<tr><td>1</td><td>供水<br>管网</td>"
                       "<td></td></tr></table></body></html>\n\n注：略。")
    assert cells_of(source) == [[("序号", 2, 1), ("任务", 1, 2)], [("名称", 1, 1), ("面积（m²）", 1, 1)],
                                [("1", 1, 1), ("供水 管网", 1, 1), ("", 1, 1)]]
    assert texts(source) == ["任务表", "注：略。"]


def test_a_table_over_many_lines_is_one_table() -> None:
    source = source_of("<table>\n<caption>任务表</caption>\n  <tr>\n    <th>甲</th>\n"
                       "    <td>$5\\%$\n以上</td>\n  </tr>\n</table>\n后文。")
    assert cells_of(source) == [[("甲", 1, 1), ("5% 以上", 1, 1)]]
    assert texts(source) == ["任务表", "后文。"]


def test_text_outside_the_cells_is_kept_as_text() -> None:
    source = source_of("<table><tr>散落<td>甲</td></tr></table>\n<table><tr><td>没有结尾\n后文。")
    assert "".join(texts(source)).replace(" ", "") == "散落甲没有结尾后文。"


PIECES = ["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=2>", "<caption>",
          "<html>", "甲",
          "&lt;", "\n", "<b>",
          "$x_1$", "|", "# "]


@seed(9704)
@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_no_mixture_of_tags_loses_a_character(text: str) -> None:
    source_of("正文。\n<table><tr><td>" + text)
