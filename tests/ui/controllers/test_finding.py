"""Searching at the desk: narrowing, stepping through hits, suggestions, history, kept searches, the list as a file."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from reader.model.job import JobContext
from reader.model.search import Answer, Filters, Hit, Match, SearchQuery
from reader.services import searches
from reader.services.finding_apart import FindingProcess
from tests.ui.conftest import DeskMaker
from ui.controllers.desk import Desk
from ui.panels.search_panel import SearchPanel

ENDLESS = "(.*)" * 16 + "z"
"""Tries all ways to cut a line into sixteen pieces, where no z stands."""


def ask(desk: Desk, text: str, qtbot: QtBot) -> SearchPanel:
    panel = desk.window.side.search
    desk.window.show_panel("search")
    with qtbot.waitSignal(desk.searching.answered):
        panel.search_for(text)
    return panel


def opened(desk: Desk) -> str:
    assert desk.reading.current is not None
    return desk.reading.current.facts.title


def test_a_count_narrows_and_its_chip_widens(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "云汀市", qtbot)
    assert panel.model.rowCount() == 2
    with qtbot.waitSignal(desk.searching.answered):
        panel.facets._on_link("kind:%E6%84%8F%E8%A7%81")
    assert panel.model.rowCount() == 1
    chip = panel.chips._chips["kind"]
    assert (chip.isVisible(), chip.text()) == (True, "文种：意见")
    with qtbot.waitSignal(desk.searching.answered):
        chip.click()
    assert panel.model.rowCount() == 2
    assert not panel.chips.isVisible()


def test_stepping_goes_through_all_places_of_all_documents_and_back(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "市", qtbot)
    places = [len(panel.model.hits[row].ranges) for row in range(2)]
    titles = [desk.documents[hit.document_id].title for hit in panel.model.hits]
    walked = []
    for _ in range(sum(places)):
        desk.window.actions_["find_next"].trigger()
        walked.append((opened(desk), desk.window.pane.view.hit_position()))
    expected = [(titles[row], (n + 1, places[row])) for row in range(2) for n in range(places[row])]
    assert walked == expected
    desk.window.actions_["find_previous"].trigger()
    assert (opened(desk), desk.window.pane.view.hit_position()) == expected[-2]
    for _ in range(places[1] - 1):
        desk.window.actions_["find_previous"].trigger()
    assert (opened(desk), desk.window.pane.view.hit_position()) == expected[places[0] - 1]


@pytest.mark.usefixtures("filled")
def test_the_first_step_opens_a_document_where_none_is_open(make_desk: DeskMaker, qtbot: QtBot) -> None:
    desk = make_desk()
    assert desk.reading.current is None
    ask(desk, "收市", qtbot)
    desk.window.actions_["find_next"].trigger()
    assert opened(desk) == "云汀市人民政府关于夜市的意见"


def test_stepping_beyond_the_last_place_begins_anew(desk: Desk, qtbot: QtBot) -> None:
    ask(desk, "收市", qtbot)
    for _ in range(2):
        desk.window.actions_["find_next"].trigger()
        assert desk.window.pane.view.hit_position() == (1, 1)


def test_stepping_gives_the_text_the_focus(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "市", qtbot)
    panel.focus_query()
    desk.window.actions_["find_next"].trigger()
    assert desk.window.focusWidget() is desk.window.pane.view.page


def test_enter_on_the_hit_that_is_shown_goes_into_the_text_where_it_is(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "古桥", qtbot)
    panel.list.setFocus()
    panel.select(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    # Where the title alone has been before it, the place below the title is shown.
    assert (desk.window.focusWidget(), desk.window.pane.view.hit_position()) == (panel.list, (2, 2))
    desk.window.actions_["find_previous"].trigger()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert desk.window.focusWidget() is desk.window.pane.view.page
    assert desk.window.pane.view.hit_position()[0] == 1


def test_while_the_find_bar_is_open_stepping_stays_in_the_document(desk: Desk, qtbot: QtBot) -> None:
    ask(desk, "收市", qtbot)
    before = opened(desk)
    desk.window.actions_["find"].trigger()
    desk.window.pane.find_bar.text.setText("古桥")
    qtbot.waitUntil(lambda: desk.window.pane.view.hit_position()[1] == 2)
    desk.window.actions_["find_next"].trigger()
    assert opened(desk) == before


def test_a_suggestion_is_a_link_that_searches(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.window.side.search
    panel.show_answer(Answer(0, (), 1.0, {}, ("夜市",)), (), more=False)
    assert "您是不是要找" in panel.empty.text()
    with qtbot.waitSignal(desk.searching.answered):
        panel.empty.linkActivated.emit("ask:%E5%A4%9C%E5%B8%82")
    assert panel.query.text() == "夜市"
    assert panel.model.rowCount() == 1


def test_where_words_stand_apart_the_string_itself_is_offered(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "收市", qtbot)
    assert panel.exact.isHidden()
    panel.show_answer(Answer(1, (Hit("x", Match.WORDS, (), "收 市"),), 1.0, {}), ("",), more=False)
    assert not panel.exact.isHidden()
    with qtbot.waitSignal(desk.searching.answered):
        panel.exact.linkActivated.emit("exact:")
    assert (panel.query.text(), panel.exact.isHidden()) == ("“收市”", True)


def test_strict_search_minds_width(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "〔２０２５〕", qtbot)
    assert panel.model.rowCount() == 1
    with qtbot.waitSignal(desk.searching.answered):
        panel.strict.click()
    assert panel.model.rowCount() == 0


def test_a_query_is_remembered_when_its_hit_is_opened_not_while_typing(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "收市", qtbot)
    assert searches.history(desk.library) == ()
    panel.list.clicked.emit(panel.model.index(0))
    panel.list.clicked.emit(panel.model.index(0))
    assert searches.history(desk.library) == ("收市",)
    panel.query.menuWanted.emit()
    assert "收市" in [action.text() for action in panel.query.menu().actions()]


def test_a_kept_search_comes_back_with_all_it_was_narrowed_by(desk: Desk, qtbot: QtBot) -> None:
    query = SearchQuery("云汀市", filters=Filters(kinds=("通知",)), strict=True)
    desk.finding.keep("桥", query)
    panel = desk.window.side.search
    with qtbot.waitSignal(desk.searching.answered):
        panel.query.savedChosen.emit("桥")
    assert panel.current_query == query
    assert panel.model.rowCount() == 1
    panel.query.forgetWanted.emit("桥")
    assert searches.saved(desk.library) == ()


def test_a_hit_is_copied_with_its_citation(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "修好古桥", qtbot)
    menu = QMenu(panel)
    panel.menuRequested.emit(menu, panel.model.hits[0])
    {action.text(): action for action in menu.actions()}["连同出处复制"].trigger()
    text, _, citation = QGuiApplication.clipboard().text().partition("\n——")
    assert text == "各单位应当在汛期以前修好古桥。"
    assert "云政发〔2025〕7号" in citation


def test_the_place_stepped_to_is_copied_without_selecting_it(desk: Desk, qtbot: QtBot) -> None:
    ask(desk, "古桥", qtbot)
    hits = desk.window.side.search.model.hits
    while desk.window.pane.view.hit_position() != (2, 2):
        desk.window.actions_["find_next"].trigger()
    assert desk.window.actions_["copy_cited"].isEnabled()
    desk.window.actions_["copy_cited"].trigger()
    expected = "各单位应当在汛期以前修好古桥。\n——《云汀市人民政府关于修缮古桥的通知》（云政发〔2025〕7号）"
    assert QGuiApplication.clipboard().text() == expected
    QGuiApplication.clipboard().clear()
    menu = QMenu(desk.window)
    desk.finding.fill_menu(menu, next(hit for hit in hits if len(hit.ranges) == 2))
    {action.text(): action for action in menu.actions()}["连同出处复制"].trigger()
    assert QGuiApplication.clipboard().text() == expected


@pytest.mark.parametrize("form", ["xlsx", "csv", "md"])
def test_the_hits_are_written_to_a_file(desk: Desk, qtbot: QtBot, tmp_path: Path, form: str) -> None:
    ask(desk, "云汀市", qtbot)
    out = tmp_path / f"hits.{form}"
    desk.finding.export(desk.searching.query, form, out)
    qtbot.waitUntil(lambda: "已导出 2 条结果" in desk.window.status.currentMessage())
    assert out.stat().st_size > 100
    if form != "xlsx":
        assert "云汀市人民政府关于夜市的意见" in out.read_text(encoding="utf-8-sig")


def test_a_slow_search_is_stopped(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    cancelled: list[bool] = []

    def slow(_library: object, _query: SearchQuery, job: JobContext) -> Answer:
        begun.set()
        go_on.wait(10)
        try:
            job.check_cancelled()
        except BaseException:
            cancelled.append(True)
            raise
        return Answer(1, (Hit("x", Match.EXACT, (), "x"),), 1.0, {})

    monkeypatch.setattr("reader.services.search.search", slow)
    panel = desk.window.side.search
    desk.window.show_panel("search")
    panel.search_for("慢")
    assert begun.wait(10)
    qtbot.waitUntil(panel.stop.isVisible)
    panel.stop.click()
    go_on.set()
    assert panel.status.text() == "已停止"
    qtbot.waitUntil(lambda: bool(cancelled))
    assert panel.model.rowCount() == 0


def test_after_a_stop_the_answer_before_is_still_at_hand(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = ask(desk, "收市", qtbot)
    go_on = threading.Event()

    def slow(_library: object, _query: SearchQuery, _job: JobContext) -> Answer:
        go_on.wait(10)
        return Answer(0, (), 1.0, {})

    monkeypatch.setattr("reader.services.search.search", slow)
    panel.search_for("慢")
    desk.searching.stop()
    go_on.set()
    assert desk.searching.query.text == "收市"
    desk.window.actions_["find_next"].trigger()
    assert opened(desk) == "云汀市人民政府关于夜市的意见"
    assert searches.history(desk.library) == ("收市",)


def test_clearing_the_box_stops_the_search_under_way(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.window.side.search
    panel.search_for("收市")
    panel.search_for("")
    assert not desk.searching.busy
    with qtbot.assertNotEmitted(desk.searching.answered, wait=50):
        pass


def test_a_hit_shows_number_issue_and_address(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "修好古桥", qtbot)
    hits = panel.model.hits
    panel.model.show([replace(hits[0])], ["第三条"])
    tip = str(panel.model.index(0).data(3))
    assert tip.splitlines()[0] == "云汀市人民政府关于修缮古桥的通知"
    assert "云政发〔2025〕7号" in tip
    assert "第三条  原文" in tip


def test_an_expression_that_cannot_be_understood_is_told_in_the_find_bar(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["find"].trigger()
    bar = desk.window.pane.find_bar
    bar.how.setCurrentIndex(bar.how.findData("expression"))
    bar.text.setText("古(桥")
    qtbot.waitUntil(lambda: bar.count.text() == "表达式有误")
    assert "古(桥" in bar.count.toolTip()
    bar.text.setText("古[桥]")
    qtbot.waitUntil(lambda: bar.count.text() == "第 1 / 2 处")


def test_an_expression_that_takes_too_long_is_given_up_and_the_window_goes_on(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FindingProcess, "find", partialmethod(FindingProcess.find, limit=0.2))
    desk.window.actions_["find"].trigger()
    bar = desk.window.pane.find_bar
    bar.how.setCurrentIndex(bar.how.findData("expression"))
    bar.text.setText(ENDLESS)
    qtbot.waitUntil(lambda: bar.count.text() == "太费时，已停止", timeout=30_000)
    assert ENDLESS in bar.count.toolTip()
    bar.text.setText("古[桥]")
    qtbot.waitUntil(lambda: bar.count.text() == "第 1 / 2 处", timeout=30_000)


def test_closing_the_bar_leaves_an_expression(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["find"].trigger()
    bar, pane = desk.window.pane.find_bar, desk.window.pane
    bar.how.setCurrentIndex(bar.how.findData("expression"))
    bar.text.setText(ENDLESS)
    qtbot.waitUntil(lambda: bar.count.text() == "正在查找……")
    bar.close_bar()
    desk.window.actions_["find"].trigger()
    bar.text.setText("古[桥]")
    qtbot.waitUntil(lambda: bar.count.text() == "第 1 / 2 处", timeout=30_000)
    assert pane.view.hit_position() == (1, 2)


def test_hits_shorter_than_the_list_are_asked_for_page_by_page(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.controllers.searching.PAGE", 1)
    panel = ask(desk, "云汀市", qtbot)
    titles = {opened_by_step(desk, panel)}
    while panel.model.rowCount() < 2:
        with qtbot.waitSignal(desk.searching.answered, raising=False, timeout=50):
            titles.add(opened_by_step(desk, panel))
    titles.add(opened(desk))
    assert len(titles) == 2


def opened_by_step(desk: Desk, panel: SearchPanel) -> str:
    """Goes to the next place and tells the title of the document that is open then."""
    assert panel.total == 2
    desk.window.actions_["find_next"].trigger()
    return opened(desk)


def test_the_name_of_a_search_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "收市", qtbot)
    panel.query.keepWanted.emit()
    dialog = desk.window.findChild(QInputDialog, "searchName")
    assert dialog.textValue() == "收市"
    dialog.setTextValue(" 夜市何时收 ")
    dialog.accept()
    (kept,) = searches.saved(desk.library)
    assert (kept.name, kept.query.text) == ("夜市何时收", "收市")


def test_values_beyond_those_at_hand_stand_in_a_menu(desk: Desk, qtbot: QtBot) -> None:
    facets = desk.window.side.search.facets
    desk.window.show_panel("search")
    facets.show_counts({"kind": {f"文种{n}": 9 - n for n in range(6)}}, Filters())
    assert "更多" in facets._values["kind"].text()
    facets._on_link("more:kind")
    menu = facets.findChild(QMenu, "facetMenu")
    with qtbot.waitSignal(facets.chosen) as told:
        menu.actions()[5].trigger()
    assert told.args == ["kind", "文种5"]
    menu.close()


def test_a_field_that_could_narrow_nothing_is_left_out(desk: Desk) -> None:
    facets = desk.window.side.search.facets
    desk.window.show_panel("search")
    counts = {"year": {"2025": 3}, "kind": {"通知": 2, "意见": 1}, "tag": {"桥": 1}}
    facets.show_counts(counts, Filters(kinds=("通知",)))
    shown = [field for field, label in facets._values.items() if not label.isHidden()]
    assert shown == ["tag"]


def test_esc_in_the_box_stops_or_else_empties_it(desk: Desk, qtbot: QtBot) -> None:
    panel = ask(desk, "收市", qtbot)
    qtbot.keyClick(panel.query, Qt.Key.Key_Escape)
    assert panel.query.text() == ""
    panel.query.setText("夜市")
    qtbot.keyClick(panel.query, Qt.Key.Key_Escape)
    assert (panel.query.text(), panel.status.text()) == ("夜市", "已停止")
