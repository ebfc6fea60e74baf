"""Annotations on the page: which, where, how deep; and hits, walked round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.model.annotation import DEFAULT_STYLES, AnchorState, Annotation, PlacedAnnotation, Placement, Style
from reader.model.document import Document
from ui import theme
from ui.text import tooltip
from ui.text.hits import Hits
from ui.text.layers import shown
from ui.text.marks import Shown

LIGHT = theme.load("light")


def placed(start: int, end: int, id_: str = "a", state: AnchorState = AnchorState.EXACT) -> PlacedAnnotation:
    anchor = None
    annotation = Annotation(id_, "k", "", anchor, "重点", f"2025-01-01T00:00:0{start % 10}.000Z", "")
    return PlacedAnnotation(annotation, "1", Placement(state, start, end))


def anchored(document: Document, mark: Callable[..., PlacedAnnotation], *quotes: str) -> tuple[Shown, ...]:
    return shown([mark(document, quote) for quote in quotes], DEFAULT_STYLES, LIGHT, len(document.text))


def test_annotations_come_in_text_order_the_longer_first(notice: Document,
                                                         mark: Callable[..., PlacedAnnotation]) -> None:
    marks = anchored(notice, mark, "落实责任", "以渡口安全", "以渡口安全为重点")
    assert [one.id for one in marks] == ["以渡口安全为重点", "以渡口安全", "落实责任"]


def test_overlapping_annotations_lie_at_different_depths(notice: Document,
                                                         mark: Callable[..., PlacedAnnotation]) -> None:
    marks = anchored(notice, mark, "以渡口安全为重点，落实", "安全为重点", "重点，落实责任", "先行先试")
    assert [one.depth for one in marks] == [0, 1, 2, 0]


def test_depth_has_a_floor(notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    marks = anchored(notice, mark, "以渡口安全为重点", "以渡口安全为重", "以渡口安全为", "以渡口安全", "以渡口")
    assert [one.depth for one in marks] == [0, 1, 2, 2, 2]


def test_orphans_are_left_out(notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    assert shown([mark(notice, "渡口", state=AnchorState.ORPHAN)], DEFAULT_STYLES, LIGHT, 999) == ()


def test_uncertain_place_is_marked_as_a_question(notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    (one,) = shown([mark(notice, "渡口", state=AnchorState.UNCERTAIN)], DEFAULT_STYLES, LIGHT, 999)
    assert one.uncertain


def test_note_on_the_whole_document_is_shown_at_its_start() -> None:
    whole = PlacedAnnotation(placed(0, 0).annotation, "1", Placement(AnchorState.EXACT))
    (one,) = shown([whole], DEFAULT_STYLES, LIGHT, 100)
    assert one.whole


def test_letter_is_that_of_the_label_the_user_gave(notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    (one,) = shown([mark(notice, "渡口")], [Style("重点", "要害", "#ffe58a", "#6b5a12")], LIGHT, 999)
    assert (one.letter, one.label) == ("要", "要害")


def test_default_styles_have_different_letters() -> None:
    assert len({style.label[0] for style in DEFAULT_STYLES}) == len(DEFAULT_STYLES)


def test_style_that_is_gone_still_shows(notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    (one,) = shown([mark(notice, "渡口", "旧样式")], DEFAULT_STYLES, LIGHT, 999)
    assert (one.fill, one.label) == (LIGHT.shade, "旧样式")


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("style", DEFAULT_STYLES, ids=lambda style: style.name)
def test_lines_stand_out_from_the_paper(name: str, style: Style, notice: Document,
                                        mark: Callable[..., PlacedAnnotation]) -> None:
    look = theme.load(name)
    (one,) = shown([mark(notice, "渡口", style.name)], DEFAULT_STYLES, look, 999)
    assert theme.contrast(one.line, look.paper) >= 3


def test_tooltip_tells_style_tags_and_note_and_escapes_them(notice: Document,
                                                            mark: Callable[..., PlacedAnnotation]) -> None:
    marks = shown([mark(notice, "渡口", note="<b>谁</b>\n何时", tags=("安全/责任",))], DEFAULT_STYLES, LIGHT, 999)
    said = tooltip.text(marks[0], note="批注", uncertain="待确认")
    assert "重点" in said
    assert "#安全/责任" in said
    assert "&lt;b&gt;谁&lt;/b&gt;<br>何时" in said


def test_long_note_is_cut_in_the_tooltip(notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    marks = shown([mark(notice, "渡口", note="长" * 5000)], DEFAULT_STYLES, LIGHT, 999)
    assert len(tooltip.text(marks[0], note="批注", uncertain="")) < 400


def test_first_step_begins_at_the_offset() -> None:
    assert Hits([(1, 2), (5, 6), (9, 10)]).step(True, 4) == (5, 6)
    assert Hits([(1, 2), (5, 6), (9, 10)]).step(False, 4) == (1, 2)


def test_hits_are_in_order_without_doubles_and_empty_ones() -> None:
    assert Hits([(5, 6), (1, 2), (5, 6), (3, 3)]).ranges == ((1, 2), (5, 6))


def test_hits_in_view_include_one_that_began_before() -> None:
    hits = Hits([(1, 5), (6, 8), (9, 12)])
    hits.step(True, 6)
    assert hits.between(4, 9) == ((1, 5, False), (6, 8, True))
