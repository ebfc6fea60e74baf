"""Far places of long texts: written in slices while the picture before stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from reader.model.document import BlockKind, Document
from ui.text.view import DocumentView

K = BlockKind



@pytest.fixture
def tables(make: Callable[..., Document]) -> Document:
    """So many cells that to write them takes longer than anybody should wait in one piece."""
    rows = [[f"渡口{row}", *(str(row * column) for column in range(1, 6))] for row in range(60)]
    return make([piece for number in range(12) for piece in ((K.HEADING, f"表{number}"), (rows, {}))])


def seen(view: DocumentView, document: Document) -> None:
    """Show a document, and have it painted."""
    view.show_document(document)
    view.repaint()


def came(view: DocumentView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view.coming, timeout=60_000)


def test_a_far_place_is_shown_when_the_text_is_written_up_to_it(
    view: DocumentView, tables: Document, qtbot: QtBot
) -> None:
    seen(view, tables)
    offset = tables.text.index("表11")
    view.restore_offset(offset, (offset, offset + 3))
    assert view.coming
    assert not view.updatesEnabled()
    assert (view.visible_offset(), view.selection(), view.caret()) == (offset, (offset, offset + 3), offset)
    came(view, qtbot)
    assert view.updatesEnabled()
    assert (view.visible_offset(), view.selection()) == (offset, (offset, offset + 3))
    assert view.page.verticalScrollBar().value() > 0


def test_a_theme_keeps_a_far_place_and_the_selection(view: DocumentView, tables: Document, qtbot: QtBot) -> None:
    seen(view, tables)
    offset = tables.text.index("表11")
    view.restore_offset(offset)
    came(view, qtbot)
    view.select(offset, offset + 3)
    kept = view.visible_offset()
    view.set_theme("dark")
    assert view.coming
    assert (view.visible_offset(), view.selection()) == (kept, (offset, offset + 3))
    came(view, qtbot)
    assert (view.visible_offset(), view.selection()) == (kept, (offset, offset + 3))


def test_who_goes_elsewhere_meanwhile_gets_there(view: DocumentView, tables: Document, qtbot: QtBot) -> None:
    seen(view, tables)
    view.restore_offset(tables.text.index("表11"))
    offset = tables.text.index("表3")
    view.goto(offset, flash=False)
    assert not view.coming
    assert view.updatesEnabled()
    qtbot.waitUntil(lambda: not view._sheet.filling, timeout=60_000)
    assert view.caret() == offset
    assert view.visible_offset() <= offset < tables.text.index("表5")


def test_another_document_is_seen_at_once_while_one_is_still_written(
    view: DocumentView, tables: Document, notice: Document
) -> None:
    seen(view, tables)
    view.restore_offset(tables.text.index("表11"), (3, 5))
    view.show_document(notice)
    assert not view.coming
    assert view.updatesEnabled()
    assert (view.visible_offset(), view.selection()) == (0, None)


def test_a_far_place_is_there_from_the_first_picture(tables: Document, qtbot: QtBot) -> None:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(820, 700)
    pane.show_document(tables)
    offset = tables.text.index("表11")
    pane.restore_offset(offset)
    with qtbot.waitExposed(pane):
        pane.show()
    qtbot.waitUntil(lambda: pane._keeping.seen, timeout=60_000)
    assert not pane.coming
    assert pane.updatesEnabled()
    assert pane.visible_offset() == offset


def test_a_picture_of_another_size_does_not_stay(view: DocumentView, tables: Document, qtbot: QtBot) -> None:
    seen(view, tables)
    view.restore_offset(tables.text.index("表11"))
    assert not view.updatesEnabled()
    view.resize(700, 600)
    assert view.updatesEnabled()
    came(view, qtbot)
