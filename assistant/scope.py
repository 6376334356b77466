"""A case under the switches of one conversation, with what questions need of it built once and on demand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from assistant.bank import ordinary_words
from assistant.linking import mentions, plain_mentions
from assistant.names import Mention, NameIndex
from assistant.retrieval import Headings, PassageIndex
from graph.analysis import Ranking, Structure, rank, structure_of
from graph.case import Case, Switches
from graph.elements import Element, ElementKind


class Scope:
    """One case and which of its relations count. Keep it as long as the case's revision stays the same."""

    def __init__(self, case: Case, switches: Switches | None = None) -> None:
        """Nothing is built yet."""
        self.case = case
        self.switches = switches or Switches()
        self._rankings: dict[frozenset[ElementKind], Ranking] = {}

    @cached_property
    def structure(self) -> Structure:
        """The case as numbers."""
        return structure_of(self.case, self.switches)

    @cached_property
    def names(self) -> NameIndex:
        """What the elements of the case are called."""
        return NameIndex(self.case)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """What a text names, from left to right."""
        return mentions(self.names, text, ordinary_words())

    def named_in(self, text: str) -> tuple[str, ...]:
        """The elements that a text names by number or by a whole name that is theirs alone."""
        found = plain_mentions(self.names, text, ordinary_words())
        return tuple(dict.fromkeys(m.candidates[0] for m in found if len(m.candidates) == 1))

    @cached_property
    def passages(self) -> PassageIndex:
        """What the passages of the case say."""
        return PassageIndex(self.case)

    @cached_property
    def stated(self) -> Scope:
        """The same case, counting only what a passage states or a person entered."""
        return Scope(self.case, Switches(basis="stated", status=self.switches.status))

    @cached_property
    def accepted(self) -> Scope:
        """The same case, counting only what a person accepted."""
        return Scope(self.case, Switches(basis=self.switches.basis, status="accepted"))

    @cached_property
    def headings(self) -> Headings:
        """The headings over every passage."""
        return Headings(self.case)

    def ranking(self, kinds: frozenset[ElementKind]) -> Ranking:
        """The elements of these kinds by how much rests on them, worked out once."""
        if kinds not in self._rankings:
            self._rankings[kinds] = rank(self.structure, kinds=kinds)
        return self._rankings[kinds]

    def elements(self, ids: Iterable[str]) -> tuple[Element, ...]:
        """The elements with these ids."""
        return tuple(self.case.elements[id_] for id_ in ids)

    def words(self) -> str:
        """The switches as an answer names them: 'all relations'."""
        basis = "all relations" if self.switches.basis == "all" else "stated relations only"
        return basis if self.switches.status == "all" else f"{basis}, accepted only"
