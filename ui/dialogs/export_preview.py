"""The right half of the export dialog: what the file will look like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.printing.previews import Preview

COLUMN = 130
"""Pixels of a column of a previewed table, at first."""
LONGEST_CELL = 200
PAGE_MARGIN = 20
"""Pixels around a previewed page of HTML."""
MARGINS = 60
"""Pixels left and right of a previewed sheet of paper, the scroll bar's included."""


class ExportPreview(QWidget):
    """Shows a `Preview`, or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportPreview")
        self.caption = QLabel(self)
        self.caption.setObjectName("exportPreviewCaption")
        self.caption.setProperty("muted", True)
        self.page = QTextBrowser(self)
        self.page.setObjectName("exportPreviewPage")
        self.page.setOpenLinks(False)
        # Paper is white in every theme, and the pages say so themselves.
        self.page.setStyleSheet("QTextBrowser { background: #ffffff; color: #222222; }")
        # Qt draws no borders of blocks, by which a browser sets quotes apart.
        self.page.document().setDefaultStyleSheet("blockquote p { background-color: #f4f1ea; }")
        self.source = QPlainTextEdit(self)
        self.source.setObjectName("exportPreviewSource")
        self.source.setReadOnly(True)
        self.source.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.table = QTableWidget(self)
        self.table.setObjectName("exportPreviewTable")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.pages = QWidget(self)
        self._sheets = QVBoxLayout(self.pages)
        self._sheets.setSpacing(12)
        self.paper = QScrollArea(self)
        self.paper.setObjectName("exportPreviewPages")
        self.paper.setWidget(self.pages)
        self.paper.setWidgetResizable(True)
        self.message = QLabel(self)
        self.message.setObjectName("exportPreviewMessage")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(24, 24, 24, 24)
        self._stack = QStackedWidget(self)
        for widget, name in (
            (self.page, self.tr("预览")),
            (self.source, self.tr("预览")),
            (self.table, self.tr("预览表格")),
            (self.paper, self.tr("预览页面")),
            (self.message, self.tr("预览")),
        ):
            widget.setAccessibleName(name)
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.caption)
        self.show_message(self.tr("正在准备预览…"))

    def show_message(self, text: str) -> None:
        """Say something instead of a preview."""
        self.message.setText(text)
        self._stack.setCurrentWidget(self.message)
        self.caption.setText("")

    def show_preview(self, made: Preview, remark: str = "") -> None:
        """Show the beginning of an export.

        Args:
            remark: stands below, with how much is shown.
        """
        if made.pages:
            self._show_pages(made)
        elif made.rows:
            self._show_rows(made)
        elif made.html:
            self.page.setHtml(made.html)
            self.page.document().setDocumentMargin(PAGE_MARGIN)
            self._stack.setCurrentWidget(self.page)
        else:
            self.source.setPlainText(made.text)
            self._stack.setCurrentWidget(self.source)
        parts = [remark] if remark else []
        if made.shown < made.total:
            parts.append(self.tr("只预览前 {shown} 项，共 {total} 项").format(shown=made.shown, total=made.total))
        self.caption.setText("　".join(parts))

    @property
    def shown(self) -> QWidget:
        """The widget that is seen."""
        return self._stack.currentWidget()

    def _show_pages(self, made: Preview) -> None:
        while (item := self._sheets.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        width = max(self._stack.width() - MARGINS, 200)
        for image in made.pages:
            sheet = QLabel(self.pages)
            sheet.setPixmap(
                QPixmap.fromImage(image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
            )
            sheet.setStyleSheet("border: 1px solid #999999;")
            self._sheets.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheets.addStretch(1)
        self._stack.setCurrentWidget(self.paper)

    def _show_rows(self, made: Preview) -> None:
        head, *rows = made.rows
        self.table.clear()
        self.table.setColumnCount(len(head))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(head))
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                self.table.setItem(number, column, QTableWidgetItem(" ".join(cell.split())[:LONGEST_CELL]))
        for column in range(len(head)):
            self.table.setColumnWidth(column, COLUMN)
        self._stack.setCurrentWidget(self.table)
