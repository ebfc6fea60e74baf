"""Folding: layout gone, and the way back."""

from __future__ import annotations

import random

from reader.anchoring.folding import FoldedText, dense, ink


def test_white_space_and_widths_are_folded() -> None:
    assert dense("第 一\n\u3000条（一）ＡＢ，Ｃ") == "第一条(一)ab,c"


def test_brackets_of_document_numbers_are_one() -> None:
    forms = ("安政发〔2022〕5号", "安政发［2022］5 号", "安政发[2022]5号", "安政发【２０２２】5号")
    assert {dense(form) for form in forms} == {"安政发[2022]5号"}


def test_every_dense_character_knows_its_offset() -> None:
    rng = random.Random(3)
    text = "".join(rng.choice("一二三𠮷ＡａB （〔\n\t\u3000\u200b１9") for _ in range(500))
    folded = FoldedText(text)
    assert len(folded.dense) == len(folded.offsets) == ink(text, len(text))
    assert all(dense(text[offset]) == character
               for character, offset in zip(folded.dense, folded.offsets, strict=True))


def test_index_and_range_are_inverse() -> None:
    folded = FoldedText(" 甲 乙\n丙 ")
    assert (folded.index(0), folded.index(3), folded.index(6)) == (0, 1, 3)
    assert folded.range(0, 2) == (1, 4)
