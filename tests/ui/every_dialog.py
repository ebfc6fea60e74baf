"""Every dialog of the window with something in it, opened as its user opens it: for tests that look at all of them.

`STATES` lists them; `visit` opens one, lets somebody look, and closes it. `tests/ui/test_every_dialog.py` fails when
the program has a dialog that is not among them.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QWidget,
)

import ui
from reader.model.job import SilentJob
from reader.services import import_files
from tests.building import FakeEngine
from tests.ui import furnished
from ui import app, opening
from ui.controllers.desk import Desk
from ui.dialogs.about import AboutDialog
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.comparison import ComparisonWindow
from ui.dialogs.conflicts import ConflictsDialog
from ui.dialogs.crash_report import CrashReportDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.facts import FactsDialog
from ui.dialogs.import_report import ImportReportDialog
from ui.dialogs.issue_facts import IssueFactsDialog
from ui.dialogs.issue_report import IssueReportWindow
from ui.dialogs.manual import ManualDialog
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.review import ReviewDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.table_window import TableWindow
from ui.dialogs.tags import TagsDialog
from ui.dialogs.template_help import TemplateHelp
from ui.dialogs.trash import TrashDialog

T = TypeVar("T")
Kind = TypeVar("Kind", bound=QWidget)
OPENS_WITHIN = 60_000
"""Milliseconds after which a dialog that has not come is taken to be missing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where dialogs are opened: a desk on a furnished library, and the folder that holds it (`furnished.furnish`)."""

    desk: Desk
    folder: Path


@dataclass(frozen=True, slots=True)
class State:
    """A dialog in one of its states.

    Attributes:
        name: for tests and pictures.
        kind: its class.
        open: opens it; may come back only when it is closed.
        ready: whether it shows what it has to show.
    """

    name: str
    kind: type[QWidget]
    open: Callable[[Place], object]
    ready: Callable[[QWidget], bool] = lambda _: True


def dialogs_of_the_program() -> set[type[QDialog]]:
    """Every class of a dialog that any module of `ui` defines."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)

    def below(kind: type[QDialog]) -> set[type[QDialog]]:
        return {one for child in kind.__subclasses__() for one in {child, *below(child)}}

    return {kind for kind in below(QDialog) if kind.__module__.split(".")[0] == "ui"}


def visit(state: State, place: Place, look: Callable[[QWidget], T]) -> T:
    """Open a dialog, look at it once it is ready, close it and whatever it was opened from.

    Raises:
        TimeoutError: it did not come.
    """
    before = set(_windows())
    answers: list[T] = []
    faults: list[Exception] = []
    loop = QEventLoop()
    ticks = QTimer(interval=10)

    def tick() -> None:
        new = [one for one in _windows() if one not in before]
        shown = next((one for one in new if type(one) is state.kind and state.ready(one)), None)
        if shown is None:
            return
        ticks.stop()
        try:
            answers.append(look(shown))
        except Exception as fault:  # noqa: BLE001 - raised again where the test sees it, not in Qt's event loop
            faults.append(fault)
        close()

    def close() -> None:
        for one in sorted((one for one in _windows() if one not in before), key=_depth, reverse=True):
            if isinstance(one, QDialog):
                one.reject()
            else:
                one.close()
        loop.quit()

    ticks.timeout.connect(tick)
    ticks.start()
    state.open(place)
    if ticks.isActive():
        QTimer.singleShot(OPENS_WITHIN, loop, loop.quit)
        loop.exec()
    ticks.stop()
    QApplication.processEvents()
    if faults:
        raise faults[0]
    if not answers:
        close()
        raise TimeoutError(f"{state.name} did not open")
    return answers[0]


def _windows() -> list[QWidget]:
    """The windows that are open, menus and tips apart."""
    passing = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowType() not in passing]


def _depth(widget: QWidget) -> int:
    above = widget.parentWidget()
    return 0 if above is None else 1 + _depth(above)


def _shown(kind: type[Kind]) -> Kind:
    """The open window of a class."""
    return next(one for one in _windows() if isinstance(one, kind))


def _act(name: str) -> Callable[[Place], object]:
    return lambda place: place.desk.window.actions_[name].trigger()


