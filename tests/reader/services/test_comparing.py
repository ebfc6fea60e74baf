"""Comparing documents of a library."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.comparing import Change
from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import catalogue, comparing
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import GAZETTE

pytestmark = pytest.mark.usefixtures("simple_importer")


def test_two_sources_of_a_document_are_compared(library: Library, gazette: Path, tmp_path: Path) -> None:
    other = tmp_path / "另一来源.txt"
    other.write_text(GAZETTE.replace("古桥。", "古桥和渡口。"), encoding="utf-8")
    import_paths(library, [gazette, other], SilentJob())
    left, right = catalogue.editions(library, "云政发〔2025〕7号")
    found = comparing.compare(library, left.id, right.id)
    (number,) = found.comparison.differences
    row = found.comparison.rows[number]
    assert row.change is Change.CHANGED
    differing = [found.left.text[slice(*one)] for one in row.left_marks]
    differing += [found.right.text[slice(*one)] for one in row.right_marks]
    assert differing == ["和渡口"]
    assert {found.left_issue.source_name, found.right_issue.source_name} == {gazette.name, other.name}


def test_a_document_that_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(UserError, match=r"document\.unknown"):
        comparing.compare(library, "d0", "d1")
