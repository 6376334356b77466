"""What a reviewer's sentence says of a statement that the critique repeats: in the sentence itself, or right before it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.elements import RelationType
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.finding_targets import WEIGHT, named_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.points import Point
from ingest.extractors.rules.quoted_claims import quoted_claims
from ingest.extractors.rules.reading import Place
from ingest.extractors.rules.reported import Reported
from ingest.extractors.rules.views import views_in, without_quoted

_STATEMENT = Cue(
    r"\b(?:the|this|that|your|their|its|same|such\s+an?|our)\s+(?:\w+\s+){0,2}?(?:claims?|statements?|sentences?|assertions?|assurances?|phrases?|passages?|paragraph|line|wording|words|proposition|contention|quotation|promise)\b",
    re.IGNORECASE,
)

_TONES = (
    (
        RelationType.QUALIFIES,
        Cue(
            r"\b(?:only|but|except|most(?:ly)?|some|half|part(?:ly)?|unless|usually|sometimes|provided|while|though|although)\b",
            re.IGNORECASE,
        ),
    ),
    (
        RelationType.DISPUTES,
        Cue(
            r"\b(?:not|no|never|none|nobody|nothing|nowhere|cannot|without|fail(?:s|ed)?|missed|miss(?:es)?|lacks?|absent|stale|late|out\s+of\s+date)\b|n[’']t\b",
            re.IGNORECASE,
        ),
    ),
)


def aim_at_quoted(point: Point, place: Place, claims: Mapping[int, Reported]) -> tuple[tuple[RelationType, str], ...]:
    """The gravest view of a sentence with the key of the repeated statement that it is of; nothing where it is of another thing.

    `claims`: the claims that the critique reports, by where their sentences begin.
    """
    sentence = place.sentence
    told = views_in(sentence.text)
    claim = _claim_of(point, place, claims) if told else None
    return ((min((each.type for each in told), key=WEIGHT.index), claim.key),) if claim else ()


def answer_to_quoted(point: Point, claims: Mapping[int, Reported]) -> tuple[RelationType, str, Sentence] | None:
    """What a point without an outright view does to the statement repeated before it, by the tone of its last sentence.

    Its key and the sentence besides; None where nothing is repeated or the words have no tone.
    """
    said = sorted((*point.before, *point.sentences), key=lambda each: each.start)
    if any(views_in(each.text) for each in said):
        return None
    claim = next((claims[each.start] for each in said if each.start in claims and any(quoted_claims(each.text))), None)
    last = said[-1]
    type_ = next((type_ for type_, tone in _TONES if tone.search(without_quoted(last.text))), None)
    return (type_, claim.key, last) if claim is not None and type_ is not None else None


def _claim_of(point: Point, place: Place, claims: Mapping[int, Reported]) -> Reported | None:
    sentence = place.sentence
    if any(quoted_claims(sentence.text)):
        return claims.get(sentence.start) or _within(sentence, claims)
    said_before = sorted((*point.before, *point.sentences), key=lambda each: each.start)
    before = [each for each in said_before if each.start < sentence.start and any(quoted_claims(each.text))]
    claim = (claims.get(before[-1].start) or _within(before[-1], claims)) if before else None
    of_other = not _STATEMENT.search(sentence.text) and named_in(place, (0, len(sentence.text)))
    return None if of_other else claim


def _within(sentence: Sentence, claims: Mapping[int, Reported]) -> Reported | None:
    """The claim of a cell of a row, or of a sentence that was cut."""
    near = (each for each in claims.values() if each.sentence.unit == sentence.unit)
    return next((each for each in near if each.name[1:] in " ".join(sentence.text.split())), None)
