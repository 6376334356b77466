"""What a writer hands over: sentences with the fact that each says, its paths and its exact quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from assistant.facts.fact import Facts
from graph.analysis import Chain
from graph.case import Case


@dataclass(frozen=True)
class Quoted:
    """Words of a passage."""

    passage: str
    quote: str


@dataclass(frozen=True)
class Sentence:
    """A sentence that says `fact` (its position among the facts)."""

    fact: int
    text: str
    chains: tuple[Chain, ...]
    quotes: tuple[Quoted, ...]


class Writer(Protocol):
    """Words facts. What it writes is only shown where `verify` finds it right."""

    def write(self, question: str | None, facts: Facts, case: Case) -> tuple[Sentence, ...]:
        """Sentences in the order in which they are to be read; a fact may be left unsaid."""
        ...
