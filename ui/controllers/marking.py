"""Marking in the window: from selection and keys to annotations, and from annotations to text pane and panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.annotation import Annotation, Mark, PlacedAnnotation
from reader.model.document import DocumentFacts
from reader.services.annotate import Selection
from ui.controllers.annotating import Annotating
from ui.controllers.mark_menus import MarkMenus
from ui.controllers.reading import Opened, Reading
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.panels.notice_strip import Offer


class Marking(QObject):
    """Keeps text pane, annotations panel and undo menu in step with the library's annotations."""

    def __init__(
        self,
        window: MainWindow,
        annotating: Annotating,
        reading: Reading,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._annotating = annotating
        self._reading = reading
        self._messages = messages
        self._documents: Mapping[str, DocumentFacts] = {}
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self._active = ""
        self._stale = True
        self.menus = MarkMenus(window, reading, self)
        self.style = ""

    def hold_undo(self, hold: bool) -> None:
        """Offer no undo while a step of the stack is still under way in the worker."""
        stack = self._annotating.stack
        self._window.actions_["undo"].setEnabled(stack.canUndo() and not hold)
        self._window.actions_["redo"].setEnabled(stack.canRedo() and not hold)

    def begin(self, style: str) -> None:
        """Fill styles and tags and connect everything. `style`: the colour that notes and underlines get."""
        styles = self._annotating.styles()
        self.style = style if style in {one.name for one in styles} else styles[0].name
        panel, voice = self._window.side.annotations, self._window.voice
        self._show_styles()
        self._annotating.vocabularyChanged.connect(self._on_vocabulary)
        panel.set_tags(self._annotating.tags())
        panel.filters.more.toggled.connect(self.refresh_panel)
        panel.queryChanged.connect(self.refresh_panel)
        panel.chosen.connect(self.go_to)
        panel.deleteRequested.connect(self._delete_all)
        panel.menuRequested.connect(self._fill_list_menu)
        editor = panel.editor
        editor.noteTyped.connect(self._annotating.set_note)
        editor.tagsChanged.connect(self._annotating.set_tags)
        editor.styleChosen.connect(self._annotating.set_style)
        editor.visitBegan.connect(self._annotating.begin_typing)
        editor.left.connect(lambda: self._window.pane.view.setFocus())
        panel.becameVisible.connect(self._refresh_if_stale)
        voice.annotationActivated.connect(self._on_activated)
        voice.annotationMenuRequested.connect(self._on_annotation_menu)
        voice.selectionChanged.connect(self._on_selection)
        voice.clauseTagRequested.connect(self.tag_clause)
        voice.rangeChangeRequested.connect(self.set_range)
        voice.hitChanged.connect(self._on_hit)
        self._reading.placed.connect(self._on_placed)
        self._annotating.changed.connect(self._on_changed)
        self._annotating.failed.connect(self._messages.tell)
        self._connect_actions()
        self._on_selection(None)
        self.refresh_panel()

    def _show_styles(self) -> None:
        styles = self._annotating.styles()
        self._window.actions_.set_styles(styles, self.mark)
        self._window.place_styles()
        self._window.side.annotations.set_styles(styles)

    def _on_vocabulary(self) -> None:
        """Styles were renamed, recoloured or added."""
        self._show_styles()
        self._window.pane.view.set_annotations(self._placed, self._annotating.styles())
        self._on_selection(self._window.pane.view.selection())
        self.refresh_panel()

    def _connect_actions(self) -> None:
        actions, stack = self._window.actions_, self._annotating.stack
        actions.connect_all(
            {
                "underline": self.underline,
                "note": self.note,
                "tag": self.tag,
                "change_range": self.change_range,
                "next_annotation": lambda: self._window.pane.view.next_annotation(),
                "previous_annotation": lambda: self._window.pane.view.previous_annotation(),
                "note_document": self.note_document,
                "delete": self.delete,
                "undo": self._undo,
                "redo": self._redo,
            }
        )
        for name, can, text in (
            ("undo", stack.canUndoChanged, stack.undoTextChanged),
            ("redo", stack.canRedoChanged, stack.redoTextChanged),
        ):
            action = actions[name]
            action.setEnabled(False)
            can.connect(action.setEnabled)
            text.connect(self.name_undo)

    # What others tell

    def show_document(self, opened: Opened, placed: Sequence[PlacedAnnotation]) -> None:
        """Another document has the focus; an annotation that is framed in it is the active one."""
        self._show(opened.facts.id, placed)
        framed = self._window.pane.view.page.active_mark()
        if framed is not None:
            self._choose(framed.id)

    def _on_placed(self, offset: int, _end: object) -> None:
        """Who goes to another clause is done with the annotation that was active: keys mean the new place."""
        active = self._find(self._active)
        start, end = (active.placement.start, active.placement.end) if active is not None else (None, None)
        if start is not None and end is not None and not start <= offset <= end:
            self._choose("")

    def _on_hit(self, _number: int, _count: int) -> None:
        hit = self._window.pane.view.current_hit()
        if hit is not None:
            self._on_placed(hit[0], None)

    def show_nothing(self) -> None:
        """No document is open any more."""
        self._show("", ())

    def _show(self, document_id: str, placed: Sequence[PlacedAnnotation]) -> None:
        self._placed = tuple(placed)
        self._active = ""
        self._window.side.annotations.document_id = document_id
        self._on_selection(self._window.pane.view.selection())
        self.refresh_panel()

    def set_documents(self, documents: Mapping[str, DocumentFacts]) -> None:
        """The library's documents are known (anew)."""
        self._documents = documents
        self.refresh_panel()

    def go_to_annotation(self, annotation_id: str) -> None:
        """Go to where the annotation of this id stands; nothing when it is gone."""
        placed = self._anywhere(annotation_id)
        if placed is not None:
            self.go_to(placed)

    def go_to(self, placed: PlacedAnnotation) -> None:
        """Go to where an annotation stands."""
        if not placed.document_id:
            self._messages.notice(self.tr("这条标注所在的公文不在库中。"))
            return
        start, end = placed.placement.start, placed.placement.end
        if not self._reading.open(placed.document_id, start, end):
            return
        if start is None and placed.annotation.anchor is not None:
            self._messages.notice(self.tr("原文里已找不到这条标注的位置。"))
        self._choose(placed.annotation.id)

    # What the user does

    def mark(self, style: str, mark: Mark = Mark.HIGHLIGHT) -> Annotation | None:
        """Mark the selection in a colour; without one, recolour the active annotation."""
        current, view = self._reading.current, self._window.pane.view
        ranges = view.selected_ranges()
        if current is None:
            return None
        if not ranges:
            active = self._active_annotation()
            if active is None:
                self._messages.notice(self.tr("请先在正文里选中一段文字。"))
            elif mark is Mark.UNDERLINE:
                self._annotating.set_mark(active, Mark.HIGHLIGHT if active.mark is mark else mark)
            else:
                self.style = style
                self._annotating.set_style(active, style)
            return active
        self.style = style
        made = self._annotating.create(current.facts.id, ranges, style, mark)
        if not made:
            return None
        view.select(ranges[-1][1], ranges[-1][1])
        self._choose(made[0].annotation.id)
        return made[0].annotation

    def underline(self) -> None:
        """Underline the selection, or change the active annotation between underline and highlight."""
        self.mark(self.style, Mark.UNDERLINE)

    def note(self) -> None:
        """Write a note on the selection or the active annotation."""
        if self._annotation_to_edit() is not None:
            self._window.side.annotations.editor.edit_note()

    def tag(self) -> None:
        """Tag the selection, the active annotation, or else the clause that is pointed at in the text."""
        view = self._window.pane.view
        if view.selection() is None and self._active_annotation() is None and view.tag_clause():
            return
        if self._annotation_to_edit() is not None:
            self._window.side.annotations.editor.edit_tags()

    def tag_clause(self, start: int, end: int, _address: str) -> None:
        """Mark exactly a clause, unless it is marked already, and begin to tag it."""
        current = self._reading.current
        if current is None:
            return
        same = next((one for one in self._placed if (one.placement.start, one.placement.end) == (start, end)), None)
        if same is None:
            made = self._annotating.create(current.facts.id, [(start, end)], self.style)
            if not made:
                return
            same = made[0]
        self._window.pane.view.place_caret(start)
        self._window.show_panel("annotations")
        self._choose(same.annotation.id)
        self._window.side.annotations.editor.edit_tags()

    def change_range(self) -> None:
        """Give the active annotation the selected range, or let its ends be moved by keyboard."""
        if not self._window.pane.view.change_range():
            self._messages.notice(self.tr("请先点一下要调整范围的标注。"))

    def set_range(self, annotation_id: str, start: int, end: int) -> None:
        """Put an annotation of the open document on another range of it."""
        current, found = self._reading.current, self._find(annotation_id)
        if current is not None and found is not None:
            self._annotating.set_range(found.annotation, current.facts.id, start, end)

    def note_document(self) -> None:
        """Write a note on the whole document."""
        current = self._reading.current
        if current is None:
            return
        made = self._annotating.note_on_document(current.facts.id, self.style)
        if made is not None:
            self._window.show_panel("annotations")
            self._choose(made.annotation.id)
            self._window.side.annotations.editor.edit_note()

    def delete(self) -> None:
        """Delete the active annotation."""
        active = self._active_annotation()
        if active is None:
            self._messages.notice(self.tr("请先点一下要删除的标注。"))
        else:
            self._delete_all((active,))

    def _delete_all(self, annotations: Sequence[Annotation]) -> None:
        """Delete annotations, and offer to bring them back: also once other things were done."""
        self._annotating.delete(annotations)
        at = self._annotating.stack.index()

        def bring_back() -> None:
            if self._annotating.stack.index() == at:
                self._undo()
            else:
                self._annotating.restore(annotations)

        text = self.tr("已删除 {count} 条标注。").format(count=len(annotations))
        self._messages.notice(text, Offer(self.tr("撤销"), bring_back))

    def _undo(self) -> None:
        self._window.side.annotations.editor.flush()
        self._annotating.stack.undo()

    def _redo(self) -> None:
        self._annotating.stack.redo()

    def _annotation_to_edit(self) -> Annotation | None:
        if self._window.pane.view.selection() is not None:
            found = self.mark(self.style)
        else:
            found = self._active_annotation()
            if found is None:
                self._messages.notice(self.tr("请先选中一段文字，或点一下已有的标注。"))
        if found is not None:
            self._window.show_panel("annotations")
            self._choose(found.id)
        return found

    def _active_annotation(self) -> Annotation | None:
        found = self._find(self._active)
        return found.annotation if found is not None else None

    def _find(self, annotation_id: str) -> PlacedAnnotation | None:
        if not annotation_id:
            return None
        return next((one for one in self._placed if one.annotation.id == annotation_id), None)

    def _choose(self, annotation_id: str) -> None:
        self._active = annotation_id
        self._window.pane.view.set_active_annotation(annotation_id)
        self._window.side.annotations.select(annotation_id)

    # What changed

    def _on_activated(self, annotation_id: str) -> None:
        if annotation_id:
            self._window.show_panel("annotations")
        self._choose(annotation_id)

    def _on_selection(self, chosen: object) -> None:
        has_document = self._reading.current is not None
        for action in self._window.actions_.style_actions:
            action.setEnabled(has_document)
        self._window.actions_["copy"].setEnabled(chosen is not None)
        for name in ("copy_cited", "underline", "note", "tag", "delete", "note_document", "find"):
            self._window.actions_[name].setEnabled(has_document)
        if isinstance(chosen, tuple):
            start, end = chosen
            self._window.status.place.setText(self.tr("选中 {count} 字").format(count=end - start))
        else:
            self._window.status.place.clear()

    def _on_changed(self, key: str) -> None:
        current = self._reading.current
        if current is not None and key in ("", current.facts.key):
            self._placed = self._annotating.of_document(current.facts.id)
            self._window.pane.view.set_annotations(self._placed)
        panel = self._window.side.annotations
        self.refresh_panel()
        active = self._active_annotation()
        if active is not None and panel.editor.annotation is None:
            # Undoing brought the chosen annotation back.
            panel.select(active.id)

    def refresh_panel(self) -> None:
        """Ask for the panel's annotations anew; while it is out of sight, later."""
        panel = self._window.side.annotations
        self._stale = not panel.isVisible()
        if self._stale:
            return
        panel.set_tags(self._annotating.tags())
        if panel.filters.more.isChecked():
            panel.set_authors(self._annotating.authors())
        chosen = panel.editor.annotation
        if panel.whole_library or panel.filtered:
            if not panel.whole_library and not panel.document_id:
                placed: tuple[PlacedAnnotation, ...] = ()
            else:
                placed = self._annotating.of_library(panel.selection())
        else:
            placed = self._placed
        panel.show_annotations(placed, self._annotating.styles(), self._documents)
        if chosen is not None and not panel.model.index_of(chosen.id).isValid():
            # A filter that no longer fits must not take the editor away from under the typing.
            typing = panel.editor.isAncestorOf(self._focus())
            panel.editor.show_annotation(self._anywhere(chosen.id) if typing else None)

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self.refresh_panel()
            self._window.side.annotations.select(self._active)

    def _anywhere(self, annotation_id: str) -> PlacedAnnotation | None:
        return next(iter(self._annotating.of_library(Selection(ids=(annotation_id,)))), None)

    def _focus(self) -> QWidget:
        return self._window.focusWidget() or self._window

    def name_undo(self, _text: str = "") -> None:
        """Say in the menu what undo and redo would do."""
        stack = self._annotating.stack
        for name, text in (("undo", stack.undoText()), ("redo", stack.redoText())):
            what = self._window.actions_.spec(name).text
            shown = self.tr("{what}：{change}").format(what=what, change=text.replace("&", "&&"))
            self._window.actions_[name].setText(shown if text else what)

    # Context menus

    def _on_annotation_menu(self, annotation_id: str, point: QPoint) -> None:
        self._choose(annotation_id)
        self.menus.show_for_annotation(point)

    def _fill_list_menu(self, menu: QMenu, placed: PlacedAnnotation) -> None:
        self.go_to(placed)
        self.menus.fill_for_annotation(menu)
