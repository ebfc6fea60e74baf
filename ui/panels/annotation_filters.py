"""What a list of annotations leaves out, and in which order it shows the rest."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QDate, QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import AnchorState, Style
from reader.services.annotate import Selection
from ui.models.annotation_groups import Order
from ui.models.spans import Since, span
from ui.models.tag_words import offered
from ui.panels.style_swatch import swatch
from ui.theme import icon

FILTER_AFTER = 200
"""Milliseconds without typing after which the list is filtered."""


class AnnotationFilters(QWidget):
    """Words, style and tag at once; state, date, publisher, author and order behind a button.

    Signals:
        changed: the list must be asked for anew.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: tuple[Style, ...] = ()
        self.words = QLineEdit(self)
        self.words.setObjectName("annotationsFilter")
        self.words.setPlaceholderText(self.tr("筛选摘录和批注…"))
        self.words.setAccessibleName(self.tr("筛选标注"))
        self.words.setClearButtonEnabled(True)
        self.style_box = self._combo("annotationsStyle", self.tr("按颜色筛选"))
        self.tag_box = self._combo("annotationsTag", self.tr("按标签筛选"))
        self.state_box = self._combo("annotationsState", self.tr("按位置是否确定筛选"))
        self.since_box = self._combo("annotationsSince", self.tr("按修改时间筛选"))
        self.first_day, self.last_day = self._date("annotationsFirstDay"), self._date("annotationsLastDay")
        self.first_day.setAccessibleName(self.tr("从这一天起修改的"))
        self.last_day.setAccessibleName(self.tr("到这一天为止修改的"))
        self.publisher_box = self._combo("annotationsPublisher", self.tr("按发布机关筛选"))
        self.author_box = self._combo("annotationsAuthor", self.tr("按作者筛选"))
        self.order_box = self._combo("annotationsOrder", self.tr("排列和分组"))
        self.more = QToolButton(self)
        self.more.setObjectName("annotationsMore")
        self.more.setCheckable(True)
        self.more.setIcon(icon("filter"))
        self.more.setToolTip(self.tr("更多筛选和排列"))
        self.more.setAccessibleName(self.tr("更多筛选和排列"))
        self._fill()
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FILTER_AFTER)
        self._wait.timeout.connect(self.changed)
        self.words.textChanged.connect(self._wait.start)
        self.since_box.currentIndexChanged.connect(lambda _: self._show_days())
        self.more.toggled.connect(self._below.setVisible)
        self.more.toggled.connect(lambda shown: None if shown else self._forget_hidden())

    def _fill(self) -> None:
        states = (
            (self.tr("位置：全部"), ""),
            (self.tr("位置已移动"), AnchorState.MOVED),
            (self.tr("位置待确认"), AnchorState.UNCERTAIN),
            (self.tr("失去原文"), AnchorState.ORPHAN),
            (self.tr("位置准确"), AnchorState.EXACT),
        )
        days = (
            (self.tr("时间：全部"), Since.EVER),
            (self.tr("今天"), Since.TODAY),
            (self.tr("本周"), Since.THIS_WEEK),
            (self.tr("上周"), Since.LAST_WEEK),
            (self.tr("最近 7 天"), Since.WEEK),
            (self.tr("最近 30 天"), Since.MONTH),
            (self.tr("今年"), Since.YEAR),
            (self.tr("自选日期…"), Since.CHOSEN),
        )
        orders = (
            (self.tr("按文中顺序"), Order.TEXT),
            (self.tr("按时间"), Order.DATE),
            (self.tr("按标签"), Order.TAG),
            (self.tr("按颜色"), Order.STYLE),
        )
        for box, entries in ((self.state_box, states), (self.since_box, days), (self.order_box, orders)):
            with QSignalBlocker(box):
                for text, value in entries:
                    box.addItem(text, str(value))
        self.set_publishers(())
        self.set_authors(())

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(4)
        above.addWidget(self.words, 1)
        above.addWidget(self.more)
        self.setTabOrder(self.words, self.more)
        boxes = QGridLayout()
        boxes.setSpacing(4)
        boxes.addWidget(self.style_box, 0, 0)
        boxes.addWidget(self.tag_box, 0, 1)
        self._below = QWidget(self)
        below = QGridLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.state_box, 0, 0)
        below.addWidget(self.since_box, 0, 1)
        self._days = QWidget(self._below)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(4)
        days.addWidget(self.first_day, 1)
        days.addWidget(QLabel("–", self._days))
        days.addWidget(self.last_day, 1)
        self._days.hide()
        below.addWidget(self._days, 1, 0, 1, 2)
        below.addWidget(self.publisher_box, 2, 0)
        below.addWidget(self.author_box, 2, 1)
        below.addWidget(self.order_box, 3, 0, 1, 2)
        self._below.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addLayout(boxes)
        layout.addWidget(self._below)

    def _combo(self, name: str, accessible: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setToolTip(accessible)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(4)
        box.setIconSize(QSize(14, 14))
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box

    def _date(self, name: str) -> QDateEdit:
        edit = QDateEdit(QDate.currentDate(), self)
        edit.setObjectName(name)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setCalendarPopup(True)
        # A day that is being typed is no day yet.
        edit.setKeyboardTracking(False)
        edit.dateChanged.connect(lambda _: self.changed.emit())
        return edit

    # What is chosen

    def selection(self) -> Selection:
        """What the library is asked for."""
        style, tag, state = (box.currentData() for box in (self.style_box, self.tag_box, self.state_box))
        author = self.author_box.currentData()
        first, last = self.days
        return Selection(
            styles=(style,) if style else (),
            tags=(tag,) if tag else (),
            states=(AnchorState(state),) if state else (),
            text=self.words.text().strip(),
            authors=() if author is None else (author,),
            since=first,
            until=last,
        )

    @property
    def publisher(self) -> str:
        """The publisher whose documents are meant, "" for any."""
        return str(self.publisher_box.currentData() or "")

    @property
    def days(self) -> tuple[str, str]:
        """The first and last day of the last change, ISO and inclusive; "" where it is open."""
        since = Since(self.since_box.currentData() or "")
        if since is not Since.CHOSEN:
            return span(since, datetime.date.today())
        first, last = (edit.date().toString("yyyy-MM-dd") for edit in (self.first_day, self.last_day))
        return min(first, last), max(first, last)

    @property
    def order(self) -> Order:
        """How the list is sorted and grouped."""
        return Order(self.order_box.currentData())

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return self.selection() != Selection() or self.publisher != ""

    def show_state(self, state: AnchorState) -> None:
        """Show only annotations whose place is as sure as this."""
        self.more.setChecked(True)
        self.state_box.setCurrentIndex(self.state_box.findData(str(state)))

    def show_tag(self, tag: str) -> None:
        """Show only annotations with a tag, and leave no others out."""
        for box in (self.words, self.style_box, self.tag_box, self.state_box, self.since_box, self.publisher_box):
            with QSignalBlocker(box):
                if isinstance(box, QComboBox):
                    box.setCurrentIndex(max(box.findData(tag), 0) if box is self.tag_box else 0)
                else:
                    box.clear()
        self.changed.emit()

    # What can be chosen

    def set_styles(self, styles: Sequence[Style]) -> None:
        """Offer these colours."""
        self._styles = tuple(styles)
        chosen = self.style_box.currentData()
        with QSignalBlocker(self.style_box):
            self.style_box.clear()
            self.style_box.addItem(self.tr("全部颜色"), "")
            for style in styles:
                self.style_box.addItem(swatch(style, 14), style.label, style.name)
            self.style_box.setCurrentIndex(max(self.style_box.findData(chosen), 0))

    def set_tags(self, tags: Sequence[tuple[str, int]]) -> None:
        """Offer these tags with their counts."""
        chosen = self.tag_box.currentData()
        with QSignalBlocker(self.tag_box):
            self.tag_box.clear()
            self.tag_box.addItem(self.tr("全部标签"), "")
            for words, tag in offered(tags):
                self.tag_box.addItem(words, tag)
            self.tag_box.setCurrentIndex(max(self.tag_box.findData(chosen), 0))

    def set_publishers(self, publishers: Sequence[str]) -> None:
        """Offer these publishers."""
        chosen = self.publisher_box.currentData()
        with QSignalBlocker(self.publisher_box):
            self.publisher_box.clear()
            self.publisher_box.addItem(self.tr("机关：全部"), "")
            for publisher in publishers:
                self.publisher_box.addItem(publisher, publisher)
            self.publisher_box.setCurrentIndex(max(self.publisher_box.findData(chosen), 0))

    def set_authors(self, authors: Sequence[str]) -> None:
        """Offer these authors; "" is whoever gave no name."""
        chosen = self.author_box.currentData()
        with QSignalBlocker(self.author_box):
            self.author_box.clear()
            self.author_box.addItem(self.tr("作者：全部"), None)
            for author in authors:
                self.author_box.addItem(author or self.tr("（未署名）"), author)
            # Where the chosen author has nothing left, the list would be empty without a reason that can be seen.
            self.author_box.setCurrentIndex(max(self.author_box.findData(chosen), 0) if chosen is not None else 0)

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self.more.setIcon(icon("filter"))
        self.set_styles(self._styles)

    def _forget_hidden(self) -> None:
        """A filter that cannot be seen must leave nothing out."""
        before = self.selection(), self.publisher, self.order
        for box in (self.state_box, self.since_box, self.publisher_box, self.author_box, self.order_box):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        self._days.hide()
        if before != (self.selection(), self.publisher, self.order):
            self.changed.emit()

    def _show_days(self) -> None:
        self._days.setVisible(self.since_box.currentData() == Since.CHOSEN)
