"""Titles whose shape says little, borne out by what labels them: the labelled lines below, the section above."""

from __future__ import annotations

from reader.importing.grammar import labels, marks, numbers, titles
from reader.importing.grammar.titles import Title
from reader.importing.repair.line import Line
from reader.importing.structure.start import Start


def find(paragraphs: list[Line]) -> list[Start]:
    """某縣政府　函 over 發文日期, 發文字號: the heads of official documents of Taiwan."""
    found: list[Start] = []
    for index, line in enumerate(paragraphs):
        field = marks.FIELD.fullmatch(line.text) if line.kind == "field" else None
        if field is None or "".join(field["name"].split()) != "發文字號":
            continue
        first = index
        while first > 0 and paragraphs[first].kind == "field":
            first -= 1
        head = paragraphs[first]
        title = titles.labelled(head.text) if not head.kind and labels.label(head.text) is None else None
        if title is not None:
            number = numbers.line_number(field["value"]) or numbers.order_number(field["value"])
            found.append(Start(first, (first,), index, number, title, 0.9))
    return found


def plain_title(text: str, section: str) -> Title:
    """A title without a shape of its own: what the section of its contents entry says of it."""
    if section.endswith("大事记"):
        return Title(text, (), "大事记", "chronicle", 0.8)
    return Title(text, (), "", "other", 0.3)
