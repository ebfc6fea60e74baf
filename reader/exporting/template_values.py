"""What a template can say: the annotations, documents, tags and styles as plain values."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from reader.exporting.citations import cite_short, cited_title, date_text, issue_name
from reader.exporting.duties import duty, duty_of_words
from reader.exporting.excerpts import (
    Excerpt,
    ExcerptDocument,
    excerpts,
    grouped,
    quote_lines,
    source_line,
)
from reader.exporting.formats import Material
from reader.exporting.gbt7714 import gbt7714
from reader.exporting.labels import CHINESE
from reader.exporting.notes import note_html, note_markdown
from reader.model.annotation import Mark, Style

Values = dict[str, Any]


def values(material: Material, today: datetime.date | None = None) -> Values:
    """All that a template can use, by name. Dates are ISO 8601 but for `today`, which is as print has it."""
    documents: list[Values] = []
    by_id: dict[str, Values] = {}
    all_found: list[Excerpt] = []
    for entry in material.entries:
        document, found = _document(entry), list(excerpts(entry, material.styles))
        all_found += found
        made = [_annotation(one, document, material.styles) for one in found]
        by_id |= {one["id"]: one for one in made}
        documents.append(document | {"annotations": made})
    return {
        "title": material.heading, "today": date_text((today or datetime.date.today()).isoformat()),
        "documents": documents, "annotations": [one for document in documents for one in document["annotations"]],
        "tags": _groups(all_found, "tag", material.styles, by_id),
        "styles": _groups(all_found, "style", material.styles, by_id),
        "dates": _groups(all_found, "date", material.styles, by_id),
        "order": material.order,
    }


def _groups(found: Sequence[Excerpt], order: str, styles: Sequence[Style], by_id: dict[str, Values]) -> list[Values]:
    return [{"name": section.title, "annotations": [by_id[one.annotation.id] for one in section.excerpts]}
            for section in grouped(found, order, styles)]


def _document(entry: ExcerptDocument) -> Values:
    facts, issue = entry.document.facts, entry.issue
    return {
        "title": facts.title, "cited_title": cited_title(facts),
        "number": facts.number.normal if facts.number else "", "date": facts.date or "",
        "issuer": facts.issuer, "kind": facts.kind, "section": facts.section, "page": facts.page or "",
        "publisher": issue.publisher or "", "gazette": issue.title, "issue": issue_name(issue),
        "citation": source_line(entry), "short": cite_short(facts), "gbt7714": gbt7714(issue, facts),
        "repealed": entry.repealed,
    }


def _annotation(one: Excerpt, document: Values, styles: Sequence[Style]) -> Values:
    made, place = one.annotation, one.place
    found = (duty_of_words(one.quote, made.tags) if place is None
             else duty(one.entry.document, *place, made.tags))
    return {
        "id": made.id, "quote": one.quote.strip("\n"), "lines": quote_lines(one.quote),
        # Markup: cleaned already of all that could act.
        "note": note_markdown(made.note), "note_html": Markup(note_html(made.note)),
        "tags": list(made.tags), "style": one.style,
        "colour": next((style.light for style in styles if style.name == made.style), ""),
        "underlined": made.mark is Mark.UNDERLINE, "state": CHINESE.state(one.state), "certain": one.located,
        "whole": made.anchor is None, "address": one.address, "headings": list(one.headings),
        "citation": one.citation, "source": one.source,
        "created": made.created[:10], "modified": made.modified[:10], "author": made.author,
        "units": list(found.units), "helpers": list(found.helpers), "deadline": found.deadline, "document": document,
    }
