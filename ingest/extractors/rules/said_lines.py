"""Lines of support that a sentence words outright, wherever it stands: "Claim 4 rests on the drill", "it supports Claim 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind, RelationType, Strength
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied, is_rumoured
from ingest.extractors.rules.holders import Holders, Spoken
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import strength_in
from ingest.extractors.rules.support_words import (
    AROUND,
    ASIDE,
    HELD_BY,
    HOLDS,
    IS_SHUT,
    JOINT,
    OPENED,
    SHUTS,
    UP_TO_VERB,
)

_SUPPORTS = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_BEARING = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT})
_BREAK = Cue(
    r";|:\s|\s[–—]\s|,\s+(?:but|while|whereas|because|since|although|though|so|yet|and\s+(?:it|we|they|this|that|the\s+\w+\s+(?:is|was|has))|in\s+which|where|which|who|with\s+which)\b",
    re.IGNORECASE,
)
_TO_FIRST = Cue(r"[^;:]{0,70}")
_UP_TO_HOLDER = Cue(
    r"\W*(?:(?:the|our|this|that|its|both|for|of|a|conclusion|claim|view|case|argument|judg\w+|proposition|statement|idea|assessment|position|saying|against|ruling|out|risk|from|in|under|threat|pathway)\W+){0,6}",
    re.IGNORECASE,
)
_RELATIVE = Cue(
    r"^(?:\s+(?:of|in|from|on)\s+(?:the\s+|last\s+)?\w+(?:\s+\d{1,4}){0,2})?,\s+(?:which|who|in\s+which|where|whose|an?|the)\b[^;:]{0,140},\s*$",
    re.IGNORECASE,
)
_ITS = Cue(
    r"^\W*(?:(?:and|but|also)\s+)?(?P<what>it|this|that|they|these|those|(?:the|this|that)\s+(?:result|figure|finding|outcome|number|record|exercise|test|study|trial|drill)s?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SEVERAL = Cue(
    r"^\W*(?:both|all|these|the)\s+(?:(?:two|three|four|of\s+them|of\s+these)\s+)?(?:\w+\s+)?(?:together\s+)?$",
    re.IGNORECASE,
)
_NEAR_GRADE = Cue(
    r"^\s*(?:[(\[][^()\[\]]{0,30}?\b(?P<in>weak|moderate|strong)\b[^()\[\]]{0,30}[)\]]|,?\s*(?:only\s+|very\s+)?(?P<by>weak|moderate|strong)(?:ly)?(?=\s*(?:[,;.]|and\b|$)))",
    re.IGNORECASE,
)
_GRADED = Cue(r"\b(?P<grade>weak|moderate|strong)(?:ly)?\b(?!-)", re.IGNORECASE)
_CALLED_SO = Cue(
    r"^\W*(?:we\s+(?:\w+\s+)?(?:call|regard|count|rate|judge|consider|treat|see|put)|(?:that|this|it)\s+is|the\s+support|both|each)\b",
    re.IGNORECASE,
)
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TURN, BlockKind.QUOTE, BlockKind.FOOTNOTE})


@dataclass(frozen=True)
class _Bearer:
    """Something that can hold a claim up, where a sentence names it."""

    start: int
    end: int
    key: str


def read_said_lines(reading: Reading) -> Iterator[ProposedRelation]:
    """SUPPORTED_BY between what sentences name on both sides of their verb, with the strength that they say."""
    holders = Holders(reading)
    for unit in reading.outline.units:
        before: tuple[str, ...] = ()
        for sentence in unit.sentences:
            spoken = holders.spoken_of(sentence)
            place = Place(reading, sentence)
            bearers = _bearers(place, spoken)
            if unit.kind in _READ and not (is_rumoured(sentence.text) or sentence.text.rstrip().endswith("?")):
                yield from _held(place, spoken, bearers)
                yield from _around(place, spoken, bearers)
                yield from _shut(place, spoken, bearers)
                yield from _holding(place, spoken, bearers, before=before)
            named = tuple(dict.fromkeys(each.key for each in bearers))
            before = named or before


def _bearers(place: Place, spoken: tuple[Spoken, ...]) -> tuple[_Bearer, ...]:
    start = place.sentence.start
    things = [
        _Bearer(m.start - start, m.end - start, m.key)
        for m in place.mentioned((0, len(place.sentence.text)), _SUPPORTS)
        if not any(each.start <= m.start - start < each.end for each in spoken if not each.pointed)
    ]
    claims = [
        _Bearer(s.start, s.end, s.key)
        for s in spoken
        if s.key.startswith(tuple(f"{k}:" for k in _BEARING)) and not s.pointed
    ]
    return tuple(sorted((*things, *claims), key=lambda each: each.start))


def _held(place: Place, spoken: tuple[Spoken, ...], bearers: tuple[_Bearer, ...]) -> Iterator[ProposedRelation]:
    """What is held up stands before the verb: "Claim 3 rests on the drill and the audit"."""
    text = place.sentence.text
    for verb in HELD_BY.finditer(text):
        above = _above(place, spoken, verb.start())
        if above is None or is_denied(text[: verb.end()]):
            continue
        needed = verb[0].casefold().startswith("relies") and not above.startswith(f"{ElementKind.PATHWAY}:")
        chosen = () if needed else _listed(text, bearers, verb.end())
        for position, each in enumerate(chosen):
            if each.key != above and not each.key.startswith(f"{above}."):
                limit = chosen[position + 1].start if position + 1 < len(chosen) else _end(text, each.end)
                strength = _strength(text, each, (verb.start(), limit), of_all=chosen) or _called(place)
                yield _line(place, (above, each.key), strength)


def _above(place: Place, spoken: tuple[Spoken, ...], verb: int) -> str | None:
    """What stands right before the verb, past what is said of it in brackets or quotation marks; the section's pathway where the clause opens so."""
    text = place.sentence.text
    near = [each for each in spoken if each.end <= verb]
    if near:
        between = ASIDE.sub(" ", text[near[-1].end : verb])
        if UP_TO_VERB.fullmatch(between) or _RELATIVE.match(between) or _same_apposed(near, text, verb):
            return near[-1].key
    subject = place.subject
    opens = re.fullmatch(
        r"\W*(?:and\s+|it\s+is\s+|the\s+risk\s+|(?:(?:most|much|some|all|part)\s+of\s+)?(?:the|our|its)\s+)?",
        text[:verb],
        re.IGNORECASE,
    )
    return subject if opens and subject and place.reading.holds(subject) else None


