"""Storing an issue and reading it back."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.address import ClauseAddress
from reader.model.document import (
    Attachment,
    Block,
    BlockKind,
    Cell,
    ContentsEntry,
    Document,
    DocumentFacts,
    DocumentPart,
    Issue,
    IssueFacts,
    Matter,
    PartKind,
    Reference,
    Table,
)
from reader.model.errors import UserError
from reader.model.number import DocumentNumber
from reader.model.report import Doubt, ParsedFile, ParseReport, Removal, Repair
from reader.storage import library_reading as reading
from reader.storage import library_writing as writing
from reader.storage.connections import connect
from reader.storage.library_schema import LIBRARY
from reader.storage.schema import migrate
from tests.building import document

SOURCE = writing.Source("ab" * 32, "公报.txt", "/公报.txt", 10, 1)
TEXT = "关于𠮷桥的通知\n云政发〔2025〕7号\n甲\t乙\n1\t2\n"
FULL = Document(
    DocumentFacts(
        "云政发〔2025〕7号", "关于𠮷桥的通知", DocumentNumber("云政发", 2025, "7", "云政发［2025］ 7号"),
        ("甲局", "乙局"), "各县：", "文件", ("甲局", "乙局"), "2025-03-01",
        "（此件公开发布）", "通知", ("方案", "办法"),
        (Attachment("名单", "附件1", True), Attachment("图")), 5, 20, 1, 1),
    TEXT,
    (Block(BlockKind.TITLE, 0, 8, line=1), Block(BlockKind.NUMBER, 8, 20), Block(
        BlockKind.TABLE, 20, 28, address=ClauseAddress((("条", "一"), ("款", "2"))), line=3, line_end=4)),
    (DocumentPart(PartKind.BODY, 0, 20), DocumentPart(PartKind.ATTACHMENT, 20, 28, "名单", "附件1")),
    (Table(20, 28, 2, 2, 1, (Cell(0, 0, 20, 21), Cell(0, 1, 22, 23), Cell(1, 0, 24, 25), Cell(1, 1, 26, 27)), "表",
           "个"),),
    (Reference(8, 20, key="云政发〔2025〕7号"),))
ISSUE = Issue(
    IssueFacts("云汀公报", "云汀市人民政府", 2025, 3, 12, "2025-03-31", "月刊", "办公室", ("文件", "任免")),
    (Matter("封面\n", (Block(BlockKind.MASTHEAD, 0, 3),)), FULL), (ContentsEntry("关于桥的通知", "文件", "", 5),))
REPORT = ParseReport((Removal("page_number", "·5·", 9),), (Repair("ocr", "力、", "办", 3),),
                     (Doubt("x.y", 3, {"n": 1}),))
PARSED = ParsedFile(ISSUE, REPORT, "text", "gb18030")


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty library.db."""
    migrate(tmp_path / "library.db", LIBRARY)
    connection = connect(tmp_path / "library.db", "write")
    yield connection
    connection.close()


def parsed(*texts: str) -> ParsedFile:
    """A file whose documents have these texts."""
    issue = Issue(IssueFacts("云汀公报"), tuple(document(text) for text in texts))
    return ParsedFile(issue, ParseReport(), "text", "utf-8")


def test_an_issue_comes_back_whole(texts: sqlite3.Connection) -> None:
    stored = writing.store(texts, PARSED, SOURCE)
    assert stored.facts == dataclasses.replace(
        ISSUE.facts, id=stored.facts.id, source=SOURCE.sha256, source_name=SOURCE.name)
    assert stored.documents[0].text == TEXT
    assert reading.issue(texts, stored.facts.id) == stored
    assert reading.report(texts, stored.facts.id) == REPORT


def test_a_document_comes_back_whole_by_its_id(texts: sqlite3.Connection) -> None:
    found = writing.store(texts, PARSED, SOURCE).documents[0]
    assert reading.document(texts, found.facts.id) == found
    assert found.facts == dataclasses.replace(FULL.facts, id=found.facts.id, issue_id=found.facts.issue_id)


def test_ids_of_documents_and_issues_never_coincide(texts: sqlite3.Connection) -> None:
    stored = writing.store(texts, PARSED, SOURCE)
    assert stored.facts.id.startswith("i")
    assert stored.documents[0].facts.id.startswith("d")


