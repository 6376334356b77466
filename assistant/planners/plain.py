"""Questions that their words alone tell apart, though their likeness to phrasings of other questions does not.

Each asks for something that the graph gives exactly: what does not rest on something, which two failures do it
together, what would take something's place, when something was done, whom somebody told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.bank import mask, merged
from assistant.event_questions import event_question
from assistant.facts.messages import way_to
from assistant.intents import (
    AmbiguousMention,
    Apart,
    Context,
    FindingsOn,
    Impact,
    Intent,
    ListElements,
    OpenQuestion,
    SoleSupports,
    UnknownName,
    Who,
    WhoRole,
)
from assistant.planners.lists import AIMS
from assistant.planners.slots import Asked
from assistant.stemming import tokens
from graph.elements import AGENTS, COMBINING, HELD_UP, THINGS, ElementKind, RelationType
from graph.naming import singular

_REST = r"(?:depend|rest|rel(?:y|ies)|need|use|require|count|lean|stand)(?:s|ing)?"
_ON = r"(?: (?:up)?on)?"
_APART = re.compile(
    rf"^(?!.*\{{x\}}.*\bnot {_REST})(?:.*\b(?:not|never) (?:at all )?{_REST}{_ON} \{{x\}}"
    rf"|.*\b(?:except|but|excluding|apart from|other than) (?:for )?(?:those|the ones|what|whatever|anything|any|all|ones)"
    rf"(?: of them)?(?: (?:that|which))? {_REST}{_ON} \{{x\}}|.*\b(?:are |is )?independent of \{{x\}}"
    rf"|.*\bwithout (?:resting|depending|relying){_ON} \{{x\}})\W*$"
)
_PAIRS = re.compile(
    r"^(?=.*\b(?:together|jointly|at once|combin\w*|pairs? of failures|break|breaks|take|takes|bring|brings|defeat|down)\b)"
    r"(?!.*\bmost\b).*\b(?:which|what|list|name|find|any|are there|is there)\b.*"
    r"\b(?:two|pairs?|couple of) (?:\w+ )??(?:of )?(?:failures?|things|controls|dependenc\w+|elements|together|failing|that)\b"
    r"|^pairs of failures\b"
)
_IN_ITS_PLACE = re.compile(
    r"\b(?:fall ?-?back|back ?-?up|alternatives?|substitutes?|replacements?|spare|stand ?-?in)s?\b.*\{x\}"
    r"|\{x\} .*\b(?:fall ?-?back|back ?-?up|backed up|alternative|substitute|replacement|stand ?-?in)\b"
    r"|\bwhat (?:would |could |can |will )?(?:backs? up|replaces?|takes? over (?:from|for)|steps? in for) \{x\}"
)
_PLANNED_FOR = re.compile(
    r"\b(?:actions?|plans?|proposals?|steps?|tasks?|tickets?|recommendations?|projects?)\b.*"
    r"\b(?:replac\w*|back(?:s|ing)? up|stand(?:s|ing)? in for|take over from|improv\w*|strengthen\w*|harden\w*)\b.*\{x\}"
)
_FOR_IT = re.compile(f"{_IN_ITS_PLACE.pattern}|{_PLANNED_FOR.pattern}")
_REPLACING = re.compile(r"\b(?:replac\w*|substitut\w*|alternativ\w*)\b")
_WHEN = re.compile(
    r"^(?:and )?(?:when|on what date|how long ago) (?:was|were|did|has|is|had) .*\{x\}.*"
    r"\b(?:last|first|run|ran|test\w*|review\w*|check\w*|updat\w*|audit\w*|exercis\w*|drill\w*|done|install\w*|introduc\w*|chang\w*)\b"
)
_HOW_FAST = re.compile(
    r"\b(?:response|reaction|alert(?:ing)?|notification) times?\b.*\{x\}|\{x\}.*\b(?:response|reaction|alert(?:ing)?) time\b"
    r"|\bhow (?:fast|quickly|soon|long) .*\{x\}.*\b(?:respond|react|alert|page|notify|notifies|tell|warn|raise the alarm)"
)
_HEARS = re.compile(
    r"\bhow (?:long|soon|fast|quickly|many (?:minutes|hours|days))\b.*\b(?:know|hear|learn|told|tell|reach|gets? (?:to|through)|got to|find out|informed|aware"
    r"|notified|paged|called|alerted|warned|arrive)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^(?:and )?whom? (?:else )?(?:did|does|do|would|will|has|have|had|should|must) \{x\} (?:first |then |have to )?"
    r"(?:tell|told|alert|alerted|notify|notified|inform|informed|page|paged|call|called|contact|contacted|warn|warned|escalate to)\W*$"
)
_HOLDS = re.compile(
    r"^(?:and )?(?:what|which pathways?) (?:else )?(?:still )?(?:holds?|stands?|survives?|remains?|(?:is|are) (?:left|intact|unaffected))"
    r"(?: up)? (?:if|when|once|without|after|should) .*\{x\}"
)
_NAMED_PATHWAYS = 12
_ARTICLES = re.compile(r"\b(?:the|our|its|an?) (?=\{x\})")
_BOTH = re.compile(r"\bboth (?:of )?(?:the |our |its )?(?P<what>[\w-]+s)\b", re.IGNORECASE)
_OTHER = re.compile(r"^\W*(?:and |but )?(?:what|how) about the other (?P<what>[\w-]+)\W*$", re.IGNORECASE)
_FINDING = re.compile(
    r"^\W*(?:which|what) (?:finding|objection|critique|criticism)s? (?:say|state|claim|hold|argue|note|point out|mention|find)s?"
    r"(?: that)? (?P<what>.+?)\W*$",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    r"^\W*who (?:has |have |all )?(?:reviewed|critiqued|criticized|criticised|commented on) (?:the|this|that|our) "
    r"(?:[\w-]+ )?(?:report|memorandum|memo|document|assessment|case|paper)\W*$",
    re.IGNORECASE,
)
_FAILING = re.compile(r"\b(?:fail|break|stop|are down|go down|are (?:off|gone|lost|out)|went down)", re.IGNORECASE)


def plain_intent(asked: Asked) -> Intent | None:
    """The intent of a question whose words leave no doubt; None for any other, and where a name in it is unclear."""
    if any(len(mention.candidates) > 1 for mention in asked.mentions):
        return _of_the_case(asked)
    known = tuple(mention for mention in asked.mentions if mention.candidates)
    text = merged(mask(asked.question, tuple((mention.start, mention.end) for mention in known)))
    plainer = replace(asked, masked=_ARTICLES.sub("", text))
    for build in _BUILDERS:
        if (found := build(plainer)) is not None:
            return found
    return _of_the_case(asked)


def other_one(question: str, context: Context, *, named: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The one that "what about the other monitor?" means: of two called so, the one that was not asked about last.

    `named`: the elements that a word names.
    """
    found = _OTHER.match(question)
    failed = context.intent.failed if isinstance(context.intent, Impact) else getattr(context.intent, "subjects", ())
    both = named(found["what"]) if found else ()
    left = tuple(id_ for id_ in both if id_ not in failed)
    return left if len(both) == 2 and len(left) == 1 else ()


