"""Reading positions, sessions, bookmarks, kept searches."""

from __future__ import annotations

import dataclasses

from reader.model.search import Filters, SearchQuery
from reader.services import positions, searches
from reader.services.library import Library
from reader.services.positions import Session
from tests.building import FakeEngine


def test_the_place_last_read_is_kept_by_document(library: Library) -> None:
    assert positions.position(library, "甲") is None
    positions.save_position(library, "甲", 7)
    positions.save_position(library, "甲", 9)
    positions.save_position(library, "乙", 0)
    library.close()
    with Library.open(library.root, FakeEngine) as again:
        assert (positions.position(again, "甲"), positions.position(again, "乙")) == (9, 0)


def test_the_session_is_kept(library: Library) -> None:
    assert positions.session(library) == Session()
    session = Session(("甲", "乙"), "乙")
    positions.save_session(library, session)
    assert positions.session(library) == session


def test_bookmarks_are_kept_in_text_order_and_can_be_taken_back(library: Library) -> None:
    late = positions.add_bookmark(library, "甲", 50, "后")
    early = positions.add_bookmark(library, "甲", 5, "前")
    other = positions.add_bookmark(library, "乙", 1, "")
    assert positions.bookmarks(library, "甲") == (early, late)
    assert set(positions.bookmarks(library)) == {early, late, other}
    positions.remove_bookmark(library, late.id)
    assert positions.bookmarks(library, "甲") == (early,)
    positions.save_bookmark(library, dataclasses.replace(late, label="改"))
    assert [found.label for found in positions.bookmarks(library, "甲")] == ["前", "改"]


def test_a_search_is_kept_under_its_name(library: Library) -> None:
    query = SearchQuery("古桥", limit=10, filters=Filters(years=(2020, None), tags=("安全",)), strict=True)
    searches.save(library, "桥", SearchQuery("桥"))
    searches.save(library, "桥", query)
    assert [(found.name, found.query) for found in searches.saved(library)] == [("桥", query)]
    searches.forget(library, "桥")
    assert searches.saved(library) == ()


def test_the_history_has_each_question_once_the_last_first(library: Library) -> None:
    for text in ("甲", "乙", "甲"):
        searches.remember(library, text)
    assert searches.history(library) == ("甲", "乙")
    for number in range(99):
        searches.remember(library, str(number))
    assert len(searches.history(library)) == searches.LONGEST_HISTORY
    searches.clear_history(library)
    assert searches.history(library) == ()


def test_the_documents_read_last_come_first(library: Library) -> None:
    for key in ("甲", "乙", "丙", "甲"):
        positions.save_position(library, key, 1)
    assert positions.recent(library, 9) == ("甲", "丙", "乙")
    assert positions.recent(library, 1) == ("甲",)


def test_places_kept_together_are_all_there_the_last_one_first(library: Library) -> None:
    positions.save_positions(library, {"甲": 3, "乙": 5})
    assert (positions.position(library, "甲"), positions.position(library, "乙")) == (3, 5)
    assert positions.recent(library, 2) == ("乙", "甲")
