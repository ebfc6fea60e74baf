"""The index finds what reading every text finds: all of it, and nothing else."""

from __future__ import annotations

import random

import pytest

from index.engine import Engine
from reader.model.errors import Cancelled
from reader.model.job import SilentJob
from reader.model.search import Filters, IndexedDocument, Match, SearchQuery
from reader.searching.query import Field, FieldTerm
from reader.searching.scanning import scan


def substrings(library: list[IndexedDocument], count: int, seed: int) -> list[str]:
    """Random substrings of the texts, one to sixteen characters, without white space at their ends."""
    rng = random.Random(seed)
    found: list[str] = []
    while len(found) < count:
        text = rng.choice(library).text
        start = rng.randrange(len(text))
        string = text[start:start + rng.choice((1, 1, 2, 2, 3, 4, 6, 8, 12, 16))]
        if string.strip() == string and string.strip('"“”'):
            found.append(string)
    return found


def test_a_thousand_substrings_are_found_in_every_document_and_place(filled: Engine,
                                                                     library: list[IndexedDocument]) -> None:
    for string in substrings(library, 1_000, seed=4):
        query = SearchQuery(string, strict=True)
        exact = {answer.id for answer in filled.query(query) if answer.match is Match.EXACT}
        assert exact == {document.id for document in library if string in document.text}, repr(string)
        for document in library[::10]:
            places = filled.places(query, document.text)
            assert [document.text[start:end] for start, end in places if document.id in exact] == (
                [string] * document.text.count(string)), repr(string)


@pytest.mark.parametrize("strict", [False, True])
def test_substrings_are_found_alike_with_and_without_the_index(filled: Engine, library: list[IndexedDocument],
                                                               strict: bool) -> None:
    for string in substrings(library, 250, seed=5):
        for typed in (string, f'"{string}"'):
            query = SearchQuery(typed, strict=strict)
            assert _outcome(filled.query(query)) == _outcome(scan(query, library, filled.pieces)), repr(typed)


@pytest.mark.parametrize("typed", [
    "医药 储备", "医药储备管理", "医药 OR 条例", "医药 -条例", "-医药", "(医药 OR 条例) -施行", "医药*办法",
    "供*例 -医", "标题:医药",
    "标题:医 储备", "标题:(医药 OR 第7号)", "机关:云汀", "章节:总则", "类型:通知", "栏目:办公室", "公报:望海 的",
    "年:2003", "年:2003..2005 医药",
    "期:5 -医药", "日期:2003-03..2004", "日期:..2001", "文号:云政发〔2000〕1号", "文号:2004", "云政发 2000 1",
    "云政发〔2000〕1号",
    "医药 NEAR 条例", "医药 NEAR/3 条例", "NEAR(医药 条例 废止, 12)", "的 NEAR/2 和", "医*法 NEAR 条例",
    "2021年3月1日", "二零二一年三月",
    '"医药储备"', '"2021年3月1日"', "國務院令第748号", "gdp", "[2000]", "。 第三条", "𠮷", "标签:甲",
    "医药 -标签:甲", "批注:没有",
])
def test_a_question_is_answered_alike_with_and_without_the_index(filled: Engine, library: list[IndexedDocument],
                                                                 typed: str) -> None:
    given = {FieldTerm(Field.TAG, "甲"): frozenset({"d3", "d5", "gone"})}
    query = SearchQuery(typed)
    expected = _outcome(scan(query, library, filled.pieces, given))
    assert _outcome(filled.query(query, given)) == expected
    assert expected or typed in ("批注:没有",)


@pytest.mark.parametrize("filters", [
    Filters(publishers=("望海市人民政府",)), Filters(years=(2003, 2007)), Filters(years=(None, 2002)),
    Filters(numbers=(2, 3)),
    Filters(dates=("2003", "2004-05")), Filters(sections=("人事任免",)), Filters(kinds=("通知", "意见")),
    Filters(issuers=("云汀市",)),
    Filters(publishers=("云汀市人民政府",), years=(2004, None), kinds=("通知",)), Filters(publishers=("没有",)),
])
def test_filters_narrow_alike_with_and_without_the_index(filled: Engine, library: list[IndexedDocument],
                                                         filters: Filters) -> None:
    query = SearchQuery("医药", filters=filters)
    assert _outcome(filled.query(query)) == _outcome(scan(query, library, filled.pieces))


def test_a_string_longer_than_any_phrase_is_found(filled: Engine, library: list[IndexedDocument]) -> None:
    text = max((document.text for document in library), key=len)
    for length in (40, 41, 42, 200, len(text) - 2):
        string = text[1:1 + length].strip()
        found = [answer.id for answer in filled.query(SearchQuery(f'"{string}"'))]
        assert found == [document.id for document in library if document.text == text]


def _outcome(answers: object) -> set[tuple[str, Match]]:
    return {(answer.id, answer.match) for answer in answers}  # type: ignore[attr-defined]


class Stopped(SilentJob):
    """A job whose user has lost patience."""

    def check_cancelled(self) -> None:
        raise Cancelled


def test_a_slow_question_can_be_stopped(filled: Engine, library: list[IndexedDocument]) -> None:
    query = SearchQuery("医*法")
    with pytest.raises(Cancelled):
        filled.query(query, job=Stopped())
    with pytest.raises(Cancelled):
        scan(query, library, job=Stopped())
    assert filled.query(query)


def random_question(rng: random.Random, library: list[IndexedDocument], depth: int = 0) -> str:
    """A question of terms, fields and operators, as a user might type it."""
    if depth < 3 and rng.random() < 0.5:
        parts = [random_question(rng, library, depth + 1) for _ in range(rng.randint(2, 3))]
        joined = rng.choice((" ", " OR ", " -", " AND ")).join(parts)
        return f"({joined})" if depth else joined
    term = rng.choice(substrings(library, 3, rng.randrange(1_000_000)))
    return rng.choice((
        term, f'"{term}"', term[:2], f"标题:{term[:2]}", f"机关:{term[:1]}", f"年:{2000 + rng.randrange(25)}",
        f"期:..{rng.randrange(13)}",
        f"日期:{2000 + rng.randrange(25)}-03..", f"{term[:2]} NEAR/{rng.randrange(30)} {term[-1:]}",
        f"{term[:1]}*{term[-1:]}",
        f"类型:{rng.choice('通知意见')}", f"云政发 {rng.randrange(30)} 号 {2000 + rng.randrange(25)}"))


def test_random_questions_are_answered_alike_with_and_without_the_index(filled: Engine,
                                                                        library: list[IndexedDocument]) -> None:
    rng = random.Random(77)
    answered = 0
    for _ in range(150):
        query = SearchQuery(random_question(rng, library), strict=rng.random() < 0.2)
        expected = _outcome(scan(query, library, filled.pieces))
        assert _outcome(filled.query(query)) == expected, query
        answered += bool(expected)
    assert answered > 60
