"""Run the real window and answer, over a local socket, where its widgets are on the screen.

    python tests/end2end/probe.py SOCKET [ARGUMENT of main.py…]

The program is the shipped one: `main.main` with the window's own arguments. Only the entry to Qt's event loop is
wrapped, so that the socket is served from it. The probe reads; every click and key comes from the X server.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPoint, QRect, QSocketNotifier, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QMenuBar, QTabBar, QTextEdit, QTreeView, QWidget

Answer = dict[str, Any]


def on_screen(widget: QWidget, area: QRect) -> Answer:
    """A rectangle of a widget in screen coordinates."""
    corner = widget.mapToGlobal(area.topLeft())
    return {"x": corner.x(), "y": corner.y(), "width": area.width(), "height": area.height()}


def widget_named(name: str) -> QWidget | None:
    """The visible widget of an object name; a visible one first where several share it."""
    found = [widget for widget in QApplication.allWidgets() if widget.objectName() == name]
    return next((widget for widget in found if widget.isVisible()), None)


def text_of(widget: QWidget) -> str:
    """What a widget says, as far as it has a text."""
    for method in ("toPlainText", "text", "currentText", "windowTitle"):
        ask = getattr(widget, method, None)  # some widgets of ours have a part of that name
        if callable(ask):
            value = ask()
            if isinstance(value, str) and value:
                return value
    return ""


def describe(widget: QWidget) -> Answer:
    """Place and state of a widget."""
    return on_screen(widget, widget.rect()) | {
        "text": text_of(widget), "enabled": widget.isEnabled(), "focused": widget.hasFocus(),
    }


def answer_widget(name: str) -> Answer | None:
    widget = widget_named(name)
    return describe(widget) if widget else None


def answer_labelled(text: str) -> Answer | None:
    """The first visible, enabled widget in the active window whose text contains `text`, mnemonics apart."""
    top = QApplication.activeModalWidget() or QApplication.activeWindow()
    if top is None:
        return None
    widgets = [widget for widget in top.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
    found = [widget for widget in widgets if hasattr(widget, "text") and text in text_of(widget).replace("&", "")]
    return describe(found[0]) if found else None


def indexes(model: QAbstractItemModel, parent: QModelIndex) -> list[QModelIndex]:
    """All indexes below one, in order, of the first column."""
    found: list[QModelIndex] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append(index)
        found.extend(indexes(model, index))
    return found


def answer_item(name: str, text: str) -> Answer | None:
    """Where a row of a tree, list or table is drawn: the first whose text contains `text`. Not drawn: no width."""
    view = widget_named(name)
    if not isinstance(view, QAbstractItemView) or view.model() is None:
        return None
    for index in indexes(view.model(), QModelIndex()):
        label = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if text in label:
            area = view.visualRect(index).intersected(view.viewport().rect())
            expanded = isinstance(view, QTreeView) and view.isExpanded(index)
            return on_screen(view.viewport(), area) | {"text": label, "expanded": expanded}
    return None


def answer_rows(name: str) -> list[str] | None:
    view = widget_named(name)
    if not isinstance(view, QAbstractItemView) or view.model() is None:
        return None
    rows = indexes(view.model(), QModelIndex())
    return [str(index.data(Qt.ItemDataRole.DisplayRole) or index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            for index in rows]


def answer_tab(text: str) -> Answer | None:
    """Where a tab of any tab bar is, by its label."""
    for bar in (widget for widget in QApplication.allWidgets() if isinstance(widget, QTabBar) and widget.isVisible()):
        for number in range(bar.count()):
            if text in bar.tabText(number).replace("&", ""):
                return on_screen(bar, bar.tabRect(number))
    return None


def answer_words(name: str, text: str) -> Answer | None:
    """Where a string of a text pane is drawn: the caret's place before its first and after its last character."""
    widget = widget_named(name)
    edit = widget if isinstance(widget, QTextEdit) else (widget.findChild(QTextEdit) if widget else None)
    if edit is None:
        return None
    cursor = edit.document().find(text)
    if cursor.isNull():
        return None
    ends = []
    for position in (cursor.selectionStart(), cursor.selectionEnd()):
        caret = QTextCursor(edit.document())
        caret.setPosition(position)
        area = edit.cursorRect(caret)
        place = edit.viewport().mapToGlobal(area.center())
        ends.append([place.x(), place.y()])
    shown = edit.viewport().rect().contains(edit.viewport().mapFromGlobal(QPoint(*ends[0])))
    return {"start": ends[0], "end": ends[1], "shown": shown, "selected": edit.textCursor().selectedText()}


