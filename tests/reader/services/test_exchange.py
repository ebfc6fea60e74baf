"""Annotations of a colleague: no doubles, the newer wins."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, export
from reader.services.annotate import Selection
from reader.services.exchange import import_annotations
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import FakeEngine

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def colleague(tmp_path: Path, gazette: Path) -> Iterator[Library]:
    """Another library with the same gazette and two annotations."""
    with Library.open(tmp_path / "colleague", FakeEngine) as other:
        import_paths(other, [gazette], SilentJob())
        first, second = catalogue.issues(other)[0].documents
        annotate.create(other, first.id, start=0, end=4, note="甲说", tags=("安全/桥",), author="甲")
        annotate.create_on_document(other, second.id, style="疑问", note="整份", tags=())
        yield other


def handed_on(colleague: Library, tmp_path: Path) -> Path:
    out = tmp_path / "批注.jsonld"
    export.export(colleague, Selection(), "jsonld", out)
    return out


def test_annotations_come_over_exactly(library: Library, colleague: Library, gazette: Path, tmp_path: Path) -> None:
    import_paths(library, [gazette], SilentJob())
    result = import_annotations(library, handed_on(colleague, tmp_path))
    assert (result.imported, result.duplicates, result.failed) == (2, 0, 0)
    assert [one.annotation for one in annotate.all_annotations(library)] == [
        one.annotation for one in annotate.all_annotations(colleague)]


def test_the_same_file_again_brings_no_doubles(library: Library, colleague: Library, tmp_path: Path) -> None:
    file = handed_on(colleague, tmp_path)
    import_annotations(library, file)
    again = import_annotations(library, file)
    assert (again.imported, again.updated, again.duplicates) == (0, 0, 2)


def test_the_newer_version_wins_whoever_has_it(library: Library, colleague: Library, tmp_path: Path) -> None:
    import_annotations(library, handed_on(colleague, tmp_path))
    one = annotate.all_annotations(colleague)[0].annotation
    annotate.save(colleague, dataclasses.replace(one, note="后来说", modified="2999-01-01T00:00:00.000Z"))
    later = import_annotations(library, handed_on(colleague, tmp_path))
    assert (later.updated, later.duplicates) == (1, 1)
    assert annotate.annotation(library, one.id).note == "后来说"
    annotate.save(colleague, dataclasses.replace(one, note="早先说"))
    assert import_annotations(library, handed_on(colleague, tmp_path)).updated == 0
    assert annotate.annotation(library, one.id).note == "后来说"


def test_what_lies_in_the_trash_does_not_come_back_by_itself(
        library: Library, colleague: Library, tmp_path: Path) -> None:
    file = handed_on(colleague, tmp_path)
    (one, _) = import_annotations(library, file).changed
    annotate.delete(library, one)
    assert import_annotations(library, file).duplicates == 2
    assert one not in [placed.annotation.id for placed in annotate.all_annotations(library)]


def test_annotations_on_documents_that_are_not_here_wait_for_them(
        library: Library, colleague: Library, gazette: Path, tmp_path: Path) -> None:
    import_annotations(library, handed_on(colleague, tmp_path))
    assert {placed.document_id for placed in annotate.all_annotations(library)} == {""}
    import_paths(library, [gazette], SilentJob())
    assert "" not in {placed.document_id for placed in annotate.all_annotations(library)}


def test_a_style_only_the_colleague_has_is_added(library: Library, colleague: Library, tmp_path: Path) -> None:
    one = annotate.all_annotations(colleague)[0].annotation
    annotate.save(colleague, dataclasses.replace(one, style="外来"))
    import_annotations(library, handed_on(colleague, tmp_path))
    assert "外来" in [style.name for style in annotate.styles(library)]


@pytest.mark.parametrize(("content", "code"), [
    ("不是 JSON", "annotations.not_json"), ("{}", "annotations.none"), ("[[[", "annotations.not_json")])
def test_other_files_are_refused_and_change_nothing(library: Library, tmp_path: Path, content: str, code: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as fault:
        import_annotations(library, file)
    assert fault.value.code == code
    assert annotate.all_annotations(library) == ()


def test_items_that_are_no_annotations_are_counted(library: Library, colleague: Library, tmp_path: Path) -> None:
    file = handed_on(colleague, tmp_path)
    content = json.loads(file.read_text(encoding="utf-8"))
    items = content if isinstance(content, list) else content.get("items") or content["first"]["items"]
    items.append({"type": "Annotation", "target": 5})
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    result = import_annotations(library, file)
    assert (result.imported, result.failed, [place for place, _ in result.reasons]) == (2, 1, [2])
