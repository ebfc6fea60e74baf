"""Who signs: those over the date; not those who printed the document."""

from __future__ import annotations

from reader.importing.repair.kinds import classify
from reader.importing.repair.line import Line
from reader.importing.structure import signing

CLOSING = "请认真贯彻执行。"


def found(*texts: str) -> tuple[str, ...] | None:
    body = [Line(text, number) for number, text in enumerate(texts, 1)]
    for line in body:
        line.kind = classify(line)
    signed = signing.find(body, ("云汀市人民政府",), set(), 0, len(body))
    return tuple(name for line in body[signed[0] : signed[1]] for name in signing.names(line.text)) if signed else None


def test_the_body_over_the_date_signs() -> None:
    assert found(CLOSING, "云汀市人民政府", "2030年9月16日") == ("云汀市人民政府",)


def test_the_office_over_the_day_of_printing_does_not_sign() -> None:
    assert found(CLOSING, "云汀市人民政府办公室", "2030年9月16日印发") is None


def test_an_office_signs_without_colon() -> None:
    assert found(CLOSING, "部　长：罗伟年", "2030年9月16日") == ("部长罗伟年",)


def test_a_clerk_of_a_court_is_no_secretary() -> None:
    assert found("本判决为终审判决。", "二〇三〇年二月十一日", "书　记　员　李　琪") != ("书记员李琪",)


def test_a_list_of_bodies_under_the_name_of_an_attachment_does_not_sign() -> None:
    assert found(CLOSING, "附：先进单位名单", "云汀市水利局", "石桥县人民政府") is None


def test_the_body_that_issues_signs_under_the_name_of_an_attachment() -> None:
    assert found(CLOSING, "附：先进单位名单", "云汀市人民政府") == ("云汀市人民政府",)
