"""A second look: what a known control or dependency is said to need is a dependency, whatever noun calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import normal
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.dependencies import dependents, objects_of
from ingest.extractors.rules.flow_words import APPARATUS, PLANT
from ingest.extractors.rules.kinds import AGENT_KINDS, decided, votes_of_head
from ingest.extractors.rules.lexicon import (
    COMMON_VERBS,
    DEPENDENCY_HEADS,
    FUNCTION_WORDS,
    GENERIC_NAMES,
    PLAIN_ADJECTIVES,
)
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.needs import Need, choice_of, needs_in
from ingest.extractors.rules.needy import needy_things
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.safeguards import is_safeguard
from ingest.extractors.rules.topic_words import KNOWN

_DETERMINED = Cue(r"\b(?:the|an?|its|their|our|this|that)\s+(?:\w+\s+)?$", re.IGNORECASE)
_THE = Cue(r"\b(?:the|its|our)\s+$", re.IGNORECASE)
_CLAUSE = Cue(r"\b(?:long\s+as|unless|if|while|when)\s+$", re.IGNORECASE)
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
_VAGUE = frozenset({"file", "field", "box", "thing", "stuff"})
_ABSTRACT_ENDS = ("ness", "ity", "ism", "ship", "ment", "ance", "ing")
_ASSUMED = Cue(r"\b(?:assumes?|presupposes?)\s+(?:that\s+)?$", re.IGNORECASE)
_LOOKS = 2
_LOOK_BACK = 4000
_NEAR = 400
_NO_PART = FUNCTION_WORDS | COMMON_VERBS | (PLAIN_ADJECTIVES - {"key"})
_NAMED = frozenset(ElementKind)
_JOINT = Cue(
    r"(?:,\s+(?:which|who)\s[^,.;]{3,60}(?=,)|\s+\([^)]{2,60}\))?\s*(?:,?\s*(?P<last>\band)\b|,)\s+(?:on\s+|from\s+)?(?=(?:the|an?|its|their|our)\s)",
    re.IGNORECASE,
)


def look_again(reading: Reading) -> Reading:
    """The reading with the dependencies that become known by who needs them; each look may lead to the next."""
    for _ in range(_LOOKS):
        new = {thing.key: thing for thing in _whole(reading) if thing.key not in reading.things}
        if not new:
            break
        things = (*reading.gathered.things, *new.values())
        mentions = find_mentions(reading.outline.sentences, things)
        reading = replace(reading, gathered=replace(reading.gathered, things=things), mentions=mentions)
    return reading


def _whole(reading: Reading) -> tuple[Thing, ...]:
    """What is needed, without single words by which a longer name among them is called for short: "the database"."""
    found = tuple(_needed(reading))
    heads = {head(thing.name) for thing in found if " " in thing.name}
    return tuple(thing for thing in found if " " in thing.name or head(thing.name) not in heads)


def _needed(reading: Reading) -> Iterator[Thing]:
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        for need in needs_in(sentence):
            if not choice_of(reading.outline, need):
                yield from _of_need(place, need)


def _of_need(place: Place, need: Need) -> Iterator[Thing]:
    """The things at both ends of a need that nothing names yet; of what is needed only what a known or telling thing needs."""
    text = need.sentence.text
    spans, known = _listed(text, need), objects_of(place, need)
    unnamed = [span for span in spans if not place.mentioned(span, _NAMED) and not _is_apposed(place, span)]
    phrases = tuple(filter(None, (_phrase(place, need, span) for span in unnamed)))
    things = [place.reading.things[key] for key in known]
    apparatus = any(thing.kind is ElementKind.DEPENDENCY for thing in things) or any(
        head(name) in APPARATUS | PLANT for name in (*phrases, *(thing.name for thing in things))
    )
    needy = needy_things(place, need, firm=apparatus) if known or phrases else ()
    yield from needy
    if (not known or len(spans) > 1) and (needy or (phrases and any(dependents(place, need, ())))):
        yield from (_thing(_in_full(place, phrase), need.sentence) for phrase in phrases)


def _is_apposed(place: Place, span: tuple[int, int]) -> bool:
    """Is "that file" what the text just before explained as a name: "the reviewer register, a file that …"?"""
    word = place.sentence.text[slice(*span)]
    before = place.reading.outline.document.text[max(0, place.sentence.start - _NEAR) : place.sentence.start]
    return " " not in word and re.search(rf"\w, an? (?:\w+ )?{re.escape(word)}\b", before) is not None


def _in_full(place: Place, word: str) -> str:
    """A single word as the document called it before, where it did so in one way only: "that broker" -> "key broker"."""
    if " " in word:
        return word
    text = place.reading.outline.document.text[max(0, place.sentence.start - _LOOK_BACK) : place.sentence.end]
    called = re.findall(
        rf"\b(?:the|an?|our|that|its|their|one|single|only)\s+((?:[a-z-]+ ){{1,2}}?{re.escape(word)})\b", text
    )
    full = {name for name in called if not set(name.split()[:-1]) & _NO_PART}
    return full.pop() if len(full) == 1 else word


def _thing(phrase: str, sentence: Sentence) -> Thing:
    kind = ElementKind.CONTROL if is_safeguard(phrase) else ElementKind.DEPENDENCY
    return Thing(thing_key(kind, phrase), kind, named(phrase), sentence, () if " " in phrase else (phrase,))


def _listed(text: str, need: Need) -> tuple[tuple[int, int], ...]:
    """The noun phrase that is needed; all of them where a list ends with "and": "the feed, the clock and the roster"."""
    spans: list[tuple[int, int]] = []
    at = need.object
    while (span := phrase_after(text[: need.limit], at)) is not None:
        spans.append(span)
        joint = _JOINT.match(text, span[1], need.limit)
        if joint is None:
            return tuple(spans[:1])
        at = joint.end()
        if joint["last"] is not None:
            last = phrase_after(text[: need.limit], at)
            return (*spans, last) if last and need.forward else tuple(spans[:1])
    return tuple(spans[:1])


def names_nothing(phrase: str) -> bool:
    """Does the last word of a phrase say too little for a name: "the opinion", "that condition", "the testing"?"""
    last = head(phrase)
    return last in _ABSTRACT | GENERIC_NAMES | PLAIN_ADJECTIVES or last.endswith(_ABSTRACT_ENDS)


def _phrase(place: Place, need: Need, span: tuple[int, int]) -> str:
    """The noun phrase of what is needed; "" where it names nothing that could fail."""
    text = place.sentence.text
    phrase = text[span[0] : span[1]]
    if _CLAUSE.search(text[: need.object]) and " " in phrase and phrase.endswith("s"):
        phrase = phrase.rpartition(" ")[0]
    if " " not in phrase and _ASSUMED.search(text[: need.object]):
        return ""
    last = head(phrase)
    if need.soft and not {last, phrase.split()[-1].casefold()} & APPARATUS:
        return ""
    agents = votes_of_head(phrase)
    several = " " in phrase or bool(_DETERMINED.search(text[: span[0]]))
    small = phrase[0].islower() or (phrase.split()[0].isupper() and phrase.split()[-1].islower())
    known_kind = decided(agents) not in AGENT_KINDS | {ElementKind.EVIDENCE} and last in KNOWN | PLANT | APPARATUS
    title = phrase.istitle() and " " in phrase and bool(_THE.search(text[: span[0]])) and (known_kind or not need.soft)
    plain = last.isalpha() and (small or title) and normal(phrase) not in place.reading.by_name
    named_agent = agents[ElementKind.PERSON] or agents[ElementKind.TEAM]
    nothing = names_nothing(phrase) and not (" " in phrase and last in DEPENDENCY_HEADS)
    vague = " " not in phrase and last in _VAGUE
    return phrase if not vague and several and plain and not nothing and not named_agent and len(last) > 2 else ""
