"""Engines in temporary folders, and one that is filled once for all tests that only read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from index.engine import Engine, open_engine
from reader.model.search import IndexedDocument
from tests.index.fictional import documents

OpenFilled = Callable[[Iterable[IndexedDocument]], Engine]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The user's cache folder: one for all tests, so that the dictionary is made once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def library() -> list[IndexedDocument]:
    """What the filled engine holds."""
    return documents(150)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, cache: Path, library: list[IndexedDocument]) -> Iterator[Engine]:
    """An engine that holds `library`; to be read only."""
    texts = {document.id: document.text for document in library}
    engine = open_engine(tmp_path_factory.mktemp("filled"), texts.get, cache)
    engine.add(library)
    engine.commit()
    yield engine
    engine.close()


@pytest.fixture
def texts() -> dict[str, str]:
    """The stored texts behind `engine`, by id."""
    return {}


@pytest.fixture
def engine(tmp_path: Path, cache: Path, texts: dict[str, str]) -> Iterator[Engine]:
    """An empty engine in `tmp_path/index`."""
    made = open_engine(tmp_path / "index", texts.get, cache)
    yield made
    made.close()
