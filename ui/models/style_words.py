"""What the styles that come with the program are called in the window's language; renamed ones keep their names."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from reader.model.annotation import Style
from ui.i18n import translate


def _names() -> dict[str, str]:
    return {
        "重点": translate("StyleWords", "重点"),
        "依据": translate("StyleWords", "依据"),
        "期限": translate("StyleWords", "期限"),
        "责任": translate("StyleWords", "责任"),
        "金额": translate("StyleWords", "金额"),
        "疑问": translate("StyleWords", "疑问"),
        "存档": translate("StyleWords", "存档"),
        "其他": translate("StyleWords", "其他"),
    }


def shown(style: Style) -> Style:
    """A style as the window shows it."""
    return _with_label(style, lambda label: _names().get(label, label) if label == style.name else label)


def stored(style: Style) -> Style:
    """A style as the library keeps it: a name that is only the translation of its own is no renaming."""
    return _with_label(style, lambda label: style.name if label == _names().get(style.name) else label)


def _with_label(style: Style, change: Callable[[str], str]) -> Style:
    label = change(style.label)
    return style if label == style.label else dataclasses.replace(style, label=label)
