"""What a line may be where documents begin."""

from __future__ import annotations

import pytest

from reader.importing.importer import parse

NOTICE = """{title}
云政规〔2024〕2号

各县、区人民政府：
现将文件目录公布如下，请认真执行。

云汀市人民政府
2024年10月9日
"""


@pytest.mark.parametrize("lines", [
    ["云汀市人民政府关于公布一批", "继续有效的行政规范性文件", "目录的通知"],
    ["云汀市人民政府关于公布", "继续有效、废止或失效行政规范性文件", "和其他政策文件目录的通知"],
    ["云汀市人民政府", "关于清理一批行政规范性文件", "的通知"],
])
def test_a_line_that_ends_like_a_section_may_stand_inside_a_title(lines: list[str]) -> None:
    document, = parse(NOTICE.format(title="\n".join(lines)).encode(), "one.txt").issue.documents
    assert document.facts.title == "".join(lines)


def test_a_section_above_a_title_is_no_line_of_it() -> None:
    source = "市政府规范性文件\n\n" + NOTICE.format(title="云汀市人民政府关于公布渡口目录的通知")
    document, = parse(source.encode(), "one.txt").issue.documents
    assert document.facts.title == "云汀市人民政府关于公布渡口目录的通知"
