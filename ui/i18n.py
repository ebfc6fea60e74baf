"""The language of the window: translators for our own strings and for Qt's own dialogs; sentences for errors.

Source strings are Chinese. Inside a QObject they stand in `self.tr()`, whose context is the class they are written in;
elsewhere in `translate()` with a context of their own. `make translations` gathers them into
resources/translations/dibao_en.ts, where their English is written, and makes the .qm file that is read here.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reader import wording
from reader.model.errors import UserError
from ui.paths import RESOURCES

LOG = logging.getLogger(__name__)

SYSTEM = "system"
"""The choice to speak as the computer does."""

NAMES = {"zh": "中文", "en": "English"}
"""Each language by its own name: who cannot read the window must still find it."""

CHINESE = "zh"
TRANSLATIONS = RESOURCES / "translations"

translate = QCoreApplication.translate


def install(app: QCoreApplication, choice: str = CHINESE) -> None:
    """Speak a language from now on, in what is made afterwards; see `set_language` for what is there already.

    Args:
        app: the application; its former translators go.
        choice: `zh`, `en` or `system`.
    """
    spoken = spoken_language(choice)
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.setParent(None)
    locale = QLocale("zh_CN" if spoken == CHINESE else "en_GB")
    QLocale.setDefault(locale)
    app.setProperty("language", spoken)
    _load(app, "qtbase_zh_CN" if spoken == CHINESE else "qtbase_en", QLibraryInfo.path(
        QLibraryInfo.LibraryPath.TranslationsPath))
    if spoken != CHINESE:
        _load(app, f"dibao_{spoken}", str(TRANSLATIONS))
    if isinstance(app, QApplication):
        app.setApplicationDisplayName(translate("Application", "邸报"))


def set_language(app: QApplication, choice: str) -> None:
    """Speak a language from now on, in every window that is open too.

    Texts that widgets show are replaced where they stand (`ui.retranslating`), so that nothing the user has done or
    begun is touched; what a view draws anew by itself follows on `QEvent.LanguageChange`.

    Args:
        app: the application.
        choice: `zh`, `en` or `system`.
    """
    before = language()
    if spoken_language(choice) == before:
        return
    install(app, choice)
    from ui.retranslating import retranslate

    retranslate(app, language())


def spoken_language(choice: str) -> str:
    """The language that a choice of the user means: `zh` or `en`."""
    if choice in NAMES:
        return choice
    return wording.language_of(QLocale.system().uiLanguages())


def language() -> str:
    """The language now spoken: `zh` or `en`."""
    app = QCoreApplication.instance()
    return str(app.property("language") or CHINESE) if app is not None else CHINESE


def sentence(error: UserError) -> str:
    """What to tell the user about an error."""
    return wording.word(error.code, error.facts, language())


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if not translator.load(name, folder):
        LOG.warning("no translation %s in %s", name, folder)
    elif not app.installTranslator(translator):
        LOG.debug("translation %s holds nothing", name)
