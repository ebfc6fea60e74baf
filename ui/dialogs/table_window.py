"""One table of a document in a window of its own: larger, with its head in sight, to be searched and copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.models.table_model import TableModel
from ui.panels.table_grid import TableGrid
from ui.text.plan import Shape
from ui.theme import icon

_SHARE = (0.86, 0.8)  # of the screen that the window takes at first


class TableWindow(QWidget):
    """Shows a table; nothing can be changed in it.

    Args:
        name: what it is called.
        unit: of its figures, or "".
        shape: its cells; the place of each in the text is where it leads to.
        pixels: size of the type to begin with.

    Signals:
        placeRequested: the offset of a cell (code points), to be shown in the text.
    """

    placeRequested = Signal(int)

    def __init__(self, name: str, unit: str, shape: Shape, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("tableWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shape = shape
        self._places: tuple[tuple[int, int], ...] = ()
        self.setWindowTitle(self.tr("{name} - 表格").format(name=name))
        self.caption = QLabel(name, self)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setWordWrap(True)
        font = self.caption.font()
        font.setBold(True)
        self.caption.setFont(font)
        below = QLabel(unit, self)
        below.setTextFormat(Qt.TextFormat.PlainText)
        below.setProperty("muted", True)
        below.setVisible(bool(unit))
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        head.addWidget(below, 0, Qt.AlignmentFlag.AlignBottom)
        bar = self._bar()
        # Behind the bar: the Tab key goes in the order in which widgets are made.
        self.grid = TableGrid(TableModel(shape, self), pixels, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(head)
        layout.addLayout(bar)
        layout.addWidget(self.grid, 1)
        self.grid.activated.connect(self._go)
        self._actions()
        self.resize(self.sizeHint())
        self.grid.setFocus()

    def sizeHint(self) -> QSize:
        """Large, but no larger than the table asks for."""
        room = QGuiApplication.primaryScreen().availableSize()
        most = QSize(round(room.width() * _SHARE[0]), round(room.height() * _SHARE[1]))
        wanted = QSize(self.grid.natural_width() + 84, self.grid.natural_height() + 110)
        return wanted.boundedTo(most).expandedTo(QSize(560, 300))

    def _bar(self) -> QHBoxLayout:
        self.query = QLineEdit(self)
        self.query.setObjectName("tableFind")
        self.query.setAccessibleName(self.tr("在表中查找"))
        self.query.setPlaceholderText(self.tr("在表中查找"))
        self.query.setClearButtonEnabled(True)
        self.query.setMaximumWidth(260)
        self.query.textChanged.connect(self._find)
        self.query.returnPressed.connect(lambda: self.step(forward=True))
        self.outcome = QLabel(self)
        self.outcome.setObjectName("tableOutcome")
        self.outcome.setProperty("muted", True)
        bar = QHBoxLayout()
        bar.addWidget(self.query, 1)
        self._tools = [
            self._tool("up", self.tr("上一处（Shift+F3）"), lambda: self.step(forward=False)),
            self._tool("down", self.tr("下一处（F3）"), lambda: self.step(forward=True)),
            self._tool("zoom-out", self.tr("缩小（Ctrl+-）"), lambda: self.grid.zoom(-1)),
            self._tool("zoom-in", self.tr("放大（Ctrl++）"), lambda: self.grid.zoom(1)),
        ]
        bar.addWidget(self._tools[0])
        bar.addWidget(self._tools[1])
        bar.addWidget(self.outcome)
        bar.addStretch(1)
        bar.addWidget(self._tools[2])
        bar.addWidget(self._tools[3])
        self.copy_all = QPushButton(self.tr("复制整表(&C)"), self)
        self.copy_all.setToolTip(self.tr("可粘贴到 Excel、WPS 和 Word"))
        self.copy_all.clicked.connect(lambda: self._tell(self.grid.copy(whole=True)))
        bar.addWidget(self.copy_all)
        self.show_place = QPushButton(self.tr("回到正文(&S)"), self)
        self.show_place.setToolTip(self.tr("在正文里显示选中的格（回车）"))
        self.show_place.clicked.connect(lambda: self._go(*self.grid.current()))
        self.show_place.setVisible(any(slot.cell is not None for slot in self._shape.slots))
        bar.addWidget(self.show_place)
        return bar

    def _tool(self, picture: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("picture", picture)
        button.setIcon(icon(picture))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: slot())
        return button

    def _actions(self) -> None:
        for keys, slot in (
            (QKeySequence.keyBindings(QKeySequence.StandardKey.Find), self._begin_find),
            ([QKeySequence("F3")], lambda: self.step(forward=True)),
            ([QKeySequence("Shift+F3")], lambda: self.step(forward=False)),
            (QKeySequence.keyBindings(QKeySequence.StandardKey.Copy), lambda: self._tell(self.grid.copy())),
            ([*QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn), QKeySequence("Ctrl+=")],
             lambda: self.grid.zoom(1)),
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomOut), lambda: self.grid.zoom(-1)),
            ([QKeySequence("Ctrl+0")], self.grid.zoom_reset),
            ([QKeySequence("Esc")], self._leave),
        ):
            action = QAction(self)
            action.setShortcuts(list(keys))
            action.triggered.connect(lambda _=False, do=slot: do())
            self.addAction(action)

    def _begin_find(self) -> None:
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.selectAll()

    def _leave(self) -> None:
        """From the find box back to the table; from there out of the window."""
        if self.query.hasFocus():
            self.grid.setFocus()
        else:
            self.close()

    def _find(self, text: str) -> None:
        self._places = self.grid.model.find(text.strip())
        if self._places:
            self.step(forward=True, stay=True)
        else:
            self._tell(self.tr("没有找到") if text.strip() else "")

    def step(self, *, forward: bool, stay: bool = False) -> None:
        """Go to the next or previous cell that was found, in a circle; `stay` where the chosen one is one of them."""
        if not self._places:
            return
        here = self.grid.current()
        if stay and here in self._places:
            number = self._places.index(here)
        elif forward:
            number = next((at for at, place in enumerate(self._places) if place > here), 0)
        else:
            number = next((at for at in reversed(range(len(self._places))) if self._places[at] < here),
                          len(self._places) - 1)
        self.grid.go_to(*self._places[number])
        self._tell(self.tr("第 {number} / {total} 格").format(number=number + 1, total=len(self._places)))

    def _go(self, row: int, column: int) -> None:
        slot = next((one for one in self.grid.model.shape.slots if (one.row, one.column) == (row, column)), None)
        if slot is not None and slot.cell is not None:
            self.placeRequested.emit(slot.cell.start)

    def _tell(self, text: str) -> None:
        self.outcome.setText(text)
        self.query.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        """Pictures in the colours of the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for tool in self._tools:
                tool.setIcon(icon(str(tool.property("picture"))))
