"""Bring the English of the window in step with its source, and make of it what Qt reads. `make translations` runs this.

Without arguments: gathers every string of `tr()` and `translate()` in ui/ into resources/translations/dibao_en.ts
(new ones as unfinished, those that are gone dropped), then makes dibao_en.qm of it. With --release: makes the .qm only,
and only where it is older than the .ts. The .qm is not kept in the repository; set-up, tests and packaging make it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources/translations/dibao_en.ts"
COMPILED = SOURCE.with_suffix(".qm")


def tool(name: str) -> Path:
    """One of Qt Linguist's programs, which come with PySide6."""
    return Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)


def update() -> None:
    """Gather the strings."""
    modules = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    subprocess.run(
        [tool("lupdate"), *modules, "-ts", SOURCE, "-source-language", "zh_CN", "-target-language", "en_GB",
         "-locations", "none", "-no-obsolete", "-no-ui-lines"],
        check=True, cwd=ROOT, stdout=subprocess.DEVNULL,
    )


def release() -> None:
    """Make the .qm where it is missing or older than the .ts; what is unfinished stays Chinese."""
    if COMPILED.exists() and COMPILED.stat().st_mtime_ns > SOURCE.stat().st_mtime_ns:
        return
    fresh = COMPILED.with_suffix(f".{os.getpid()}.new")
    subprocess.run([tool("lrelease"), "-silent", SOURCE, "-qm", fresh], check=True, cwd=ROOT)
    fresh.replace(COMPILED)


def unfinished() -> list[str]:
    """The strings that have no English yet, with their contexts."""
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ET.parse(SOURCE).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None and translation.get("type") == "unfinished"
    ]


def main() -> int:
    """Do what was asked; tell what is left to translate."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--release", action="store_true", help="make the .qm only")
    if not arguments.parse_args().release:
        update()
        left = unfinished()
        print(f"{SOURCE.relative_to(ROOT)}: {len(left)} unfinished")
        print(*left, sep="\n", end="\n" if left else "")
    release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
