"""Choose which annotations to export, in which form, and where to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import Style
from reader.services.annotate import Selection
from ui.panels.style_swatch import swatch

FORBIDDEN = '\\/:*?"<>|'
LONGEST_NAME = 80
SUFFIXES = (".md", ".html", ".docx", ".xlsx", ".csv", ".jsonld", ".csl")


def safe_name(text: str) -> str:
    """A file's name made of a text: what Windows forbids becomes _, and it is not too long."""
    name = "".join("_" if c in FORBIDDEN or ord(c) < 32 else c for c in " ".join(text.split()))
    return name[:LONGEST_NAME].strip(" .") or "_"


class ExportDialog(QDialog):
    """Asks; the window exports.

    Args:
        document: id and title of the open document, or None.
        styles: all colours.
        tags: all tags with counts.
        count: tells how many annotations a selection holds.
        folder: where to save by default.
        chosen: ids of annotations chosen in a list, to be exported alone.
        exchange: begin with the format that colleagues can import.

    Signals:
        wanted: selection, format (one of `reader.services.export.formats()`), path of the file.
    """

    wanted = Signal(object, str, object)

    def __init__(
        self,
        document: tuple[str, str] | None,
        styles: Sequence[Style],
        tags: Sequence[tuple[str, int]],
        count: Callable[[Selection], int],
        folder: Path,
        parent: QWidget | None = None,
        *,
        chosen: Sequence[str] = (),
        exchange: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("导出标注"))
        self.setMinimumWidth(560)
        self._document = document
        self._count = count
        self._folder = folder
        self._chosen = tuple(chosen)
        self._named = False
        self._confirmed: Path | None = None
        self._build(styles, tags)
        self._lay_out()
        if exchange:
            self.other.setChecked(True)
            self.other_box.setCurrentIndex(self.other_box.findData("jsonld"))
        self._refresh()

    def _build(self, styles: Sequence[Style], tags: Sequence[tuple[str, int]]) -> None:
        self.here = QRadioButton(self.tr("当前公文"), self)
        self.here.setObjectName("exportHere")
        self.here.setEnabled(self._document is not None)
        self.everywhere = QRadioButton(self.tr("整个公报库"), self)
        self.everywhere.setObjectName("exportEverywhere")
        self.listed = QRadioButton(self.tr("选中的 {count} 条标注").format(count=len(self._chosen)), self)
        self.listed.setObjectName("exportListed")
        self.listed.setVisible(bool(self._chosen))
        first = self.here if self._document is not None else self.everywhere
        (self.listed if self._chosen else first).setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.listed)
        group.addButton(self.here)
        group.addButton(self.everywhere)
        self.tag = QComboBox(self)
        self.tag.setObjectName("exportTag")
        self.tag.addItem(self.tr("全部标签"), "")
        for tag, number in tags:
            self.tag.addItem(self.tr("{tag}（{count}）").format(tag=tag, count=number), tag)
        self.style_box = QComboBox(self)
        self.markdown = QRadioButton(self.tr("Markdown（.md）"), self)
        self.markdown.setObjectName("exportMarkdown")
        self.html = QRadioButton(self.tr("网页（.html），可直接打开和打印"), self)
        self.html.setObjectName("exportHtml")
        self.html.setChecked(True)
        self.other = QRadioButton(self.tr("其他："), self)
        self.other.setObjectName("exportOther")
        self.other_box = QComboBox(self)
        self.other_box.setObjectName("exportOtherFormat")
        self.other_box.setAccessibleName(self.tr("其他格式"))
        for text, name in (
            (self.tr("Word 文档（.docx），公文格式"), "docx"),
            (self.tr("Excel 表格（.xlsx）"), "xlsx"),
            (self.tr("CSV 表格（.csv）"), "csv"),
            (self.tr("W3C 批注（.jsonld），同事可以导入"), "jsonld"),
            (self.tr("文献引用（.csl），给文献管理软件"), "csl"),
        ):
            self.other_box.addItem(text, name)
        formats = QButtonGroup(self)
        for radio in (self.markdown, self.html, self.other):
            formats.addButton(radio)
        self.other_box.activated.connect(lambda _: self.other.setChecked(True))
        self.path = QLineEdit(self)
        self.path.setObjectName("exportPath")
        self.path.setAccessibleName(self.tr("保存到"))
        self.browse = QPushButton(self.tr("选择…"), self)
        self.browse.setObjectName("exportBrowse")
        self.number = QLabel(self)
        self.number.setObjectName("exportCount")
        for style in styles:
            self.style_box.addItem(swatch(style, 14), style.label, style.name)
        self.style_box.insertItem(0, self.tr("全部颜色"), "")
        self.style_box.setCurrentIndex(0)
        self.style_box.setObjectName("exportStyle")
        self.style_box.setIconSize(QSize(14, 14))
        self.buttons = QDialogButtonBox(self)
        self.ok = self.buttons.addButton(self.tr("导出"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setObjectName("exportOk")
        self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)
        for radio in (self.here, self.everywhere, self.listed, self.markdown, self.html, self.other):
            radio.toggled.connect(self._refresh)
        for box in (self.tag, self.style_box, self.other_box):
            box.currentIndexChanged.connect(self._refresh)
        self.path.textEdited.connect(self._on_named)
        self.browse.clicked.connect(self._on_browse)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("范围"), self._row(self.listed, self.here, self.everywhere))
        form.addRow(self.tr("标签"), self.tag)
        form.addRow(self.tr("颜色"), self.style_box)
        form.addRow(self.tr("格式"), self._row(self.html, self.markdown))
        form.addRow("", self._row(self.other, self.other_box))
        form.addRow(self.tr("保存到"), self._row(self.path, self.browse, stretch=False))
        below = QHBoxLayout()
        below.addWidget(self.number, 1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addLayout(below)

    def _row(self, *widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in widgets:
            row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        return row

    def selection(self) -> Selection:
        """What is chosen."""
        tag, style = self.tag.currentData(), self.style_box.currentData()
        here = self.here.isChecked() and self._document is not None
        return Selection(
            ids=self._chosen if self.listed.isChecked() else (),
            tags=(tag,) if tag else (),
            styles=(style,) if style else (),
            document_ids=(self._document[0],) if here and self._document is not None else (),
        )

    @property
    def format(self) -> str:
        """The format chosen, which is the file's suffix too."""
        if self.other.isChecked():
            return str(self.other_box.currentData())
        return "html" if self.html.isChecked() else "md"

    def _refresh(self) -> None:
        number = self._count(self.selection())
        text = self.tr("将导出 {count} 条标注") if number else self.tr("没有符合条件的标注")
        self.number.setText(text.format(count=number))
        self.ok.setEnabled(number > 0)
        if self._named:
            path = Path(self.path.text())
            if path.suffix.lower() in SUFFIXES and path.suffix.lower() != f".{self.format}":
                self.path.setText(str(path.with_suffix(f".{self.format}")))
        else:
            self.path.setText(str(self._folder / f"{self._proposal()}.{self.format}"))

    def _proposal(self) -> str:
        parts = [self._document[1] if self.selection().document_ids and self._document else self.tr("公报标注")]
        parts += [str(box.currentData()) for box in (self.tag, self.style_box) if box.currentData()]
        return safe_name("-".join(parts))

    def _on_named(self) -> None:
        self._named = True
        self._follow(Path(self.path.text()).suffix.lower())

    def _follow(self, suffix: str) -> None:
        """Choose the format a file's suffix promises."""
        if suffix not in SUFFIXES or suffix == f".{self.format}":
            return
        if suffix == ".md":
            self.markdown.setChecked(True)
        elif suffix == ".html":
            self.html.setChecked(True)
        else:
            # First which one, then that it is another: the name must not be changed on the way.
            with QSignalBlocker(self.other_box):
                self.other_box.setCurrentIndex(self.other_box.findData(suffix.removeprefix(".")))
            self.other.setChecked(True)
            self._refresh()

    def _completed(self, path: Path) -> Path:
        """The path with the suffix of the format, where it has none that is a format's."""
        return path if path.suffix.lower() == f".{self.format}" else path.with_name(f"{path.name}.{self.format}")

    def _on_browse(self) -> None:
        kind = self.tr("文件 (*.{suffix})").format(suffix=self.format)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("保存到"), self.path.text(), kind)
        if path:
            self._named = True
            self.path.setText(path)
            self._on_named()
            self.path.setText(str(self._completed(Path(path))))
            self._confirmed = Path(path)

    def _on_ok(self) -> None:
        text = self.path.text().strip()
        if not text:
            self._on_browse()
            return
        path = Path(text).expanduser()
        path = path / f"{self._proposal()}.{self.format}" if path.is_dir() else self._completed(path)
        if path.exists() and path != self._confirmed and not self._may_replace(path):
            return
        self.wanted.emit(self.selection(), self.format, path)
        self.accept()

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("文件“{name}”已经存在，要替换它吗？").format(name=path.name)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("替换文件"), question, parent=self)
        replace = box.addButton(self.tr("替换"), QMessageBox.ButtonRole.AcceptRole)
        # Enter must not cost a file.
        box.setDefaultButton(box.addButton(self.tr("不替换"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is replace
