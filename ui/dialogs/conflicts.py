"""Annotations that were changed here and by a colleague: both versions side by side, and a choice for each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import Annotation, Mark, Style
from reader.services.versions import Conflict, Side
from ui import locales
from ui.panels.rich_box import RichBox
from ui.theme import current

LONGEST = 3000
"""Code points of a note or quote that are shown."""


class ConflictsDialog(QDialog):
    """The newer version of each is chosen to begin with.

    Args:
        conflicts: at least one.
        styles: the named colours, for their labels.

    Signals:
        decided: the chosen `Side` of each conflict, by id.
    """

    decided = Signal(object)

    def __init__(self, conflicts: Sequence[Conflict], styles: Sequence[Style], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflictsDialog")
        self.setWindowTitle(self.tr("两边都改过的批注"))
        self.resize(980, 600)
        self._conflicts = tuple(conflicts)
        self._labels = {style.name: style.label for style in styles}
        self.choices = {one.mine.id: one.newer for one in conflicts}
        self._build()
        self._lay_out()
        for one in self._conflicts:
            self.list.addItem(QListWidgetItem())
            self._name_row(self.list.count() - 1, one)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _build(self) -> None:
        about = self.tr(
            "有 {count} 条批注，您和同事各自都改过。每条默认保留较新的一份；导入以后可以按 Ctrl+Z 整个撤销。"
        )
        self.about = QLabel(about.format(count=len(self._conflicts)), self)
        self.about.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("conflictsList")
        self.list.setAccessibleName(self.tr("两边都改过的批注"))
        # A quote is told in full beside the list.
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mine = RichBox("conflictsMine", self.tr("我的一份"), self)
        self.theirs = RichBox("conflictsTheirs", self.tr("对方的一份"), self)
        self.radios = {
            Side.MINE: QRadioButton(self.tr("保留我的(&M)"), self),
            Side.THEIRS: QRadioButton(self.tr("采用对方的(&T)"), self),
        }
        group = QButtonGroup(self)
        for side, radio in self.radios.items():
            radio.setObjectName(f"conflictsKeep_{side.value}")
            group.addButton(radio)
            radio.clicked.connect(lambda _=False, side=side: self._choose(side))
        self.all_buttons = (
            self._button(self.tr("全部用较新的(&L)"), "conflictsAllNewer", lambda: self._choose_all(None)),
            self._button(self.tr("全部保留我的(&A)"), "conflictsAllMine", lambda: self._choose_all(Side.MINE)),
            self._button(self.tr("全部采用对方的(&H)"), "conflictsAllTheirs", lambda: self._choose_all(Side.THEIRS)),
        )
        self.cancel = self._button(self.tr("不导入"), "conflictsCancel", self.reject)
        self.take = self._button(self.tr("导入"), "conflictsTake", self.accept)
        self.take.setDefault(True)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(10)
        for side, text in ((Side.MINE, self.mine), (Side.THEIRS, self.theirs)):
            column = QVBoxLayout()
            column.addWidget(self.radios[side])
            column.addWidget(text, 1)
            sides.addLayout(column, 1)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.list, 4)
        middle.addLayout(sides, 8)
        row = QHBoxLayout()
        for button in self.all_buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 12)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addLayout(middle, 1)
        layout.addLayout(row)

    def _button(self, text: str, name: str, do: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def accept(self) -> None:
        """Tell what was chosen."""
        self.decided.emit(dict(self.choices))
        super().accept()

    def _choose(self, side: Side) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.choices[self._conflicts[row].mine.id] = side
            self._name_row(row, self._conflicts[row])

    def _choose_all(self, side: Side | None) -> None:
        for row, one in enumerate(self._conflicts):
            self.choices[one.mine.id] = side or one.newer
            self._name_row(row, one)
        self._show(self.list.currentRow())

    def _name_row(self, row: int, one: Conflict) -> None:
        kept = self.tr("对方的") if self.choices[one.mine.id] is Side.THEIRS else self.tr("我的")
        quote = " ".join(one.mine.anchor.quote.split()) if one.mine.anchor else self.tr("（全文批注）")
        self.list.item(row).setText(f"[{kept}] {quote[:40]}")

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._conflicts):
            return
        one = self._conflicts[row]
        self.radios[self.choices[one.mine.id]].setChecked(True)
        self.mine.set_text(self._version(one.mine, one.theirs, newer=one.newer is Side.MINE, deleted=one.deleted))
        self.theirs.set_text(self._version(one.theirs, one.mine, newer=one.newer is Side.THEIRS))

    def _version(self, one: Annotation, other: Annotation, *, newer: bool, deleted: str = "") -> str:
        """A version as rich text; what differs from the other says so."""
        faint = current().muted
        moment = _moment(deleted or one.modified)
        when = self.tr("{moment} 删除") if deleted else self.tr("{moment} 修改")
        author, latest, gone = one.author or self.tr("（未署名）"), self.tr("较新"), self.tr("在回收站里")
        head = f"<b>{escape(author)}</b>　{escape(when.format(moment=moment))}"
        if newer:
            head += f"　<b>{escape(latest)}</b>"
        if deleted:
            head += f"<br>{escape(gone)}"
        parts = [f'<p style="color:{faint}">{head}</p>']
        for name, text, same in (
            (self.tr("原文"), self._quote(one), self._quote(one) == self._quote(other)),
            (self.tr("批注"), one.note, one.note == other.note),
            (self.tr("标签"), "　".join(f"#{tag}" for tag in one.tags), one.tags == other.tags),
            (self.tr("颜色"), self._style(one), self._style(one) == self._style(other)),
        ):
            title = name if same else self.tr("{name}（不同）").format(name=name)
            shown = escape(text[:LONGEST] or self.tr("（无）")).replace("\n", "<br>").replace("\t", "　")
            more = "…" if len(text) > LONGEST else ""
            strong = shown if same else f"<b>{shown}</b>"
            parts.append(f'<p><span style="color:{faint}">{escape(title)}</span><br>{strong}{more}</p>')
        return "".join(parts)

    def _quote(self, one: Annotation) -> str:
        return one.anchor.quote if one.anchor else self.tr("（全文批注）")

    def _style(self, one: Annotation) -> str:
        label = self._labels.get(one.style, one.style)
        return self.tr("{style}，下划线").format(style=label) if one.mark is Mark.UNDERLINE else label


def _moment(text: str) -> str:
    """A moment of an annotation where the user is."""
    return locales.moment(datetime.datetime.fromisoformat(text))
