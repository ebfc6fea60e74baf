"""Choose what to export, in which form and where to, with the result before one's eyes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.exporting.file_names import safe_name
from reader.exporting.formats import Content, ending
from reader.model.annotation import Style
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services.annotate import Selection
from reader.services.export import Wish, formats
from reader.services.templates import TemplateFile
from ui.dialogs.export_choices import ExportChoices
from ui.dialogs.export_form import ExportForm
from ui.dialogs.export_preview import ExportPreview
from ui.i18n import sentence
from ui.jobs.search_worker import SearchWorker
from ui.printing.previews import Preview

MakePreview = Callable[[Selection, Wish, JobContext], Preview]
"""Makes a preview; called in a thread of the dialog's own."""

PREVIEW_AFTER = 120
"""Milliseconds after the last change of a choice."""

BY_ENDING = {ending(name): name for content in Content for name in formats(content)}
"""The formats by the endings of their files."""


class ExportDialog(QDialog):
    """Asks; the window exports.

    Args:
        document: id and title of the open document, or None.
        styles: all colours.
        tags: all tags with counts.
        templates: all there are.
        make_preview: shows what an export will be.
        choices: how the user exported last.
        folder: where to save by default.
        chosen: ids of annotations chosen in a list, to be exported alone.
        documents: ids of documents chosen in a list, the same.
        listed_name: what the documents chosen are called together, such as the issue; for the file's name.
        exchange: begin with the format that colleagues can import.

    Signals:
        wanted: selection, wish, path of the file.
        chose: the choices, to be remembered.
        templatesWanted: open the folder of the user's templates.
    """

    wanted = Signal(object, object, object)
    chose = Signal(object)
    templatesWanted = Signal()

    def __init__(
        self,
        document: tuple[str, str] | None,
        styles: Sequence[Style],
        tags: Sequence[tuple[str, int]],
        templates: Sequence[TemplateFile],
        make_preview: MakePreview,
        choices: ExportChoices,
        folder: Path,
        parent: QWidget | None = None,
        *,
        chosen: Sequence[str] = (),
        documents: Sequence[str] = (),
        listed_name: str = "",
        exchange: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("导出标注"))
        self.resize(1040, 600)
        self._document = document
        self._listed_name = listed_name
        self._make_preview = make_preview
        self._choices = dataclasses.replace(choices, format="jsonld", content="annotations") if exchange else choices
        self._folder = folder
        self._named = False
        self._confirmed: Path | None = None
        self._worker = SearchWorker(self)
        self._asked = Wish()
        self.form = ExportForm(
            document[0] if document else "",
            styles,
            tags,
            templates,
            self._choices,
            chosen,
            self,
            documents=documents,
        )
        self.preview = ExportPreview(self)
        self._build()
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=PREVIEW_AFTER)
        self._later.timeout.connect(self._ask_preview)
        self.form.changed.connect(self._on_changed)
        self.form.templatesWanted.connect(self.templatesWanted)
        self.finished.connect(self._worker.shut_down)
        self._propose()
        self._later.start()

    def show_templates(self, templates: Sequence[TemplateFile]) -> None:
        """The templates there are (now)."""
        self.form.show_templates(templates)
        self._on_changed()

    def _build(self) -> None:
        self.path = QLineEdit(self)
        self.path.setObjectName("exportPath")
        self.path.setAccessibleName(self.tr("保存到"))
        self.path.textEdited.connect(self._on_named)
        self.browse = QPushButton(self.tr("选择(&C)…"), self)
        self.browse.setObjectName("exportBrowse")
        self.browse.clicked.connect(self._on_browse)
        self.number = QLabel(self)
        self.number.setObjectName("exportCount")
        self.buttons = QDialogButtonBox(self)
        self.ok = self.buttons.addButton(self.tr("导出"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setObjectName("exportOk")
        self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(20)
        halves.addLayout(left, 0)
        halves.addWidget(self.preview, 1)
        self.form.setFixedWidth(400)
        target = QHBoxLayout()
        target.setSpacing(10)
        label = QLabel(self.tr("保存到(&S)"), self)
        label.setBuddy(self.path)
        target.addWidget(label)
        target.addWidget(self.path, 1)
        target.addWidget(self.browse)
        below = QHBoxLayout()
        below.addWidget(self.number, 1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addLayout(halves, 1)
        layout.addLayout(target)
        layout.addLayout(below)

    # The preview

    def _on_changed(self) -> None:
        self._propose()
        self._later.start()

    def _ask_preview(self) -> None:
        selection, wish = self.form.selection(), self.form.wish()
        make = self._make_preview
        handle = self._worker.ask(self.tr("正在准备预览"), lambda context: make(selection, wish, context))
        self._asked = wish
        # A bound method: it is forgotten with the dialog, which may be closed before the answer comes.
        handle.succeeded.connect(self._on_made)
        handle.failed.connect(self._on_failed)

    def _on_made(self, made: Preview) -> None:
        self._show_preview(made, self._asked)

    def _show_preview(self, made: Preview, wish: Wish) -> None:
        whole = wish.content is Content.DOCUMENTS
        self.ok.setEnabled(made.total > 0)
        if not made.total:
            none = self.tr("没有符合条件的公文") if whole else self.tr("没有符合条件的标注")
            self.number.setText(none)
            self.preview.show_message(none)
            return
        text = self.tr("将导出 {count} 篇公文") if whole else self.tr("将导出 {count} 条标注")
        self.number.setText(text.format(count=made.total))
        self.preview.show_preview(made, self.tr("版面以 Word 中打开的为准") if wish.format == "docx" else "")

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.number.setText("")
            self.ok.setEnabled(not error.code.startswith("template."))
            self.preview.show_message(sentence(error))
        else:
            # The export itself will meet the same fault, and report it.
            self.preview.show_message(self.tr("这次预览没有做成，可以直接导出。"))

    # The file

    def _propose(self) -> None:
        wanted = ending(self.form.format)
        if not self._named:
            self.path.setText(str(self._folder / (self._proposal() + wanted)))
            return
        path = Path(self.path.text())
        if path.suffix.lower() in BY_ENDING and path.suffix.lower() != wanted:
            self.path.setText(str(path.with_suffix(wanted)))

    def _proposal(self) -> str:
        here = self._document is not None and self.form.here.isChecked()
        whole = self.form.content is Content.DOCUMENTS
        library = self.tr("公报全文") if whole else self.tr("公报标注")
        name = self._document[1] if here and self._document else ""
        if self.form.listed.isChecked():
            name = self._listed_name
        parts = [name or library]
        parts += [str(box.currentData()) for box in (self.form.tag, self.form.style_box) if box.currentData()]
        template = self.form.wish().template
        return safe_name("-".join([*parts, template] if template else parts))

    def _on_named(self) -> None:
        """The format follows the suffix that is typed, where it can be had."""
        self._named = True
        radio = self.form.formats.get(BY_ENDING.get(Path(self.path.text()).suffix.lower(), ""))
        if radio is not None and radio.isEnabled():
            radio.setChecked(True)

    def _completed(self, path: Path) -> Path:
        """A path with the suffix of the format, whatever else is in its name."""
        wanted = ending(self.form.format)
        return path if path.suffix.lower() == wanted else path.with_name(path.name + wanted)

    def _on_browse(self) -> None:
        kind = self.tr("文件 (*{suffix})").format(suffix=ending(self.form.format))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("保存到"), self.path.text(), kind)
        if path:
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
        path = self._completed(path / self._proposal() if path.is_dir() else path)
        if path.exists() and path != self._confirmed and not self._may_replace(path):
            return
        wish = self.form.wish()
        self.chose.emit(
            dataclasses.replace(
                self._choices,
                content=wish.content.value,
                format=wish.format,
                order=wish.order,
                template=wish.template,
                marks=wish.marks,
                sources=wish.sources,
                folder=str(path.parent),
            )
        )
        self.wanted.emit(self.form.selection(), wish, path)
        self.accept()

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("文件“{name}”已经存在，要替换它吗？").format(name=path.name)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("替换文件"), question, parent=self)
        replace = box.addButton(self.tr("替换(&R)"), QMessageBox.ButtonRole.AcceptRole)
        # Enter must not cost a file.
        box.setDefaultButton(box.addButton(self.tr("不替换"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is replace
