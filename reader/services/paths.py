"""Where things lie on this computer: the library, preferences, caches, logs."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

APPLICATION = "dibao"
LIBRARY_VARIABLE = "DIBAO_LIBRARY"


def default_library() -> Path:
    """The library opened when none is named: the environment variable DIBAO_LIBRARY, else the user's data folder."""
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named).expanduser() if named else data() / "library"


def data() -> Path:
    """The user's data folder of the program."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def own_notes(library: Path) -> Path:
    """Where the user's own annotations go for a library that nobody can write to: a folder for each such library."""
    name = hashlib.sha256(str(library.expanduser().absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return data() / "annotations" / name


def config() -> Path:
    """Where preferences and the window's geometry are kept."""
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False)


def cache() -> Path:
    """What may be deleted at any time: dictionaries made ready to load, and the like."""
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False)


def logs() -> Path:
    """Where the program writes what went wrong; never text of documents or notes."""
    from platformdirs import user_log_path

    return user_log_path(APPLICATION, appauthor=False)
