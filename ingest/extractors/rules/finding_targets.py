"""What the views of a sentence aim at: what is named behind their words, else before them, else what "this claim" points at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.joining import argument_key, arguments_in
from ingest.extractors.rules.opinions import Opinion
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place
from ingest.extractors.rules.views import views_in

AIMED_AT = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
"""Kinds of named things that a view can be of."""
WEIGHT = (RelationType.DISPUTES, RelationType.QUALIFIES, RelationType.AGREES_WITH)
"""What a finding can do, the gravest first."""
_POINTED = Cue(
    r"\b(?:this|that|the)\s+(?P<what>control|claim|evidence|result|argument|pathway|dependency)\b", re.IGNORECASE
)
_EXCLUDED = Cue(r"\b(?:not|rather\s+than)\s+(?:the\s+)?$", re.IGNORECASE)
_ONLY = Cue(
    r"\bonly(?:\s+(?:while|when|if|where|for|before|after|as(?:\s+long\s+as)?|so(?:\s+long\s+as)?|on|in|at))?$",
    re.IGNORECASE,
)
_CONDITION = Cue(
    r"\s+(?:only\s+)?(?:as\s+long|so\s+long|while|when|if|where|as\s+long\s+as|so\s+long\s+as|until|provided|unless)\b",
    re.IGNORECASE,
)
_POINTED_KINDS = {"result": ElementKind.EVIDENCE}
_PROVIDED = Cue(r"provided\b|as\s+long\s+as\b|so\s+long\s+as\b", re.IGNORECASE)
_JOINED = Cue(
    r"[\w’'-]+(?:\s+[\w’'-]+){0,3}?(?:,\s*|\s+)(?:and|or|nor|,)\s+(?:with\s+|about\s+|on\s+|of\s+|to\s+|in\s+)?(?:the\s+|its\s+|their\s+|your\s+)?"
)


def targets_in(place: Place, sentences: tuple[Sentence, ...]) -> tuple[tuple[RelationType, str], ...]:
    """What the opinions of a sentence aim at: what is named behind the words, else before them, else what "this" points at."""
    found: list[tuple[RelationType, str]] = []
    text = place.sentence.text
    opinions = _unconditional(text)
    for position, opinion in enumerate(opinions):
        limit = opinions[position + 1].start if position + 1 < len(opinions) else len(text)
        behind = named_in(place, (opinion.end, limit))
        before = named_in(place, (0, opinion.start))
        pointed = _pointed(place, opinion, sentences)
        inside = named_in(place, (opinion.start, opinion.end)) if opinion.type is not RelationType.DISPUTES else []
        if text[opinion.start :].casefold().startswith("if "):
            inside = inside[-1:]  # of "if the list were wrong the lock would be useless" the lock is judged
        limited = _ONLY.search(text[opinion.start : opinion.end]) or _CONDITION.match(text, opinion.end)
        behind = [] if limited and before else behind
        chosen = inside[:1] or behind[:1] or pointed or before[:1]
        found += [(opinion.type, key) for key, _ in (*chosen, *_joined(text, chosen, behind))]
    weighed = {key: min((t for t, k in found if k == key), key=WEIGHT.index) for _, key in found}
    return tuple((type_, key) for key, type_ in weighed.items())


def _unconditional(text: str) -> tuple[Opinion, ...]:
    """The views of a sentence without the condition of an agreement: "no quarrel with it, provided that …" agrees."""
    said = views_in(text)
    agrees = any(each.type is RelationType.AGREES_WITH for each in said)
    return tuple(each for each in said if not (agrees and _PROVIDED.match(text, each.start)))


def _joined(text: str, chosen: list[tuple[str, int]], behind: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """What stands joined to the first thing behind an opinion: "no quarrel with the gate or with the alarm"."""
    last = chosen[0] if chosen and chosen[0] in behind else None
    for each in sorted(behind, key=lambda each: each[1]):
        if last is not None and each[1] > last[1]:
            if not _JOINED.fullmatch(text[last[1] : each[1]]):
                return
            yield each
            last = each


def named_in(place: Place, span: tuple[int, int]) -> list[tuple[str, int]]:
    """Keys of things named between two offsets, numbered ones first, without those that are expressly left aside."""
    text, reading = place.sentence.text, place.reading
    numbered = [
        (numbered_key(r.kind, r.number), r.start)
        for r in reading.outline.references(place.sentence)
        if span[0] <= r.start < span[1] and r.kind in CRITICIZED
    ]
    mentions = [(m.key, m.start - place.sentence.start) for m in place.mentioned(span, AIMED_AT)]
    critique = reading.outline.document.source.kind is DocumentKind.CRITIQUE
    argued = [
        (argument_key(name), at) for name, at in (arguments_in(text) if critique else ()) if span[0] <= at < span[1]
    ]
    found = [each for each in (*numbered, *mentions, *argued) if not _EXCLUDED.search(text[: each[1]])]
    known = reading.things.keys() | reading.proposable | {key for key, _ in argued}
    return [each for each in found if each[0] in known]


def _pointed(place: Place, opinion: Opinion, sentences: tuple[Sentence, ...]) -> list[tuple[str, int]]:
    """What "this control" or "the claim" means: the last thing of that kind named in the finding so far."""
    match = _POINTED.search(place.sentence.text, max(0, opinion.start - 40))
    if match is None:
        return []
    word = match["what"].casefold()
    kind = _POINTED_KINDS.get(word) or ElementKind(word)
    for sentence in reversed([s for s in sentences if s.start < place.sentence.start]):
        earlier = Place(place.reading, sentence)
        named = [each for each in named_in(earlier, (0, len(sentence.text))) if each[0].startswith(f"{kind}:")]
        if named:
            return named[-1:]
    return []
