"""What the forms that put facts right have in common: a fault told while typing, and only what changed is taken."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.importing.grammar import dates
from ui.actions import plain


def read_date(typed: str) -> str | None:
    """A date typed as 2025-3-1, 2025.3.1 or 2025年3月1日 in ISO form; "" for none, None where it is no date."""
    typed = "".join(typed.split())
    if not typed:
        return ""
    found = dates.alone(typed)
    if found is not None:
        return found
    parts = typed.replace(".", "-").replace("/", "-").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    try:
        return datetime.date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return None


class CorrectionForm(QDialog):
    """Asks; the window corrects. A kind of form makes its fields, calls `lay_out`, tells `values` and what is `wrong`.

    Args:
        name: object name of the dialog; its other parts are named after it.
        before: the values as they are, by field.

    Signals:
        wanted: a dict of the fields that were changed to what is right.
    """

    wanted = Signal(object)

    def __init__(self, name: str, before: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Dialog")
        self.before = before
        self._layout = QVBoxLayout(self)
        self.fault = QLabel(self)
        self.fault.setObjectName(f"{name}Fault")
        self.fault.setWordWrap(True)
        self.ok = QPushButton(self.tr("更正"), self)
        self.ok.setObjectName(f"{name}Ok")

    def values(self) -> dict[str, str]:
        """What the fields hold now, as it would be kept."""
        raise NotImplementedError

    def wrong(self) -> str:
        """What is wrong with the fields, as a sentence; "" when nothing is."""
        raise NotImplementedError

    def changed(self) -> dict[str, str]:
        """The fields that differ from what they were, with what is right."""
        return {field: value for field, value in self.values().items() if value != self.before[field]}

    def line(self, field: str, hint: str = "") -> QLineEdit:
        """A line for a field, which holds its value as it was."""
        made = QLineEdit(self.before[field], self)
        made.setPlaceholderText(hint)
        return made

    def date_line(self) -> QLineEdit:
        """A line for the field `date`."""
        return self.line("date", self.tr("如 2025年3月1日 或 2025-3-1；没有就留空"))

    def box(self, field: str, choices: Sequence[str]) -> QComboBox:
        """A box to choose or type a field's value in."""
        made = QComboBox(self)
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.addItems(list(dict.fromkeys(choices)))
        made.setEditText(self.before[field])
        return made

    def lay_out(self, form: QFormLayout, rows: Sequence[tuple[str, str, QWidget]], about: str) -> None:
        """Put label and field, row by row, under what `form` holds already; `about` stands below.

        Args:
            rows: label, object name and field of each.
        """
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        for text, name, widget in rows:
            widget.setObjectName(name)
            widget.setAccessibleName(plain(text))
            form.addRow(text, widget)
        words = QLabel(about, self)
        words.setWordWrap(True)
        words.setProperty("muted", True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_ok)
        buttons.rejected.connect(self.reject)
        self._layout.setContentsMargins(20, 18, 20, 14)
        self._layout.setSpacing(12)
        self._layout.addLayout(form)
        self._layout.addWidget(words)
        self._layout.addWidget(self.fault)
        self._layout.addWidget(buttons)

    def check(self) -> None:
        """Tell what is wrong, and let only what is right and changed be taken."""
        text = self.wrong()
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        needed = self._layout.totalHeightForWidth(self.width())
        if self.isVisible() and needed > self.height():
            self.resize(self.width(), needed)
        self.ok.setEnabled(not text and bool(self.changed()))

    def wrong_date(self, line: QLineEdit) -> str:
        """What is wrong with a date typed; "" when nothing is."""
        if read_date(line.text()) is not None:
            return ""
        return self.tr("“{typed}”不是日期。请写成 2025年3月1日 或 2025-3-1。").format(typed=line.text())

    def _on_ok(self) -> None:
        self.wanted.emit(self.changed())
        self.accept()
