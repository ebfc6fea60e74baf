"""Files may be dropped anywhere in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.controllers.desk import Desk

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def dropped(desk: Desk) -> list[tuple[Path, ...]]:
    """What came to the window; nothing is imported."""
    seen: list[tuple[Path, ...]] = []
    desk.window.filesDropped.disconnect()
    desk.window.filesDropped.connect(seen.append)
    return seen


def files(path: Path) -> QMimeData:
    """What a file manager hands over: the address, and the name as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(path.name)
    return data


def drop(widget: QWidget, data: QMimeData) -> None:
    """Drag over a widget and let go: what it does not take goes to those it lies in, as Qt does it."""
    target: QWidget | None = widget
    while target is not None:
        enter = QDragEnterEvent(QPoint(3, 3), COPY, data, LEFT, NONE)
        QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            QApplication.sendEvent(target, QDragMoveEvent(QPoint(3, 3), COPY, data, LEFT, NONE))
            QApplication.sendEvent(target, QDropEvent(QPointF(3, 3), COPY, data, LEFT, NONE))
            return
        target = target.parentWidget()


def test_files_dropped_on_any_part_come_to_the_window(
    desk: Desk, dropped: list[tuple[Path, ...]], gazette: Path
) -> None:
    desk.window.actions_["split"].trigger()
    parts = [one for one in desk.window.findChildren(QWidget) if not one.isWindow()]
    missed = []
    for part in parts:
        dropped.clear()
        drop(part, files(gazette))
        if dropped != [(gazette,)]:
            missed.append(f"{type(part).__name__} {part.objectName()}")
    assert len(parts) > 100
    assert missed == []
    assert not desk.window._drop.isVisible()


def test_no_line_of_text_gets_the_name_of_a_file(desk: Desk, dropped: list[tuple[Path, ...]], gazette: Path) -> None:
    for line in desk.window.findChildren(QLineEdit):
        before = line.text()
        drop(line, files(gazette))
        assert line.text() == before, line.objectName()
    note = desk.window.side.annotations.editor.findChild(QPlainTextEdit)
    drop(note.viewport(), files(gazette))
    assert note.toPlainText() == ""
    assert dropped


def test_text_is_still_dropped_into_lines(desk: Desk, dropped: list[tuple[Path, ...]]) -> None:
    data = QMimeData()
    data.setText("古桥")
    line = desk.window.findChild(QLineEdit, "libraryFilter")
    drop(line, data)
    assert line.text() == "古桥"
    assert dropped == []
