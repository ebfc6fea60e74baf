"""Annotations of a colleague: no doubles, the newer wins."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, exchange, export
from reader.services.annotate import Selection
from reader.services.exchange import import_annotations
from reader.services.import_files import import_paths
from reader.services.library import Library
from reader.services.versions import Side
from reader.storage import annotations_rows as rows
from tests.building import FakeEngine

EARLIER, LATER = "2998-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"

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


def test_a_change_made_on_one_side_alone_is_an_update(library: Library, colleague: Library, tmp_path: Path) -> None:
    import_annotations(library, handed_on(colleague, tmp_path))
    one = annotate.all_annotations(colleague)[0].annotation
    annotate.save(colleague, dataclasses.replace(one, note="后来说", modified=LATER))
    later = import_annotations(library, handed_on(colleague, tmp_path))
    assert (later.updated, later.duplicates, later.conflicts) == (1, 1, ())
    assert annotate.annotation(library, one.id).note == "后来说"


def test_an_older_file_changes_nothing(library: Library, colleague: Library, tmp_path: Path) -> None:
    old = handed_on(colleague, tmp_path).rename(tmp_path / "旧.jsonld")
    one = annotate.all_annotations(colleague)[0].annotation
    annotate.save(colleague, dataclasses.replace(one, note="后来说", modified=LATER))
    import_annotations(library, handed_on(colleague, tmp_path))
    assert import_annotations(library, old).duplicates == 2
    assert annotate.annotation(library, one.id).note == "后来说"


def test_annotations_go_to_and_fro_without_conflict(library: Library, colleague: Library, tmp_path: Path) -> None:
    """Each changes what the other last sent, whatever the clocks say."""
    import_annotations(library, handed_on(colleague, tmp_path))
    id_ = annotate.all_annotations(colleague)[0].annotation.id
    here, there, clock = library, colleague, 50
    for turn in range(4):
        mine = annotate.annotation(here, id_)
        moment = f"2030-01-01T00:00:{clock - turn:02}.000Z"
        annotate.save(here, dataclasses.replace(mine, note=f"第{turn}稿", modified=moment))
        file = tmp_path / f"{turn}.jsonld"
        export.export(here, Selection(ids=(id_,)), "jsonld", file)
        done = import_annotations(there, file)
        assert (done.updated, done.conflicts) == (1, ())
        assert annotate.annotation(there, id_).note == f"第{turn}稿"
        here, there = there, here


def conflicting(library: Library, colleague: Library, tmp_path: Path) -> tuple[str, Path]:
    """An annotation changed on both sides, theirs later; its id, and the colleague's file."""
    import_annotations(library, handed_on(colleague, tmp_path))
    one = annotate.all_annotations(colleague)[0].annotation
    annotate.save(library, dataclasses.replace(one, note="我改的", tags=("我",), modified=EARLIER))
    annotate.save(colleague, dataclasses.replace(one, note="对方改的", style="外来", modified=LATER))
    return one.id, handed_on(colleague, tmp_path)


@pytest.mark.parametrize(("choice", "otherwise", "note"), [
    (None, None, "对方改的"), (None, Side.MINE, "我改的"), (Side.MINE, None, "我改的"),
    (Side.THEIRS, Side.MINE, "对方改的")])
def test_a_conflict_is_decided_by_choice_or_else_for_the_newer(
        library: Library, colleague: Library, tmp_path: Path, choice: Side | None, otherwise: Side | None, note: str
) -> None:
    id_, file = conflicting(library, colleague, tmp_path)
    incoming = exchange.read_file(library, file)
    (conflict,) = exchange.compare(library, incoming).conflicts
    assert (conflict.mine.note, conflict.theirs.note, conflict.theirs.author) == ("我改的", "对方改的", "甲")
    done = exchange.take_in(library, incoming, {id_: choice} if choice else {}, otherwise=otherwise)
    assert (len(done.conflicts), done.updated, done.duplicates) == (1, 0, 1)
    assert annotate.annotation(library, id_).note == note


@pytest.mark.parametrize("side", Side)
def test_a_decided_conflict_does_not_come_again(
        library: Library, colleague: Library, tmp_path: Path, side: Side) -> None:
    id_, file = conflicting(library, colleague, tmp_path)
    import_annotations(library, file, side)
    assert import_annotations(library, file).conflicts == ()
    # Nor there, when the decision is sent back.
    back = tmp_path / "回.jsonld"
    export.export(library, Selection(ids=(id_,)), "jsonld", back)
    assert import_annotations(colleague, back).conflicts == ()
    assert annotate.annotation(colleague, id_).note == annotate.annotation(library, id_).note


def test_what_was_deleted_here_and_changed_there_is_a_conflict(
        library: Library, colleague: Library, tmp_path: Path) -> None:
    id_, file = conflicting(library, colleague, tmp_path)
    annotate.delete(library, id_)
    (conflict,) = exchange.compare(library, exchange.read_file(library, file)).conflicts
    assert conflict.deleted
    import_annotations(library, file, Side.MINE)
    assert id_ in [one.id for one in annotate.trash(library)]


def content(library: Library) -> object:
    return (rows.select(library.notes, "true"), rows.in_trash(library.notes), rows.histories(library.notes),
            annotate.styles(library))


def test_taking_in_is_undone_and_redone_as_one_step(library: Library, colleague: Library, tmp_path: Path) -> None:
    id_, file = conflicting(library, colleague, tmp_path)
    annotate.delete(library, id_)
    before = content(library)
    done = import_annotations(library, file, Side.THEIRS)
    after = content(library)
    assert after != before
    exchange.undo(library, done)
    assert content(library) == before
    exchange.redo(library, done)
    assert content(library) == after


def test_what_was_undone_can_be_taken_in_again(library: Library, colleague: Library, tmp_path: Path) -> None:
    file = handed_on(colleague, tmp_path)
    exchange.undo(library, import_annotations(library, file))
    assert annotate.trash(library) == ()
    assert import_annotations(library, file).imported == 2


def test_a_huge_file_is_refused_unread(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "大.json"
    with file.open("wb") as out:
        out.truncate(100_000_000)
    with pytest.raises(UserError) as fault:
        import_annotations(library, file)
    assert fault.value.code == "annotations.too_large"


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
