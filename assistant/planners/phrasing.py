"""The offline planner: links names to elements, masks them, finds the nearest phrasing, and fills in the intent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answer import IntentName
from assistant.bank import NAME, bank, mask, merged, ordinary_words
from assistant.course import Stage
from assistant.dialogue import (
    adds,
    asks_for_grounds,
    carried_over,
    goes_on,
    is_elliptic,
    meant,
    references,
    subjects_of,
)
from assistant.event_questions import event_question
from assistant.facts.messages import MESSAGES
from assistant.intents import (
    AmbiguousMention,
    Context,
    Describe,
    Grounds,
    Impact,
    Intent,
    ListElements,
    NotUnderstood,
    OpenQuestion,
    SoleSupports,
    UnknownName,
    Who,
    WhoRole,
)
from assistant.names import Mention
from assistant.outright import says_all_of, sentences_for
from assistant.planners.denials import sets_aside
from assistant.planners.plain import called, other_one, plain_intent
from assistant.planners.readings import intent_name, intent_of, needs_names
from assistant.planners.scenarios import scenario_intent
from assistant.planners.slots import Asked
from assistant.planners.suiting import suits
from assistant.planners.unclear import unclear_name
from assistant.reading import ANSWERING, GROUNDS
from assistant.relevance import asserted, is_said
from assistant.scope import Scope
from assistant.stemming import STOP, stem, tokens
from graph.case import Case
from graph.elements import AGENTS, THINGS, ElementKind, RelationType

NEAR = 0.3
_OF_THOSE = re.compile(r"\bof (?:those|these|them)\b", re.IGNORECASE)
ABOUT_ELEMENTS = frozenset({"impact", "sole_supports", "path", "compare"})
KNOWN_SHARE = 0.5
SHORT = 7
_OF_FACT = re.compile(r"\W*(?:and )?(?:who|whom|whose|when|where|which|how (?:many|much|long|often))\b", re.IGNORECASE)
_WHO_ELSE = re.compile(
    r"\W*(?:and |but )?whom? else(?: is| was| gets| hears| knows)?(?: told| it| of it| about it)?\W*", re.IGNORECASE
)
OF_SUBJECT = frozenset({"owns", "operates", "told", "evaluated_by", "tested", "needs", "describe"})


@dataclass(frozen=True)
class PhrasingPlanner:
    """Plans with the phrasing bank. See `Planner`."""

    name: str = "offline"

    def plan(self, question: str, scope: Scope, context: Context) -> Intent:
        """See `Planner.plan`."""
        question = question.removeprefix(ANSWERING)
        if question.startswith(GROUNDS):
            return _grounds(self.plan(question.removeprefix(GROUNDS), scope, context), question)
        if context.intent is not None and asks_for_grounds(question):
            return _grounds(context.intent, context.question)
        found = scope.mentions(question)
        back = _pointed_at(question, found, case=scope.case, context=context)
        named = tuple(sorted((*found, *back), key=lambda mention: mention.start))
        masked = mask(question, tuple((mention.start, mention.end) for mention in named))
        asked = _with_subject(Asked(question, masked, named, scope), context)
        if plain := plain_intent(asked):
            return plain
        if context.intent is not None and (follow := _followed(asked, context)):
            return _unless_reversed(follow, asked)
        return _anew(asked, context)


def _anew(asked: Asked, context: Context) -> Intent:
    """The intent of a question that does not go on from the one before."""
    if scenario := scenario_intent(asked):
        return unclear_name(asked, IntentName.IMPACT) or _unless_reversed(scenario, asked)
    if not _is_english(asked.question, asked.mentions, asked.scope):
        return NotUnderstood(readings(asked.scope))
    intent = _of_an_incident(asked) or _among_those(_nearest(asked), asked.question, context)
    return _unless_reversed(intent, asked)


def _unless_reversed(intent: Intent, asked: Asked) -> Intent:
    """An intent to be computed, but where the question sets aside what it would be computed of."""
    if not isinstance(intent, Impact | SoleSupports | ListElements | Describe):
        return intent
    aside = sets_aside(asked)
    if not aside:
        return intent
    own = tuple(f"What breaks if {e.label} fails?" for e in asked.scope.elements(asked.linked[:1]) if e.kind in THINGS)
    return NotUnderstood((*own, *readings(asked.scope)[len(own) :]), aside)


def _of_an_incident(asked: Asked) -> Intent | None:
    """A question about the course of an incident; one that names elements only where it asks when people were told."""
    event = event_question(asked.question, asked.scope)
    people = asked.of_kinds(AGENTS) == asked.linked
    if event is None or (asked.linked and not (people and Stage.TOLD in event.stages)):
        return None
    return OpenQuestion(asked.question, asked.linked)


def _among_those(intent: Intent, question: str, context: Context) -> Intent:
    """A list of "those" as one of what the last answer named, and what it was asked about."""
    if not isinstance(intent, ListElements) or intent.joined or not _OF_THOSE.search(question):
        return intent
    asked = subjects_of(context.intent) if context.intent else ()
    owned = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
    kinds = intent.kinds or (owned if RelationType.OWNED_BY in intent.lacking else frozenset())
    return replace(intent, kinds=kinds, among=tuple(dict.fromkeys((*asked, *context.elements))), words="")


def _grounds(intent: Intent, question: str) -> Intent:
    """What an intent's answer rests on; of what has no answer, the intent itself."""
    if isinstance(intent, Grounds | UnknownName | AmbiguousMention | NotUnderstood):
        return intent
    return Grounds(intent, question)


