"""Scenarios that no likeness to a phrasing finds: something is said to happen, and what comes of it is asked.

What happens stands in a clause with "if" or the like, or in a sentence of its own that says how something fails
("The vendor goes on strike. How does that leave Claim 2?"). What is asked of, as Claim 2 here, does not fail itself.
"""

from __future__ import annotations

import re

from assistant.intents import Impact, Scenario
from assistant.planners.slots import Asked
from graph.elements import AGENTS, ElementKind

_IT = r"(?:it|that|this|they|these|those|any of (?:it|that|this)|such a thing|we|the whole thing)"
_WHOLE = r"(?:pathways?|scenarios?|claims?|cases?|reports?|arguments?|conclusions?|memorandum|memo|picture|judge?ments?|assessment)"
_WILL = r"(?:would|will|does|do|did|could|might|can)"
_ASKS = re.compile(
    rf"\bwhat (?:else )?{_WILL} {_IT} (?:do|mean|change|cost|undo|spoil)\b"
    rf"|\b(?:how|where) {_WILL} {_IT} (?:then |still |now )?(?:leave|affect|change|touch|hit|hurt|bite|stand|come out|show|matter)\b"
    rf"|\bhow {_WILL} (?:all |any |each )?(?:of )?(?:the |our |its |either |each )?(?:\w+ )?{_WHOLE} (?:then )?(?:come out|look|fare|stand|change|hold up|end up)\b"
    rf"|\bhow (?:bad|serious|severe|dangerous|grave|much worse) (?:is|are|would|will|does) {_IT}\b"
    rf"|\b(?:does|would|will|should|do) {_IT} (?:\w+ ){{0,2}}(?:matter|hurt|worry|harm|make (?:any|a) difference|change (?:any|much|the))"
    rf"|\b(?:which|what) (?:of (?:the|our) )?{_WHOLE} (?:then )?(?:{_WILL} (?:then )?)?(?:break|fall|fail|suffer|go|give way|weaken|are (?:lost|hit|affected|weakened|thinned)|be (?:lost|hit|affected|weakened))s?\b"
    r"|\bwhat (?:is left|remains|(?:would |will |is )?(?:still )?(?:stands?|standing)) (?:in the way|between|against)\b"
    r"|\bwhat (?:do|would|will|could) we (?:still |then )?(?:have|be left with|have left|lose)\b"
    r"|\b(?:are|is|would|will) (?:we|anything|everything) (?:still |then )?(?:be )?(?:covered|safe|protected|exposed|all right|in trouble|at risk)\b"
    rf"|\b(?:would|will|does|do|could) (?:any|either|one|some|all|both|each)(?: of)?(?: the| our)? {_WHOLE} (?:\w+ )?(?:get worse|gets worse|suffer|change|break|fall|weaken|go|be (?:any )?(?:weaker|worse|affected|hit|lost))s?\b",
    re.IGNORECASE,
)
_UNDOES = re.compile(
    r"^\W*what (?:else )?(?:would|will|does|could|might) (?P<what>(?:an? |the )?.*?\b(?:leak|loss|failure|outage|theft|removal|death|absence|end|collapse|breach|"
    r"departure|withdrawal|compromise)\b.+?) (?:undo|break|spoil|take down|bring down|knock out|cost us|ruin|weaken|put at risk)\W*$",
    re.IGNORECASE,
)
_LETS = re.compile(
    r"^\W*(?:would|could|will|does|might) (?:losing|the loss of|(?:an?|the) (?:failure|outage|absence) of) (?P<what>.+?) "
    r"(?:let|allow|make|open|lead|bring|mean|put|get|help|weaken|hurt|affect|expose)\b",
    re.IGNORECASE,
)
_WHAT_IF = re.compile(
    r"^\W*(?:and |but |so |ok(?:ay)? )?(?:what if|suppos(?:e|ing)|imagine|assum(?:e|ing))\b", re.IGNORECASE
)
_IF = re.compile(
    r"\b(?:if|suppos(?:e|ing)|assum(?:e|ing)|imagine|once|when|should|given that|in case|without|were)\b", re.IGNORECASE
)
_FAILS = re.compile(
    r"\b(?:fail|br(?:ea|o)k|down\b|out of (?:action|order|service|use)|dissolv|strike|wip(?:e|ing)|delet|gone|goes|leav|left|quit|resign|end(?:s|ed)\b|forg|"
    r"miss|los[et]|off\b|stop|dead|dies?\b|died|compromis|leak|tamper|wrong|withdraw|bankrupt|clos(?:e|ing)|shut|disabl|unavail|unreach|expir|runs? out|"
    r"out\b|stol|steal|bypass|other than|useless|worthless|corrupt|fak|crash|unplug|remov|switched|cut|sick|ill\b|away\b|not\b|n['’]t\b|no longer|nobody|let us)",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"\b(?:right|correct|vindicated|justified)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.?!;:]\s+|\s[–—-]\s|,\s*")
