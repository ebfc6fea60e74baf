"""Headings with their levels, articles and items.

Reads: the items of one part. Writes: their kind, level, label and heading range, in place; then their addresses.
Levels follow the ranks that occur in the part as headings, outermost first: 一、 is level 1 where there are no
chapters.
"""

from __future__ import annotations

import itertools
import re

from reader.importing.grammar import labels, numerals
from reader.importing.grammar.labels import Label, Rank
from reader.importing.repair.line import Record
from reader.importing.structure.addressing import TEXT_KINDS, set_addresses
from reader.importing.structure.items import Item
from reader.model.document import BlockKind

_ENDS = frozenset("。；！？;!?，,、")
_LONGEST_HEADING = 64
_LONGEST_RUN_IN = 60
_AMENDS = re.compile(
    r"(?:将|把|在|对)?[^。；]{0,12}第[一二三四五六七八九十百零\d]{1,6}[条章](?:.{0,40}(?:修改为|改为|中的|增加|后增加|作为|删|移|调整为)|$)"
    r"|删[去除](?:第|原|其)|增加[一二三四五六七八九十\d]+[条款项章]"
)
"""一、将第五条修改为：“…”: the steps of a decision to amend are no headings."""
_SENTENCE_END = re.compile(r"[。！？]")
_CLOSING = re.compile(r"特此|此[复令告致]|以上|上述|本(?:通知|决定|公告|通告|规定|办法|意见|令)")
"""What closes a document stands under no heading."""
_BRACKETED = re.compile(r"\s*[（(〔\[][^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*[)）〕\]]。?")
_COLON = re.compile(r"[：:]")
_DIVISIONS = (Rank.BOOK, Rank.CHAPTER, Rank.SECTION, Rank.PART)
_OCR_ARTICLE = re.compile(rf"(?P<number>[{numerals.HAN}]{{1,4}})条(?=[\s　])")


def mark(items: list[Item], shift: int, prefix: tuple[tuple[str, str], ...], record: Record) -> None:
    """Mark headings, articles and items of a part.

    Args:
        items: of one part, in order.
        shift: added to every level: 0 for body and issued text, 1 for an attachment.
        prefix: steps every address of the part begins with (附件), or ().
        record: takes repaired labels and doubts about gaps in the numbering.
    """
    _read_labels(items, record)
    _read_bare_numbers(items)
    levels = _levels(items)
    _set_kinds(items, levels, shift)
    set_addresses(items, prefix)
    _doubt_gaps(items, record)


def _read_labels(items: list[Item], record: Record) -> None:
    article = 0
    for item in items:
        if item.kind not in TEXT_KINDS:
            continue
        found = labels.label(item.text)
        if found is None and article and item.text[0] in numerals.HAN:
            match = _OCR_ARTICLE.match(item.text)
            if match and numerals.value(match["number"]) == article + 1:
                record.repair("ocr", "", "第", item.line)
                item.text = "第" + item.text
                found = labels.label(item.text)
        if found is None:
            continue
        item.mark = found
        if found.rank is Rank.ARTICLE:
            article = found.number
        rest = item.text[found.end :]
        item.label = found.text
        head = item.text[: found.end]
        if head.rstrip() != found.text:
            # A mark between label and text (第一条：, 1.2.) stays; the spaces go.
            mark = "".join(head.split())[len("".join(found.text.split())) :]
            item.text = found.text + (mark or (" " if found.rank <= Rank.PART else "")) + rest
            found.end = len(item.text) - len(rest)
            if found.rank is not Rank.ARTICLE:
                item.label = found.text + mark


_BARE = re.compile(r"(?P<number>\d{1,2})[ 　]+(?=[\u4e00-\u9fff])")


