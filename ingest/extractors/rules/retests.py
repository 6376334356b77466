"""Tests without a name of their own: "Kiln Safety sent 40 faked orders through the gate; 38 were refused"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.conductor_words import IS_SUBJECT
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied, is_rumoured
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.phrases import named
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.trial_words import CAME_OUT, HEADED, RATIO
from ingest.extractors.rules.tried_things import came_out, doing

_CONTROL = frozenset({ElementKind.CONTROL})
_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_TRIED = Cue(
    r"\s(?:then\s+|also\s+|since\s+|again\s+|has\s+|have\s+|had\s+|deliberately\s+)*(?P<done>(?:re-?ran|ran|re-?run|repeated|planted|sent|submitted|replayed|re-?played|fed|injected|pushed|staged|simulated|seeded|issued|triggered|launched|"
    r"attempted|posted|tried|presented|loaded|played|set\s+off|put|timed|forged|smuggled|re-?tested|tested|checked|exercised|challenged|pulled|cut|walked|released|inserted|offered)\s+"
    r"(?P<what>(?:about\s+|some\s+|another\s+|the\s+same\s+|the\s+|an?\s+)?(?P<count>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a\s+hundred)?[^.;:,]{3,90}))",
)
_WHO = Cue(r"(?:^|[,;]\s+|\b(?:and|then|week|month|day)\s+)(?:[Ww]e|I|[Tt]hey)$")
_LEAVES = Cue(
    r"\s+(?:(?:through|against|at|into|past|to|via|towards|over|by|and|but|so|which|while|with\s+the|under|during|using|without|on\s+(?:\d|the\b|a\b|[A-Z])|in\s+(?:[A-Z]|the\s+week)|after|before|last|this|between|from)\b.*)",
    re.DOTALL,
)
_CLAUSE = Cue(r"[:;]\s+|,\s+(?:and|but|of\s+which|which)\s+|\s+and\s+(?=(?:the|it|all|both|each|none)\b)|\.\s+|\.$")
_Proposal = ProposedElement | ProposedRelation
_SHORT, _LONG = 3, 14
_OPENING = 40


def read_retests(reading: Reading) -> Iterator[_Proposal]:
    """Evidence called by what was put to a control, EVALUATED_BY from the control to it, and from it to who did it."""
    for unit in reading.outline.units:
        if unit.kind in _KINDS and unit.index not in reading.planned:
            yield from _in_unit(reading, unit)


def without_retold(retests: Iterable[_Proposal], others: Iterable[_Proposal]) -> Iterator[_Proposal]:
    """What other rules say of tests, without the same tests under longer names, and who tried what where a test says so."""
    spans = [(each.quote.start, each.quote.end) for each in retests if isinstance(each, ProposedElement)]
    for each in others:
        if not any(start <= each.quote.start < end for start, end in spans):
            yield each


def _in_unit(reading: Reading, unit: Unit) -> Iterator[_Proposal]:
    for sentence, following in pairwise((*unit.sentences, None)):
        if sentence is None or is_rumoured(sentence.text) or not _may_tell(reading, sentence):
            continue
        place = Place(reading, sentence)
        tried = _TRIED.search(sentence.text)
        if tried is None or is_denied(sentence.text[: tried.start()]):
            continue
        agents = _agents(place, tried)
        outcome = _outcome(sentence, following, tried) if agents is not None else None
        control = _control(place, outcome, tried) if outcome else None
        if agents is not None and outcome is not None and control is not None:
            yield from _evidence(place, tried, outcome, ends=(control, *agents))


def _may_tell(reading: Reading, sentence: Sentence) -> bool:
    place = Place(reading, sentence)
    subject = place.subject
    claimed = subject is not None and reading.holds(subject)
    return not claimed and not place.mentioned((0, len(sentence.text)), _EVIDENCE)


def _agents(place: Place, tried: re.Match[str]) -> tuple[str, ...] | None:
    """Keys of who tried; empty for "we"; None where nobody is said to have."""
    text, start = place.sentence.text, place.sentence.start
    before = place.mentioned((0, tried.start() + 1), AGENT_KINDS)
    if before and IS_SUBJECT.fullmatch(text[before[-1].end - start : tried.start() + 1]):
        return (before[-1].key,)
    return () if _WHO.search(text[: tried.start()]) else None


def _outcome(sentence: Sentence, following: Sentence | None, tried: re.Match[str]) -> Sentence | None:
    """The sentence that says how it came out."""
    if following is not None and HEADED.search(following.text, 0, _OPENING):
        return None
    clause = _CLAUSE.search(sentence.text, tried.start("what"))
    here = clause is not None and clause.end() < len(sentence.text) and came_out(sentence.text[clause.end() :])
    if here:
        return sentence
    near = following is not None and came_out(following.text) and bool(tried["count"] or RATIO.search(following.text))
    return following if near else None


def _control(place: Place, outcome: Sentence, tried: re.Match[str]) -> str | None:
    """The only control that the two sentences name from the verb on, else what is spoken of there."""
    first = place.mentioned((tried.start(), len(place.sentence.text)), _CONTROL)
    after = (
        () if outcome is place.sentence else Place(place.reading, outcome).mentioned((0, len(outcome.text)), _CONTROL)
    )
    if first or after:
        last = Place(place.reading, outcome)
        return doing(last, after) if after else doing(place, first)
    return place.antecedent(_CONTROL) if tried["count"] else None


def _evidence(place: Place, tried: re.Match[str], outcome: Sentence, *, ends: tuple[str, ...]) -> Iterator[_Proposal]:
    first, (control, *agents) = place.sentence, ends
    key = f"{ElementKind.EVIDENCE}:{first.unit}/{first.start}"
    quote = place.reading.outline.short_quote(first.start, outcome.end)
    name, *others = _names(first, tried, outcome)
    yield ProposedElement(key, ElementKind.EVIDENCE, named(name), quote, aliases=tuple(others), text=quote.text)
    yield place.relation(RelationType.EVALUATED_BY, (control, key))
    for agent in agents:
        yield place.relation(RelationType.EVALUATED_BY, (key, agent))


def _names(first: Sentence, tried: re.Match[str], outcome: Sentence) -> tuple[str, ...]:
    """What was put to the control, or what was done where that has no number, and how it came out."""
    said = tried["what"] if tried["count"] else tried["done"]
    parts = [" ".join(_LEAVES.sub("", said).split())]
    rest = first.text[tried.start("what") :] if outcome is first else outcome.text
    clauses = [" ".join(part.split()) for part in _CLAUSE.split(rest) if part]
    told = [c for c in clauses if _SHORT <= len(c.split()) <= _LONG and (RATIO.search(c) or CAME_OUT.search(c))]
    return tuple(dict.fromkeys((*parts, *told[-1:])))
