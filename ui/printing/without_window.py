"""Writing PDF files where there is no window: what the command line hands to the export service."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication

from reader.exporting.formats import Material, Step
from ui.printing.writing import write_pdf as write

_KEPT: list[QGuiApplication] = []
"""Qt wants its application to live as long as the process."""


def write_pdf(material: Material, step: Step) -> bytes:
    """The material as a PDF file, set with the fonts of the system, on a display or without one."""
    if QGuiApplication.instance() is None:
        if sys.platform != "win32":  # there the platform that shows nothing knows no fonts of the system
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _KEPT.append(QGuiApplication([]))
    return write(material, step)
