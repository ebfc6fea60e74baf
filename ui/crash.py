"""The crash guard: whatever nobody caught is logged without document text, shown, and survived."""

from __future__ import annotations

import copy
import faulthandler
import logging
import logging.handlers
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion

log = logging.getLogger("dibao.crash")

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
LOG_BYTES = 500_000
"""Size of the log at which a new one is begun; two old ones are kept."""

OUR_WORDS: tuple[type[BaseException], ...] = (
    AttributeError,
    ImportError,
    NameError,
    TypeError,
    NotImplementedError,
    RecursionError,
    MemoryError,
)
"""Errors whose message is made of names of the program; others may quote what the user reads or writes."""


def describe(error: BaseException) -> str:
    """A report on an error: kinds, our files and lines, never values. The message is left out where it may hold text.

    Args:
        error: the exception, with its traceback and causes.
    """
    parts = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        frames = traceback.extract_tb(link.__traceback__)
        lines = [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        parts.append("\n".join([*lines, f"{type(link).__qualname__}{_message(link)}"]))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n<-\n".join(parts)


def _place(filename: str) -> str:
    # The path up to the program may hold the user's name.
    parts = Path(filename).parts
    return "/".join(parts[-3:])


def _message(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": errno {error.errno}, {error.strerror}"
    return f": {error}" if isinstance(error, OUR_WORDS) else ""


def report_text(error: BaseException, version: str) -> str:
    """The whole report the user may copy and hand on."""
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    system = f"{platform.system()} {platform.release()} · Python {platform.python_version()}"
    head = [f"Dibao {version} · {moment}", f"{system} · PySide {pyside_version} · Qt {qVersion()}", ""]
    return "\n".join([*head, describe(error)])


class LogFormatter(logging.Formatter):
    """Writes exceptions as `describe` does: kinds and places, never text of the user."""

    def format(self, record: logging.LogRecord) -> str:
        # Another formatter may have left its own wording of the exception in the record.
        own = copy.copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: ExcInfo) -> str:
        return describe(ei[1]) if ei[1] is not None else ""


class CrashGuard(QObject):
    """Catches what nobody caught, in any thread, and tells the window once.

    Signals:
        crashed: the report's text, in the thread of the window.
    """

    crashed = Signal(str)
    _caught = Signal(object)

    def __init__(self, version: str, log_folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.version = version
        self._log_folder = log_folder
        self.log_folder = str(log_folder) if log_folder is not None else ""
        self._fault_file: TextIO | None = None
        self._log: logging.Handler | None = None
        self._hooks = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> str:
        """Take over the hooks of Python, its threads, Qt's messages and the C level.

        Returns:
            What the C level wrote when the last run died, "" when it ended well.
        """
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)
        self._open_log()
        return self._open_fault_file()

    def uninstall(self) -> None:
        """Put the hooks back; the file for faults of the C level is emptied, for the run ended well."""
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(None)
        if self._log is not None:
            logging.getLogger().removeHandler(self._log)
            self._log.close()
            self._log = None
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            Path(self._fault_file.name).unlink(missing_ok=True)
            self._fault_file = None

    def report(self, error: BaseException) -> None:
        """Log an error of ours and show it; may be called from any thread."""
        log.error("unexpected error\n%s", describe(error))
        self._caught.emit(error)

    def _tell(self, error: BaseException) -> None:
        self.crashed.emit(report_text(error, self.version))

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hooks[0](kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _open_log(self) -> None:
        if self._log_folder is None:
            return
        self._log_folder.mkdir(parents=True, exist_ok=True)
        self._log = logging.handlers.RotatingFileHandler(
            self._log_folder / "dibao.log", maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
        )
        self._log.setLevel(logging.WARNING)
        self._log.setFormatter(LogFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(self._log)

    def _open_fault_file(self) -> str:
        if self._log_folder is None:
            return ""
        self._log_folder.mkdir(parents=True, exist_ok=True)
        path = self._log_folder / "fault.txt"
        before = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        if before.strip():
            log.error("the last run died at the C level\n%s", before)
        self._fault_file = path.open("w", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        return before.strip()


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }[kind]
    logging.getLogger("dibao.qt").log(level, "%s", message)
