"""Text on cards: what is cut ends with an ellipsis."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize("width", range(40, 300, 3))
def test_a_cut_text_always_ends_with_the_ellipsis_on_a_line_that_is_there(qapp: QApplication, width: int) -> None:
    text = "云政办发〔2022〕42号 · 2022年9月1日 · 《云汀市人民政府公报》2022年第5期（总第17期）"
    layout = lay_out(text, qapp.font(), float(width), 1)
    line = layout.lineAt(layout.lineCount() - 1)
    assert layout.text() == text or layout.text().endswith("…")
    assert line.textStart() + line.textLength() == len(layout.text())
