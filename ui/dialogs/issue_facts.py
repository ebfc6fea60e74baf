"""Putting right what an issue says of itself: name, publisher, year, number, date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from reader.model.document import IssueFacts
from ui.dialogs.correction_form import CorrectionForm, read_date

EARLIEST, LATEST = 1600, 2199
"""Years that a gazette may have."""


class IssueFactsDialog(CorrectionForm):
    """The form for an issue; its fields are those of `corrections.set_issue_facts`.

    Args:
        facts: of the issue.
        publishers: those of the library, to choose from.
    """

    def __init__(self, facts: IssueFacts, publishers: Sequence[str], parent: QWidget | None = None) -> None:
        before = {
            "title": facts.title,
            "publisher": facts.publisher or "",
            "year": str(facts.year or ""),
            "number": str(facts.number or ""),
            "total": str(facts.total or ""),
            "date": facts.date or "",
        }
        super().__init__("issueFacts", before, parent)
        self.setWindowTitle(self.tr("更正期次信息"))
        self.setMinimumWidth(520)
        self.title = self.line("title", self.tr("如 云汀市人民政府公报"))
        self.publisher = self.box("publisher", publishers)
        self.year = self.line("year", self.tr("如 2025"))
        self.number = self.line("number", self.tr("这一年的第几期，如 3"))
        self.total = self.line("total", self.tr("没有就留空"))
        self.date = self.date_line()
        form = QFormLayout()
        form.addRow(self.tr("文件"), QLabel(facts.source_name, self))
        self.lay_out(
            form,
            (
                (self.tr("公报名称(&G)"), "issueTitle", self.title),
                (self.tr("公报的机关(&P)"), "issuePublisher", self.publisher),
                (self.tr("年份(&Y)"), "issueYear", self.year),
                (self.tr("期号(&N)"), "issueNumber", self.number),
                (self.tr("总期号(&R)"), "issueTotal", self.total),
                (self.tr("出版日期(&D)"), "issueDate", self.date),
            ),
            self.tr("更正会单独记下，原件不变；重新导入时照样有效，可以撤销。"),
        )
        for line in (self.title, self.year, self.number, self.total, self.date):
            line.textChanged.connect(self.check)
        self.publisher.currentTextChanged.connect(self.check)
        self.check()

    def values(self) -> dict[str, str]:
        return {
            "title": self.title.text().strip(),
            "publisher": self.publisher.currentText().strip(),
            "year": _digits(self.year.text()),
            "number": _digits(self.number.text()),
            "total": _digits(self.total.text()),
            "date": read_date(self.date.text()) or "",
        }

    def wrong(self) -> str:
        if not self.title.text().strip():
            return self.tr("公报名称不能是空的。")
        year = self.year.text().strip()
        if year and not (_digits(year).isdecimal() and EARLIEST <= int(_digits(year)) <= LATEST):
            return self.tr("“{typed}”不是年份。请写成四位数字，如 2025。").format(typed=year)
        for line in (self.number, self.total):
            typed = line.text().strip()
            if typed and not (_digits(typed).isdecimal() and int(_digits(typed)) > 0):
                return self.tr("“{typed}”不是期号。请只写数字，如 3。").format(typed=typed)
        return self.wrong_date(self.date)


def _digits(typed: str) -> str:
    """A number as it is kept: in Arabic digits of ASCII, without what may stand round it (第3期, 2025年)."""
    found = re.fullmatch(r"[^\d\s]?\s*(\d+)\s*[^\d\s]?", typed.strip())
    return str(int(found[1])) if found is not None else typed.strip()
