"""The templates there are: the gallery that comes with the program, and the user's own in the library's folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.exporting.template_source import FORMATS, TemplateSource
from reader.model.errors import UserError
from reader.services.library import Library
from reader.storage.faults import worded

GALLERY = Path(__file__).resolve().parents[2] / "resources" / "templates"
FOLDER = "templates"
LARGEST = 1_000_000
"""Bytes of a template."""


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template that can be chosen.

    Attributes:
        name: the file's name without its ending.
        format: `md` or `html`, its ending.
        own: whether it is the user's.
    """

    name: str
    format: str
    path: Path
    own: bool


def own_folder(library: Library) -> Path:
    """Where the user's own templates lie, beside the annotations; it need not be there."""
    return library.notes_root / FOLDER


def make_own_folder(library: Library) -> Path:
    """The folder for the user's own templates, made with a copy of one of the gallery to begin with where it is not
    there yet. UserError library.read_only, disk.full."""
    folder = own_folder(library)
    if not folder.is_dir():
        source = next(path for path in sorted(GALLERY.iterdir()) if path.suffix == ".md")
        with worded(folder):
            folder.mkdir(parents=True)
            shutil.copy(source, folder / f"我的{source.name}")
    return folder


def templates(library: Library) -> tuple[TemplateFile, ...]:
    """The user's own by name, then the gallery. One of the user's hides the one of its name in the gallery."""
    own = list(_in(own_folder(library), own=True))
    hidden = {(one.name, one.format) for one in own}
    return (*own, *(one for one in _in(GALLERY, own=False) if (one.name, one.format) not in hidden))


def find(library: Library, wanted: str, format: str = "") -> TemplateFile:
    """A template by its name, by its file's name, or by the path of any file.

    Args:
        format: the one to take where there are several of a name; with "" the first.

    Raises:
        UserError: template.missing.
    """
    known = templates(library)
    path = Path(wanted).expanduser()
    named = [one for one in known if wanted in (one.name, one.path.name)]
    found = next((one for one in named if one.format == format), named[0] if named else None)
    if found is not None:
        return found
    if path.suffix.lower().removeprefix(".") in FORMATS and path.is_file():
        return TemplateFile(path.stem, path.suffix.lower().removeprefix("."), path, own=True)
    raise UserError("template.missing", name=wanted, known="、".join(dict.fromkeys(one.name for one in known)))


def read(file: TemplateFile) -> TemplateSource:
    """A template as it is written. UserError template.unreadable."""
    try:
        if file.path.stat().st_size > LARGEST:
            raise UserError("template.unreadable", path=str(file.path))
        text = file.path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("template.unreadable", path=str(file.path)) from error
    return TemplateSource(file.name, file.format, text)


def _in(folder: Path, *, own: bool) -> Iterator[TemplateFile]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        ending = path.suffix.lower().removeprefix(".")
        if ending in FORMATS and path.is_file() and not path.name.startswith("."):
            yield TemplateFile(path.stem, ending, path, own)
