"""Annotations as one HTML file that needs nothing from outside and prints well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from reader.exporting.excerpts import Excerpt, ExcerptDocument, Section, quote_lines, sections
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.notes import note_html
from reader.model.annotation import DEFAULT_STYLES, AnchorState, Mark, Style

_STYLE = """
:root { color-scheme: light; }
body { max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.8; color: #222; background: #fff;
  font-family: "FangSong_GB2312", FangSong, "仿宋", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
h1, h2, h3, h4, h5, h6 { font-family: SimHei, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; line-height: 1.4;
  break-after: avoid; }
h1 { text-align: center; font-size: 1.6em; }
h2 { font-size: 1.3em; margin-top: 2em; border-bottom: 1px solid #999; }
h3, h4, h5, h6 { font-size: 1.05em; }
.facts, footer { color: #555; font-size: .9em; }
article { margin: 1em 0 1.5em; break-inside: avoid; }
blockquote { margin: 0; padding: .2em 1em; border-left: .4em solid #999; }
blockquote p { margin: 0; }
.underline p { text-decoration: underline; text-underline-offset: .2em; }
.note { margin: .5em 0 .5em 1.4em; }
.note table { border-collapse: collapse; } .note td, .note th { border: 1px solid #999; padding: 0 .5em; }
.note pre { white-space: pre-wrap; overflow-wrap: anywhere; }
cite { font-style: normal; }
.tag { border: 1px solid #999; border-radius: .3em; padding: 0 .3em; }
@media print { body { margin: 0; max-width: none; font-size: 12pt; } @page { size: A4; margin: 25mm; }
  blockquote { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def html(entries: Sequence[ExcerptDocument], *, order: str = "text", title: str = "",
         styles: Sequence[Style] = DEFAULT_STYLES, labels: Labels = CHINESE) -> str:
    """The annotations as an HTML page: a section a document, quotes under its headings, then note, tags and citation.

    Args:
        order: see `excerpts.sections`.
        title: heading of the page.
        styles: where colours and labels of styles are taken from.
    """
    colours = {style.name: style for style in styles}
    body = "\n".join(line for section in sections(entries, order, styles, labels)
                     for line in _section(section, colours, labels))
    title = title or labels("title")
    return (f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
            f'<meta name="viewport" content="width=device-width">\n<style>{_STYLE}</style>\n</head>\n<body>\n'
            f"<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n")


def _section(section: Section, styles: dict[str, Style], labels: Labels) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(section.title)}</h2>"
    if section.subtitle:
        yield f'<p class="facts">{escape(section.subtitle)}</p>'
    shown: tuple[str, ...] = ()
    lost = False
    for one in section.excerpts:
        if section.by_headings and not one.located and not lost:
            lost = True
            yield f"<h3>{escape(labels('lost'))}</h3>"
        if section.by_headings and one.located:
            same = True
            for depth, heading in enumerate(one.headings):
                same = same and depth < len(shown) and shown[depth] == heading
                if not same:
                    level = min(6, 3 + depth)
                    yield f"<h{level}>{escape(heading)}</h{level}>"
            shown = one.headings
        yield from _article(one, styles, labels)
    yield "</section>"


def _article(one: Excerpt, styles: dict[str, Style], labels: Labels) -> Iterator[str]:
    annotation = one.annotation
    style = styles.get(annotation.style)
    yield f'<article id="{escape(annotation.id)}">'
    quote = quote_lines(one.quote)
    if quote:
        colour = f' style="border-color: {escape(style.light)}"' if style else ""
        mark = ' class="underline"' if annotation.mark is Mark.UNDERLINE else ""
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in quote)
        yield f"<blockquote{mark}{colour}>{paragraphs}</blockquote>"
    if annotation.note.strip():
        yield f'<div class="note">{note_html(annotation.note)}</div>'
    facts = [escape(one.style)]
    facts += [f'<span class="tag">{escape(tag)}</span>' for tag in annotation.tags]
    if one.state is not AnchorState.EXACT:
        facts.append(escape(labels("place", state=labels.state(one.state))))
    if annotation.author:
        facts.append(escape(annotation.author))
    yield f"<footer><cite>{escape(one.citation)}</cite><br>{' · '.join(facts)}</footer>\n</article>"
