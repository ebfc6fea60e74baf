"""Where the window finds the files that come with the program, and the user's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SAMPLE = RESOURCES / "sample" / "云汀市人民政府公报2025年第3期.txt"


def documents_folder() -> Path:
    """The user's folder for documents where there is one, else the home: Qt names it also where there is none."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()
