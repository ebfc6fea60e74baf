"""Attachments named, found and missing; headings and notes told apart."""

from __future__ import annotations

import pytest

from reader.importing.importer import parse
from reader.model.document import BlockKind, Document, PartKind
from reader.model.report import ParsedFile

HEAD = (
    "云汀市人民政府\n关于加强公园管理的通知\n\n云政发〔2030〕9号\n\n各县、区人民政府：\n\n为加强管理，现通知如下。\n\n"
)
SIGNED = "云汀市人民政府\n\n2030年5月1日\n\n"


def read(note: str, rest: str) -> tuple[Document, ParsedFile]:
    parsed = parse((HEAD + note + "\n\n" + SIGNED + rest + "\n").encode(), "a.txt")
    (found,) = parsed.issue.documents
    return found, parsed


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("附件：公园名单", ["公园名单"]),
        ("附件:1.公园名单\n\n2. 建设任务表", ["公园名单", "建设任务表"]),
        ("附件：\n\n1.公园名单\n\n2.建设任务表", ["公园名单", "建设任务表"]),
        ("附件：1.公园名单 2.建设任务表", ["公园名单", "建设任务表"]),
        ("附件1：公园名单\n\n附件2：建设任务表", ["公园名单", "建设任务表"]),
        ("- 附件:1. 云汀市公园\n 名单\n - 2. 建设任务\n 表", ["云汀市公园名单", "建设任务表"]),
        ("附件：《公园名单》", ["公园名单"]),
        ("附件：1.公园名单.doc\n\n2.建设任务表.xlsx（12KB）", ["公园名单", "建设任务表"]),
        ("附件：1.2030年公园名单\n\n2.建设任务表", ["2030年公园名单", "建设任务表"]),
    ],
)
def test_names_what_the_note_names(note: str, names: list[str]) -> None:
    document, _ = read(note, "")
    assert [attachment.title for attachment in document.facts.attachments] == names


def test_tells_found_from_missing() -> None:
    document, parsed = read("附件：1.公园名单\n\n2.建设任务表", "附件１\n\n公园名单\n\n明月公园\n\n镜湖公园")
    assert [(a.title, a.found) for a in document.facts.attachments] == [("公园名单", True), ("建设任务表", False)]
    missing = [doubt for doubt in parsed.report.doubts if doubt.code == "doubt.attachment_missing"]
    assert [doubt.facts["attachment"] for doubt in missing] == ["建设任务表"]


def test_an_attachment_is_a_part_with_label_and_title() -> None:
    document, _ = read("附件：公园名单", "附件\n\n公园名单\n\n明月公园是市级公园。")
    part = document.parts[-1]
    assert (part.kind, part.label, part.title) == (PartKind.ATTACHMENT, "附件", "公园名单")
    kinds = [block.kind for block in document.blocks if block.start >= part.start]
    assert kinds[:2] == [BlockKind.ATTACHMENT_LABEL, BlockKind.ATTACHMENT_TITLE]


def test_the_text_a_notice_issues_may_be_its_attachment() -> None:
    text = (
        "云汀市人民政府\n关于印发《公园管理办法》的通知\n\n云政发〔2030〕9号\n\n各县、区人民政府：\n\n现将《公园管理办法》印发给你们。\n\n"
        "附件：公园管理办法\n\n" + SIGNED + "附件\n\n公园管理办法\n\n第一章 总则\n\n第一条 为了加强管理，制定本办法。\n"
    )
    (document,) = parse(text.encode(), "a.txt").issue.documents
    assert [part.kind for part in document.parts] == [PartKind.BODY, PartKind.ISSUED]
    assert [block.level for block in document.blocks if block.kind is BlockKind.HEADING] == [1]
