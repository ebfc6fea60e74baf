"""Find in the open document: the bar, and what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.model.errors import UserError
from ui.i18n import sentence
from ui.theme import icon

FIND_AFTER = 120
"""Milliseconds without typing after which finding begins by itself."""

NARROW = 520
"""Pixels of width under which the bar takes two lines."""

MOST = 50_000
"""Places marked at most: more than any document has of a word; the bar says so when they are more."""

Ranges = tuple[tuple[int, int], ...]

STRING, WORDS, EXPRESSION = "string", "words", "expression"
"""The values of `reader.searching.finding.How`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to find in the open document, "" for nothing; `how` is a value of `reader.searching.finding.How`."""

    text: str
    how: str = STRING
    strict: bool = False


def places_of(text: str, wanted: Wanted) -> Ranges:
    """Where it stands, code points, half-open: the first `MOST` places.

    Raises:
        UserError: search.expression.
    """
    if not wanted.text:
        return ()
    # Loaded when first asked for: a start does without it.
    from reader.searching.finding import How, find

    return find(text, wanted.text, How(wanted.how), strict=wanted.strict)[:MOST]


class FindBar(QWidget):
    """The bar.

    Signals:
        wantedChanged: a `Wanted`.
        nextWanted, previousWanted: go to the neighbouring place.
        closed: the bar was closed.
    """

    wantedChanged = Signal(object)
    nextWanted = Signal()
    previousWanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.text = QLineEdit(self)
        self.text.setObjectName("findText")
        self.text.setPlaceholderText(self.tr("在本文中查找"))
        self.text.setAccessibleName(self.tr("在本文中查找"))
        self.text.setClearButtonEnabled(True)
        self.text.setMaximumWidth(320)
        self.how = QComboBox(self)
        self.how.setObjectName("findHow")
        self.how.setAccessibleName(self.tr("怎样查找"))
        for text, how, tip in (
            (self.tr("整串"), STRING, self.tr("输入的文字作为一个整体")),
            (self.tr("各词"), WORDS, self.tr("用空格隔开的每个词，各自标出")),
            (self.tr("正则"), EXPRESSION, self.tr("正则表达式，在段落之内匹配")),
        ):
            self.how.addItem(text, how)
            self.how.setItemData(self.how.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.strict = QCheckBox(self.tr("严格"), self)
        self.strict.setObjectName("findStrict")
        self.strict.setToolTip(self.tr("区分全角半角、大小写、繁简、括号引号的样式和空白"))
        self.count = QLabel(self)
        self.count.setObjectName("findCount")
        self.count.setProperty("muted", True)
        self._buttons = [
            self._button("findPrevious", "up", self.tr("上一处（Shift+F3）"), self.previousWanted.emit),
            self._button("findNext", "down", self.tr("下一处（F3）"), self.nextWanted.emit),
            self._button("findClose", "close", self.tr("关闭（Esc）"), self.close_bar),
        ]
        self.text.setMinimumWidth(110)
        self.how.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.count.setMinimumWidth(24)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.text, 1)
        first.addWidget(self._buttons[0])
        first.addWidget(self._buttons[1])
        second.addWidget(self.how)
        second.addWidget(self.strict)
        second.addWidget(self.count)
        second.addStretch(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.addLayout(first, 1)
        self._rows.addLayout(second, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addLayout(self._rows, 1)
        layout.addWidget(self._buttons[2], 0, Qt.AlignmentFlag.AlignTop)
        for before, after in pairwise((self.text, *self._buttons[:2], self.how, self.strict, self._buttons[2])):
            self.setTabOrder(before, after)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FIND_AFTER)
        self._wait.timeout.connect(self._tell)
        self.text.textChanged.connect(self._wait.start)
        self.how.currentIndexChanged.connect(lambda _: self._tell())
        self.strict.toggled.connect(lambda _: self._tell())
        self.hide()

    def _button(self, name: str, picture: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("picture", picture)
        button.setIcon(icon(picture))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: slot())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the ways to find stand below."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._rows.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    @property
    def wanted(self) -> Wanted:
        """What to find now."""
        return Wanted(self.text.text(), str(self.how.currentData()), self.strict.isChecked())

    def begin(self, text: str = "") -> None:
        """Open the bar and let the user type; `text` is what is selected in the document."""
        self.show()
        if text:
            self.text.setText(text)
            if self.how.currentData() == EXPRESSION:
                # Selected text is meant as it is, not as an expression.
                self.how.setCurrentIndex(self.how.findData(STRING))
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        self._tell()

    def restore(self, wanted: Wanted | None) -> None:
        """Be as the bar was above a document when that was left, without taking the keyboard; None: closed."""
        self._wait.stop()
        for widget in (self.text, self.how, self.strict):
            widget.blockSignals(True)
        if wanted is not None:
            self.text.setText(wanted.text)
            self.how.setCurrentIndex(self.how.findData(wanted.how))
            self.strict.setChecked(wanted.strict)
        for widget in (self.text, self.how, self.strict):
            widget.blockSignals(False)
        self.setVisible(wanted is not None)

    def show_count(self, number: int, total: int) -> None:
        """Tell how many places there are, and which is current (from 1; 0 for none)."""
        if not self.text.text():
            self._tell_outcome("")
        elif total == 0:
            self._tell_outcome(self.tr("没有找到"))
        elif total >= MOST:
            more = self.tr("第 {number} / {total}+ 处").format(number=number, total=total)
            tip = self.tr("只标出了前 {total} 处；写得更具体些，就能看到全部。").format(total=total)
            self._tell_outcome(more, tip)
        else:
            self._tell_outcome(self.tr("第 {number} / {total} 处").format(number=number, total=total))

    def show_busy(self) -> None:
        """Tell that the places are being looked for."""
        self._tell_outcome(self.tr("正在查找……"))

    def show_fault(self, error: UserError) -> None:
        """Tell that the expression cannot be understood, or takes too long."""
        slow = error.code == "search.slow"
        self._tell_outcome(self.tr("太费时，已停止") if slow else self.tr("表达式有误"), sentence(error))

    def _tell_outcome(self, text: str, tip: str = "") -> None:
        self.count.setText(text)
        self.count.setToolTip(tip)
        self.text.setAccessibleDescription(tip or text)

    def close_bar(self) -> None:
        """Close and forget."""
        self._wait.stop()
        self.hide()
        self.closed.emit()

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        for button in self._buttons:
            button.setIcon(icon(str(button.property("picture"))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._wait.isActive():
                self._wait.stop()
                self._tell()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.previousWanted.emit()
            else:
                self.nextWanted.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._wait.stop()
        self.wantedChanged.emit(self.wanted)
