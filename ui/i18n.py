"""The language of the window: translators for our own strings and for Qt's own dialogs; sentences for errors."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader import wording
from reader.model.errors import UserError
from ui.paths import RESOURCES

LANGUAGE = "zh"


def install(app: QCoreApplication, language: str = LANGUAGE) -> None:
    """Speak `language` (`zh` or `en`): source strings are Chinese, so `zh` needs a translator for Qt's own alone."""
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_US"))
    app.setProperty("language", language)
    if language == "zh":
        _load(app, "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    else:
        _load(app, f"dibao_{language}", str(RESOURCES / "translations"))


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)


def language() -> str:
    """The language now spoken: `zh` or `en`."""
    app = QCoreApplication.instance()
    return str(app.property("language") or LANGUAGE) if app is not None else LANGUAGE


def sentence(error: UserError) -> str:
    """What to tell the user about an error."""
    return wording.word(error.code, error.facts, language())


def tr(context: str, text: str) -> str:
    """Translate outside a QObject; inside one, use its own `tr`."""
    return QCoreApplication.translate(context, text)
