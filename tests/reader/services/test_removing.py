"""Taking issues out of the library, and back in."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.annotation import AnchorState
from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, corrections, read_state, rebuilding, removing, shelf
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import GAZETTE, FakeEngine

pytestmark = pytest.mark.usefixtures("simple_importer")
JOB = SilentJob()


@pytest.fixture
def issue_id(library: Library, gazette: Path) -> str:
    found = import_paths(library, [gazette], JOB).files[0].issue_id
    assert found is not None
    return found


def documents(library: Library) -> list[str]:
    return [one.id for entry in catalogue.issues(library) for one in entry.documents]


def test_an_issue_goes_with_its_documents_and_its_place_in_the_index(library: Library, issue_id: str) -> None:
    removed = removing.remove(library, [issue_id], JOB)
    assert [one.id for one in removed.issues] == [issue_id]
    assert catalogue.is_empty(library)
    assert library.engine.ids() == frozenset()
    assert library.texts.execute("SELECT count(*) FROM parts").fetchone() == (0,)
    assert library.texts.execute("SELECT count(*) FROM paths").fetchone() == (0,)


def test_the_original_stays_but_nothing_is_rebuilt_from_it(library: Library, issue_id: str) -> None:
    original = catalogue.original(library, issue_id)
    removing.remove(library, [issue_id], JOB)
    assert original.exists()
    assert not rebuilding.can_rebuild(library.root)
    assert rebuilding.rebuild(library, JOB) == 0


def test_it_comes_back_as_it_was(library: Library, issue_id: str) -> None:
    before = catalogue.issues(library)
    removed = removing.remove(library, [issue_id], JOB)
    assert removing.take_back(library, removed, JOB) == 1
    assert catalogue.issues(library) == before
    assert library.engine.ids() == frozenset(documents(library))


def test_it_comes_back_by_importing_the_file_again(library: Library, issue_id: str, gazette: Path) -> None:
    before = catalogue.issues(library)
    removing.remove(library, [issue_id], JOB)
    assert import_paths(library, [gazette], JOB).files[0].status.value == "imported"
    assert catalogue.issues(library) == before
    assert rebuilding.can_rebuild(library.root)


def test_annotations_are_kept_without_a_text_and_find_it_again(library: Library, issue_id: str) -> None:
    made = annotate.create(library, documents(library)[0], start=0, end=6, note="留着")
    assert removing.without_text(library, [issue_id]) == 1
    removed = removing.remove(library, [issue_id], JOB)
    (orphan,) = annotate.all_annotations(library)
    assert (orphan.annotation, orphan.document_id) == (made.annotation, "")
    assert orphan.placement.state is AnchorState.ORPHAN
    removing.take_back(library, removed, JOB)
    (placed,) = annotate.all_annotations(library)
    assert placed == made


def test_annotations_whose_document_stands_elsewhere_too_do_not_lose_it(
        library: Library, issue_id: str, tmp_path: Path) -> None:
    other = tmp_path / "另一来源.txt"
    other.write_text(GAZETTE.replace("第3期", "第3期（网页版）"), encoding="utf-8")
    import_paths(library, [other], JOB)
    annotate.create(library, documents(library)[0], start=0, end=6)
    assert removing.without_text(library, [issue_id]) == 0
    removing.remove(library, [issue_id], JOB)
    assert [one.placement.state for one in annotate.all_annotations(library)] == [AnchorState.EXACT]


def test_what_was_done_under_an_older_key_survives(library: Library, issue_id: str) -> None:
    second = documents(library)[1]
    text = catalogue.document(library, second).text
    made = annotate.create(library, second, start=text.index("夜市每晚"), end=text.index("夜市每晚") + 8)
    read_state.mark_read(library, [second])
    corrections.merge_with_previous(library, second)
    removed = removing.remove(library, [issue_id], JOB)
    removing.take_back(library, removed, JOB)
    (placed,) = annotate.all_annotations(library)
    assert placed.annotation.id == made.annotation.id
    assert placed.placement.state is not AnchorState.ORPHAN
    assert shelf.marks(library).read == set(documents(library))


def test_an_unknown_issue_removes_nothing(library: Library, issue_id: str) -> None:
    with pytest.raises(UserError) as fault:
        removing.remove(library, [issue_id, "nobody"], JOB)
    assert fault.value.code == "issue.unknown"
    assert not catalogue.is_empty(library)


def test_a_library_that_was_emptied_opens_empty(library: Library, issue_id: str) -> None:
    removing.remove(library, [issue_id], JOB)
    library.close()
    with Library.open(library.root, FakeEngine) as again:
        assert catalogue.is_empty(again)
