"""Putting right what the importer found, over a simple importer that obeys starts and titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.annotation import AnchorState
from reader.model.correction import CorrectionKind
from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, corrections
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import GAZETTE

pytestmark = pytest.mark.usefixtures("simple_importer")
BRIDGE, MARKET = "云汀市人民政府关于修缮古桥的通知", "云汀市人民政府关于夜市的意见"


@pytest.fixture
def issue_id(library: Library, gazette: Path) -> str:
    """The imported gazette."""
    issue = import_paths(library, [gazette], SilentJob()).files[0].issue_id
    assert issue is not None
    return issue


def titles(library: Library) -> list[str]:
    return [facts.title for facts in catalogue.issues(library)[0].documents]


def ids(library: Library) -> list[str]:
    return [facts.id for facts in catalogue.issues(library)[0].documents]



def test_a_document_is_split_where_asked_and_joined_again(library: Library, issue_id: str) -> None:
    first = ids(library)[0]
    offset = catalogue.document(library, first).text.index("各单位")
    report = corrections.split(library, first, offset + 2)
    assert (report.status.value, report.documents) == ("updated", 3)
    assert titles(library)[1].startswith("各单位应当")
    assert ids(library)[0] == first
    (made,) = corrections.corrections(library, issue_id)
    assert (made.kind, made.line_text) == (CorrectionKind.START, "各单位应当在汛期以前修好古桥。")
    corrections.withdraw(library, made.id)
    assert titles(library) == [BRIDGE, MARKET]
    assert corrections.corrections(library, issue_id) == ()


def test_a_document_is_joined_to_the_one_before(library: Library, issue_id: str) -> None:
    corrections.merge_with_previous(library, ids(library)[1])
    assert titles(library) == [BRIDGE]
    assert "夜市每晚" in catalogue.document(library, ids(library)[0]).text
    assert catalogue.issue(library, issue_id).text.count("夜市每晚") == 1


def test_a_start_is_moved_down_and_up_and_back(library: Library, issue_id: str) -> None:
    second = ids(library)[1]
    corrections.move_start(library, second, catalogue.document(library, second).text.index("夜市每晚"))
    assert titles(library)[1].startswith("夜市每晚")
    made = corrections.corrections(library, issue_id)
    assert len(made) == 2
    corrections.withdraw_all(library, [one.id for one in made])
    assert titles(library) == [BRIDGE, MARKET]
    first, second = ids(library)
    up = catalogue.document(library, first).text.index("各单位")
    corrections.move_start(library, second, up, within=first)
    assert titles(library)[1].startswith("各单位")


def test_a_fact_is_put_right_and_the_later_word_counts(library: Library, issue_id: str) -> None:
    corrections.set_fact(library, ids(library)[1], "title", "误")
    corrections.set_fact(library, ids(library)[1], "title", "关于夜市的若干意见")
    assert titles(library) == [BRIDGE, "关于夜市的若干意见"]
    assert len(corrections.corrections(library, issue_id)) == 1


def test_a_correction_survives_another_import_and_a_changed_file(
        library: Library, issue_id: str, gazette: Path) -> None:
    corrections.merge_with_previous(library, ids(library)[1])
    gazette.write_text(GAZETTE.replace("汛期", "冬季"), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    assert titles(library) == [BRIDGE]
    assert len(corrections.corrections(library, issue_id)) == 1


def test_annotations_stay_on_their_words_when_their_document_is_split(library: Library, issue_id: str) -> None:
    first = ids(library)[0]
    text = catalogue.document(library, first).text
    start = text.index("汛期以前修好古桥")
    made = annotate.create(library, first, start=start, end=start + 8)
    corrections.split(library, first, text.index("各单位"))
    (placed,) = annotate.all_annotations(library)
    assert placed.annotation == made.annotation
    assert placed.placement.state in {AnchorState.EXACT, AnchorState.MOVED}
    where = catalogue.document(library, placed.document_id).text
    assert where[placed.placement.start:placed.placement.end] == "汛期以前修好古桥"
    assert [len(annotate.annotations_of(library, found)) for found in ids(library)] == [0, 1, 0]
    chosen = annotate.Selection(document_ids=(first,))
    assert annotate.all_annotations(library, chosen) == ()
    assert issue_id


def test_what_makes_no_sense_is_refused(library: Library, issue_id: str) -> None:
    first = ids(library)[0]
    for act, code in (
            (lambda: corrections.split(library, first, 0), "correction.at_start"),
            (lambda: corrections.split(library, first, 10_000), "range.invalid"),
            (lambda: corrections.merge_with_previous(library, first), "correction.is_first"),
            (lambda: corrections.move_start(library, first, 2), "correction.at_start"),
            (lambda: corrections.set_fact(library, first, "characters", "9"), "correction.field"),
            (lambda: corrections.withdraw(library, "nothing"), "correction.unknown")):
        with pytest.raises(UserError) as fault:
            act()
        assert fault.value.code == code
    assert corrections.corrections(library, issue_id) == ()


def test_a_correction_that_cannot_be_applied_is_not_kept(library: Library, gazette: Path) -> None:
    gazette.write_text(GAZETTE + "REFUSE\n", encoding="utf-8")
    issue_id = import_paths(library, [gazette], SilentJob()).files[0].issue_id
    assert issue_id is not None
    with pytest.raises(UserError):
        corrections.merge_with_previous(library, ids(library)[1])
    assert corrections.corrections(library, issue_id) == ()
    assert titles(library) == [BRIDGE, MARKET]


def test_a_state_of_corrections_can_be_put_back_whole(library: Library, issue_id: str) -> None:
    corrections.set_fact(library, ids(library)[0], "title", "甲")
    before = corrections.corrections(library, issue_id)
    corrections.set_fact(library, ids(library)[0], "title", "乙")
    after = corrections.corrections(library, issue_id)
    corrections.set_corrections(library, issue_id, before)
    assert (titles(library)[0], corrections.corrections(library, issue_id)) == ("甲", before)
    corrections.set_corrections(library, issue_id, after)
    assert titles(library)[0] == "乙"
    corrections.set_corrections(library, issue_id, ())
    assert titles(library) == [BRIDGE, MARKET]


def test_facts_of_an_issue_are_put_right_and_taken_back(library: Library, issue_id: str) -> None:
    corrections.set_issue_facts(library, issue_id, {"publisher": "望海市人民政府", "number": "8"})
    corrections.set_issue_facts(library, issue_id, {"number": "9"})
    facts = catalogue.issue_facts(library, issue_id)
    assert (facts.publisher, facts.number) == ("望海市人民政府", 9)
    assert [(one.field, one.value) for one in corrections.corrections(library, issue_id)] == [
        ("publisher", "望海市人民政府"), ("number", "9")]
    corrections.set_corrections(library, issue_id, ())
    assert catalogue.issue_facts(library, issue_id).number == 3


def test_a_fact_that_no_issue_has_is_refused(library: Library, issue_id: str) -> None:
    with pytest.raises(UserError) as fault:
        corrections.set_issue_facts(library, issue_id, {"colour": "red"})
    assert fault.value.code == "correction.field"
