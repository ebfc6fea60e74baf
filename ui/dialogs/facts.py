"""Putting the facts of a document right: title, number, issuers, date, section, kind."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.importing.grammar import dates
from reader.model.document import DocumentFacts

KINDS = (
    "通知", "意见", "决定", "批复", "通报", "公告", "通告", "命令", "办法", "规定", "方案", "规划", "细则", "函",
    "纪要", "人事任免", "大事记", "统计公报",
)  # fmt: skip
"""Kinds to choose from; others can be typed."""


def values_of(facts: DocumentFacts) -> dict[str, str]:
    """The facts as they are typed, by field of `reader.model.correction.FACT_FIELDS`; issuers joined by a tab."""
    return {
        "title": facts.title,
        "number": facts.number.printed.strip() if facts.number else "",
        "issuers": "\t".join(facts.issuers),
        "date": facts.date or "",
        "section": facts.section,
        "kind": facts.kind,
    }


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


class FactsDialog(QDialog):
    """Asks; the window corrects.

    Args:
        facts: of the document.
        sections: those of its issue, to choose from.

    Signals:
        wanted: a dict of the fields that were changed to what is right.
    """

    wanted = Signal(object)

    def __init__(self, facts: DocumentFacts, sections: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factsDialog")
        self.setWindowTitle(self.tr("更正标题、文号等"))
        self.setMinimumWidth(560)
        self._before = values_of(facts)
        self.title = QPlainTextEdit(facts.title, self)
        self.title.setTabChangesFocus(True)
        self.title.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
        self.number = QLineEdit(self._before["number"], self)
        self.number.setPlaceholderText(self.tr("如 云政发〔2025〕7号；没有就留空"))
        self.issuers = QLineEdit("、".join(facts.issuers), self)
        self.issuers.setPlaceholderText(self.tr("几个机关联合发文时用顿号隔开"))
        self.date = QLineEdit(self._before["date"], self)
        self.date.setPlaceholderText(self.tr("如 2025年3月1日 或 2025-3-1；没有就留空"))
        self.section = self._box(sections, facts.section)
        self.kind = self._box(KINDS, facts.kind)
        self.fault = QLabel(self)
        self.fault.setObjectName("factsFault")
        self.fault.setWordWrap(True)
        self.buttons = QDialogButtonBox(self)
        self.ok = self.buttons.addButton(self.tr("更正"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setObjectName("factsOk")
        self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.title.textChanged.connect(self._check)
        for line in (self.number, self.issuers, self.date):
            line.textChanged.connect(self._check)
        for box in (self.section, self.kind):
            box.currentTextChanged.connect(self._check)
        self._check()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        for text, name, widget in (
            (self.tr("标题"), "factsTitle", self.title),
            (self.tr("发文字号"), "factsNumber", self.number),
            (self.tr("发文机关"), "factsIssuers", self.issuers),
            (self.tr("成文日期"), "factsDate", self.date),
            (self.tr("栏目"), "factsSection", self.section),
            (self.tr("文种"), "factsKind", self.kind),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(text)
            form.addRow(text, widget)
        about = QLabel(self.tr("更正会单独记下，原件不变；重新导入时照样有效，随时可以撤回。"), self)
        about.setWordWrap(True)
        about.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(about)
        layout.addWidget(self.fault)
        layout.addWidget(self.buttons)

    def _box(self, choices: Sequence[str], chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(list(dict.fromkeys(choices)))
        box.setEditText(chosen)
        return box

    def changed(self) -> dict[str, str]:
        """The fields that differ from what the document has, with what is right."""
        issuers = (part.strip() for part in self.issuers.text().replace("，", "、").split("、"))
        now = {
            "title": "".join(self.title.toPlainText().split("\n")).strip(),
            "number": self.number.text().strip(),
            "issuers": "\t".join(part for part in issuers if part),
            "date": read_date(self.date.text()) or "",
            "section": self.section.currentText().strip(),
            "kind": self.kind.currentText().strip(),
        }
        return {field: value for field, value in now.items() if value != self._before[field]}

    def _check(self) -> None:
        if not self.title.toPlainText().strip():
            text = self.tr("标题不能是空的。")
        elif read_date(self.date.text()) is None:
            text = self.tr("“{typed}”不是日期。请写成 2025年3月1日 或 2025-3-1。").format(typed=self.date.text())
        else:
            text = ""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.ok.setEnabled(not text and bool(self.changed()))

    def _on_ok(self) -> None:
        self.wanted.emit(self.changed())
        self.accept()
