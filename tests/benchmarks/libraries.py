"""Libraries of any size for benchmarks, made by a seeded generator out of the real gazettes."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from reader.model.search import IndexedDocument

GAZETTES = Path(__file__).resolve().parents[3] / "shared" / "gazettes"
DOCUMENTS_PER_ISSUE = 15
CHARACTERS_PER_DOCUMENT = 3_640
"""Mean length; with it 100 issues are about 16 MB of UTF-8, as real ones are."""

_CITIES = ("云汀市", "清源市", "安澜市", "望海市", "丰宁县", "白石县", "东湖区", "南屏区", "长治市", "晋城市")
_OFFICES = ("人民政府", "人民政府办公室", "财政局", "应急管理局", "水利局", "教育局", "卫生健康委员会", "自然资源局")
_SUBJECTS = ("医药储备", "防汛抗旱", "城市更新", "营商环境", "义务教育", "公共租赁住房", "水资源管理", "安全生产",
             "养老服务", "数字政府", "生态补偿", "乡村振兴", "古树名木保护", "政府采购", "地质灾害防治", "知识产权")
_KINDS = ("通知", "意见", "办法", "方案", "规划", "批复", "公告", "决定")
_SECTIONS = ("市政府文件", "市政府办公室文件", "市政府部门规范性文件", "人事任免", "大事记")
_PREFIXES = {"人民政府": "政发", "人民政府办公室": "政办发", "财政局": "财规", "应急管理局": "应急发", "水利局": "水规",
             "教育局": "教规", "卫生健康委员会": "卫规", "自然资源局": "自然资规"}


def gazettes_present() -> bool:
    """Whether the real gazettes lie beside the repository."""
    return GAZETTES.is_dir() and any(GAZETTES.glob("*.txt"))


def paragraphs() -> list[str]:
    """The paragraphs of the real gazettes, in their order, without blank lines and surrounding white space."""
    lines = [line.strip() for file in sorted(GAZETTES.glob("*.txt"))
             for line in file.read_text(encoding="utf-8").splitlines()]
    return [re.sub(r"</?\w+>|^#+\s*", "", line) for line in lines if line]


def documents(issues: int, seed: int = 4) -> Iterator[IndexedDocument]:
    """Documents of `issues` issues: runs of real paragraphs with other cities, digits and a share of new words, so that
    no two are alike and the number of different words and bigrams grows as it does in a real archive."""
    source = paragraphs()
    rng = random.Random(seed)
    names = _names(rng)
    for issue in range(issues):
        city = _CITIES[issue % len(_CITIES)]
        year, number = 1995 + issue // len(_CITIES) // 12 % 30, 1 + issue // len(_CITIES) % 12
        for ordinal in range(DOCUMENTS_PER_ISSUE):
            yield _document(rng, source, names, city, year, number, issue, ordinal)


def _document(rng: random.Random, source: list[str], names: list[str], city: str, year: int, number: int,
              issue: int, ordinal: int) -> IndexedDocument:
    office, subject, kind = rng.choice(_OFFICES), rng.choice(_SUBJECTS), rng.choice(_KINDS)
    issuer = city + office
    title = f"{issuer}关于{rng.choice(('印发', '做好', '加强'))}{city}{subject}{rng.choice(names)}{kind}的通知"
    sequence = issue * DOCUMENTS_PER_ISSUE + ordinal + 1
    printed = f"{city[0]}{_PREFIXES[office]}〔{year}〕{sequence}号"
    length = int(CHARACTERS_PER_DOCUMENT * rng.lognormvariate(-0.32, 0.8))
    lines, headings, size = [title, printed, f"{city}各县区人民政府："], [], 0
    at = rng.randrange(len(source))
    while size < length:
        line = _changed(rng, source[at % len(source)], city, names)
        lines.append(line)
        size += len(line) + 1
        if len(line) < 30 and re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）", line):
            headings.append(line)
        # Mostly the next paragraph, now and then a jump: texts share passages as real ones do, but are never the same.
        at = at + 1 if rng.random() < 0.8 else rng.randrange(len(source))
    date = f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    lines += [issuer, "{}年{}月{}日".format(*(int(part) for part in date.split("-")))]
    return IndexedDocument(
        id=f"d{issue:05d}-{ordinal:02d}", text="\n".join(lines) + "\n", title=title, number=printed, issuer=issuer,
        headings="\n".join(headings), publisher=f"{city}人民政府", year=year, issue_number=number, date=date,
        section=_SECTIONS[ordinal % len(_SECTIONS)], kind=kind)


def _changed(rng: random.Random, line: str, city: str, names: list[str]) -> str:
    line = re.sub("长治市|晋城市", city, line)
    line = re.sub(r"\d", lambda digit: rng.choice("0123456789") if rng.random() < 0.5 else digit[0], line)
    if rng.random() < 0.3:
        place = rng.randrange(len(line) + 1)
        line = line[:place] + rng.choice(names) + line[place:]
    return line


def _names(rng: random.Random) -> list[str]:
    """Invented place and project names out of 1,500 common characters: what grows with every real issue."""
    common = [chr(rng.randrange(0x4E00, 0x8FFF)) for _ in range(1_500)]
    return ["".join(rng.choices(common, k=rng.choice((2, 2, 3, 4)))) for _ in range(60_000)]


class StoredLibrary:
    """The documents of a benchmark library on the disk, as library.db would hold them. Any thread may read texts."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, check_same_thread=False)
        self.connection.execute("CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, text TEXT, facts TEXT)")

    def fill(self, source: Iterable[IndexedDocument]) -> None:
        """Keep documents."""
        with self.connection:
            self.connection.executemany(
                "INSERT OR REPLACE INTO documents VALUES (?, ?, ?)",
                ((one.id, one.text, json.dumps({**asdict(one), "id": "", "text": ""})) for one in source))

    def __iter__(self) -> Iterator[IndexedDocument]:
        for document_id, text, facts in self.connection.execute("SELECT id, text, facts FROM documents ORDER BY rowid"):
            yield IndexedDocument(**{**json.loads(facts), "id": document_id, "text": text})

    def text_of(self, document_id: str) -> str | None:
        """The text of a document, or None."""
        row = self.connection.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()
        return row[0] if row else None

    def text_bytes(self) -> int:
        """The size of all texts in UTF-8."""
        return int(self.connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM documents").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
