"""Putting the facts of a document right: title, number, issuers, date, section, kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QWidget

from reader.model.document import DocumentFacts
from ui.dialogs.correction_form import CorrectionForm, read_date

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


class FactsDialog(CorrectionForm):
    """The form for a document; its fields are those of `values_of`.

    Args:
        facts: of the document.
        sections: those of its issue, to choose from.
    """

    def __init__(self, facts: DocumentFacts, sections: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("facts", values_of(facts), parent)
        self.setWindowTitle(self.tr("更正标题、文号等"))
        self.setMinimumWidth(560)
        self.title = QPlainTextEdit(facts.title, self)
        self.title.setTabChangesFocus(True)
        self.title.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
        self.number = self.line("number", self.tr("如 云政发〔2025〕7号；没有就留空"))
        self.issuers = self.line("issuers", self.tr("几个机关联合发文时用顿号隔开"))
        self.issuers.setText("、".join(facts.issuers))
        self.date = self.date_line()
        self.section = self.box("section", sections)
        self.kind = self.box("kind", KINDS)
        self.lay_out(
            QFormLayout(),
            (
                (self.tr("标题(&T)"), "factsTitle", self.title),
                (self.tr("发文字号(&N)"), "factsNumber", self.number),
                (self.tr("发文机关(&I)"), "factsIssuers", self.issuers),
                (self.tr("成文日期(&D)"), "factsDate", self.date),
                (self.tr("栏目(&S)"), "factsSection", self.section),
                (self.tr("文种(&K)"), "factsKind", self.kind),
            ),
            self.tr("更正会单独记下，原件不变；重新导入时照样有效，随时可以撤回。"),
        )
        self.title.textChanged.connect(self.check)
        for line in (self.number, self.issuers, self.date):
            line.textChanged.connect(self.check)
        for box in (self.section, self.kind):
            box.currentTextChanged.connect(self.check)
        self.check()

    def values(self) -> dict[str, str]:
        issuers = (part.strip() for part in self.issuers.text().replace("，", "、").split("、"))
        return {
            "title": "".join(self.title.toPlainText().split("\n")).strip(),
            "number": self.number.text().strip(),
            "issuers": "\t".join(part for part in issuers if part),
            "date": read_date(self.date.text()) or "",
            "section": self.section.currentText().strip(),
            "kind": self.kind.currentText().strip(),
        }

    def wrong(self) -> str:
        if not self.title.toPlainText().strip():
            return self.tr("标题不能是空的。")
        return self.wrong_date(self.date)
