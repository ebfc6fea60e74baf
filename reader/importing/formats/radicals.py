"""Kangxi radicals and compatibility ideographs, which PDF fonts yield, become the ordinary characters."""

from __future__ import annotations

import unicodedata

# CJK Radicals Supplement has no decompositions; these are the equivalents of Unicode's EquivalentUnifiedIdeograph.txt
# for the forms that stand for whole characters or that fonts are known to yield.
_SUPPLEMENT = (
    "⺁厂⺅亻⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示"
    "⺭礻⺮竹⺯糹⺰纟⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸"
    "⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)


# One glyph of a font for simplified text serves the radical and the simplified character; Unicode's own equivalents are
# the traditional ones.
_SIMPLIFIED = {"⼾": "户", "⿈": "黄", "⾭": "青"}
_SIMPLE_ONLY = frozenset("国务发关产为时会们这对业经济办实应规划资环保护长华东车")
_TRADITIONAL_ONLY = frozenset("國務發關產為時會們這對業經濟辦實應規劃資環護長華東車")


def _table() -> dict[str, str]:
    table = dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
    table |= {"\u2329": "〈", "\u232a": "〉", "\u2e3a": "——", "\u2e3b": "———"}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        if plain != character and len(plain) == 1:
            table[character] = plain
    return table


ORDINARY = _table()
"""Radical or compatibility ideograph → the ordinary character."""
ORDINARY_SIMPLIFIED = ORDINARY | _SIMPLIFIED
"""The same for text in simplified characters."""


def table_for(text: str) -> dict[str, str]:
    """The table that fits the characters a text is written in."""
    simple = sum(character in _SIMPLE_ONLY for character in text)
    traditional = sum(character in _TRADITIONAL_ONLY for character in text)
    return ORDINARY if traditional > simple else ORDINARY_SIMPLIFIED


def is_radical(character: str) -> bool:
    """Whether a character is one from the blocks of radicals (and no compatibility ideograph)."""
    return "\u2e80" <= character <= "\u2fdf"
