"""Which lines of a laid-out web page are its text, which are furniture, and which its record of the document."""

from __future__ import annotations

import re

from reader.importing.formats.html_article import is_outside_furniture, is_phrase, metadata_label
from reader.importing.formats.html_flow import FlowLine
from reader.importing.grammar import titles as grammar
from reader.importing.source import visible

_ATTACHED = re.compile(r"附件|\d+[.．、]|.*\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)$", re.IGNORECASE)
_HEAD_LINES = 12  # first lines of the article among which its title is looked for
_TITLE_LINES = 4  # that a title may take
_TITLE_WEIGHT = 0.5  # from which lines count as a title
_METADATA_RUN = 3  # labelled lines that together make a record, not a text


def judge(lines: list[FlowLine], titles: frozenset[str]) -> None:
    """Mark each line as text, furniture or part of the page's record of the document.

    Args:
        lines: of the whole page, the title in its head first.
        titles: what the page itself calls its title, without white space.
    """
    _mark_metadata(lines)
    inside = [line for line in lines if line.inside and not line.furniture]
    head = visible("".join(line.text for line in inside[:_HEAD_LINES]))[:600]
    kept_title = ""
    wholes = _whole_headings(lines)
    for line in lines:
        text = visible(line.text)
        if line.page_title or (text and is_phrase(line.text) and not line.metadata):
            line.furniture = True
        if line.furniture or line.metadata or not text:
            continue
        is_title = text in titles or (0 < line.heading <= 2)
        if line.inside:
            if text in titles and not line.heading:
                line.heading = 1
            continue
        whole = wholes.get(id(line), text)  # a heading of several lines is judged as one
        if is_title and whole not in head and (text != kept_title or whole != text):
            line.heading = line.heading or 1
            kept_title = whole
        elif is_title or is_outside_furniture(line.text, line.links):
            line.furniture = True
    if not kept_title:
        _keep_title(lines, head)
    _trim_links(inside)
    _keep_something(lines)


def _keep_title(lines: list[FlowLine], head: str) -> None:
    """Keep the title that stands over an article, in a part of the page of its own, where the article has none."""
    first = next((place for place, line in enumerate(lines) if line.inside and visible(line.text)), 0)
    inside = [line for line in lines[first:] if line.inside and visible(line.text) and not line.furniture]
    if any(_title_weight(inside[place:place + count]) >= _TITLE_WEIGHT
           for place in range(min(len(inside), _HEAD_LINES)) for count in range(1, _TITLE_LINES + 1)):
        return
    above = [line for line in lines[:first] if visible(line.text) and not line.page_title
             and not line.metadata and line.links * 2 <= len(visible(line.text))]
    for end in range(len(above), max(0, len(above) - _HEAD_LINES), -1):
        runs = [above[start:end] for start in range(end - 1, max(0, end - _TITLE_LINES) - 1, -1)]
        best = max(runs, key=_title_weight)
        if _title_weight(best) >= _TITLE_WEIGHT and visible("".join(line.text for line in best)) not in head:
            for line in best:
                line.furniture, line.heading = False, line.heading or 1
            return


def _title_weight(lines: list[FlowLine]) -> float:
    """How much lines one after another speak for the title of a document: 甲市人民政府 / 关于某事的通知."""
    if not lines or any(line.table is not None for line in lines):
        return 0.0
    title = grammar.read([line.text.strip() for line in lines])
    return title.weight if title is not None else 0.0


def _whole_headings(lines: list[FlowLine]) -> dict[int, str]:
    """The text of each heading that takes several lines, by the identity of its lines."""
    found: dict[int, str] = {}
    run: list[FlowLine] = []
    for line in [*lines, None]:
        heads = line is not None and 0 < line.heading <= 2 and not line.inside
        if line is not None and heads and (not run or line.heading == run[0].heading):
            run.append(line)
            continue
        if len(run) > 1:
            whole = visible("".join(entry.text for entry in run))
            found.update((id(entry), whole) for entry in run)
        run = []
    return found


def _mark_metadata(lines: list[FlowLine]) -> None:
    """Runs of labelled lines (索引号：… 发文字号：…) are the page's record of the document, not its text."""
    run: list[FlowLine] = []
    for line in [*lines, None]:
        if line is not None and (metadata_label(line.text) or (run and not visible(line.text))):
            run.append(line)
            continue
        labelled = [entry for entry in run if visible(entry.text)]
        if len(labelled) >= _METADATA_RUN:
            for entry in labelled:
                entry.metadata, entry.furniture = True, False
        run = []


def _trim_links(inside: list[FlowLine]) -> None:
    """Lists of links at the end of the article are related reading; the links of attachments stay."""
    tail: list[FlowLine] = []
    for line in reversed(inside):
        text = visible(line.text)
        if line.table is not None or (text and line.links * 5 < len(text) * 4 and not line.furniture):
            break
        if text and not line.furniture and not _ATTACHED.match(text):
            tail.append(line)
    if len(tail) >= 3:
        for line in tail:
            line.furniture = True


def _keep_something(lines: list[FlowLine]) -> None:
    """A page of which nothing would be left is kept whole: better furniture in the text than text lost."""
    if any(not line.furniture and (visible(line.text) or line.table) for line in lines):
        return
    for line in lines:
        line.furniture = line.page_title
