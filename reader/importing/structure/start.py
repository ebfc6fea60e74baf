"""Where a document begins, and what stands right under its title: addressee, note of adoption."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.importing.grammar import labels, marks
from reader.importing.grammar.titles import Title
from reader.model.document import ContentsEntry
from reader.model.number import DocumentNumber

ADOPTED = re.compile(
    r"[（(].{0,120}(?:通过|批准|公布|发布|修订|修正|施行|会议|月\s*\d{1,2}\s*日|年|届)[^（）()]{0,80}[)）]"
)
"""（2021年6月10日…通过） under a title."""
_ADDRESSEE = re.compile(r"[^。；！？]{2,400}[：:]|各[^。！？]{2,400}[：:]")
_FIELDS = re.compile(r"(?!\s*(?:主\s*送|受\s*文))[^：:]+[：:].*\S[：:]$", re.DOTALL)
"""某协会，登记证号：某字第4123号，法定代表人：, not one colon at the end."""
_BODIES = re.compile(r"各|局|委|办|厅|部|府|院|区|县|市|公司|单位|行|会|社|校|处|省|州|旗|同志|你")


@dataclass(frozen=True, slots=True)
class Start:
    """Where a document begins.

    Attributes:
        first: index of its first paragraph (red head, number or title).
        titles: indices of the paragraphs of its title, in order.
        number_at: index of the paragraph of its number, or -1.
        number: its number, or None.
        title: its title as read.
        weight: how sure it is, 0–1.
        entry: the contents entry it answers to, or None.
        section: of the document the user parted it from; "" for what was not parted from any.
    """

    first: int
    titles: tuple[int, ...]
    number_at: int
    number: DocumentNumber | None
    title: Title
    weight: float
    entry: ContentsEntry | None = None
    section: str = ""

    @property
    def last(self) -> int:
        """Index of the last paragraph of the head: title or number, whichever is later."""
        return max(self.titles[-1] if self.titles else self.first, self.number_at)


def is_addressee(text: str) -> bool:
    """Whether a paragraph names those a document is addressed to: bodies, then a colon."""
    if not text.endswith(("：", ":")) or not _ADDRESSEE.fullmatch(text) or not _BODIES.search(text):
        return False
    if (
        labels.label(text) is not None
        or _FIELDS.match(text)
        or marks.ATTACHMENT_NOTE.match(text)
        or text.startswith(("为", "根据", "按照", "现将", "经"))
    ):
        return False
    return not re.search(
        r"(?:决定|任命|免去)[：:]$|^[12一二]\S{3}\s*年"
        r"|如下|以下|下列|规定|要求|通知|情况|工作[：:]$|任务|原则|标准|条件|内容|措施|目标"
        r"|[^各属关内直]单\s*位[:：]$",
        text,
    ) or text.startswith("各")
