"""Turn the codes of `UserError` and `Doubt` into sentences, in Chinese or English."""

from __future__ import annotations

import functools
import tomllib
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
