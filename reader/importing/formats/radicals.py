"""Kangxi radicals and compatibility ideographs, which PDF fonts yield, become the ordinary characters, one to one."""

from __future__ import annotations

import unicodedata

# CJK Radicals Supplement has no decompositions; these are the equivalents of Unicode's EquivalentUnifiedIdeograph.txt
# for the forms that stand for whole characters or that fonts are known to yield.
_SUPPLEMENT = (
    "⺁厂⺅亻⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示"
    "⺭礻⺮竹⺯糹⺰纟⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸"
    "⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)


def _table() -> dict[str, str]:
    table = dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        if plain != character and len(plain) == 1:
            table[character] = plain
    return table


ORDINARY = _table()
"""Radical or compatibility ideograph → the ordinary character."""
_TRANSLATION = str.maketrans(ORDINARY)


def to_ordinary(text: str) -> str:
    """The text with each such character replaced by the ordinary one; offsets stay the same."""
    return text.translate(_TRANSLATION)


def is_radical(character: str) -> bool:
    """Whether a character is one from the blocks of radicals (and no compatibility ideograph)."""
    return "\u2e80" <= character <= "\u2fdf"
