"""Dates, numbers and sizes as the language of the window writes them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from PySide6.QtCore import QDate, QDateTime, QLocale

from ui.i18n import CHINESE, language, translate


def day(value: datetime.date | str | None, *, short: bool = False) -> str:
    """A day: 2025年3月1日, 1 March 2025; `short`, where there is little room: 1 Mar 2025.

    ISO text is read; other text, as printed, stays as it is; None is "".
    """
    if isinstance(value, str):
        try:
            value = datetime.date.fromisoformat(value)
        except ValueError:
            return str(value)
    if value is None:
        return ""
    form = translate("Locales", "yyyy年M月d日")
    if short:
        form = form.replace("MMMM", "MMM")
    return QLocale().toString(QDate(value.year, value.month, value.day), form)


def moment(value: datetime.datetime) -> str:
    """A moment, where the user is, to the minute: 2025年3月1日 09:05, 1 March 2025, 09:05."""
    local = value.astimezone() if value.tzinfo is not None else value
    shown = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    return QLocale().toString(shown, translate("Locales", "yyyy年M月d日 HH:mm"))


def together(parts: Iterable[str]) -> str:
    """Several things in one line: 甲、乙; a, b."""
    return translate("Locales", "、").join(parts)


def sentences(parts: Iterable[str]) -> str:
    """Sentences one after another: Chinese leaves no space between them."""
    return ("" if language() == CHINESE else " ").join(parts)


def number(value: int) -> str:
    """A count: 15,000."""
    return QLocale().toString(value)


def size(octets: int) -> str:
    """The size of a file: 128 kB, 1.2 MB."""
    places = 0 if octets < 1024 * 1024 else 1
    return QLocale().formattedDataSize(octets, places, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
