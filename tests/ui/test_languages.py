"""The window changes its language at once and loses nothing by it."""

from __future__ import annotations

import dataclasses
import re
import threading
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reader.comparing.comparison import compare
from reader.model.document import IssueFacts
from reader.model.job import JobContext
from reader.model.report import Doubt, FileReport, FileStatus, ImportReport
from reader.services.comparing import Compared
from reader.services.library import Library
from tests.building import GAZETTE, document
from tests.ui.conftest import DeskMaker
from tests.ui.texts import texts
from ui import i18n
from ui.controllers.desk import Desk
from ui.dialogs.comparison import ComparisonWindow
from ui.dialogs.crash_report import CrashReportDialog
from ui.dialogs.import_report import ImportReportDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.template_help import TemplateHelp
from ui.phrases import Phrasebook, read

NOTE = "这里要核对经费"
EXAMPLES = (
    "2025年3月1日 第三条第二款第（一）项 附件2 第三章 国办发 云政发〔2025〕7号 长政办发〔2022〕42号 城市更新 财政局"
)
DATA = f"{GAZETTE}\n{NOTE}\n邸报 甲 乙 夜市.txt 夜经济 云汀公报.txt 市政府文件 中文 {EXAMPLES}"
"""What stands in Chinese in an English window, because it is the library's, the user's, or an example of such."""


CHINESE_PARTS = ("/factsKind", "/exportPreviewPage", "/exportPreviewTable")
"""Parts that stay Chinese: kinds are typed as the gazette prints them, and what is handed on is Chinese."""


