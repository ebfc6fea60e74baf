"""The contents list of an issue: its sections and nothing else."""

from __future__ import annotations

import pytest

from reader.importing.importer import parse

LISTED = """云汀市人民政府公报
目 录
{head}
市政府文件 >>>
云汀市人民政府关于修缮古桥的通知（云政发〔2030〕3号）\t1
市政府办公室文件 >>>
云汀市人民政府办公室关于清理河道的通知（云政办发〔2030〕8号）\t3

云汀市人民政府关于修缮古桥的通知

云政发〔2030〕3号

各县（区）人民政府：

请各县（区）在汛期以前修好境内古桥。

云汀市人民政府
2030年5月6日

云汀市人民政府办公室关于清理河道的通知

云政办发〔2030〕8号

各县（区）人民政府：

请各县（区）清理境内河道。

云汀市人民政府办公室
2030年5月9日
"""


@pytest.mark.parametrize("head", [
    "2030年第5期(总第17期)", "二〇三〇年第五期（总第十七期）", "(双月刊)", "2030年第5期(总第17期)\n（双月刊）", "第5期",
    "总第17期"])
def test_the_issue_line_above_a_contents_list_is_no_section(head: str) -> None:
    issue = parse(LISTED.format(head=head).encode(), "云汀.txt").issue
    assert issue.facts.sections == ("市政府文件", "市政府办公室文件")
    assert [entry.section for entry in issue.contents] == ["市政府文件", "市政府办公室文件"]
    assert [document.facts.section for document in issue.documents] == ["市政府文件", "市政府办公室文件"]
