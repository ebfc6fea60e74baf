"""The source of a web page told apart into text and markup without building a tree: what the reading is checked by."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass

from reader.importing.source import visible

_TOKEN = re.compile(
    r"<!--.*?(?:--!?>|$)"
    r"|<(?P<code>script|style)\b[^>]*>.*?(?:</(?P=code)\s*>|$)"
    r"|<[!?][^>]*>"
    r"|</?[a-zA-Z](?>[^<>\"']+|\"[^\"<>]*\"|'[^'<>]*'|[\"'])*+>",
    re.IGNORECASE | re.DOTALL)
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a page holds.

    Attributes:
        text: its text, entities resolved, the titles in its head included.
        markup: how many characters that are not white space its tags, comments, scripts and styles have.
    """

    text: str
    markup: int

    def missing(self, shown: str) -> int:
        """How many Han characters of the page are not among those of `shown`.

        Others are not counted: what browsers make of broken tags and quotes differs, and only they would show it.
        """
        lack = Counter(_HAN.findall(self.text))
        lack.subtract(Counter(_HAN.findall(shown)))
        return sum(number for number in lack.values() if number > 0)


def take(source: str) -> Ledger:
    """Tell the text of a page from its markup.

    Args:
        source: the page as decoded.
    """
    pieces: list[str] = []
    markup = place = 0
    for match in _TOKEN.finditer(source):
        pieces.append(source[place:match.start()])
        markup += len(visible(match[0]))
        place = match.end()
    pieces.append(source[place:])
    # A space for each tag: `&amp<b>` is no entity with a letter behind it.
    return Ledger(html.unescape("\n".join(pieces)), markup)
