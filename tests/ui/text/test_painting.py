"""What is painted, seen on the picture of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES, Mark, PlacedAnnotation
from reader.model.document import BlockKind, Document
from ui.text.view import DocumentView


@pytest.fixture
def view(qtbot: QtBot, notice: Document) -> Iterator[DocumentView]:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(900, 900)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.set_theme("light")
    pane.show_document(notice, (), DEFAULT_STYLES)
    yield pane
    pane.clear()


def box(view: DocumentView, quote: str) -> QRectF:
    assert view.document is not None
    assert view._sheet is not None
    start = view.document.text.index(quote)
    found = view._sheet.geometry.rectangles(start, start + len(quote))
    assert found
    return found[0].translated(0, -view.page.top())


def colours(image: QImage, area: QRectF) -> set[str]:
    inside = area.toAlignedRect().intersected(image.rect())
    return {image.pixelColor(x, y).name() for x in range(inside.left(), inside.right() + 1)
            for y in range(inside.top(), inside.bottom() + 1)}


def picture(view: DocumentView) -> QImage:
    return view.page.viewport().grab().toImage()


def test_highlight_has_the_colour_of_its_style(view: DocumentView, notice: Document,
                                               mark: Callable[..., PlacedAnnotation]) -> None:
    view.set_annotations([mark(notice, "落实责任", "责任")])
    assert "#b9d7f5" in colours(picture(view), box(view, "落实责任"))


def test_highlight_in_an_indented_paragraph_covers_its_first_character(
        view: DocumentView, notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    view.set_annotations([mark(notice, "以渡口")])
    first = box(view, "以")
    outside = QRectF(first.left() - 14, first.top(), 10, first.height())
    image = picture(view)
    assert "#ffe58a" in colours(image, first)
    assert "#ffe58a" not in colours(image, outside)


def test_overlapping_highlights_both_show(view: DocumentView, notice: Document,
                                          mark: Callable[..., PlacedAnnotation]) -> None:
    view.set_annotations([mark(notice, "以渡口安全为重点"), mark(notice, "安全为", "金额")])
    assert {"#ffe58a", "#e0c8f2"} <= colours(picture(view), box(view, "安全为"))


def test_underline_leaves_the_paper_behind_the_text(view: DocumentView, notice: Document,
                                                    mark: Callable[..., PlacedAnnotation]) -> None:
    view.set_annotations([mark(notice, "落实责任", mark=Mark.UNDERLINE)])
    assert "#ffe58a" not in colours(picture(view), box(view, "落实责任"))
    below = box(view, "落实责任")
    image = picture(view)
    assert any(QColor(name).saturation() > 80 for name in colours(image, below.translated(0, 4)))


def test_hits_have_none_of_the_colours_of_highlights(view: DocumentView, notice: Document) -> None:
    start = notice.text.index("落实责任")
    view.set_hits([(start, start + 4)])
    seen = colours(picture(view), box(view, "落实责任"))
    assert view.theme.hit_fill in seen
    assert seen.isdisjoint({style.light for style in DEFAULT_STYLES})


def test_highlight_in_a_cell_and_over_the_edge_of_a_table(view: DocumentView, notice: Document,
                                                          mark: Callable[..., PlacedAnnotation]) -> None:
    view.set_annotations([mark(notice, "905\n注：数据")])
    view.goto(notice.text.index("905"), flash=False)
    image = picture(view)
    assert "#ffe58a" in colours(image, box(view, "905"))
    assert "#ffe58a" in colours(image, box(view, "注：数据"))
    assert "#ffe58a" not in colours(image, box(view, "860"))


def test_every_character_has_a_place_on_the_page(view: DocumentView, notice: Document) -> None:
    view.page.document().documentLayout().documentSize()
    assert view._sheet is not None
    missing = [notice.text[i] for i in range(len(notice.text))
               if notice.text[i] not in "\n\t" and not view._sheet.geometry.rectangles(i, i + 1)]
    assert missing == []


def test_flash_fades_away(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    paper = colours(picture(view), box(view, "落实责任"))
    start = notice.text.index("落实责任")
    view.goto(start, start + 4)
    assert view.page._flash is not None
    qtbot.waitUntil(lambda: view.page._flash is None, timeout=5000)
    view.page.clearFocus()
    assert colours(picture(view), box(view, "责任")) <= paper


def test_note_is_told_by_a_dot_on_the_margin_mark(view: DocumentView, notice: Document,
                                                  mark: Callable[..., PlacedAnnotation]) -> None:
    def dots(note: str) -> bool:
        view.set_annotations([mark(notice, "落实责任", note=note)])
        image = view.page.strip.grab().toImage()
        return view.theme.accent in colours(image, QRectF(image.rect()))
    assert not dots("")
    assert dots("谁？")


def test_crowded_line_counts_its_marks(view: DocumentView, notice: Document,
                                       mark: Callable[..., PlacedAnnotation]) -> None:
    view.set_annotations([mark(notice, quote) for quote in ("以渡口", "安全为", "重点", "落实")])
    assert [len(chip.entries) for chip in view.page.strip._chips()] == [1, 3]


def test_clicking_a_crowd_goes_round_it(view: DocumentView, notice: Document,
                                        mark: Callable[..., PlacedAnnotation], qtbot: QtBot) -> None:
    view.set_annotations([mark(notice, quote) for quote in ("以渡口", "安全为", "重点")])
    told: list[str] = []
    view.annotationActivated.connect(told.append)
    crowd = view.page.strip._chips()[-1].rectangle.center().toPoint()
    for _ in range(3):
        qtbot.mouseClick(view.page.strip, Qt.MouseButton.LeftButton, pos=QPoint(crowd))
    assert told == ["安全为", "重点", "安全为"]


def test_a_box_stands_on_a_shade_and_highlights_show_on_it(view: DocumentView, make: Callable[..., Document],
                                                           mark: Callable[..., PlacedAnnotation]) -> None:
    document = make([(BlockKind.PARAGRAPH, "规划期内形势稳定。"), (BlockKind.BOX_TITLE, "专栏1 渡口工程"),
                     (BlockKind.PARAGRAPH, "渡口改造工程。"), (BlockKind.HEADING, "二、保障措施", 1, "二、")])
    view.show_document(document, [mark(document, "改造", "责任")], DEFAULT_STYLES)
    image, shade = picture(view), view.theme.shade
    assert shade in colours(image, box(view, "渡口改造"))
    assert "#b9d7f5" in colours(image, box(view, "改造"))
    assert shade not in colours(image, box(view, "形势稳定"))
    assert shade not in colours(image, box(view, "保障措施"))
