"""library.db made anew from the kept originals."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue
from reader.services.import_files import import_paths
from reader.services.library import LIBRARY_FILE, Library
from reader.services.rebuilding import begin_anew, is_damaged, rebuild
from tests.building import GAZETTE, FakeEngine

pytestmark = pytest.mark.usefixtures("simple_importer")


def test_a_lost_library_comes_back_with_its_ids_and_annotations(
        library: Library, gazette: Path, tmp_path: Path) -> None:
    other = tmp_path / "其他.txt"
    other.write_text(GAZETTE.replace("古桥", "石桥"), encoding="utf-8")
    import_paths(library, [gazette, other], SilentJob())
    document_id = catalogue.issues(library)[0].documents[0].id
    annotate.create(library, document_id, start=0, end=4)
    gazette.write_text(GAZETTE.replace("汛期", "冬季"), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    before = catalogue.issues(library)
    annotations = annotate.all_annotations(library)
    library.close()
    for path in library.root.glob(LIBRARY_FILE + "*"):
        path.unlink()
    for write in (True, False):
        with pytest.raises(UserError, match=r"library\.lost"):
            Library.open(library.root, FakeEngine, write=write)
    assert begin_anew(library.root) is None
    with Library.open(library.root, FakeEngine) as again:
        assert catalogue.issues(again) == ()
        # Three contents came in, the third in the place of the first.
        assert rebuild(again, SilentJob()) == 3
        assert catalogue.issues(again) == before
        assert annotate.all_annotations(again) == annotations
        assert rebuild(again, SilentJob()) == 0


def test_a_content_that_came_again_stands_in_its_place_again(library: Library, gazette: Path) -> None:
    for season in ("汛期", "冬季", "春季", "汛期"):
        gazette.write_text(GAZETTE.replace("汛期", season), encoding="utf-8")
        import_paths(library, [gazette], SilentJob())
    before = catalogue.issues(library)
    text = catalogue.document(library, before[0].documents[0].id).text
    assert "汛期" in text
    library.close()
    begin_anew(library.root)
    with Library.open(library.root, FakeEngine) as again:
        assert rebuild(again, SilentJob()) == 3
        assert catalogue.issues(again) == before
        assert catalogue.document(again, before[0].documents[0].id).text == text


def test_an_original_that_is_gone_is_left_out(library: Library, gazette: Path) -> None:
    issue_id = import_paths(library, [gazette], SilentJob()).files[0].issue_id
    assert issue_id is not None
    catalogue.original(library, issue_id).unlink()
    library.texts.execute("DELETE FROM issues")
    assert rebuild(library, SilentJob()) == 0


def test_a_damaged_file_is_kept_beside_the_new_one(library: Library, gazette: Path) -> None:
    import_paths(library, [gazette], SilentJob())
    before = catalogue.issues(library)
    library.close()
    path = library.root / LIBRARY_FILE
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 9000)
    damaged = path.read_bytes()
    aside = begin_anew(library.root)
    assert aside is not None
    assert aside.read_bytes() == damaged
    with Library.open(library.root, FakeEngine) as again:
        assert rebuild(again, SilentJob()) == 1
        assert catalogue.issues(again) == before


def test_nothing_is_set_aside_while_the_library_is_open(library: Library, gazette: Path) -> None:
    import_paths(library, [gazette], SilentJob())
    with pytest.raises(UserError, match=r"library\.in_use"):
        begin_anew(library.root)
    assert (library.root / LIBRARY_FILE).exists()


@pytest.mark.parametrize("harm", [
    "UPDATE parts SET text = text || '外'", "UPDATE parts SET structure = '{'", "DROP TABLE documents",
    "UPDATE parts SET text = CAST(x'ff' AS TEXT)"])
def test_damage_inside_is_found(library: Library, gazette: Path, harm: str) -> None:
    import_paths(library, [gazette], SilentJob())
    assert not is_damaged(library)
    library.texts.execute("PRAGMA foreign_keys = OFF")
    library.texts.execute(harm)
    assert is_damaged(library)
