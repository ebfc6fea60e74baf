"""发文字号: the number of an official document, as printed and as a key."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR_NAMED = re.compile(r"年\s*第")
_WORD_BEHIND = re.compile(r"\d{2,4}\s*年?\s*[^\w\s]\s*(?P<word>[^\W\d第]{1,2}?)\s*第?\s*\d{1,5}\s*[号號]")
"""云政〔1998〕综126号: part of the sign stands behind the year."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number such as 长政办发〔2022〕42号 (GB/T 9704—2012 §7.2.5).

    Attributes:
        prefix: 发文机关代字 as normalised (长政办发); for orders (令) the issuer and kind, such as 国务院令.
        year: four digits, or None for a running number without a year (国务院令第748号).
        sequence: the running number without leading zeros, as a string.
        printed: exactly as the source has it, white space and brackets included.
    """

    prefix: str
    year: int | None
    sequence: str
    printed: str

    @property
    def normal(self) -> str:
        """The normal form: 长政办发〔2022〕42号, without a year 国务院令第748号, 财政部公告2021年第12号 as printed."""
        if self.year is None:
            return f"{self.prefix}第{self.sequence}号"
        if _YEAR_NAMED.search(self.printed):
            return f"{self.prefix}{self.year}年第{self.sequence}号"
        behind = _WORD_BEHIND.search(self.printed)
        word = behind["word"] if behind and behind["word"] != "字" and self.prefix.endswith(behind["word"]) else ""
        return f"{self.prefix.removesuffix(word)}〔{self.year}〕{word}{self.sequence}号"
