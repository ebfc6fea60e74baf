"""The dialog that puts facts right."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.model.document import DocumentFacts
from reader.model.number import DocumentNumber
from ui.dialogs.correction_form import read_date
from ui.dialogs.facts import FactsDialog

FACTS = DocumentFacts(
    "k",
    "关于修桥的通知",
    DocumentNumber("云政发", 2025, "7", "云政发〔2025〕 7 号"),
    ("云汀市财政局", "云汀市民政局"),
    section="市政府文件",
    date="2025-03-01",
    kind="通知",
)


@pytest.fixture
def dialog(qtbot: QtBot) -> FactsDialog:
    made = FactsDialog(FACTS, ("市政府文件", "人事任免"))
    qtbot.addWidget(made)
    return made


def test_nothing_is_changed_at_first(dialog: FactsDialog) -> None:
    assert dialog.changed() == {}
    assert not dialog.ok.isEnabled()


def test_only_what_was_changed_is_told(dialog: FactsDialog, qtbot: QtBot) -> None:
    dialog.issuers.setText("云汀市财政局、 云汀市水利局")
    dialog.date.setText("2025年3月2日")
    dialog.number.clear()
    with qtbot.waitSignal(dialog.wanted) as told:
        dialog.ok.click()
    assert told.args == [{"issuers": "云汀市财政局\t云汀市水利局", "date": "2025-03-02", "number": ""}]


def test_a_date_that_is_none_is_told_at_once(dialog: FactsDialog) -> None:
    dialog.date.setText("2025年2月30日")
    assert "2025年2月30日" in dialog.fault.text()
    assert not dialog.ok.isEnabled()


def test_a_title_cannot_be_empty(dialog: FactsDialog) -> None:
    dialog.title.setPlainText(" \n")
    assert not dialog.ok.isEnabled()


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2025-3-1", "2025-03-01"),
        ("2025.03.01", "2025-03-01"),
        ("2025/3/1", "2025-03-01"),
        ("2025年 3月 1日", "2025-03-01"),
        ("二〇二五年三月一日", "2025-03-01"),
        ("", ""),
        ("2025-13-1", None),
        ("去年", None),
        ("2025-3", None),
    ],
)
def test_dates_are_read_in_many_forms(typed: str, iso: str | None) -> None:
    assert read_date(typed) == iso
