"""Going through the annotations whose place is not certain: the old words and the new ones side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import AnchorState, Annotation, PlacedAnnotation, Style
from reader.model.document import DocumentFacts
from ui.models.annotation_groups import Order, Words, group
from ui.models.annotations_model import AnnotationsModel
from ui.panels.card_delegates import AnnotationDelegate
from ui.panels.rich_box import RichBox
from ui.theme import current

AROUND = 60
"""Code points shown before and after a place."""

STATES = (AnchorState.UNCERTAIN, AnchorState.ORPHAN, AnchorState.MOVED)

TextOf = Callable[[str], str]
"""The text of a document by its id, "" when it is gone."""


class ReviewDialog(QDialog):
    """Not modal: to attach an orphan one looks for its place in the main window.

    Signals:
        confirmWanted: a tuple of `PlacedAnnotation`: the places where they were found are right.
        attachWanted: an annotation: put it on what is selected in the main window.
        openWanted: a `PlacedAnnotation` to look at in the main window.
        deleteWanted: a tuple of annotations.
    """

    confirmWanted = Signal(object)
    attachWanted = Signal(object)
    openWanted = Signal(object)
    deleteWanted = Signal(object)

    def __init__(self, text_of: TextOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewDialog")
        self.setWindowTitle(self.tr("核对标注的位置"))
        self.resize(940, 560)
        self._text_of = text_of
        self._found: dict[AnchorState, list[PlacedAnnotation]] = {}
        self._styles: Sequence[Style] = ()
        self._documents: Mapping[str, DocumentFacts] = {}
        self.model = AnnotationsModel(self)
        self._build()
        self._lay_out()

    def show_annotations(
        self, placed: Sequence[PlacedAnnotation], styles: Sequence[Style], documents: Mapping[str, DocumentFacts]
    ) -> None:
        """Show those of the annotations whose place is not certain."""
        self._found = {state: [one for one in placed if one.placement.state is state] for state in STATES}
        self._styles, self._documents = styles, documents
        texts = {
            AnchorState.UNCERTAIN: self.tr("待确认 {count}"),
            AnchorState.ORPHAN: self.tr("失去原文 {count}"),
            AnchorState.MOVED: self.tr("已移动 {count}"),
        }
        for state, button in self._buttons.items():
            button.setText(texts[state].format(count=len(self._found[state])))
        if not self._found[self._state()]:
            first = next((state for state in STATES if self._found[state]), STATES[0])
            with QSignalBlocker(self._buttons[first]):
                self._buttons[first].setChecked(True)
        self._refresh()

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        self._buttons: dict[AnchorState, QToolButton] = {}
        for state in STATES:
            button = QToolButton(self)
            button.setObjectName(f"review_{state.value}")
            button.setText(state.value)
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[state] = button
        self._buttons[STATES[0]].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self._refresh())
        self.list = QListView(self)
        self.list.setObjectName("reviewList")
        self.list.setAccessibleName(self.tr("要核对的标注"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(AnnotationDelegate(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.before = RichBox("reviewBefore", self.tr("标注时的原文"), self)
        self.after = RichBox("reviewAfter", self.tr("现在的文字"), self)
        self.why = QLabel(self)
        self.why.setObjectName("reviewWhy")
        self.why.setWordWrap(True)
        self.empty = QLabel(self.tr("所有标注的位置都是准确的，没有要核对的。"), self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("muted", True)
        self.confirm = self._button(
            self.tr("就是这里(&H)"), "reviewConfirm", lambda one: self.confirmWanted.emit((one,))
        )
        self.confirm.setProperty("primary", True)
        self.confirm_all = QPushButton(self.tr("全部确认(&C)"), self)
        self.confirm_all.setObjectName("reviewConfirmAll")
        self.confirm_all.setAutoDefault(False)
        self.confirm_all.setToolTip(self.tr("文字都没变，只是位置移动了：一次确认，可以撤销"))
        self.confirm_all.clicked.connect(lambda: self.confirmWanted.emit(tuple(self._found[AnchorState.MOVED])))
        self.attach = self._button(
            self.tr("改附到选中的文字(&A)"), "reviewAttach", lambda one: self.attachWanted.emit(one.annotation)
        )
        self.attach.setToolTip(self.tr("先在主窗口的正文里选中正确的文字，再点这里"))
        self.look = self._button(self.tr("在正文里看(&S)"), "reviewOpen", lambda one: self.openWanted.emit(one))
        self.remove = self._button(
            self.tr("删除标注(&D)"), "reviewDelete", lambda one: self.deleteWanted.emit((one.annotation,))
        )

    def _lay_out(self) -> None:
        states = QHBoxLayout()
        for state in self._buttons.values():
            states.addWidget(state)
        states.addStretch(1)
        left = QVBoxLayout()
        left.addLayout(states)
        left.addWidget(self.list, 1)
        sides = QHBoxLayout()
        sides.setSpacing(10)
        for box in (self.before, self.after):
            column = QVBoxLayout()
            head = QLabel(box.accessibleName(), self)
            head.setProperty("muted", True)
            column.addWidget(head)
            column.addWidget(box, 1)
            sides.addLayout(column, 1)
        verbs = QHBoxLayout()
        for button in (self.confirm, self.confirm_all, self.attach, self.look):
            verbs.addWidget(button)
        verbs.addStretch(1)
        verbs.addWidget(self.remove)
        right = QVBoxLayout()
        right.addWidget(self.why)
        right.addLayout(sides, 1)
        right.addLayout(verbs)
        body = QWidget(self)
        inside = QHBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addLayout(left, 4)
        inside.addLayout(right, 7)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(body)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self.stack)
        self.list.setFocus()

    def _button(self, text: str, name: str, do: Callable[[PlacedAnnotation], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)

        def run() -> None:
            placed = self.model.placed(self.list.currentIndex())
            if placed is not None:
                do(placed)

        button.clicked.connect(run)
        return button

    def _state(self) -> AnchorState:
        return next(state for state, button in self._buttons.items() if button.isChecked())

    def _refresh(self) -> None:
        row = max(self.list.currentIndex().row(), 0)
        found = self._found.get(self._state(), [])
        words = Words("", str)
        with QSignalBlocker(self.list.selectionModel()):
            self.model.show(
                group(found, Order.TEXT, self._styles, self._documents, words, by_document=True),
                self._styles,
                self._documents,
            )
        self.stack.setCurrentIndex(0 if any(self._found.values()) else 1)
        rows = [at for at in range(self.model.rowCount()) if self.model.placed(self.model.index(at)) is not None]
        if rows:
            # The one after the one that was just decided.
            self.list.setCurrentIndex(self.model.index(next((at for at in rows if at >= row), rows[-1])))
        self._on_current(self.list.currentIndex())

    def _on_current(self, index: QModelIndex) -> None:
        placed = self.model.placed(index)
        state = placed.placement.state if placed is not None else None
        reasons = {
            AnchorState.UNCERTAIN: self.tr("原文有变动，程序找到一处很像的，但没有把握：请您决定。"),
            AnchorState.ORPHAN: self.tr(
                "原文里已找不到这段话。可以在主窗口选中合适的文字，再点“改附到选中的文字”；或者留着不动。"
            ),
            AnchorState.MOVED: self.tr("文字没变，位置随原文移动了。确认后不再提示。"),
        }
        self.why.setText(reasons[state] if state is not None else "")
        self.before.set_text(_before(placed.annotation) if placed is not None else "")
        self.after.set_text(self._after(placed) if placed is not None else "")
        self.confirm_all.setVisible(self._state() is AnchorState.MOVED and placed is not None)
        self.confirm.setEnabled(placed is not None and placed.placement.start is not None)
        self.look.setEnabled(placed is not None and bool(placed.document_id))
        for button in (self.attach, self.remove):
            button.setEnabled(placed is not None)

    def _after(self, placed: PlacedAnnotation) -> str:
        start, end = placed.placement.start, placed.placement.end
        if start is None or end is None:
            return escape(self.tr("（没有找到）"))
        text = self._text_of(placed.document_id)
        return _marked(text[max(start - AROUND, 0) : start], text[start:end], text[end : end + AROUND])


def _before(annotation: Annotation) -> str:
    anchor = annotation.anchor
    return _marked(anchor.prefix, anchor.quote, anchor.suffix) if anchor is not None else ""


def _marked(before: str, quote: str, after: str) -> str:
    """A place with its context as rich text: the words themselves bold and marked."""
    theme = current()

    def plain(text: str) -> str:
        return escape(text).replace("\n", "<br>").replace("\t", "　")

    return (
        f'<p style="line-height:150%"><span style="color:{theme.muted}">…{plain(before)}</span>'
        f'<b style="background:{theme.hit_fill};color:{theme.ink}">{plain(quote)}</b>'
        f'<span style="color:{theme.muted}">{plain(after)}…</span></p>'
    )
