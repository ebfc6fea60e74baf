"""Tables whose columns are set off by spaces alone."""

from __future__ import annotations

import pytest

from reader.importing.repair.aligned import mark_rows
from reader.importing.repair.line import Line


def marked(text: str) -> list[str]:
    lines = [Line(line.strip(), number) for number, line in enumerate(text.strip().splitlines(), 1)]
    mark_rows(lines)
    return [line.text for line in lines]


def test_sets_tabs_between_columns_of_numbers() -> None:
    text = """
        地区      供热面积    补助额
        云汀市    1,260      378.5
        滨州县    310        93
    """
    assert marked(text) == ["地区\t供热面积\t补助额", "云汀市\t1,260\t378.5", "滨州县\t310\t93"]


def test_sets_tabs_where_one_space_stands_between_the_cells() -> None:
    text = """
        市别 合计 2029年 2030年
        云汀市 60 30 30
        江州市 48 24 24
    """
    assert marked(text)[1] == "云汀市\t60\t30\t30"


def test_sets_tabs_where_the_first_column_counts() -> None:
    text = """
        序号  项目名称      责任单位
        1     公园管护      市公园局
        2     道路保洁      市城管局
    """
    assert marked(text)[2] == "2\t道路保洁\t市城管局"


@pytest.mark.parametrize(
    "text",
    [
        "组　长：吴清华　副市长\n副组长：赵　平　市政府副秘书长\n成　员：周国平　市发展改革委副主任",
        "关于加强公园建设的意见  （云政发〔2030〕2号）  1\n关于表彰先进单位的决定  （云政发〔2030〕3号）  5",
        "云汀市教育局  云汀市财政局  云汀市民政局\n云汀市公安局  云汀市司法局  云汀市水利局",
        "1 总则 1\n2 组织体系 3\n3 附则 9",
        "全市共有公园 12 个。\n全市共有水库 30 座。",
    ],
    ids=["persons", "contents", "signatures", "inner contents", "sentences"],
)
def test_leaves_other_lines_alone(text: str) -> None:
    assert marked(text) == text.splitlines()
