"""The report window over a small library."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.services import catalogue
from ui.controllers.desk import Desk
from ui.dialogs.issue_report import IssueReportWindow
from ui.models.report_entries import Group


@pytest.fixture
def report(desk: Desk, qtbot: QtBot) -> IssueReportWindow:
    """The report of the only issue."""
    (issue,) = catalogue.issues(desk.library)
    desk.checking.open(issue.facts.id)
    qtbot.waitUntil(lambda: desk.checking.window.isVisible())
    return desk.checking.window


def test_doubts_come_first_with_text_and_original_side_by_side(report: IssueReportWindow) -> None:
    entry = report.model.entry(report.list.currentIndex())
    assert entry is not None
    assert entry.group is Group.DOUBT
    assert report.source.line == entry.line == 1
    assert report.view.document is not None
    assert report.source.toPlainText().startswith("云汀市人民政府公报 2025年第3期")


def test_a_line_of_the_original_leads_to_its_document(report: IssueReportWindow) -> None:
    report.source.lineChosen.emit(6)
    assert report.document_id
    assert report.view.document is not None
    assert report.view.document.facts.title == "云汀市人民政府关于夜市的意见"


def test_one_group_can_be_shown_alone(report: IssueReportWindow) -> None:
    report._buttons[Group.REMOVAL].click()
    groups = {report.model.entry(report.model.index(row)).group for row in range(report.model.rowCount())}  # type: ignore[union-attr]  # rows that exist
    assert groups == {Group.REMOVAL}
    report._buttons[Group.REPAIR].click()
    assert not report.list.isVisible()
    assert "没有修复" in report.empty.text()


def test_a_place_is_opened_in_the_main_window(report: IssueReportWindow, desk: Desk) -> None:
    report.show_document(list(desk.documents)[1])
    report.open_button.click()
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id == list(desk.documents)[1]


def test_without_its_original_the_report_is_still_shown(desk: Desk, qtbot: QtBot) -> None:
    (issue,) = catalogue.issues(desk.library)
    catalogue.original(desk.library, issue.facts.id).unlink()
    desk.checking.open(issue.facts.id)
    qtbot.waitUntil(lambda: desk.checking.window.isVisible())
    assert "再导入一次" in desk.checking.window.source_title.text()
    assert desk.checking.window.model.rowCount() > 0


def test_the_trees_menu_opens_the_report_at_a_document(desk: Desk, qtbot: QtBot) -> None:
    menu = QMenu(desk.window)
    second = list(desk.documents.values())[1]
    desk.window.library.show_document(second.id)
    desk.tree_menu.fill(menu, desk.window.library.chosen())
    next(action for action in menu.actions() if action.text() == "对照原文检查…").trigger()
    qtbot.waitUntil(lambda: desk.checking.window.isVisible())
    assert desk.checking.window.document_id == second.id
