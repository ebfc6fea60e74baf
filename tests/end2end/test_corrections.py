"""Corrections obeyed by the real importer, on the sample issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.document import BlockKind, DocumentFacts
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, checking, corrections
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import FakeEngine


@pytest.fixture
def library(tmp_path: Path, sample: Path) -> Iterator[Library]:
    """The sample issue by the real importer."""
    with Library.open(tmp_path / "library", FakeEngine) as opened:
        import_paths(opened, [sample], SilentJob())
        yield opened


def documents(library: Library) -> tuple[DocumentFacts, ...]:
    return catalogue.issues(library)[0].documents


def ink(library: Library) -> Counter[str]:
    """What is not white space in the whole issue."""
    return Counter("".join(catalogue.issue(library, catalogue.issues(library)[0].facts.id).text.split()))


def test_a_document_is_split_at_a_paragraph_and_made_whole_again(library: Library) -> None:
    before, text = documents(library), ink(library)
    document = catalogue.document(library, before[0].id)
    block = next(one for one in document.blocks if one.kind is BlockKind.PARAGRAPH and one.start > 300)
    made = annotate.create(library, before[0].id, start=block.start, end=block.end - 1)
    corrections.split(library, before[0].id, block.start)
    assert len(documents(library)) == len(before) + 1
    assert ink(library) == text
    assert checking.check(library) == ()
    second = documents(library)[1]
    assert [placed.annotation for placed in annotate.annotations_of(library, second.id)] == [made.annotation]
    (correction,) = corrections.corrections(library, before[0].issue_id)
    corrections.withdraw(library, correction.id)
    assert documents(library) == before


def test_two_documents_are_joined(library: Library) -> None:
    before, text = documents(library), ink(library)
    corrections.merge_with_previous(library, before[1].id)
    assert len(documents(library)) == len(before) - 1
    assert ink(library) == text
    assert checking.check(library) == ()


def test_facts_are_put_right_and_shown_as_corrected(library: Library) -> None:
    before = documents(library)[0]
    corrections.set_fact(library, before.id, "title", "更正后的标题")
    corrections.set_fact(library, before.id, "date", "2025-01-02")
    after = catalogue.document_facts(library, before.id)
    assert (after.title, after.date, after.corrected) == ("更正后的标题", "2025-01-02", True)
    assert not before.corrected


def test_a_new_number_is_a_new_key_and_annotations_stay(library: Library) -> None:
    before = documents(library)[0]
    made = annotate.create_on_document(library, before.id, style="重点", note="整份", tags=())
    corrections.set_fact(library, before.id, "number", "云政发〔2025〕99号")
    after = catalogue.document_facts(library, before.id)
    assert (after.key, after.id) == ("云政发〔2025〕99号", before.id)
    assert [placed.annotation for placed in annotate.annotations_of(library, before.id)] == [made.annotation]


def test_a_paragraph_is_made_a_heading(library: Library) -> None:
    before = documents(library)[0]
    document = catalogue.document(library, before.id)
    block = next(one for one in document.blocks if one.kind is BlockKind.PARAGRAPH)
    corrections.set_block(library, before.id, block.start, BlockKind.HEADING, 1)
    starts = {heading.start for heading in catalogue.headings(library, before.id)}
    assert block.start in starts


def test_corrections_survive_importing_the_file_again(library: Library, sample: Path, tmp_path: Path) -> None:
    before = documents(library)
    corrections.merge_with_previous(library, before[1].id)
    changed = tmp_path / "again" / sample.name
    changed.parent.mkdir()
    changed.write_text("\n" + sample.read_text(encoding="utf-8"), encoding="utf-8")
    library.texts.execute("UPDATE paths SET path = ?", (str(changed),))
    report = import_paths(library, [changed], SilentJob())
    assert report.files[0].status.value == "updated"
    assert len(documents(library)) == len(before) - 1
