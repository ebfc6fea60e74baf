"""References to documents and clauses as ranges."""

from __future__ import annotations

from reader.importing.structure.references import find


def seen(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (
            text[found.start : found.end],
            found.title,
            found.key,
            "".join(unit + number for unit, number in found.address.steps) if found.address else "",
        )
        for found in find(text)
    ]


def test_a_title_with_its_number_is_one_reference() -> None:
    assert seen("按照《云川省公园条例》（云政发﹝2020﹞ 5 号）执行\n") == [
        ("《云川省公园条例》（云政发﹝2020﹞ 5 号）", "云川省公园条例", "云政发〔2020〕5号", "")
    ]


def test_finds_bare_numbers_and_clauses() -> None:
    assert seen("依据国办发〔2019〕42号，违反本办法第十条第二款第（五）项的\n") == [
        ("国办发〔2019〕42号", "", "国办发〔2019〕42号", ""),
        ("第十条第二款第（五）项", "", "", "条十款二项五"),
    ]


def test_a_clause_of_a_named_law_belongs_to_its_title() -> None:
    assert seen("《湖泊法》第三条规定\n") == [("《湖泊法》第三条", "湖泊法", "", "条三")]


def test_an_article_does_not_refer_to_itself() -> None:
    assert seen("第三条 本办法适用于公园。\n第四条 同上。\n") == []


def test_keeps_titles_within_titles() -> None:
    assert seen("《关于印发〈公园办法〉的通知》\n")[0][1] == "关于印发〈公园办法〉的通知"
