"""The editor of one annotation: colour, note in Markdown, tags. What is typed is stored at most two seconds later."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import Annotation, PlacedAnnotation, Style
from reader.services.annotate import clean_tags
from reader.services.note_links import NoteLink, note_links
from ui.models.annotations_model import quote
from ui.panels.style_swatch import swatch
from ui.theme import current, icon

STORE_AFTER = 1500
"""Milliseconds from the first unsaved key to storing: with the write itself below the two seconds promised."""

TAG_SEPARATORS = "，,、；;\n"
TAG_JOINT = "，"


class NoteEditor(QWidget):
    """Shows one annotation and tells of changes; it stores nothing itself.

    Signals:
        noteTyped: annotation, note. May come often; changes of one visit belong together.
        tagsChanged: annotation, tuple of tags.
        styleChosen: annotation, name of the style.
        deleteRequested: annotation.
        visitBegan: the editor got the focus or another annotation: what follows is one step to undo.
        linkFollowed: annotation, `NoteLink` that the note mentions.
        left: the user is done here, by Esc or by Enter behind the tags, and goes on reading.
    """

    noteTyped = Signal(object, str)
    tagsChanged = Signal(object, object)
    styleChosen = Signal(object, str)
    deleteRequested = Signal(object)
    visitBegan = Signal()
    linkFollowed = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self._annotation: Annotation | None = None
        self._styles: tuple[Style, ...] = ()
        self._swatches: list[QToolButton] = []
        self._links: tuple[NoteLink, ...] = ()
        self._unsaved = False
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(STORE_AFTER)
        self._wait.timeout.connect(self.flush)
        self.note.textChanged.connect(self._on_text)
        self.tags.editingFinished.connect(self._on_tags)
        self.tags.returnPressed.connect(self._on_tags_entered)
        self.note.installEventFilter(self)
        self.tags.installEventFilter(self)

    @property
    def annotation(self) -> Annotation | None:
        """The annotation shown, as it was stored last."""
        return self._annotation

    def _build(self) -> None:
        self.quote = QLabel(self)
        self.quote.setObjectName("noteQuote")
        self.quote.setWordWrap(True)
        self.quote.setTextFormat(Qt.TextFormat.PlainText)
        self.quote.setProperty("muted", True)
        self._row = QHBoxLayout()
        self._row.setSpacing(1)
        self.delete_button = QToolButton(self)
        self.delete_button.setObjectName("noteDelete")
        self.delete_button.setIcon(icon("delete"))
        self.delete_button.setToolTip(self.tr("删除这条标注（Del）"))
        self.delete_button.setAccessibleName(self.tr("删除这条标注"))
        self.delete_button.clicked.connect(self._on_delete)
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("noteText")
        self.note.setAccessibleName(self.tr("批注内容"))
        self.note.setPlaceholderText(
            self.tr("写下批注：为何重要、怎么办……\n可用 Markdown：**加粗**、- 列表。\n条款、文号、《标题》成为链接。")
        )
        self.note.setTabChangesFocus(True)
        self.links = QLabel(self)
        self.links.setObjectName("noteLinks")
        self.links.setAccessibleName(self.tr("批注提到的公文和条款"))
        self.links.setWordWrap(True)
        self.links.setTextFormat(Qt.TextFormat.RichText)
        flags = Qt.TextInteractionFlag
        self.links.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        self.links.linkActivated.connect(self._on_link)
        self.links.hide()
        self.tags = QLineEdit(self)
        self.tags.setObjectName("noteTags")
        self.tags.setAccessibleName(self.tr("标签"))
        self.tags.setPlaceholderText(self.tr("标签，用逗号隔开，如：夜经济，安全/责任"))
        self.tags.setClearButtonEnabled(True)
        self._known = QStringListModel(self)
        completer = LastTagCompleter(self._known, self.tags)
        self.tags.setCompleter(completer)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._row)
        row.addStretch(1)
        row.addWidget(self.delete_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.quote)
        layout.addLayout(row)
        layout.addWidget(self.note, 1)
        layout.addWidget(self.links)
        layout.addWidget(self.tags)
        self.setEnabled(False)
        self.hide()

    def set_styles(self, styles: Sequence[Style]) -> None:
        """Offer these colours."""
        self._styles = tuple(styles)
        for button in self._swatches:
            button.deleteLater()
        self._swatches = []
        for style in self._styles:
            button = QToolButton(self)
            button.setObjectName(f"noteStyle{style.shortcut}")
            button.setIconSize(QSize(18, 18))
            button.setCheckable(True)
            button.setToolTip(style.label)
            button.setAccessibleName(style.label)
            button.clicked.connect(lambda _=False, name=style.name: self._on_style(name))
            self._row.addWidget(button)
            self._swatches.append(button)
        self.refresh_icons()

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self.delete_button.setIcon(icon("delete"))
        self._show_links(self.note.toPlainText())
        for button, style in zip(self._swatches, self._styles, strict=True):
            button.setIcon(swatch(style))

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags for completion."""
        self._known.setStringList(list(tags))

    def show_annotation(self, placed: PlacedAnnotation | None) -> None:
        """Show an annotation; what is unsaved of the one before is stored first."""
        fresh = placed.annotation if placed is not None else None
        other = (fresh.id if fresh else None) != (self._annotation.id if self._annotation else None)
        if other:
            self.flush()
            self.visitBegan.emit()
        stored = self._annotation.tags if self._annotation is not None else ()
        self._annotation = fresh
        self.setEnabled(fresh is not None)
        self.setVisible(fresh is not None)
        note = fresh.note if fresh is not None else ""
        if (other or not self._unsaved) and self.note.toPlainText() != note:
            with QSignalBlocker(self.note):
                self.note.setPlainText(note)
        tags = fresh.tags if fresh is not None else ()
        # What is being typed stays, unless the tags were changed elsewhere, as by undoing.
        if other or not self.tags.hasFocus() or (tags != stored and tags != parse_tags(self.tags.text())):
            self._show_tags(tags)
        text = quote(placed) if placed is not None else ""
        if placed is not None and not text:
            text = self.tr("（全文批注）")
        self.quote.setText(text if len(text) <= 60 else text[:59] + "…")
        self.quote.setVisible(bool(text))
        self._show_links(note)
        for button, style in zip(self._swatches, self._styles, strict=True):
            button.setChecked(fresh is not None and fresh.style == style.name)

    def flush(self) -> None:
        """Tell of what was typed and not yet told."""
        self._wait.stop()
        if self._unsaved:
            self._unsaved = False
            if self._annotation is not None:
                self.noteTyped.emit(self._annotation, self.note.toPlainText())
        self._on_tags()

    def edit_note(self) -> None:
        """Let the user type the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.moveCursor(self.note.textCursor().MoveOperation.End)

    def edit_tags(self) -> None:
        """Let the user type tags."""
        self.tags.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tags.end(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.note:
            if event.type() == QEvent.Type.FocusOut:
                self.flush()
            elif event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
                self.visitBegan.emit()
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self.flush()
                self.left.emit()
                return True
            if event.type() == QEvent.Type.ShortcutOverride and self._is_for_window(watched, event):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _is_for_window(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key undoes or redoes what the field itself has not got (any more): what was stored."""
        document, line = self.note.document(), self.tags
        inside = watched is self.note
        if event.matches(QKeySequence.StandardKey.Undo):
            return not (document.isUndoAvailable() if inside else line.isUndoAvailable())
        if event.matches(QKeySequence.StandardKey.Redo):
            return not (document.isRedoAvailable() if inside else line.isRedoAvailable())
        return False

    def _on_text(self) -> None:
        if self._annotation is not None and not self._unsaved:
            self._unsaved = True
            self._wait.start()

    def _on_tags_entered(self) -> None:
        # Enter in the list of known tags takes one of them; another may be typed behind it.
        popup = self.tags.completer().popup()
        if not (popup.isVisible() and popup.currentIndex().isValid()):
            self.flush()
            self.left.emit()

    def _on_tags(self) -> None:
        # A tag may hold a separator, where it came from elsewhere: what nobody typed is not taken apart.
        if self._annotation is None or self.tags.text() == TAG_JOINT.join(self._annotation.tags):
            return
        tags = parse_tags(self.tags.text())
        if tags != self._annotation.tags:
            self.tagsChanged.emit(self._annotation, tags)
            if self._annotation is not None and self._annotation.tags == tags:
                self._show_tags(tags)

    def _show_tags(self, tags: Sequence[str]) -> None:
        """Show tags as they are stored; from here on the field alone has nothing to undo."""
        with QSignalBlocker(self.tags):
            self.tags.setText(TAG_JOINT.join(tags))

    def _show_links(self, note: str) -> None:
        """What the note mentions, to be gone to."""
        self._links = note_links(note)
        self.links.setVisible(bool(self._links))
        words = "　".join(f"<a href='{at}' style='color:{current().link}'>{escape(link.text)}</a>"
                         for at, link in enumerate(self._links))
        self.links.setText(self.tr("提到：{links}").format(links=words))

    def _on_link(self, target: str) -> None:
        if self._annotation is not None and target.isdecimal() and int(target) < len(self._links):
            self.flush()
            self.linkFollowed.emit(self._annotation, self._links[int(target)])

    def _on_style(self, name: str) -> None:
        if self._annotation is not None:
            self.styleChosen.emit(self._annotation, name)

    def _on_delete(self) -> None:
        if self._annotation is not None:
            self.deleteRequested.emit(self._annotation)


class LastTagCompleter(QCompleter):
    """Completes the tag after the last separator and leaves those before it."""

    def __init__(self, model: QStringListModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [split_last(path)[1]]

    def pathFromIndex(self, index: object) -> str:
        line = self.widget()
        before = split_last(line.text())[0] if isinstance(line, QLineEdit) else ""
        return before + str(super().pathFromIndex(index))  # type: ignore[arg-type]  # a QModelIndex


def split_last(text: str) -> tuple[str, str]:
    """What stands before and after the last separator; the separator and spaces stay with the first."""
    cut = max((text.rfind(sign) for sign in TAG_SEPARATORS), default=-1) + 1
    rest = text[cut:]
    spaces = len(rest) - len(rest.lstrip())
    return text[: cut + spaces], rest.lstrip()


def parse_tags(text: str) -> tuple[str, ...]:
    """Tags as typed, without `#`, doubles and empty ones; order kept."""
    for sign in TAG_SEPARATORS:
        text = text.replace(sign, ",")
    return clean_tags(part.strip().lstrip("#") for part in text.split(","))
