"""Which documents are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import catalogue, corrections, positions, read_state, shelf
from reader.services.import_files import import_paths
from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.storage import schema
from reader.storage.annotations_schema import ANNOTATIONS
from reader.storage.connections import connect

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def ids(library: Library, gazette: Path) -> list[str]:
    import_paths(library, [gazette], SilentJob())
    return [one.id for one in catalogue.issues(library)[0].documents]


def test_a_new_document_is_unread_until_it_is_marked(library: Library, ids: list[str]) -> None:
    assert shelf.marks(library).read == frozenset()
    read_state.mark_read(library, ids[:1])
    assert shelf.marks(library).read == {ids[0]}
    read_state.mark_unread(library, ids)
    assert shelf.marks(library).read == frozenset()


def test_a_document_stays_read_when_a_correction_gives_it_another_key(library: Library, ids: list[str]) -> None:
    read_state.mark_read(library, ids[1:])
    before = catalogue.document_facts(library, ids[1]).key
    corrections.set_fact(library, ids[1], "title", "云汀市人民政府关于早市的意见")
    corrections.merge_with_previous(library, ids[1])
    kept = catalogue.issues(library)[0].documents
    assert len(kept) == 1
    assert before in {key for one in kept for key in reading.former_keys(library.texts)[one.id]}
    assert shelf.marks(library).read == {kept[0].id}
    read_state.mark_unread(library, [kept[0].id])
    assert shelf.marks(library).read == frozenset()


def test_an_unknown_document_cannot_be_marked(library: Library) -> None:
    with pytest.raises(UserError) as fault:
        read_state.mark_read(library, ["nobody"])
    assert fault.value.code == "document.unknown"


def test_what_was_ever_open_before_there_were_marks_counts_as_read(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    schema.migrate(path, type(ANNOTATIONS)(ANNOTATIONS.name, ANNOTATIONS.application_id, ANNOTATIONS.steps[:1]))
    connection = connect(path, "write")
    connection.execute("INSERT INTO positions VALUES ('甲', 3, '2025-01-01T00:00:00.000Z')")
    connection.close()
    schema.migrate(path, ANNOTATIONS)
    connection = connect(path, "write")
    assert connection.execute('SELECT key, "read" FROM read_documents').fetchall() == [
        ("甲", "2025-01-01T00:00:00.000Z")]
    connection.close()


def test_positions_alone_mark_nothing_read(library: Library, ids: list[str]) -> None:
    positions.save_position(library, catalogue.document_facts(library, ids[0]).key, 1)
    assert shelf.marks(library).read == frozenset()
