"""Find the range an anchor describes in a text that may have changed, and say how sure that is.

Position first, from either end of the text, if quote and contexts stand there; then quote and contexts unchanged; then
approximately. A place that is only like the quote is never taken silently: it must be more alike than the
most similar other place was when the anchor was made, and clearly more than any other place is now.
"""

from __future__ import annotations

from dataclasses import replace

from reader.anchoring.describing import LONG, pattern_of
from reader.anchoring.finding import Candidate, Pattern, exact, near
from reader.anchoring.folding import FoldedText, fold
from reader.model.annotation import Anchor, AnchorState, Placement

LEAST_SCORE = 0.6
LEAST_QUOTE = 0.6
LEAST_CONTEXT = 0.5
LEAD = 0.08
"""By how much a changed place must be more alike than the look-alike known from before and any other seen now."""
LEAST_SINGLE_CONTEXT = 0.8
"""What is asked of one context where the other is lost."""
LONG_ENOUGH = 24
LEAST_LONG_QUOTE = 0.8
"""Quotes of so many dense characters, so much unchanged, may do with one context; unchanged, with none."""
UNKNOWN_RIVAL = 0.62
"""Taken for anchors that come without `rival`: with LEAD, the 0.70 overall that trials found."""
QUESTION_SCORE = 0.25
QUESTION_QUOTE = 0.5


def place(anchor: Anchor, text: str) -> Placement:
    """Where the range that `anchor` describes stands in `text`.

    Returns:
        EXACT: quote and position are as they were, white space and character widths apart. MOVED: found for certain,
        but elsewhere or with changes. UNCERTAIN: the best candidate; ask. ORPHAN: nothing like it.
    """
    if _untouched(anchor, text):
        return Placement(AnchorState.EXACT, anchor.start, anchor.end)
    folded = fold(text)
    pattern = pattern_of(anchor)
    if not pattern.quote:
        return Placement(AnchorState.ORPHAN)
    home = anchor.dense_start if anchor.dense_start >= 0 else folded.index(anchor.start)
    stands = _standing(anchor, pattern, folded, home)
    if stands is not None:
        return stands
    if len(pattern.quote) > LONG:
        return _place_long(anchor, pattern, folded)
    candidates = exact(pattern, folded) or near(pattern, folded, QUESTION_SCORE)
    candidates = [one for one in candidates if one.quote >= QUESTION_QUOTE]
    if not candidates:
        return Placement(AnchorState.ORPHAN)
    best = max(candidates, key=lambda one: (one.score, -abs(one.start - home)))
    others = max((one.score for one in candidates if one is not best), default=0.0)
    if not _certain(anchor, pattern, best, others):
        return _placement(AnchorState.UNCERTAIN, anchor, best, folded)
    exactly = best.start == home and best.quote == 1.0
    return _placement(AnchorState.EXACT if exactly else AnchorState.MOVED, anchor, best, folded)


def _standing(anchor: Anchor, pattern: Pattern, folded: FoldedText, home: int) -> Placement | None:
    """Where quote and contexts stand unchanged, as far from the beginning or the end of the text as they were: that is
    neither a twin that was there before nor a copy put elsewhere since. Two places are a question; None for none."""
    size = len(pattern.quote)
    tail = len(folded.dense) - anchor.dense_rest - size if anchor.dense_rest >= 0 else home
    found = [Candidate(at, at + size, 1.0, 1.0, 1.0, 1.0) for at in dict.fromkeys((home, tail))
             if at >= len(pattern.before) and folded.dense.startswith(pattern.whole, at - len(pattern.before))]
    if not found:
        return None
    if len(found) > 1:
        return _placement(AnchorState.UNCERTAIN, anchor, found[0], folded)
    return _placement(AnchorState.EXACT if found[0].start == home else AnchorState.MOVED, anchor, found[0], folded)


def _untouched(anchor: Anchor, text: str) -> bool:
    """Whether quote and contexts stand letter for letter where they stood; not asked where there is a twin."""
    return ((anchor.rival != 1.0 or not anchor.quote.strip()) and text.startswith(anchor.quote, anchor.start)
            and text[max(0, anchor.start - len(anchor.prefix)):anchor.start] == anchor.prefix
            and text[anchor.end:anchor.end + len(anchor.suffix)] == anchor.suffix)


def _certain(anchor: Anchor, pattern: Pattern, best: Candidate, others: float) -> bool:
    """Whether `best` is the range and not a look-alike of it; `others` is the score of the next best place."""
    known = UNKNOWN_RIVAL if anchor.rival is None else anchor.rival
    if best.score == 1.0:
        return others < 1.0 and known < 1.0
    if best.score < max(known, others) + LEAD:
        return False
    if best.score >= LEAST_SCORE and best.quote >= LEAST_QUOTE and min(best.before, best.after) >= LEAST_CONTEXT:
        return True
    # A context has gone, because a paragraph was put in or taken out beside the quote: the rest must speak for itself.
    if best.quote < 1.0 and (best.quote < LEAST_LONG_QUOTE or len(pattern.quote) < LONG_ENOUGH):
        return False
    return max(best.before, best.after) >= LEAST_SINGLE_CONTEXT or (
        best.quote == 1.0 and len(pattern.quote) >= LONG_ENOUGH)


def _placement(state: AnchorState, anchor: Anchor, found: Candidate, folded: FoldedText) -> Placement:
    start, end = folded.range(found.start, found.end)
    lead = len(anchor.quote) - len(anchor.quote.lstrip())
    if folded.text.startswith(anchor.quote, start - lead) and start >= lead:
        return Placement(state, start - lead, start - lead + len(anchor.quote))
    return Placement(state, start, end)


def _place_long(anchor: Anchor, pattern: Pattern, folded: FoldedText) -> Placement:
    """Place a long quote by its two ends, which must stand as far apart as they did, more or less."""
    half = LONG // 2
    quote = pattern.quote
    head = _end_of(Pattern(pattern.before, quote[:half], quote[half:half + 32]), folded)
    tail = _end_of(Pattern(quote[-half - 32:-half], quote[-half:], pattern.after), folded)
    if head is None or tail is None or head.start >= tail.end:
        return Placement(AnchorState.ORPHAN)
    found = replace(head, end=tail.end)
    whole = folded.dense[found.start:found.end]
    same = _likeness(quote, whole)
    if same < QUESTION_QUOTE:
        return Placement(AnchorState.ORPHAN)
    twin = (anchor.rival or 0.0) >= 1.0 or (whole == quote and folded.dense.count(quote) > 1)
    state = AnchorState.UNCERTAIN if twin or same < LEAST_SCORE else AnchorState.MOVED
    return _placement(state, anchor, found, folded)


def _end_of(pattern: Pattern, folded: FoldedText) -> Candidate | None:
    found = exact(pattern, folded) or near(pattern, folded, LEAST_SCORE)
    return found[0] if found else None


def _likeness(one: str, other: str) -> float:
    """The share of three-character grams that two long texts have in common: 1.0 when equal."""
    first = {one[at:at + 3] for at in range(len(one) - 2)}
    second = {other[at:at + 3] for at in range(len(other) - 2)}
    return len(first & second) / max(len(first), len(second), 1)
