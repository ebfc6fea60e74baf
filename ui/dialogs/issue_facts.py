"""Putting right what an issue says of itself: name, publisher, year, number, date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.model.document import IssueFacts
from ui.dialogs.facts import read_date

EARLIEST, LATEST = 1600, 2199
"""Years that a gazette may have."""


class IssueFactsDialog(QDialog):
    """Asks; the window corrects.

    Args:
        facts: of the issue.
        publishers: those of the library, to choose from.

    Signals:
        wanted: a dict of the fields that were changed to what is right, as `corrections.set_issue_facts` has them.
    """

    wanted = Signal(object)

    def __init__(self, facts: IssueFacts, publishers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("issueFactsDialog")
        self.setWindowTitle(self.tr("更正期次信息"))
        self.setMinimumWidth(520)
        self._before = {
            "title": facts.title,
            "publisher": facts.publisher or "",
            "year": str(facts.year or ""),
            "number": str(facts.number or ""),
            "total": str(facts.total or ""),
            "date": facts.date or "",
        }
        self.title = QLineEdit(facts.title, self)
        self.title.setPlaceholderText(self.tr("如 云汀市人民政府公报"))
        self.publisher = QComboBox(self)
        self.publisher.setEditable(True)
        self.publisher.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.publisher.addItems(list(dict.fromkeys(publishers)))
        self.publisher.setEditText(facts.publisher or "")
        self.year = QLineEdit(self._before["year"], self)
        self.year.setPlaceholderText(self.tr("如 2025"))
        self.number = QLineEdit(self._before["number"], self)
        self.number.setPlaceholderText(self.tr("这一年的第几期，如 3"))
        self.total = QLineEdit(self._before["total"], self)
        self.total.setPlaceholderText(self.tr("没有就留空"))
        self.date = QLineEdit(self._before["date"], self)
        self.date.setPlaceholderText(self.tr("如 2025年3月1日 或 2025-3-1；没有就留空"))
        self.fault = QLabel(self)
        self.fault.setObjectName("issueFactsFault")
        self.fault.setWordWrap(True)
        self.buttons = QDialogButtonBox(self)
        self.ok = self.buttons.addButton(self.tr("更正"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setObjectName("issueFactsOk")
        self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(facts.source_name)
        for line in (self.title, self.year, self.number, self.total, self.date):
            line.textChanged.connect(self._check)
        self.publisher.currentTextChanged.connect(self._check)
        self._check()

    def _lay_out(self, source_name: str) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("文件"), QLabel(source_name, self))
        for text, name, widget in (
            (self.tr("公报名称"), "issueTitle", self.title),
            (self.tr("公报的机关"), "issuePublisher", self.publisher),
            (self.tr("年份"), "issueYear", self.year),
            (self.tr("期号"), "issueNumber", self.number),
            (self.tr("总期号"), "issueTotal", self.total),
            (self.tr("出版日期"), "issueDate", self.date),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(text)
            form.addRow(text, widget)
        about = QLabel(self.tr("更正会单独记下，原件不变；重新导入时照样有效，可以撤销。"), self)
        about.setWordWrap(True)
        about.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(about)
        layout.addWidget(self.fault)
        layout.addWidget(self.buttons)

    def changed(self) -> dict[str, str]:
        """The fields that differ from what the issue has, with what is right."""
        now = {
            "title": self.title.text().strip(),
            "publisher": self.publisher.currentText().strip(),
            "year": _digits(self.year.text()),
            "number": _digits(self.number.text()),
            "total": _digits(self.total.text()),
            "date": read_date(self.date.text()) or "",
        }
        return {field: value for field, value in now.items() if value != self._before[field]}

    def _check(self) -> None:
        text = self._wrong()
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.ok.setEnabled(not text and bool(self.changed()))

    def _wrong(self) -> str:
        if not self.title.text().strip():
            return self.tr("公报名称不能是空的。")
        year = self.year.text().strip()
        if year and not (_digits(year).isdecimal() and EARLIEST <= int(_digits(year)) <= LATEST):
            return self.tr("“{typed}”不是年份。请写成四位数字，如 2025。").format(typed=year)
        for line in (self.number, self.total):
            typed = line.text().strip()
            if typed and not (_digits(typed).isdecimal() and int(_digits(typed)) > 0):
                return self.tr("“{typed}”不是期号。请只写数字，如 3。").format(typed=typed)
        if read_date(self.date.text()) is None:
            return self.tr("“{typed}”不是日期。请写成 2025年3月1日 或 2025-3-1。").format(typed=self.date.text())
        return ""

    def _on_ok(self) -> None:
        self.wanted.emit(self.changed())
        self.accept()


def _digits(typed: str) -> str:
    """A number as it is kept: in Arabic digits of ASCII, without what may stand round it (第3期, 2025年)."""
    found = re.fullmatch(r"[^\d\s]?\s*(\d+)\s*[^\d\s]?", typed.strip())
    return str(int(found[1])) if found is not None else typed.strip()
