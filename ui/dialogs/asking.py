"""Asking for a few words: a name, a tag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QInputDialog, QLineEdit, QPushButton, QWidget

from ui.i18n import translate

WIDTH = 320
"""Pixels of the line to type in: a name is longer than the question."""


def question(
    parent: QWidget,
    name: str,
    title: str,
    label: str,
    yes: str,
    *,
    text: str = "",
    choices: Sequence[str] = (),
    free: bool = False,
) -> QInputDialog:
    """A dialog that asks; to be connected by `textValueSelected` and opened. It deletes itself when it is closed.

    Args:
        name: object name.
        title: of the window.
        label: what is asked for.
        yes: what the button that agrees says.
        text: what stands there first.
        choices: to choose from instead of typing.
        free: whether something else than the choices can be typed.
    """
    dialog = QInputDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setOkButtonText(yes)
    dialog.setCancelButtonText(translate("Asking", "取消"))
    if choices:
        dialog.setComboBoxEditable(free)
        dialog.setComboBoxItems(list(choices))
    else:
        dialog.setTextValue(text)
    line: QWidget | None = dialog.findChild(QComboBox if choices else QLineEdit)
    if line is not None:
        line.setMinimumWidth(WIDTH)
        for part in (line, *line.findChildren(QLineEdit)):
            part.setAccessibleName(label)
        # Qt makes its box after the buttons, and the Tab key would go the same way.
        for button in dialog.findChildren(QPushButton):
            QWidget.setTabOrder(line, button)
            line = button
    dialog.finished.connect(dialog.deleteLater)
    return dialog
