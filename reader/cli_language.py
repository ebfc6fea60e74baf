"""Which language the command line speaks: as typed, else as chosen for the window, else as the computer does."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from reader.wording import LANGUAGES, language_of

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where Unix keeps the language of messages; the first that is set counts."""


def chosen(words: Sequence[str], preferences: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The language, `zh` or `en`.

    Args:
        words: the arguments typed; `--lang en` or `--lang=en` decides, before they are understood otherwise.
        preferences: the file of the window's choices; one that is missing or broken says nothing.
        environment: the process's variables.
    """
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        option, _, value = word.partition("=")
        if option == "--lang" and (value or following) in LANGUAGES:
            return value or following
    try:
        wanted = tomllib.loads(preferences.read_text(encoding="utf-8")).get("language")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        # A broken file is the window's to tell of; a command must still be told something.
        wanted = None
    if wanted in LANGUAGES:
        return str(wanted)
    return language_of([next((environment[name] for name in VARIABLES if environment.get(name)), "")])