def _read(place: Place, title: str, year: int = 2025, number: int = 3) -> None:
    desk = place.desk
    desk.reading.open(furnished.document_id(desk.library, title, year=year, number=number))


# What takes more than an action


def _compare(place: Place) -> None:
    library = place.desk.library
    left, right = (furnished.document_id(library, furnished.BREAKFAST, year=2025, number=number) for number in (3, 4))
    place.desk.editions.compare(left, right)


def _conflicts(place: Place) -> None:
    place.desk.handing_on.exchanging.import_annotations(place.folder / furnished.COLLEAGUES)


def _crash(place: Place) -> None:
    try:
        place.desk.window.actions_["not an action"].trigger()
    except KeyError as fault:
        place.desk.messages.tell(fault)


def _facts(place: Place) -> None:
    _read(place, furnished.BREAKFAST)
    place.desk.window.actions_["correct_facts"].trigger()


def _wrong_facts(place: Place) -> None:
    _facts(place)
    _shown(FactsDialog).date.setText("去年三月")


def _choose_issue(place: Place) -> None:
    panel = place.desk.window.library
    issue = next(one for one in panel.model.issues_under(_roots(place)) if one.year == 2024)
    panel.tree.setCurrentIndex(panel.model.index_of_issue(issue.id))


def _roots(place: Place) -> list[object]:
    model = place.desk.window.library.model
    return [model.index(row, 0) for row in range(model.rowCount())]


def _issue(place: Place, action: str) -> None:
    _choose_issue(place)
    place.desk.window.actions_[action].trigger()


