"""发文字号: the number of an official document, as printed and as a key."""

from __future__ import annotations

from dataclasses import dataclass


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
        """The normal form: 长政办发〔2022〕42号, or 国务院令第748号 where there is no year."""
        if self.year is None:
            return f"{self.prefix}第{self.sequence}号"
        return f"{self.prefix}〔{self.year}〕{self.sequence}号"
