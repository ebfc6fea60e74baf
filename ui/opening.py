"""Opening the library for the window: also where nobody can write, and when one of its files is damaged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.model.errors import UserError
from reader.services import catalogue, rebuilding, safety
from reader.services import paths as places
from reader.services.library import ANNOTATIONS_FILE, LIBRARY_FILE, EngineFactory, Library
from ui import i18n, locales

MENDED = ("library.broken", "library.lost")
"""What there may be a way to mend."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open library. `rebuild`: its texts are to be read again from the kept originals."""

    library: Library
    rebuild: bool = False


def open_library(
    root: Path, engine_factory: EngineFactory, busy_hint: str = "", hand_over: Callable[[Path], bool] = lambda _: False
) -> Opened | None:
    """Open the library, mending what the user agrees to mend; None when it cannot be used, which the user was told.

    Args:
        busy_hint: what to add where another window has the library.
        hand_over: asked before that is told, with the root: whether that window does what was wanted.
    """
    rebuild = False
    mended: set[str] = set()
    while True:
        try:
            library = _opened(root, engine_factory)
        except UserError as error:
            if error.code == "library.in_use" and hand_over(root):
                return None
            damaged = Path(str(error.facts.get("path", "")))
            if error.code not in MENDED or damaged.name in mended or not _mend(damaged, error.code):
                if error.code != "library.lost" or damaged.name in mended:
                    hint = f"\n\n{busy_hint}" if busy_hint and error.code == "library.in_use" else ""
                    title = i18n.translate("Opening", "邸报打不开公报库")
                    QMessageBox.critical(None, title, i18n.sentence(error) + hint)
                return None
            mended.add(damaged.name)
            rebuild = rebuild or damaged.name == LIBRARY_FILE
            continue
        return Opened(library, rebuild or _is_unfinished(library))


def _is_unfinished(library: Library) -> bool:
    """Whether the library is empty though originals are kept: making it anew was cut short at its beginning."""
    if library.texts_read_only or not catalogue.is_empty(library):
        return False
    return rebuilding.can_rebuild(library.root)


def _opened(root: Path, engine_factory: EngineFactory) -> Library:
    library = Library.open(root, engine_factory, own_notes=places.own_notes(root))
    try:
        safety.look_over(library)
    except UserError:
        library.close()
        raise
    return library


def _mend(damaged: Path, code: str) -> bool:
    """Mend a damaged or lost file if there is a way and the user agrees."""
    if damaged.name == ANNOTATIONS_FILE:
        return _restore_annotations(damaged)
    if damaged.name == LIBRARY_FILE and rebuilding.can_rebuild(damaged.parent):
        return _begin_anew(damaged, code)
    return False


def _restore_annotations(damaged: Path) -> bool:
    backup = safety.newest_sound_backup(damaged.parent)
    if backup is None:
        return False
    question = i18n.translate(
        "Opening",
        "标注文件 annotations.db 已损坏。最近一份完好的备份是 {moment} 的。\n\n"
        "从这份备份恢复吗？损坏的文件会另外保存，不会删除。",
    )
    question = question.format(moment=locales.moment(safety.moment_of(backup)))
    if not ask(question, i18n.translate("Opening", "从备份恢复")):
        return False
    try:
        safety.restore_closed(damaged.parent, backup)
    except UserError as error:
        QMessageBox.critical(None, i18n.translate("Opening", "没有恢复成功"), i18n.sentence(error))
        return False
    return True


def _begin_anew(damaged: Path, code: str) -> bool:
    if code == "library.lost":
        question = i18n.translate(
            "Opening",
            "公报库文件 library.db 不见了。保存的原件都在，可以据此重建；标注和批注不受影响。\n\n现在重建吗？",
        )
    else:
        question = i18n.translate(
            "Opening",
            "公报库文件 library.db 已损坏。保存的原件都在，可以据此重建；标注和批注不受影响。\n\n"
            "现在重建吗？损坏的文件会另外保存，不会删除。",
        )
    if not ask(question, i18n.translate("Opening", "重建")):
        return False
    try:
        rebuilding.begin_anew(damaged.parent)
    except UserError as error:
        QMessageBox.critical(None, i18n.translate("Opening", "没有重建成功"), i18n.sentence(error))
        return False
    return True


def moved_library(chosen: Path, default: Path) -> Path | None:
    """Ask where a library is that is not in its place any more; None: open the default one this time."""
    text = i18n.translate(
        "Opening",
        "上次用的公报库“{path}”现在找不到：可能已移到别处，或者移动硬盘、网络位置没有连上。\n\n"
        "可以指出它现在的文件夹；否则这次打开“{other}”。",
    )
    title = i18n.translate("Opening", "公报库现在的文件夹")
    while ask(text.format(path=chosen, other=default), i18n.translate("Opening", "指出文件夹…"),
              i18n.translate("Opening", "这次打开默认的")):
        folder = QFileDialog.getExistingDirectory(None, title, str(places.default_library().parent))
        if folder and any((Path(folder) / name).exists() for name in (LIBRARY_FILE, ANNOTATIONS_FILE)):
            return Path(folder)
        if folder:
            # Opening it would make an empty library there.
            told = i18n.translate("Opening", "文件夹“{path}”里没有公报库。")
            QMessageBox.warning(None, title, told.format(path=folder))
    return None


def ask(question: str, yes: str, no: str = "") -> bool:
    """Ask before the window is there. `yes`: what the button that agrees says; `no`: the other one, else to leave."""
    box = QMessageBox(QMessageBox.Icon.Warning, i18n.translate("Opening", "邸报"), question)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(no or i18n.translate("Opening", "退出"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is agree