def _pointed_at(question: str, found: tuple[Mention, ...], *, case: Case, context: Context) -> tuple[Mention, ...]:
    """What the pronouns of a question point at, where something was said before."""
    back = []
    for reference in references(question):
        inside = any(mention.start <= reference.start < mention.end for mention in found)
        text = question[reference.start : reference.end]
        elements = () if inside else meant(reference, context, case)
        back += [Mention(reference.start, reference.end, text, (element,)) for element in elements]
    return tuple(back)


def _with_subject(asked: Asked, context: Context) -> Asked:
    """A short question of elements that names none ("who owns it?" without the "it") with what was asked about last."""
    last = subjects_of(context.intent)[:1] if context.intent else ()
    if asked.mentions or not last or len(tuple(tokens(asked.question))) > SHORT:
        return asked
    likest = next((r for r in bank().readings(asked.masked) if suits(r.reading, asked)), None)
    if likest is None or likest.likeness < NEAR or likest.reading not in OF_SUBJECT:
        return asked
    end = len(asked.question)
    return replace(asked, masked=f"{asked.masked} {NAME}", mentions=(Mention(end, end, "", last),))


def _followed(asked: Asked, context: Context) -> Intent | None:
    """The last question asked of something else, or with something more."""
    if other := other_one(asked.question, context, named=lambda word: called(word, asked)):
        return carried_over(context, other)
    if _WHO_ELSE.fullmatch(asked.question) and isinstance(context.intent, Who | OpenQuestion):
        return _next_told(context.intent, context.elements, asked.scope)
    linked = tuple(dict.fromkeys(c for mention in asked.mentions for c in mention.candidates[:1]))
    known = bool(linked) and all(len(mention.candidates) == 1 for mention in asked.mentions)
    if isinstance(context.intent, Impact) and known and adds(asked.masked) and _starts_with_more(asked.question):
        return replace(context.intent, failed=tuple(dict.fromkeys((*context.intent.failed, *linked))), about=())
    if isinstance(context.intent, Impact) and not asked.mentions and goes_on(asked.question):
        return context.intent
    return _of_another(asked, context, linked if known else ()) if is_elliptic(merged(asked.masked)) else None


def _of_another(asked: Asked, context: Context, linked: tuple[str, ...]) -> Intent | None:
    return carried_over(context, linked) if linked else unclear_name(asked, IntentName.OTHER)


