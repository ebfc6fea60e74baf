"""Narrowing an answer by the counts beside it: one value a field; without Qt."""

from __future__ import annotations

from dataclasses import replace

from reader.model.search import Filters
from ui import locales

FIELDS = ("publisher", "year", "section", "kind", "tag")
"""The fields of `Answer.facets`, as they are shown."""

_EMPTY = Filters()


def narrowed(filters: Filters, field: str, value: str) -> Filters:
    """The filters with a field set to one value of its facet; "" for any value.

    Raises:
        KeyError: there is no such field.
    """
    if field == "year":
        year = int(value) if value else None
        return replace(filters, years=(year, year))
    values = (value,) if value else ()
    match field:
        case "publisher":
            return replace(filters, publishers=values)
        case "section":
            return replace(filters, sections=values)
        case "kind":
            return replace(filters, kinds=values)
        case "tag":
            return replace(filters, tags=values)
    raise KeyError(field)


def chosen(filters: Filters) -> tuple[tuple[str, str], ...]:
    """The fields that narrow, each with what it narrows to, in words."""
    first, last = filters.years
    years = str(first) if first == last else f"{first or ''}–{last or ''}"
    found = {
        "publisher": locales.together(filters.publishers),
        "year": "" if filters.years == _EMPTY.years else years,
        "section": locales.together(filters.sections),
        "kind": locales.together(filters.kinds),
        "tag": locales.together(filters.tags),
    }
    return tuple((field, found[field]) for field in FIELDS if found[field])
