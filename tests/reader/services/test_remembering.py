"""Lists that are kept in step say the same as lists read anew."""

from __future__ import annotations

import dataclasses
import random
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from reader.model.annotation import PlacedAnnotation
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, reattaching, safety, tags
from reader.services.annotate import Selection
from reader.services.import_files import import_paths
from reader.services.library import Library

pytestmark = pytest.mark.usefixtures("simple_importer")

T = TypeVar("T")
Lists = tuple[tuple[PlacedAnnotation, ...], ...]


@pytest.fixture
def filled(library: Library, gazette: Path) -> Library:
    import_paths(library, [gazette], SilentJob())
    return library


def elsewhere(work: Callable[[], T]) -> T:
    """What a thread of its own finds, which remembers nothing."""
    found: list[T] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join()
    return found[0]


def lists(library: Library) -> Lists:
    """The lists the window asks for."""
    ids = [facts.id for entry in catalogue.issues(library) for facts in entry.documents]
    return (annotate.all_annotations(library), annotate.all_annotations(library, Selection(tags=("甲",))),
            annotate.all_annotations(library, Selection(document_ids=tuple(ids))),
            *(annotate.annotations_of(library, one) for one in ids))


def change(library: Library, rng: random.Random) -> None:
    """Something that a user may do to the annotations."""
    ids = [facts.id for entry in catalogue.issues(library) for facts in entry.documents]
    there = [placed.annotation for placed in annotate.all_annotations(library)]
    one = rng.choice(there) if there else None
    match rng.randrange(9):
        case 0 | 1 | 2:
            start = rng.randrange(20)
            annotate.create(library, rng.choice(ids), start=start, end=start + rng.randint(1, 9), tags=("甲",))
        case 3:
            annotate.create_on_document(library, rng.choice(ids), style="重点", note="整份", tags=())
        case 4 if one:
            annotate.save(library, dataclasses.replace(one, note="改", tags=("甲", "乙/丙")))
        case 5 if one:
            annotate.delete(library, one.id)
        case 6 if one:
            reattaching.attach(library, one.id, rng.choice(ids), 3, 9)
        case 7:
            annotate.apply(library, annotate.trash(library))
        case 8:
            tags.rename(library, "甲", "丁")


@pytest.mark.parametrize("seed", range(6))
def test_lists_stay_in_step_whatever_is_done(filled: Library, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(25):
        change(filled, rng)
        if rng.random() < 0.6:
            assert lists(filled) == elsewhere(lambda: lists(filled))


def test_what_another_thread_writes_is_seen(filled: Library) -> None:
    before = lists(filled)
    document_id = catalogue.issues(filled)[0].documents[0].id
    elsewhere(lambda: annotate.create(filled, document_id, start=0, end=4))
    assert len(lists(filled)[0]) == len(before[0]) + 1


def test_unchanged_annotations_are_not_made_again(filled: Library) -> None:
    document_id = catalogue.issues(filled)[0].documents[0].id
    for start in range(5):
        annotate.create(filled, document_id, start=start, end=start + 3)
    before = annotate.annotations_of(filled, document_id)
    assert annotate.annotations_of(filled, document_id) is before
    annotate.delete(filled, before[0].annotation.id)
    assert [one is other for one, other in zip(annotate.annotations_of(filled, document_id), before[1:], strict=True)
            ] == [True] * 4


def test_many_changes_at_once_and_a_restored_backup_are_seen(filled: Library) -> None:
    document_id = catalogue.issues(filled)[0].documents[0].id
    first = annotate.create(filled, document_id, start=0, end=4).annotation
    backup = safety.backup(filled)
    assert len(lists(filled)[0]) == 1
    annotate.apply(filled, [dataclasses.replace(first, id=str(number)) for number in range(1000)])
    assert lists(filled) == elsewhere(lambda: lists(filled))
    safety.restore_backup(filled, backup)
    assert [one.annotation for one in lists(filled)[0]] == [first]


def test_a_file_imported_anew_moves_what_is_remembered(filled: Library, gazette: Path) -> None:
    document_id = catalogue.issues(filled)[0].documents[0].id
    text = catalogue.document(filled, document_id).text
    annotate.create(filled, document_id, start=text.index("修好"), end=text.index("修好") + 2)
    before = lists(filled)
    gazette.write_text(gazette.read_text(encoding="utf-8").replace("汛期以前", "今年汛期以前"), encoding="utf-8")
    import_paths(filled, [gazette], SilentJob())
    assert lists(filled)[0][0].placement != before[0][0].placement
    assert lists(filled) == elsewhere(lambda: lists(filled))
