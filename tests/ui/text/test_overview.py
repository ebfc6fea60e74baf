"""Stripes on the scroll bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES, PlacedAnnotation
from reader.model.document import BlockKind, Document
from ui.text.overview import Stripe
from ui.text.view import DocumentView

K = BlockKind
Marker = Callable[..., PlacedAnnotation]


@pytest.fixture
def long(make: Callable[..., Document]) -> Document:
    rows = ([[f"{r}行{c}列" for c in range(4)] for r in range(60)], {})
    return make([*((K.PARAGRAPH, f"第{n}段，" + "渡口安全。" * 20) for n in range(100)), rows,
                 *((K.PARAGRAPH, f"第{n}段，" + "渡口安全。" * 20) for n in range(100, 140))])


@pytest.fixture
def view(qtbot: QtBot, long: Document) -> Iterator[DocumentView]:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_document(long, (), DEFAULT_STYLES)
    qtbot.waitUntil(lambda: pane._sheet is not None and pane._sheet.geometry.complete, timeout=5000)
    yield pane
    pane.clear()


def stripes(view: DocumentView) -> tuple[Stripe, ...]:
    view.page.overview.refresh()
    return view.page.overview.stripes


def share(view: DocumentView, offset: int) -> float:
    """Where on the whole page the line of an offset is, from 0 to 1."""
    assert view._sheet is not None
    return view._sheet.geometry.line(offset).top() / view._sheet.target.size().height()


@pytest.mark.parametrize("quote", ["第0段", "第70段", "30行2列", "第130段"])
def test_annotation_has_a_stripe_where_it_stands(view: DocumentView, long: Document, mark: Marker, quote: str) -> None:
    view.set_annotations([mark(long, quote, "责任")])
    (stripe,) = stripes(view)
    assert stripe.row == pytest.approx(share(view, long.text.index(quote)) * view.page.overview.height(), abs=3)
    assert (stripe.hit, stripe.label) == (False, "责任")


def test_hits_and_the_current_hit_have_stripes_of_their_own(view: DocumentView, long: Document) -> None:
    places = [(long.text.index(word), long.text.index(word) + 4) for word in ("第20段", "第90段")]
    view.set_hits(places)
    view.next_hit()
    assert [(one.offset, one.hit, one.current) for one in stripes(view)] == [
        (places[1][0], True, False), (places[0][0], True, True)]


def test_thousands_of_hits_make_at_most_a_stripe_a_row(view: DocumentView, long: Document) -> None:
    view.set_hits([(n, n + 1) for n in range(0, len(long.text), 3)])
    assert len(stripes(view)) <= view.page.overview.height()


def test_thousands_of_hits_stand_where_few_would(view: DocumentView, long: Document) -> None:
    places = [(n, n + 1) for n in range(0, len(long.text) // 4, 2)] + [(long.text.index("第130段"), len(long.text) - 1)]
    assert len(places) > 1_000
    view.set_hits(places)
    rows = [one.row for one in stripes(view)]
    bar = view.page.overview.height()
    assert max(rows) == pytest.approx(share(view, places[-1][0]) * bar, abs=4)
    below = [row for row in rows if row != max(rows)]
    assert max(below) == pytest.approx(share(view, places[-2][0]) * bar, abs=4)
    assert max(later - row for row, later in pairwise(sorted(below))) <= 3  # no gaps where hits stand close


def test_click_on_a_stripe_goes_there(view: DocumentView, long: Document, mark: Marker) -> None:
    view.set_annotations([mark(long, "第130段")])
    (stripe,) = stripes(view)
    QTest.mouseClick(view.page.overview, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     QPoint(4, stripe.row + 1))
    line = view.page.cursorRect()
    assert view.page.viewport().rect().contains(line.center())
    assert view.page.textCursor().block().text().startswith("第130段")


def test_click_beside_the_stripes_scrolls_as_ever(view: DocumentView, long: Document, mark: Marker) -> None:
    view.set_annotations([mark(long, "第0段")])
    stripes(view)
    QTest.mouseClick(view.page.overview, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 400))
    assert view.page.top() > 0


def test_stripes_are_there_before_the_text_is_laid_out(view: DocumentView, long: Document, mark: Marker) -> None:
    view.show_document(long, [mark(long, "第130段")], DEFAULT_STYLES)
    (stripe,) = stripes(view)
    estimate = long.text.index("第130段") / len(long.text) * view.page.overview.height()
    assert stripe.row == pytest.approx(estimate, abs=3)


def test_stripes_leave_with_the_document(view: DocumentView, long: Document, mark: Marker) -> None:
    view.set_annotations([mark(long, "第130段")])
    view.set_hits([(1, 3)])
    view.clear()
    assert stripes(view) == ()
