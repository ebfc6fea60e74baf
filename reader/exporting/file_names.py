"""Names of files made of texts, such as every system of an office takes them."""

from __future__ import annotations

import re

FORBIDDEN = '\\/:*?"<>|'
LONGEST = 80
"""Characters of a name without its ending."""
MOST_BYTES = 230
"""Of a name in UTF-8: most file systems of Linux end at 255, the ending and a temporary suffix included."""
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")


def safe_name(text: str) -> str:
    """A file's name, without ending, made of a text.

    What Windows forbids becomes _ (Naming Files, Paths, and Namespaces: reserved characters and names, no space or
    full stop at the end), and so do control characters and half surrogates; it is never empty nor too long.
    """
    name = "".join("_" if c in FORBIDDEN or ord(c) < 32 or "\ud800" <= c <= "\udfff" else c
                   for c in " ".join(text.split()))
    name = name[:LONGEST].strip(" .")
    while len(name.encode()) > MOST_BYTES:
        name = name[:-1].rstrip(" .")
    return f"_{name}" if _RESERVED.match(name) else name or "_"


def can_be_name(name: str, *, windows: bool) -> bool:
    """Whether a file may be called so, its length apart.

    Args:
        name: with its ending, without its folder.
        windows: by the rules of Windows; else only what no system can write or nobody can read is refused.
    """
    if not name or any(ord(c) < 32 or "\ud800" <= c <= "\udfff" for c in name):
        return False
    return not windows or (not _RESERVED.match(name) and name[-1] not in " ." and not set(name) & set(FORBIDDEN))