def _import_report(place: Place) -> None:
    folder = place.folder / "新到"
    folder.mkdir(exist_ok=True)
    (folder / "封面.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "空白.txt").write_bytes(b"")
    files = [folder / "封面.txt", folder / "空白.txt", place.folder / "公报2025年第4期.txt"]
    report = import_files.import_paths(place.desk.library, files, SilentJob())
    place.desk.import_dialogs.show_report(report)


def _table(place: Place) -> None:
    _read(place, furnished.LIFTS)
    reading = place.desk.reading.current
    assert reading is not None
    place.desk.window.pane.view.goto(reading.document.tables[0].start)
    place.desk.window.actions_["open_table"].trigger()


def _settings(place: Place, page: str) -> None:
    place.desk.settings.show(page)


def _preview_backup(place: Place) -> None:
    place.desk.window.actions_["backups"].trigger()
    _shown(BackupsDialog).list.setCurrentRow(0)


def _restore_backup(place: Place) -> None:
    _preview_backup(place)
    dialog = _shown(BackupsDialog)

    def ask() -> None:
        if dialog.restore.isEnabled():
            waiting.stop()
            dialog.restore.click()

    waiting = QTimer(dialog, interval=10)
    waiting.timeout.connect(ask)
    waiting.start()


def _export(place: Place) -> None:
    _read(place, furnished.BREAKFAST)
    place.desk.window.actions_["export"].trigger()


def _replace(place: Place) -> None:
    file = place.folder / "摘录.html"
    file.write_text("旧", encoding="utf-8")
    _export(place)
    dialog = _shown(ExportDialog)
    dialog.path.setText(str(file))
    dialog.ok.click()


def _template_help(place: Place) -> None:
    _export(place)
    _shown(ExportDialog).form.template_help.click()


def _in_tags(place: Place, ask: Callable[[TagsDialog], object]) -> None:
    place.desk.window.actions_["tags"].trigger()
    dialog = _shown(TagsDialog)
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
    ask(dialog)


def _search_name(place: Place) -> None:
    place.desk.window.side.search.query.setText("夜间 收费")
    place.desk.finding.ask_name()


def _add_tags(place: Place) -> None:
    found = [one.annotation for one in place.desk.annotating.of_document(
        furnished.document_id(place.desk.library, furnished.BREAKFAST, year=2025, number=3))]
    place.desk.many.ask_tags(found)


def _colour(place: Place) -> None:
    place.desk.window.actions_["styles"].trigger()
    pages = place.desk.settings.pages
    assert pages is not None
    pages.styles.editor.findChild(QPushButton, "style_light1").click()


def _about_parts(place: Place) -> None:
    place.desk.window.actions_["about"].trigger()
    _shown(AboutDialog).findChild(QTabWidget).setCurrentIndex(1)


def _unopened(place: Place) -> None:
    """A library of a later version of the program."""
    root = place.folder / "新版"
    root.mkdir(exist_ok=True)
    with suppress(FileExistsError), (root / "library.db").open("xb") as file:
        # The first 100 bytes of a database, its version among them.
        head = bytearray((place.desk.library.root / "library.db").read_bytes()[:4096])
        head[60:64] = (9999).to_bytes(4, "big")
        file.write(head)
    opening.open_library(root, FakeEngine)


def _lost(place: Place) -> None:
    opening._begin_anew(place.desk.library.root / "library.db", "library.lost")


def _away(place: Place) -> None:
    app._usual_library(str(place.folder / "移动硬盘" / "公报库"))


def _has_preview(dialog: QWidget) -> bool:
    assert isinstance(dialog, ExportDialog)
    return bool(dialog.number.text())


def _has_pages(dialog: QWidget) -> bool:
    return dialog.findChild(QPrintPreviewWidget).pageCount() > 0


def _has_contents(dialog: QWidget) -> bool:
    assert isinstance(dialog, BackupsDialog)
    return dialog.restore.isEnabled()


def _has_words(dialog: QWidget) -> bool:
    return bool(dialog.findChild(QTextBrowser).toPlainText())


def _knows_index(dialog: QWidget) -> bool:
    return any(re.search(r"\b9\b", one.text()) and one.isVisible() for one in dialog.findChildren(QLabel))


PAGES = ("reading", "styles", "search", "export", "backup", "language", "shortcuts")
STATES = (
    State("about", AboutDialog, _act("about")),
    State("about-parts", AboutDialog, _about_parts),
    State("backups", BackupsDialog, _preview_backup, _has_contents),
    State("comparison", ComparisonWindow, _compare),
    State("conflicts", ConflictsDialog, _conflicts),
    State("crash", CrashReportDialog, _crash),
    State("export", ExportDialog, _export, _has_preview),
    State("export-documents", ExportDialog, _act("export_document"), _has_preview),
    State("facts", FactsDialog, _facts),
    State("facts-wrong", FactsDialog, _wrong_facts),
    State("import-report", ImportReportDialog, _import_report),
    State("issue-facts", IssueFactsDialog, lambda place: _issue(place, "correct_issue")),
    State("issue-report", IssueReportWindow, _act("report")),
    State("manual", ManualDialog, _act("help"), _has_words),
    State("print-preview", PrintPreview, _act("print_preview"), _has_pages),
    State("review", ReviewDialog, _act("review")),
    State("settings-library", SettingsDialog, partial(_settings, page="library"), _knows_index),
    *(State(f"settings-{page}", SettingsDialog, partial(_settings, page=page)) for page in PAGES),
    State("table", TableWindow, _table),
    State("tags", TagsDialog, partial(_in_tags, ask=lambda _: None)),
    State("template-help", TemplateHelp, _template_help),
    State("trash", TrashDialog, _act("trash")),
    State("box-trash", QMessageBox, lambda place: (_act("trash")(place), _shown(TrashDialog).clean.click())),
    State("box-restore", QMessageBox, _restore_backup),
    State("box-replace", QMessageBox, _replace),
    State("box-remove", QMessageBox, lambda place: _issue(place, "remove_issues")),
    State("box-newer", QMessageBox, _unopened),
    State("box-lost", QMessageBox, _lost),
    State("box-away", QMessageBox, _away),
    State("ask-tag", QInputDialog, partial(_in_tags, ask=TagsDialog.ask_rename)),
    State("ask-merge", QInputDialog, partial(_in_tags, ask=TagsDialog.ask_merge)),
    State("ask-search", QInputDialog, _search_name),
    State("ask-tags", QInputDialog, _add_tags),
    State("qt-colour", QColorDialog, _colour),
    State("qt-files", QFileDialog, _act("import_files")),
    State("qt-folder", QFileDialog, _act("import_folder")),
    State("qt-save", QFileDialog, _act("backup")),
)
