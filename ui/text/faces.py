"""The faces of an official document: those of the system where it has them, else those that come with the program."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from ui.paths import RESOURCES

OWN = "Dibao Serif"
"""The family that comes with the program: a Song face, regular and bold (resources/fonts)."""

FANG = ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "方正仿宋_GBK", "FZFangSong-Z02", "CESI仿宋-GB2312",
        "STFangsong", "华文仿宋", "Zhuque Fangsong")
SMALL_TITLE = ("方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S", "方正小标宋简体", "CESI小标宋-GB2312")
_SONG = (OWN, "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "serif")

BODY = (*FANG, *_SONG)
TITLE = (*SMALL_TITLE, *_SONG)
HEI = ("SimHei", "黑体", "方正黑体_GBK", "FZHei-B01", "CESI黑体-GB2312", "STHeiti", "Noto Sans CJK SC",
       "Source Han Sans SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "sans-serif")
KAI = ("KaiTi", "楷体_GB2312", "KaiTi_GB2312", "楷体", "方正楷体_GBK", "FZKai-Z03", "CESI楷体-GB2312", "STKaiti",
       "LXGW WenKai", *_SONG)


@cache
def present(family: str) -> bool:
    """Whether the system, or the program, has a family."""
    return QFontDatabase.hasFamily(family)


def heavy_by_itself(families: tuple[str, ...]) -> bool:
    """Whether the face that will be used is a 小标宋, which must not be made bold."""
    return any(family in SMALL_TITLE and present(family) for family in families)


@cache
def bring() -> bool:
    """Make the program's own faces known to Qt where the system lacks one of the official ones; once, for it stays so.

    Returns:
        Whether they were needed. Raises OSError when they were and cannot be read: the program is not whole.
    """
    if any(map(present, FANG)) and any(map(present, SMALL_TITLE)):
        return False
    for style in ("Regular", "Bold"):
        file = RESOURCES / "fonts" / f"DibaoSerif-{style}.otf"
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise OSError(f"not a font: {file}")
    present.cache_clear()
    return True
