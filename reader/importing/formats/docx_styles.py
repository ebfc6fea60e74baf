"""What Word's paragraph styles say of a paragraph: heading level, alignment, bold, numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from reader.importing.formats.docx_numbering import W, value_of

_HEADING_NAME = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题", "標題", "公文标题", "文件标题"})
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What holds for a paragraph. `number` is the numId, "" for none; `alignment` as in `w:jc`."""

    name: str = ""
    heading: int = 0
    alignment: str = ""
    bold: bool = False
    number: str = ""
    level: int = -1
    page_break: bool = False


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, part: _Element | None) -> None:
        self._elements = {} if part is None else {
            style.get(f"{W}styleId", ""): style for style in part.iter(f"{W}style")
            if style.get(f"{W}type", "paragraph") == "paragraph"}
        self._default = next((name for name, style in self._elements.items() if style.get(f"{W}default") in ("1",
                                                                                                             "true")),
                                                                                                             "")
        self._resolved: dict[str, ParagraphStyle] = {}

    def of(self, properties: _Element | None) -> ParagraphStyle:
        """The style of a paragraph with the given `w:pPr`, its own settings included."""
        name = (value_of(properties, "pStyle") if properties is not None else "") or self._default
        style = self._style(name, 0)
        return style if properties is None else _changed(style, properties)

    def _style(self, name: str, depth: int) -> ParagraphStyle:
        element = self._elements.get(name)
        if element is None or depth > 20:  # basedOn may run in a circle
            return ParagraphStyle()
        if name not in self._resolved:
            base = self._style(value_of(element, "basedOn"), depth + 1)
            shown = value_of(element, "name").strip()
            found = _HEADING_NAME.fullmatch(shown)
            heading = int(found[1]) if found else 1 if shown.lower() in _TITLE_NAMES else base.heading
            run = element.find(f"{W}rPr")
            bold = base.bold if run is None else is_on(run, "b", base.bold)
            heading = min(heading, 6)
            style = ParagraphStyle(name, heading, base.alignment, bold, base.number, base.level, base.page_break)
            properties = element.find(f"{W}pPr")
            self._resolved[name] = style if properties is None else _changed(style, properties)
        return self._resolved[name]


def _changed(style: ParagraphStyle, properties: _Element) -> ParagraphStyle:
    outline = value_of(properties, "outlineLvl")
    heading = style.heading
    if re.fullmatch(r"[0-9]{1,2}", outline):
        heading = min(int(outline) + 1, 6) if int(outline) < 9 else 0
    numbering = properties.find(f"{W}numPr")
    number, level = style.number, style.level
    if numbering is not None:
        own = value_of(numbering, "numId")
        number = number if own == "" else "" if own == "0" else own
        if re.fullmatch(r"[0-9]", depth := value_of(numbering, "ilvl")):  # nine levels there are
            level = int(depth)
    return ParagraphStyle(style.name, heading, value_of(properties,
                                                        "jc") or style.alignment, style.bold, number, level,
                          is_on(properties, "pageBreakBefore", style.page_break))


def is_on(properties: _Element, name: str, otherwise: bool = False) -> bool:
    """Whether a switch such as `<w:b/>` is on; `otherwise` where it is not named."""
    found = properties.find(f"{W}{name}")
    return otherwise if found is None else found.get(f"{W}val", "1").lower() not in _OFF
