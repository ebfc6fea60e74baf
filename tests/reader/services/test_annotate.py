"""Annotations through the services, over a simple importer."""

from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path

import pytest

from reader.model.annotation import AnchorState, Mark, Style
from reader.model.document import DocumentFacts
from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, reattaching, tags
from reader.services.annotate import Selection
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import GAZETTE, FakeEngine

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def documents(library: Library, gazette: Path) -> tuple[DocumentFacts, ...]:
    """The two documents of the gazette, imported."""
    import_paths(library, [gazette], SilentJob())
    return catalogue.issues(library)[0].documents


def mark(library: Library, document_id: str, quote: str, **more: object) -> annotate.PlacedAnnotation:
    start = catalogue.document(library, document_id).text.index(quote)
    end = start + len(quote)
    return annotate.create(library, document_id, start=start, end=end, **more)  # type: ignore[arg-type]  # see tests


def test_a_range_is_marked_with_all_that_belongs_to_it(library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    made = mark(library, documents[0].id, "汛期以前", style="期限", note="**注意**", author="甲",
                tags=(" 安全 / 桥 ", "安全/桥", ""), mark=Mark.UNDERLINE)
    anchor = made.annotation.anchor
    assert anchor is not None
    assert (anchor.quote, made.placement.state) == ("汛期以前", AnchorState.EXACT)
    assert (made.annotation.key, made.annotation.tags, made.annotation.mark) == (
        documents[0].key, ("安全/桥",), Mark.UNDERLINE)
    assert annotate.annotations_of(library, documents[0].id) == (made,)


def test_annotations_outlive_the_program(library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    made = mark(library, documents[0].id, "古桥", note="𠮷")
    library.close()
    with Library.open(library.root, FakeEngine) as again:
        assert annotate.all_annotations(again) == (made,)


def test_lists_are_in_text_order_whatever_the_order_of_making(
        library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    third = mark(library, documents[1].id, "夜市每晚")
    second = mark(library, documents[0].id, "修好古桥")
    first = mark(library, documents[0].id, "总体要求")
    whole = annotate.create_on_document(library, documents[0].id, style="重点", note="整份", tags=())
    assert annotate.all_annotations(library) == (whole, first, second, third)


def test_a_selection_narrows_by_each_of_its_fields(library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    one = mark(library, documents[0].id, "总体要求", style="依据", tags=("安全/桥",))
    two = mark(library, documents[1].id, "六时", style="期限", note="Night", tags=("安全生产",))
    chosen = {
        Selection(tags=("安全",)): (one,), Selection(styles=("期限",)): (two,),
        Selection(document_ids=(documents[1].id,)): (two,), Selection(text="night"): (two,),
        Selection(text="总体"): (one,), Selection(ids=(one.annotation.id,)): (one,),
        Selection(states=(AnchorState.ORPHAN,)): (), Selection(): (one, two)}
    assert {selection: annotate.all_annotations(library, selection) for selection in chosen} == chosen


def test_saving_replaces_and_deleting_can_be_taken_back(library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    made = mark(library, documents[0].id, "古桥").annotation
    changed = dataclasses.replace(made, note="新", tags=("甲", "乙"), style="疑问")
    annotate.save(library, changed)
    assert annotate.annotation(library, made.id) == changed
    assert annotate.delete(library, made.id) == changed
    assert annotate.all_annotations(library) == ()
    assert annotate.trash(library) == (changed,)
    annotate.restore(library, made.id)
    assert annotate.annotation(library, made.id) == changed
    annotate.delete(library, made.id)
    annotate.save(library, made)
    assert annotate.annotation(library, made.id) == made


def test_the_trash_is_emptied_of_what_is_old(library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    made = mark(library, documents[0].id, "古桥").annotation
    annotate.delete(library, made.id)
    assert annotate.empty_trash(library) == 0
    library.notes.execute("UPDATE annotations SET deleted = '2020-01-01T00:00:00.000Z'")
    assert annotate.empty_trash(library) == 1
    assert annotate.trash(library) == ()


def test_tags_are_counted_without_the_trash(library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    mark(library, documents[0].id, "古桥", tags=("甲", "乙"))
    gone = mark(library, documents[0].id, "汛期", tags=("甲", "丙"))
    annotate.delete(library, gone.annotation.id)
    assert annotate.tags(library) == (("乙", 1), ("甲", 1))


def test_styles_can_be_changed_and_added(library: Library) -> None:
    assert [style.name for style in annotate.styles(library)] == [
        "重点", "依据", "期限", "责任", "金额", "疑问", "存档", "其他"]
    annotate.save_style(library, Style("重点", "要紧", "#ffffff", "#000000", 1))
    annotate.save_style(library, Style("自定", "自定", "#eeeeee", "#111111"))
    found = [(style.name, style.label) for style in annotate.styles(library)]
    assert (found[0], found[8:]) == (("重点", "要紧"), [("自定", "自定")])


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 3), (0, 10_000)])
def test_a_range_outside_the_text_is_refused(
        library: Library, documents: tuple[DocumentFacts, ...], start: int, end: int) -> None:
    with pytest.raises(UserError) as fault:
        annotate.create(library, documents[0].id, start=start, end=end)
    assert fault.value.code == "range.invalid"


def test_unknown_styles_documents_and_annotations_are_told(
        library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    with pytest.raises(UserError) as fault:
        annotate.create(library, documents[0].id, start=0, end=3, style="没有")
    assert (fault.value.code, "重点" in str(fault.value.facts["known"])) == ("style.unknown", True)
    with pytest.raises(UserError) as fault:
        annotate.annotations_of(library, "d0")
    assert fault.value.code == "document.unknown"
    for verb in (annotate.delete, annotate.restore):
        with pytest.raises(UserError) as fault:
            verb(library, "no such id")
        assert fault.value.code == "annotation.unknown"


def test_annotations_follow_their_words_when_the_file_changes(
        library: Library, documents: tuple[DocumentFacts, ...], gazette: Path) -> None:
    made = mark(library, documents[0].id, "汛期以前修好古桥").annotation
    added = "一、总体要求\n本通知自印发之日起施行，请各单位遵照执行。\n"
    gazette.write_text(GAZETTE.replace("一、总体要求\n", added), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    (placed,) = annotate.all_annotations(library)
    text = catalogue.document(library, placed.document_id).text
    assert (placed.annotation, placed.placement.state) == (made, AnchorState.MOVED)
    assert text[placed.placement.start:placed.placement.end] == "汛期以前修好古桥"


def test_annotations_whose_words_are_gone_become_orphans_not_wrong(
        library: Library, documents: tuple[DocumentFacts, ...], gazette: Path) -> None:
    mark(library, documents[0].id, "各单位应当在汛期以前修好古桥。")
    gazette.write_text(GAZETTE.replace("各单位应当在汛期以前修好古桥。", "本件已废止。"), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    (placed,) = annotate.all_annotations(library)
    assert (placed.placement.state, placed.placement.start) == (AnchorState.ORPHAN, None)


def test_annotations_of_a_document_that_is_gone_are_kept(
        library: Library, documents: tuple[DocumentFacts, ...], gazette: Path) -> None:
    made = mark(library, documents[1].id, "六时").annotation
    gazette.write_text(GAZETTE.partition("# 云汀市人民政府关于夜市")[0], encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    (placed,) = annotate.all_annotations(library)
    assert (placed.annotation, placed.document_id, placed.placement.state) == (made, "", AnchorState.ORPHAN)


def test_annotations_show_on_every_edition_and_are_listed_on_their_own(
        library: Library, documents: tuple[DocumentFacts, ...], tmp_path: Path) -> None:
    made = mark(library, documents[0].id, "修好古桥").annotation
    other = tmp_path / "另一版.txt"
    other.write_text("另刊\n" + GAZETTE, encoding="utf-8")
    import_paths(library, [other], SilentJob())
    editions = catalogue.editions(library, documents[0].key)
    assert len(editions) == 2
    for edition in editions:
        assert [placed.annotation for placed in annotate.annotations_of(library, edition.id)] == [made]
    assert [placed.document_id for placed in annotate.all_annotations(library)] == [documents[0].id]
    chosen = Selection(document_ids=(editions[1].id,))
    assert [placed.document_id for placed in annotate.all_annotations(library, chosen)] == [editions[1].id]


def test_a_place_found_for_an_anchor_that_changed_meanwhile_is_not_kept(
        library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    from reader.model.annotation import Placement
    from reader.storage import annotations_rows as rows

    made = mark(library, documents[0].id, "古桥").annotation
    moved = mark(library, documents[0].id, "汛期").annotation.anchor
    annotate.save(library, dataclasses.replace(made, anchor=moved))
    rows.write_placement(library.notes, made, documents[0].id, "hash", Placement(AnchorState.EXACT, 0, 2))
    assert (made.id, documents[0].id) not in rows.placements_in(library.notes, [documents[0].id])


def test_a_full_disk_loses_no_annotation_and_reading_goes_on(
        library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    made = mark(library, documents[0].id, "古桥")
    # What a full disk is to SQLite: no page may be added.
    pages = library.notes.execute("PRAGMA page_count").fetchone()[0]
    library.notes.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError) as fault:
        mark(library, documents[0].id, "汛期", note="长" * 100_000)
    assert fault.value.code == "disk.full"
    assert made in annotate.all_annotations(library)
    assert library.notes.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not library.notes.in_transaction


def test_tags_with_odd_characters_and_a_long_note_are_kept(
        library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    odd = ("a'b\"c;--", "<script>", "标签 内 空格", "𠮷")
    made = mark(library, documents[0].id, "古桥", note="长" * 350_000, tags=odd)
    found = annotate.annotation(library, made.annotation.id)
    assert (found.tags, len(found.note)) == (odd, 350_000)


def test_foreign_keys_are_on(library: Library) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        library.notes.execute("INSERT INTO tags VALUES ('nothing', 0, 'x')")


def test_a_tag_is_renamed_with_all_below_it_and_merged(library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    one = mark(library, documents[0].id, "古桥", tags=("安全", "安全/桥", "安全生产")).annotation
    two = mark(library, documents[0].id, "汛期", tags=("应急",)).annotation
    before = tags.rename(library, "安全", "应急")
    assert before == (one,)
    assert annotate.annotation(library, one.id).tags == ("应急", "应急/桥", "安全生产")
    assert dict(annotate.tags(library)) == {"应急": 2, "应急/桥": 1, "安全生产": 1}
    for annotation in before:
        annotate.save(library, annotation)
    assert annotate.annotation(library, one.id) == one
    assert annotate.annotation(library, two.id) == two


def test_a_tag_is_deleted_from_all(library: Library, documents: tuple[DocumentFacts, ...]) -> None:
    one = mark(library, documents[0].id, "古桥", tags=("甲", "乙/丙")).annotation
    tags.delete(library, "乙")
    assert annotate.annotation(library, one.id).tags == ("甲",)
    with pytest.raises(UserError) as fault:
        tags.rename(library, "甲", " / ")
    assert fault.value.code == "tag.empty"


def test_an_orphan_is_attached_by_hand(library: Library, documents: tuple[DocumentFacts, ...], gazette: Path) -> None:
    made = mark(library, documents[0].id, "各单位应当在汛期以前修好古桥。", note="留着").annotation
    gazette.write_text(GAZETTE.replace("各单位应当在汛期以前修好古桥。", "本件已废止。"), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    with pytest.raises(UserError) as fault:
        reattaching.confirm(library, made.id, documents[0].id)
    assert fault.value.code == "annotation.placeless"
    start = catalogue.document(library, documents[0].id).text.index("本件")
    placed = reattaching.attach(library, made.id, documents[0].id, start, start + 5)
    assert placed.placement.state is AnchorState.EXACT
    assert placed.annotation.anchor is not None
    assert (placed.annotation.anchor.quote, placed.annotation.note) == ("本件已废止", "留着")


def test_a_moved_place_is_confirmed(library: Library, documents: tuple[DocumentFacts, ...], gazette: Path) -> None:
    made = mark(library, documents[0].id, "汛期以前修好古桥").annotation
    gazette.write_text(GAZETTE.replace("一、总体要求", "一、总体的要求和打算"), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    assert annotate.all_annotations(library)[0].placement.state is AnchorState.MOVED
    placed = reattaching.confirm(library, made.id, documents[0].id)
    assert (placed.annotation.id, placed.placement.state) == (made.id, AnchorState.EXACT)


@pytest.mark.parametrize(("chosen", "found"), [
    (Selection(since="2024-05-02"), [2, 3]), (Selection(until="2024-05-02"), [1, 2]),
    (Selection(since="2024-05-02", until="2024-05-02"), [2]), (Selection(since="2024-05-04"), []),
])
def test_annotations_are_chosen_by_the_day_of_their_last_change(
        library: Library, documents: tuple[DocumentFacts, ...], chosen: Selection, found: list[int]) -> None:
    for day in (1, 2, 3):
        made = mark(library, documents[0].id, "古桥", note=str(day)).annotation
        noon = f"2024-05-{day:02}T12:00:00.000Z"  # the same day wherever the test runs but in the middle of the Pacific
        annotate.save(library, dataclasses.replace(made, modified=noon))
    assert sorted(int(one.annotation.note) for one in annotate.all_annotations(library, chosen)) == found
