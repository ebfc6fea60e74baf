"""Files of the word index are opened only when this user's program wrote them."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import pytest

from index.words import trust
from index.words.store import WordsFolder, open_contents

KEY, OTHER = bytes(32), bytes(31) + b"\x01"
WORDS = {"body": ["医药"], "title": [], "number": [], "headings": [], "issuer": []}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A word index of one document, of generation 2."""
    path = tmp_path / "words"
    for row in (1, 2):
        words = WordsFolder(path, KEY)
        words.add(row, WORDS)
        words.commit({1, 2})
    return path


def test_what_was_written_is_trusted(folder: Path) -> None:
    opened = open_contents(folder, KEY)
    assert opened is not None
    assert (opened.generation, opened.documents) == (2, 2)


def test_another_users_index_is_not_opened(folder: Path) -> None:
    assert open_contents(folder, OTHER) is None


def test_a_copied_index_is_trusted_when_its_bytes_are_the_same(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "copy", copy_function=shutil.copy))
    assert open_contents(copy, KEY) is not None


class Evil:
    """What a stranger's pickle would run."""

    ran = False

    def __reduce__(self) -> tuple[object, ...]:
        return (setattr, (Evil, "ran", True))


def test_a_strangers_table_of_contents_is_never_unpickled(folder: Path) -> None:
    toc = next(folder.glob("*.toc"))
    toc.write_bytes(toc.read_bytes() + pickle.dumps(Evil()))
    assert open_contents(folder, KEY) is None
    later = folder / "_words_9.toc"
    later.write_bytes(pickle.dumps(Evil()))
    assert open_contents(folder, KEY) is None
    assert not Evil.ran


def test_a_forged_list_is_not_believed(folder: Path) -> None:
    listed = folder / "trusted-2.json"
    sealed = json.loads(listed.read_text(encoding="ascii"))
    sealed["body"] = sealed["body"].replace('"generation": 2', '"generation": 2 ')
    listed.write_text(json.dumps(sealed), encoding="ascii")
    assert open_contents(folder, KEY) is None


def test_an_older_list_does_not_vouch_for_a_later_generation(folder: Path) -> None:
    shutil.copy(folder / "trusted-2.json", folder / "trusted-3.json")
    shutil.copy(folder / "_words_2.toc", folder / "_words_3.toc")
    opened = open_contents(folder, KEY)
    assert opened is not None
    assert opened.generation == 2


def test_a_generation_that_was_not_finished_is_passed_over(folder: Path) -> None:
    (folder / "_words_3.toc").write_bytes(b"half")
    opened = open_contents(folder, KEY)
    assert opened is not None
    assert opened.generation == 2
    words = WordsFolder(folder, KEY)
    words.add(3, WORDS)
    assert words.commit({1, 2, 3}) == 3


def test_what_is_not_ours_is_replaced_unopened(folder: Path) -> None:
    words = WordsFolder(folder, OTHER)
    assert words.highest_row() == 0
    words.add(7, WORDS)
    assert words.commit({7}) == 1


def test_the_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    key = trust.user_key(tmp_path / "cache")
    assert len(key) == 32
    assert trust.user_key(tmp_path / "cache") == key
    assert (tmp_path / "cache" / trust.KEY_FILE).stat().st_mode & 0o077 == 0


def test_a_damaged_key_is_no_key_and_made_anew(tmp_path: Path) -> None:
    assert trust.known_key(tmp_path) is None
    (tmp_path / trust.KEY_FILE).write_bytes(b"short")
    assert trust.known_key(tmp_path) is None
    made = trust.user_key(tmp_path)
    assert trust.known_key(tmp_path) == made
