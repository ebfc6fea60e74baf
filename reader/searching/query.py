"""The values a search question is made of: a tree of terms, fields and operators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What a term may be confined to."""

    TITLE = "title"
    NUMBER = "number"
    ISSUER = "issuer"
    HEADING = "heading"
    YEAR = "year"
    ISSUE = "issue"
    DATE = "date"
    KIND = "kind"
    SECTION = "section"
    PUBLISHER = "publisher"
    TAG = "tag"
    NOTE = "note"
    STYLE = "style"


FIELD_NAMES: dict[str, Field] = {
    **{field.value: field for field in Field},
    "标题": Field.TITLE, "题名": Field.TITLE, "文号": Field.NUMBER, "发文字号": Field.NUMBER, "机关": Field.ISSUER,
    "发文机关": Field.ISSUER, "章节": Field.HEADING, "年": Field.YEAR, "年份": Field.YEAR, "期": Field.ISSUE,
    "期号": Field.ISSUE, "日期": Field.DATE, "成文日期": Field.DATE, "类型": Field.KIND, "文种": Field.KIND,
    "栏目": Field.SECTION, "公报": Field.PUBLISHER, "标签": Field.TAG, "批注": Field.NOTE, "样式": Field.STYLE,
}
"""The names a user may type before a colon, lower case."""

RANGES = frozenset({Field.YEAR, Field.ISSUE, Field.DATE})
"""Fields whose value is a point or a range `a..b`."""

OUTSIDE = frozenset({Field.TAG, Field.NOTE, Field.STYLE})
"""Fields that only annotations can answer."""


@dataclass(frozen=True, slots=True)
class Term:
    """A string to look for in the text.

    Attributes:
        text: as typed, without the quotation marks; in an unquoted term `*` stands for any characters of a paragraph.
        quoted: it was in quotation marks: the string itself, never its words.
    """

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """A string to look for in one field."""

    field: Field
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class FieldRange:
    """A field between two values, inclusive; None is open. Years and issues: digits. Dates: ISO or a prefix of it."""

    field: Field
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Near:
    """Strings that stand with at most `distance` characters between the neighbours, in any order."""

    terms: tuple[Term, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of the parts at least."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Without the part."""

    part: Node


Node = Term | FieldTerm | FieldRange | Near | And | Or | Not


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, understood.

    Attributes:
        literal: the whole string, when the text may hold it just as it was typed; "" where that makes no sense (nothing
            typed, or a single quoted string: then the tree says it all).
        root: the tree, or None when nothing was typed.
    """

    literal: str
    root: Node | None


def leaves(node: Node | None, negative: bool = False) -> Iterator[tuple[Term | FieldTerm | FieldRange | Near, bool]]:
    """The leaves of a tree in the order typed, each with whether it is excluded."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part, negative)
    elif isinstance(node, Not):
        yield from leaves(node.part, not negative)
    elif node is not None:
        yield node, negative


def outside_terms(question: Question) -> tuple[FieldTerm, ...]:
    """The tag, note and style terms: who asks the engine must say which documents they hold for."""
    found = (leaf for leaf, _ in leaves(question.root) if isinstance(leaf, FieldTerm) and leaf.field in OUTSIDE)
    return tuple(dict.fromkeys(found))


def bare_terms(question: Question) -> tuple[Term, ...]:
    """The unquoted free terms that are wanted."""
    return tuple(leaf for leaf, negative in leaves(question.root)
                 if isinstance(leaf, Term) and not leaf.quoted and not negative)


def asks_exactly(question: Question) -> bool:
    """Whether a document that holds the terms as wholes holds what was asked for, and not only its words: there is at
    most one unquoted term, and it stands beside quoted strings, fields or operators. An unquoted question by itself is
    exact only where the whole of it stands (`Question.literal`)."""
    plain = isinstance(question.root, Term) and not question.root.quoted
    return not plain and len(bare_terms(question)) <= 1


def free_terms(question: Question) -> tuple[Term, ...]:
    """The free terms that are wanted, quoted or not, those of NEAR included: what to look for in notes too."""
    found: list[Term] = []
    for leaf, negative in leaves(question.root):
        if not negative and isinstance(leaf, Term):
            found.append(leaf)
        elif not negative and isinstance(leaf, Near):
            found.extend(leaf.terms)
    return tuple(found)
