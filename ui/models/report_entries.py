"""The import report of an issue as one list: doubts first, then corrections, repairs and removals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from reader.model.correction import Correction
from reader.model.report import Doubt, ParseReport, Removal, Repair

LONGEST_TEXT = 160
"""Code points of a removal or repair that a list shows."""


class Group(StrEnum):
    """What an entry is, in the order of the list."""

    DOUBT = "doubt"
    CORRECTION = "correction"
    REPAIR = "repair"
    REMOVAL = "removal"


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A line of the list.

    Attributes:
        line: 1-based line of the source, 0 for the whole file.
        kind: what happened, in words.
        text: the sentence, or the characters concerned.
        wanted: words by which to find the place inside the line, or "".
        correction: id of the correction, "" for all else.
    """

    group: Group
    line: int
    kind: str
    text: str
    wanted: str = ""
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the list that are ours, in the window's language."""

    doubt: Callable[[Doubt], str]
    correction: Callable[[Correction], str]
    repair: Callable[[str], str]
    removal: Callable[[str], str]
    unlisted: Callable[[int], str]


def entries(report: ParseReport, corrections: Sequence[Correction], words: Words) -> tuple[ReportEntry, ...]:
    """All entries: by group, and within each by line."""
    return (
        *_by_line(ReportEntry(Group.DOUBT, one.line, "", words.doubt(one), _told(one)) for one in report.doubts),
        *_by_line(
            ReportEntry(Group.CORRECTION, one.line, words.correction(one), one.line_text, correction=one.id)
            for one in corrections
        ),
        *_by_line(_repair(one, words) for one in report.repairs),
        *_removals(sorted(report.removals, key=lambda one: one.line), words),
    )


def counts(found: Iterable[ReportEntry]) -> dict[Group, int]:
    """How many entries each group has; groups without any too."""
    result = dict.fromkeys(Group, 0)
    for one in found:
        result[one.group] += 1
    return result


def _by_line(found: Iterable[ReportEntry]) -> list[ReportEntry]:
    return sorted(found, key=lambda one: one.line)


def _told(doubt: Doubt) -> str:
    """Words of the text that a doubt names."""
    return next((str(doubt.facts[name]) for name in ("text", "title") if name in doubt.facts), "")


def _repair(one: Repair, words: Words) -> ReportEntry:
    text = f"{_short(one.before)} → {_short(one.after)}"
    return ReportEntry(Group.REPAIR, one.line, words.repair(one.kind), text, one.after)


def _removals(found: Sequence[Removal], words: Words) -> Iterator[ReportEntry]:
    """Removals of one kind on one line are one entry: a table in Markdown has thousands of bars."""
    for (line, kind), group in groupby(found, key=lambda one: (one.line, one.kind)):
        ones = list(group)
        count = sum(one.unlisted for one in ones)
        text = words.unlisted(count) if count else " ".join(" ".join(one.text.split()) for one in ones)
        yield ReportEntry(Group.REMOVAL, line, words.removal(kind), _short(text))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
