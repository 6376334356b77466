"""Two elements: how one bears on the other, and what they have in common."""

from __future__ import annotations

from assistant.answer import Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements, said, step
from assistant.intents import Compare, PathBetween
from assistant.scope import Scope
from graph.analysis import Chain, Paths, paths_between
from graph.elements import CARRIERS, RelationType

PATHS_SHOWN = 5
ANY = frozenset(RelationType) - {RelationType.SUPERSEDES, RelationType.STATED_IN, RelationType.PART_OF}
IN_COMMON = (
    RelationType.DEPENDS_ON,
    RelationType.SUPPORTED_BY,
    RelationType.OPERATED_BY,
    RelationType.OWNED_BY,
    RelationType.ALERTS,
    RelationType.EVALUATED_BY,
)


def path_facts(intent: PathBetween, scope: Scope) -> Facts:
    """The shortest ways from one to the other, in whichever direction there is one."""
    found, chains = _ways(intent, scope)
    ends = (intent.start, intent.end)
    if not chains:
        none = Fact(Says.NOT_JOINED, ends, chains=tuple(map(alone, ends)), role=Role.HEADLINE)
        return Facts(Status.NOT_IN_DOCUMENTS, ends, (none,))
    further = (found.total or found.more_than) - len(chains)
    total = Fact(
        Says.PATH_SUM,
        (chains[0].elements[0], chains[0].elements[-1]),
        numbers=(further,) if further > 0 else (),
        chains=chains,
        role=Role.HEADLINE,
    )
    relations = dict.fromkeys(relation for chain in chains for relation in chain.relations)
    steps = tuple(step(scope.case.relations[r], scope.case, scope.case.relations[r].source) for r in relations)
    on_the_way = dict.fromkeys(element for chain in chains for element in chain.elements if element != intent.end)
    told = (total, *said(scope.case, intent.start, 1), *steps)
    return Facts(Status.ANSWERED, ends, told, elements=answer_elements(scope.elements(on_the_way)))


def _ways(intent: PathBetween, scope: Scope) -> tuple[Paths, tuple[Chain, ...]]:
    found = paths_between(scope.structure, intent.start, intent.end)
    for types in (CARRIERS, ANY):
        for start, end in ((intent.start, intent.end), (intent.end, intent.start)):
            found = paths_between(scope.structure, start, end, types=types)
            if chains := found.first(PATHS_SHOWN):
                return found, chains
    return found, ()


def compare_facts(intent: Compare, scope: Scope) -> Facts:
    """What both rest on, are run by or alert, and what each is by itself."""
    both = (intent.first, intent.second)
    reached = [_reached(element, scope) for element in both]
    shared = [element for element in reached[0] if element in reached[1]]
    told = Fact(Says.NOT_SHARED, both, chains=tuple(map(alone, both)), role=Role.HEADLINE)
    if shared:
        chains = tuple(way[element] for element in shared for way in reached)
        told = Fact(Says.SHARED, (*both, *shared), chains=chains, role=Role.HEADLINE)
    case = scope.case
    own = [
        fact
        for element in both
        for fact in (*said(case, element, 1), *(step(r, case, element) for r in case.outgoing.get(element, ())))
    ]
    return Facts(Status.ANSWERED, both, (told, *own), elements=answer_elements(scope.elements((*both, *shared))))


def _reached(start: str, scope: Scope) -> dict[str, Chain]:
    """Everything that an element rests on or has to do with, with the chain down to it."""
    case = scope.case
    chains = {start: alone(start)}
    waiting = [start]
    for here in waiting:
        for relation in case.outgoing.get(here, ()):
            carries = relation.type in CARRIERS
            beside = relation.type in IN_COMMON and here == start
            if (carries or beside) and relation.target not in chains and case.counted(relation, scope.switches):
                so_far = chains[here]
                chains[relation.target] = Chain((*so_far.elements, relation.target), (*so_far.relations, relation.id))
                if carries:
                    waiting.append(relation.target)
    del chains[start]
    return chains
