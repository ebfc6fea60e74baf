"""The numbers that browsers show before the items of a list become text: 1. 一、（一）, as the page's style asks."""

from __future__ import annotations

import re

from lxml.etree import _Element

from reader.importing.formats.docx_numbering import numeral

# Of list-style-type and of the attribute type: how Word calls the same numerals, and what stands around them.
_STYLES = {
    "1": ("decimal", "{}."), "a": ("lowerLetter", "{}."), "A": ("upperLetter", "{}."), "i": ("lowerRoman", "{}."),
    "I": ("upperRoman", "{}."), "decimal": ("decimal", "{}."), "decimal-leading-zero": ("decimalZero", "{}."),
    "lower-alpha": ("lowerLetter", "{}."), "lower-latin": ("lowerLetter", "{}."), "upper-alpha": ("upperLetter", "{}."),
    "upper-latin": ("upperLetter", "{}."), "lower-roman": ("lowerRoman", "{}."), "upper-roman": ("upperRoman", "{}."),
    "cjk-ideographic": ("chineseCounting", "{}、"), "simp-chinese-informal": ("chineseCounting", "{}、"),
    "trad-chinese-informal": ("chineseCounting", "{}、"), "simp-chinese-formal": ("chineseLegalSimplified", "{}、"),
    "cjk-decimal": ("ideographDigital", "{}、"), "cjk-heavenly-stem": ("ideographTraditional", "{}、"),
}
# Classes of UEditor, which draws the numbers as pictures.
_CLASSES = {
    "custom_num": ("decimal", "{}."), "custom_num1": ("decimal", "{}）"), "custom_num2": ("decimal", "（{}）"),
    "custom_cn": ("chineseCounting", "{}、"), "custom_cn1": ("chineseCounting", "{}）"),
    "custom_cn2": ("chineseCounting", "（{}）"),
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;\"']*)", re.IGNORECASE)
_PRINTED = re.compile(r"\s*[（(]?\s*(\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})\s*[)）.．、]")


def label(item: _Element, number: int) -> str:
    """What stands before an item of an ordered list; "" where its page asks for nothing, or has printed it itself.

    Args:
        item: the `<li>`; number: its place in the list as browsers count it.
    """
    parent = item.getparent()
    form, frame = _form(parent) if parent is not None else _STYLES["1"]
    if not frame:
        return ""
    shown = numeral(number, form)
    printed = _PRINTED.match("".join(str(text) for text in item.itertext())[:40])
    if printed is not None and printed[1] in (shown, str(number), numeral(number, "chineseCounting")):
        return ""
    return frame.format(shown)


def _form(parent: _Element) -> tuple[str, str]:
    for name in (parent.get("class") or "").split():
        if name in _CLASSES:
            return _CLASSES[name]
    found = _STYLE.search(parent.get("style") or "")
    for word in found[1].lower().split() if found else ():
        if word == "none":
            return "", ""
        if word in _STYLES:
            return _STYLES[word]
    return _STYLES.get(parent.get("type") or "1", _STYLES["1"])
