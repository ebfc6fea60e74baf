"""The library tree on the screen: heights of its rows, what is open in it, what of it stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from reader.model.document import IssueFacts
from reader.services.shelf import Listed, Marks, Shelf
from ui.models.library_order import TreeOrder
from ui.panels.library_panel import OPEN_ALL_UP_TO, LibraryPanel

LONG = "关于进一步做好全市古桥、古树、古井和古民居调查登记以及日常养护维修工作并按时报送情况的紧急通知"


def shelf(issues: int, documents: int, title: str = "关于第{number}件事的通知") -> Shelf:
    rows = {f"i{n}": [Listed(f"d{n}-{m}", f"i{n}", f"k{n}-{m}", title.format(number=m), "云政发", 2025, str(m),
                             f"云政发〔2025〕{m}号", "云汀市人民政府", "", "", None, "通知", 0)
                      for m in range(documents)] for n in range(issues)}
    facts = tuple(IssueFacts("公报", "云汀市人民政府", 2025, n + 1, id=f"i{n}") for n in range(issues))
    return Shelf(facts, {name: [one.id for one in found] for name, found in rows.items()}, Marks(),
                 lambda name: [one for found in rows.values() for one in found] if name is None else rows[name])


@pytest.fixture
def panel(qtbot: QtBot) -> LibraryPanel:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(276, 600)
    panel.show()
    return panel


def height(tree: QTreeView, index: QModelIndex) -> int:
    return tree.visualRect(index).height()


def test_a_title_has_two_lines_but_all_of_them_while_something_is_looked_for(panel: LibraryPanel) -> None:
    panel.set_shelf(shelf(1, 1, LONG))
    before = height(panel.tree, panel.model.index_of("d0-0"))
    panel.filter.setText("紧急")
    panel._settle()
    line = panel.tree.fontMetrics().lineSpacing()
    assert height(panel.tree, panel.model.index_of("d0-0")) == before + 2 * line


def test_a_row_grows_when_the_tree_gets_narrow(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.resize(500, 600)
    panel.set_shelf(shelf(1, 1, "关于修缮古桥和夜市的通知及其他"))
    before = height(panel.tree, panel.model.index_of("d0-0"))
    panel.resize(190, 600)
    qtbot.waitUntil(lambda: height(panel.tree, panel.model.index_of("d0-0")) > before)


def test_a_filter_that_leaves_little_opens_it_all_and_else_the_first_issue(panel: LibraryPanel) -> None:
    panel.set_shelf(shelf(60, 10))
    panel.filter.setText("第3件")
    panel._settle()
    assert panel.model.document_count == 60
    assert all(panel.tree.isExpanded(index) for index in panel.model.folders())
    panel.filter.setText("通知")
    panel._settle()
    assert panel.model.document_count > OPEN_ALL_UP_TO
    assert [panel.tree.isExpanded(panel.model.index_of_issue(f"i{n}")) for n in (59, 58)] == [True, False]


def test_what_was_open_is_open_again_after_a_filter_another_order_and_a_reload(panel: LibraryPanel) -> None:
    panel.set_shelf(shelf(5, 3))
    opened = panel.model.index_of_issue("i1")
    panel.tree.expand(opened.parent())
    panel.tree.expand(opened)
    changes: dict[str, Callable[[], object]] = {
        "filter": lambda: (panel.filter.setText("第2件"), panel._settle(), panel.clear_filter()),
        "order": lambda: panel.set_order(TreeOrder("title")),
        "reload": lambda: panel.set_shelf(shelf(5, 3)),
        "language": lambda: QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange)),
    }
    for name, change in changes.items():
        change()
        assert panel.tree.isExpanded(panel.model.index_of_issue("i1")), name


def test_the_open_document_is_in_sight_in_another_order_before_anything_is_painted(
    panel: LibraryPanel, qtbot: QtBot
) -> None:
    panel.set_shelf(shelf(1, 60))
    panel.show_document("d0-55")
    panel.set_order(TreeOrder("title"))
    assert not panel.tree.updatesEnabled()
    qtbot.waitUntil(panel.tree.updatesEnabled)
    shown = panel.model.index_of("d0-55")
    assert panel.tree.currentIndex() == shown
    assert panel.tree.viewport().rect().contains(panel.tree.visualRect(shown))


def test_an_order_set_before_the_tree_is_seen_holds_nothing_back(qtbot: QtBot) -> None:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.set_order(TreeOrder("title"))
    panel.show()
    assert panel.tree.updatesEnabled()


def test_typing_ahead_starts_again_from_the_top(panel: LibraryPanel) -> None:
    panel.set_shelf(shelf(1, 12))
    panel.show_document("d0-5")
    panel.tree.keyboardSearch("第1件")
    assert panel.tree.currentIndex() == panel.model.index_of("d0-1")


def test_rows_are_dragged_only_while_there_is_something_to_drag(panel: LibraryPanel) -> None:
    panel.set_shelf(shelf(1, 3))
    index = panel.model.index_of("d0-0")
    assert not panel.model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    panel.model.set_dragging(lambda _: panel.model.mimeData([]))
    assert panel.model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
