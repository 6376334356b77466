"""Lists: the elements of some kinds that a question's words fit, that are joined to another, or that lack something."""

from __future__ import annotations

from assistant.answer import Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements, headline, joined, lacks, said, step
from assistant.intents import ListElements
from assistant.retrieval import senses
from assistant.scope import Scope
from assistant.wording import plural
from graph.elements import ELEMENTS, Element, ElementKind, Relation


def list_facts(intent: ListElements, scope: Scope) -> Facts:
    """The elements asked for with what their passages say; NOT_IN_DOCUMENTS where there is none."""
    if intent.joined is not None:
        return _joined(intent, intent.joined, scope)
    found = tuple(e for e in scope.case.standing.values() if e.kind in (intent.kinds or ELEMENTS))
    if intent.lacking is not None:
        found = tuple(e for e in found if not joined(scope, e.id, out=[intent.lacking]))
    if intent.words:
        found = fitting(found, intent.words, scope)
    return _listed(intent, found, scope)


def _joined(intent: ListElements, other: str, scope: Scope) -> Facts:
    by = [intent.by] if intent.by else []
    relations = [r for r in joined(scope, other, into=by) if _wanted(r, intent, scope)]
    if not relations:
        return Facts(Status.NOT_IN_DOCUMENTS, (other,), (_none(intent, other, scope),))
    facts = [step(r, scope.case, other) for r in relations]
    sources = tuple(dict.fromkeys(r.source for r in relations))
    total = Fact(
        Says.LISTED_SUM,
        (other, *sources),
        numbers=(len(sources),),
        words=(_what(intent.kinds, len(sources)),),
        chains=tuple(f.chains[0] for f in facts),
        role=Role.HEADLINE,
    )
    return Facts(Status.ANSWERED, (other,), (total, *facts), elements=answer_elements(scope.elements(sources)))


def _wanted(relation: Relation, intent: ListElements, scope: Scope) -> bool:
    return not intent.kinds or scope.case.elements[relation.source].kind in intent.kinds


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
    named = {
        id_
        for entry in scope.passages.holding_all(wanted)
        for mention in scope.mentions(entry.text)
        for id_ in mention.candidates
        if len(mention.candidates) == 1
    }
    return tuple(e for e in elements if e.id in named or wanted <= _vocabulary(e, scope))


def _titles(element: Element, scope: Scope) -> frozenset[str]:
    """The words of an element's names, and of the headings over the place that introduces it."""
    headings = (scope.headings.above(passage) for passage in scope.case.quotes(element)[:1])
    return senses(" ".join((element.name, *element.aliases, *headings)))


def _vocabulary(element: Element, scope: Scope) -> frozenset[str]:
    """The words of an element's text, and of the first two passages that state it."""
    passages = scope.case.quotes(element)[:2]
    return _titles(element, scope) | senses(" ".join((element.text, *(passage.text for passage in passages))))
