"""The encoding of a text file is found by evidence; what is no text is refused with a reason."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reader.importing.formats.decode import decode
from reader.model.errors import UserError

SIMPLIFIED = ("临川市人民政府关于加强城市供水管理工作的通知",
              "各县、区人民政府，市直有关单位：", "二、主要任务", "通知", "附件", "特此公告。",
              "（一）明确范围。凡列入年度计划的项目，一律按本办法执行。",
              "李明同志任市财政局局长", "2021年3月1日")
TRADITIONAL = ("教育部函轉各縣市政府辦理學校午餐注意事項",
               "中華民國一百一十年三月一日",
               "說明：依據行政院會議決議辦理。",
               "臺北市政府公告", "主旨：公告修正本市建築管理自治條例。", "附件")
JAPANESE = ("この省令は、公布の日から施行する。", "内閣は、関係法律の規定に基づき、この政令を制定する。")
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


def code_of(data: bytes) -> str:
    with pytest.raises(UserError) as raised:
        decode(data, "某.txt")
    assert raised.value.facts["path"] == "某.txt"
    return raised.value.code


@pytest.mark.parametrize("text", SIMPLIFIED)
@pytest.mark.parametrize("encoding", [*WIDE[:2], "utf-16", "gb18030", "gb2312"])
def test_short_simplified_lines_are_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("text", TRADITIONAL)
@pytest.mark.parametrize("encoding", [*WIDE[:2], "utf-16", "big5", "gb18030"])
def test_short_traditional_lines_are_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("text", JAPANESE)
@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "iso2022_jp", "utf-8"])
def test_japanese_lines_are_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["关于印发方案的通知\n各县、区人民政府：\n一、总体要求\n",
                                  "2021年第3期 Gazette No. 3\n总第17期"])
def test_utf16_without_a_mark_is_read(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(("texts", "encoding"), [
    (SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5"), (JAPANESE, "shift_jis"),
])
def test_random_pieces_are_never_taken_for_another_encoding(texts: tuple[str, ...], encoding: str) -> None:
    chance = random.Random(9704)
    for _ in range(300):
        text = "\n".join(chance.choices(texts, k=3))
        start = chance.randrange(max(1, len(text) - 8))
        piece = text[start:start + chance.randrange(8, 40)]
        if piece.isascii():
            continue
        assert decode(piece.encode(encoding), "a.txt").text == piece, piece


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_every_line_end_becomes_a_line_feed(break_: str) -> None:
    assert decode(break_.join(["第一行", "", "第三行"]).encode("gb18030"), "a.txt").text == "第一行\n\n第三行"


def test_a_byte_order_mark_is_no_text() -> None:
    assert not decode("第一条".encode("utf-8-sig"), "a.txt").text.startswith("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_a_few_bad_bytes_become_replacement_characters_and_doubts(encoding: str) -> None:
    lines = ["臨時會議紀錄與說明事項" * 5] * 40
    data = bytearray("\n".join(lines).encode(encoding))
    first = data.index(b"\n") + 1
    data[first:first] = b"\xff"
    decoded = decode(bytes(data), "a.txt")
    assert decoded.text.split("\n")[1] == "\ufffd" + lines[1]
    assert [(doubt.code, doubt.line, doubt.facts) for doubt in decoded.doubts] == [("text.bad_bytes", 2, {"count": 1})]


def test_text_cut_in_the_middle_of_a_character_is_read() -> None:
    decoded = decode("第一条　为了加强管理".encode()[:-1], "a.txt")
    assert decoded.text == "第一条　为了加强管\ufffd"
    assert decoded.encoding == "utf-8"


def test_a_replacement_character_of_the_file_itself_is_no_damage() -> None:
    assert decode("谢\ufffd斌".encode(), "a.txt").doubts == ()


def test_a_declared_encoding_that_lies_is_not_believed() -> None:
    assert decode("关于印发方案的通知".encode(), "a.html", declared="gb2312").text == "关于印发方案的通知"
    assert decode("關於函轉會議紀錄".encode("big5"), "a.html", declared="gb2312").text == "關於函轉會議紀錄"


def test_characters_outside_the_basic_plane_are_read() -> None:
    assert decode("地名用字𠮷、𬭎".encode("gb18030"), "a.txt").text == "地名用字𠮷、𬭎"


def test_stray_nul_characters_are_replaced_and_recorded() -> None:
    text = "第一条　为了加强管理，制定本办法。\n" * 10
    decoded = decode(text.encode() + "附\x00件".encode(), "a.txt")
    assert decoded.text.endswith("附\ufffd件")
    assert [(repair.before, repair.after, repair.line) for repair in decoded.repairs] == [("\x00", "\ufffd", 11)]


def test_latin_letters_with_accents_are_read() -> None:
    text = "Gazette officielle de la République : décret relatif à l'énergie, publié le 3 février à Genève.\n" * 3
    assert decode(text.encode("cp1252"), "a.txt").text == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\ufeff　\n".encode(), b"\x00" * 64, "\u3000\n".encode("gb18030")])
def test_a_file_of_white_space_is_empty(data: bytes) -> None:
    assert code_of(data) == "file.empty"


@pytest.mark.parametrize("data", [
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"\xff\xd8\xff\xe0" + bytes(200), b"MZ\x90\x00" + bytes(range(256)) * 4,
    b"\x7fELF\x02\x01\x01" + bytes(300), bytes(random.Random(1).randbytes(4096)),
])
def test_pictures_programs_and_noise_are_binary(data: bytes) -> None:
    assert code_of(data) == "file.binary"


def test_an_old_word_file_is_told_apart() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert code_of(ole + "WordDocument".encode("utf-16-le")) == "file.old_word"
    assert code_of(ole + "Workbook".encode("utf-16-le")) == "file.binary"


def test_rich_text_is_told_apart() -> None:
    assert code_of(b"{\\rtf1\\ansi \\'b9\\'ab}") == "file.rtf"


@pytest.mark.corpus
@pytest.mark.parametrize("encoding", [*WIDE, "gb18030"])
def test_real_gazettes_read_the_same_in_every_encoding(encoding: str, gazettes: list[Path]) -> None:
    for path in gazettes:
        text = path.read_text(encoding="utf-8")
        assert decode(text.encode(encoding), path.name).text == text
