"""The law of conservation, checked on what a format module gives."""

from __future__ import annotations

from collections import Counter

from reader.importing.source import Source, kept, visible


def leak(source: Source) -> Counter[str]:
    """Characters the source's records do not account for: positive ones are lost, negative ones appeared."""
    count = Counter(visible(source.decoded))
    count.subtract(Counter(visible("".join(removal.text for removal in source.removals))))
    count.subtract(Counter(visible("".join(repair.before for repair in source.repairs))))
    count.update(Counter(visible("".join(repair.after for repair in source.repairs))))
    count.subtract(Counter(kept(source.lines)))
    return Counter({character: number for character, number in count.items() if number})


def texts(source: Source) -> list[str]:
    """The lines that hold text, without white space at their ends."""
    return [line.text.strip() for line in source.lines if line.text.strip()]
