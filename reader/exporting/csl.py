"""The documents of annotations as CSL-JSON, for reference managers (Zotero, citeproc).

Citation Style Language 1.0.2, schema csl-data.json. Regulations are of type `legislation`, all else `report`, as Zotero
maps statutes and reports.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reader.exporting.citations import cited_title, issue_name
from reader.exporting.excerpts import ExcerptDocument
from reader.model.document import DocumentFacts, IssueFacts

REGULATIONS = frozenset({"令", "条例", "规定", "办法", "细则", "规则", "决定"})


def csl(entries: Sequence[ExcerptDocument]) -> str:
    """An item for each document, in the order given, none twice."""
    items: dict[str, dict[str, Any]] = {}
    for entry in entries:
        made = item(entry.issue, entry.document.facts, repealed=entry.repealed)
        items.setdefault(entry.document.facts.key, made)
    return _dumped(list(items.values()))


def csl_text(issue: IssueFacts, facts: DocumentFacts, *, title: str = "", section: str = "",
             repealed: bool = False) -> str:
    """One document as a list of one item, which is what reference managers read."""
    return _dumped([item(issue, facts, title=title, section=section, repealed=repealed)])


def _dumped(items: list[dict[str, Any]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def item(issue: IssueFacts, facts: DocumentFacts, *, title: str = "", section: str = "",
         repealed: bool = False) -> dict[str, Any]:
    """The CSL-JSON item of a document.

    Args:
        title: what to name instead of the issued text's title.
        section: the clause that is cited, as printed: CSL's variable for sections of legislation; "" for none.
        repealed: the archive says that it no longer holds.
    """
    named = title or cited_title(facts)
    item: dict[str, Any] = {"id": facts.key, "type": _type(facts), "title": named, "language": "zh-CN"}
    if facts.issuers:
        item["author"] = [{"literal": issuer} for issuer in facts.issuers]
    if facts.date:
        item["issued"] = {"date-parts": [[int(part) for part in facts.date.split("-")]]}
    elif year := issue.year or (facts.number.year if facts.number else None):
        item["issued"] = {"date-parts": [[year]]}
    if facts.number:
        item["number"] = facts.number.normal
    if issue_name(issue):
        item["container-title"] = issue.title
        # The year of the gazette is not always the document's: CSL has `volume` for it.
        if issue.year:
            item["volume"] = str(issue.year)
        if number := issue.number or issue.total:
            item["issue"] = str(number)
    if facts.page:
        item["page"] = str(facts.page)
    if issue.publisher:
        item["publisher"] = issue.publisher
    if section:
        item["section"] = section
    if repealed:
        item["status"] = "已失效"
    if named != facts.title:
        item["note"] = facts.title
    return item


def _type(facts: DocumentFacts) -> str:
    title = cited_title(facts)
    return "legislation" if facts.kind in REGULATIONS or title.endswith(tuple(REGULATIONS)) else "report"
