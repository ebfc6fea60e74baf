"""What the user has chosen about the program, as a frozen value kept in TOML."""

from __future__ import annotations

import dataclasses
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Choices = TypeVar("Choices", bound=DataclassInstance)


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices.

    Attributes:
        theme: light, sepia or dark.
        zoom: size of the text in percent, 50–300.
        style: name of the annotation style used last.
        author: name put on annotations, "" for none.
    """

    theme: str = "light"
    zoom: int = 100
    style: str = "重点"
    author: str = ""


def load(path: Path) -> Preferences:
    """Read the choices; what is missing, unknown or of the wrong kind falls back to the default."""
    return load_choices(path, Preferences())


def load_choices(path: Path, default: Choices) -> Choices:
    """Read choices of any kind, frozen dataclasses of plain values, in the same way."""
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return default
    known = {
        field.name: table[field.name]
        for field in dataclasses.fields(default)
        if type(table.get(field.name)) is type(getattr(default, field.name))
    }
    return dataclasses.replace(default, **known)


def save(path: Path, preferences: DataclassInstance) -> None:
    """Write the choices; the old file stays until the new one is whole.

    Raises:
        OSError: the folder cannot be written.
    """
    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(tomli_w.dumps(dataclasses.asdict(preferences)), encoding="utf-8")
    os.replace(fresh, path)  # noqa: PTH105 - replaces atomically on every system
