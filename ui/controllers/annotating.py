"""Marking text: every change goes through the undo stack to the service, and says which document it concerns."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from reader.model.annotation import Annotation, Mark, PlacedAnnotation, Style
from reader.model.errors import UserError
from reader.services import annotate, exchange, reattaching, tags
from reader.services.library import Library
from ui.commands.change_annotation import ChangeAnnotation, ChangeAnnotations, Pair
from ui.commands.change_style import ChangeStyle
from ui.commands.take_in import TakeIn
from ui.models.style_words import shown, stored

Range = tuple[int, int]


class Annotating(QObject):
    """Creates, changes and deletes annotations.

    Signals:
        changed: the key of the document whose annotations changed, "" for several documents.
        vocabularyChanged: the styles were changed.
        failed: a `UserError` that kept a change from being stored.
    """

    changed = Signal(str)
    vocabularyChanged = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.stack = QUndoStack(self)
        self.author = ""
        self._typing = 0

    def styles(self) -> tuple[Style, ...]:
        """The named colours, with names in the language of the window."""
        return tuple(shown(style) for style in annotate.styles(self._library))

    def _label(self, style: str) -> str:
        """What a style of this name is called; the name itself where there is none."""
        return next((one.label for one in self.styles() if one.name == style), style)

    def of_document(self, document_id: str) -> tuple[PlacedAnnotation, ...]:
        """The annotations of a document in text order."""
        return annotate.annotations_of(self._library, document_id)

    def of_library(self, selection: annotate.Selection) -> tuple[PlacedAnnotation, ...]:
        """The annotations of the library that fit, in text order."""
        return annotate.all_annotations(self._library, selection)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags with how often they are used."""
        return annotate.tags(self._library)

    def authors(self) -> tuple[str, ...]:
        """The names under which there are annotations, "" for those without one."""
        return annotate.authors(self._library)

    def trash(self) -> tuple[Annotation, ...]:
        """What lies in the trash, the latest first."""
        return tuple(reversed(annotate.trash(self._library)))

    def empty_trash(self) -> int:
        """Delete for good what lies in the trash; tells how many."""
        try:
            return annotate.empty_trash(self._library, older_than_days=0)
        except UserError as error:
            self.failed.emit(error)
            return 0

    def create(
        self, document_id: str, ranges: Sequence[Range], style: str, mark: Mark = Mark.HIGHLIGHT
    ) -> tuple[PlacedAnnotation, ...]:
        """Mark ranges of a document (code points); one step to undo, whatever their number."""
        made: list[PlacedAnnotation] = []
        text = self.tr("标注“{style}”").format(style=self._label(style))
        if mark is Mark.UNDERLINE:
            text = self.tr("加下划线")

        def work() -> None:
            for start, end in ranges:
                placed = annotate.create(
                    self._library, document_id, start=start, end=end, style=style, mark=mark, author=self.author
                )
                made.append(placed)
                self._push(None, placed.annotation, text)

        self._together(text, len(ranges), work)
        return tuple(made)

    def note_on_document(self, document_id: str, style: str) -> PlacedAnnotation | None:
        """Begin a note on a whole document."""
        made: list[PlacedAnnotation] = []

        def work() -> None:
            placed = annotate.create_on_document(
                self._library, document_id, style=style, note="", tags=(), author=self.author
            )
            made.append(placed)
            self._push(None, placed.annotation, self.tr("全文批注"))

        self._together("", 1, work)
        return made[0] if made else None

    def begin_typing(self) -> None:
        """A new visit to the note editor: what is typed from now on is one step to undo."""
        self._typing += 1

    def set_note(self, annotation: Annotation, note: str) -> Annotation:
        """Store a note; merges with the changes of the same visit to the editor."""
        return self._change(annotation, self.tr("修改批注"), self._typing, note=note)

    def set_tags(self, annotation: Annotation, tags: Sequence[str]) -> Annotation:
        """Replace the tags."""
        return self._change(annotation, self.tr("修改标签"), 0, tags=tuple(tags))

    def set_style(self, annotation: Annotation, style: str) -> Annotation:
        """Give another colour."""
        return self._change(annotation, self.tr("改为“{style}”").format(style=style), 0, style=style)

    def set_mark(self, annotation: Annotation, mark: Mark) -> Annotation:
        """Draw it otherwise."""
        return self._change(annotation, self.tr("改变标注方式"), 0, mark=mark)

    def set_range(self, annotation: Annotation, document_id: str, start: int, end: int) -> Annotation:
        """Put it on another range of a document (code points)."""
        try:
            after = reattaching.attach(self._library, annotation.id, document_id, start, end).annotation
        except UserError as error:
            self.failed.emit(error)
            return annotation
        self._push(annotation, after, self.tr("调整标注范围"))
        return after

    def delete(self, annotations: Sequence[Annotation]) -> None:
        """Move annotations to the trash; one step to undo."""
        self.change_all([(one, None) for one in annotations], self.tr("删除标注"))

    def restore(self, annotations: Sequence[Annotation]) -> None:
        """Bring annotations back from the trash; one step to undo."""
        self.change_all([(None, one) for one in annotations], self.tr("恢复标注"))

    def change_each(
        self, annotations: Sequence[Annotation], change: Callable[[Annotation], Annotation], text: str
    ) -> None:
        """Change several annotations alike; one step to undo."""
        moment = now()
        pairs = [(one, change(one)) for one in annotations]
        self.change_all(
            [(one, dataclasses.replace(after, modified=moment)) for one, after in pairs if after != one], text
        )

    def change_all(self, pairs: Sequence[Pair], text: str, *, applied: bool = False) -> None:
        """Bring annotations from one state to another; one step to undo.

        Args:
            pairs: each before and after; None before it was made and after it was deleted.
            applied: the library is in the second state already.
        """
        if not pairs:
            return
        try:
            if not applied:
                self._store(pairs)
        except UserError as error:
            self.failed.emit(error)
            return
        self.stack.push(ChangeAnnotations(self._apply_all, pairs, text))
        self._tell_all(pairs)

    def rename_tag(self, old: str, new: str) -> None:
        """Call a tag, and all below it, by another name; one step to undo."""
        self._change_tags(lambda: tags.rename(self._library, old, new), self.tr("标签“{tag}”改名").format(tag=old))

    def delete_tag(self, tag: str) -> None:
        """Take a tag, and all below it, off every annotation; one step to undo."""
        self._change_tags(lambda: tags.delete(self._library, tag), self.tr("删除标签“{tag}”").format(tag=tag))

    def _change_tags(self, change: Callable[[], Sequence[Annotation]], text: str) -> None:
        try:
            before = change()
            pairs = [(one, annotate.annotation(self._library, one.id)) for one in before]
        except UserError as error:
            self.failed.emit(error)
            return
        self.change_all(pairs, text, applied=True)

    def confirm(self, placed: Sequence[PlacedAnnotation]) -> None:
        """Say that the places where annotations were found are right; one step to undo."""
        pairs: list[Pair] = []
        try:
            for one in placed:
                after = reattaching.confirm(self._library, one.annotation.id, one.document_id)
                pairs.append((one.annotation, after.annotation))
        except UserError as error:
            self.failed.emit(error)
        self.change_all(pairs, self.tr("确定标注的位置"), applied=True)

    def attach(self, annotation: Annotation, document_id: str, start: int, end: int) -> None:
        """Put an annotation on a range of any document (code points); one step to undo."""
        try:
            after = reattaching.attach(self._library, annotation.id, document_id, start, end).annotation
        except UserError as error:
            self.failed.emit(error)
            return
        self.change_all([(annotation, after)], self.tr("确定标注的位置"), applied=True)

    def change_style(self, before: Style | None, after: Style) -> None:
        """Rename or recolour a style, or add one; one step to undo."""
        try:
            annotate.save_style(self._library, stored(after))
        except UserError as error:
            self.failed.emit(error)
            return
        text = self.tr("修改颜色") if before is not None else self.tr("添加颜色“{style}”").format(style=after.label)
        self.stack.push(ChangeStyle(self._apply_style, before, after, text))
        self.vocabularyChanged.emit()

    def _apply_style(self, before: Style | None, after: Style | None) -> None:
        try:
            if after is not None:
                annotate.save_style(self._library, stored(after))
            elif before is not None:
                annotate.remove_style(self._library, before.name)
        except UserError as error:
            self.failed.emit(error)
        self.vocabularyChanged.emit()

    def took_in(self, done: exchange.Exchanged) -> None:
        """A colleague's annotations have been taken in; one step to undo."""
        if done.replaced:
            text = self.tr("导入批注（{count} 条）").format(count=len(done.replaced))
            self.stack.push(TakeIn(self._undo_taking, self._redo_taking, done, text))
        self.vocabularyChanged.emit()
        self.changed.emit("")

    def _undo_taking(self, done: exchange.Exchanged) -> None:
        self._exchange(lambda: exchange.undo(self._library, done))

    def _redo_taking(self, done: exchange.Exchanged) -> None:
        self._exchange(lambda: exchange.redo(self._library, done))

    def _exchange(self, work: Callable[[], None]) -> None:
        try:
            work()
        except UserError as error:
            self.failed.emit(error)
        self.vocabularyChanged.emit()
        self.changed.emit("")

    def _apply_all(self, pairs: Sequence[Pair]) -> None:
        try:
            self._store(pairs)
        except UserError as error:
            self.failed.emit(error)
        self._tell_all(pairs)

    def _store(self, pairs: Sequence[Pair]) -> None:
        saved = [after for _, after in pairs if after is not None]
        annotate.apply(self._library, saved, [one.id for one, after in pairs if after is None and one is not None])

    def _tell_all(self, pairs: Sequence[Pair]) -> None:
        keys = {one.key for pair in pairs for one in pair if one is not None}
        self.changed.emit(keys.pop() if len(keys) == 1 else "")

    def _change(self, annotation: Annotation, text: str, typing: int, **values: object) -> Annotation:
        after = dataclasses.replace(annotation, **values)  # type: ignore[arg-type]  # names of fields with their values
        if after == annotation:
            return annotation
        after = dataclasses.replace(after, modified=now())
        try:
            annotate.save(self._library, after)
        except UserError as error:
            self.failed.emit(error)
            return annotation
        self._push(annotation, after, text, typing)
        return after

    def _together(self, text: str, count: int, work: Callable[[], None]) -> None:
        if count > 1:
            self.stack.beginMacro(text)
        try:
            work()
        except UserError as error:
            self.failed.emit(error)
        finally:
            if count > 1:
                self.stack.endMacro()

    def _push(self, before: Annotation | None, after: Annotation | None, text: str, typing: int = 0) -> None:
        self.stack.push(ChangeAnnotation(self._apply, before, after, text, typing))
        self._tell(before, after)

    def _apply(self, before: Annotation | None, after: Annotation | None) -> None:
        try:
            if after is not None:
                annotate.save(self._library, after)
            elif before is not None:
                annotate.delete(self._library, before.id)
        except UserError as error:
            self.failed.emit(error)
        self._tell(before, after)

    def _tell(self, before: Annotation | None, after: Annotation | None) -> None:
        one = after or before
        if one is not None:
            self.changed.emit(one.key)


def now() -> str:
    """This moment as annotations keep it: UTC, ISO 8601 with Z, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
