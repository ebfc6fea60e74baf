"""The window of the manual."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.controllers.desk import Desk
from ui.dialogs.manual import Keys, ManualDialog
from ui.models.manual import SHORTCUTS, KeyGroup, page_html, pages
from ui.models.menu_keys import key_groups, shown_keys


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def spoken() -> list[str]:
    """The language of the window is the last one."""
    return ["zh"]


@pytest.fixture
def manual(behind: QWidget, spoken: list[str]) -> ManualDialog:
    keys: dict[str, str] = defaultdict(lambda: "Ctrl+?")
    groups = (KeyGroup("编辑", (("查找", "Ctrl+F"),)),)
    return ManualDialog(lambda: Keys(spoken[-1], keys, groups), behind)


def test_it_begins_at_the_beginning(manual: ManualDialog) -> None:
    assert manual.page == "01-start.md"
    assert "开始使用" in manual.browser.toPlainText()


def test_links_lead_to_other_pages(manual: ManualDialog) -> None:
    manual.browser.anchorClicked.emit(QUrl("08-keep.md"))
    assert manual.page == "08-keep.md"
    assert "annotations.db" in manual.browser.toPlainText()


def test_words_narrow_the_contents_and_are_shown(manual: ManualDialog) -> None:
    manual.words.setText("不存在的词语")
    assert manual.contents.count() == 0
    assert manual.nothing.isVisibleTo(manual)
    manual.words.setText("回收站")
    assert manual.contents.count() >= 1
    assert manual.browser.textCursor().selectedText() == "回收站"


def test_a_hidden_page_comes_back_when_a_link_leads_to_it(manual: ManualDialog) -> None:
    manual.words.setText("退出码")
    manual.show_page("01-start.md")
    assert manual.page == "01-start.md"
    assert manual.words.text() == ""


def test_turning_pages_ends_at_the_ends(manual: ManualDialog) -> None:
    assert not manual.back.isEnabled()
    manual.forward.click()
    assert manual.page == "02-read.md"
    manual.show_page("11-limits.md")
    assert not manual.forward.isEnabled()


def test_another_language_shows_the_same_page_in_it(manual: ManualDialog, spoken: list[str]) -> None:
    manual.show_page("08-keep.md")
    spoken.append("en")
    QApplication.sendEvent(manual, QEvent(QEvent.Type.LanguageChange))
    assert manual.page == "08-keep.md"
    assert manual.browser.toPlainText().startswith("Keeping")


def test_every_key_that_pages_name_is_an_action(desk: Desk) -> None:
    actions = desk.window.actions_
    keys = {action.objectName().removeprefix("action_"): shown_keys(action) for action in actions}
    for language in ("zh", "en"):
        for page in pages(language):
            page_html(page, keys, language)


def test_the_page_of_keys_has_every_shortcut(desk: Desk) -> None:
    desk.messages.help()
    dialog = desk.window.findChild(ManualDialog)
    assert isinstance(dialog, ManualDialog)
    dialog.show_page(SHORTCUTS)
    shown = dialog.browser.toPlainText()
    grouped = {keys for group in key_groups(desk.window.menuBar()) for _text, keys in group.keys}
    assert {shown_keys(action) for action in desk.window.actions_ if shown_keys(action)} <= grouped
    assert all(keys in shown for keys in grouped)


def test_help_twice_is_one_window(desk: Desk) -> None:
    desk.messages.help()
    desk.messages.help()
    assert len(desk.window.findChildren(ManualDialog)) == 1
