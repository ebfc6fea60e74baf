"""Text on cards: what is cut ends with an ellipsis."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QApplication

from ui.panels.card_text import lay_out


def test_the_ellipsis_of_a_cut_text_is_not_marked(qapp: QApplication) -> None:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    layout = lay_out("夜" * 200, qapp.font(), 100.0, 2, [(0, 200)], form)
    (marked,) = layout.formats()
    assert layout.text().endswith("…")
    assert marked.start + marked.length == len(layout.text()) - 1
