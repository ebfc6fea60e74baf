"""What went wrong, in a file on this computer: kinds and places of faults, never text of documents or notes."""

from __future__ import annotations

import copy
import logging
import logging.handlers
import traceback
from pathlib import Path
from types import TracebackType

FILE = "dibao.log"
MOST_BYTES = 1 << 20
KEPT = 2
"""So many older files are kept."""

_ExceptionInfo = (tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None])


class PlacesOnly(logging.Formatter):
    """Shows of an exception its kind and where it arose: its message may hold text of a document or a note."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as lines. Another handler may have left the whole exception in it: that is not used."""
        own = copy.copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: _ExceptionInfo) -> str:
        """Kind and places of an exception, one place a line."""
        kind = ei[0]
        where = "".join(traceback.format_tb(ei[2]))
        return f"{where}{kind.__qualname__ if kind is not None else ''}"


def keep(folder: Path) -> logging.Handler | None:
    """Write warnings and errors to a file in a folder from now on.

    Returns:
        What writes it; None where no file can be kept: then they go to standard error.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(folder / FILE, maxBytes=MOST_BYTES, backupCount=KEPT,
                                                       encoding="utf-8")
    except OSError as fault:
        logging.getLogger(__name__).warning("no log can be kept: %s", type(fault).__name__)
        return None
    handler.setLevel(logging.WARNING)
    handler.setFormatter(PlacesOnly("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler
