"""Packing values into JSON and back."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from reader.model.address import ClauseAddress
from reader.model.annotation import Anchor, Annotation
from reader.model.document import Block, Cell, DocumentFacts, Reference, Table
from reader.model.report import Doubt, Repair
from reader.storage.packing import pack, pack_fields, unpack, unpack_fields

WORDS = st.text(st.characters(exclude_categories=("Cs",)))
ANCHORS = st.builds(Anchor, rival=st.floats(0, 1))


@dataclass(frozen=True)
class Old:
    """A value before a field was added."""

    name: str


@dataclass(frozen=True)
class New:
    """The same after."""

    name: str
    size: int = 7


@given(st.lists(st.from_type(Block), max_size=5))
def test_blocks_come_back_as_they_were(blocks: list[Block]) -> None:
    assert unpack(pack(tuple(blocks), tuple[Block, ...]), tuple[Block, ...]) == tuple(blocks)


@given(st.one_of(st.builds(Annotation, anchor=st.none() | ANCHORS), st.from_type(Table), st.from_type(Reference),
                 st.from_type(DocumentFacts), st.from_type(Doubt)))
def test_nested_values_come_back_as_they_were(value: object) -> None:
    assert unpack(pack(value, type(value)), type(value)) == value


def test_a_thousand_equal_cells_take_one_column_less() -> None:
    cells = tuple(Cell(0, column, 0, 0) for column in range(1_000))
    assert "row_span" not in pack(cells, tuple[Cell, ...])


def test_a_field_added_later_gets_its_default() -> None:
    assert unpack(pack(Old("x"), Old), New) == New("x")
    assert unpack(pack((Old("x"), Old("y")), tuple[Old, ...]), tuple[New, ...]) == (New("x"), New("y"))


def test_empty_and_missing_values_come_back() -> None:
    assert unpack(pack((), tuple[Repair, ...]), tuple[Repair, ...]) == ()
    assert unpack(pack(None, Anchor | None), Anchor | None) is None


def test_only_the_fields_asked_for_are_packed() -> None:
    facts = DocumentFacts("key", "title", kind="通知")
    assert unpack_fields(pack_fields(facts, ("kind", "date")), DocumentFacts) == {"kind": "通知"}
    assert pack_fields(facts, ("date", "section")) == ""


def test_characters_outside_the_basic_plane_survive() -> None:
    address = ClauseAddress((("条", "𠮷"),))
    assert unpack(pack(address, ClauseAddress), ClauseAddress) == address
