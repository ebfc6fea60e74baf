"""How alike titles are, on text folded in width and without spaces and punctuation; and the nearest of many."""

from __future__ import annotations

import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

_COMMON = 60
"""A pair of letters that more titles than these share tells nothing."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Letters and digits alone, full width made half width."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def similarity(left: str, right: str) -> float:
    """Ratio 0–1 of two folded texts; quick where they cannot be alike."""
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    longer, shorter = max(len(left), len(right)), min(len(left), len(right))
    if shorter / longer < 0.5:
        return 2 * shorter / (longer + shorter) if shorter > 6 and (left in right or right in left) else 0.0
    common = len(set(left) & set(right))
    if common * 2 < min(len(set(left)), len(set(right))):
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


class TitleIndex:
    """Folded texts by number, to find those most like another without comparing all."""

    def __init__(self) -> None:
        self._exact: dict[str, list[int]] = {}
        self._pairs: dict[str, list[int]] = {}

    def add(self, number: int, folded: str) -> None:
        """Add a folded text under a number."""
        self._exact.setdefault(folded, []).append(number)
        for pair in {folded[at : at + 2] for at in range(len(folded) - 1)}:
            self._pairs.setdefault(pair, []).append(number)

    def nearest(self, folded: str, count: int = 6) -> list[int]:
        """The numbers of the texts that share most telling pairs of letters, equal ones first."""
        found = list(self._exact.get(folded, ()))[:count]
        if len(found) >= count:
            return found
        hits: Counter[int] = Counter()
        pairs = {folded[at : at + 2] for at in range(len(folded) - 1)}
        telling = sorted((self._pairs[pair] for pair in pairs if pair in self._pairs), key=len)
        for place, numbers in enumerate(telling):
            if len(numbers) > _COMMON and place >= 4:
                break
            hits.update(numbers[:_COMMON])
        for number, _ in hits.most_common(count * 2):
            if number not in found:
                found.append(number)
            if len(found) >= count:
                break
        return found
