"""Lines of the source and the places that came of them."""

from __future__ import annotations

from reader.model.document import Block, BlockKind, Document, DocumentFacts, Issue, IssueFacts, Matter
from ui.models.source_places import SourcePlace, lines_of_offset, part_of, place_of_line

TEXT = "关于修桥的通知\n各区：桥要修。\n一\t二\n三\t四\n"
DOCUMENT = Document(
    DocumentFacts("k", "关于修桥的通知", id="d1"),
    TEXT,
    (
        Block(BlockKind.TITLE, 0, 8, line=3, line_end=4),
        Block(BlockKind.ADDRESSEE, 8, 11, line=6, line_end=6),
        Block(BlockKind.PARAGRAPH, 11, 16, line=6, line_end=6),
        Block(BlockKind.TABLE, 16, 24, line=9, line_end=12),
    ),
)
ISSUE = Issue(
    IssueFacts("云汀公报"), (Matter("云汀公报\n", (Block(BlockKind.MASTHEAD, 0, 5, line=1, line_end=1),)), DOCUMENT)
)


def test_a_line_leads_to_its_paragraph_without_the_line_feed() -> None:
    assert place_of_line(ISSUE, 4) == SourcePlace(1, 0, 7)


def test_a_line_outside_documents_leads_to_the_matter() -> None:
    assert place_of_line(ISSUE, 1) == SourcePlace(0, 0, 4)


def test_of_paragraphs_of_one_line_the_one_with_the_words_is_meant() -> None:
    assert place_of_line(ISSUE, 6, "桥 要修") == SourcePlace(1, 11, 14)


def test_a_line_that_left_nothing_leads_to_the_paragraph_before() -> None:
    assert place_of_line(ISSUE, 8) == SourcePlace(1, 8, 11)


def test_no_line_leads_nowhere() -> None:
    assert place_of_line(ISSUE, 0) is None
    assert place_of_line(Issue(IssueFacts("空"), ()), 3) is None


def test_words_that_are_not_there_leave_the_whole_paragraph() -> None:
    assert place_of_line(ISSUE, 10, "没有") == SourcePlace(1, 16, 23)


def test_an_offset_leads_back_to_its_lines() -> None:
    assert lines_of_offset(DOCUMENT.blocks, 20) == (9, 12)
    assert lines_of_offset((), 0) == (0, 0)


def test_a_document_is_found_among_the_parts() -> None:
    assert part_of(ISSUE, "d1") == 1
    assert part_of(ISSUE, "none") == -1