def test_the_same_key_twice_in_an_issue_gets_two_ids(texts: sqlite3.Connection) -> None:
    stored = writing.store(texts, parsed("同题\n甲文\n", "同题\n乙文\n"), SOURCE)
    assert len({found.facts.id for found in stored.documents}) == 2
    assert len({found.facts.key for found in stored.documents}) == 1


def test_a_fault_while_storing_changes_nothing(texts: sqlite3.Connection) -> None:
    writing.store(texts, parsed("甲\n正文\n"), SOURCE)
    before = reading.issues(texts)
    broken = dataclasses.replace(PARSED, encoding=None)
    with pytest.raises(sqlite3.IntegrityError):
        writing.store(texts, broken, dataclasses.replace(SOURCE, sha256="cd" * 32))
    assert reading.issues(texts) == before


def test_a_document_whose_key_changes_keeps_its_id_and_is_found_by_the_old_key(texts: sqlite3.Connection) -> None:
    body = "各单位应当在汛期以前修好古桥，并把结果报市人民政府备案，逾期未报的予以通报。\n" * 3
    other = f"另一件\n{'其他事项' * 30}\n"
    before = writing.store(texts, parsed(f"关于修桥的通知\n{body}", other), SOURCE)
    old = before.documents[0].facts
    numbered = parsed(f"关于修桥的通知\n云政发〔2025〕7号\n{body}", other)
    after = writing.store(texts, numbered, SOURCE, replacing=before.facts.id)
    new = after.documents[0].facts
    assert (new.id, new.key) == (old.id, "云政发〔2025〕7号")
    assert reading.keys_of(texts, new.id) == (new.key, old.key)
    assert (new.id, old.key, after.facts.id) in reading.editions(texts)


def test_former_keys_survive_another_update(texts: sqlite3.Connection) -> None:
    body = "各单位应当在汛期以前修好古桥，并把结果报市人民政府备案，逾期未报的予以通报。\n" * 3
    first = writing.store(texts, parsed(f"题一\n{body}"), SOURCE)
    writing.store(texts, parsed(f"题二\n{body}"), SOURCE, replacing=first.facts.id)
    third = writing.store(texts, parsed(f"题三\n{body}"), SOURCE, replacing=first.facts.id)
    assert first.documents[0].facts.key in reading.keys_of(texts, third.documents[0].facts.id)
    assert len(reading.keys_of(texts, third.documents[0].facts.id)) == 3


def test_a_split_document_lives_on_in_both_halves(texts: sqlite3.Connection) -> None:
    one = "".join(f"第{number}座桥应当在汛期以前修缮完毕。\n" for number in range(60))
    two = "".join(f"第{number}处夜市应当每晚十时收市清场。\n" for number in range(60))
    first = writing.store(texts, parsed(f"合订\n{one}{two}"), SOURCE)
    after = writing.store(texts, parsed(f"上篇\n{one}", f"下篇\n{two}"), SOURCE, replacing=first.facts.id)
    key = first.documents[0].facts.key
    assert all(key in reading.keys_of(texts, found.facts.id) for found in after.documents)


def test_unknown_ids_are_told(texts: sqlite3.Connection) -> None:
    for ask, code in ((reading.document, "document.unknown"), (reading.issue, "issue.unknown"),
                      (reading.report, "issue.unknown"), (reading.headings, "document.unknown")):
        with pytest.raises(UserError) as fault:
            ask(texts, "nothing")
        assert fault.value.code == code


def test_control_characters_in_lists_do_no_harm(texts: sqlite3.Connection) -> None:
    odd = dataclasses.replace(FULL, facts=dataclasses.replace(
        FULL.facts, issuers=("甲\x1f乙", "丙\x1e"), attachments=(Attachment("名\x1e单\x1f"),)))
    stored = writing.store(texts, dataclasses.replace(PARSED, issue=dataclasses.replace(ISSUE, parts=(odd,))), SOURCE)
    found = reading.document_facts(texts, stored.documents[0].facts.id)
    assert (found.issuers, found.attachments) == (("甲 乙", "丙 "), (Attachment("名 单 "),))


def test_what_changed_after_it_was_indexed_stays_stale(texts: sqlite3.Connection) -> None:
    stored = writing.store(texts, PARSED, SOURCE)
    found = stored.documents[0]
    writing.mark_indexed(texts, {found.facts.id: "another text's hash"})
    assert reading.stale(texts) == {found.facts.id}
    writing.mark_indexed(texts, {found.facts.id: writing.text_hash(found.text)})
    assert reading.stale(texts) == set()
