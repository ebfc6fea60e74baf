"""Make resources/fonts anew: the Song faces that come with the program, cut down to the characters of gazettes.

    pip install fonttools==4.68.0
    apt-get install fonts-noto-cjk unicode-data
    python packaging/fonts.py

Sources: Noto Serif CJK SC 2.001 as Debian packages it (fonts-noto-cjk 1:20220127), SIL Open Font License 1.1; the list
of 通用规范汉字 from Unicode's Unihan database (kTGH, unicode-data 15.0.0). The faces get a name of their own: a font
that lacks characters must not stand in for the whole one where that is installed.
"""

from __future__ import annotations

import argparse
import bz2
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Dibao Serif"
VERSION = "1.000; cut from Noto Serif CJK SC 2.001"
OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SIMPLIFIED = 2  # the face of mainland China in Noto's collections
STYLES = ("Regular", "Bold")
UNUSED_TABLES = ["BASE", "DSIG", "VORG", "vhea", "vmtx"]  # nothing is set from top to bottom
# Latin, punctuation, superscripts, units, numerals in circles and brackets, CJK marks, full width.
BLOCKS = ((0x20, 0x7F), (0xA0, 0x100), (0x2000, 0x20A0), (0x2100, 0x2190), (0x2460, 0x2500), (0x3000, 0x3040),
          (0x3200, 0x3400), (0xFE30, 0xFE50), (0xFF00, 0xFFF0))
_COPYRIGHT, _FAMILY, _STYLE, _UNIQUE, _FULL, _VERSION, _POSTSCRIPT = range(7)
_LICENCE, _LICENCE_ADDRESS = 13, 14


def general_standard(unihan: Path) -> set[int]:
    """The 8,105 characters of 通用规范汉字表 (2013)."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        return {int(line.split("\t")[0].removeprefix("U+"), 16) for line in lines if "\tkTGH\t" in line}


def gb2312() -> set[int]:
    """The characters of GB/T 2312—1980."""
    found: set[int] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found.update(map(ord, bytes((row, cell)).decode("gb2312", "ignore")))
    return found


def cut(source: Path, style: str, characters: set[int]) -> TTFont:
    """One face of the collection at `source`, with these characters only, under our name."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables += UNUSED_TABLES
    options.name_IDs = [_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS]
    options.name_languages = [0x409]
    font = TTFont(source, fontNumber=SIMPLIFIED)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    full, postscript = f"{FAMILY} {style}", f"{FAMILY.replace(' ', '')}-{style}"
    for number, text in ((_FAMILY, FAMILY), (_STYLE, style), (_UNIQUE, f"{VERSION};{postscript}"), (_FULL, full),
                         (_VERSION, f"Version {VERSION}"), (_POSTSCRIPT, postscript)):
        font["name"].setName(text, number, 3, 1, 0x409)
    table = font["CFF "].cff
    table.fontNames = [postscript]
    top = table.topDictIndex[0]
    top.FullName, top.FamilyName = full, FAMILY
    return font


def main() -> None:
    """Write a file for each style."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--noto", type=Path, default=Path("/usr/share/fonts/opentype/noto"),
                        help="the folder with NotoSerifCJK-*.ttc")
    parser.add_argument("--unihan", type=Path, default=Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2"))
    arguments = parser.parse_args()
    characters = general_standard(arguments.unihan) | gb2312()
    for first, end in BLOCKS:
        characters |= set(range(first, end))
    for style in STYLES:
        file = OUT / f"DibaoSerif-{style}.otf"
        font = cut(arguments.noto / f"NotoSerifCJK-{style}.ttc", style, characters)
        font.save(file)
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB, {font['maxp'].numGlyphs} glyphs")


if __name__ == "__main__":
    main()
