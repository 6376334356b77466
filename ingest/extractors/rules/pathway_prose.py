"""What a pathway's paragraphs count against it one by one: "the best is the gate", "a third is replay", "we rate it as moderate"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.elements import ElementKind, RelationType, Strength
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.denials import is_denied, is_rumoured
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import strength_in

_SUPPORTS = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_SORT = r"(?:barriers?|lines?|answers?|safeguards?|controls?|considerations?|arguments?|reasons?|protections?|defen[cs]es?|ones?|layers?|checks?|obstacles?|hurdles?|factors?)"
_COUNTED = re.compile(
    r"\b(?:(?:the\s+)?(?:best|strongest|weakest|main|first|second|third|fourth|fifth|next|last|other|chief|remaining|only)|another|one|a\s+(?:second|third|fourth|further))"
    rf"(?:\s+(?:of\s+(?:these|them|the\s+\w+)|{_SORT}(?:\s+of\s+(?:defen[cs]e|evidence|support|argument))?))?(?:\s+(?:against\s+(?:this|it)|here))?\s+(?:is|are)\s+(?:the\s+|an?\s+|our\s+)?$|"
    r"\b(?:after\s+that|next|then|lastly|finally|in\s+addition|besides|also|on\s+top\s+of\s+(?:that|this))\s*,?\s+(?:there\s+)?(?:comes?|is|are)\s+(?:also\s+)?(?:the\s+|an?\s+|our\s+)?$",
    re.IGNORECASE,
)
_IN_THE_WAY = re.compile(
    r"\b(?:what|the\s+(?:only|first|last)\s+thing(?:\s+that)?)\s*(?:stands?\s+)?(?:in\s+(?:its|the|their|his|her)\s+way|against\s+(?:it|this|that)|between\s+[^.;,]{3,60}?)\s+(?:is|are)\s+(?:the\s+|an?\s+|our\s+)?$|"
    r"\bwe\s+(?:first\s+|also\s+|chiefly\s+|mainly\s+)?(?:(?:count|set|hold|put|place)\s+against\s+(?:this|it)|count\s+on|rely\s+on)\s+(?:the\s+|an?\s+|our\s+)?$",
    re.IGNORECASE,
)
_FAVOUR = re.compile(
    r"\b(?:against\s+(?:this|it|that|the\s+\w+)|on\s+our\s+side|in\s+(?:its|the)\s+way|barriers?|safeguards?|defen[cs]es?|considerations?|protect\w*|mitigat\w+|answers?|"
    r"(?:hard|harder|difficult|unlikely|low)\b|we\s+(?:count|rely))\b",
    re.IGNORECASE,
)
_EVENT = re.compile(r"\s+(?:being|failing|that\s+(?:is|was)\s+(?:down|out|broken)|not\b|itself\s+(?:being|failing))")
_BEARS = re.compile(
    r"\s+(?:also\s+|too\s+|alone\s+|again\s+)?(?:(?:has|have)\s+(?:an?\s+|some\s+|its\s+)?(?:\w+\s+)?(?<!no\s)bearing\s+(?:here|on\s+this|on\s+it)|(?:counts?|speaks?|helps?|tells?|works?|weighs?|bears?)\s+"
    r"(?:\w+\s+)?(?:here|against\s+(?:it|this|that|the\s+pathway)|on\s+our\s+side|on\s+(?:it|this)\b|in\s+(?:our|its)\s+favou?r)|"
    r"stands?\s+(?:in\s+(?:its|the|their)\s+way|against\s+(?:it|this|that)|between)|(?:makes?|keeps?)\s+(?:this|it)\s+(?:\w+\s+)?(?:hard|harder|difficult|unlikely|slow|in\s+check)|"
    r"(?:would|will)\s+(?:most\s+likely\s+|probably\s+)?(?:catch|stop|notice|block|prevent|reveal|expose)\s+(?:this|it|that|such)\b)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:not|n[o’']t|never|no\s+longer|nothing|neither|nor|nobody|planned|would\s+be|could|might|if|without|weakness|problem|gap|danger|risk|worry|question|trouble)\b[^.;:]*$",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"\b(?:we|the\s+authors?|I)\s+(?:would\s+|should\s+|do\s+)?(?:rate|regard|count|call|judge|consider|put|hold|see|think)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|this|that|this\s+one)\b", re.IGNORECASE)


@dataclass
class _Lines:
    """The lines of one paragraph so far: what holds the pathway up -> the relation that says so; `last`: the one named last."""

    found: dict[str, ProposedRelation] = field(default_factory=dict)
    last: str | None = None


def read_pathway_prose(reading: Reading) -> Iterator[ProposedRelation]:
    """SUPPORTED_BY from a pathway to what its paragraphs name one after the other, with the strengths that they give."""
    for unit in reading.outline.units:
        subject = reading.subject(unit.index)
        plain = unit.kind is BlockKind.PARAGRAPH and not unit.bold and not reading.introductions_in(unit.index)
        if plain and subject is not None and reading.kind_of(subject) is ElementKind.PATHWAY:
            yield from _in_unit(reading, unit, subject).values()


def _in_unit(reading: Reading, unit: Unit, pathway: str) -> Mapping[str, ProposedRelation]:
    lines = _Lines()
    above = reading.outline.units[unit.index - 1]
    before = above.sentences[-1].text if above.sentences and above.kind is BlockKind.PARAGRAPH else ""
    for sentence in unit.sentences:
        if is_rumoured(sentence.text):
            continue
        place = Place(reading, sentence)
        favour = bool(lines.found) or _FAVOUR.search(f"{before} {unit.text[: sentence.end - unit.start]}") is not None
        named = tuple(_named(place, pathway, favour=favour))
        for key in named:
            lines.found.setdefault(key, place.relation(RelationType.SUPPORTED_BY, (pathway, key)))
            lines.last = key
        strength = strength_in(sentence.text)
        if strength is not None:
            _grade(lines, place, pathway, strength=strength)
    return lines.found


def _named(place: Place, pathway: str, *, favour: bool) -> Iterator[str]:
    """What the sentence counts against the pathway, or says to bear on it. `favour`: whether the paragraph says that it counts such things."""
    text, start = place.sentence.text, place.sentence.start
    for mention in place.mentioned((0, len(text)), _SUPPORTS):
        before, after = text[: mention.start - start], text[mention.end - start :]
        counted = _IN_THE_WAY.search(before) or (_COUNTED.search(before) if favour else None)
        opening = before[: counted.start()] if counted else before
        said = not _EVENT.match(after) if counted else _BEARS.match(after)
        if said and not (_AGAINST.search(opening) or is_denied(before)):
            yield mention.key
    for reference in references_in(text):
        key = numbered_key(reference.kind, reference.number)
        known = place.reading.kind_of(key) is ElementKind.CLAIM and key != pathway
        if known and _BEARS.match(text[reference.end :]) and not is_denied(text[: reference.start]):
            yield key


def _grade(lines: _Lines, place: Place, pathway: str, *, strength: Strength) -> None:
    """A strength goes to the one thing that the sentence names, else to what was named last."""
    text = place.sentence.text
    mentioned = tuple(dict.fromkeys(m.key for m in place.mentioned((0, len(text)), _SUPPORTS)))
    key = lines.last
    if lines.last not in mentioned and len(mentioned) == 1 and _GRADED.search(text):
        key = mentioned[0]
    elif lines.last not in mentioned and (mentioned or not (_GRADED.search(text) and _IT.search(text))):
        key = lines.last if lines.last and place.quote == lines.found[lines.last].quote else None
    if key is not None:
        line = lines.found.get(key) or place.relation(RelationType.SUPPORTED_BY, (pathway, key))
        lines.found[key] = replace(line, strength=line.strength or strength)
