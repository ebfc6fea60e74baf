"""Says over the whole window that files may be let go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import current


class DropOverlay(QLabel):
    """Hidden until files are held over the window; takes no mouse events."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("dropOverlay")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setText(self.tr("松开鼠标，导入这些公报"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Cover the window."""
        theme = current()
        self.setStyleSheet(
            f"background: {theme.accent_soft}; color: {theme.accent_ink}; border: 3px dashed {theme.accent};"
            " border-radius: 10px; font-size: 24px;"
        )
        self.setGeometry(self._window.rect().adjusted(12, 12, -12, -12))
        self.raise_()
        self.show()


class DropThrough(QObject):
    """Lets files that are dropped on a line of text, which would write their names into it, fall through to the window.

    Args:
        window: has the methods of `QWidget` for what is dragged over it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def guard(self, root: QWidget) -> None:
        """Guard all that takes drops in a part of the window."""
        for widget in root.findChildren(QWidget):
            if widget.acceptDrops():
                widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QDropEvent) and local_paths(event):
            if isinstance(event, QDragEnterEvent):
                self._window.dragEnterEvent(event)
            elif kind == QEvent.Type.Drop:
                self._window.dropEvent(event)
            else:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
            return True
        if isinstance(event, QDragLeaveEvent):
            self._window.dragLeaveEvent(event)
        return False


def local_paths(event: QDropEvent) -> tuple[Path, ...]:
    """The files and folders that an event carries from another program."""
    if event.source() is not None:
        # Documents dragged out of the library are no files yet, and asking would make them.
        return ()
    data = event.mimeData()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()) if data.hasUrls() else ()
