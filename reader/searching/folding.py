"""Fold a text for searching, one code point for one, so that a place in the folded text is the place in the text.

Folded are width (ａ→a), case, traditional characters (國→国), Kangxi radicals and compatibility ideographs (⼈→人),
kinds of the same bracket, quotation mark, dash, dot and ring, and kinds of white space (to a space; line feeds stay).
Folding twice changes nothing, and a question is folded like every text: nothing that is written can be missed.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

TRADITIONAL = Path(__file__).resolve().parents[2] / "resources" / "dictionary" / "traditional.txt"

WHITE = re.compile(r"\s+")

# Kinds of one mark that gazettes, OCR and typists exchange freely. 〈〉 of 《》 and 「」 are other marks, not kinds.
_SAME = {
    "[": "〔﹝【［〖", "]": "〕﹞】］〗", "(": "（﹙", ")": "）﹚", '"': "“”„‟＂〝〞", "'": "‘’‚‛＇", "-": "—–－─‐‑−",
    "·": "•・･‧∙", "。": "｡", "、": "､", "「": "｢", "」": "｣", ":": "：∶︰", "〇": "○◯",
}
# Radicals that stand for whole characters in the text of PDF files; those of 2F00–2FDF Unicode itself maps.
_RADICALS = dict(zip(
    "⺁⺄⺆⺇⺈⺊⺌⺍⺒⺓⺕⺗⺜⺝⺟⺠⺧⺩⺪⺫⺬⺮⺶⺻⺼⺽⻁⻄⻅⻆⻉⻊⻋⻑⻒⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻞⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乙冂几刀卜小小巳幺彐心日月母民牛王疋目示竹羊聿肉臼虎西见角贝足车長镸长门阜雨青韦页风飞食食首马骨鬼鱼鸟卤麦黄黾齐歯齿竜龙龟亀龟",
    strict=True))
_KINDS = {kind: same for same, kinds in _SAME.items() for kind in kinds}
# Of Unicode's compatibility mappings only those that change the look alone; ① and ² are not 1 and 2.
_LOOK_ALONE = ("<wide>", "<narrow>", "<noBreak>")


@functools.cache
def simplified() -> dict[str, str]:
    """The simplified character of each traditional one."""
    pairs: dict[str, str] = {}
    for line in TRADITIONAL.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            simple, _, kinds = line.partition(" ")
            pairs.update(dict.fromkeys(kinds, simple))
    return pairs


def fold_character(character: str) -> str:
    """The folded form of one character: one character."""
    if character.isspace():
        return "\n" if character == "\n" else " "
    if character in _KINDS:
        return _KINDS[character]
    character = _RADICALS.get(character, character)
    mapping = unicodedata.decomposition(character).split()
    radical = 0x2E80 <= ord(character) <= 0x2FDF
    if mapping and (mapping[0] in _LOOK_ALONE or radical or (len(mapping) == 1 and ord(character) >= 0xF900)):
        whole = unicodedata.normalize("NFKC", character)
        character = whole if len(whole) == 1 else character
    lower = character.lower()
    character = lower if len(lower) == 1 else character
    return simplified().get(character, _KINDS.get(character, character))


class _Table(dict[int, str]):
    """Folded characters by code, each worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_character(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """The folded text: as many code points, each at its place."""
    return text.translate(_TABLE)
