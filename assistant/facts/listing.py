"""Lists: the elements of some kinds that a question's words fit, that are joined to another, or that lack something."""

from __future__ import annotations

from assistant.answer import Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements, headline, joined, lacks, said, step
from assistant.intents import ListElements
from assistant.retrieval import senses
from assistant.scope import Scope
from assistant.wording import plural, verb
from graph.analysis import paths_between
from graph.elements import ELEMENTS, Element, ElementKind
from graph.provenance import DocumentKind


def list_facts(intent: ListElements, scope: Scope) -> Facts:
    """The elements asked for with what their passages say; NOT_IN_DOCUMENTS where there is none."""
    if intent.joined is not None:
        return _joined(intent, intent.joined, scope) if intent.by else _beneath(intent, intent.joined, scope)
    found = tuple(e for e in scope.case.standing.values() if e.kind in (intent.kinds or ELEMENTS))
    if intent.among:
        found = tuple(e for e in found if e.id in intent.among)
    if intent.lacking:
        found = tuple(e for e in found if not joined(scope, e.id, out=intent.lacking))
    if intent.only_in is not None:
        found = tuple(e for e in found if _sources(e, scope) == {intent.only_in} and not e.entered)
    if intent.words:
        found = fitting(found, intent.words, scope)
    return _listed(intent, found, scope)


def _joined(intent: ListElements, other: str, scope: Scope) -> Facts:
    relations = [r for r in joined(scope, other, into=intent.by) if _wanted(r.source, intent, scope)]
    if not relations:
        return Facts(Status.NOT_IN_DOCUMENTS, (other,), (_none(intent, other, scope),))
    facts = tuple(step(relation, scope.case, other) for relation in relations)
    sources = tuple(dict.fromkeys(relation.source for relation in relations))
    verbs = " or ".join(dict.fromkeys(verb(r.type, scope.case.elements[other].kind) for r in relations))
    total = Fact(
        Says.JOINED_SUM,
        (other, *sources),
        numbers=(len(sources),),
        words=(_what(intent.kinds, len(sources)), f"which {verbs}"),
        chains=tuple(fact.chains[0] for fact in facts),
        role=Role.HEADLINE,
    )
    return Facts(Status.ANSWERED, (other,), (total, *facts), elements=answer_elements(scope.elements(sources)))


def _beneath(intent: ListElements, top: str, scope: Scope) -> Facts:
    """What an element rests on, however far down, each with the shortest path up to it."""
    structure = scope.structure
    under = (structure.ids[place] for place in structure.under(structure.places((top,))))
    found = tuple(id_ for id_ in under if id_ != top and _wanted(id_, intent, scope))
    if not found:
        return Facts(Status.NOT_IN_DOCUMENTS, (top,), (_none(intent, top, scope),))
    chains = tuple(paths_between(structure, id_, top).first(1)[0] for id_ in found)
    total = Fact(
        Says.JOINED_SUM,
        (top, *found),
        numbers=(len(found),),
        words=(_what(intent.kinds, len(found)), "which stands beneath"),
        chains=chains,
        role=Role.HEADLINE,
    )
    facts = tuple(fact for id_ in found for fact in said(scope.case, id_, 1))
    return Facts(Status.ANSWERED, (top,), (total, *facts), elements=answer_elements(scope.elements(found)))


def _wanted(element: str, intent: ListElements, scope: Scope) -> bool:
    return not intent.kinds or scope.case.elements[element].kind in intent.kinds


def _none(intent: ListElements, other: str, scope: Scope) -> Fact:
    return headline(lacks(scope.case, other, f"which {_what(intent.kinds, 2)} that would be"))


def _listed(intent: ListElements, found: tuple[Element, ...], scope: Scope) -> Facts:
    if not found:
        return Facts(Status.NOT_IN_DOCUMENTS, suggestions=())
    ids = tuple(element.id for element in found)
    total = Fact(
        Says.LISTED_SUM,
        ids,
        numbers=(len(ids),),
        words=(_what(intent.kinds, len(ids)),),
        chains=tuple(map(alone, ids)),
        role=Role.HEADLINE,
    )
    facts = tuple(fact for id_ in ids for fact in said(scope.case, id_, 1))
    return Facts(Status.ANSWERED, facts=(total, *facts), elements=answer_elements(found))


def _sources(element: Element, scope: Scope) -> set[DocumentKind]:
    """The kinds of the documents that name an element."""
    return {scope.case.documents[passage.document].kind for passage in scope.case.quotes(element)}


def _what(kinds: frozenset[ElementKind], number: int) -> str:
    name = next(iter(kinds)).value if len(kinds) == 1 else "element"
    return name if number == 1 else plural(name)


def fitting(elements: tuple[Element, ...], words: str, scope: Scope) -> tuple[Element, ...]:
    """Those whose names or headings hold all of the words; where there are not two, those whose text or passages do,
    or that a sentence with all of the words names.
    """
    wanted = senses(words)
    by_name = tuple(e for e in elements if wanted <= _titles(e, scope))
    if len(by_name) > 1 or not wanted:
        return by_name
    named = {id_ for entry in scope.passages.holding_all(wanted) for id_ in scope.named_in(entry.text)}
    return tuple(e for e in elements if e.id in named or wanted <= _vocabulary(e, scope))


def _titles(element: Element, scope: Scope) -> frozenset[str]:
    """The words of an element's names, and of the headings over the place that introduces it."""
    headings = (scope.headings.above(passage) for passage in scope.case.quotes(element)[:1])
    return senses(" ".join((element.name, *element.aliases, *headings)))


def _vocabulary(element: Element, scope: Scope) -> frozenset[str]:
    """The words of an element's text, and of the first two passages that state it."""
    passages = scope.case.quotes(element)[:2]
    return _titles(element, scope) | senses(" ".join((element.text, *(passage.text for passage in passages))))
