"""Where a verdict says less than it seems: pathways with nothing beneath them, people and plans that no support rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Role
from assistant.facts.fact import Fact, Says, alone
from assistant.facts.steps import joined
from assistant.retrieval import Entry
from assistant.scope import Scope
from graph.analysis import Chain, Impact, Verdict, nothing_beneath
from graph.elements import AGENTS, CARRIERS, ElementKind, RelationType

_BEARS = re.compile(
    r"\bload[- ]bearing\b[^.]*\bpathways?\b|\bpathways?\b[^.]*\b(?:rel(?:y|ies)|depends?|rests?|hinges?)\b",
    re.IGNORECASE,
)
_SAYS_NONE = re.compile(r"\b(?:no|none|any) (?:of the )?(?:\w+ )?pathways?\b|\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)


def limits(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """What the elements that fail are besides what the pathways rest on, and which pathways no failure can reach."""
    for id_ in impact.failed:
        kind = scope.case.elements[id_].kind
        if kind in AGENTS:
            yield from _held_by(id_, scope)
        elif kind is ElementKind.MITIGATION:
            passages = tuple(passage.id for passage in scope.case.quotes(scope.case.elements[id_])[:1])
            yield Fact(Says.PLANNED, (id_,), chains=(alone(id_),), passages=passages)
    bare = tuple(
        pathway.element
        for pathway in impact.pathways
        if pathway.verdict is Verdict.INTACT and nothing_beneath(scope.case, pathway.element)
    )
    if bare:
        yield Fact(Says.BARE, bare, chains=tuple(map(alone, bare)), role=Role.CAREFUL)


def _held_by(agent: str, scope: Scope) -> Iterator[Fact]:
    """What somebody owns or operates, in one sentence."""
    held = joined(scope, agent, into=[RelationType.OWNED_BY, RelationType.OPERATED_BY])
    chains = {relation.source: Chain((agent, relation.source), (relation.id,)) for relation in held}
    if chains:
        yield Fact(Says.HELD_BY, (agent, *chains), chains=tuple(chains.values()))


def bearing_sentence(failed: tuple[str, ...], scope: Scope) -> Fact | None:
    """A sentence that has the one failed thing bear on pathways, where nothing recorded rests on it; else None."""
    if len(failed) != 1 or any(r.type in CARRIERS for r in scope.case.incoming.get(failed[0], ())):
        return None
    entry = next((entry for entry in scope.passages.entries if _has_it_bear(entry, failed[0], scope)), None)
    if entry is None:
        return None
    return Fact(
        Says.UNNAMED_PATHWAYS,
        failed,
        chains=(alone(failed[0]),),
        passages=(entry.passage.id,),
        spans=((entry.start, entry.end),),
        role=Role.HEADLINE,
    )


def _has_it_bear(entry: Entry, element: str, scope: Scope) -> bool:
    says = _BEARS.search(entry.text) is not None and _SAYS_NONE.search(entry.text) is None
    return says and scope.passages.states(entry, element)
