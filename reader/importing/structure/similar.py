"""How alike two titles are, on text folded in width and without spaces and punctuation."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache


@lru_cache(maxsize=4096)
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
