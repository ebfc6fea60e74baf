"""The English of the window: every string of the source has one, with the same fields, and no Chinese is left over."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from tests.ui.source_strings import ROOT, Visitor, everything, is_chinese
from ui.i18n import TRANSLATIONS
from ui.phrases import Phrase, Phrasebook, read

SOURCE = TRANSLATIONS / "dibao_en.ts"

NOT_SHOWN = {
    "ui/i18n.py": "the language's own name, which is the same in all languages",
    "ui/paths.py": "the name of a file that comes with the program",
    "ui/phrases.py": "a range of characters",
    "ui/preferences.py": "the name by which the library knows a style",
    "ui/models/style_words.py": "names by which the library knows styles",
    "ui/dialogs/facts.py": "kinds of documents, typed and kept in Chinese as in the gazette",
    "ui/models/outline.py": "how labels in gazettes begin and end",
    "ui/text/address_label.py": "how addresses in gazettes are written",
    "ui/text/builder.py": "how labels in gazettes begin and end",
    "ui/text/go_to_box.py": "how addresses in gazettes are written",
    "ui/text/lines.py": "words of titles, which are not torn apart",
    "ui/text/neighbours.py": "how attachments are announced in gazettes",
    "ui/models/palette_entries.py": "prefixes as they are typed, with their English twins beside them",
    "ui/models/kind_words.py": "kinds by which the library knows documents",
    "ui/models/template_words.py": "names of the files of templates",
    "ui/text/faces.py": "names of fonts",
    "ui/text/typography.py": "how labels in gazettes begin and end",
    "ui/models/tab_titles.py": "words that titles of documents begin and end with",
    "ui/printing/pdf.py": "the program's name in a file handed on",
    "ui/printing/printer.py": "the program's name in a file handed on",
}
"""Modules with Chinese strings that are not words of the window, and what they are."""

EXAMPLES = {
    "《": "marks round a title, which are part of every citation",
    "》": "marks round a title, which are part of every citation",
    "云政发〔2025〕7号": "how a document number looks",
    "2025年3月1日": "how a date may be typed",
    "第三条第二款第（一）项": "how an address looks",
    "附件2": "how an address looks",
    "第三章": "how an address looks",
    "国办发": "how a document number begins",
    "城市更新": "words to search for",
    "长政办发〔2022〕42号": "how a document number looks",
    "财政局": "an issuer to search for",
    "by 、": "the mark that is typed",
}
"""What may stand in Chinese in an English text, and why."""


@pytest.fixture(scope="module")
def phrases() -> dict[tuple[str, str], Phrase]:
    return {(phrase.context, phrase.source): phrase for phrase in read(SOURCE)}


def fields(text: str) -> list[str]:
    """The fields of a string, each as often as it stands there."""
    if "{{" in text or "{%" in text:
        return re.findall(r"\{(\w+)\}(?!\})", text)
    return sorted(f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name is not None)


def without_examples(text: str) -> str:
    for example in EXAMPLES:
        text = text.replace(example, "")
    return text


def test_every_string_has_its_english(phrases: dict[tuple[str, str], Phrase]) -> None:
    missing = [
        f"{found.place}: {found.context}: {found.text}"
        for translated, _, _ in everything()
        for found in translated
        if (found.context, found.text) not in phrases
    ]
    assert missing == [], "run `make translations` and write the English into resources/translations/dibao_en.ts"


def test_no_english_is_left_over(phrases: dict[tuple[str, str], Phrase]) -> None:
    used = {(found.context, found.text) for translated, _, _ in everything() for found in translated}
    assert sorted(phrases.keys() - used) == [], "run `make translations`"


def test_every_chinese_string_can_be_translated() -> None:
    bare = [
        f"{found.place}: {found.text}"
        for _, untranslated, _ in everything()
        for found in untranslated
        if found.place.split(":")[0] not in NOT_SHOWN
    ]
    assert bare == [], "put it into self.tr() or translate()"


def test_what_needs_no_translation_is_still_there() -> None:
    modules = {found.place.split(":")[0] for _, untranslated, _ in everything() for found in untranslated}
    assert sorted(NOT_SHOWN.keys() - modules) == []


def test_lupdate_can_read_every_call() -> None:
    assert [call for _, _, unreadable in everything() for call in unreadable] == []


def test_fields_are_the_same(phrases: dict[tuple[str, str], Phrase]) -> None:
    differing = [
        (phrase.source, translation)
        for phrase in phrases.values()
        for translation in phrase.translations
        if fields(phrase.source) != fields(translation)
    ]
    assert differing == []


def test_english_is_english(phrases: dict[tuple[str, str], Phrase]) -> None:
    chinese = [
        translation
        for phrase in phrases.values()
        for translation in phrase.translations
        if is_chinese(without_examples(translation)) or re.search("[\u3000-\u303f\uff00-\uff60]", without_examples(
            translation))
    ]
    assert chinese == []


def test_menus_keep_letters_to_press(phrases: dict[tuple[str, str], Phrase]) -> None:
    without = [
        phrase.source
        for phrase in phrases.values()
        if re.search(r"\(&\w\)", phrase.source) and not re.search(r"&\w", phrase.translations[0])
    ]
    assert without == []


def test_qt_reads_what_is_made_of_it(tmp_path: Path, phrases: dict[tuple[str, str], Phrase]) -> None:
    made = tmp_path / "dibao_en.qm"
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", str(SOURCE), "-qm", str(made)], check=True, cwd=ROOT)
    translator = QTranslator()
    assert translator.load(str(made))
    wrong = [phrase for phrase in phrases.values()
             if translator.translate(phrase.context, phrase.source) not in phrase.translations]
    assert wrong == []


def test_a_string_of_a_parent_class_is_found(qapp: QCoreApplication) -> None:
    class Parent(QObject):
        def word(self) -> str:
            return self.tr("父类的话")

    class Child(Parent):
        pass

    translator = _Fixed({("Parent", "父类的话"): "word of the parent"})
    qapp.installTranslator(translator)
    try:
        assert Child().word() == "word of the parent"
    finally:
        qapp.removeTranslator(translator)


class _Fixed(QTranslator):
    def __init__(self, words: dict[tuple[str, str], str]) -> None:
        super().__init__()
        self._words = words

    def translate(self, context: str, source: str, *_: object) -> str | None:
        return self._words.get((context, source))

    def isEmpty(self) -> bool:
        return False


class TestPhrasebook:
    PHRASES = (
        Phrase("Actions", "撤销", ("Undo",)),
        Phrase("Actions", "{tip}（{key}）", ("{tip} ({key})",)),
        Phrase("Panel", "{count} 条", ("Total: {count}",)),
        Phrase("Panel", "标注", ("Annotation",)),
        Phrase("Other", "标注", ("Mark",)),
    )

    def test_a_text_is_looked_up(self) -> None:
        assert Phrasebook(self.PHRASES, to_source=False).other("撤销") == "Undo"
        assert Phrasebook(self.PHRASES, to_source=True).other("Undo") == "撤销"

    def test_fields_keep_what_fills_them(self) -> None:
        assert Phrasebook(self.PHRASES, to_source=False).other("12 条", ("Panel",)) == "Total: 12"

    def test_a_phrase_in_a_phrase_is_found_too(self) -> None:
        assert Phrasebook(self.PHRASES, to_source=False).other("撤销（Ctrl+Z）", ("Actions",)) == "Undo (Ctrl+Z)"
        assert Phrasebook(self.PHRASES, to_source=True).other("Undo (Ctrl+Z)", ("Actions",)) == "撤销（Ctrl+Z）"

    def test_what_says_little_is_believed_in_its_own_context_only(self) -> None:
        assert Phrasebook(self.PHRASES, to_source=False).other("12 条", ("Other",)) is None
        assert Phrasebook(self.PHRASES, to_source=True).other("Undo (a note)", ("Other",)) is None

    def test_rich_text_keeps_its_tags(self) -> None:
        book = Phrasebook(self.PHRASES, to_source=False)
        assert book.other("<b>撤销</b><br>甲 &amp; 乙") == "<b>Undo</b><br>甲 &amp; 乙"
        lines = Phrasebook([Phrase("Panel", "甲\n乙", ("a < b\nc",))], to_source=False)
        assert lines.other("甲<br>乙") == "a &lt; b<br>c"

    def test_names_stay(self) -> None:
        book = Phrasebook(self.PHRASES, to_source=True)
        assert book.other("Word (.docx)", ("Actions",)) is None
        assert book.other("关于印发办法的通知") is None
        assert book.other("") is None

    def test_the_nearest_context_decides(self) -> None:
        book = Phrasebook(self.PHRASES, to_source=False)
        assert book.other("标注", ("Other",)) == "Mark"
        assert book.other("标注", ("Panel",)) == "Annotation"


def test_the_scan_finds_what_it_is_for() -> None:
    visitor = Visitor(ROOT / "ui" / "actions.py")
    visitor.visit(ast.parse('"""说明"""\nclass A:\n    def f(self):\n        """说明"""\n        self.tr("甲")\n'
                            '        x = "乙"\n        y = f"{self.tr(\'丙\')}"\n        other.tr("丁")\n'))
    assert [(found.context, found.text) for found in visitor.translated] == [("A", "甲")]
    assert [found.text for found in visitor.bare] == ["乙"]
    assert len(visitor.unreadable) == 2



