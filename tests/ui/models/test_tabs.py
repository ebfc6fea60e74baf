"""Tabs and sides as values."""

from __future__ import annotations

from reader.model.document import DocumentFacts
from ui.models.tabs import LEFT, MOST_CLOSED, MOST_HELD, RIGHT, Opened, Tab, Tabs


def filled(left: str, right: str = "") -> tuple[Tabs, dict[str, Tab]]:
    """Tabs of documents called by single letters; the last of each side is in front, the left side has the focus."""
    tabs = Tabs()
    made: dict[str, Tab] = {}
    for at, names in ((LEFT, left), (RIGHT, right)):
        for name in names:
            tab = made[name] = tabs.make(DocumentFacts(name, name, id=name), kept=True)
            tabs.sides[at].insert(tab)
            tabs.sides[at].bring(tab)
    return tabs, made


def names(tabs: Tabs, at: int = LEFT) -> str:
    return "".join(tab.facts.id for tab in tabs.sides[at].tabs)


def test_a_new_tab_stands_behind_the_one_in_front() -> None:
    tabs, made = filled("ABC")
    tabs.side.bring(made["A"])
    tabs.side.insert(tabs.make(DocumentFacts("D", "D", id="D")))
    assert names(tabs) == "ADBC"


def test_closing_shows_the_tab_used_before() -> None:
    tabs, made = filled("ABC")
    tabs.side.bring(made["A"])
    tabs.close(made["A"].number)
    assert tabs.front is made["C"]
    assert [one.tab.facts.id for one in tabs.closed] == ["A"]


def test_closing_another_tab_leaves_the_one_in_front() -> None:
    tabs, made = filled("ABC")
    tabs.close(made["B"].number)
    assert (names(tabs), tabs.front) == ("AC", made["C"])


def test_only_the_latest_closed_tabs_are_remembered() -> None:
    tabs, made = filled("".join(chr(0x4E00 + n) for n in range(MOST_CLOSED + 3)))
    for tab in list(made.values()):
        tabs.close(tab.number)
    assert len(tabs.closed) == MOST_CLOSED
    assert tabs.front is None


def test_the_right_side_moves_over_when_the_left_one_is_empty() -> None:
    tabs, made = filled("A", "BC")
    tabs.close(made["A"].number)
    assert (names(tabs), names(tabs, RIGHT), tabs.front) == ("BC", "", made["C"])
    assert not tabs.split


def test_joining_keeps_each_document_once_and_the_focus_in_front() -> None:
    tabs, _ = filled("AB", "BC")
    tabs.active = RIGHT
    tabs.join()
    assert (names(tabs), names(tabs, RIGHT), tabs.active) == ("ABC", "", LEFT)
    assert tabs.front is not None
    assert tabs.front.facts.id == "C"


def test_joining_twins_keeps_the_one_with_the_focus() -> None:
    tabs, made = filled("AB", "B")
    tabs.active = RIGHT
    tabs.join()
    assert names(tabs) == "AB"
    assert tabs.front is made["B"]
    assert tabs.side.used == [made["A"]]


def test_the_next_tab_goes_round() -> None:
    tabs, made = filled("ABC")
    assert (tabs.side.beside(1), tabs.side.beside(-1)) == (made["A"], made["B"])
    alone, _ = filled("A")
    assert alone.side.beside(1) is None


def test_documents_not_looked_at_lately_are_let_go() -> None:
    tabs, made = filled("".join(chr(0x4E00 + n) for n in range(MOST_HELD + 4)))
    held = object.__new__(Opened)
    for tab in made.values():
        tab.opened = held
    tabs.let_go()
    order = list(made.values())
    assert [tab.opened is held for tab in order] == [False] * 3 + [True] * (MOST_HELD + 1)
