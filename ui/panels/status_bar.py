"""The status bar: quiet notices, and the progress of long jobs with a button to stop them."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from ui.jobs.handle import JobHandle
from ui.models.remaining import Remaining, rounded

SHOW_AFTER = 600
"""Milliseconds a job runs before its progress is shown: short jobs must not flicker."""

NOTICE_FOR = 8000
"""Milliseconds a notice stays."""


class StatusBar(QStatusBar):
    """Notices at the left, the job under way at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setSizeGripEnabled(False)
        # Buttons that come and go would else keep a line of the page for themselves.
        self.setMaximumHeight(self.fontMetrics().height() + 12)
        self.place = QLabel(self)
        self.place.setObjectName("statusPlace")
        self.job = JobIndicator(self)
        self.addPermanentWidget(self.job)
        self.addPermanentWidget(self.place)

    def notice(self, text: str) -> None:
        """Say something that needs no answer."""
        self.showMessage(text, NOTICE_FOR)


class JobIndicator(QWidget):
    """What the worker does, how far it is, and a button to stop it. Hidden for jobs shorter than `SHOW_AFTER`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobIndicator")
        self._handles: list[JobHandle] = []
        self._remaining = Remaining()
        self.text = QLabel(self)
        self.text.setObjectName("jobText")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("jobBar")
        self.bar.setFixedWidth(140)
        self.bar.setFixedHeight(8)
        self.bar.setTextVisible(False)
        self.cancel = QToolButton(self)
        self.cancel.setText(self.tr("停止"))
        self.cancel.setObjectName("jobCancel")
        self.cancel.setToolTip(self.tr("停止；已经完成的部分会保留"))
        self.cancel.clicked.connect(self._on_cancel)
        # No higher than a line of text: the bar would else take a line from the page.
        self.cancel.setFixedHeight(self.fontMetrics().height() + 4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.cancel)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SHOW_AFTER)
        self._wait.timeout.connect(self._appear)
        self.hide()

    def watch(self, handle: JobHandle) -> None:
        """Show a job when its turn comes."""
        self._handles.append(handle)
        handle.started.connect(self._on_started)
        handle.progressed.connect(self._on_progress)
        handle.ended.connect(self._on_ended)

    def _on_started(self) -> None:
        self.bar.setRange(0, 0)
        self._remaining = Remaining(begun=time.monotonic())
        self.text.setText(self._handles[0].title)
        self.cancel.setEnabled(True)
        self._wait.start()

    def _on_progress(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        line = self.tr("{title} {done}/{total}　{text}") if total else self.tr("{title}　{text}")
        line = line.format(title=self._handles[0].title, done=done, total=total, text=text)
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideMiddle, 420)
        self.text.setText(shown + self._rest(self._remaining.left(time.monotonic(), done, total)))

    def _rest(self, seconds: float | None) -> str:
        """How long the job takes yet, as far as that is known."""
        if seconds is None or self._handles[0].cancelling:
            return ""
        minutes, rest = rounded(seconds)
        text = self.tr("，还要约 {minutes} 分钟") if minutes else self.tr("，还要约 {seconds} 秒")
        return text.format(minutes=minutes, seconds=rest)

    def _on_ended(self) -> None:
        # Jobs end in the order in which they were submitted.
        self._handles.pop(0)
        self._wait.stop()
        self.hide()

    def _appear(self) -> None:
        if self._handles:
            self.show()

    def _on_cancel(self) -> None:
        if self._handles:
            self._handles[0].cancel()
            self.cancel.setEnabled(False)
            self.text.setText(self.tr("正在停止…"))
