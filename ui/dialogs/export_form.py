"""The left half of the export dialog: what is exported, how it is arranged, and in which format."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.exporting.formats import Content
from reader.model.annotation import AnchorState, Style
from reader.services.annotate import Selection
from reader.services.export import Wish, formats
from reader.services.templates import TemplateFile
from ui import i18n
from ui.dialogs.export_choices import ExportChoices
from ui.models.spans import Since, span
from ui.models.tag_words import offered
from ui.models.template_words import template_name
from ui.panels.style_swatch import swatch

COLUMNS = 2
"""Of the formats."""


class ExportForm(QWidget):
    """Asks for a `Selection` and a `Wish`.

    Args:
        document: id of the open document, "" for none.
        styles: all colours.
        tags: all tags with counts.
        templates: all there are.
        choices: how the user exported last.
        chosen: ids of annotations chosen in a list, to be exported alone.
        documents: ids of documents chosen in a list, the same.

    Signals:
        changed: something is chosen anew.
        templatesWanted: open the folder of the user's templates.
    """

    changed = Signal()
    templatesWanted = Signal()

    def __init__(
        self,
        document: str,
        styles: Sequence[Style],
        tags: Sequence[tuple[str, int]],
        templates: Sequence[TemplateFile],
        choices: ExportChoices,
        chosen: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        documents: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._templates = tuple(templates)
        self._chosen = tuple(chosen)
        self._listed = tuple(documents)
        self._groups: list[QButtonGroup] = []
        self._build_content(choices)
        self._build_range(styles, tags)
        self._build_formats(choices)
        self._build_template(choices)
        self._lay_out()
        self._adapt()
        for box in (self.tag, self.style_box, self.state, self.since, self.order, self.template):
            box.currentIndexChanged.connect(self._on_changed)
        for group in self._groups:
            group.buttonToggled.connect(lambda _, on: self._on_changed() if on else None)
        self.marks.toggled.connect(self._on_changed)
        self.sources.toggled.connect(self._on_changed)

    # What is chosen

    @property
    def content(self) -> Content:
        """Annotations or whole documents."""
        return Content.DOCUMENTS if self.documents.isChecked() else Content.ANNOTATIONS

    @property
    def format(self) -> str:
        """The format, as `reader.exporting.formats.known` names it."""
        return next(name for name, radio in self.formats.items() if radio.isChecked())

    def selection(self) -> Selection:
        """Which annotations, or which documents."""
        tag, style, states = self.tag.currentData(), self.style_box.currentData(), self.state.currentData()
        first, last = span(Since(str(self.since.currentData())), datetime.date.today())
        return Selection(
            ids=self._chosen if self.listed.isChecked() else (),
            tags=(tag,) if tag else (),
            styles=(style,) if style else (),
            states=tuple(AnchorState(one) for one in states.split()) if states else (),
            document_ids=self._document_ids(),
            since=first,
            until=last,
        )

    def _document_ids(self) -> tuple[str, ...]:
        if self.listed.isChecked():
            return self._listed
        return (self._document,) if self.here.isChecked() and self._document else ()

    def wish(self) -> Wish:
        """How."""
        templated = self.template.isEnabled() and self.template.currentData()
        return Wish(
            self.format,
            self.content,
            str(self.order.currentData()),
            self.marks.isChecked(),
            str(templated) if templated else "",
            self.sources.isChecked(),
            i18n.language(),
        )

    def show_templates(self, templates: Sequence[TemplateFile]) -> None:
        """The templates there are (now)."""
        self._templates = tuple(templates)
        self._fill_templates(str(self.template.currentData() or ""))

    # Building

    def _radio(self, group: QButtonGroup, name: str, text: str) -> QRadioButton:
        radio = QRadioButton(text, self)
        radio.setObjectName(name)
        group.addButton(radio)
        return radio

    def _group(self) -> QButtonGroup:
        group = QButtonGroup(self)
        self._groups.append(group)
        return group

    def _build_content(self, choices: ExportChoices) -> None:
        group = self._group()
        self.annotations = self._radio(group, "exportAnnotations", self.tr("标注和批注(&A)"))
        self.documents = self._radio(group, "exportDocuments", self.tr("公文全文(&D)"))
        self.marks = QCheckBox(self.tr("带标注和批注(&N)"), self)
        self.marks.setObjectName("exportMarks")
        self.marks.setChecked(choices.marks)
        whole = choices.content == Content.DOCUMENTS and not self._chosen
        (self.documents if whole else self.annotations).setChecked(True)

    def _build_range(self, styles: Sequence[Style], tags: Sequence[tuple[str, int]]) -> None:
        group = self._group()
        several = self.tr("选中的 {count} 篇(&I)") if self._listed else self.tr("选中的 {count} 条(&I)")
        count = len(self._listed or self._chosen)
        self.listed = self._radio(group, "exportListed", several.format(count=count))
        self.listed.setVisible(count > 0)
        self.here = self._radio(group, "exportHere", self.tr("当前公文(&O)"))
        self.here.setEnabled(bool(self._document))
        self.everywhere = self._radio(group, "exportEverywhere", "")
        first = self.here if self._document else self.everywhere
        (self.listed if count else first).setChecked(True)
        self.tag = self._box("exportTag", self.tr("标签"), [(self.tr("全部标签"), "")])
        for words, tag in offered(tags):
            self.tag.addItem(words, tag)
        self.style_box = self._box("exportStyle", self.tr("颜色"), [(self.tr("全部颜色"), "")])
        self.style_box.setIconSize(QSize(14, 14))
        for style in styles:
            self.style_box.addItem(swatch(style, 14), style.label, style.name)
        self.state = self._box(
            "exportState",
            self.tr("位置状态"),
            [
                (self.tr("全部"), ""),
                (self.tr("位置确定的"), "exact moved"),
                (self.tr("待确认的"), "uncertain"),
                (self.tr("失去原文的"), "orphan"),
            ],
        )
        self.since = self._box(
            "exportSince",
            self.tr("时间"),
            [
                (self.tr("全部"), Since.EVER),
                (self.tr("今天改动的"), Since.TODAY),
                (self.tr("最近 7 天改动的"), Since.WEEK),
                (self.tr("最近 30 天改动的"), Since.MONTH),
                (self.tr("今年改动的"), Since.YEAR),
            ],
        )

    def _build_formats(self, choices: ExportChoices) -> None:
        group = self._group()
        self.formats = {
            name: self._radio(group, f"export{object_name}", text)
            for name, object_name, text in (
                ("html", "Html", self.tr("网页（.html）(&B)")),
                ("md", "Markdown", self.tr("Markdown（.md）(&K)")),
                ("docx", "Word", self.tr("Word（.docx）(&W)")),
                ("pdf", "Pdf", self.tr("PDF（.pdf）(&F)")),
                ("xlsx", "Excel", self.tr("Excel（.xlsx）(&X)")),
                ("csv", "Csv", self.tr("CSV（.csv）(&V)")),
                ("jsonld", "Exchange", self.tr("W3C 批注（.jsonld）(&3)")),
                ("csl", "Csl", self.tr("文献引用（.json）(&J)")),
            )
        }
        for name, tip in (
            ("docx", self.tr("公文格式：标注为突出显示，批注为 Word 批注")),
            ("pdf", self.tr("版式固定，文字可选可搜，带书签")),
            ("jsonld", self.tr("同事可以导入到自己的邸报")),
            ("csl", self.tr("Zotero 等文献管理软件可以导入")),
        ):
            self.formats[name].setToolTip(tip)
        self.formats[choices.format if choices.format in self.formats else "html"].setChecked(True)

    def _build_template(self, choices: ExportChoices) -> None:
        self.order = self._box(
            "exportOrder",
            self.tr("排列"),
            [
                (self.tr("按正文顺序"), "text"),
                (self.tr("按标签"), "tag"),
                (self.tr("按颜色"), "style"),
                (self.tr("按批注日期"), "date"),
            ],
        )
        self.order.setCurrentIndex(max(self.order.findData(choices.order), 0))
        self.sources = QCheckBox(self.tr("文末列出引用文件(&E)"), self)
        self.sources.setObjectName("exportSources")
        self.sources.setChecked(choices.sources)
        self.template = self._box("exportTemplate", self.tr("模板"), [])
        self.template_help = QPushButton(self.tr("模板说明(&U)…"), self)
        self.template_help.setObjectName("exportTemplateHelp")
        self.template_help.clicked.connect(self.templatesWanted)
        self._fill_templates(choices.template)

    def _box(self, name: str, accessible: str, items: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        for text, data in items:
            box.addItem(text, data)
        return box

    def _fill_templates(self, wanted: str) -> None:
        self.template.blockSignals(True)
        self.template.clear()
        self.template.addItem(self.tr("标准格式"), "")
        for one in self._templates:
            if one.format == self.format:
                own = self.tr("{name}（自己的）").format(name=one.name)
                self.template.addItem(own if one.own else template_name(one.name), one.name)
        self.template.setCurrentIndex(max(self.template.findData(wanted), 0))
        self.template.blockSignals(False)

    def _lay_out(self) -> None:
        # A form sets the label of a field of several lines as if the first were as high as this.
        above = max((self.fontMetrics().height() * 7 // 4 - self.annotations.sizeHint().height()) // 2, 0)
        formats = QGridLayout()
        formats.setContentsMargins(0, above, 0, 0)
        formats.setVerticalSpacing(6)
        formats.setHorizontalSpacing(14)
        for number, radio in enumerate(self.formats.values()):
            formats.addWidget(radio, number // COLUMNS, number % COLUMNS)
        content = QVBoxLayout()
        content.setContentsMargins(0, above, 0, 0)
        content.setSpacing(6)
        content.addLayout(_row(self.annotations, self.documents))
        content.addWidget(self.marks)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(11)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("内容"), content)
        form.addRow(self.tr("范围"), _row(self.listed, self.here, self.everywhere))
        style, since = self._label(self.tr("颜色(&Y)"), self.style_box), self._label(self.tr("时间(&H)"), self.since)
        form.addRow(self._label(self.tr("标签(&T)"), self.tag), _row(self.tag, style, self.style_box, even=True))
        form.addRow(
            self._label(self.tr("位置状态(&P)"), self.state), _row(self.state, since, self.since, even=True)
        )
        form.addRow(self.tr("格式"), formats)
        form.addRow(self._label(self.tr("排列(&R)"), self.order), _row(self.order, self.sources, stretch=False))
        form.addRow(
            self._label(self.tr("模板(&M)"), self.template), _row(self.template, self.template_help, stretch=False)
        )

    def _label(self, text: str, box: QComboBox) -> QLabel:
        """What stands before a box, and leads to it by its letter."""
        label = QLabel(text, self)
        label.setBuddy(box)
        return label

    # Keeping in step

    def _on_changed(self) -> None:
        self._adapt()
        self.changed.emit()

    def _adapt(self) -> None:
        """Offer what fits what is chosen."""
        known = formats(self.content)
        for name, radio in self.formats.items():
            radio.setEnabled(name in known)
        if self.format not in known:
            self.formats["html"].setChecked(True)
        annotations = self.content is Content.ANNOTATIONS
        self.marks.setEnabled(not annotations)
        # Whole documents are those named, or those that hold an annotation.
        self.everywhere.setText(self.tr("整个公报库(&L)") if annotations else self.tr("库中有标注的公文(&L)"))
        self.sources.setEnabled(annotations and self.format in {"docx", "pdf"})
        if self.template.property("format") != self.format:
            self.template.setProperty("format", self.format)
            self._fill_templates(str(self.template.currentData() or ""))
        templated = annotations and self.format in {"md", "html"}
        self.template.setEnabled(templated)
        free = annotations and self.format in {"md", "html", "docx", "pdf"}
        self.order.setEnabled(free and not (templated and self.template.currentData()))


def _row(*widgets: QWidget, stretch: bool = True, even: bool = False) -> QHBoxLayout:
    """Widgets side by side. `stretch`: room is left at the end; else the first takes it. `even`: boxes share it."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for number, widget in enumerate(widgets):
        shared = even and isinstance(widget, QComboBox)
        row.addWidget(widget, int(shared or (not stretch and number == 0)))
        if shared:
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    if stretch and not even:
        row.addStretch(1)
    return row