def _next_told(intent: Who | OpenQuestion, found: tuple[str, ...], scope: Scope) -> Intent:
    """After "who is told?", whom those tell in turn; else the question before, whose answer names everybody."""
    told = tuple(id_ for id_ in found if any(r.type in MESSAGES for r in scope.case.outgoing.get(id_, ())))
    further = isinstance(intent, Who) and intent.role is WhoRole.IS_TOLD and told
    return Who(told, WhoRole.IS_TOLD) if further else intent


def _starts_with_more(question: str) -> bool:
    return re.match(r"\W*(and|what if|also|plus|suppose|now)\b", question.casefold()) is not None


def _is_english(question: str, mentions: tuple[Mention, ...], scope: Scope) -> bool:
    """Are most words of a question that name nothing English ones, or words of the case?"""
    words = list(tokens(question))
    named = {word for mention in mentions if mention.candidates for word in tokens(mention.text)}
    rest = [word for word in words if word not in named]
    if not words or sum(c.isalpha() and c.isascii() for c in question) < sum(c.isalpha() for c in question) * 0.7:
        return False
    known = [w for w in rest if w in STOP or stem(w) in ordinary_words() or scope.passages.holds(stem(w))]
    return len(rest) < 3 or len(known) >= KNOWN_SHARE * len(rest)


def _nearest(asked: Asked) -> Intent:
    likest = bank().readings(merged(asked.masked))
    plain = bank().readings(asked.masked)
    both = sorted((*likest, *plain), key=lambda found: -found.likeness)
    for found in both:
        if found.likeness < NEAR:
            break
        if not suits(found.reading, asked):
            continue
        if needs_names(found.reading):
            asked = _with_assertions(asked)
        unclear: Intent | None = unclear_name(asked, intent_name(found.reading)) if needs_names(found.reading) else None
        if isinstance(unclear, UnknownName) and found.reading not in ABOUT_ELEMENTS:
            said = _is_no_name(unclear.name) or _is_said(asked, unclear.name)
            unclear = OpenQuestion(asked.question) if said else unclear
        intent = unclear or intent_of(found.reading, asked)
        if intent is not None:
            return intent
    named = " ".join(mention.text for mention in asked.mentions if mention.candidates)
    if _is_of_fact(asked) or sentences_for(asked.question, named, asked.scope):
        return OpenQuestion(asked.question, asked.linked, named)
    return NotUnderstood(readings(asked.scope))


def _is_of_fact(asked: Asked) -> bool:
    """Does it ask who, when, where or how much, of something that the documents speak of?"""
    words = [stem(word) for word in tokens(asked.question) if word not in STOP]
    held = [word for word in words if asked.scope.passages.holds(word)]
    return _OF_FACT.match(asked.question) is not None and len(held) >= max(2, len(words) / 2)


def _is_no_name(text: str) -> bool:
    """Is it a single adverb?"""
    return re.fullmatch(r"[a-z]{3,}ly", text) is not None


def _is_said(asked: Asked, unknown: str) -> bool:
    """Does a sentence answer the question that says what is named and no element is called?"""
    return is_said(asked.question, unknown, asked.scope) or says_all_of(asked.question, unknown, asked.scope)


def _with_assertions(asked: Asked) -> Asked:
    """The question with what it describes, and names nowhere, taken for the assertion that says just that."""
    unknown = [mention for mention in asked.mentions if not mention.candidates]
    if not unknown:
        return asked
    start, end = unknown[0].start, unknown[-1].end
    rest = tuple(mention for mention in asked.mentions if mention.candidates)
    between = any(start < mention.start < end for mention in rest)
    element = None if between else asserted(asked.question[start:end], asked.scope)
    if element is None:
        return asked
    described = Mention(start, end, asked.question[start:end], (element,))
    return replace(asked, mentions=tuple(sorted((*rest, described), key=lambda mention: mention.start)))


def readings(scope: Scope) -> tuple[str, ...]:
    """Three questions that the case can answer."""
    elements = scope.case.standing.values()
    control = next((f"What breaks if {e.name} fails?" for e in elements if e.kind == "control"), "What would break?")
    claim = next((f"What does {e.label} rest on?" for e in elements if e.kind == "claim"), "Which claims are there?")
    return control, "Which things are most load-bearing?", claim
