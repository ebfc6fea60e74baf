"""What one paragraph may be where documents begin: a line of a title, a red head, a number, a section head.

Reads: paragraphs and the contents list; changes nothing.
"""

from __future__ import annotations

import re

from reader.importing.grammar import labels, marks, numbers, titles
from reader.importing.repair.line import Line
from reader.importing.structure.contents import SECTION, Contents, section_name
from reader.importing.structure.start import ADOPTED, is_addressee
from reader.model.number import DocumentNumber

_BARE = re.compile(
    r"(?:[〔﹝\[［]\s*[\d一二三四五六七八九十]{1,4}届\s*[〕﹞\]］])?[（(]?\s*(?:[12]\d{3}\s*年)?\s*第\s*[\d０-９一二三四五六七八九十百〇零○]{1,7}\s*号\s*[)）]?")
_RED_HEAD = re.compile(r".{2,40}?(?:文件|（\s*(?:通知|批复|函|通报|公告|令|决定|意见|会议纪要)\s*）|办公室函|办公厅函)")
_SEALED = re.compile(r"(?:[（(]\s*(?:签\s*字|签\s*章|盖\s*章|印\s*章|印)\s*[)）][\s　]*)+")
CLOSED_BEFORE = frozenset(("publicity", "date", "imprint", "entry", "contents", "table", "row"))
"""Kinds of paragraphs after which a text has come to its end."""


class Pieces:
    """The paragraphs of a file, asked by index."""

    def __init__(self, paragraphs: list[Line], contents: Contents) -> None:
        self._paragraphs = paragraphs
        self._contents = contents

    def number_of(self, index: int) -> DocumentNumber | None:
        """The number a paragraph is, 第748号 under 国务院令 included; None where it is none."""
        line = self._paragraphs[index]
        text = line.text
        if line.kind == "number":
            return numbers.line_number(text) or numbers.order_number(text)
        if not line.kind and 3 <= len(text) <= 20 and "号" in text and index and _BARE.fullmatch(text):
            for first in range(index - 1, max(-1, index - 4), -1):
                if not self.is_piece(first):
                    break
                title = titles.read([piece.text for piece in self._paragraphs[first:index]])
                if title is not None and title.form == "order" and len(title.text) <= 60:
                    return numbers.bare_number(text, title.text)
                if title is not None and title.issuers and title.kind in ("公告", "通告"):
                    return numbers.bare_number(text, "".join(title.issuers) + title.kind)
        return None

    def is_note(self, index: int) -> bool:
        """（一九八一年二月二十四日）, （2021年6月10日…通过） under a title."""
        line = self._paragraphs[index]
        if line.kind == "date" and index and titles.read([self._paragraphs[index - 1].text]) is not None:
            return True
        return line.text[:1] in ("（", "(") and (
            line.kind == "date" or (not line.kind and ADOPTED.fullmatch(line.text) is not None)
        )

    def is_red_head(self, index: int) -> bool:
        """云汀市人民政府文件 over a number."""
        text = self._paragraphs[index].text
        return len(text) <= 44 and _RED_HEAD.fullmatch(text) is not None

    def is_fresh(self, index: int) -> bool:
        """Whether the text before has come to an end here."""
        if index == 0:
            return True
        before = self._paragraphs[index - 1]
        return before.kind in CLOSED_BEFORE or before.text.endswith(("。", "）", ")")) or len(before.text) <= 30

    def is_piece(self, index: int) -> bool:
        """Whether a paragraph may be a line of a title."""
        line = self._paragraphs[index]
        text = line.text
        if line.kind or not text or len(text) > 160 or index in self._contents.members or line.bullet:
            return False
        if text[-1] in "。；：:;，！？" or _SEALED.fullmatch(text) or (text[0] == "【" and text[-1] == "】"):
            return False
        if self.is_section(text) or marks.PUBLICATION.fullmatch(text):
            return False
        return labels.label(text) is None

    def is_section(self, text: str) -> bool:
        """市政府文件, 【人事任免】 over a document: a section head, no line of its title."""
        if len(text) > 30:
            return False
        name = section_name(text)
        return (
            name in self._contents.sections
            or (name.endswith(("文件", "文件选登", "文件选编")) and SECTION.fullmatch(name) is not None)
            or (name != "".join(text.split()) and SECTION.fullmatch(name) is not None)
        )

    def is_addressee(self, index: int) -> bool:
        """Whether a paragraph names those a document is addressed to."""
        text = self._paragraphs[index].text
        return len(text) <= 400 and is_addressee(text)

    def may_begin(self, index: int) -> bool:
        """Whether a paragraph may be the first line of a title."""
        line = self._paragraphs[index]
        text = line.text
        return (
            not line.kind
            and 3 <= len(text) <= 160
            and text[0] != "附"
            and text[-1] not in "。；：:;，、！？"
            and self.is_piece(index)
        )

    def heads_section(self, index: int) -> bool:
        """大事记 over 某市人民政府1月大事记: a section named like the document under it."""
        text = self._paragraphs[index].text
        if (
            len(text) > 12
            or SECTION.fullmatch(text) is None
            or index + 1 >= len(self._paragraphs)
            or not self.is_piece(index + 1)
        ):
            return False
        below = titles.read([self._paragraphs[index + 1].text])
        return below is not None and below.form != "other"
