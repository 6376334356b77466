"""From a reading of the phrasing bank to an intent: what each file of phrasings asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from assistant.answer import IntentName
from assistant.intents import (
    Aspect,
    Compare,
    Describe,
    EvidenceFor,
    FindingsOn,
    Impact,
    Intent,
    OpenQuestion,
    PathBetween,
    Ranking,
    Rings,
    Scenario,
    SoleSupports,
    Standing,
    Who,
    WhoRole,
    WhoSaid,
)
from assistant.planners.lists import joined_to, listing, needs
from assistant.planners.slots import Asked
from graph.elements import AGENTS, HELD_UP, ElementKind, RelationType

K = ElementKind
_NUMBER_WORDS = {
    word: n
    for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
}
_RIGHT = re.compile(r"\b(right|correct|believe|believed|vindicated|justified|agree with)\b", re.IGNORECASE)
_SHARED = re.compile(r"\b(shares?|sharing|has in common|all that uses?|everything that uses?)\b", re.IGNORECASE)
_IS_SOLE = re.compile(r"^(and |but )?(is|are|was)\b.*\b(single|sole|only|critical|load-bearing|indispensable)\b")
_LOST = re.compile(r"\b(?:lost|lose)\b", re.IGNORECASE)
_RESTS = re.compile(r"\b(rests?|rel(?:y|ies)|stands?|based|basis|beneath|holds up|underpins)\b")
_FOUND = re.compile(r"\b(find|found|show|shown|conclude|result)\b")
_HOW_SURE = re.compile(
    r"^strength of\b|\bhow (?:strong|sure|confident|certain|solid|weak|likely|much can)\b|\b(?:ruled out|likely|sure that|rely on|true)\b|^does \{x\} hold$"
)
_SAYS = re.compile(
    r"^.*?\b(?:sa(?:id|ys?)|mention(?:s|ed)?|claim(?:s|ed)|state[sd]|assert(?:s|ed)|wrote|pointed out|admit(?:s|ted)|explained"
    r"|told [\w ]*?(?=that)|noted|reported|stated|can i read)\b(?: that)?",
    re.IGNORECASE,
)
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
            return SoleSupports(pathways, failing=True)
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
    if asked.linked and _IS_SOLE.search(asked.masked) and not asked.of_kinds(HELD_UP):
        return Impact(asked.linked)
    kinds = asked.kinds - {K.PATHWAY}
    return SoleSupports(asked.linked, kinds, lost=_LOST.search(asked.question) is not None)


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
            return joined_to(asked)
        return Who(asked.linked, role, asked.content()) if asked.linked else None

    return build


def _evidence(asked: Asked) -> Intent | None:
    if asked.linked and _RESTS.search(asked.masked) and not asked.of_kinds(HELD_UP | {K.EVIDENCE}):
        return needs(asked)
    return EvidenceFor(asked.linked, words=asked.content()) if asked.linked else None


def _tested(asked: Asked) -> Intent | None:
    return EvidenceFor(asked.linked, evaluations=True, words=asked.content()) if asked.linked else None


def _findings(asked: Asked) -> Intent | None:
    by = asked.of_kinds(AGENTS)
    others = tuple(id_ for id_ in asked.linked if id_ not in by)
    stance = None
    if re.search(r"\bagree", asked.masked) and "disagree" not in asked.masked:
        stance = RelationType.AGREES_WITH
    elif re.search(r"\b(disput|contest|disagree|object|contradict|in doubt)", asked.masked):
        stance = RelationType.DISPUTES
    if others and set(others) <= set(asked.of_kinds(frozenset({K.EVIDENCE}))) and _FOUND.search(asked.masked):
        return Describe(others)
    return FindingsOn(others, by, stance, kinds=frozenset() if others else asked.kinds - {K.FINDING})


def _admits(asked: Asked) -> Intent | None:
    return FindingsOn(asked.linked, own=True)


def _path(asked: Asked) -> Intent | None:
    if len(asked.linked) < 2:
        return None
    return PathBetween(asked.linked[0], asked.linked[-1])


def _describe(asked: Asked) -> Intent | None:
    aspect = Aspect.STRENGTH if _HOW_SURE.search(asked.masked) else Aspect.WHOLE
    return Describe(asked.linked, aspect) if asked.linked else None


def _standing(asked: Asked) -> Intent | None:
    kinds = asked.kinds or frozenset({K.PATHWAY})
    return Standing(kinds) if kinds <= HELD_UP else None


def _rings(_: Asked) -> Intent | None:
    return Rings()


def _who_said(asked: Asked) -> Intent | None:
    words = _SAYS.sub("", asked.question, count=1).strip(" ?!.")
    return WhoSaid(words) if words and words != asked.question.strip(" ?!.") else None


def _parts(asked: Asked) -> Intent | None:
    return Describe(asked.linked, Aspect.PARTS) if asked.linked else None


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
    "list": (listing, IntentName.LIST, False),
    "joined": (joined_to, IntentName.LIST, True),
    "needs": (needs, IntentName.DESCRIBE, True),
    "standing": (_standing, IntentName.LIST, False),
    "circular": (_rings, IntentName.LIST, False),
    "who_said": (_who_said, IntentName.WHO, False),
    "describe": (_describe, IntentName.DESCRIBE, True),
    "parts": (_parts, IntentName.DESCRIBE, True),
    "compare": (_compare, IntentName.COMPARE, True),
    "open": (_open, IntentName.OTHER, False),
}
