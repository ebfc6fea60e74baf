"""A page of the settings: rows of choices that take effect at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.preferences import Preferences

INPUT_WIDTH = 200
"""Pixels: boxes one below the other are of one width where what they hold allows it."""


class SettingsPage(QWidget):
    """Shows some of the preferences.

    Attributes:
        title: what the list of pages calls it.
        names: of the preferences it is about, which can be set back to their defaults; empty for none.

    Signals:
        changed: values by the names of `Preferences`.
    """

    names: Sequence[str] = ()

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(20, 16, 20, 12)
        self.whole.setSpacing(14)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is chosen now."""
        raise NotImplementedError

    def reset(self) -> None:
        """Set what is on the page back to its defaults."""
        usual = Preferences()
        self.changed.emit({name: getattr(usual, name) for name in self.names})

    # Building

    def form(self) -> QFormLayout:
        """A new group of rows."""
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.whole.addLayout(form)
        return form

    def combo(self, name: str, accessible: str, entries: Iterable[tuple[str, object]], preference: str) -> QComboBox:
        """A box whose entry's value is a preference."""
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setMinimumWidth(INPUT_WIDTH)
        for text, value in entries:
            box.addItem(text, value)
        box.activated.connect(lambda _: self.changed.emit({preference: box.currentData()}))
        return box

    def check(self, name: str, text: str, preference: str) -> QCheckBox:
        """A box to tick that is a preference."""
        box = QCheckBox(text, self)
        box.setObjectName(name)
        box.clicked.connect(lambda on: self.changed.emit({preference: bool(on)}))
        return box

    def button(self, name: str, text: str) -> QPushButton:
        """A button."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def note(self, text: str = "") -> QLabel:
        """A sentence in a quiet colour."""
        label = QLabel(text, self)
        label.setWordWrap(True)
        # A form gives a wrapped label more height than it needs: the sentence belongs to what is above it.
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setProperty("muted", True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def noted(self, widget: QWidget, text: str) -> QVBoxLayout:
        """A choice with a sentence about it right below, as one field of a form."""
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note(text))
        return column

    def row(self, *widgets: QWidget) -> QHBoxLayout:
        """Widgets side by side, from the left."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return row


def choose(box: QComboBox, value: object, text: str = "") -> None:
    """Show a value as chosen without saying so; one that is not offered is added as `text`."""
    with QSignalBlocker(box):
        at = box.findData(value)
        if at < 0:
            box.addItem(text or str(value), value)
            at = box.count() - 1
        box.setCurrentIndex(at)
