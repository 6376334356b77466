"""Names that a question leaves unclear: those that several elements have, and those that none has."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.answer import IntentName
from assistant.intents import AmbiguousMention, UnknownName
from assistant.names import Mention
from assistant.planners.slots import Asked
from assistant.scope import Scope
from graph.elements import Element
from graph.search import find_elements

BESIDE = frozenset({IntentName.IMPACT, IntentName.COMPARE, IntentName.PATH})
_AND = re.compile(
    r"\s*(?:,|\b(?:and|or|plus|with|as well as|together with)\b|&)\s*(?:both |also )?(?:the |our |an? )?(?P<own>(?:[\w-]+ )?)",
    re.IGNORECASE,
)


def unclear_name(asked: Asked, intent: IntentName) -> AmbiguousMention | UnknownName | None:
    """The name that several elements have, or, where nothing at all is linked, the name that none has."""
    for mention in asked.mentions:
        if len(mention.candidates) > 1:
            elements = asked.scope.elements(mention.candidates)
            return AmbiguousMention(mention.text, tuple(map(distinct, elements)), intent, mention.candidates)
    unknown = [mention for mention in asked.mentions if not mention.candidates]
    if unknown and (not asked.linked or any(char.isdigit() for char in unknown[0].text)):
        return UnknownName(asked.unknown_text, nearest_names(asked.unknown_text, asked.scope), intent)
    missing = _beside(asked) if intent in BESIDE else None
    if missing is not None:
        text = replace(asked, mentions=(missing,)).unknown_text
        return UnknownName(text, nearest_names(text, asked.scope), intent)
    return None


def _beside(asked: Asked) -> Mention | None:
    """A name that no element has, named in one breath with one that some element has: "X and the Y fail"."""
    for first, second in pairwise(asked.mentions):
        unknown = first if not first.candidates else second
        if bool(first.candidates) == bool(second.candidates) or not _names_a_thing(unknown, asked.question):
            continue
        between = _AND.fullmatch(asked.question[first.end : second.start])
        if between is None:
            continue
        start = first.start if unknown is first else first.end + between.start("own")
        return replace(unknown, start=start, text=asked.question[start : unknown.end])
    return None


def _names_a_thing(mention: Mention, question: str) -> bool:
    """Is it called "the …", written with a capital, or said to fail?"""
    definite = re.search(r"\b(?:the|our|a|an|both)\W+$", question[: mention.start], re.IGNORECASE)
    fails = re.match(
        r"\W*(?:(?:both|together|all) )*(?:fail|break|stop|go |goes |are |were |is )", question[mention.end :]
    )
    return bool(definite or fails or mention.text[:1].isupper())


def distinct(element: Element) -> str:
    """A name that tells an element from its namesakes."""
    return f"{element.name} ({element.kind})"


def nearest_names(text: str, scope: Scope) -> tuple[str, ...]:
    """The names that are most like an unknown one."""
    return tuple(found.element.name for found in find_elements(scope.case, text, limit=3))
