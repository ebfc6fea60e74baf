"""What one paragraph may be where documents begin: a line of a title, a red head, a number, a section head.

Reads: paragraphs and the contents list; changes nothing.
"""

from __future__ import annotations

import itertools
import re

from reader.importing.grammar import labels, marks, numbers, titles
from reader.importing.repair.line import Line
from reader.importing.structure.contents import SECTION, SECTION_KIND, UNNUMBERED, Contents, section_name
from reader.importing.structure.start import ADOPTED, is_addressee
from reader.model.number import DocumentNumber

_NUMBER_BEGINS = frozenset("第（(〔﹝[［12一二三四五六七八九十")
_RED_HEAD = re.compile(
    r"(?!.*关于).{2,40}?(?:文件|（\s*(?:通知|批复|函|通报|公告|令|决定|意见|会议纪要)\s*）|办公室函|办公厅函)")
_SEALED = re.compile(r"(?:[（(]\s*(?:签\s*字|签\s*章|盖\s*章|印\s*章|印)\s*[)）][\s　]*)+")
_LONGEST_LINE = 40
_LONGEST_HEADED = 60
"""Code points of a line of a title; more is a paragraph."""
_MOST_BODY = 40
"""How many paragraphs an announcement has at most over its date."""
_MOST_BODIES = 6
"""How many lines the names of joint bodies and their kind of document take."""
_UNITS = ("部", "局", "署", "委")
_OWN_ORDER = re.compile(rf"([{''.join(_UNITS)}])\1令$")
_NAMED = re.compile(r"(?<=书)[（(].*[)）]$")
CLOSED_BEFORE = frozenset(("publicity", "date", "imprint", "entry", "contents", "table", "row"))
"""Kinds of paragraphs after which a text has come to its end."""


class Pieces:
    """The paragraphs of a file, asked by index."""

    def __init__(self, paragraphs: list[Line], contents: Contents) -> None:
        self._paragraphs = paragraphs
        self._size = len(paragraphs)
        self._contents = contents

    def number_of(self, index: int) -> DocumentNumber | None:
        """The number a paragraph is, 第748号 under 国务院令 included; None where it is none."""
        line = self._paragraphs[index]
        text = line.text
        if line.kind == "number":
            return numbers.line_number(text) or numbers.order_number(text)
        if not line.kind and 3 <= len(text) <= 20 and "号" in text and text[0] in _NUMBER_BEGINS:
            return self._bare_number(index)
        return None

    def _bare_number(self, index: int) -> DocumentNumber | None:
        """第748号, 2005年第14号, 〔2012〕30号 under the lines that name its order, announcement or decision."""
        text = self._paragraphs[index].text
        best: DocumentNumber | None = None
        issuers = 0
        for first in range(index - 1, max(-1, index - 1 - _MOST_BODIES), -1):
            if not self.is_piece(first):
                break
            title = titles.read([piece.text for piece in self._paragraphs[first:index]])
            if title is None:
                continue
            if title.form == "order" and len(title.text) <= 60 and (best is None or len(title.issuers) > issuers):
                best, issuers = numbers.bare_number(text, _unnamed(title.text)), len(title.issuers)
            elif title.kind.endswith("纪要") and len(title.text) <= 60:
                return numbers.bare_number(text, title.text)
            elif best is None and title.issuers and title.kind in ("公告", "通告"):
                return numbers.bare_number(text, "".join(title.issuers) + title.kind)
        return best

    def number_over(self, first: int, after: int) -> DocumentNumber | None:
        """公　告 / 2022年　第18号 over a title that names nobody: who signs below announces.

        Args:
            first: the title's first paragraph.
            after: the paragraph behind it.
        """
        if first < 2:
            return None
        kind = "".join(self._paragraphs[first - 2].text.split())
        text = self._paragraphs[first - 1].text
        if kind not in ("公告", "通告") or numbers.bare_number(text, kind) is None:
            return None
        below = self._paragraphs[after : after + _MOST_BODY]
        signers = (line.text for line, dated in itertools.pairwise(below) if dated.kind == "date")
        body = next(("".join(signer.split()) for signer in signers if titles.is_organ(signer)), "")
        return numbers.bare_number(text, body + kind) if body else None

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
        if marks.PUBLICATION.fullmatch(text):
            return False
        if self.is_section(text) and not self._ends_heading(index) and not self._goes_on(index):
            return False
        return labels.label(text) is None

    def _goes_on(self, index: int) -> bool:
        """规范性文件 between 甲市人民政府关于公布一批 and 目录的通知: no section, but a line of a title."""
        if not 0 < index < len(self._paragraphs) - 1:
            return False
        above, text, below = (self._paragraphs[at].text for at in (index - 1, index, index + 1))
        if "关于" not in above or len(above) > _LONGEST_LINE or titles.read([above]) is not None:
            return False
        alone, joined = titles.read([below]), titles.read([above, text, below])
        return (alone is None or alone.form == "other") and joined is not None and joined.form == "about"

    def _ends_heading(self, index: int) -> bool:
        """公告 between the bodies that announce and 2005年第14号, 某局公告 over 第12号: no section."""
        text = "".join(self._paragraphs[index].text.split())
        if index >= len(self._paragraphs) - 1 or not text.endswith(("令", "公告", "通告")):
            return False
        body = text.removesuffix("令").removesuffix("公告").removesuffix("通告")
        if body in ("", *_UNITS) and index:
            body = self._paragraphs[index - 1].text
        named = titles.is_organ(body)
        return named and numbers.bare_number(self._paragraphs[index + 1].text, "令") is not None

    def is_section(self, text: str) -> bool:
        """市政府文件, 【人事任免】 over a document: a section head, no line of its title."""
        if len(text) > 30:
            return False
        name = section_name(text)
        if name.startswith("关于"):
            return name in self._contents.sections
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
            and 2 <= len(text) <= 160
            and text[0] != "附"
            and text[-1] not in "。；：:;，、！？"
            and self.is_piece(index)
        )

    def names_kind(self, index: int) -> bool:
        """通知 over 某市人民政府关于…的通知: a section of all notices, where the text before has come to an end."""
        text = "".join(self._paragraphs[index].text.split())
        return SECTION_KIND.fullmatch(text) is not None and self.is_fresh(index)

    def is_headed(self, index: int) -> bool:
        """2030年主要经济指标 under 统计数据: what such sections hold has no number and a title of any shape."""
        if index < 2 or index + 1 >= self._size or len(self._paragraphs[index].text) > _LONGEST_HEADED:
            return False
        before, head = self._paragraphs[index - 2], self._paragraphs[index - 1]
        ended = before.kind in CLOSED_BEFORE or before.text.endswith(("。", "）", ")"))
        if head.kind or not ended or UNNUMBERED.fullmatch(section_name(head.text)) is None:
            return False
        below = self._paragraphs[index + 1]
        return below.kind != "number" and not titles.is_organ(self._paragraphs[index].text)

    def heads_section(self, index: int) -> bool:
        """大事记 over 某市人民政府1月大事记: a section named like the document under it."""
        text = self._paragraphs[index].text
        if self.is_headed(index + 1):
            return True
        if (
            len(text) > 12
            or SECTION.fullmatch(text) is None
            or index + 1 >= len(self._paragraphs)
            or not self.is_piece(index + 1)
        ):
            return False
        below = titles.read([self._paragraphs[index + 1].text])
        return below is not None and below.form != "other"


def _unnamed(title: str) -> str:
    """甲局行政处罚决定书（乙公司） without those it is about, 某部 over 部令 as 某部令."""
    return _OWN_ORDER.sub(r"\1令", _NAMED.sub("", title))
