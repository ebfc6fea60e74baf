"""The strip over the foot of the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.panels.notice_strip import MARGIN, WIDEST, NoticeStrip, Offer


@pytest.fixture
def strip(qtbot: QtBot) -> NoticeStrip:
    under = QWidget()
    qtbot.addWidget(under)
    under.resize(900, 500)
    under.show()
    return NoticeStrip(under)


def test_an_offer_is_carried_out_and_closes_the_strip(strip: NoticeStrip) -> None:
    done: list[str] = []
    strip.show_notice("已删除。", [Offer("撤销", lambda: done.append("撤销"))])
    assert strip.isVisible()
    strip.offers[0].click()
    assert (done, strip.isVisible()) == (["撤销"], False)


def test_a_new_notice_takes_the_place_of_the_old(strip: NoticeStrip) -> None:
    strip.show_notice("一", [Offer("甲", lambda: None), Offer("乙", lambda: None)])
    strip.show_notice("二", [Offer("丙", lambda: None)])
    assert (strip.text.text(), [button.text() for button in strip.offers]) == ("二", ["丙"])


def test_it_goes_by_itself(strip: NoticeStrip, qtbot: QtBot) -> None:
    strip.show_notice("一")
    strip._timer.setInterval(1)
    strip._timer.start()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_an_error_stays(strip: NoticeStrip) -> None:
    strip.show_notice("没有完成", error=True)
    strip._timer.timeout.emit()
    assert strip.isVisible()


def test_what_needs_an_answer_stays_and_what_follows_does_not(strip: NoticeStrip) -> None:
    strip.show_notice("导入吗？", [Offer("导入", lambda: None)], stays=True)
    strip._timer.timeout.emit()
    assert strip.isVisible()
    strip.show_notice("一")
    strip._timer.timeout.emit()
    assert not strip.isVisible()


def test_it_waits_while_the_mouse_is_over_it(strip: NoticeStrip) -> None:
    strip.show_notice("一")
    inside = QPointF(5, 5)
    QApplication.sendEvent(strip, QEnterEvent(inside, inside, QPointF(strip.mapToGlobal(QPoint(5, 5)))))
    assert not strip._timer.isActive()
    QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    assert strip._timer.isActive()


def test_escape_closes_it(strip: NoticeStrip, qtbot: QtBot) -> None:
    strip.show_notice("一")
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert not strip.isVisible()


def test_it_lies_at_the_foot_and_grows_with_its_words(strip: NoticeStrip) -> None:
    strip.show_notice("短")
    low = strip.height()
    assert (strip.width(), strip.geometry().bottom()) == (WIDEST, 500 - MARGIN - 1)
    strip.show_notice("很长的一句话，" * 40)
    assert strip.height() > low
    assert strip.geometry().bottom() == 500 - MARGIN - 1