def _read_bare_numbers(items: list[Item]) -> None:
    """1 总则 over 1.1 编制目的: a number without a point is a label where decimals are in use."""
    first = {item.mark.text.split(".")[0] for item in items if item.mark is not None and item.mark.rank is Rank.DECIMAL}
    if not first:
        return
    for item in items:
        if item.mark is not None or item.kind not in TEXT_KINDS or len(item.text) > 32 or item.text[-1] in _ENDS:
            continue
        match = _BARE.match(item.text)
        if match and (match["number"] in first or str(int(match["number"]) - 1) in first):
            first.add(match["number"])  # 3 附则 after 2 and 2.1, with nothing but text under it
            item.mark = Label(Rank.DECIMAL, match["number"], int(match["number"]), match.end())
            item.label = match["number"]


def _standalone(item: Item, before: Item | None, following: Item | None) -> bool:
    """Whether a labelled paragraph is nothing but a heading; `before` and `following` stand beside it."""
    found = item.mark
    assert found is not None
    rest = item.text[found.end :]
    if not rest or len(rest) > _LONGEST_HEADING or _AMENDS.match(rest):
        return False
    if found.rank in _DIVISIONS:
        return rest[-1] not in "。；" and len(rest) <= 50
    if rest[-1] in "？?" and found.rank is Rank.HAN:
        # 一、哪些耕地可以享受补贴？ over its answer
        return following is not None and following.kind in TEXT_KINDS and following.mark is None
    if rest[-1] in _ENDS:
        # 一、严格防止新污染的发展。 over its own paragraphs: headings of the eighties end with a full stop.
        return (
            rest[-1] == "。"
            and found.rank in (Rank.HAN, Rank.HAN_BRACKET)
            and len(rest) <= 30
            and "，" not in rest
            and _SENTENCE_END.search(rest[:-1]) is None
            and following is not None
            and following.kind in TEXT_KINDS
            and (
                following.mark.rank > found.rank
                if following.mark is not None
                else (found.rank is Rank.HAN or _opens_text(item, before, following))
                and len(following.text) >= (6 if following.source.indent else 10)
                and following.text[-1] in _ENDS
                and _CLOSING.match(following.text) is None
            )
        )
    if _SENTENCE_END.search(rest) or (len(rest) > 36 and rest.count("，") + rest.count(",") > 2):
        return False
    if found.rank in (Rank.HAN, Rank.HAN_BRACKET):
        if rest[-1] in "：:" and (len(rest) > 30 or "，" in rest):
            return False
        return not _is_entry_of_list(item, following)
    if found.rank in (Rank.DIGIT, Rank.DECIMAL):
        if rest[-1] in "：:" or following is None:
            return False
        if following.kind is BlockKind.TABLE:
            return True
        mark = following.mark
        if found.rank is Rank.DECIMAL:
            return mark is None or mark.rank is not Rank.DECIMAL or mark.depth >= found.depth
        if following.kind not in TEXT_KINDS:
            return False
        if mark is not None:
            return mark.rank > Rank.DIGIT
        return len(following.text) > 24 and following.text[0] not in "（("
    return False


def _opens_text(item: Item, before: Item | None, following: Item) -> bool:
    """（一）指导思想。 over a paragraph of its own; the last （三） of a list stands right under （二）."""
    assert item.mark is not None
    listed = before is not None and before.mark is not None and before.mark.rank is Rank.HAN_BRACKET
    return not listed and len(item.text) - item.mark.end <= 16 and len(following.text) >= 30


def _is_entry_of_list(item: Item, following: Item | None) -> bool:
    """（一）身份证 （二）户口本: entries of a list in a row, with nothing under them."""
    assert item.mark is not None
    if item.mark.rank is not Rank.HAN_BRACKET or following is None or following.mark is None:
        return False
    return (
        following.mark.rank is Rank.HAN_BRACKET
        and following.mark.number == item.mark.number + 1
        and item.mark.number > 1
        and len(item.text) <= 12
    )