@pytest.fixture(autouse=True)
def steady(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window begins in Chinese, Qt's own words too, and nothing in it changes by itself."""
    # What is read for a while is marked as read: no clock may change a window that is compared.
    monkeypatch.setattr("ui.controllers.shelving.READ_AFTER", 10_000_000)
    i18n.install(qapp, "zh")


def shown(desk: Desk) -> dict[str, str]:
    """All texts of all windows but what a clock tells, once all that was posted has been done."""
    QApplication.processEvents()
    tops = [one for one in QApplication.topLevelWidgets() if one.parent() is None and one.isVisible()]
    found = {f"{number}{place}": text for number, top in enumerate(tops) for place, text in texts(top)}
    assert desk.window in tops
    return {place: text for place, text in found.items() if not place.endswith("/searchStatus.text")}


def begun(desk: Desk, qtbot: QtBot) -> Desk:
    """The desk with an annotation, a note, a tag, a search and the find bar open."""
    # Room for two sides and the panel: what is hidden is brought up to date when it is shown again.
    desk.window.resize(1800, 900)
    reading = desk.reading.current
    assert reading is not None
    if not desk.annotating.of_document(reading.facts.id):
        desk.annotating.create(reading.facts.id, [(20, 26)], "重点")
        made = desk.annotating.of_document(reading.facts.id)[0].annotation
        noted = desk.annotating.set_note(made, NOTE)
        desk.annotating.set_tags(noted, ["夜经济"])
    desk.window.show_panel("annotations")
    desk.marking.refresh_panel()
    desk.window.side.annotations.select(desk.annotating.of_document(reading.facts.id)[0].annotation.id)
    desk.window.pane.begin_find()
    desk.window.pane.find_bar.text.setText("汛期")
    qtbot.waitUntil(lambda: bool(desk.window.pane.find_bar.count.text()))
    with qtbot.waitSignal(desk.searching.answered):
        desk.window.side.search.search_for("市")
    model = desk.window.library.model
    index = model.index_of(reading.facts.id)
    qtbot.waitUntil(lambda: "夜经济" in model.data(index, Qt.ItemDataRole.ToolTipRole))
    qtbot.waitUntil(lambda: not desk.holding.busy, timeout=60_000)
    return desk


def change(desk: Desk, language: str, qtbot: QtBot) -> None:
    """Choose a language as the settings do."""
    with qtbot.waitSignal(desk.window.languageChanged):
        desk.choosing.change(language=language)
    QApplication.processEvents()


def none(wrong: Mapping[str, object]) -> None:
    """Fail with all that is wrong: an assertion would show the first of it only."""
    if wrong:
        pytest.fail("\n".join(f"{place}: {what!r}" for place, what in wrong.items()), pytrace=False)


def leftovers(found: dict[str, str]) -> dict[str, str]:
    """Chinese that is neither the library's nor the user's."""
    book = Phrasebook(read(i18n.TRANSLATIONS / "dibao_en.ts"), to_source=False)
    wrong = {}
    for place, text in found.items():
        runs = re.findall("[\u3400-\u9fff]+", text)
        if any(part in place for part in CHINESE_PARTS):
            continue
        if any(run not in DATA for run in runs) or (runs and book.other(text) not in (None, text)):
            wrong[place] = text
    return wrong


def test_the_window_speaks_english_at_once(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, qtbot)
    change(desk, "en", qtbot)
    none(leftovers(shown(desk)))


def test_a_changed_window_is_like_one_begun_in_the_language(
    filled: Library,  # noqa: ARG001 - a fixture
    make_desk: DeskMaker,
    qtbot: QtBot,
) -> None:
    def open_first() -> Desk:
        desk = make_desk()
        desk.reading.open(next(iter(desk.documents)))
        return begun(desk, qtbot)

    changed = open_first()
    chinese = shown(changed)
    change(changed, "en", qtbot)
    english = shown(changed)
    change(changed, "zh", qtbot)
    none(differing(chinese, shown(changed)))
    changed.choosing.change(language="en")
    changed.window.close()
    fresh = open_first()
    # What can be undone is the old desk's own, and so are the page it began with and the job done last.
    own = ("/action_undo.", "/action_redo.", "/documentEmpty.", "/jobText.")
    found = differing(english, shown(fresh))
    none({place: both for place, both in found.items() if not any(part in place for part in own)})


BESIDE = (
    "backups", "go_to", "help", "palette", "preferences", "report", "review", "shortcuts", "show_source",
    "split", "styles", "tags", "trash",
)  # fmt: skip
"""Actions that open a window, a side or a box beside which the language can be changed."""

BEFORE = ("about", "correct_facts", "export", "export_document", "print_preview")
"""Actions that open a dialog which has to be answered first."""


@pytest.mark.parametrize("name", BESIDE)
def test_a_dialog_changes_while_it_is_open(name: str, desk: Desk, qtbot: QtBot) -> None:
    begun(desk, qtbot)
    desk.window.actions_[name].trigger()
    settled(desk, qtbot)
    chinese = shown(desk)
    change(desk, "en", qtbot)
    settled(desk, qtbot)
    none(leftovers(shown(desk)))
    change(desk, "zh", qtbot)
    settled(desk, qtbot)
    none(differing(chinese, shown(desk)))


@pytest.mark.parametrize("name", BESIDE + BEFORE)
def test_a_dialog_opens_in_english(name: str, desk: Desk, qtbot: QtBot) -> None:
    begun(desk, qtbot)
    change(desk, "en", qtbot)
    desk.window.actions_[name].trigger()
    settled(desk, qtbot)
    none(leftovers(shown(desk)))
    if name in BEFORE:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()


def test_the_settings_stay_where_they_are_when_they_change_the_language(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_["preferences"].trigger()
    pages = desk.settings.pages
    assert pages is not None
    before = pages.language.window()
    assert isinstance(before, SettingsDialog)
    before.list.setCurrentRow(pages.listed().index(pages.language))
    pages.language.language.setFocus()
    place = before.geometry()
    qtbot.keyClick(pages.language.language, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: desk.settings.pages is not pages)
    made = desk.settings.pages
    assert made is not None
    assert i18n.language() == "en"
    after = made.language.window()
    assert after.focusWidget() is made.language.language
    assert after.geometry() == place


def of_dialogs(qtbot: QtBot) -> Iterator[QDialog]:
    """Dialogs that no action opens, as they are now."""
    left, right = document("总体要求\n夜市每晚六时开市\n古桥\n"), document("总体要求\n夜市每晚六时\n古桥\n")
    compared = Compared(left, IssueFacts("甲"), right, IssueFacts("乙"), compare(left, right))
    doubt = Doubt("doubt.document_unsure", 3, {"title": "古桥"})
    good = FileReport("云汀公报.txt", FileStatus.IMPORTED, issue_id="i1", documents=2, doubts=(doubt,))
    bad = FileReport("夜市.txt", FileStatus.FAILED, error="file.empty", facts={"path": "夜市.txt"})
    for dialog in (
        ComparisonWindow(compared, ("甲", "乙")),
        CrashReportDialog("Traceback", "dibao.log"),
        ImportReportDialog(ImportReport((good, bad))),
        TemplateHelp(),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        yield dialog


def test_other_dialogs_open_in_english_and_change(qtbot: QtBot, qapp: QApplication) -> None:
    begun = list(of_dialogs(qtbot))
    chinese = [dict(texts(dialog)) for dialog in begun]
    i18n.set_language(qapp, "en")
    QApplication.processEvents()
    fresh = list(of_dialogs(qtbot))
    for dialog in fresh:
        none(leftovers(dict(texts(dialog))))
    # Of these only the comparison stays open beside the settings.
    none(differing(dict(texts(begun[0])), dict(texts(fresh[0]))))
    i18n.set_language(qapp, "zh")
    QApplication.processEvents()
    none(differing(chinese[0], dict(texts(begun[0]))))


def test_what_was_begun_goes_on(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, qtbot)
    steps = desk.annotating.stack.count()
    editor = desk.window.side.annotations.editor
    editor.note.appendPlainText("还没写完")
    free = threading.Event()

    def job(context: JobContext) -> str:
        context.report(1, 2, "")
        free.wait(30)
        return "done"

    handle = desk.worker.submit("正在导入", job)
    results: list[object] = []
    handle.succeeded.connect(results.append)
    qtbot.waitUntil(lambda: "1/2" in desk.window.status.job.text.text())
    change(desk, "en", qtbot)
    assert "还没写完" in editor.note.toPlainText()
    assert desk.annotating.stack.count() >= steps
    assert desk.window.status.job.text.text().startswith("Importing 1/2")
    assert results == []
    free.set()
    qtbot.waitUntil(lambda: results == ["done"])
    editor.flush()
    reading = desk.reading.current
    assert reading is not None
    assert "还没写完" in desk.annotating.of_document(reading.facts.id)[0].annotation.note
    while desk.annotating.stack.canUndo():
        desk.window.actions_["undo"].trigger()
    assert desk.annotating.of_document(reading.facts.id) == ()
    assert desk.window.actions_["redo"].text() == '&Redo: Mark as "Key point"'


def test_calendars_and_number_boxes_follow(desk: Desk, qtbot: QtBot) -> None:
    change(desk, "en", qtbot)
    assert desk.window.locale().language() is QLocale.Language.English
    assert desk.window.side.annotations.filters.first_day.locale().language() is QLocale.Language.English
    change(desk, "zh", qtbot)
    assert desk.window.locale().language() is QLocale.Language.Chinese


def test_a_style_the_user_renamed_keeps_its_name(desk: Desk, qtbot: QtBot) -> None:
    change(desk, "en", qtbot)
    styles = desk.annotating.styles()
    assert [style.label for style in styles[:2]] == ["Key point", "Basis"]
    desk.annotating.change_style(styles[0], dataclasses.replace(styles[0], light="#ffffff"))
    desk.annotating.change_style(styles[1], dataclasses.replace(styles[1], label="Grounds"))
    change(desk, "zh", qtbot)
    assert [style.label for style in desk.annotating.styles()[:2]] == ["重点", "Grounds"]


def settled(desk: Desk, qtbot: QtBot) -> None:
    """Wait until the worker has nothing to do: a dialog may fill itself in."""
    with qtbot.waitSignal(desk.worker.submit("", lambda _: None).ended):
        pass


def differing(one: dict[str, str], other: dict[str, str]) -> dict[str, tuple[str | None, str | None]]:
    return {place: (one.get(place), other.get(place)) for place in one | other if one.get(place) != other.get(place)}
