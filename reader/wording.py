"""Turn the codes of `UserError` and `Doubt` into sentences, in Chinese or English."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from contextvars import ContextVar
from pathlib import Path

MESSAGES = Path(__file__).resolve().parent.parent / "resources" / "messages"
LANGUAGES = ("zh", "en")


@functools.cache
def sentences(language: str) -> dict[str, str]:
    """All sentences of a language (`zh` or `en`) by code, from resources/messages."""
    with (MESSAGES / f"{language}.toml").open("rb") as file:
        table = tomllib.load(file)
    return {f"{group}.{name}": text for group, entries in table.items() for name, text in entries.items()}


def word(code: str, facts: dict[str, str | int], language: str = "zh") -> str:
    """The sentence for a code with its facts filled in.

    Raises:
        KeyError: the code has no sentence: a fault of ours, caught by a test.
    """
    return sentences(language)[code].format_map(facts)


_spoken = ContextVar("spoken", default="zh")


def speak(language: str) -> None:
    """Tell everything on the command line in this language, `zh` or `en`, from now on."""
    _spoken.set(language)


def spoken() -> str:
    """The language of the command line."""
    return _spoken.get()


def told(code: str, /, **facts: str | int) -> str:
    """The sentence for a code in the language of the command line. Raises KeyError as `word` does."""
    return word(code, facts, spoken())


def language_of(wanted: Sequence[str]) -> str:
    """The language, `zh` or `en`, for a computer that is set to these (en_US.UTF-8, zh-CN …), best first.

    Chinese offices have computers set to all kinds of things, or to nothing; English is for who has plainly chosen
    another language than Chinese.
    """
    named = [one for one in wanted if one.partition(".")[0] not in ("", "C", "POSIX")]
    return "en" if named and not named[0].lower().startswith("zh") else "zh"
