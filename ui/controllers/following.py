"""What follows the reading, whichever tab or side has the focus: outline, tree, annotations, title; and where links,
outline and neighbours lead."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from reader.model.document import Reference
from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.annotating import Annotating
from ui.controllers.marking import Marking
from ui.controllers.reading import Opened, Reading, Where
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow


class Following(QObject):
    """Joins `Reading` with the widgets around the document."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        reading: Reading,
        annotating: Annotating,
        marking: Marking,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._reading = reading
        self._annotating = annotating
        self._marking = marking
        self._messages = messages
        voice, outline = window.voice, window.side.outline
        reading.opened.connect(self._on_opened)
        reading.closed.connect(self._on_closed)
        reading.placed.connect(lambda offset, end: window.pane.view.goto(offset, end))
        reading.historyChanged.connect(self._on_history)
        reading.failed.connect(messages.tell)
        voice.offsetChanged.connect(reading.moved)
        voice.offsetChanged.connect(outline.follow)
        voice.linkActivated.connect(self._on_link)
        window.library.documentChosen.connect(reading.open)
        outline.placeChosen.connect(self._on_outline)
        window.closing.connect(window.side.annotations.editor.flush)
        self._on_history()

    def name_window(self) -> None:
        """Let the window's title say what is read."""
        current = self._reading.current
        if current is None:
            self._window.setWindowTitle(self.tr("邸报"))
        else:
            self._window.setWindowTitle(self.tr("{title} - 邸报").format(title=current.facts.title))

    def open_neighbour(self, step: int) -> None:
        """Open the document before (-1) or after (1) the open one in the tree; nothing at its ends."""
        document_id = self._window.library.neighbour(step)
        if document_id:
            self._reading.open(document_id)

    def _on_opened(self, opened: Opened, offset: int | None) -> None:
        window = self._window
        window.side.outline.show_document(opened.document)
        window.side.outline.follow(offset or 0)
        window.library.show_document(opened.facts.id)
        self.name_window()
        self._marking.show_document(opened, self._annotating.of_document(opened.facts.id))

    def _on_closed(self) -> None:
        self._window.side.outline.show_document(None)
        self._window.library.show_document("")
        self.name_window()
        self._marking.show_nothing()

    def _on_outline(self, offset: int) -> None:
        current = self._reading.current
        if current is not None:
            self._reading.open(current.facts.id, offset)

    def _on_history(self) -> None:
        self._window.actions_["back"].setEnabled(self._reading.can_go_back)
        self._window.actions_["forward"].setEnabled(self._reading.can_go_forward)

    def _on_link(self, reference: Reference, held: Qt.KeyboardModifier) -> None:
        """Ctrl opens in a tab of its own, Alt on the other side."""
        if not reference.key:
            return
        found = catalogue.editions(self._library, reference.key)
        if found:
            where = Where.TAB if held & Qt.KeyboardModifier.ControlModifier else Where.HERE
            if held & Qt.KeyboardModifier.AltModifier:
                where = Where.BESIDE
            self._reading.open(found[0].id, where=where)
        else:
            self._messages.notice(self.tr("本库未收 {number}").format(number=reference.key))
