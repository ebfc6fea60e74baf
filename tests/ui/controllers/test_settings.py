"""The settings: every choice takes effect at once and is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.qtbot import QtBot

from reader.services import safety, searches
from tests.ui.conftest import DeskMaker
from ui import preferences
from ui import theme as themes
from ui.controllers.desk import Desk
from ui.controllers.settings import Pages
from ui.dialogs.settings_shortcuts import ShortcutsPage
from ui.preferences import Preferences


def pages(desk: Desk, page: str = "") -> Pages:
    """The pages of the opened dialog."""
    desk.settings.show(page)
    assert desk.settings.pages is not None
    return desk.settings.pages


def shortcuts(desk: Desk) -> ShortcutsPage:
    """The page of shortcuts as it is."""
    assert desk.settings.pages is not None
    return desk.settings.pages.shortcuts


def kept(desk: Desk) -> Preferences:
    return preferences.load(desk.choosing._file)


def choose(box: object, value: object) -> None:
    """What a click on an entry does."""
    box.setCurrentIndex(box.findData(value))  # type: ignore[attr-defined]
    box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]


# The dialog


def test_each_action_opens_its_page(desk: Desk) -> None:
    for action, page in (("styles", "styles"), ("shortcuts", "shortcuts"), ("watch", "library")):
        desk.window.actions_[action].trigger()
        assert desk.settings.pages is not None
        assert getattr(desk.settings.pages, page).isVisible()


def test_the_dialog_is_found_as_it_was_left(desk: Desk) -> None:
    pages(desk, "search").search.window().close()
    desk.window.actions_["preferences"].trigger()
    assert pages(desk).search.isVisible()


def test_closing_takes_what_is_being_typed(desk: Desk, qtbot: QtBot) -> None:
    export = pages(desk, "export").export
    export.window().activateWindow()
    export.author.setFocus()
    qtbot.waitUntil(export.author.hasFocus)
    export.author.setText("档案科  王五")
    export.window().close()
    assert kept(desk).author == "档案科 王五"


def test_a_page_is_set_back_to_its_defaults_alone(desk: Desk) -> None:
    desk.choosing.change(theme="dark", measure=20, author="张三")
    shown = pages(desk, "reading")
    shown.reading.reset()
    assert (kept(desk).theme, kept(desk).measure, kept(desk).author) == ("light", 40, "张三")
    assert shown.reading.measure.value() == 40
    shown.export.reset()
    assert kept(desk).author == ""


# Reading


def test_type_changes_while_one_chooses(desk: Desk) -> None:
    reading, page = pages(desk, "reading").reading, desk.window.pane.view.page

    def line() -> float:
        return page.document().begin().next().blockFormat().lineHeight()

    before = line()
    choose(reading.size_box, 18.0)
    larger = line()
    assert larger > before
    reading.spacing.setValue(220)
    assert line() > larger
    assert (kept(desk).text_size, kept(desk).line_spacing) == (18.0, 220)


def test_the_measure_narrows_the_text(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    reading = pages(desk, "reading").reading
    before = desk.window.pane.view.page.viewport().width()
    reading.measure.setValue(18)
    assert desk.window.pane.view.page.viewport().width() < before
    assert kept(desk).measure == 18


def test_the_theme_follows_the_desktop_when_wanted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(pages(desk, "reading").reading.theme, "system")
    assert desk.window.actions_["theme_system"].isChecked()
    monkeypatch.setattr(themes, "desktop_theme", lambda: "dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert themes.current().name == "dark"
    choose(pages(desk).reading.theme, "light")
    assert themes.current().name == "light"


# Search, export, backup


def test_searches_begin_as_chosen(desk: Desk, qtbot: QtBot) -> None:
    page, panel = pages(desk, "search").search, desk.window.side.search
    page.strict.click()
    assert panel.strict.isChecked()
    page.typing.click()
    panel.query.setText("古桥")
    assert not panel._wait.isActive()
    with qtbot.waitSignal(desk.searching.answered):
        panel.query.returnPressed.emit()
    page.typing.click()
    panel.query.setText("夜市")
    assert panel._wait.isActive()


def test_the_history_is_cleared(desk: Desk) -> None:
    searches.remember(desk.library, "古桥")
    pages(desk, "search").search.clear.click()
    assert searches.history(desk.library) == ()


def test_the_name_stands_on_new_annotations(desk: Desk) -> None:
    author = pages(desk, "export").export.author
    author.setText("档案科 王五")
    author.editingFinished.emit()
    desk.window.pane.view.select(0, 4)
    made = desk.marking.mark("重点")
    assert made is not None
    assert made.author == "档案科 王五"


def test_copies_are_cited_as_chosen(desk: Desk) -> None:
    choose(pages(desk, "export").export.citation, "source")
    desk.window.pane.view.select(0, 4)
    desk.window.actions_["copy_cited"].trigger()
    assert "载《" in QGuiApplication.clipboard().text()


def test_the_format_of_exports_is_kept(desk: Desk, make_desk: DeskMaker) -> None:
    choose(pages(desk, "export").export.format, "docx")
    assert make_desk().handing_on.exporting.choices.format == "docx"


def test_a_backup_is_made_and_its_time_shown(desk: Desk, qtbot: QtBot) -> None:
    backup = pages(desk, "backup").backup
    assert "还没有" in backup.last.text()
    backup.now.click()
    qtbot.waitUntil(lambda: len(safety.all_backups(desk.library.notes_root)) == 1)
    qtbot.waitUntil(lambda: "还没有" not in backup.last.text())


# The library


def test_the_state_of_the_index_is_told(desk: Desk, qtbot: QtBot) -> None:
    library = pages(desk, "library").library
    qtbot.waitUntil(lambda: library.index.text() == "已收入全部 2 篇公文")
    desk.library.engine.clear()
    desk.settings.show()
    qtbot.waitUntil(lambda: library.index.text().startswith("已收入 0 篇，共 2 篇"))
    library.rebuild.click()
    qtbot.waitUntil(lambda: library.index.text() == "已收入全部 2 篇公文")


def test_another_library_closes_the_window_for_it(desk: Desk, tmp_path: Path) -> None:
    pages(desk, "library").library.otherWanted.emit(tmp_path / "other")
    assert desk.settings.next_library == tmp_path / "other"
    assert not desk.window.isVisible()


def test_watched_folders_are_listed_and_removed(desk: Desk, tmp_path: Path) -> None:
    library = pages(desk, "library").library
    library.watch(str(tmp_path))
    library.watch(str(tmp_path / "away"))
    library.watch(str(tmp_path))
    assert kept(desk).watched == (str(tmp_path), str(tmp_path / "away"))
    assert library.list.item(1).text() == f"{tmp_path / 'away'}（现在找不到）"
    library.list.setCurrentRow(0)
    library.remove.click()
    assert kept(desk).watched == (str(tmp_path / "away"),)


# Shortcuts


def record(desk: Desk, name: str, key: str) -> str:
    """Record a key for an action; what the page says."""
    page = pages(desk, "shortcuts").shortcuts
    page.select("about")
    page.select(name)
    page.recorder.setKeySequence(QKeySequence(key))
    return page.said.text()


def test_a_recorded_key_is_in_menu_tip_and_palette_at_once_and_after_a_start(desk: Desk, make_desk: DeskMaker) -> None:
    record(desk, "tags", "Ctrl+Alt+T")
    action = desk.window.actions_["tags"]
    assert action.shortcut().toString() == "Ctrl+Alt+T"
    assert action.toolTip() == "标签管理（Ctrl+Alt+T）"
    desk.window.actions_["palette"].trigger()
    desk.palette.box.line.setText("标签管理")
    assert desk.palette.box.model.entries[0].keys == "Ctrl+Alt+T"
    assert make_desk().window.actions_["tags"].shortcut().toString() == "Ctrl+Alt+T"


def test_a_key_that_is_taken_names_who_has_it_and_can_be_taken_over(desk: Desk) -> None:
    assert "Ctrl+Y 已用于“重做”" in record(desk, "tags", "Ctrl+Y")
    assert desk.window.actions_["tags"].shortcut().isEmpty()
    shortcuts(desk).take.click()
    assert desk.window.actions_["tags"].shortcut().toString() == "Ctrl+Y"
    assert [key.toString() for key in desk.window.actions_["redo"].shortcuts()] == ["Ctrl+Shift+Z"]


def test_letters_are_keys_in_the_text_only(desk: Desk) -> None:
    assert "平时用来输入文字" in record(desk, "tags", "K")
    assert desk.window.actions_["tags"].shortcut().isEmpty()
    record(desk, "note", "K")
    assert desk.window.actions_["note"].shortcut().toString() == "K"


def test_a_menus_letter_and_a_colours_key_are_refused(desk: Desk) -> None:
    assert "用来打开菜单" in record(desk, "tags", "Alt+F")
    assert "标注样式" in record(desk, "note", "1")
    assert not shortcuts(desk).take.isVisible()


def test_one_key_is_set_back_or_all(desk: Desk) -> None:
    record(desk, "find", "Ctrl+Alt+F")
    record(desk, "note", "K")
    page = shortcuts(desk)
    page.select("note")
    page.usual.click()
    assert dict(kept(desk).shortcuts) == {"find": "Ctrl+Alt+F"}
    page.select("find")
    page.clear.click()
    assert desk.window.actions_["find"].shortcut().isEmpty()
    page.reset()
    assert dict(kept(desk).shortcuts) == {}
    assert desk.window.actions_["find"].shortcut().toString() == "Ctrl+F"


def test_a_default_that_somebody_else_has_now_does_not_come_back_by_itself(desk: Desk) -> None:
    record(desk, "tags", "Ctrl+F")
    shortcuts(desk).take.click()
    page = shortcuts(desk)
    page.select("find")
    page.usual.click()
    assert "标签管理" in page.said.text()
    assert desk.window.actions_["find"].shortcut().isEmpty()


def test_the_list_is_searched_by_name_and_key(desk: Desk) -> None:
    page = pages(desk, "shortcuts").shortcuts
    page.search.setText("Ctrl+G")
    assert [item.text(0) for item in page._items() if not item.isHidden()] == ["转到条款或文号"]
