"""Words are cut alike by rjieba, by jieba and by the dictionary on disk; the official terms are known to all."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from index.cutting import DICTIONARY, dictionary_entries, fast_words, fingerprint, pieces_of, plain_words, text_words
from index.query_words import QuestionWords, dictionary_file
from reader.searching.folding import fold
from tests.index.fictional import documents

rjieba_words = fast_words()
needs_rjieba = pytest.mark.skipif(rjieba_words is None, reason="rjieba has no wheel here")


def lines() -> list[str]:
    """Lines that are hard to cut: fictional documents, terms side by side, random characters."""
    rng = random.Random(11)
    terms = [word for word, _, _ in dictionary_entries()]
    mixed = ["".join(rng.choices(terms, k=4)) for _ in range(300)]
    # No character twice in a row: 公公公 can be cut in two ways that are equally likely.
    odd = ["".join(rng.sample("的政府办公室文发布2022年12.5%abcA-+#&_。，(〔 龘𠮷㐀", 30)) for _ in range(300)]
    return [fold(line) for line in [*(document.text for document in documents(30, seed=3)), *mixed, *odd]]


@needs_rjieba
def test_rjieba_and_jieba_give_the_same_words() -> None:
    assert rjieba_words is not None
    slow = plain_words()
    assert [list(text_words(line, rjieba_words, singles=True)) for line in lines()] == [
        list(text_words(line, slow, singles=True)) for line in lines()]


@needs_rjieba
@pytest.mark.corpus
def test_rjieba_and_jieba_give_the_same_words_for_the_gazettes(gazettes: Path) -> None:
    assert rjieba_words is not None
    slow = plain_words()
    for file in gazettes.glob("*.txt"):
        for line in fold(file.read_text(encoding="utf-8")).splitlines():
            assert rjieba_words(line) == slow(line)


def test_questions_are_cut_as_texts_are(cache: Path) -> None:
    import jieba

    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    with DICTIONARY.open("rb") as file:
        tokenizer.load_userdict(file)
    question = QuestionWords(cache)
    for line in lines():
        assert question(line) == list(tokenizer.cut(line, HMM=False))
    question.close()


def test_official_terms_are_words() -> None:
    words = rjieba_words or plain_words()
    for term, _, _ in dictionary_entries():
        assert term in words(f"按照{term}的要求"), term


def test_official_terms_are_listed_once_and_folded() -> None:
    terms = [word for word, _, _ in dictionary_entries()]
    assert len(terms) == len(set(terms)) > 150
    assert all(fold(term) == term and len(term) > 1 for term in terms)


def test_the_dictionary_on_disk_is_made_once_and_made_anew_when_damaged(tmp_path: Path) -> None:
    question = QuestionWords(tmp_path)
    words = question("医药储备管理办法")
    question.close()
    path = dictionary_file(tmp_path)
    assert fingerprint() in path.name
    made = path.stat().st_mtime_ns
    again = QuestionWords(tmp_path)
    assert again("医药储备管理办法") == words
    again.close()
    assert path.stat().st_mtime_ns == made
    path.write_bytes(b"damaged")
    mended = QuestionWords(tmp_path)
    assert mended("医药储备管理办法") == words
    mended.close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(("words", "pieces"), [
    (["医药", "储备"], ("医药", "储备")), (["谢", "斌"], ("谢斌",)), (["的", "工作"], ("工作",)),
    (["谢", "斌", "的", "任命"], ("谢斌", "任命")),
    (["医药", "，", "储备", "医药"], ("医药", "储备")), (["的"], ()), (["gb", "/", "t"], ("gb", "t")), ([], ()),
])
def test_pieces_are_words_and_runs_of_single_characters(words: list[str], pieces: tuple[str, ...]) -> None:
    assert pieces_of(words) == pieces


def test_long_lines_are_cut_in_slices() -> None:
    longest = []

    def words(text: str) -> list[str]:
        longest.append(len(text))
        return [text]

    assert list(text_words("医药" * 5_000 + "\n" + "储备", words, singles=False))
    assert max(longest) <= 4_000
    assert sum(longest) == 10_002


def test_without_rjieba_there_is_jieba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    assert fast_words() is None
    assert "规范性文件" in plain_words()("规范性文件管理")
