"""Marking text: every change goes through the undo stack to the service, and says which document it concerns."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from reader.model.annotation import Annotation, Mark, PlacedAnnotation, Style
from reader.model.errors import UserError
from reader.services import annotate, reattaching
from reader.services.library import Library
from ui.commands.change_annotation import ChangeAnnotation

Range = tuple[int, int]


class Annotating(QObject):
    """Creates, changes and deletes annotations.

    Signals:
        changed: the key of the document whose annotations changed.
        failed: a `UserError` that kept a change from being stored.
    """

    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.stack = QUndoStack(self)
        self.author = ""
        self._typing = 0

    def styles(self) -> tuple[Style, ...]:
        """The named colours."""
        return annotate.styles(self._library)

    def of_document(self, document_id: str) -> tuple[PlacedAnnotation, ...]:
        """The annotations of a document in text order."""
        return annotate.annotations_of(self._library, document_id)

    def of_library(self, selection: annotate.Selection) -> tuple[PlacedAnnotation, ...]:
        """The annotations of the library that fit, in text order."""
        return annotate.all_annotations(self._library, selection)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags with how often they are used."""
        return annotate.tags(self._library)

    def create(
        self, document_id: str, ranges: Sequence[Range], style: str, mark: Mark = Mark.HIGHLIGHT
    ) -> tuple[PlacedAnnotation, ...]:
        """Mark ranges of a document (code points); one step to undo, whatever their number."""
        made: list[PlacedAnnotation] = []
        text = self.tr("加下划线") if mark is Mark.UNDERLINE else self.tr("标注“{style}”").format(style=style)

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
        text = self.tr("删除标注")

        def work() -> None:
            for annotation in annotations:
                annotate.delete(self._library, annotation.id)
                self._push(annotation, None, text)

        self._together(text, len(annotations), work)

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
