"""Where cases are kept. A store only loads and applies; what a change means is decided in `changes`."""

from __future__ import annotations

from typing import Protocol

from graph.case import Case, CaseHead
from graph.changes import Changes
from graph.receipts import Receipt


class Store(Protocol):
    """Keeps several cases. Every implementation passes `tests/graph/test_stores.py`, with no skips."""

    def cases(self) -> tuple[tuple[CaseHead, int], ...]:
        """Every case with its revision, newest first; StoreUnusable where the store cannot be read."""
        ...

    def load(self, case: str) -> Case:
        """The case as it is now; UnknownCase names the cases that there are."""
        ...

    def apply(self, head: CaseHead, changes: Changes) -> Receipt:
        """Apply changes in one transaction, making the case if it is new; says what was added and updated.

        IllegalCase, StaleCase or StoreUnusable leave the store as it was.
        """
        ...
