"""What the user has chosen about the program, as a frozen value kept in TOML."""

from __future__ import annotations

import dataclasses
import os
import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from reader.exporting.citation_forms import CitationForm

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Choices = TypeVar("Choices", bound=DataclassInstance)

THEMES = ("system", "light", "sepia", "dark")
LANGUAGES = ("system", "zh", "en")
ZOOM = (50, 300)
"""Percent."""
TEXT_SIZE = (8.0, 36.0)
"""Points."""
LINE_SPACING = (120, 260)
"""Percent of the size of the type."""
MEASURE = (16, 60)
"""Han characters a line."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices.

    Attributes:
        theme: one of `THEMES`; system: light or dark, as the desktop is.
        zoom: enlargement of the text in percent, within `ZOOM`.
        text_font: family of running text, "" for the usual ones.
        text_size: of the type at 100 %, in points, within `TEXT_SIZE`.
        line_spacing: within `LINE_SPACING`.
        measure: the longest line, within `MEASURE`.
        style: name of the annotation style used last.
        author: name put on annotations, "" for none.
        strict_search: whether searches tell full width from half width, capitals, traditional characters and spaces.
        search_typing: whether the library is searched while somebody types.
        citation: how a copied passage is cited, a `CitationForm`.
        language: one of `LANGUAGES`.
        library: folder of the library opened when none is named, "" for the usual one.
        watched: folders that are looked through for new gazettes.
        shortcuts: keys of actions that have others than they came with, by the action's name: several apart by
            spaces, "" for none.
        recent: names of the actions last chosen in the command palette, the last first.
    """

    theme: str = "light"
    zoom: int = 100
    text_font: str = ""
    text_size: float = 12.75
    line_spacing: int = 172
    measure: int = 40
    style: str = "重点"
    author: str = ""
    strict_search: bool = False
    search_typing: bool = True
    citation: str = CitationForm.OFFICIAL.value
    language: str = "system"
    library: str = ""
    watched: tuple[str, ...] = ()
    shortcuts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    recent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """Choices as they were read.

    Attributes:
        preferences: with defaults in the place of what was wrong.
        wrong: names of the values that could not be used; "" stands for the whole file.
        kept: the copy of a file with something wrong in it, None where there is none.
    """

    preferences: Preferences
    wrong: tuple[str, ...] = ()
    kept: Path | None = None


def _within(bounds: tuple[float, float]) -> Callable[[Any], bool]:
    return lambda value: bounds[0] <= value <= bounds[1]


_RULES: dict[str, Callable[[Any], bool]] = {
    "theme": THEMES.__contains__,
    "zoom": _within(ZOOM),
    "text_size": _within(TEXT_SIZE),
    "line_spacing": _within(LINE_SPACING),
    "measure": _within(MEASURE),
    "citation": {form.value for form in CitationForm}.__contains__,
    "language": LANGUAGES.__contains__,
    "watched": lambda value: all(isinstance(one, str) for one in value),
    "recent": lambda value: all(isinstance(one, str) for one in value),
    "shortcuts": lambda value: all(isinstance(one, str) for one in value.values()),
}
"""What a value must be beyond its kind."""


def load(path: Path) -> Preferences:
    """Read the choices; what is missing, unknown or wrong falls back to the default."""
    return _read(path)[0]


def read(path: Path) -> Read:
    """Read the choices, saying what was wrong; a file with something wrong is copied, for it will be written anew."""
    preferences, wrong = _read(path)
    return Read(preferences, wrong, _keep(path) if wrong else None)


def load_choices(path: Path, default: Choices) -> Choices:
    """Read choices of any kind, frozen dataclasses of plain values, in the same way but for rules on their values."""
    known, _ = _fitting(_table(path) or {}, default)
    return dataclasses.replace(default, **known)


def save(path: Path, preferences: DataclassInstance) -> None:
    """Write the choices; the old file stays until the new one is whole.

    Raises:
        OSError: the folder cannot be written.
    """
    import tomli_w

    values = {one.name: getattr(preferences, one.name) for one in dataclasses.fields(preferences)}
    plain = {name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(tomli_w.dumps(plain), encoding="utf-8")
    os.replace(fresh, path)  # noqa: PTH105 - replaces atomically on every system


def _read(path: Path) -> tuple[Preferences, tuple[str, ...]]:
    default = Preferences()
    table = _table(path)
    if table is None:
        return default, ("",) if path.exists() else ()
    known, wrong = _fitting(table, default)
    unruly = [name for name, value in known.items() if name in _RULES and not _RULES[name](value)]
    for name in unruly:
        del known[name]
    return dataclasses.replace(default, **known), (*wrong, *unruly)


def _table(path: Path) -> dict[str, Any] | None:
    """What a file holds, or None where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None


def _fitting(table: Mapping[str, Any], default: DataclassInstance) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The values that are of their field's kind, and the names of those that are not."""
    known: dict[str, Any] = {}
    wrong: list[str] = []
    for one in dataclasses.fields(default):
        if one.name not in table:
            continue
        value = _as_kind(table[one.name], getattr(default, one.name))
        if value is None:
            wrong.append(one.name)
        else:
            known[one.name] = value
    return known, tuple(wrong)


def _as_kind(value: object, like: object) -> object | None:
    """A value of a TOML file as the kind of another one, or None."""
    if isinstance(like, Mapping):
        return MappingProxyType(value) if isinstance(value, dict) else None
    if isinstance(like, tuple):
        return tuple(value) if isinstance(value, list) else None
    if isinstance(like, float) and type(value) is int:
        return float(value)
    return value if type(value) is type(like) else None


def _keep(path: Path) -> Path | None:
    """Copy a file beside itself under a name of its own; None where that cannot be done."""
    number, kept = 1, path.with_suffix(".broken.toml")
    try:
        content = path.read_bytes()
        while kept.exists() and kept.read_bytes() != content:
            number, kept = number + 1, path.with_suffix(f".broken-{number + 1}.toml")
        shutil.copyfile(path, kept)
    except OSError:
        # The notice says that there is no copy.
        return None
    return kept
