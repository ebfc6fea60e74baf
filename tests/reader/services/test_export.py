"""Exporting to files: what is chosen, and what was there before."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue
from reader.services.annotate import Selection
from reader.services.export import export, formats
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import GAZETTE

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def marked(library: Library, gazette: Path) -> Library:
    """The gazette with an annotation on each document."""
    import_paths(library, [gazette], SilentJob())
    for number, facts in enumerate(catalogue.issues(library)[0].documents):
        annotate.create(library, facts.id, start=0, end=6, note=f"第{number}条", tags=(f"标签{number}",))
    return library


@pytest.mark.parametrize("name", formats())
def test_every_format_is_written(marked: Library, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"out.{name}"
    assert export(marked, Selection(), name, out) == 2
    assert out.stat().st_size > 0
    assert not list(tmp_path.glob(".*"))


def test_only_what_is_chosen_is_written(marked: Library, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert export(marked, Selection(tags=("标签1",)), "md", out) == 1
    text = out.read_text(encoding="utf-8")
    assert ("第1条" in text, "第0条" in text) == (True, False)


def test_annotations_of_a_document_that_is_gone_are_written_too(
        marked: Library, gazette: Path, tmp_path: Path) -> None:
    gazette.write_text(GAZETTE.partition("# 临江市人民政府关于夜市")[0], encoding="utf-8")
    import_paths(marked, [gazette], SilentJob())
    out = tmp_path / "out.html"
    assert export(marked, Selection(), "html", out) == 2
    assert "第1条" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(("selection", "name", "target", "code"), [
    (Selection(tags=("没有",)), "md", "out.md", "export.nothing"),
    (Selection(), "wps", "out.wps", "export.format"),
    (Selection(), "md", "folder", "export.unreachable"),
    (Selection(), "md", "old.md/out.md", "export.unreachable")])
def test_what_cannot_be_written_is_told_and_the_old_file_stays(
        marked: Library, tmp_path: Path, selection: Selection, name: str, target: str, code: str) -> None:
    (tmp_path / "old.md").write_text("旧", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError) as fault:
        export(marked, selection, name, tmp_path / target)
    assert fault.value.code == code
    assert (tmp_path / "old.md").read_text(encoding="utf-8") == "旧"


def test_a_file_open_elsewhere_stays_as_it_was(
        marked: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.md"
    out.write_text("旧", encoding="utf-8")

    def refuse(_fresh: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError) as fault:
        export(marked, Selection(), "md", out)
    assert fault.value.code == "export.read_only"
    assert [path.name for path in tmp_path.glob("*out.md*")] == ["out.md"]
    assert out.read_text(encoding="utf-8") == "旧"
