"""What the user does with several annotations at once: colour, tags, export, deletion."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.model.annotation import Annotation, PlacedAnnotation
from reader.services.annotate import Selection, clean_tags
from ui.controllers.annotating import Annotating
from ui.controllers.handing_on import HandingOn
from ui.dialogs.asking import question
from ui.main_window import MainWindow
from ui.panels.note_editor import parse_tags
from ui.panels.style_swatch import swatch


class Many(QObject):
    """Fills the context menu of several chosen annotations."""

    def __init__(
        self, window: MainWindow, annotating: Annotating, handing_on: HandingOn, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._annotating = annotating
        self._handing_on = handing_on
        window.side.annotations.manyMenuRequested.connect(self.fill)
        window.side.annotations.copyRequested.connect(handing_on.copying.copy_annotations)

    def fill(self, menu: QMenu, placed: Sequence[PlacedAnnotation]) -> None:
        """Add what can be done with several annotations."""
        chosen = tuple(one.annotation for one in placed)
        head = menu.addAction(self.tr("选中 {count} 条标注").format(count=len(chosen)))
        head.setEnabled(False)
        menu.addSeparator()
        colours = menu.addMenu(self.tr("颜色"))
        for style in self._annotating.styles():
            colours.addAction(swatch(style), style.label, lambda name=style.name: self.set_style(chosen, name))
        menu.addAction(self.tr("加标签…"), lambda: self.ask_tags(chosen))
        tags = sorted({tag for one in chosen for tag in one.tags})
        below = menu.addMenu(self.tr("去掉标签"))
        below.setEnabled(bool(tags))
        for tag in tags:
            below.addAction(tag, lambda tag=tag: self.remove_tag(chosen, tag))
        menu.addSeparator()
        menu.addAction(self.tr("连同出处复制"), lambda: self._handing_on.copying.copy_annotations(placed))
        menu.addAction(self.tr("导出这些标注…"), lambda: self.export(chosen))
        menu.addSeparator()
        menu.addAction(self.tr("删除"), lambda: self._window.side.annotations.deleteRequested.emit(chosen))

    def set_style(self, chosen: Sequence[Annotation], style: str) -> None:
        """Give all of them a colour."""
        text = self.tr("改颜色（{count} 条）").format(count=len(chosen))
        self._annotating.change_each(chosen, lambda one: dataclasses.replace(one, style=style), text)

    def ask_tags(self, chosen: Sequence[Annotation]) -> None:
        """Ask for tags and add them to all."""
        dialog = question(
            self._window,
            "addTagsDialog",
            self.tr("加标签"),
            self.tr("给选中的 {count} 条标注加上标签（用逗号隔开）：").format(count=len(chosen)),
            self.tr("加上"),
            choices=["", *(tag for tag, _ in self._annotating.tags())],
            free=True,
        )
        dialog.textValueSelected.connect(lambda typed: self.add_tags(chosen, parse_tags(typed)))
        dialog.open()

    def add_tags(self, chosen: Sequence[Annotation], tags: Sequence[str]) -> None:
        """Add tags to all of them."""
        text = self.tr("加标签（{count} 条）").format(count=len(chosen))
        self._annotating.change_each(
            chosen, lambda one: dataclasses.replace(one, tags=clean_tags((*one.tags, *tags))), text
        )

    def remove_tag(self, chosen: Sequence[Annotation], tag: str) -> None:
        """Take a tag off all of them."""
        text = self.tr("去掉标签（{count} 条）").format(count=len(chosen))
        self._annotating.change_each(
            chosen, lambda one: dataclasses.replace(one, tags=tuple(t for t in one.tags if t != tag)), text
        )

    def export(self, chosen: Sequence[Annotation]) -> None:
        """Ask how to export them."""
        self._handing_on.ask_export(Selection(ids=tuple(one.id for one in chosen)))
