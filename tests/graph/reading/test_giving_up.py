"""A server that does not break off is not waited for."""

from __future__ import annotations

from threading import Event

import pytest

from graph.errors import StoreUnusable, UnusableQuery
from graph.stores.neo4j_answers import _within


def test_a_server_that_does_not_break_off_is_not_waited_for() -> None:
    never = Event()

    with pytest.raises(UnusableQuery, match="neither answered nor broken off"):
        _within(0.05, never.wait)

    never.set()


def test_what_goes_wrong_while_waiting_is_told_as_it_is() -> None:
    def broken() -> None:
        raise StoreUnusable("gone", "Start it.")

    with pytest.raises(StoreUnusable, match="gone"):
        _within(5, broken)
