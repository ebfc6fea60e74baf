"""Changed texts that remember where each character came from: what anchors are tried on."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from reader.model.annotation import AnchorState, Placement

WIDE = {ord(narrow): chr(ord(narrow) + 0xFEE0) for narrow in "(),:;?!0123456789%"}
NARROW = {ord(wide): chr(ord(wide) - 0xFEE0) for wide in "（），：；？！０１２３４５６７８９％"}


@dataclass(frozen=True)
class Changed:
    """A changed text; `origins` tells for each of its characters the offset it had before, or -1 for a new one."""

    text: str
    origins: list[int]


Characters = list[tuple[str, int]]
Change = Callable[[str, tuple[int, int], random.Random], Changed]


def _changed(characters: Characters) -> Changed:
    return Changed("".join(character for character, _ in characters), [origin for _, origin in characters])


def _characters(text: str) -> Characters:
    return list(zip(text, range(len(text)), strict=True))


def layout(text: str, _quote: tuple[int, int], rng: random.Random) -> Changed:
    """Other line breaks, indents, spaces and widths; not a character less or more."""
    result: Characters = []
    for character, origin in _characters(text):
        if character.isspace():
            if rng.random() < 0.5:
                result.append((character, origin))
            continue
        if rng.random() < 0.03:
            result.append((rng.choice(["\n", " ", "\u3000", "\n\n\u3000\u3000"]), -1))
        folded = character.translate(WIDE if rng.random() < 0.5 else NARROW)
        result.append((folded, origin))
    return _changed([(one, origin) for group, origin in result for one in group])


def noise(share: float) -> Change:
    """A change that replaces, drops or adds `share` of the characters, a third each."""

    def change(text: str, _quote: tuple[int, int], rng: random.Random) -> Changed:
        letters = [character for character in text if not character.isspace()]
        result: Characters = []
        for character, origin in _characters(text):
            draw = rng.random()
            if character.isspace() or draw >= share:
                result.append((character, origin))
            elif draw < share / 3:
                result.append((rng.choice(letters), origin))
            elif draw < share * 2 / 3:
                result += [(character, origin), (rng.choice(letters), -1)]
        return _changed(result)

    return change


def _paragraphs(text: str) -> list[Characters]:
    result: list[Characters] = []
    at = 0
    for line in text.splitlines(keepends=True):
        result.append(list(zip(line, range(at, at + len(line)), strict=True)))
        at += len(line)
    return result


def _without_origin(paragraph: Characters) -> Characters:
    return [(character, -1) for character, _ in paragraph]


def paragraphs_inserted(text: str, quote: tuple[int, int], rng: random.Random) -> Changed:
    """New paragraphs here and there, made of shuffled sentences of the text; one stands right beside the quote's."""
    paragraphs = _paragraphs(text)
    own = [number for number, one in enumerate(paragraphs) if one[-1][1] >= quote[0] and one[0][1] < quote[1]]
    places = {rng.randrange(len(paragraphs)) for _ in range(len(paragraphs) // 20 + 1)}
    places -= set(own[1:])
    places.add(rng.choice([own[0], own[-1] + 1]))
    result: Characters = []
    for number, paragraph in enumerate(paragraphs):
        if number in places:
            result += [(character, -1) for character in _invented(text, rng)]
        result += paragraph
    if len(paragraphs) in places:
        result += [(character, -1) for character in _invented(text, rng)]
    return _changed(result)


def _invented(text: str, rng: random.Random) -> str:
    words = []
    for _ in range(rng.randrange(4, 20)):
        at = rng.randrange(max(1, len(text) - 8))
        words.append("".join(text[at:at + rng.randrange(3, 8)].split()))
    return "".join(words) + "。\n"


def paragraphs_moved(text: str, quote: tuple[int, int], rng: random.Random) -> Changed:
    """Paragraphs put elsewhere, the quote's own among them."""
    paragraphs = _paragraphs(text)
    own = [number for number, one in enumerate(paragraphs) if one[-1][1] >= quote[0] and one[0][1] < quote[1]]
    block = paragraphs[own[0]:own[-1] + 1]
    rest = paragraphs[:own[0]] + paragraphs[own[-1] + 1:]
    for _ in range(len(rest) // 40):
        paragraph = rest.pop(rng.randrange(len(rest)))
        rest.insert(rng.randrange(len(rest) + 1), paragraph)
    at = rng.randrange(len(rest) + 1)
    return _changed([pair for paragraph in rest[:at] + block + rest[at:] for pair in paragraph])


def clause_deleted(text: str, quote: tuple[int, int], _rng: random.Random) -> Changed:
    """The paragraphs that hold the quote are gone."""
    return _changed([pair for paragraph in _paragraphs(text) for pair in paragraph
                     if paragraph[-1][1] < quote[0] or paragraph[0][1] >= quote[1]])


def sentence_deleted(text: str, quote: tuple[int, int], _rng: random.Random) -> Changed:
    """The sentence around the quote is gone, the rest of the paragraph stays."""
    stops = "。；\n"
    start, end = quote
    while start > 0 and text[start - 1] not in stops:
        start -= 1
    while end < len(text) and text[end - 1] not in stops:
        end += 1
    return _changed([pair for pair in _characters(text) if not start <= pair[1] < end])


def clause_deleted_with_noise(text: str, quote: tuple[int, int], rng: random.Random) -> Changed:
    """The paragraphs that hold the quote are gone, and 5 % of the characters changed."""
    first = clause_deleted(text, quote, rng)
    if not first.text:
        return first
    second = noise(0.05)(first.text, quote, rng)
    return Changed(second.text, [first.origins[origin] if origin >= 0 else -1 for origin in second.origins])


def clause_doubled(text: str, quote: tuple[int, int], rng: random.Random) -> Changed:
    """The paragraphs that hold the quote stand a second time elsewhere, with another paragraph between."""
    paragraphs = _paragraphs(text)
    own = [number for number, one in enumerate(paragraphs) if one[-1][1] >= quote[0] and one[0][1] < quote[1]]
    copy = [_without_origin(paragraph) for paragraph in paragraphs[own[0]:own[-1] + 1]]
    first, last = own[0] - 1, own[-1] + 1
    while first >= 0 and _blank(paragraphs[first]):
        first -= 1
    while last < len(paragraphs) and _blank(paragraphs[last]):
        last += 1
    at = rng.choice([place for place in range(len(paragraphs) + 1) if not first < place <= last] or [len(paragraphs)])
    return _changed([pair for paragraph in paragraphs[:at] + copy + paragraphs[at:] for pair in paragraph])


def _blank(paragraph: Characters) -> bool:
    return all(character.isspace() for character, _ in paragraph)


CHANGES: dict[str, Change] = {
    "layout": layout,
    "noise 1 %": noise(0.01),
    "noise 5 %": noise(0.05),
    "noise 10 %": noise(0.10),
    "paragraphs inserted": paragraphs_inserted,
    "paragraphs moved": paragraphs_moved,
    "clause doubled": clause_doubled,
    "clause deleted": clause_deleted,
    "sentence deleted": sentence_deleted,
    "deleted, noise 5 %": clause_deleted_with_noise,
}
DELETIONS = frozenset({"clause deleted", "sentence deleted", "deleted, noise 5 %"})


def verdict(placement: Placement, changed: Changed, quote: tuple[int, int]) -> str:
    """right · uncertain · orphan · wrong. Right allows two characters at either end, for those may have been the ones
    that were changed; white space is not counted."""
    if placement.state is AnchorState.UNCERTAIN:
        return "uncertain"
    if placement.state is AnchorState.ORPHAN:
        return "orphan"
    assert placement.start is not None
    assert placement.end is not None
    ink = [place for place, character in enumerate(changed.text) if not character.isspace()]
    kept = [rank for rank, place in enumerate(ink) if quote[0] <= changed.origins[place] < quote[1]]
    got = [rank for rank, place in enumerate(ink) if placement.start <= place < placement.end]
    if kept and got and abs(kept[0] - got[0]) <= 2 and abs(kept[-1] - got[-1]) <= 2:
        return "right"
    return "wrong"



def quotes(text: str, count: int, rng: random.Random) -> list[tuple[int, int]]:
    """Seeded ranges of 4 to 200 visible characters that begin and end with one."""
    ink = [place for place, character in enumerate(text) if not character.isspace()]
    result = []
    while len(result) < count:
        length = rng.randint(4, 12) if rng.random() < 0.4 else rng.randint(12, 200)
        if length >= len(ink):
            continue
        first = rng.randrange(len(ink) - length)
        result.append((ink[first], ink[first + length - 1] + 1))
    return result