def called(word: str, asked: Asked) -> tuple[str, ...]:
    """The things whose names end in a word, be it in the plural."""
    wanted = singular(word.casefold())
    things = (element for element in asked.scope.case.standing.values() if element.kind in THINGS)
    return tuple(
        e.id
        for e in things
        if any(singular(last) == wanted for name in (e.name, *e.aliases) for last in tuple(tokens(name))[-1:])
        or any(wanted == singular(first) for first in tuple(tokens(e.name))[:1] if len(tuple(tokens(e.name))) == 2)
    )


def _apart(asked: Asked) -> Intent | None:
    kinds = asked.kinds & COMBINING
    if not asked.linked or not kinds or kinds != asked.kinds or not _APART.match(asked.masked):
        return None
    return Apart(asked.linked, kinds)


def _pairs(asked: Asked) -> Intent | None:
    tops = asked.of_kinds(HELD_UP)
    unknown = any(not mention.candidates for mention in asked.mentions)
    fits = tops == asked.linked and _PAIRS.search(asked.masked) and not (unknown and not tops)
    return SoleSupports(tops, together=True) if fits else None


def _in_its_place(asked: Asked) -> Intent | None:
    if len(asked.linked) != 1 or asked.of_kinds(HELD_UP) or not _FOR_IT.search(asked.masked):
        return None
    if _PLANNED_FOR.search(asked.masked):
        return ListElements(frozenset({ElementKind.MITIGATION}), joined=asked.linked[0], by=AIMS)
    types = {RelationType.BACKS_UP, *([RelationType.REPLACES] if _REPLACING.search(asked.masked) else [])}
    return ListElements(frozenset({ElementKind.MITIGATION}), joined=asked.linked[0], by=frozenset(types))