_SENTENCE = re.compile(r"[.?!;:]\s+|\s[–—-]\s")


def scenario_intent(asked: Asked) -> Impact | None:
    """What breaks where something happens that the question tells; None where it tells or asks nothing of the kind."""
    if asked.of_kinds(frozenset({ElementKind.MITIGATION})):
        return None
    for pattern in (_UNDOES, _LETS):
        if found := pattern.match(asked.question):
            return _impact(asked, (found.span("what"),))
    if _WHAT_IF.match(asked.question) and asked.question.count("?") < 2:
        return _impact(asked, ((0, len(asked.question)),)) if not _asks_else(asked.question) else None
    asks = _ASKS.search(asked.question)
    if asks is None or _asks_who(asked.question):
        return None
    clause = _around(asked.question, asks)
    told = ((0, clause[0]), (clause[1], len(asked.question)))
    return _impact(asked, told) if any(_tells(asked.question[start:end]) for start, end in told) else None


def _around(question: str, asks: re.Match[str]) -> tuple[int, int]:
    """The characters of the clause that asks: up to a mark, or to the "if" behind it."""
    start = asks.start()
    rest = [
        found.start() for found in (_CLAUSE.search(question, asks.end()), _IF.search(question, asks.end())) if found
    ]
    return start, min(rest, default=len(question))


def _tells(text: str) -> bool:
    """Does a part of a question say that something happens?"""
    return _IF.search(text) is not None or _FAILS.search(text) is not None


def _asks_who(question: str) -> bool:
    return re.search(r"\b(?:who|whom|whose)\b|\bhow (?:soon|fast|quickly|long)\b", question, re.IGNORECASE) is not None


def _asks_else(question: str) -> bool:
    """Does a question ask something else of what it supposes, as "…, who is told?" does?"""
    return (
        re.search(
            r"[,.;:] *(?:who|whom|whose|when|where|how|which|what|is|are|does|do|would|will)\b", question, re.IGNORECASE
        )
        is not None
    )


def _impact(asked: Asked, told: tuple[tuple[int, int], ...]) -> Impact | None:
    """The scenario of what stands in the parts that tell; pathways that stand elsewhere are what it is asked of."""
    inside = [m for m in asked.mentions if any(start <= m.start < end for start, end in told)]
    failed = tuple(dict.fromkeys(m.candidates[0] for m in inside if m.candidates))
    elements = asked.scope.case.elements
    critics = tuple(id_ for id_ in failed if elements[id_].kind in AGENTS | {ElementKind.FINDING})
    if critics and any(_RIGHT.search(asked.question[start:end]) for start, end in told):
        return Impact(critics, Scenario.IS_RIGHT)
    pathways = asked.of_kinds(frozenset({ElementKind.PATHWAY}))
    things = tuple(id_ for id_ in failed if id_ not in pathways)
    return Impact(things, about=pathways) if things else None
