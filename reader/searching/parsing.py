"""Read a search question: words are AND; quotes are exact; OR, -, parentheses, NEAR, * and fields.

Total: whatever can be read as text is text. A mark is an operator only where a person would mean it: a quotation mark
or parenthesis only around whole words, a minus sign only before a word, a colon only after the name of a field; so
that pasted passages (关于“十四五”规划, （一）明确范围) stay what they are. Full-width forms of the marks do the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.model.errors import UserError
from reader.searching.numbers import typed_number
from reader.searching.query import (
    FIELD_NAMES,
    RANGES,
    And,
    Field,
    FieldRange,
    FieldTerm,
    Near,
    Node,
    Not,
    Or,
    Question,
    Term,
    leaves,
)
from reader.searching.spans import range_of

DEEPEST = 24
"""Parentheses inside parentheses, at most."""
MOST_TERMS = 48
"""Terms of a question; more are a passage."""
NEAR_DISTANCE = 20
"""Characters between the words of NEAR when none are given."""

_OPEN_QUOTE = '"“„＂'
_CLOSE_QUOTE = '"”＂'
_OPEN, _CLOSE = "(（", ")）"
_MINUS = "-－"
_OR = {"OR", "|", "｜", "||"}
_AND = {"AND", "&&", "＆＆"}
_FIELD = re.compile(r"(\w+)[:：]\s*", re.UNICODE)
_NUMBER_PART = re.compile(r"\s+[\d第年号\[\](){}〔〕［］﹝﹞【】（）-]+(?=\s|$)")
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?$")
_NEAR_CALL = re.compile(r"NEAR(?:/(\d{1,4}))?[(（]")
_NEAR_COUNT = re.compile(r"[,，]\s*(\d{1,4})\s*$")


def parse(text: str) -> Question:
    """Understand what a user typed.

    Raises:
        UserError: `search.syntax` when parentheses go too deep.
    """
    whole = text.strip()
    if not whole:
        return Question("", None)
    root = _expression(whole, 0)
    if root is None or (all(negative for _, negative in leaves(root)) and not _excludes(root)):
        root = Term(whole)
    if sum(1 for _ in leaves(root)) > MOST_TERMS:
        root = Term(whole)  # nobody types so many: a passage was pasted
    quoted = isinstance(root, Term) and root.quoted
    return Question("" if quoted else whole, root)


def _excludes(root: Node) -> bool:
    # -5℃ alone is a temperature, -医药 alone means all documents without the word.
    return not any(isinstance(leaf, Term) and leaf.text[:1].isdigit() for leaf, _ in leaves(root))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"


@dataclass(frozen=True, slots=True)
class _Operator:
    """OR, AND or NEAR between two parts; `distance` is NEAR's."""

    name: str
    distance: int = NEAR_DISTANCE


def _expression(text: str, depth: int) -> Node | None:
    """The tree of a stretch of text; None when nothing in it can be looked for."""
    if depth > DEEPEST:
        raise UserError("search.syntax", query=_short(text))
    items = _items(text, depth)
    alternatives: list[list[Node]] = [[]]
    at = 0
    while at < len(items):
        item = items[at]
        if not isinstance(item, _Operator):
            alternatives[-1].append(item)
        elif item.name == "OR":
            alternatives.append([])
        elif item.name == "NEAR":
            following = items[at + 1] if at + 1 < len(items) else None
            before = alternatives[-1][-1] if alternatives[-1] else None
            joined = _near(before, following, item.distance)
            if joined is not None:
                alternatives[-1][-1] = joined
                at += 1
        at += 1
    parts = [parts[0] if len(parts) == 1 else And(tuple(parts)) for parts in alternatives if parts]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Or(tuple(parts))


def _near(before: Node | None, after: Node | _Operator | None, distance: int) -> Near | None:
    if not isinstance(after, Term):
        return None
    if isinstance(before, Term):
        return Near((before, after), distance)
    if isinstance(before, Near):
        return Near((*before.terms, after), max(before.distance, distance))
    return None


def _items(text: str, depth: int) -> list[Node | _Operator]:
    items: list[Node | _Operator] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        item, at = _item(text, at, depth)
        if item is not None:
            items.append(item)
    return items


def _item(text: str, at: int, depth: int) -> tuple[Node | _Operator | None, int]:
    """What begins at an offset, and the offset after it."""
    if text[at] in _MINUS and at + 1 < len(text) and not text[at + 1].isspace():
        part, end = _item(text, at + 1, depth + 1)
        if depth > DEEPEST:
            raise UserError("search.syntax", query=_short(text))
        if part is None or isinstance(part, _Operator):
            return Term(text[at:end]), end
        return (part.part if isinstance(part, Not) else Not(part)), end
    near = _NEAR_CALL.match(text, at)
    if near and (last := _group_end(text, near.end() - 1)) is not None:
        return _near_call(text[near.end():last], near[1], depth), last + 1
    if text[at] in _OPEN_QUOTE and (last := _quote_end(text, at)) is not None:
        return (Term(text[at + 1:last], quoted=True) if text[at + 1:last].strip() else None), last + 1
    if text[at] in _OPEN and (last := _group_end(text, at)) is not None and _is_group(text[at + 1:last]):
        return _expression(text[at + 1:last], depth + 1), last + 1
    field = _FIELD.match(text, at)
    if field and field.end() < len(text) and (name := FIELD_NAMES.get(field[1].lower())):
        found = _field_value(text, field.end(), name, depth)
        if found is not None:
            return found
    return _word(text, at)


