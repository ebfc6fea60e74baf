"""Describe a range of a text so that it can be found again when the text has changed."""

from __future__ import annotations

from reader.anchoring.finding import Pattern, exact, near
from reader.anchoring.folding import FoldedText, dense, fold
from reader.model.annotation import Anchor

CONTEXT = 32
"""Code points of context on each side, as in Hypothesis and the W3C's examples of TextQuoteSelector."""
LONG = 400
"""Quotes of more dense characters than this are found by their two ends."""


NEIGHBOURHOOD = 500
"""Code points on each side of a deleted range in which its neighbours are looked at."""
PARAGRAPH_ENDS = "\n"
SENTENCE_ENDS = "\n。；"
LEAST_RIVAL = 0.25
LEAST_RIVAL_QUOTE = 0.4
"""Places less like the pattern than this could never be taken for it."""


def describe(text: str, start: int, end: int, address: str = "") -> Anchor:
    """The anchor of text[start:end].

    Args:
        text: canonical text of a document.
        start, end: code points, half-open, 0 ≤ start < end ≤ len(text).
        address: clause address of the range as printed, or "".

    Raises:
        ValueError: the range is empty or not within the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"range {start}:{end} is not within a text of {len(text)} code points")
    anchor = Anchor(start, end, text[start:end], text[max(0, start - CONTEXT):start], text[end:end + CONTEXT], address)
    folded = fold(text)
    place = (folded.index(start), folded.index(end))
    return Anchor(anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix, address, place[0],
                  rival(pattern_of(anchor), folded, place), len(folded.dense) - place[1])


def pattern_of(anchor: Anchor) -> Pattern:
    """What to look for in a folded text."""
    return Pattern(dense(anchor.prefix), dense(anchor.quote), dense(anchor.suffix))


def rival(pattern: Pattern, text: FoldedText, place: tuple[int, int]) -> float:
    """How like the pattern the most similar place is that does not touch `place`: 0.0 to 1.0, in thousandths."""
    if not pattern.quote:
        return 1.0
    if len(pattern.quote) > LONG:
        return 1.0 if text.dense.count(pattern.quote) > 1 else 0.0
    if any(twin.start != place[0] for twin in exact(pattern, text)):
        return 1.0
    around = [_without(text, place, breaks) for breaks in (PARAGRAPH_ENDS, SENTENCE_ENDS)]
    found = near(pattern, text, LEAST_RIVAL, apart_from=place)
    found += [one for other in around for one in near(pattern, other, LEAST_RIVAL)]
    return round(max((one.score for one in found if one.quote >= LEAST_RIVAL_QUOTE), default=0.0), 3)


def _without(text: FoldedText, place: tuple[int, int], breaks: str) -> FoldedText:
    """The surroundings of a range after the paragraphs or sentences that hold it have been deleted.

    Then the next item of a list gets the context of this one, and looks more like it than it does now.
    """
    start, end = text.range(*place)
    while start > 0 and text.text[start - 1] not in breaks:
        start -= 1
    while end < len(text.text) and text.text[end - 1] not in breaks:
        end += 1
    return FoldedText(text.text[max(0, start - NEIGHBOURHOOD):start] + text.text[end:end + NEIGHBOURHOOD])