def _when(asked: Asked) -> Intent | None:
    if not asked.linked or not _WHEN.match(asked.masked):
        return None
    return OpenQuestion(asked.question, asked.linked, " ".join(mention.text for mention in asked.mentions))


def _how_fast(asked: Asked) -> Intent | None:
    if len(asked.linked) != 1 or not _HOW_FAST.search(asked.masked):
        return None
    told = (RelationType.ALERTS, RelationType.ESCALATES_TO)
    sent = [r for r in asked.scope.case.outgoing.get(asked.linked[0], ()) if r.type in told]
    if any(message.latency_s is not None for message in sent):
        return Who(asked.linked, WhoRole.IS_TOLD)
    return OpenQuestion(asked.question, asked.linked, " ".join(mention.text for mention in asked.mentions))


def _heard_of(asked: Asked) -> Intent | None:
    """How long until somebody hears of something, where messages lead from the one to the other."""
    agents = asked.of_kinds(AGENTS)
    things = asked.of_kinds(frozenset({ElementKind.CONTROL}))
    if not agents or len(things) != 1 or not _HEARS.search(asked.question):
        return None
    if not way_to(things[0], agents[-1], asked.scope):
        return None
    return Who(things, WhoRole.IS_TOLD, until=agents[-1])


def _tells(asked: Asked) -> Intent | None:
    told = (RelationType.ALERTS, RelationType.ESCALATES_TO)
    by = asked.of_kinds(AGENTS)
    if by != asked.linked or not by or not _TELLS.match(asked.masked) or event_question(asked.question, asked.scope):
        return None
    recorded = any(r.type in told for id_ in by for r in asked.scope.case.outgoing.get(id_, ()))
    return Who(by, WhoRole.IS_TOLD) if recorded else None


def _of_the_case(asked: Asked) -> Intent | None:
    """Questions that name no element: of both things of one name, of what findings say, of who reviewed."""
    if (both := _BOTH.search(asked.question)) and _FAILING.search(asked.question):
        return _both(both, asked)
    if _FINDING.match(asked.question) and any(_findings_on(id_, asked) for id_ in asked.linked):
        return FindingsOn(asked.linked)
    if _REVIEWED.match(asked.question):
        raised = {r.source: None for r in asked.scope.case.standing_relations if r.type is RelationType.RAISED_BY}
        return Who(tuple(raised), WhoRole.RAISED) if raised else OpenQuestion(asked.question)
    return None


def _findings_on(element: str, asked: Asked) -> bool:
    about = asked.scope.case.incoming.get(element, ())
    return any(asked.scope.case.elements[relation.source].kind is ElementKind.FINDING for relation in about)


def _both(both: re.Match[str], asked: Asked) -> Intent | None:
    """Both things of one name, where there are two; which are meant, where there are others."""
    inside = {m.candidates for m in asked.mentions if both.start("what") <= m.start < both.end("what")}
    elsewhere = {id_ for m in asked.mentions if m.candidates not in inside for id_ in m.candidates}
    found = called(both["what"], asked)
    if elsewhere or not found:
        return None
    if len(found) == 2:
        return Impact(found)
    names = tuple(f"{element.name} ({element.kind})" for element in asked.scope.elements(found))
    return (
        AmbiguousMention(both[0], names, Impact.asks, found)
        if len(found) > 1
        else UnknownName(both[0], names, Impact.asks)
    )


def _still_holds(asked: Asked) -> Intent | None:
    """A scenario with every pathway told of by name, intact ones too, where they are not too many to read."""
    failed = tuple(id_ for id_ in asked.linked if id_ not in asked.of_kinds(frozenset({ElementKind.PATHWAY})))
    pathways = tuple(pathway.id for pathway in asked.scope.case.of_kind(ElementKind.PATHWAY))
    if not failed or failed != asked.linked or not pathways or not _HOLDS.match(asked.masked):
        return None
    return Impact(failed, about=pathways if len(pathways) <= _NAMED_PATHWAYS else ())


_BUILDERS = (_still_holds, _apart, _pairs, _in_its_place, _when, _heard_of, _how_fast, _tells)