def _run_in(item: Item) -> int:
    """How much of a labelled paragraph is the heading it opens with, 0 for none."""
    found = item.mark
    assert found is not None
    if _AMENDS.match(item.text, found.end):
        return 0
    if found.rank not in (Rank.HAN, Rank.HAN_BRACKET, Rank.DIGIT, Rank.DIGIT_BRACKET, Rank.PART, Rank.DECIMAL):
        return 0
    text = item.text
    match = _SENTENCE_END.search(text, found.end)
    if match and match.end() < len(text) and match.start() - found.end <= _LONGEST_RUN_IN:
        head = text[found.end : match.start()]
        if _BRACKETED.fullmatch(text, match.end()) or head.startswith(("同意", "原则同意")):
            return 0  # 一、同意…。 of a reply; 一、对…给予奖励。（市财政局负责）: an item with who is in charge
        if head.count("，") <= 2 and "；" not in head and "：" not in head and ":" not in head and head:
            return match.start()
    colon = _COLON.search(text, found.end)
    if colon and 2 <= colon.start() - found.end <= 16 and colon.end() < len(text):
        head = text[found.end : colon.start()]
        if not re.search(r"[，。、；“《（]", head) and len(text) > colon.end() + 12 and found.rank <= Rank.HAN_BRACKET:
            return colon.start()
    return 0


def _levels(items: list[Item]) -> dict[tuple[Rank, int], int]:
    """The level of each rank (and depth of decimals) that occurs as a heading."""
    alone: set[tuple[Rank, int]] = set()
    running: set[tuple[Rank, int]] = set()
    in_article = False
    for place, item in enumerate(items):
        found = item.mark
        if found is None:
            continue
        if found.rank is Rank.ARTICLE:
            in_article = True
            continue
        if found.rank in _DIVISIONS:
            in_article = False
        key = (found.rank, found.depth)
        following = items[place + 1] if place + 1 < len(items) else None
        if in_article and found.rank not in _DIVISIONS:
            continue
        if _standalone(item, items[place - 1] if place else None, following):
            item.kind = BlockKind.HEADING
            alone.add(key)
        else:
            item.heading = _run_in(item)
            if item.heading:
                running.add(key)
    alone -= _demote_entries(items)
    running -= _demote_sentences(items)
    ordered = sorted(alone | {key for key in running if key[0] is not Rank.DIGIT_BRACKET or alone})
    levels: dict[tuple[Rank, int], int] = {}
    at = 0
    for rank, depth in ordered:
        at += 1
        if rank is Rank.DECIMAL:
            levels[rank, depth] = max(at if not any(key[0] is Rank.DECIMAL for key in levels) else 0, depth)
            at = max(at, depth)
            continue
        if (rank, depth) not in alone and rank is Rank.DIGIT and at < 2:
            at = 2  # numbered paragraphs alone make no first level
        levels[rank, depth] = at
    return levels


def _demote_entries(items: list[Item]) -> set[tuple[Rank, int]]:
    """Take the 一、 of a list for entries, not headings: nothing stands under any of them, or the others are sentences.

    Returns the rank, where no heading of it is left.
    """
    labelled = [
        (place, item) for place, item in enumerate(items) if item.mark is not None and item.mark.rank is Rank.HAN
    ]
    heads = [(place, item) for place, item in labelled if item.kind is BlockKind.HEADING]
    if len(labelled) < 2 or not heads:
        return set()
    bare = all(items[place + 1].mark is items[after].mark for (place, _), (after, _) in itertools.pairwise(labelled))
    under = items[labelled[-1][0] + 1].mark if labelled[-1][0] + 1 < len(items) else None
    bare = bare and (under is None or under.rank <= Rank.HAN)
    ended = [item for place, item in heads if item.text[-1] == "。" or _opens_list(item, items[place + 1 : place + 2])]
    plain = [item for _, item in labelled if item.kind is not BlockKind.HEADING and not item.heading]
    for item in [item for _, item in heads] if bare else ended if plain else []:
        item.kind = BlockKind.PARAGRAPH
    return set() if any(item.kind is BlockKind.HEADING for _, item in heads) else {(Rank.HAN, 1)}


