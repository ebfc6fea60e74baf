"""A table on the clipboard."""

from __future__ import annotations

from lxml import html

from reader.exporting.table_clipping import ClippedCell, html_table, plain_table

CELLS = [ClippedCell(0, 0, "县区", row_span=2, header=True), ClippedCell(0, 1, "客运量", column_span=2, header=True),
         ClippedCell(1, 1, "2023年", header=True), ClippedCell(1, 2, "2024年", header=True),
         ClippedCell(2, 0, "东江县\n白沙"), ClippedCell(2, 1, "-1,200"), ClippedCell(2, 2, "=1+1")]


def test_plain_text_has_a_tab_between_columns_and_nothing_under_spans() -> None:
    assert plain_table(CELLS).split("\n") == ["县区\t客运量\t", "\t2023年\t2024年", "东江县 白沙\t-1,200\t'=1+1"]


def test_html_keeps_spans_and_head() -> None:
    table = html.fromstring(html_table(CELLS))
    rows = [[(cell.tag, cell.text, cell.get("rowspan"), cell.get("colspan")) for cell in row]
            for row in table.iter("tr")]
    assert rows[0] == [("th", "县区", "2", None), ("th", "客运量", None, "2")]
    assert [cell[1] for cell in rows[1]] == ["2023年", "2024年"]


def test_only_figures_are_left_to_be_read_as_figures() -> None:
    styles = {cell.text: cell.get("style") for cell in html.fromstring(html_table(CELLS)).iter("td")}
    assert "mso-number-format" not in styles["-1,200"]
    assert "mso-number-format" in styles["=1+1"]


def test_text_cannot_become_an_element() -> None:
    assert [*html.fromstring(html_table([ClippedCell(0, 0, "<script>1</script>")])).iter("script")] == []


def test_nothing_gives_nothing() -> None:
    assert plain_table([]) == ""
    assert [*html.fromstring(html_table([])).iter("td")] == []
