"""One team for all the ways in which a document calls it: "Network", "the network team", "network on-call"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import normal
from ingest.extractors.rules.names import Thing

_TAILS = frozenset(["team", "on call", "people", "squad", "crew"])


def with_teams_united(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Teams whose names differ only in a word that says that they are a team become one, under the fuller name."""
    kept = list(things)
    first: dict[str, Thing] = {}
    for thing in tuple(kept):
        if thing.kind is not ElementKind.TEAM:
            continue
        stem = _stem(thing.name)
        other = first.get(stem)
        if other is None:
            first[stem] = thing
            continue
        whole, part = (other, thing) if len(other.name) >= len(thing.name) else (thing, other)
        joined = replace(whole, aliases=tuple(dict.fromkeys((*whole.aliases, part.name, *part.aliases))))
        kept = [joined if each.key == whole.key else each for each in kept if each.key != part.key]
        first[stem] = joined
    return tuple(kept)


def _stem(name: str) -> str:
    plain = normal(name)
    for tail in _TAILS:
        plain = plain.removesuffix(f" {tail}")
    return plain
