"""A strip over the foot of the document that says what happened and offers what one may want to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.theme import icon

SHOWN_FOR = 12_000
"""Milliseconds after which it goes by itself; not while the mouse or the keyboard is in it."""

WIDEST = 760
"""Pixels."""

MARGIN = 14
"""Pixels between the strip and the edges of what it lies on."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of the strip: what it says and what it does."""

    text: str
    do: Callable[[], object]


class NoticeStrip(QFrame):
    """One notice at a time; a new one takes the place of the old. Errors stay until they are closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._under = parent
        self.setObjectName("noticeStrip")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("提示"))
        self._stays = False
        self._buttons: list[QToolButton] = []
        self._picture = QLabel(self)
        self.text = QLabel(self)
        self.text.setObjectName("noticeText")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(self)
        self._close.setObjectName("noticeClose")
        self._close.setToolTip(self.tr("收起"))
        self._close.setAccessibleName(self.tr("收起"))
        self._close.setIconSize(QSize(14, 14))
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._picture)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self._go)
        self.hide()

    def show_notice(
        self, text: str, offers: Sequence[Offer] = (), *, error: bool = False, stays: bool = False
    ) -> None:
        """Say something.

        Args:
            text: a sentence or two.
            offers: what one may want to do next; each closes the strip.
            error: what was wanted was not done: it is marked as such and stays.
            stays: it waits for an answer, as errors do.
        """
        self._stays = error or stays
        self.text.setText(text)
        self._picture.setPixmap(icon("warning" if error else "info").pixmap(QSize(18, 18)))
        self._close.setIcon(icon("close"))
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._make(offer) for offer in offers]
        for at, button in enumerate(self._buttons):
            self._row.insertWidget(2 + at, button)
        self.fit()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def fit(self) -> None:
        """Lie over the foot of the parent, as its size is now."""
        room = self._under.rect()
        width = min(WIDEST, max(room.width() - 2 * MARGIN, 1))
        fixed = self._row.sizeHint().width() - self.text.sizeHint().width()
        lines = self.text.heightForWidth(max(width - fixed, 60))
        height = max(lines, *(one.sizeHint().height() for one in (self._close, *self._buttons))) + 18
        self.setGeometry(QRect((room.width() - width) // 2, room.height() - height - MARGIN, width, height))

    @property
    def offers(self) -> tuple[QToolButton, ...]:
        """The buttons shown, but for the one that closes."""
        return tuple(self._buttons)

    def _make(self, offer: Offer) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("noticeOffer")
        button.setText(offer.text)
        button.clicked.connect(lambda: self._do(offer))
        return button

    def _do(self, offer: Offer) -> None:
        self.hide()
        offer.do()

    def _go(self) -> None:
        """Hide, unless somebody is at it."""
        if self._stays or self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._timer.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
