"""What the archive says of a document's validity: a word in the head, and below it the sentences that say so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from reader.services.validity import Standing, Validity
from ui import locales

LONGEST_EVIDENCE = 56
"""Code points of a sentence that the menu shows."""


class ValidityButton(QToolButton):
    """Hidden where nothing is said. Its menu leads to the words.

    Signals:
        placeWanted: id of a document and a range of its text (code points): the words that say so.
    """

    placeWanted = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headValidity")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self._shown: tuple[str, Validity] | None = None
        self.forget()

    def forget(self) -> None:
        """Nothing is known of the document, or not yet."""
        self._shown = None
        self.setAccessibleName(self.tr("效力"))
        self.hide()

    def show_validity(self, document_id: str, found: Validity) -> None:
        """Show what may be inferred of a document; nothing where nothing is said."""
        text = self._text(found)
        if not text:
            self.forget()
            return
        self._shown = (document_id, found)
        self.setText(self.tr("{standing} ▾").format(standing=text))
        self.setAccessibleName(text)
        tip = self.tr("依据本库推定；点开看写明这一点的原文")
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        font = self.font()
        font.setBold(found.standing in (Standing.REPEALED, Standing.PAST))
        self.setFont(font)
        self._fill(document_id, found)
        self.show()

    def _text(self, found: Validity) -> str:
        begins, ends = found.term.begins, found.term.ends
        if found.standing is Standing.REPEALED:
            return self.tr("已失效")
        if found.standing is Standing.RENEWED:
            return self.tr("已写明延续")
        if found.standing is Standing.PAST:
            return self.tr("有效期已满")
        if ends is not None and ends.date and found.standing is not Standing.NOT_YET:
            return self.tr("有效至{date}").format(date=locales.day(ends.date, short=True))
        if begins is not None and begins.date:
            return self.tr("{date}起施行").format(date=locales.day(begins.date, short=True))
        return self.tr("效力") if found.term else ""

    def _fill(self, document_id: str, found: Validity) -> None:
        menu = self.menu()
        menu.clear()
        heading = menu.addAction(self.tr("依据本库推定，引用前请核实"))
        heading.setEnabled(False)
        menu.addSeparator()
        for word, said in ((self.tr("施行"), found.term.begins), (self.tr("届满"), found.term.ends)):
            if said is None:
                continue
            day = locales.day(said.date) or self.tr("日期未定")
            text = self.tr("{word}：{day}　“{evidence}”").format(
                word=word, day=day, evidence=_shortened(found.evidence[said.start, said.end])
            )
            self._add(text, document_id, said.start, said.end)
        for form, declared in (
            (self.tr("废止：《{title}》　“{evidence}”"), found.repealed),
            (self.tr("延续：《{title}》　“{evidence}”"), found.renewed),
        ):
            if declared is not None:
                title, evidence = _shortened(declared.by.title), _shortened(declared.evidence)
                self._add(
                    form.format(title=title, evidence=evidence), declared.by.id, declared.start, declared.end
                )

    def _add(self, text: str, document_id: str, start: int, end: int) -> None:
        # An ampersand would make a mnemonic of what follows it.
        self.menu().addAction(text.replace("&", "&&"), lambda: self.placeWanted.emit(document_id, start, end))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            if self._shown is not None:
                self.show_validity(*self._shown)
            else:
                self.forget()


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_EVIDENCE else words[: LONGEST_EVIDENCE - 1] + "…"