def _opens_list(item: Item, under: list[Item]) -> bool:
    """二、公司业务范围为： over （一）机动车保险；, a sentence over its points."""
    plain = bool(under) and under[0].kind is not BlockKind.HEADING and not under[0].heading
    return plain and item.text[-1] in "：:" and under[0].text[-1] in "；;。"


def _demote_sentences(items: list[Item]) -> set[tuple[Rank, int]]:
    """Take the first sentences of 一、 for text where they say something, or as many of the list are one sentence.

    一、各地要把…列入规划。 makes a point, 一、加强领导。 heads one; 一、元旦：放假3天。 names what it tells in a line.
    Returns the rank, where no heading of it is left.
    """
    counted = [item for item in items if item.mark is not None and item.mark.rank in (Rank.HAN, Rank.HAN_BRACKET)]
    rank = min((item.mark.rank for item in counted if item.mark is not None), default=Rank.HAN)
    labelled = [item for item in counted if item.mark is not None and item.mark.rank is rank]
    running = [item for item in labelled if item.heading]
    if not running or any(item.kind is BlockKind.HEADING for item in labelled):
        return set()
    whole = [item for item in labelled if not item.heading and _is_sentence(item)]
    if len(whole) < len(running) and sum(map(_states, running)) * 2 < len(running) and not all(map(_tells, running)):
        return set()
    for item in running:
        item.heading = 0
    return {(rank, 1)}


_STATES = re.compile(
    r".+?(?:应当|应该|必须|不得|不准|可以|准予|予以|负责|规定了|提出|认为|反映|一律"
    r"|(?<![重主需必首紧纪摘概提简])要(?![求点素件闻害领义]))"
)
"""What a sentence says somebody is to do: 各地要…, 推广新式农具必须…."""
_SHORT_NOTE = 80


def _states(item: Item) -> bool:
    """Whether the first sentence of a labelled paragraph has somebody do something, as no heading does."""
    assert item.mark is not None
    return _STATES.match(item.text, item.mark.end, item.heading) is not None


def _tells(item: Item) -> bool:
    """Whether a labelled paragraph is a name and what is said of it in a line or two."""
    return item.text[item.heading] in "：:" and len(item.text) - item.heading <= _SHORT_NOTE


def _is_sentence(item: Item) -> bool:
    """Whether a labelled paragraph says something, and not how the document closes (本通知自…起施行)."""
    assert item.mark is not None
    rest = item.text[item.mark.end :]
    return (len(rest) > 20 or "，" in rest) and _CLOSING.match(rest) is None


def _set_kinds(items: list[Item], levels: dict[tuple[Rank, int], int], shift: int) -> None:
    for item in items:
        found = item.mark
        if found is None:
            continue
        level = levels.get((found.rank, found.depth), 0)
        if item.kind is BlockKind.HEADING or item.heading:
            item.level = level + shift if level else 0
            if not level:
                item.heading = 0
            continue
        if found.rank > Rank.PART and item.kind is BlockKind.PARAGRAPH and len(item.text) <= 400:
            item.kind = BlockKind.LIST_ITEM


def _doubt_gaps(items: list[Item], record: Record) -> None:
    """Doubt gaps in the numbering: （一） → （三）, 第八条 → 第十条."""
    last: dict[Rank, Label] = {}
    for item in items:
        found = item.mark
        if found is None or found.rank in (Rank.DECIMAL, Rank.LETTER):
            continue
        before = last.get(found.rank)
        if before is not None and found.number > before.number + 1 and found.number - before.number <= 5:
            record.doubt("doubt.number_gap", item.line, before=before.text, after=found.text)
        last[found.rank] = found
        for rank in [rank for rank in last if rank > found.rank]:
            if not (rank is Rank.ARTICLE or (rank is Rank.SECTION and found.rank is Rank.BOOK)):
                del last[rank]
