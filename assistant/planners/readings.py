"""From a reading of the phrasing bank to an intent: what each file of phrasings asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from assistant.answer import IntentName
from assistant.bank import merged, ordinary_words
from assistant.intents import (
    Compare,
    Describe,
    EvidenceFor,
    FindingsOn,
    Impact,
    Intent,
    ListElements,
    OpenQuestion,
    PathBetween,
    Ranking,
    Scenario,
    SoleSupports,
    Who,
    WhoRole,
)
from assistant.planners.slots import Asked, kinds_in
from assistant.stemming import STOP, stem, tokens
from graph.elements import AGENTS, HELD_UP, ElementKind, RelationType

K = ElementKind
_NUMBER_WORDS = {
    word: n
    for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
}
_RIGHT = re.compile(r"\b(right|correct|believe|believed|vindicated|justified|agree with)\b", re.IGNORECASE)
_SHARED = re.compile(r"\b(shares?|sharing|has in common|all that uses?|everything that uses?)\b", re.IGNORECASE)
_DEPENDS = "(?:depends?|rests?|relies|rely|needs?|uses?|builds?|hangs?|stands?)"
_ON_IT = re.compile(rf"\b{_DEPENDS}\s+(?:on\s+)?(?:the\s+)?\{{x\}}")
_IT_DOES = re.compile(rf"\b(?:does|do|did)\s+(?:the\s+)?\{{x\}}\s+{_DEPENDS}")
_CONDITION = re.compile(
    r"\b(if|suppose|supposing|assume|assuming|say|imagine|when|without|once|should|given that|in case|losing|failure of|"
    r"outage of|depend on|rest on|rely on)\b",
    re.IGNORECASE,
)


def intent_of(reading: str, asked: Asked) -> Intent | None:
    """The intent of a question read in this way; None where the question does not name what the reading needs."""
    return _BUILDERS[reading][0](asked)


def intent_name(reading: str) -> IntentName:
    """The name of the intents that a reading leads to."""
    return _BUILDERS[reading][1]


def needs_names(reading: str) -> bool:
    """Does the reading ask about elements, so that an unknown name is worth a question?"""
    return _BUILDERS[reading][2]


def suits(reading: str, asked: Asked) -> bool:
    """Can the reading be meant, given how many elements are named?"""
    known = len(asked.linked)
    if reading == "compare":
        return known >= 2 or any(len(m.candidates) > 1 for m in asked.mentions)
    if reading == "path":
        return len(asked.mentions) >= 2
    return True


def _impact(asked: Asked) -> Intent | None:
    linked = asked.linked
    if not linked:
        return None
    critics = asked.of_kinds(AGENTS | {K.FINDING})
    if _RIGHT.search(asked.masked) and critics:
        return Impact(critics, Scenario.IS_RIGHT, ())
    failed = _in_condition(asked) or linked
    pathways = asked.of_kinds(frozenset({K.PATHWAY}))
    if set(failed) <= set(pathways):
        others = tuple(id_ for id_ in linked if id_ not in pathways)
        if not others:
            return SoleSupports(pathways)
        failed = others
    about = tuple(id_ for id_ in pathways if id_ not in failed)
    failed = tuple(id_ for id_ in failed if id_ not in about)
    scenario = Scenario.IS_SHARED if _SHARED.search(asked.masked) else Scenario.FAILS
    return Impact(failed, scenario, about)


def _in_condition(asked: Asked) -> tuple[str, ...]:
    """The elements in the sentence or clause that begins with if, suppose, without and the like."""
    clauses = re.split(r"(?<=[.?!;])\s+|,\s+(?=which|what|who|how|is|are|does|do|would|can)", asked.question)
    at, found = 0, []
    for clause in clauses:
        start = asked.question.index(clause, at)
        at = start + len(clause)
        cue = _CONDITION.search(clause)
        if cue:
            found += [
                mention.candidates[0]
                for mention in asked.mentions
                if start + cue.start() <= mention.start < at and len(mention.candidates) == 1
            ]
    return tuple(dict.fromkeys(found))


def _sole_supports(asked: Asked) -> Intent | None:
    kinds = asked.kinds - {K.PATHWAY}
    return SoleSupports(asked.linked, kinds)


def _ranking(asked: Asked) -> Intent | None:
    text = asked.question.casefold()
    lacking = None
    if re.search(r"\b(owner|owned|looks after|responsible)\b", text):
        lacking = "no_owner"
    elif re.search(r"\b(test|evaluat|check)", text):
        lacking = "not_evaluated"
    elif re.search(r"\binterviews?\b", text):
        lacking = "interview_only"
    elif re.search(r"\b(no|without) evidence\b", text):
        lacking = "no_evidence"
    return Ranking(asked.kinds - {K.PATHWAY}, lacking is not None or "untracked" in text, lacking, _top(text))


def _top(text: str) -> int | None:
    found = re.search(r"\b(?:top|first|the)\s+(\d+|" + "|".join(_NUMBER_WORDS) + r")\b", text)
    if not found:
        return None
    number = _NUMBER_WORDS.get(found[1], 0) or (int(found[1]) if found[1].isdigit() else 0)
    return number or None


def _who(role: WhoRole) -> Callable[[Asked], Intent | None]:
    def build(asked: Asked) -> Intent | None:
        agents = asked.of_kinds(AGENTS)
        if role is WhoRole.RAISED and agents and agents == asked.linked:
            return _findings(asked)
        if role is WhoRole.BELONGS and asked.kinds & {K.CONTROL, K.DEPENDENCY, K.CLAIM}:
            return _joined(asked)
        return Who(asked.linked, role, asked.content()) if asked.linked else None

    return build


def _evidence(asked: Asked) -> Intent | None:
    return EvidenceFor(asked.linked, words=asked.content()) if asked.linked else None


def _tested(asked: Asked) -> Intent | None:
    return EvidenceFor(asked.linked, evaluations=True, words=asked.content()) if asked.linked else None


def _findings(asked: Asked) -> Intent | None:
    by = asked.of_kinds(AGENTS)
    others = tuple(id_ for id_ in asked.linked if id_ not in by)
    stance = None
    if re.search(r"\bagree", asked.masked) and "disagree" not in asked.masked:
        stance = RelationType.AGREES_WITH
    elif re.search(r"\b(disput|contest|disagree|object)", asked.masked):
        stance = RelationType.DISPUTES
    return FindingsOn(others, by, stance, kinds=asked.kinds - {K.FINDING})


def _admits(asked: Asked) -> Intent | None:
    return FindingsOn(asked.linked, own=True)


def _path(asked: Asked) -> Intent | None:
    if len(asked.linked) < 2:
        return None
    return PathBetween(asked.linked[0], asked.linked[-1])


def _list(asked: Asked) -> Intent | None:
    kinds, lacking = asked.kinds, _lacking(asked)
    if asked.linked and K.MITIGATION in kinds:
        aims = frozenset({RelationType.IMPROVES, RelationType.REPLACES, RelationType.BACKS_UP})
        return ListElements(kinds, joined=asked.linked[0], by=aims)
    if kinds and asked.of_kinds(HELD_UP) == asked.linked[:1] != ():
        return _evidence(asked) if kinds == {K.EVIDENCE} else ListElements(kinds, joined=asked.linked[0])
    return ListElements(kinds, _filter_words(asked, bool(lacking)), lacking=lacking)


def _lacking(asked: Asked) -> frozenset[RelationType]:
    """The relations that the elements asked for do not have."""
    if not re.search(r"\b(never|not|no one|nobody|without|no)\b", asked.masked):
        return frozenset()
    if re.search(r"\b(own|owner|owns|responsible)", asked.masked):
        return frozenset({RelationType.OWNED_BY})
    if re.search(r"\b(evaluat|test|assess|check|evidence|support)", asked.masked):
        held_up = {RelationType.SUPPORTED_BY} if asked.kinds & HELD_UP else set()
        return frozenset({RelationType.EVALUATED_BY, *held_up})
    return frozenset()


def _filter_words(asked: Asked, lacks: bool) -> str:
    """The words that narrow a list down: those that neither ask, nor name the kind or a document."""
    if lacks:
        return ""
    text = asked.question
    for start, end in asked.scope.names.documents_named(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    words = (word for word in tokens(text) if word not in STOP and stem(word) not in ordinary_words())
    return " ".join(word for word in words if not kinds_in(word))


def _joined(asked: Asked) -> Intent | None:
    if not asked.linked:
        return None
    if _IT_DOES.search(merged(asked.masked)) and asked.scope.case.elements[asked.linked[0]].kind not in AGENTS:
        return Describe(asked.linked)
    element = asked.linked[0]
    by = RelationType.DEPENDS_ON
    if asked.scope.case.elements[element].kind in AGENTS:
        for pattern, relation in _BY:
            if re.search(pattern, asked.masked):
                by = relation
                break
    return ListElements(asked.kinds, joined=element, by=frozenset({by}))


_BY: tuple[tuple[str, RelationType], ...] = (
    (r"\b(operates?|runs?)\b", RelationType.OPERATED_BY),
    (r"\b(own|owns|owned|responsible|belongs?)\b", RelationType.OWNED_BY),
    (r"\b(alerts?|alarms?|messages?)\b", RelationType.ALERTS),
    (r"\b(evaluate|test|review)", RelationType.EVALUATED_BY),
)


def _needs(asked: Asked) -> Intent | None:
    if _ON_IT.search(merged(asked.masked)):
        return _joined(asked)
    return Describe(asked.linked) if asked.linked else None


def _describe(asked: Asked) -> Intent | None:
    return Describe(asked.linked) if asked.linked else None


def _parts(asked: Asked) -> Intent | None:
    return Describe(asked.linked, parts=True) if asked.linked else None


def _compare(asked: Asked) -> Intent | None:
    return Compare(asked.linked[0], asked.linked[1]) if len(asked.linked) > 1 else None


def _open(asked: Asked) -> Intent | None:
    named = " ".join(mention.text for mention in asked.mentions if mention.candidates)
    return OpenQuestion(asked.question, asked.linked, named)


_Builder = tuple[Callable[[Asked], Intent | None], IntentName, bool]
_BUILDERS: Mapping[str, _Builder] = {
    "impact": (_impact, IntentName.IMPACT, True),
    "sole_supports": (_sole_supports, IntentName.SOLE_SUPPORTS, True),
    "ranking": (_ranking, IntentName.RANKING, False),
    "owns": (_who(WhoRole.OWNS), IntentName.WHO, True),
    "operates": (_who(WhoRole.OPERATES), IntentName.WHO, True),
    "told": (_who(WhoRole.IS_TOLD), IntentName.WHO, True),
    "evaluated_by": (_who(WhoRole.EVALUATED), IntentName.WHO, True),
    "raised": (_who(WhoRole.RAISED), IntentName.WHO, True),
    "belongs": (_who(WhoRole.BELONGS), IntentName.WHO, True),
    "evidence": (_evidence, IntentName.EVIDENCE, True),
    "tested": (_tested, IntentName.EVIDENCE, True),
    "findings": (_findings, IntentName.FINDINGS, True),
    "admits": (_admits, IntentName.FINDINGS, False),
    "path": (_path, IntentName.PATH, True),
    "list": (_list, IntentName.LIST, False),
    "joined": (_joined, IntentName.LIST, True),
    "needs": (_needs, IntentName.DESCRIBE, True),
    "describe": (_describe, IntentName.DESCRIBE, True),
    "parts": (_parts, IntentName.DESCRIBE, True),
    "compare": (_compare, IntentName.COMPARE, True),
    "open": (_open, IntentName.OTHER, False),
}
