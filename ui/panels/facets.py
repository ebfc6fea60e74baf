"""Counts of an answer by publisher, year, section, kind and tag, to narrow it; and what it is narrowed by."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from reader.model.search import Filters
from ui.i18n import translate
from ui.models.kind_words import document_kind
from ui.models.narrowing import FIELDS, chosen
from ui.theme import current, icon

AT_HAND = 4
"""Values of a field shown at once; the others stand in a menu."""

_LONGEST_MENU = 200
_MORE = "more"
_SHORT = 14
WORD_JOINER = "\u2060"


class Facets(QWidget):
    """A line a field with its most frequent values. Fields that could narrow nothing are left out.

    Signals:
        chosen: field (`ui.models.narrowing.FIELDS`) and value.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchFacets")
        self._counts: Mapping[str, Mapping[str, int]] = {}
        self._names: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(2, 0, 2, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(FIELDS):
            name, values = QLabel(field_name(field), self), QLabel(self)
            name.setProperty("muted", True)
            values.setObjectName(f"facet_{field}")
            values.setAccessibleName(name.text())
            values.setWordWrap(True)
            values.setTextFormat(Qt.TextFormat.RichText)
            values.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            values.linkActivated.connect(self._on_link)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(values, row, 1)
            self._names[field], self._values[field] = name, values
        self.show_counts({}, Filters())

    def show_counts(self, counts: Mapping[str, Mapping[str, int]], filters: Filters) -> None:
        """Show the facets of an answer but for the fields it is narrowed by already."""
        self._counts = counts
        done = {field for field, _ in chosen(filters)}
        shown = []
        for field in FIELDS:
            useful = field not in done and len(counts.get(field, {})) > (0 if field == "tag" else 1)
            self._names[field].setVisible(useful)
            self._values[field].setVisible(useful)
            if useful:
                shown.append(field)
                self._values[field].setText(self._line(field))
        self.setVisible(bool(shown))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def refresh(self) -> None:
        """Write the links anew in the colours of the theme and the words of the language."""
        for field, label in self._values.items():
            if self._counts.get(field) and label.text():
                label.setText(self._line(field))

    def _line(self, field: str) -> str:
        theme = current()
        counts = list(self._counts[field].items())
        number = f"<span style='color:{theme.muted}'>&nbsp;{{}}</span>"
        parts = [
            self._link(field, value, escape(_unbroken(_shown(field, value)))) + number.format(count)
            for value, count in counts[:AT_HAND]
        ]
        if len(counts) > AT_HAND:
            parts.append(self._link(_MORE, field, self.tr("更多…")))
        return "&nbsp;&nbsp; ".join(parts)

    def _link(self, field: str, value: str, text: str) -> str:
        target = f"{field}:{encoded(value)}"
        return f"<a href='{target}' style='color:{current().link};text-decoration:none'>{text}</a>"

    def _on_link(self, target: str) -> None:
        field, _, encoded = target.partition(":")
        value = QUrl.fromPercentEncoding(encoded.encode())
        if field == _MORE:
            self._show_menu(value)
        else:
            self.chosen.emit(field, value)

    def _show_menu(self, field: str) -> None:
        menu = QMenu(self)
        menu.setObjectName("facetMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, count in list(self._counts[field].items())[:_LONGEST_MENU]:
            text = self.tr("{value}（{count}）").format(value=_shown(field, value), count=count).replace("&", "&&")
            menu.addAction(text, lambda value=value: self.chosen.emit(field, value))
        menu.popup(QCursor.pos())


class Chips(QWidget):
    """What an answer is narrowed by, each with a cross to take it away.

    Signals:
        removed: field.
    """

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchChips")
        self._chips: dict[str, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for field in FIELDS:
            chip = QToolButton(self)
            chip.setObjectName(f"chip_{field}")
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setIcon(icon("close"))
            chip.setAccessibleName(field_name(field))
            chip.setCheckable(True)
            chip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            chip.clicked.connect(lambda _=False, field=field: self.removed.emit(field))
            self._chips[field] = chip
        self.show_filters(Filters())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for field, chip in self._chips.items():
                chip.setAccessibleName(field_name(field))
            self.show_filters(self._filters)

    def show_filters(self, filters: Filters) -> None:
        """Show these filters, two a row."""
        self._filters = filters
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        shown = dict(chosen(filters))
        for chip in self._chips.values():
            grid.removeWidget(chip)
        for place, (field, value) in enumerate(shown.items()):
            chip = self._chips[field]
            text = self.tr("{name}：{value}").format(name=field_name(field), value=_shown(field, value))
            chip.setText(text.replace("&", "&&"))
            chip.setToolTip(self.tr("{text}（点按去掉）").format(text=text))
            chip.setAccessibleName(chip.toolTip())
            # Checked buttons wear the soft accent of what is switched on.
            chip.setChecked(True)
            grid.addWidget(chip, place // 2, place % 2)
        for field, chip in self._chips.items():
            chip.setVisible(field in shown)
        self.setVisible(bool(shown))

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        for chip in self._chips.values():
            chip.setIcon(icon("close"))


def _shown(field: str, value: str) -> str:
    return document_kind(value) if field == "kind" else value


def encoded(value: str) -> str:
    """A value as part of a link's target; `QUrl.fromPercentEncoding` reads it."""
    return bytes(QUrl.toPercentEncoding(value).data()).decode()


def _unbroken(value: str) -> str:
    """A short value that is not torn apart at the end of a line."""
    return WORD_JOINER.join(value) if len(value) <= _SHORT else value


def field_name(field: str) -> str:
    """What a field is called."""
    return {
        "publisher": translate("Facets", "公报"),
        "year": translate("Facets", "年份"),
        "section": translate("Facets", "栏目"),
        "kind": translate("Facets", "文种"),
        "tag": translate("Facets", "标签"),
    }[field]