def answer_entry(text: str) -> Answer | None:
    """Where an entry of an open menu, or of the menu bar, is: the first whose text contains `text`."""
    visible = [widget for widget in QApplication.allWidgets() if widget.isVisible()]
    bars = [widget for widget in visible if isinstance(widget, QMenu | QMenuBar)]
    for bar in sorted(bars, key=lambda one: isinstance(one, QMenuBar)):
        for action in bar.actions():
            if action.isEnabled() and action.isVisible() and text in action.text().replace("&", ""):
                return on_screen(bar, bar.actionGeometry(action))
    return None


def answer_focus() -> str:
    """The object name of the widget that has the keyboard, its class where it has none; "" for no widget."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName() or type(widget).__name__


def answer_current(name: str) -> str | None:
    """The text of the row of a view that is the current one, "" for none."""
    view = widget_named(name)
    return str(view.currentIndex().data() or "") if isinstance(view, QAbstractItemView) else None


def answer_popup(text: str) -> Answer | None:
    """Where a row of the list that a box has opened is: the first whose text contains `text`."""
    for view in QApplication.allWidgets():
        opened = view.isVisible() and view.window().windowType() == Qt.WindowType.Popup
        if isinstance(view, QAbstractItemView) and opened:
            for index in indexes(view.model(), QModelIndex()):
                area = view.visualRect(index).intersected(view.viewport().rect())
                if text in str(index.data() or "") and not area.isEmpty():
                    return on_screen(view.viewport(), area)
    return None


def answer_windows() -> list[Answer]:
    return [{"title": widget.windowTitle(), "name": widget.objectName(), "modal": widget.isModal(),
             "active": widget.isActiveWindow(), "class": type(widget).__name__}
            for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def answer_names() -> list[str]:
    """All object names of visible widgets: for whoever writes a test."""
    return sorted({f"{type(widget).__name__} {widget.objectName()} {text_of(widget)[:30]!r}"
                   for widget in QApplication.allWidgets() if widget.isVisible() and widget.objectName()})


QUESTIONS: dict[str, Callable[..., Any]] = {
    "widget": answer_widget, "labelled": answer_labelled, "item": answer_item, "rows": answer_rows, "tab": answer_tab,
    "words": answer_words, "entry": answer_entry, "windows": answer_windows, "names": answer_names,
    "popup": answer_popup, "focus": answer_focus, "current": answer_current,
}


BEFORE_LOOP: list[Callable[[], None]] = []
"""What to do when the window is built, before the event loop runs."""


class Probe(QObject):
    """Answers one JSON line with one JSON line, from Qt's own event loop."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(f"{path}.new")
        self._server.listen(1)
        # Only a socket that listens gets the name the test waits for.
        Path(f"{path}.new").rename(path)
        self._accepting = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
        self._accepting.activated.connect(self._accept)
        self._connection: socket.socket | None = None
        self._reading: QSocketNotifier | None = None
        self._pending = b""

    def _accept(self) -> None:
        self._connection, _ = self._server.accept()
        self._reading = QSocketNotifier(self._connection.fileno(), QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._read)

    def _read(self) -> None:
        assert self._connection is not None
        assert self._reading is not None
        data = self._connection.recv(65536)
        if not data:
            self._reading.setEnabled(False)
            return
        *lines, self._pending = (self._pending + data).split(b"\n")
        for line in lines:
            question = json.loads(line)
            answer = QUESTIONS[question.pop("ask")](**question)
            self._connection.sendall(json.dumps(answer, ensure_ascii=False).encode() + b"\n")


def main() -> int:
    """Start the program with the probe in its event loop."""
    path, arguments = sys.argv[1], sys.argv[2:]
    sys.argv = [str(Path(__file__).resolve().parents[2] / "main.py"), *arguments]
    enter = QApplication.exec

    def enter_with_probe(*_: object) -> int:
        probe = Probe(path)
        probe.setObjectName("probe")
        for step in BEFORE_LOOP:
            step()
        QApplication.setCursorFlashTime(0)  # a picture of a window that waits is always the same
        return int(enter())

    QApplication.exec = staticmethod(enter_with_probe)  # type: ignore[method-assign]  # the one seam of the probe

    import main as program

    return int(program.main(arguments) or 0)


if __name__ == "__main__":
    os.environ.pop("QT_QPA_PLATFORM", None)
    sys.exit(main())
