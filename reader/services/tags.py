"""Tags of all annotations at once: rename, merge, delete, with all below them in the hierarchy."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from reader.model.annotation import Annotation
from reader.model.errors import UserError
from reader.services.annotate import clean_tags
from reader.services.library import Library
from reader.storage import annotations_rows as rows
from reader.storage.connections import transaction
from reader.storage.faults import worded
from reader.storage.library_writing import now


def rename(library: Library, old: str, new: str) -> tuple[Annotation, ...]:
    """Call a tag, and all below it, by another name; where an annotation has both, they become one.

    Returns:
        The annotations as they were before, for undo by `annotate.save`.

    Raises:
        UserError: tag.empty; library.read_only, disk.full.
    """
    (name,) = clean_tags([new]) or ("",)
    if not name:
        raise UserError("tag.empty")
    return _change(library, old, lambda tag: name + tag.removeprefix(old))


def delete(library: Library, tag: str) -> tuple[Annotation, ...]:
    """Take a tag, and all below it, off every annotation; tells what they were before. Raises as `rename`."""
    return _change(library, tag, lambda _: "")


def _change(library: Library, tag: str, changed: Callable[[str], str]) -> tuple[Annotation, ...]:
    having = [one for one in rows.select(library.notes)
              if any(other == tag or other.startswith(tag + "/") for other in one.tags)]
    moment = now()
    with worded(library.root), transaction(library.notes) as notes:
        for one in having:
            tags = clean_tags(changed(other) if other == tag or other.startswith(tag + "/") else other
                              for other in one.tags)
            rows.write(notes, dataclasses.replace(one, tags=tags, modified=moment))
    return tuple(having)
