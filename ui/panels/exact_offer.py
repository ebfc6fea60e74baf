"""The line that offers, below an answer that holds the words of a query apart, to keep to the string itself."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from reader.model.search import Hit, Match
from reader.searching.parsing import parse
from reader.searching.query import Term
from ui.theme import current


class ExactOffer(QLabel):
    """Out of sight unless there is something to offer.

    Signals:
        wanted: the query that keeps to the string.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._string = ""
        self.setObjectName("searchExact")
        self.setWordWrap(True)
        self.setProperty("muted", True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.linkActivated.connect(lambda _: self.wanted.emit(f"“{self._string}”"))
        self.hide()

    def show_for(self, query: str, hits: Sequence[Hit]) -> None:
        """Offer to keep to the string typed if it is one, unquoted, and some of the hits hold only its words."""
        root = parse(query).root
        apart = any(hit.match is Match.WORDS for hit in hits)
        self._string = root.text if apart and isinstance(root, Term) and not root.quoted else ""
        self._say()
        self.setVisible(bool(self._string))

    def refresh(self) -> None:
        """Draw the link anew after the theme changed."""
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        link = self.tr("只要“{text}”").format(text=escape(self._string))
        told = escape(self.tr("有的只是各词分开出现。"))
        self.setText(f"{told}<a href='exact:' style='color:{current().link}'>{link}</a>")
        self.setAccessibleName(f"{told}{link}")
