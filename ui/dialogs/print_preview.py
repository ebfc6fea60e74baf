"""The pages of a document as they will be printed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QGraphicsView, QLineEdit, QToolBar, QWidget, QWidgetAction

from ui.printing.pages import Pages
from ui.printing.printer import new_printer, print_pages
from ui.theme import icon

PICTURES = (
    "fit-width", "fit-page", "zoom-out", "zoom-in", "portrait", "landscape", "first", "left", "right", "last",
    "page-one", "page-two", "page-four", "page-setup", "print",
)  # fmt: skip
"""The icons of Qt's own actions, in the order of its bar."""


class PrintPreview(QPrintPreviewDialog):
    """Qt's preview with a switch for what the user marked and noted.

    Args:
        pages: to show.
        title: of the print job.
        marks: whether the pages were made with marks.

    Signals:
        marksChosen: show the document anew, with marks or without; this dialog closes.
    """

    marksChosen = Signal(bool)

    def __init__(self, pages: Pages, title: str, marks: bool, parent: QWidget | None = None) -> None:
        self._printer = new_printer(title)
        super().__init__(self._printer, parent)
        self.setObjectName("printPreview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("打印预览"))
        self.resize(1120, 680)
        self._pages = pages
        self.marks = QAction(self.tr("带标注和批注"), self)
        self.marks.setObjectName("printMarks")
        self.marks.setCheckable(True)
        self.marks.setChecked(marks)
        self.marks.toggled.connect(self._on_marks)
        bar = self.findChild(QToolBar)
        if bar is not None:
            self._draw_alike(bar)
            bar.addSeparator()
            bar.addAction(self.marks)
        self.paintRequested.connect(self._paint)
        self._name_parts()

    def _draw_alike(self, bar: QToolBar) -> None:
        """Pictures like those of the rest of the window, in the colours of the theme, instead of Qt's."""
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        own = [one for one in bar.actions() if not one.isSeparator() and not isinstance(one, QWidgetAction)]
        for action, picture in zip(own, PICTURES, strict=True):
            action.setIcon(icon(picture))

    def _name_parts(self) -> None:
        """Qt names none of its parts for those who cannot see them."""
        parts: tuple[tuple[type[QWidget], str], ...] = (
            (QComboBox, self.tr("缩放")), (QLineEdit, self.tr("页码")), (QGraphicsView, self.tr("页面")),
        )  # fmt: skip
        for kind, name in parts:
            for part in self.findChildren(kind):
                above = part.parentWidget()
                part.setAccessibleName(above.accessibleName() if isinstance(above, QComboBox) else name)

    def _paint(self, printer: QPrinter) -> None:
        print_pages(printer, self._pages)

    def _on_marks(self, marks: bool) -> None:
        self.accept()
        self.marksChosen.emit(marks)
