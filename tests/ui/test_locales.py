"""Dates, numbers and lists as the language of the window writes them."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtWidgets import QApplication

from ui import i18n, locales
from ui.models.kind_words import document_kind


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    i18n.install(qapp, request.param)
    return str(request.param)


def test_days(language: str) -> None:
    written = {"zh": "2025年3月1日", "en": "1 March 2025"}[language]
    assert locales.day(datetime.date(2025, 3, 1)) == written
    assert locales.day("2025-03-01") == written
    assert locales.day("2025-03-01", short=True) == {"zh": "2025年3月1日", "en": "1 Mar 2025"}[language]
    assert locales.day(None) == ""
    assert locales.day("二〇二五年春") == "二〇二五年春"


def test_moments(language: str) -> None:
    written = {"zh": "2025年3月1日 09:05", "en": "1 March 2025, 09:05"}[language]
    assert locales.moment(datetime.datetime(2025, 3, 1, 9, 5, 59)) == written
    here = datetime.datetime(2025, 3, 1, 9, 5).astimezone()
    assert locales.moment(here.astimezone(datetime.UTC)) == written


def test_numbers_and_sizes(language: str) -> None:  # noqa: ARG001 - sets the language
    assert locales.number(15000) == "15,000"
    assert locales.size(131072) == "128 kB"
    assert locales.size(5 * 1024 * 1024 + 600_000) == "5.6 MB"


def test_lists_and_sentences(language: str) -> None:
    assert locales.together(["a", "b"]) == {"zh": "a、b", "en": "a, b"}[language]
    assert locales.sentences(["A.", "B."]) == {"zh": "A.B.", "en": "A. B."}[language]


def test_kinds_of_documents(language: str) -> None:
    assert document_kind("通知") == {"zh": "通知", "en": "Notice"}[language]
    assert document_kind("村规民约") == "村规民约"


@pytest.mark.parametrize(("choice", "spoken"), [("zh", "zh"), ("en", "en")])
def test_a_choice_is_spoken(choice: str, spoken: str) -> None:
    assert i18n.spoken_language(choice) == spoken