def _word(text: str, at: int) -> tuple[Node | _Operator | None, int]:
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    word = text[at:end]
    if word in _OR:
        return _Operator("OR"), end
    if word in _AND:
        return _Operator("AND"), end
    if word == "NOT":
        return _negated(text, end)
    near = _NEAR.match(word)
    if near:
        return _Operator("NEAR", int(near[1]) if near[1] else NEAR_DISTANCE), end
    # A quotation mark without its fellow means nothing: the word is meant.
    if len(word) == 1:
        return (Term(word) if word != "*" else None), end
    if word[0] in _OPEN_QUOTE and not any(mark in word[1:] for mark in _CLOSE_QUOTE):
        word = word[1:]
    elif word and word[-1] in _CLOSE_QUOTE and not any(mark in word[:-1] for mark in _OPEN_QUOTE):
        word = word[:-1]
    return (Term(word) if word.strip("*") else None), end


def _negated(text: str, at: int) -> tuple[Node | _Operator | None, int]:
    while at < len(text) and text[at].isspace():
        at += 1
    if at == len(text):
        return Term("NOT"), at
    part, end = _item(text, at, DEEPEST)
    return (None if part is None or isinstance(part, _Operator) else Not(part)), end


def _near_call(inside: str, distance: str | None, depth: int) -> Node | None:
    count = _NEAR_COUNT.search(inside)
    if count and distance is None:
        inside, distance = inside[:count.start()], count[1]
    terms = tuple(item for item in _items(inside, depth + 1) if isinstance(item, Term))
    if len(terms) < 2:
        return terms[0] if terms else None
    return Near(terms, int(distance) if distance else NEAR_DISTANCE)


def _field_value(text: str, at: int, field: Field, depth: int) -> tuple[Node, int] | None:
    """The value after the colon; None when it cannot be one and the words are text."""
    if text[at] in _OPEN and field not in RANGES and (end := _group_end(text, at)) is not None:
        inner = _expression(text[at + 1:end], depth + 1)
        return (_confined(inner, field), end + 1) if inner is not None else None
    value, end, quoted = _value(text, at)
    if field is Field.NUMBER and not quoted:
        value, end = _whole_number(text, at, end)
    if not value.strip("*"):
        return None
    if field in RANGES:
        span = range_of(value, dates=field is Field.DATE)
        return (FieldRange(field, *span), end) if span else None
    return FieldTerm(field, value, quoted), end


def _value(text: str, at: int) -> tuple[str, int, bool]:
    if text[at] in _OPEN_QUOTE and (end := _quote_end(text, at)) is not None:
        return text[at + 1:end], end + 1, True
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end], end, False


def _whole_number(text: str, at: int, end: int) -> tuple[str, int]:
    """A number typed with spaces is one value: 文号:长政办发 42 号 2022."""
    longest = end
    while part := _NUMBER_PART.match(text, end):
        end = part.end()
        if typed_number(text[at:end]):
            longest = end
    return text[at:longest], longest


def _confined(node: Node, field: Field) -> Node:
    """A tree whose free terms are confined to a field: 标题:(储备 OR 管理)."""
    if isinstance(node, Term):
        return FieldTerm(field, node.text, node.quoted)
    if isinstance(node, And):
        return And(tuple(_confined(part, field) for part in node.parts))
    if isinstance(node, Or):
        return Or(tuple(_confined(part, field) for part in node.parts))
    if isinstance(node, Not):
        return Not(_confined(node.part, field))
    if isinstance(node, Near):
        return And(tuple(FieldTerm(field, term.text, term.quoted) for term in node.terms))
    return node


def _ends_here(text: str, after: int) -> bool:
    return after >= len(text) or text[after].isspace() or text[after] in _CLOSE


def _quote_end(text: str, at: int) -> int | None:
    """Where the quotation that begins at an offset ends: at the first closing mark with nothing stuck to it."""
    for end in range(at + 1, len(text)):
        if text[end] in _CLOSE_QUOTE and _ends_here(text, end + 1):
            return end
    return None


def _group_end(text: str, at: int) -> int | None:
    """Where the parenthesis that opens at an offset closes, if whole words stand before and after."""
    depth, end = 0, at
    while end < len(text):
        if text[end] in _OPEN_QUOTE and (text[end - 1].isspace() or text[end - 1] in _OPEN + _MINUS + ":："):
            end = _quote_end(text, end) or end
        elif text[end] in _OPEN:
            depth += 1
        elif text[end] in _CLOSE:
            depth -= 1
            if depth == 0:
                return end if _ends_here(text, end + 1) else None
        end += 1
    return None


def _is_group(inside: str) -> bool:
    """Whether parentheses group words, or belong to the text as in （一）."""
    inside = inside.strip()
    field = _FIELD.match(inside)
    return bool(inside) and (any(mark.isspace() for mark in inside) or inside[0] in _OPEN_QUOTE + _MINUS + _OPEN
                             or bool(field and field[1].lower() in FIELD_NAMES))