def _same_apposed(near: list[Spoken], text: str, verb: int) -> bool:
    """Is what stands between the name and the verb the wording of the claim: "Claim 3 – that no … – rests on"?"""
    between = text[near[-1].end : verb]
    return re.fullmatch(r"\s*[,–—(:]+[^;]{0,200}[,–—):]+\s*", between) is not None and len(near) == 1


def _listed(text: str, bearers: tuple[_Bearer, ...], at: int) -> tuple[_Bearer, ...]:
    """The first thing named behind the verb in its clause, with all that is joined to it."""
    behind = [each for each in bearers if each.start >= at]
    if not behind or not _TO_FIRST.fullmatch(text[at : behind[0].start]) or _BREAK.search(text[at : behind[0].start]):
        return ()
    if is_denied(text[at : behind[0].start]) or re.search(
        r"\b(?:without|than|unlike|not|rather)\b", text[at : behind[0].start]
    ):
        return ()
    chosen = [behind[0]]
    for each in behind[1:]:
        if not JOINT.fullmatch(text[chosen[-1].end : each.start]):
            break
        chosen.append(each)
    return tuple(chosen)


def _holding(
    place: Place, spoken: tuple[Spoken, ...], bearers: tuple[_Bearer, ...], *, before: tuple[str, ...]
) -> Iterator[ProposedRelation]:
    """What is held up stands behind the verb: "the drill and the audit support Claim 3 strongly"."""
    text = place.sentence.text
    for verb in HOLDS.finditer(text):
        behind = [each for each in spoken if each.start >= verb.end()]
        first = behind[0] if behind else None
        if (
            first is None
            or is_denied(text[: verb.start()])
            or not _UP_TO_HOLDER.fullmatch(text[verb.end() : first.start])
        ):
            continue
        above = [
            each
            for each in behind
            if each is first
            or (each.key.split(":")[0] == first.key.split(":")[0] and JOINT.fullmatch(text[first.end : each.start]))
        ]
        beneath = _subjects(text, bearers, verb.start())
        if not beneath and (_ITS.match(text[: verb.start()]) or _SEVERAL.match(text[: verb.start()])):
            beneath = _meant(text, bearers, before, verb=verb.span(), above=first)
        for each in beneath:
            strength = _strength(text, each, (verb.start(), _end(text, first.end)), of_all=tuple(beneath)) or _called(
                place
            )
            for holder in above:
                if holder.key != each.key:
                    yield _line(place, (holder.key, each.key), strength)


