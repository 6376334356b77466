"""Small stores in a file, and what they refuse: used by the tests of the embedded store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.changes import Changes
from graph.elements import Element, ElementKind
from graph.errors import LoadpathError, StoreUnusable
from graph.stores.sqlite import SqliteStore
from tests.strategies import HEAD, document, passage


def said(*ids: str) -> Changes:
    return Changes(
        documents=(document("d0"),),
        passages=(passage("d0", 0),),
        elements=tuple(Element(id=id_, kind=ElementKind.CLAIM, name=id_, passages=("d0:0",)) for id_ in ids),
    )


def filled(path: Path) -> SqliteStore:
    store = SqliteStore(path)
    store.apply(HEAD, said("a"))
    return store


def refusal(act: Callable[[], object]) -> LoadpathError:
    with pytest.raises(StoreUnusable) as refused:
        act()
    return refused.value
