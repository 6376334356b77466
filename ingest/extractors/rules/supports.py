"""Which controls and evidence hold up the claim in whose section they stand, and how strong the source says they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph.elements import Basis, ElementKind, RelationType, Strength
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.need_words import RESTS
from ingest.extractors.rules.needs import Need, needs_in
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import strength_in

_SUPPORTS = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_NEEDY = _SUPPORTS | {ElementKind.DEPENDENCY}
_HOLDER = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT})
_AGAINST = Cue(
    r"\b(?:not|\w+n[’']t|never|neither|nor|without|than|unlike|except|beyond|absent|no|other\s+than|rather\s+than|against)\b[^,;:]{0,30}$",
    re.IGNORECASE,
)
_CUE = Cue(
    r"(?:\b(?:under|through|via|by|with|or|rests?\s+(?:\w+\s+){0,2}on|both|either|and|shows?|because|from|using|of|is|:)\s*(?:the\s+|an?\s+|our\s+)?|:\s*|^\W*(?:the\s+|our\s+)?)$",
    re.IGNORECASE,
)
_POSSESSIVE = Cue(r"[’']s\b")
_OPENS = Cue(r"^\W*(?:(?:the|our|an?|this)\s+)?$", re.IGNORECASE)
_CLAIMED = Cue(r"\b(?:claims?|arguments?)\s+(?:[\w.-]+\s+)?(?:in\s+turn\s+|also\s+)?$", re.IGNORECASE)
_RESTS = Cue(RESTS, re.IGNORECASE)
_ASIDE = Cue(
    r"\b(?:during|in|for|of|to|about|into|from|future|any|each|later)\s+(?:the\s+|an?\s+|our\s+|\w+\s+)?$",
    re.IGNORECASE,
)
_FOR_IT = Cue(
    r"\b(?:important|necessary|essential|crucial|vital|critical|indispensable|needed|required|a\s+(?:condition|prerequisite|precondition))\s+for\b[^.;]*$",
    re.IGNORECASE,
)
_CLAUSES = Cue(r"(?:[^;)]|\)(?!,?\s+and\b))+(?:\)|;|$)")
_WHOLE = Cue(r"\bthe\s+claim\b|\bthis\s+claim\b|\boverall\b|\btaken\s+together\b", re.IGNORECASE)
_RESULT = Cue(
    r"\b(?:regard|count|treat|see|consider|take|rate)\s+(?:this|it|(?:the|this|that)\s+(?:result|figure|finding|outcome))\s+(?:\w+ly\s+)?as\s+(?:\w+ly\s+)?\w+\s+(?:evidence|support)\b(?!\s+(?:for|of|against|that)\b)",
    re.IGNORECASE,
)
_IN_STUDY = Cue(r"^\W*(?:in|during)\s+(?:the|our)\s+$", re.IGNORECASE)
_SEVERAL = Cue(r"\b(?:either|both|each)\s+(?:of\s+)?\w+", re.IGNORECASE)


@dataclass(frozen=True)
class Support:
    """A line from a claim to a control or evidence that its section names."""

    place: Place
    claim: str
    thing: str
    stated: bool


def read_supports(
    reading: Reading, lines: tuple[ProposedRelation, ...]
) -> Iterator[ProposedElement | ProposedRelation]:
    """Lines from claims and arguments to what their sections name, and stated strengths. `lines`: those between claims."""
    above: dict[str, list[str]] = {}
    for line in lines:
        if line.type is RelationType.SUPPORTED_BY and not line.source.startswith("pathway:"):
            above.setdefault(line.target, []).append(line.source)
    found: dict[str, dict[str, Support]] = {}
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        claim = place.subject
        if claim is None or reading.kind_of(claim) not in _HOLDER or reading.is_name(sentence):
            continue
        of_claim = found.setdefault(claim, {})
        for support in _named(place, claim, tuple(of_claim)):
            of_claim[support.thing] = support
            basis = Basis.STATED if support.stated else Basis.INFERRED
            yield place.relation(RelationType.SUPPORTED_BY, (claim, support.thing), basis=basis)
        yield from _strengths(place, claim, of_claim, above=above.get(claim, []))


def _named(place: Place, claim: str, known: tuple[str, ...]) -> Iterator[Support]:
    text, start = place.sentence.text, place.sentence.start
    needs = tuple(need for need in needs_in(place.sentence) if not need.soft)
    for mention in place.mentioned((0, len(text)), _SUPPORTS):
        at = mention.start - start
        needed = any(n.object <= at < n.limit and at - n.object < 40 and not _of_claim(place, n) for n in needs)
        needy = any(n.dependent[0] <= at < n.dependent[1] for n in needs) and _OPENS.match(text[:at])
        owner = _POSSESSIVE.search(text, at, mention.end - start + 2)
        if mention.key in known or needed or needy or owner or _is_against(text[:at]) or _FOR_IT.search(text[:at]):
            continue
        plain = not any(char.isupper() for char in place.reading.things[mention.key].name[1:])
        if plain and _ASIDE.search(text[:at]) and not _reports(text, mention, at):
            continue
        yield Support(place, claim, mention.key, _is_stated(text, at))


def _reports(text: str, mention: Mention, at: int) -> bool:
    """Does the sentence open with a study and give a figure of it: "In the fog drill, 8 of 10 boats came home"?"""
    opens = mention.kind is ElementKind.EVIDENCE and bool(_IN_STUDY.match(text[:at]))
    return opens and any(char.isdigit() for char in text[at:])


def _is_against(before: str) -> bool:
    """Do the words before a name deny that it holds anything up?"""
    rests = [match.start() for match in _RESTS.finditer(before)]
    return _AGAINST.search(before) is not None or bool(rests and is_denied(before[: rests[-1]]))


def _of_claim(place: Place, need: Need) -> bool:
    """Is it the claim itself that is said to rest on something?"""
    text = place.sentence.text
    before = text[need.dependent[0] : need.dependent[1]]
    rests = _RESTS.search(text, need.dependent[1], need.object) and place.is_of_subject(before, _NEEDY)
    return _CLAIMED.search(before) is not None or bool(rests)


def _is_stated(text: str, at: int) -> bool:
    return _CUE.search(text[:at]) is not None


def _strengths(
    place: Place, claim: str, supports: Mapping[str, Support], *, above: list[str]
) -> Iterator[ProposedElement | ProposedRelation]:
    for part in _CLAUSES.finditer(place.sentence.text):
        clause = part[0]
        strength = strength_in(clause)
        if strength is not None:
            mentioned = [m for m in place.mentioned(part.span(), _SUPPORTS) if m.key in supports]
            things = _meant(clause, mentioned, supports)
            if not things and all(parent.startswith("argument:") for parent in above):
                things = list(supports)
            yield from _graded(place, (claim, strength), things, above=above)


def _meant(clause: str, mentioned: list[Mention], supports: Mapping[str, Support]) -> list[str]:
    if mentioned:
        return [mentioned[-1].key]
    results = [key for key, each in supports.items() if _is_evidence(each)] if _RESULT.search(clause) else []
    if results:
        return results[-1:]
    return list(supports) if _SEVERAL.search(clause) else []


def _is_evidence(support: Support) -> bool:
    return support.place.reading.things[support.thing].kind is ElementKind.EVIDENCE


def _graded(
    place: Place, said: tuple[str, Strength], things: list[str], *, above: list[str]
) -> Iterator[ProposedElement | ProposedRelation]:
    """The strength goes to the things that the clause names, else to the line from the claim above, else to the claim."""
    claim, strength = said
    if things and not (above and _WHOLE.search(place.sentence.text)):
        for thing in things:
            yield replace(place.relation(RelationType.SUPPORTED_BY, (claim, thing)), strength=strength)
    elif above and not _WHOLE.search(place.sentence.text):
        for parent in above:
            yield replace(place.relation(RelationType.SUPPORTED_BY, (parent, claim)), strength=strength)
    else:
        yield _strong_claim(place, claim, strength)


def _strong_claim(place: Place, claim: str, strength: Strength) -> ProposedElement:
    known = place.reading.numbered[claim]
    name = known.name or known.label
    return ProposedElement(claim, known.kind, name, place.quote, number=known.shown, mention=True, strength=strength)