def _around(place: Place, spoken: tuple[Spoken, ...], bearers: tuple[_Bearer, ...]) -> Iterator[ProposedRelation]:
    """What is held up stands in the middle: "the evidence for Claim 3 is the drill", "we base Claim 3 on the drill"."""
    text = place.sentence.text
    for above in spoken:
        for opening, going_on in AROUND:
            found = going_on.match(text, above.end) if opening.search(text[: above.start]) else None
            if found is None or is_denied(text[: found.end()]):
                continue
            for each in _listed(text, bearers, found.end()):
                if each.key != above.key:
                    strength = _strength(text, each, (above.start, _end(text, each.end)), of_all=(each,))
                    yield _line(place, (above.key, each.key), strength)


def _shut(place: Place, spoken: tuple[Spoken, ...], bearers: tuple[_Bearer, ...]) -> Iterator[ProposedRelation]:
    """What holds a pathway shut stands before it: "Claim 1 rules out Pathway 2", "because Claim 1 holds, Pathway 2 is closed"."""
    text = place.sentence.text
    pathways = [each for each in spoken if each.key.startswith(f"{ElementKind.PATHWAY}:")]
    opened = OPENED.match(text) if pathways else None
    for above in pathways:
        beneath: list[_Bearer] = []
        for verb in SHUTS.finditer(text, 0, above.start):
            if _UP_TO_HOLDER.fullmatch(text[verb.end() : above.start]) and not is_denied(text[: verb.start()]):
                beneath = _subjects(text, bearers, verb.start())
        if opened and not beneath and above.start == opened.end() and IS_SHUT.match(text, above.end):
            beneath = [each for each in bearers if each.end <= opened.end()]
        for each in beneath:
            yield _line(
                place, (above.key, each.key), _strength(text, each, (each.start, above.end), of_all=tuple(beneath))
            )


def _subjects(text: str, bearers: tuple[_Bearer, ...], verb: int) -> list[_Bearer]:
    """What stands right before the verb as its subject, with all that is joined to it."""
    near = [each for each in bearers if each.end <= verb]
    if not near:
        return []
    between = ASIDE.sub(" ", text[near[-1].end : verb])
    if not (UP_TO_VERB.fullmatch(between) or _RELATIVE.match(between)):
        return []
    chosen = [near[-1]]
    for each in reversed(near[:-1]):
        if not JOINT.fullmatch(text[each.end : chosen[0].start]) or not text[each.end : chosen[0].start].strip():
            break
        chosen.insert(0, each)
    return chosen


def _meant(
    text: str, bearers: tuple[_Bearer, ...], before: tuple[str, ...], *, verb: tuple[int, int], above: Spoken
) -> list[_Bearer]:
    """What "it" or "both claims" means: what the sentence grades behind, else what the sentences before named."""
    graded = [each for each in bearers if each.start > above.end and _NEAR_GRADE.match(text[each.end :])]
    if graded:
        return graded
    several = _SEVERAL.match(text[: verb[0]]) is not None
    keys = before if several else before[-1:] if len(before) == 1 else before[:1]
    return [_Bearer(0, 0, key) for key in keys if key != above.key]


def _strength(text: str, bearer: _Bearer, span: tuple[int, int], *, of_all: tuple[_Bearer, ...]) -> Strength | None:
    """What stands beside the name, else the one grade of the clause."""
    near = _NEAR_GRADE.match(text[bearer.end :]) if bearer.end else None
    if near:
        return Strength((near["in"] or near["by"]).casefold())
    if any(other.end and _NEAR_GRADE.match(text[other.end :]) for other in of_all):
        return None
    start = max(text.rfind(mark, 0, span[0]) for mark in ";:")
    clause = text[max(start, 0) : _end(text, span[1])]
    grades = {found["grade"].casefold() for found in _GRADED.finditer(clause)}
    return (
        Strength(grades.pop())
        if len(grades) == 1 and not re.search(r"\b(?:not|no)\s+(?:\w+\s+)?(?:weak|moderate|strong)", clause)
        else None
    )


def _called(place: Place) -> Strength | None:
    """What the next sentence calls the support: "We regard this as strong support"."""
    unit = place.reading.outline.units[place.sentence.unit]
    behind = next((s.text for s in unit.sentences if s.start >= place.sentence.end), "")
    return strength_in(behind) if _CALLED_SO.match(behind) else None


def _end(text: str, at: int) -> int:
    found = Cue(r";|\.\s|,\s+(?:but|while|whereas|although|though)\b").search(text, at)
    return found.start() if found else len(text)


def _line(place: Place, ends: tuple[str, str], strength: Strength | None) -> ProposedRelation:
    return replace(place.relation(RelationType.SUPPORTED_BY, ends), strength=strength)
