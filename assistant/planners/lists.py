"""Questions that are answered by a list: which kinds, joined to what, lacking what, with which words."""

from __future__ import annotations

import re

from assistant.bank import bank, merged
from assistant.intents import Aspect, Describe, EvidenceFor, Intent, ListElements, WhoSaid
from assistant.planners.slots import Asked, kinds_in
from assistant.stemming import STOP, stem, tokens
from graph.elements import AGENTS, HELD_UP, ElementKind, RelationType
from graph.naming import singular
from graph.provenance import DocumentKind

K, R = ElementKind, RelationType
_DEPENDS = "(?:depends?|rests?|relies|rely|needs?|uses?|builds?|hangs?|stands?)"
_ON_IT = re.compile(rf"\b{_DEPENDS}\s+(?:on\s+)?(?:the\s+)?\{{x\}}")
_IT_DOES = re.compile(
    rf"\b(?:does|do|did)\s+(?:the\s+)?\{{x\}}\s+{_DEPENDS}|\b(?:is|are|was)\s+(?:the\s+)?\{{x\}}\s+(?:built|based|founded|resting)\s+(?:up)?on\b"
)
_NEGATED = re.compile(r"\b(never|not|no one|nobody|without|no|none|lacks?|lacking|missing)\b")
_PLANNED = re.compile(
    r"\bplan\w*|\bpropos\w*|\b(?:being |be )?done about\b|\bdo about\b|\bnot (?:yet |currently )?(?:in (?:place|force)|there)\b|\bnot yet\b|\bfix(?:es)?\b"
)
_DOCUMENTS = re.compile(
    r"^.*\b(?:which|what|how many|list the|name the) (?:documents?|interviews?|reports?|critiques?|sources?|pages?|passages?|calls?)"
    r"\b(?:.*?\b(?:mention|name|speak|talk|tell|say|discuss|describe|deal|cover)\w*\b(?: (?:of|about|with|that))?)?"
)
_ONLY = re.compile(
    r"\b(?:only|solely|just|nowhere but|nothing but)\b.*?\b(interviews?|calls?|minutes|reports?|critiques?|reviews?)\b"
)
_KINDS = {"report": DocumentKind.REPORT, "critique": DocumentKind.CRITIQUE, "review": DocumentKind.CRITIQUE}
_BACK = frozenset({"it", "this", "that", "them", "those", "these"})
SORTS = frozenset({"monitor"})
AIMS = frozenset({R.IMPROVES, R.REPLACES, R.BACKS_UP})


def listing(asked: Asked) -> Intent | None:
    """The elements of the kinds asked for, or that lack something; None where no kind and no lack is named."""
    if _DOCUMENTS.search(asked.masked):
        return WhoSaid(_DOCUMENTS.sub("", asked.question.casefold(), count=1).strip(" ?!."))
    if _PLANNED.search(asked.masked):
        return _planned(asked)
    kinds, lacking, only_in = asked.kinds, _lacking(asked), _only_in(asked)
    if asked.linked and K.MITIGATION in kinds:
        return ListElements(kinds, joined=asked.linked[0], by=AIMS)
    if kinds and asked.of_kinds(HELD_UP) == asked.linked[:1] != ():
        return EvidenceFor(asked.linked, words=asked.content()) if kinds == {K.EVIDENCE} else _beneath(asked)
    if _NEGATED.search(asked.masked) and not lacking:
        return None
    words = "" if lacking or only_in else _filter_words(asked)
    narrowed = kinds or lacking or only_in
    return ListElements(kinds, words, lacking=lacking, only_in=only_in) if narrowed else None


def _beneath(asked: Asked) -> Intent:
    return ListElements(asked.kinds, joined=asked.linked[0])


def _planned(asked: Asked) -> Intent:
    """What is planned: all of it, for the elements named, or with the words of the question."""
    kinds = frozenset({K.MITIGATION})
    if asked.linked:
        return ListElements(kinds, joined=_aimed_at(asked), by=AIMS)
    return ListElements(kinds, _filter_words(asked))


def _aimed_at(asked: Asked) -> str:
    """What plans are asked for; pointed back at ("a plan for that?"), also what needs it, where none is for itself."""
    element, into = asked.linked[0], asked.scope.case.incoming
    back = all(mention.text.casefold() in _BACK for mention in asked.mentions if mention.candidates)
    needing = [r.source for r in into.get(element, ()) if r.type is R.DEPENDS_ON] if back else []
    planned = (id_ for id_ in (element, *needing) if any(r.type in AIMS for r in into.get(id_, ())))
    return next(planned, element)


def _only_in(asked: Asked) -> DocumentKind | None:
    """The kind of documents that alone name what is asked for; minutes and calls count as interviews."""
    found = _ONLY.search(asked.question.casefold())
    return _KINDS.get(found[1].removesuffix("s"), DocumentKind.INTERVIEW) if found else None


def _lacking(asked: Asked) -> frozenset[RelationType]:
    """The relations that the elements asked for do not have."""
    if not _NEGATED.search(asked.masked):
        return frozenset()
    if re.search(r"\b(own|owner|owns|owned|responsible|looks? after|charge)\b", asked.masked):
        return frozenset({R.OWNED_BY})
    if re.search(r"\b(operat|runs?\b)", asked.masked):
        return frozenset({R.OPERATED_BY})
    if re.search(r"\b(evaluat|test|assess|check|evidence|support|review)", asked.masked):
        held_up = {R.SUPPORTED_BY} if asked.kinds & HELD_UP else set()
        return frozenset({R.EVALUATED_BY, *held_up})
    return frozenset()


def _filter_words(asked: Asked) -> str:
    """The words that narrow a list down: those that neither ask for one, nor name the kind or a document."""
    text = asked.question
    for start, end in asked.scope.names.documents_named(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    words = (word for word in tokens(text) if word not in STOP and stem(word) not in bank().stems_of("list"))
    return " ".join(word for word in words if singular(word) in SORTS or not kinds_in(word))


def joined_to(asked: Asked) -> Intent | None:
    """What depends on the element named, or what a person or team has to do with; what it needs, read the other way."""
    if not asked.linked:
        return None
    element = asked.linked[0]
    is_agent = asked.scope.case.elements[element].kind in AGENTS
    if _IT_DOES.search(merged(asked.masked)) and not is_agent:
        return needs(asked)
    own = next((by for pattern, by in _BY if is_agent and re.search(pattern, asked.masked)), None)
    return ListElements(asked.kinds, joined=element, by=frozenset({own} if own else {R.DEPENDS_ON, R.SUPPORTED_BY}))


_BY: tuple[tuple[str, RelationType], ...] = (
    (r"\b(operates?|runs?)\b", R.OPERATED_BY),
    (r"\b(own|owns|owned|responsible|belongs?|answers? for|in charge of|looks? after)\b", R.OWNED_BY),
    (r"\b(alerts?|alarms?|messages?)\b", R.ALERTS),
    (r"\b(evaluate|test|review)", R.EVALUATED_BY),
)


def needs(asked: Asked) -> Intent | None:
    """What the elements named rest on and need; what rests on them, read the other way."""
    if _ON_IT.search(merged(asked.masked)):
        return joined_to(asked)
    return Describe(asked.linked, Aspect.NEEDS) if asked.linked else None
