"""Bytes of a text file become text: finds the encoding by evidence and refuses what is no text.

Declared encodings are unreliable and statistical guessers err on short Chinese texts. The evidence used here is how
common the characters are that each candidate encoding yields: the designers of GB 2312, Big5 and JIS X 0208 each put
the common characters in a first level, and bytes read in the wrong encoding rarely fall there.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass

from reader.model.errors import UserError
from reader.model.report import Doubt, Repair

SAMPLE = 1 << 16  # bytes that are enough to tell an encoding
_LEAST_SCORE = 0.35  # below this a multibyte encoding is not believed
_MOST_DAMAGE = 0.05  # share of unreadable characters among those outside ASCII above which an encoding is not believed
_DECLARED_BONUS = 0.2
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_SIGNATURES: tuple[bytes, ...] = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"MZ\x90", b"MZ\x00", b"\x7fELF",
    b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ",
    b"SQLite format 3", b"%PDF-", b"RIFF", b"OggS", b"ID3", b"\x00\x00\x01\x00", b"wOFF", b"\x00\x01\x00\x00",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

# The characters most frequent in official documents, simplified and traditional.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起"
    "物实加都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解"
    "问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强"
    "放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车"
    "例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断"
    "市县省府通知办印关于各委局室厅署附号镇乡街村城乡负责请认真贯彻落实结合督促检查考核项目投资企业环境保护障监督管理条例规定办法方案意见批复决定公告公示令施行废止"
    "為國會來時們對發產動種過後開機關實與業應無長門問題間見東車書將從進經體當電點於兩學說說這個還樣們務區處縣鄉鎮廳辦號請條規決總統計運農據設員選專導環護證價資財"
    "財稅費縣廣場陸臺灣華義權黨報級組織標準項術優華達類際測試驗驗歷團體衛醫療傳統網絡聯繫積極鼓勵獎懲罰處違反則內調整併備註議"
)
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〔〕【】「」『』—…·～　")
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27}

_SUPERSETS = {
    "utf8": "utf-8", "utf16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
    "gb2312": "gb18030", "gbk": "gb18030", "xgbk": "gb18030", "cp936": "gb18030", "gb18030": "gb18030",
    "big5": "cp950", "cp950": "cp950", "big5hkscs": "big5hkscs",
    "shiftjis": "cp932", "sjis": "cp932", "xsjis": "cp932", "windows31j": "cp932",
    "eucjp": "euc_jp", "xeucjp": "euc_jp", "iso2022jp": "iso2022_jp", "windows1252": "cp1252", "iso88591": "cp1252",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file.

    Attributes:
        text: lines end with a line feed alone, whatever the file had; no byte order mark.
        encoding: Python's name; decoding the bytes with it and errors="replace" gives `text` before `repairs`.
        repairs: NUL characters, which no text holds, replaced by U+FFFD.
        doubts: `text.bad_bytes` for each line with bytes that mean nothing in the encoding; they stand as U+FFFD.
    """

    text: str
    encoding: str
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Decode the bytes of a text file.

    Args:
        data: the whole file.
        name: the file's name, for messages.
        declared: an encoding the file names itself (HTML meta, MIME header), believed when the bytes agree.

    Raises:
        UserError: file.empty (white space only counts as empty), file.old_word, file.rtf, file.binary, file.encoding.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise UserError("file.empty", path=name)
    refuse_binary(data, name)
    encoding = _encoding(data, declared)
    if encoding is None:
        raise UserError("file.binary" if _looks_binary(data) else "file.encoding", path=name)
    raw = data.decode(encoding, "replace")
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff\u200b\x00 \t\n\x0b\x0c\u3000\xa0") or text.isspace():
        raise UserError("file.empty", path=name)
    doubts = _damage(text, data, encoding)
    repairs: tuple[Repair, ...] = ()
    if "\x00" in text:
        repairs = tuple(
            Repair("control", "\x00" * line.count("\x00"), _REPLACEMENT * line.count("\x00"), number)
            for number, line in enumerate(text.split("\n"), 1) if "\x00" in line)
        text = text.replace("\x00", _REPLACEMENT)
    return Decoded(text, encoding, repairs, doubts)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise the `UserError` that fits when the first bytes are those of a known format that is no text."""
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:  # a .docx with a password is such a container
            raise UserError("file.encrypted", path=name)
        raise UserError("file.old_word" if _WORD_STREAM in data else "file.binary", path=name)
    if data.startswith(b"{\\rtf"):
        raise UserError("file.rtf", path=name)
    if data.startswith(_SIGNATURES):
        raise UserError("file.binary", path=name)


def canonical_name(declared: str) -> str:
    """The encoding to read a declared one with: the superset in real use (gb2312 → gb18030), "" when unknown."""
    label = re.sub(r"[^a-z0-9]", "", declared.lower())
    return _SUPERSETS.get(label, "")


def _encoding(data: bytes, declared: str) -> str | None:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"),
                           (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return encoding if _readable(data, encoding) else None
    nuls = data.count(0)
    if nuls * 50 <= len(data):  # UTF-16 text has more; a text file with a few stray NULs is still text
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if b"\x1b$" in data:
                return "iso2022_jp"
            return "gb18030" if _passes_for_utf8(text, data) else "utf-8"
    return _by_evidence(data, canonical_name(declared), nuls)


def _by_evidence(data: bytes, declared: str, nuls: int) -> str | None:
    sample = _sample(data)
    candidates = ["utf-16-le", "utf-16-be"]
    if nuls * 50 <= len(data):
        candidates = ["utf-8", "gb18030", "cp950", "big5hkscs", "cp932", "euc_jp", *candidates]
    best, most = None, _LEAST_SCORE
    for encoding in candidates:
        score = _score(sample, encoding) + (_DECLARED_BONUS if encoding == declared else 0)
        if score > most and _readable(data, encoding):
            best, most = encoding, score
    if best is None and nuls == 0 and not _looks_binary(data):
        return _western(sample)
    return best


def _passes_for_utf8(text: str, data: bytes) -> bool:
    """Whether a very short GB 18030 text (通知) is UTF-8 by accident: its bytes give letters of two bytes each."""
    if len(data) > 200 or text.isascii() or max(text) >= "\u0800":
        return False
    high = sum(byte >= 0x80 for byte in data)
    return high * 3 > len(data.strip()) and high > 2 and _score(data, "gb18030") > 0.55


def _sample(data: bytes) -> bytes:
    """The first stretch that holds enough bytes outside ASCII to judge by, cut at a line end where there is one."""
    first = next((match.start() for match in re.finditer(rb"[\x80-\xff]", data)), 0)
    start = 0 if first < SAMPLE // 2 else (data.rfind(b"\n", 0, first) + 1) & ~1
    sample = data[start:start + SAMPLE]
    if len(sample) == SAMPLE:
        end = sample.rfind(b"\n")
        if end > SAMPLE // 2 and b"\x00" not in sample:
            sample = sample[:end + 1]
    return sample


def _western(sample: bytes) -> str | None:
    """An encoding of one byte a character, for texts in Latin letters with a few accents; None when it is not one."""
    high = sum(byte >= 0x80 for byte in sample)
    if high * 3 > len(sample):
        return None
    from charset_normalizer import from_bytes  # seldom asked, and slow to load

    found = from_bytes(sample, threshold=0.2).best()
    return found.encoding if found is not None else None


def _score(sample: bytes, encoding: str) -> float:
    """How much the sample, read in an encoding, looks like East Asian text: 0.8 when right, below 0.3 when wrong."""
    counts = Counter(sample.decode(encoding, "replace"))
    total, weight = 0, 0.0
    for character, count in counts.items():
        if character < "\x80":
            if character == "\x00" or (character < " " and ord(character) in _CONTROLS):
                total += count
                weight -= count
            elif encoding.startswith("utf-16"):
                total += count  # in UTF-16 an ASCII character is evidence too
                weight += 0.8 * count
            continue
        total += count
        weight += count * _weight(character, encoding)
    return weight / total if total else 0.0


def _weight(character: str, encoding: str) -> float:
    japanese = encoding in ("cp932", "euc_jp")
    if character in _FREQUENT:
        return 1.0
    if character in _PUNCTUATION:
        return 0.8
    if character == _REPLACEMENT:
        return -2.0
    if "\u3041" <= character <= "\u30ff":
        return 0.9 if japanese or encoding.startswith("utf") else 0.0
    if "\uff61" <= character <= "\uff9f":  # half-width katakana: what other encodings look like when read as Shift-JIS
        return -0.5
    if "\ue000" <= character <= "\uf8ff":
        return -1.0
    if character in _common(_LEVEL_ONE.get(encoding, "gb18030")):
        return 0.6
    if character in _common("cp950") and encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        return 0.4
    if "\u2010" <= character <= "\u27ff" or "\uff01" <= character <= "\uff5e" or "\u3000" <= character <= "\u303f":
        return 0.4
    return 0.1 if "\u4e00" <= character <= "\u9fff" else 0.0


_LEVEL_ONE = {"gb18030": "gb18030", "cp950": "cp950", "big5hkscs": "cp950", "cp932": "euc_jp", "euc_jp": "euc_jp"}


@functools.cache
def _common(encoding: str) -> frozenset[str]:
    """The first level of a character set: GB 2312 rows 16–55, Big5 A440–C67E, JIS X 0208 rows 16–47."""
    first, last = {"gb18030": (0xB0, 0xD7), "cp950": (0xA4, 0xC6), "euc_jp": (0xB0, 0xCF)}[encoding]
    trails = [*range(0xA1, 0xFF)] if encoding != "cp950" else [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in trails)
    return frozenset("".join(pair.decode(encoding, "ignore") for pair in pairs))


def _readable(data: bytes, encoding: str) -> bool:
    """Whether the whole file can be read in an encoding with at most a few damaged places."""
    text = data.decode(encoding, "replace")
    bad = text.count(_REPLACEMENT)
    if not bad:
        return True
    beyond = sum(1 for character in text if character >= "\x80")
    return bad <= 1 or bad <= beyond * _MOST_DAMAGE


def _looks_binary(data: bytes) -> bool:
    head = data[:SAMPLE]
    controls = sum(byte in _CONTROLS for byte in head)
    return controls * 50 > len(head)


def _damage(text: str, data: bytes, encoding: str) -> tuple[Doubt, ...]:
    """The lines with bytes that could not be read. A U+FFFD which the file itself holds is no damage of ours."""
    if _REPLACEMENT not in text:
        return ()
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return tuple(Doubt("text.bad_bytes", number, {"count": line.count(_REPLACEMENT)})
                     for number, line in enumerate(text.split("\n"), 1) if _REPLACEMENT in line)
    return ()
