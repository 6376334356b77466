"""A second look: what a known control or dependency is said to need is a dependency, whatever noun calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import normal
from ingest.extractors.rules.dependencies import dependents, objects_of
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.needs import Need, choice_of, needs_in
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.safeguards import is_safeguard

_DETERMINED = re.compile(r"\b(?:the|an?|its|their|our|this|that)\s+(?:\w+\s+)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:long\s+as|unless|if|while|when)\s+$", re.IGNORECASE)
_ABSTRACT = frozenset(
    [
        "goodwill",
        "someone",
        "somebody",
        "anyone",
        "anybody",
        "everyone",
        "nobody",
        "nothing",
        "anything",
        "everything",
        "something",
        "assumption",
        "judgement",
        "judgment",
        "effort",
        "thought",
        "attention",
        "care",
        "trust",
        "ability",
        "number",
        "amount",
        "quality",
        "level",
        "degree",
        "fact",
        "facts",
        "sense",
        "fear",
        "hope",
        "luck",
        "chance",
        "matter",
        "aversion",
        "goal",
        "skill",
        "will",
        "use",
        "belief",
        "view",
        "opinion",
        "history",
        "past",
        "future",
        "reader",
        "author",
        "answer",
        "reason",
        "choice",
        "condition",
        "conditions",
        "discretion",
        "access",
        "scrutiny",
        "explanation",
        "understanding",
        "description",
        "word",
        "words",
        "text",
        "page",
        "question",
        "combination",
        "operator",
        "pathway",
        "evidence",
        "step",
        "argument",
    ]
)
_ABSTRACT_ENDS = ("ness", "ity", "ism", "ship", "ment", "ance", "ing")
_LOOKS = 2


def look_again(reading: Reading) -> Reading:
    """The reading with the dependencies that become known by who needs them; each look may lead to the next."""
    for _ in range(_LOOKS):
        new = {thing.key: thing for thing in _needed(reading) if thing.key not in reading.things}
        if not new:
            break
        things = (*reading.gathered.things, *new.values())
        mentions = find_mentions(reading.outline.sentences, things)
        reading = replace(reading, gathered=replace(reading.gathered, things=things), mentions=mentions)
    return reading


def _needed(reading: Reading) -> Iterator[Thing]:
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        for need in needs_in(sentence):
            if choice_of(reading.outline, need) or objects_of(place, need):
                continue
            phrase = _phrase(place, need)
            if phrase and any(dependents(place, need, ())):
                kind = ElementKind.CONTROL if is_safeguard(phrase) else ElementKind.DEPENDENCY
                yield Thing(thing_key(kind, phrase), kind, named(phrase), sentence, () if " " in phrase else (phrase,))


def names_nothing(phrase: str) -> bool:
    """Does the last word of a phrase say too little for a name: "the opinion", "that condition", "the testing"?"""
    last = head(phrase)
    return last in _ABSTRACT | GENERIC_NAMES | PLAIN_ADJECTIVES or last.endswith(_ABSTRACT_ENDS)


def _phrase(place: Place, need: Need) -> str:
    """The noun phrase of what is needed; "" where it names nothing that could fail."""
    text = place.sentence.text
    span = phrase_after(text, need.object)
    if span is None or span[1] > need.limit:
        return ""
    phrase = text[span[0] : span[1]]
    if _CLAUSE.search(text[: need.object]) and " " in phrase and phrase.endswith("s"):
        phrase = phrase.rpartition(" ")[0]
    last = head(phrase)
    agents = votes_of_head(phrase)
    several = " " in phrase or bool(_DETERMINED.search(text[: span[0]]))
    plain = last.isalpha() and phrase[0].islower() and normal(phrase) not in place.reading.by_name
    named_agent = agents[ElementKind.PERSON] or agents[ElementKind.TEAM]
    return phrase if several and plain and not names_nothing(phrase) and not named_agent and len(last) > 2 else ""
