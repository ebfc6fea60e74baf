"""The sentences of the window in both languages, to be looked up from either side: what a text is in the other one."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

_HAN = "\u3400-\u9fff"
_WORDS = re.compile(f"[{_HAN}A-Za-z]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_DEEPEST = 3
"""How often a sentence may stand in another: a tip of an action in its tip with the shortcut, and one more."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source string with its translations: one, or two where English tells one from many."""

    context: str
    source: str
    translations: tuple[str, ...]


def read(file: Path) -> tuple[Phrase, ...]:
    """The finished phrases of a .ts file.

    Raises:
        OSError, xml.etree.ElementTree.ParseError: the program's own files are not whole.
    """
    found: list[Phrase] = []
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if all(forms):
                found.append(Phrase(name, message.findtext("source") or "", tuple(dict.fromkeys(forms))))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Filled:
    """A phrase with fields.

    Attributes:
        pattern: what fits it.
        literal: its own characters.
        piece: the longest run of them: what lacks it need not be compared at length.
        wanted: the same in the other language.
        context: where it is said.
        weak: whether it says so little by itself that it fits what it is not: 第{number}期, {number} of {total}.
    """

    pattern: re.Pattern[str]
    literal: str
    piece: str
    wanted: str
    context: str
    weak: bool


def _is_weak(literal: str) -> bool:
    return len(_WORDS.findall(literal)) < (3 if re.search(f"[{_HAN}]", literal) else 8)


class Phrasebook:
    """Finds for a text on the screen what it says in the other language.

    A text is the whole of a phrase, or a phrase with its fields filled in; what fills a field may be a phrase again
    (撤销（Ctrl+Z） is {tip}（{key}）). Where phrases of several contexts fit, the wanted ones come first; one that says
    little besides its fields is believed in its own context only.

    Args:
        phrases: in both languages.
        to_source: True from the translations to the source strings, False the other way.
    """

    def __init__(self, phrases: Iterable[Phrase], *, to_source: bool) -> None:
        self._whole: dict[str, list[tuple[str, str]]] = {}
        self._filled: list[_Filled] = []
        for phrase in phrases:
            for form in phrase.translations:
                pair = (form, phrase.source) if to_source else (phrase.source, form)
                self._learn(phrase.context, *pair)
        # What says most by itself is the surest.
        self._filled.sort(key=lambda one: len(one.literal), reverse=True)

    def other(self, text: str, contexts: Collection[str] = ()) -> str | None:
        """What the text says in the other language; None where it is no phrase, as names and titles are not."""
        return self._rich(text, contexts) if _TAG.search(text) else self._other(text, contexts, _DEEPEST)

    def _rich(self, text: str, contexts: Collection[str]) -> str | None:
        """Rich text: its lines as one phrase, else what stands between tags piece by piece."""
        plain = html.unescape(text.replace("<br>", "\n"))
        whole = None if _TAG.search(plain) else self._other(plain, contexts, _DEEPEST)
        if whole is not None:
            return html.escape(whole).replace("\n", "<br>")
        pieces = _TAG.split(text)
        others = [self._other(html.unescape(piece), contexts, _DEEPEST) for piece in pieces]
        if not any(others):
            return None
        tags = [*_TAG.findall(text), ""]
        said = [piece if other is None else html.escape(other) for piece, other in zip(pieces, others, strict=True)]
        return "".join(piece + tag for piece, tag in zip(said, tags, strict=True))

    def _learn(self, context: str, given: str, wanted: str) -> None:
        known = self._whole.setdefault(given, [])
        if (context, wanted) not in known:
            known.append((context, wanted))
        if _FIELD.search(given):
            literal = _FIELD.sub("", given)
            piece = max(_FIELD.split(given)[::2], key=len)
            self._filled.append(_Filled(_pattern(given), literal, piece, wanted, context, _is_weak(literal)))

    def _other(self, text: str, contexts: Collection[str], depth: int) -> str | None:
        if not text.strip():
            return None
        whole = self._whole.get(text)
        if whole:
            return next((wanted for context, wanted in whole if context in contexts), whole[0][1])
        if depth:
            fitting = [
                (match, one)
                for one in self._filled
                if one.piece in text
                and (one.context in contexts or not one.weak)
                and (match := one.pattern.fullmatch(text))
            ]
            for match, phrase in sorted(fitting, key=lambda found: found[1].context not in contexts):
                filled = self._fill(match.groupdict(), phrase, contexts, depth)
                if filled is not None:
                    return filled
        return None

    def _fill(self, values: dict[str, str], phrase: _Filled, contexts: Collection[str], depth: int) -> str | None:
        """The phrase with its fields filled in; None where it is only marks and nothing in it is a phrase."""
        others = {name: self._other(value, contexts, depth - 1) for name, value in values.items()}
        if not _WORDS.search(phrase.literal) and not any(others.values()):
            return None
        return _FIELD.sub(lambda field: others.get(field[1]) or values.get(field[1], ""), phrase.wanted)


_FIELD = re.compile(r"(?<!\{)\{(\w+)(?::[^{}]*)?\}(?!\})")
"""A field: {name}, {name:form}. Double braces are those of the templates that a help text tells of."""


def _pattern(phrase: str) -> re.Pattern[str]:
    """What fits the phrase with anything in its fields; a field that is named twice is the same twice."""
    parts: list[str] = []
    seen: set[str] = set()
    end = 0
    for field in _FIELD.finditer(phrase):
        name = field[1]
        parts.append(re.escape(phrase[end : field.start()]))
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.*?)")
        seen.add(name)
        end = field.end()
    parts.append(re.escape(phrase[end:]))
    return re.compile("".join(parts))
