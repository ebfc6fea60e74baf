"""Tags as lists offer them: with the levels above them, each with how often it is used; without Qt widgets."""

from __future__ import annotations

from collections.abc import Sequence

from ui.i18n import translate


def with_parents(tags: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The tags with the levels above them, which may be no tags themselves (0); in the order of a tree."""
    counts = dict(tags)
    for tag, _ in tags:
        levels = tag.split("/")
        for depth in range(1, len(levels)):
            counts.setdefault("/".join(levels[:depth]), 0)
    return sorted(counts.items(), key=lambda pair: pair[0].split("/"))


def offered(tags: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    """What a box that narrows by a tag offers: the words of each entry, and its tag.

    A level that is no tag itself is offered too, for to choose it is to choose all below it.
    """
    counted, above = translate("TagWords", "{tag}（{count}）"), translate("TagWords", "{tag}（含下级）")
    return [((counted if count else above).format(tag=tag, count=count), tag) for tag, count in with_parents(tags)]
