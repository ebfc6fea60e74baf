"""What the rows of the library tree say beside their name: a second line, a tip, and a sentence for screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from reader.searching.folding import fold
from reader.services.shelf import Listed, Noted
from ui import locales
from ui.i18n import translate
from ui.models.kind_words import document_kind
from ui.models.library_order import short_title
from ui.models.library_tree import Node, NodeKind


def detail(node: Node, words: Sequence[str] = ()) -> str:
    """The second line of a row: of a document its number, else its date; of a group of unknown issues what to do.

    Args:
        words: a filter's, folded. What they were found in stands in the line, where the title does not hold it.
    """
    if node.kind is NodeKind.UNKNOWN:
        return translate("LibraryWords", "在各期上按右键，可更正期次信息")
    document = node.document
    if document is None:
        return ""
    number = document.number
    parts = [number.normal if number else locales.day(document.date) or document_kind(document.kind)]
    for word in words:
        if word in fold(short_title(document)) or any(word in fold(part) for part in parts):
            continue
        parts += [found for found in _elsewhere(document) if word in fold(found)][:1]
    return " · ".join(part for part in dict.fromkeys(parts) if part)


def _elsewhere(document: Listed) -> tuple[str, ...]:
    """What else of a document a filter looks into."""
    return (document.number_printed or "", *document.issuing, document.section, document.date or "")


def tip(node: Node, noted: Noted, corrected: bool) -> str:
    """What a pointer that rests on a node tells."""
    document = node.document
    if document is None:
        lines = [node.text]
        if node.issue is not None and node.kind is NodeKind.ISSUE:
            lines = list(dict.fromkeys((node.issue.title, node.text, node.issue.source_name)))
        elif node.kind is NodeKind.UNKNOWN:
            lines.append(translate("LibraryWords", "这些文件认不出是哪个机关、哪一年、第几期的公报。"))
            lines.append(translate("LibraryWords", "在各期上按右键，选“更正期次信息”，就会归到所属的机关和年份。"))
    else:
        number = document.number_printed or ""
        issuer = " ".join(document.issuing)
        lines = [line for line in (document.title, number, issuer, locales.day(document.date)) if line]
    return "\n".join((*lines, *_states(node, noted, corrected)))


def accessible(node: Node, noted: Noted, corrected: bool) -> str:
    """What a screen reader says of a node: its kind, its name, and all that is painted beside it."""
    document = node.document
    parts = [kind_name(node.kind), node.text]
    if document is not None:
        parts += [document.number.normal if document.number else "", " ".join(document.issuing),
                  locales.day(document.date)]
    return ", ".join(part for part in (*parts, *_states(node, noted, corrected)) if part)


def _states(node: Node, noted: Noted, corrected: bool) -> list[str]:
    states = []
    if node.kind is NodeKind.DOCUMENT:
        states.append(translate("LibraryWords", "未读") if node.unread else translate("LibraryWords", "已读"))
        if noted.count:
            states.append(translate("LibraryWords", "{count} 条标注").format(count=noted.count))
        if noted.tags:
            states.append(translate("LibraryWords", "标签：{tags}").format(tags=locales.together(sorted(noted.tags))))
    else:
        states.append(translate("LibraryWords", "{count} 篇").format(count=node.count))
        if node.unread:
            states.append(translate("LibraryWords", "{count} 篇未读").format(count=node.unread))
    if corrected:
        states.append(translate("LibraryWords", "有更正"))
    return states


def kind_name(kind: NodeKind) -> str:
    """What a kind of node is called."""
    return {
        NodeKind.PUBLISHER: translate("LibraryWords", "机关"),
        NodeKind.YEAR: translate("LibraryWords", "年份"),
        NodeKind.UNKNOWN: translate("LibraryWords", "分组"),
        NodeKind.SINGLES: translate("LibraryWords", "分组"),
        NodeKind.ISSUE: translate("LibraryWords", "期次"),
        NodeKind.SECTION: translate("LibraryWords", "栏目"),
        NodeKind.DOCUMENT: translate("LibraryWords", "公文"),
    }.get(kind, "")
