"""Fictional documents for tests of the index, made from a seed, with all that makes strings hard to find."""

from __future__ import annotations

import random

from reader.model.search import IndexedDocument

_PHRASES = (
    "医药储备管理办法", "应当按照规定办理", "云汀市人民政府", "各县（区）人民政府", "营商环境", "公共租赁住房",
    "突发事件应急预案", "第三条",
    "（一）明确范围", "“十四五”规划", "《云汀市供水条例》", "PM2.5", "ＧＤＰ增长6.5%", "二〇二一年三月一日",
    "2021年3月1日", "国務院令第748號",
    "责任单位：市财政局", "的", "和", "的的", "𠮷祥路", "12.5—13.8万元", "自发布之日起施行", "同时废止", "a",
    "ABC-1", "\u200b", "……",
)
_BETWEEN = ("，", "。", "、", "；", "", "", "\n", " ", "\u3000", "\t", "  ")
_PREFIXES = ("云政发", "云政办发", "临财规", "望政发")
_KINDS = ("通知", "意见", "办法", "批复")
_SECTIONS = ("市政府文件", "市政府办公室文件", "人事任免")


def documents(count: int, seed: int = 1, length: int = 60) -> list[IndexedDocument]:
    """Documents without repetition of ids; about `length` phrases each, some of random characters."""
    rng = random.Random(seed)
    return [_document(rng, number, length) for number in range(count)]


def _document(rng: random.Random, number: int, length: int) -> IndexedDocument:
    year, sequence = 2000 + number % 25, number + 1
    printed = rng.choice(("{}〔{}〕{}号", "{}[{}]{}号", "{}（{}）{}号", "{}〔{}〕 {} 号")).format(
        _PREFIXES[number % len(_PREFIXES)], year, sequence)
    title = f"关于印发{rng.choice(_PHRASES)}第{sequence}号工程{rng.choice(_KINDS)}的通知"
    parts = [title, "\n", printed, "\n"]
    for _ in range(rng.randint(1, 2 * length)):
        parts.append(rng.choice(_PHRASES) if rng.random() < 0.7 else invented(rng))
        parts.append(rng.choice(_BETWEEN))
    return IndexedDocument(
        id=f"d{number}", text="".join(parts) + "\n", title=title, number=printed, issuer="云汀市人民政府",
        headings="第一章 总则\n第二章 附则", publisher=("云汀市人民政府", "望海市人民政府")[number % 2], year=year,
        issue_number=number % 12 + 1, date=f"{year}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        section=_SECTIONS[number % 3], kind=_KINDS[number % 4])


def invented(rng: random.Random) -> str:
    """A word of random characters out of three hundred."""
    return "".join(chr(0x4E00 + 7 * rng.randrange(300)) for _ in range(rng.randint(1, 4)))
