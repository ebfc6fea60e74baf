"""What stands on the tabs: short, and different from one another; without Qt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.model.document import DocumentFacts
from ui.models.library_order import without_issuer

LONGEST = 13
"""Code points of a title on a tab."""

_HEAD = re.compile(r"^(关于)?(印发|公布|发布|转发|批转)?《?")
_TAIL = re.compile(r"》?的(通知|公告|通告|通报|决定|命令|函|批复)$")


def tab_titles(documents: Sequence[DocumentFacts]) -> tuple[str, ...]:
    """A title for each document, in their order: what the document is about, elided where it is not told apart by it.

    Two that would read alike are elided in the middle; if that does not help, the number tells them apart.
    """
    whole = [_subject(one) for one in documents]
    titles = [_cut(one) for one in whole]
    alike = _repeated(titles)
    titles = [_cut_middle(long) if short in alike else short for long, short in zip(whole, titles, strict=True)]
    alike = _repeated(titles)
    return tuple(
        _with_number(one, long) if short in alike else short
        for one, long, short in zip(documents, whole, titles, strict=True)
    )


def _subject(document: DocumentFacts) -> str:
    """A title without issuer, without 关于印发 and 的通知, which half of all titles have."""
    title = "".join(without_issuer(document.title, document.issuers, document.signature).split())
    inner = _TAIL.sub("", _HEAD.sub("", title))
    return inner if len(inner) >= 2 else title


def _repeated(titles: Sequence[str]) -> set[str]:
    return {title for title, count in Counter(titles).items() if count > 1}


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"


def _cut_middle(title: str) -> str:
    if len(title) <= LONGEST:
        return title
    head = (LONGEST - 1) // 2
    return title[:head] + "…" + title[-(LONGEST - 1 - head) :]


def _with_number(document: DocumentFacts, title: str) -> str:
    number = document.number.printed.strip() if document.number else document.date or ""
    return f"{number} {title[:6]}…" if number else _cut(title)
