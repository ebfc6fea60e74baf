"""Go to a clause of the open document, or to a document by its number."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from reader.model.document import DocumentFacts
from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.models import go_to


class Going(QObject):
    """Asks where to, and goes."""

    def __init__(
        self, window: MainWindow, library: Library, reading: Reading, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._reading = reading
        self._messages = messages

    def ask(self) -> None:
        """Ask where to go."""
        dialog = QInputDialog(self._window)
        dialog.setObjectName("goToDialog")
        dialog.setWindowTitle(self.tr("转到"))
        clause = self.tr("条款：82 即第八十二条，3.2.1 即第三条第二款第（一）项")
        number = self.tr("文号：怎么写都行，如 长政发56 2022")
        dialog.setLabelText(f"{clause}\n{number}")
        dialog.setOkButtonText(self.tr("转到"))
        dialog.setCancelButtonText(self.tr("取消"))
        dialog.resize(420, dialog.sizeHint().height())
        dialog.textValueSelected.connect(self.go)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def go(self, typed: str) -> None:
        """Go to what was typed; says so when there is no such place."""
        typed = typed.strip()
        current = self._reading.current
        address = go_to.parse(typed)
        if not typed:
            return
        if address and current is not None:
            block = go_to.find(current.document, address)
            if block is not None:
                self._reading.open(current.facts.id, block.start, block.end)
                return
        found: tuple[DocumentFacts, ...] = () if typed.isdecimal() else catalogue.find_number(self._library, typed)
        if found:
            self._reading.open(found[0].id)
        elif address:
            self._messages.notice(self.tr("这篇公文里没有“{typed}”。").format(typed=typed))
        else:
            self._messages.notice(self.tr("库里没有找到“{typed}”。").format(typed=typed))
