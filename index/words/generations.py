"""Which generation of the word index is the latest, told from file names alone, without loading whoosh."""

from __future__ import annotations

import re
from pathlib import Path

NAME = "words"
"""Of the index, in whoosh's file names."""

_CONTENTS = re.compile(rf"_{NAME}_([0-9]+)\.toc")


def contents_file(generation: int) -> str:
    """The name whoosh gives the table of contents of a generation."""
    return f"_{NAME}_{generation}.toc"


def latest_generation(folder: Path) -> int:
    """The number of the latest generation, -1 where there is none."""
    try:
        found = [_CONTENTS.fullmatch(path.name) for path in folder.iterdir()]
    except OSError:
        return -1
    return max((int(match[1]) for match in found if match), default=-1)


def latest_stamp(folder: Path) -> object:
    """Tells one latest generation from another, also where a rebuilt index counts from 1 again; -1 for none."""
    generation = latest_generation(folder)
    try:
        found = (folder / contents_file(generation)).stat()
    except OSError:
        return -1
    return generation, found.st_mtime_ns, found.st_ino
