"""The manual: its pages at the left, the one that is read at the right, and a box that finds words in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.models.manual import KeyGroup, Page, page_html, pages, shortcuts_page, with_words
from ui.theme import current, icon

_STYLE = """
body {{ color: {ink}; }} h1 {{ font-size: 22px; margin-bottom: 10px; }} h2 {{ font-size: 17px; margin-top: 18px; }}
p, li {{ line-height: 150%; }} a {{ color: {link}; }} code {{ background: {shade}; }}
th, td {{ padding: 4px 12px 4px 0; }} th {{ text-align: left; }} blockquote {{ background: {shade}; }}
"""


class Keys(NamedTuple):
    """What the pages do not know themselves: the language of the window (`zh`, `en`), the shortcut by the name of each
    action, and the shortcuts in the order of the menus."""

    language: str
    of_actions: Mapping[str, str]
    groups: Sequence[KeyGroup]


class ManualDialog(QDialog):
    """A window of its own beside the main one, so that one can read and do.

    Args:
        keys: asked at first, and again when the language changes.
    """

    def __init__(self, keys: Callable[[], Keys], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manualDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("使用说明"))
        self.resize(960, 660)
        self._ask = keys
        self._keys = keys()
        self._pages: tuple[Page, ...] = ()
        self.words = QLineEdit(self)
        self.words.setObjectName("manualWords")
        self.words.setPlaceholderText(self.tr("在说明里找"))
        self.words.setAccessibleName(self.tr("在说明里找"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._find)
        self.contents = QListWidget(self)
        self.contents.setObjectName("manualContents")
        self.contents.setAccessibleName(self.tr("说明目录"))
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.nothing = QLabel(self.tr("没有一页说到这些词。"), self)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.browser = QTextBrowser(self)
        self.browser.setObjectName("manualText")
        self.browser.setAccessibleName(self.tr("说明正文"))
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.document().setDocumentMargin(24)
        self.back = self._button("back", self.tr("上一页"), -1)
        self.forward = self._button("forward", self.tr("下一页"), 1)
        self._build()
        self._read()

    def show_page(self, name: str) -> None:
        """Show a page by its name; one that words in the box have hidden comes back.

        Raises:
            KeyError: no such page.
        """
        if name not in {page.name for page in self._pages}:
            raise KeyError(name)
        if not any(self._name(row) == name for row in range(self.contents.count())):
            self.words.clear()
        self.contents.setCurrentRow(
            next(row for row in range(self.contents.count()) if self._name(row) == name)
        )

    @property
    def page(self) -> str:
        """The name of the page that is shown, or ""."""
        item = self.contents.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.contents.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and self._pages:
            self._read()

    def _read(self) -> None:
        """Make the pages in the language and the colours of the window."""
        self._keys = self._ask()
        own = shortcuts_page(self.tr("快捷键"), (self.tr("做什么"), self.tr("快捷键")), self._keys.groups)
        self._pages = tuple(sorted((*pages(self._keys.language), own), key=lambda page: page.name))
        self.browser.document().setDefaultStyleSheet(
            _STYLE.format(ink=current().ink, link=current().link, shade=current().shade)
        )
        self._find(self.words.text())

    def _build(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 6, 12)
        column.addWidget(self.words)
        column.addWidget(self.nothing)
        column.addWidget(self.contents, 1)
        turning = QHBoxLayout()
        turning.addWidget(self.back)
        turning.addWidget(self.forward)
        turning.addStretch(1)
        column.addLayout(turning)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.addWidget(left)
        both.addWidget(self.browser)
        both.setStretchFactor(1, 1)
        both.setSizes([220, 740])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(both)
        self.setTabOrder(self.forward, self.browser)

    def _button(self, picture: str, text: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setText(text)
        button.setToolTip(text)
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self._turn(step))
        return button

    def _turn(self, step: int) -> None:
        row = self.contents.currentRow() + step
        if 0 <= row < self.contents.count():
            self.contents.setCurrentRow(row)

    def _find(self, words: str) -> None:
        before = self.page
        found = with_words(self._pages, words)
        self.contents.clear()
        for page in found:
            item = QListWidgetItem(page.title, self.contents)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
        self.nothing.setVisible(not found)
        names = [page.name for page in found]
        if names:
            self.contents.setCurrentRow(names.index(before) if before in names else 0)

    def _on_chosen(self) -> None:
        row = self.contents.currentRow()
        self.back.setEnabled(row > 0)
        self.forward.setEnabled(0 <= row < self.contents.count() - 1)
        if row >= 0:
            self._show(next(page for page in self._pages if page.name == self.page))

    def _show(self, page: Page) -> None:
        self.browser.setHtml(page_html(page, self._keys.of_actions, self._keys.language))
        words = self.words.text().split()
        if words:
            self.browser.find(words[0])
        else:
            self.browser.moveCursor(self.browser.textCursor().MoveOperation.Start)

    def _follow(self, url: QUrl) -> None:
        self.show_page(url.fileName())

    def _name(self, row: int) -> str:
        return str(self.contents.item(row).data(Qt.ItemDataRole.UserRole))
