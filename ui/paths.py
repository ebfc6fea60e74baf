"""Where the window finds the files that come with the program."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SAMPLE = RESOURCES / "sample" / "云汀市人民政府公报2025年第3期.txt"
