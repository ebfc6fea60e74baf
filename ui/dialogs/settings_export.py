"""Settings of handing on: the format of exports, the form of citations, the name on annotations."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from reader.exporting.citation_forms import CitationForm
from ui.dialogs.settings_page import INPUT_WIDTH, SettingsPage, choose
from ui.preferences import Preferences

LONGEST_NAME = 60


class ExportPage(SettingsPage):
    """What others get to see.

    Signals:
        formatChosen: another one.
    """

    names = ("author", "citation")

    formatChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("导出和引用")
        self.author = QLineEdit(self)
        self.author.setObjectName("settingsAuthor")
        self.author.setAccessibleName(self.tr("姓名"))
        self.author.setFixedWidth(280)
        self.author.setMaxLength(LONGEST_NAME)
        self.author.editingFinished.connect(self._on_author)
        self.format = QComboBox(self)
        self.format.setObjectName("settingsFormat")
        self.format.setAccessibleName(self.tr("导出格式"))
        self.format.setMinimumWidth(INPUT_WIDTH)
        for text, value in (
            (self.tr("网页（.html）"), "html"),
            (self.tr("Markdown（.md）"), "md"),
            (self.tr("Word（.docx）"), "docx"),
            (self.tr("PDF（.pdf）"), "pdf"),
            (self.tr("Excel（.xlsx）"), "xlsx"),
            (self.tr("CSV（.csv）"), "csv"),
            (self.tr("W3C 批注（.jsonld）"), "jsonld"),
            (self.tr("文献引用（.csl）"), "csl"),
        ):
            self.format.addItem(text, value)
        self.format.activated.connect(lambda _: self.formatChosen.emit(self.format.currentData()))
        self.citation = self.combo(
            "settingsCitation",
            self.tr("复制时附的出处"),
            (
                (self.tr("公文格式：《办法》（文号）第几条"), CitationForm.OFFICIAL.value),
                (self.tr("公文格式，并附公报期次"), CitationForm.SOURCE.value),
                (self.tr("简称：文号和条款"), CitationForm.SHORT.value),
                (self.tr("参考文献（GB/T 7714）"), CitationForm.GBT7714.value),
            ),
            "citation",
        )
        form = self.form()
        form.setVerticalSpacing(20)
        for text, field, note in (
            (self.tr("姓名(&N)"), self.author, self.tr("写在新标注上，交给同事时看得出是谁写的。")),
            (self.tr("导出格式(&E)"), self.format, self.tr("导出时先选这一种；每次导出后改为上次用的。")),
            (
                self.tr("复制时附的出处(&C)"),
                self.citation,
                self.tr("用于“连同出处复制”。其他写法在 编辑 → 复制出处。"),
            ),
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            form.addRow(label, self.noted(field, note))
        self.whole.addStretch(1)

    def show_preferences(self, preferences: Preferences) -> None:
        if not self.author.hasFocus():
            self.author.setText(preferences.author)
        choose(self.citation, preferences.citation)

    def show_format(self, name: str) -> None:
        """With which format an export begins."""
        choose(self.format, name)

    def reset(self) -> None:
        self.author.clear()
        super().reset()

    def _on_author(self) -> None:
        self.changed.emit({"author": " ".join(self.author.text().split())})
