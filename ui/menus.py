"""The menu bar: every action has its place in it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.actions import PARAGRAPH_KINDS, Actions

CITATIONS = ("official", "source", "short", "gbt7714", "csl")
"""The forms of citation in the order of their menu."""


class Menus(QObject):
    """Fills a menu bar. Names of actions; "" is a line between two groups.

    Attributes:
        mark: what is done with annotations; the colours are put into it once they are known.
        correction: what the importer found, put right.
        library: how the library's tree is arranged and narrowed, and what is done with what is chosen in it.
        tags_of_library: filled by whoever knows the tags, when it is opened.
        bookmarks, recent: filled by whoever keeps them, when they are opened.
    """

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        super().__init__(bar)
        self._bar = bar
        self._actions = actions
        self._behind_styles: QAction | None = None
        self.recent = QMenu(self.tr("最近打开(&T)"), bar)
        self._file()
        self._edit()
        self.mark = self._mark()
        self.correction = self._correct()
        self.tags_of_library = QMenu(self.tr("只看标签(&T)"), bar)
        self.library = self._library()
        self.bookmarks = QMenu(self.tr("书签(&K)"), bar)
        self._go()
        self._view()
        self._menu(self.tr("帮助(&H)"), "palette", "help", "about")

    def place_styles(self) -> None:
        """Put the colours on top of the menu of marks; their actions must exist. May be called again."""
        if self._behind_styles is None:
            self._behind_styles = self.mark.insertSeparator(self._actions["underline"])
        for action in self._actions.style_actions:
            self.mark.insertAction(self._behind_styles, action)

    def citations(self, parent: QWidget) -> QMenu:
        """A menu of the forms in which what is selected, chosen or open can be cited."""
        return self._fill(QMenu(self.tr("复制出处(&T)"), parent), *(f"cite_{form}" for form in CITATIONS))

    def paragraph_kinds(self, parent: QWidget) -> QMenu:
        """A menu of what a paragraph can be marked as."""
        return self._fill(QMenu(self.tr("这一段是(&P)"), parent), *PARAGRAPH_KINDS)

    def _file(self) -> None:
        menu = self._menu(self.tr("文件(&F)"), "import_files", "import_folder", "import_sample")
        menu.addMenu(self.recent)
        self._fill(
            menu,
            *("", "watch", "look_watched", ""),
            *("export", "export_document", "export_exchange", "import_annotations", ""),
            *("print_preview", "print", ""),
            *("backup", "backups", "", "preferences", "shortcuts", ""),
            *("close_tab", "close_other_tabs", "quit"),
        )

    def _edit(self) -> None:
        menu = self._menu(self.tr("编辑(&E)"), "undo", "redo", "", "copy", "copy_cited")
        menu.addMenu(self.citations(menu))
        self._fill(menu, "", "find", "find_next", "find_previous", "clear_hits", "", "search")

    def _mark(self) -> QMenu:
        menu = self._menu(
            self.tr("标注(&A)"),
            *("underline", "note", "tag", "change_range", "note_document", "", "delete"),
            *("", "review", "trash", "styles", "tags"),
        )
        menu.setObjectName("menuMark")
        return menu

    def _correct(self) -> QMenu:
        menu = self._menu(
            self.tr("更正(&R)"), "correct_split", "correct_merge", "correct_start", "correct_next", "", "correct_facts"
        )
        menu.addMenu(self.paragraph_kinds(menu))
        return self._fill(menu, "", "report")

    def _library(self) -> QMenu:
        menu = self._menu(self.tr("公报库(&L)"), "filter", "only_unread", "only_noted")
        menu.addMenu(self.tags_of_library)
        self._fill(menu, "show_all", "")
        order = menu.addMenu(self.tr("排列(&O)"))
        self._fill(order, "order_reading", "order_date", "order_number", "order_title")
        self._fill(order, "", "newest_first", "publishers_by_count")
        return self._fill(
            menu,
            *("", "mark_read", "mark_unread", "", "export_chosen", ""),
            *("correct_issue", "remove_issues", "", "gaps"),
        )

    def _go(self) -> None:
        menu = self._menu(
            self.tr("转到(&G)"),
            *("back", "forward", "", "next_tab", "previous_tab", "reopen_tab", "other_side", ""),
            *("previous_document", "next_document", ""),
            *("previous_annotation", "next_annotation", "", "go_to", "validity", "duties", ""),
        )
        menu.addMenu(self.bookmarks)
        self._fill(self.bookmarks, "bookmark")

    def _view(self) -> None:
        menu = self._menu(
            self.tr("视图(&V)"),
            *("show_library", "show_outline", "show_annotations", "show_search", ""),
            *("split", "open_beside", "scroll_together", "compare_sides", "show_source", ""),
            *("zoom_in", "zoom_out", "zoom_reset", "open_table", ""),
        )
        self._fill(menu.addMenu(self.tr("纸色(&E)")), "theme_system", "theme_light", "theme_sepia", "theme_dark")
        self._fill(menu, "full_screen")

    def _menu(self, title: str, *names: str) -> QMenu:
        return self._fill(self._bar.addMenu(title), *names)

    def _fill(self, menu: QMenu, *names: str) -> QMenu:
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu
