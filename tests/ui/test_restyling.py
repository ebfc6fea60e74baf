"""A change of theme in pieces leads to the same look as one at once, and shows nothing before it is whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui import restyling, theme
from ui.restyling import Restyling


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme.apply_theme(qapp, "light")
    yield
    theme.apply_theme(qapp, "light")


@pytest.fixture
def change(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Restyling]:
    """One that has a turn of the event loop after each widget."""
    monkeypatch.setattr(restyling, "PIECE", 0.0)
    parent = QWidget()
    qtbot.addWidget(parent)
    found = Restyling(parent)
    yield found
    found.finish()


def form(qtbot: QtBot) -> QTabWidget:
    """A window with widgets of many kinds, on a page that is seen and on one that is not."""
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    for name in ("一", "二"):
        page = QWidget(tabs)
        layout = QVBoxLayout(page)
        off = QPushButton("不行")
        off.setEnabled(False)
        muted = QLabel("次要")
        muted.setProperty("muted", True)
        tool, box, rows = QToolButton(), QComboBox(), QListWidget()
        tool.setText("工具")
        box.addItems(["甲", "乙"])
        rows.addItems(["丙", "丁"])
        checked = QCheckBox("选中")
        checked.setChecked(True)
        for widget in (QLabel("字"), muted, QLineEdit("行"), box, QPushButton("行"), off, checked, tool, rows,
                       QPlainTextEdit("文")):
            layout.addWidget(widget)
        tabs.addTab(page, name)
    tabs.resize(300, 500)
    with qtbot.waitExposed(tabs):
        tabs.show()
    tabs.setCurrentIndex(1)
    QApplication.processEvents()
    tabs.setCurrentIndex(0)
    return tabs


def looks(tabs: QTabWidget) -> list[QImage]:
    """The pictures of both pages."""
    found = []
    for at in (0, 1):
        tabs.setCurrentIndex(at)
        for rows in tabs.findChildren(QListWidget):
            # Rows that were there before their list was first polished have another height.
            rows.doItemsLayout()
        QApplication.processEvents()
        found.append(tabs.grab().toImage())
    tabs.setCurrentIndex(0)
    return found


class Heard(QObject):
    """Counts the times a widget hears of another style."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("name", ["dark", "sepia"])
def test_the_look_is_that_of_a_window_made_in_the_theme(
    name: str, change: Restyling, qapp: QApplication, qtbot: QtBot
) -> None:
    old = form(qtbot)
    before = looks(old)
    with qtbot.waitSignal(change.finished, timeout=60_000):
        change.change(qapp, name)
    after = looks(old)
    assert after == looks(form(qtbot))
    assert after != before


def test_windows_keep_their_picture_until_all_wear_the_theme(
    change: Restyling, qapp: QApplication, qtbot: QtBot
) -> None:
    window = form(qtbot)
    still = []
    change.worn.connect(lambda: still.append(window.updatesEnabled()))
    with qtbot.waitSignal(change.finished, timeout=60_000):
        change.change(qapp, "dark")
        assert not window.updatesEnabled()
    assert still == [False]
    assert window.updatesEnabled()


def test_a_window_that_opens_meanwhile_is_not_seen_half_changed(
    change: Restyling, qapp: QApplication, qtbot: QtBot
) -> None:
    form(qtbot)
    change.change(qapp, "dark")
    late = QLabel("后来")
    qtbot.addWidget(late)
    late.show()
    with qtbot.waitSignal(change.worn, timeout=60_000):
        pass
    assert not late.updatesEnabled()
    with qtbot.waitSignal(change.finished, timeout=60_000):
        pass
    assert late.updatesEnabled()


def test_every_widget_puts_the_theme_on_once(change: Restyling, qapp: QApplication, qtbot: QtBot) -> None:
    window = form(qtbot)
    heard = Heard(window)
    box = window.currentWidget().findChild(QComboBox)
    assert box is not None
    box.installEventFilter(heard)
    with qtbot.waitSignal(change.finished, timeout=60_000):
        change.change(qapp, "dark")
    assert heard.count == 1


def test_what_is_typed_meanwhile_is_not_lost(change: Restyling, qapp: QApplication, qtbot: QtBot) -> None:
    window = form(qtbot)
    line = window.currentWidget().findChild(QLineEdit)
    assert line is not None
    with qtbot.waitSignal(change.finished, timeout=60_000):
        change.change(qapp, "dark")
        QTest.keyClick(line, Qt.Key.Key_7)
    assert line.text() == "行7"


def test_the_theme_chosen_last_is_worn(change: Restyling, qapp: QApplication, qtbot: QtBot) -> None:
    window = form(qtbot)
    change.change(qapp, "dark")
    QApplication.processEvents()
    with qtbot.waitSignal(change.finished, timeout=60_000):
        change.change(qapp, "sepia")
    assert window.updatesEnabled()
    assert looks(window) == looks(form(qtbot))


def test_a_widget_may_go_meanwhile(change: Restyling, qapp: QApplication, qtbot: QtBot) -> None:
    window = form(qtbot)
    change.change(qapp, "dark")
    gone = window.widget(1)
    gone.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(change.finished, timeout=60_000):
        pass
    assert window.count() == 1


def test_a_change_can_be_finished_at_once(change: Restyling, qapp: QApplication, qtbot: QtBot) -> None:
    window = form(qtbot)
    change.change(qapp, "dark")
    change.finish()
    assert not change.busy
    assert window.updatesEnabled()
    assert looks(window) == looks(form(qtbot))


def test_nothing_is_shown_while_something_is_still_made(change: Restyling, qapp: QApplication, qtbot: QtBot) -> None:
    window = form(qtbot)
    left = [3]

    def unready() -> bool:
        assert not window.updatesEnabled()
        left[0] -= 1
        return left[0] > 0

    change.wait_while(unready)
    with qtbot.waitSignal(change.finished, timeout=60_000):
        change.change(qapp, "dark")
    assert left == [0]
    assert window.updatesEnabled()
