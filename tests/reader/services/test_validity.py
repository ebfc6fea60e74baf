"""Whether a document holds: only as far as the archive says so, and with its words."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import catalogue, import_files
from reader.services.library import Library
from reader.services.validity import Standing, validity

OLD = """云汀市人民政府
关于渡口收费的通知
云政发〔2020〕5号

各县（市、区）人民政府：
渡口每人每次收费一元。本通知自2020年7月1日起施行，有效期5年。

云汀市人民政府
2020年6月1日
"""
NEW = """云汀市人民政府
关于渡口工作的通知
云政发〔2023〕8号

各县（市、区）人民政府：
各渡口免收过渡费。《关于渡口收费的通知》（云政发〔2020〕5号）同时废止。

云汀市人民政府
2023年3月30日
"""


def imported(library: Library, path: Path, text: str) -> str:
    """Import a text; its document's id."""
    path.write_text(text, encoding="utf-8")
    file, = import_files.import_paths(library, [path], SilentJob()).files
    assert file.issue_id is not None
    document, = catalogue.issue(library, file.issue_id).documents
    return document.facts.id


@pytest.mark.parametrize(("day", "standing"), [
    ("2020-06-30", Standing.NOT_YET), ("2020-07-01", Standing.BEGUN), ("2025-06-30", Standing.BEGUN),
    ("2025-07-01", Standing.PAST),
])
def test_the_day_decides(library: Library, tmp_path: Path, day: str, standing: Standing) -> None:
    own = imported(library, tmp_path / "old.txt", OLD)
    found = validity(library, own, datetime.date.fromisoformat(day))
    assert found.standing is standing
    assert found.term.ends is not None
    evidence = found.evidence[found.term.ends.start, found.term.ends.end]
    assert evidence == "本通知自2020年7月1日起施行，有效期5年"


def test_another_document_may_end_it_before_its_term(library: Library, tmp_path: Path) -> None:
    own = imported(library, tmp_path / "old.txt", OLD)
    by = imported(library, tmp_path / "new.txt", NEW)
    found = validity(library, own, datetime.date(2024, 1, 1))
    assert found.standing is Standing.REPEALED
    assert found.repealed is not None
    assert found.repealed.by.id == by
    assert validity(library, by, datetime.date(2024, 1, 1)).standing is Standing.UNKNOWN


@pytest.mark.parametrize(("words", "standing"), [
    ("《关于渡口收费的通知》（云政发〔2020〕5号）有效期延长至2030年12月31日。", Standing.RENEWED),
    ("《关于渡口收费的通知》（云政发〔2020〕5号）继续有效。", Standing.RENEWED),
    ("《关于渡口收费的通知》（云政发〔2020〕5号）有效期延长至2025年12月31日。", Standing.PAST),
    ("渡口的承包期延长至2030年12月31日。", Standing.PAST),
])
def test_where_its_term_is_over_another_document_may_prolong_it(
        library: Library, tmp_path: Path, words: str, standing: Standing) -> None:
    own = imported(library, tmp_path / "old.txt", OLD)
    sentence = "《关于渡口收费的通知》（云政发〔2020〕5号）同时废止。"
    by = imported(library, tmp_path / "new.txt", NEW.replace(sentence, words))
    found = validity(library, own, datetime.date(2026, 1, 1))
    assert found.standing is standing
    if standing is Standing.RENEWED:
        assert found.renewed is not None
        assert (found.renewed.by.id, found.renewed.evidence) == (by, words.rstrip("。"))


def test_an_unknown_document_is_told(library: Library) -> None:
    with pytest.raises(UserError) as told:
        validity(library, "d0")
    assert told.value.code == "document.unknown"
