"""The parts this program is made of, and the licence of each."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LICENCE_NAMES = ("licen", "copying", "notice", "authors")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program.

    Attributes:
        name: with its version where that is known.
        files: its licence texts; none where its wheel brought none.
    """

    name: str
    files: tuple[Path, ...]

    def text(self) -> str:
        """The licence texts one after another."""
        return "\n\n".join(file.read_text(encoding="utf-8", errors="replace").strip() for file in self.files)


def licence_files(distribution: importlib.metadata.Distribution) -> tuple[Path, ...]:
    """The licence files that an installed distribution carries."""
    found = []
    for file in distribution.files or ():
        inside = file.parts[0].endswith(".dist-info") and len(file.parts) > 1
        if inside and any(part.lower().startswith(LICENCE_NAMES) for part in file.parts[1:]):
            path = Path(str(distribution.locate_file(file)))
            if path.is_file():
                found.append(path)
    return tuple(found)


def parts() -> tuple[Part, ...]:
    """Dibao itself, then everything it is made of, by name.

    A packaged program has the texts in the folder `licences` beside it; from the source tree they are those of the
    installed distributions that the lock file names.
    """
    folder = Path(sys.executable).parent / "licences"
    if getattr(sys, "frozen", False) and folder.is_dir():
        return _packaged(folder)
    own = [Part("邸报 Dibao", (ROOT / "LICENSE",)), *(Part(name, (text,)) for name, (_, text) in OWN_COPIES.items())]
    locked = re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    return (*own, *(_installed(name) for name in sorted(locked, key=str.casefold)))


def _packaged(folder: Path) -> tuple[Part, ...]:
    own = folder / "dibao.txt"
    rest = (entry for entry in sorted(folder.iterdir()) if entry.name not in ("dibao.txt", "README.txt"))
    return (
        Part("邸报 Dibao", (own,)),
        *(
            Part(entry.stem if entry.is_file() else entry.name, _texts(entry))
            for entry in rest
        ),
    )


def _texts(entry: Path) -> tuple[Path, ...]:
    return (entry,) if entry.is_file() else tuple(sorted(file for file in entry.rglob("*") if file.is_file()))


def _installed(name: str) -> Part:
    try:
        distribution = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        # Locked for another system than this one.
        return Part(name, ())
    texts = licence_files(distribution) or _ours(name)
    return Part(f"{distribution.metadata['Name']} {distribution.version}", texts)


def _ours(name: str) -> tuple[Path, ...]:
    """Texts that we keep for distributions whose wheels bring none."""
    key = name.lower().replace("_", "-")
    names = TEXTS_OF_OURS.get(key, ())
    return tuple(ROOT / "packaging" / "licences" / text for text in names)


TEXTS_OF_OURS = {
    "jieba": ("jieba.txt",),
    "rjieba": ("rjieba.txt",),
    "whoosh": ("whoosh.txt",),
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "Qt-third-party.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
"""Distributions whose wheels bring no licence text; ours lie in packaging/licences."""
OWN_COPIES = {"Dibao Serif (Noto Serif CJK SC)": ("dibao-serif", ROOT / "resources" / "fonts" / "OFL.txt")}
"""What was copied into the repository: name → (its folder among a package's licences, licence text beside it)."""
