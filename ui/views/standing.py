"""How an element stands when nothing has failed: its strength, or why none can be given."""

from __future__ import annotations

from dataclasses import dataclass

from graph.elements import Strength
from ui.views.palette import bars, mark, word
from ui.views.sheet import Node


@dataclass(frozen=True)
class Standing:
    """What an element is worth today, None where its support is circular; `bare`: nothing is recorded beneath it."""

    strength: Strength | None
    bare: bool = False


def strength_nodes(strength: Strength | None) -> tuple[Node, Node]:
    """A strength as bars and as a word."""
    return Node("span", bars(strength), f"bars {word(strength)}"), Node("span", word(strength), "strength")


def standing_nodes(standing: Standing) -> tuple[Node, ...]:
    """How it stands, in pieces of a line."""
    if standing.strength is None:
        return Node("span", mark(None).shape, "shape"), Node("span", "no verdict: circular support", "strength")
    beneath = (Node("span", "nothing recorded beneath", "note"),) if standing.bare else ()
    return (*strength_nodes(standing.strength), *beneath)
