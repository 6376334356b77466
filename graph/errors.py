"""What can go wrong in a case or a store, each with the next step to take.

LoadpathError
├── IllegalCase       an element, relation, document or passage breaks a rule of the graph
├── UnknownElement    no element or document has this id, name, alias or number, or it no longer counts
├── AmbiguousName     several elements go by this name
├── RefusedDecision   a decision would lose something, or there is nothing to decide
├── UnknownCase       the store holds no such case
├── StoreUnusable     the store cannot be opened, read or written
├── StaleCase         somebody else changed the case since it was loaded
├── CircularSupport   an element rests on a cycle, so that nothing exact can be said of it
├── UnusableQuery     a query does more than read, or the server cannot answer it
└── BudgetExceeded    an exact result does not fit; the message says what is complete
"""

from __future__ import annotations

from collections.abc import Iterable


class LoadpathError(Exception):
    """An error that the user can correct: `message` says what is wrong, `hint` what to do next."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep both sentences; `str()` gives the message."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class IllegalCase(LoadpathError):
    """A case would hold something that the table of legal relations or the rules of a field forbid."""


class UnknownElement(LoadpathError):
    """No element of the case has this id, name, alias or number; or no document, where one is asked for."""

    def __init__(
        self, name: str, near: Iterable[str], *, what: str = "element", fate: tuple[str, str] = ("", "")
    ) -> None:
        """`near`: the closest names, best first. `fate`: what became of the one that is meant, and what can be done."""
        self.name = name
        self.near = tuple(near)
        became, next_step = fate
        close = f"Did you mean: {', '.join(self.near)}?" if self.near else "The case holds no name that is close to it."
        super().__init__(
            f"{what} '{name}' counts no more: {became}" if became else f"no {what} '{name}' in this case",
            next_step or close,
        )


class AmbiguousName(LoadpathError):
    """Several elements go by this name."""

    def __init__(self, name: str, candidates: Iterable[str]) -> None:
        """`candidates`: how to name each of them without doubt."""
        self.name = name
        self.candidates = tuple(candidates)
        super().__init__(
            f"'{name}' is one of {len(self.candidates)}: {', '.join(self.candidates)}",
            "Give the id or the full name of the one you mean.",
        )


class RefusedDecision(LoadpathError):
    """A decision cannot be made as asked: it would lose something, or there is nothing to decide."""


class UnknownCase(LoadpathError):
    """The store holds no case of this id."""


class StoreUnusable(LoadpathError):
    """The store cannot be opened, read or written; nothing in it was changed."""


class StaleCase(LoadpathError):
    """The case was changed since it was loaded; load it again and repeat the change."""


class CircularSupport(LoadpathError):
    """An element rests on a cycle of support: it has no strength, and no cut sets, until that is resolved."""


class UnusableQuery(LoadpathError):
    """A query in the server's own language does more than read, or cannot be answered."""


class BudgetExceeded(LoadpathError):
    """An exact result does not fit the budget; the message says what is complete."""
