"""The faces of official documents: what comes with the program and when it is used."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from pytestqt.qtbot import QtBot

from reader.model.document import BlockKind
from ui.text import faces
from ui.text.typography import LOOKS, Typography
from ui.theme import load


@pytest.fixture
def own(qtbot: QtBot) -> None:  # noqa: ARG001 - there must be an application
    """The program's own faces are known to Qt."""
    faces.bring.cache_clear()
    faces.bring()


def raw(weight: QFont.Weight) -> QRawFont:
    font = QFont(faces.OWN)
    font.setWeight(weight)
    return QRawFont.fromFont(font)


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
def test_own_faces_hold_the_rare_characters_of_names(weight: QFont.Weight) -> None:
    face = raw(weight)
    assert face.familyName() == faces.OWN
    # 丨 of GB/T 2312; 堃 淏 of level three; 𬭎 beyond the basic plane; marks, numerals, units.
    lacking = [one for one in "云汀市堃淏𬭎𫟹〔〕《》“”……①⑳㎡ⅫⅢ％０ａ²℃" if not face.supportsCharacter(ord(one))]
    assert lacking == []


@pytest.mark.usefixtures("own")
def test_own_bold_is_a_face_and_no_smear() -> None:
    assert raw(QFont.Weight.Bold).weight() == QFont.Weight.Bold
    assert QFontDatabase.isScalable(faces.OWN, "Bold")


def test_running_text_is_set_in_the_systems_fangsong_first() -> None:
    assert faces.BODY.index("FangSong") < faces.BODY.index(faces.OWN) < faces.BODY.index("serif")
    assert faces.TITLE.index("方正小标宋_GBK") < faces.TITLE.index(faces.OWN)


@pytest.mark.parametrize(("there", "needed"), [
    ({"FangSong", "方正小标宋_GBK"}, False),
    ({"FangSong"}, True),
    ({"方正小标宋_GBK"}, True),
])
@pytest.mark.usefixtures("qtbot")
def test_own_faces_are_loaded_only_where_an_official_one_is_lacking(monkeypatch: pytest.MonkeyPatch, there: set[str],
                                                                    needed: bool) -> None:
    faces.bring.cache_clear()
    faces.present.cache_clear()
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda family: family in there)
    assert faces.bring() is needed
    faces.present.cache_clear()
    faces.bring.cache_clear()


@pytest.mark.parametrize(("there", "bold"), [({"方正小标宋_GBK"}, False), (set(), True)])
@pytest.mark.usefixtures("qtbot")
def test_a_title_is_bold_unless_its_face_is_heavy(monkeypatch: pytest.MonkeyPatch, there: set[str], bold: bool) -> None:
    faces.present.cache_clear()
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda family: family in there)
    format_ = Typography(load("light"), 17).character(LOOKS[BlockKind.TITLE])
    assert (format_.fontWeight() == QFont.Weight.Bold) is bold
    faces.present.cache_clear()


@pytest.mark.usefixtures("own")
def test_the_page_is_set_in_a_face_of_the_list() -> None:
    format_ = Typography(load("light"), 17).character(LOOKS[BlockKind.PARAGRAPH])
    assert QFontInfo(format_.font()).family() in faces.BODY
