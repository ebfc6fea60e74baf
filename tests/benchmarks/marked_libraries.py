"""Fill a library with many annotations, quickly and always the same: `python -m … LIBRARY PER_DOCUMENT|all COUNT`."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.model.annotation import DEFAULT_STYLES, Anchor, Annotation, Mark
from reader.model.document import Document
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, placing
from reader.services.library import Library
from tests.building import FakeEngine

WORDS = ("要紧", "请财政局核对金额", "年底以前办结", "与去年的口径不同，开会时提出来", "见附件2", "**先问法规处**")
TAGS = ("安全/责任", "安全", "财政/补助", "待办", "民生/养老", "期限/年底")


def annotations(document: Document, source: str, count: int, rng: random.Random) -> Iterator[Annotation]:
    """Ranges of 4 to 120 characters all over a document, overlapping here and there; a third with notes."""
    text = document.text
    for number in range(count):
        start = rng.randrange(max(1, len(text) - 121))
        end = min(len(text), start + rng.randint(4, 120))
        moment = f"2025-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T08:00:{number % 60:02}.{number % 1000:03}Z"
        anchor = Anchor(start, end, text[start:end], text[max(0, start - 32):start], text[end:end + 32], "第三条",
                        rival=0.2)
        yield Annotation(
            id=f"{rng.getrandbits(128):032x}", key=document.facts.key, source=source, anchor=anchor,
            style=rng.choice(DEFAULT_STYLES).name, created=moment, modified=moment,
            author=rng.choice(("", "张三", "李四")), mark=rng.choice((Mark.HIGHLIGHT, Mark.HIGHLIGHT, Mark.UNDERLINE)),
            note=rng.choice(WORDS) * rng.randint(1, 6) if rng.random() < 0.33 else "",
            tags=tuple(rng.sample(TAGS, rng.randint(0, 2))))


def fill(root: Path, only: str, count: int) -> None:
    """Write `count` annotations on the document `only`, or spread over all by length, and place them."""
    rng = random.Random(5)
    with Library.open(root, FakeEngine) as library:
        found = [(document, entry.facts.source) for entry in catalogue.issues(library)
                 for facts in entry.documents for document in (catalogue.document(library, facts.id),)
                 if only in ("all", facts.id)]
        total = sum(len(document.text) for document, _ in found)
        made = [one for document, source in found
                for one in annotations(document, source, round(count * len(document.text) / total), rng)]
        annotate.apply(library, made)
        placing.place_anew(library, SilentJob())


if __name__ == "__main__":
    fill(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
