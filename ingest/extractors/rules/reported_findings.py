"""What a speaker or report tells of others' criticism: "they found that the limit can be lifted by any one of us"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.opinions import opinions_in
from ingest.extractors.rules.points import clipped
from ingest.extractors.rules.reading import Place, Reading

_OTHERS = frozenset({ElementKind.TEAM, ElementKind.ORGANIZATION})
_AIMED_AT = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_SAID = Cue(
    r"^\W*(?:(?:and|but|so|then|also|in\s+particular|\w+ly),?\s+)?(?:(?P<they>they|their\s+(?:view|point|worry|main\s+\w+|criticism|objection)\s+was)|(?P<who>[^,.;]{2,60}?))"
    r"(?:,\s+too,)?\s+(?:also\s+|then\s+|\w+ly\s+)?(?P<verb>found|noted|thought|felt|said|argued|objected|complained|pointed\s+out|wrote|observed|warned|worried|showed|that)\b"
    r",?\s*(?:that\s+(?!(?:was|is|were|would)\b))?(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_WEAK = Cue(
    r"\b(?:overstat\w+|understat\w+|overclaim\w*|overrat\w+|can\s+be\s+(?:\w+\s+)?(?:lifted|bypassed|switched\s+off|turned\s+off|circumvented|disabled|skipped|evaded|fooled|"
    r"changed|opened|overridden)|(?:with\s+no|without|no)\s+(?:an?\s+)?(?:second|owner|record|backup|test|alert|evidence)|never\s+(?:been\s+)?(?:tested|measured|checked|tried)|"
    r"(?:could|can|does|do|did|was|were|would)(?:\s+not|n[’']t)|cannot|too\s+(?:weak|narrow|confident|optimistic|few|small|late|slow)|waves?\s+(?:\w+\s+)?through|"
    r"not\s+(?:enough|sufficient|convincing|tested)|missing|weaknesses|blind\s+spots?|gaps?)\b",
    re.IGNORECASE,
)
_CONCLUDED = Cue(r"\bconclu\w+|\bverdict\b|\bbottom\s+line\b", re.IGNORECASE)
_NOT_SAID = Cue(r"\b(?:if|whether|would|might|could|may|should)\s*(?:have\s*)?$", re.IGNORECASE)
_AGAINST = Cue(r"disagreed|doubted|questioned|disputed|challenged|rejected|(?:was|were)", re.IGNORECASE)
_VIEW = Cue(
    r"^\W*(?:(?:and|but|so|then|also|\w+ly),?\s+)?(?P<they>they)?(?P<who>(?!they\b)[^,.;]{2,60}?)?(?:,\s+too,)?\s+(?:also\s+|mostly\s+|broadly\s+)?"
    r"(?P<verb>agreed|concurred|accepted|disagreed|doubted|questioned|disputed|challenged|rejected|(?:was|were)(?:\s+not|n[’']t)\s+(?:convinced|persuaded|satisfied|impressed))\b(?P<what>[^;]*)$",
    re.IGNORECASE,
)
_PARTLY = Cue(
    r"\bon\s+(?:some|several|a\s+few|many|certain|other)\b|\bto\s+(?:do|come|meet|talk|help|review|look)\b",
    re.IGNORECASE,
)
_CAVEAT = Cue(
    r"\b(?:caveats?|but|except|though|although|reservations?|provided|as\s+long\s+as|only|wanted)\b", re.IGNORECASE
)
_FEW = 5


def read_reported_findings(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Findings of other teams and organizations that talk reports, with what they are about; questions report none."""
    if reading.outline.document.source.kind is not DocumentKind.INTERVIEW:
        return
    for unit in reading.outline.units:
        for sentence in unit.sentences if unit.kind is BlockKind.TURN else ():
            match = _SAID.match(sentence.text)
            if match and not sentence.text.endswith("?") and _is_criticism(match):
                yield from _finding(Place(reading, sentence), match)
            elif (view := _VIEW.match(sentence.text)) and not sentence.text.endswith("?"):
                yield from _view(Place(reading, sentence), view)


def _is_criticism(match: re.Match[str]) -> bool:
    told = match["what"]
    words = (len(told.split()) >= _FEW or _disputes(told)) and not _CONCLUDED.search(match.string)
    said = not _NOT_SAID.search(match.string[: match.start("verb")])
    return words and said and (_WEAK.search(told) is not None or _disputes(told))


def _disputes(told: str) -> bool:
    return any(opinion.type is not RelationType.AGREES_WITH for opinion in opinions_in(told))


def _finding(place: Place, match: re.Match[str]) -> Iterator[ProposedElement | ProposedRelation]:
    agent = _agent(place, match)
    target = _target(place, match)
    if agent is None or target is None:
        return
    key = f"{ElementKind.FINDING}:{place.sentence.unit}/{place.sentence.start}"
    told = match["what"].strip()
    name = clipped(told[:1].upper() + told[1:])
    yield ProposedElement(key, ElementKind.FINDING, name, place.quote, text=place.quote.text)
    yield place.relation(RelationType.RAISED_BY, (key, agent))
    opinions = [each.type for each in opinions_in(told) if each.type is not RelationType.AGREES_WITH]
    yield place.relation(opinions[0] if opinions else RelationType.QUALIFIES, (key, target))


def _view(place: Place, match: re.Match[str]) -> Iterator[ProposedElement | ProposedRelation]:
    """That a team or firm agreed, or did not; where a caveat follows, it qualifies. Agreement with a conclusion is read elsewhere."""
    rest = match["what"]
    agent = _agent(place, match)
    target = _target(place, match) if agent and not (_CONCLUDED.search(rest) or _PARTLY.search(rest)) else None
    if agent is None or target is None or _NOT_SAID.search(place.sentence.text[: match.start("verb")]):
        return
    against = _AGAINST.match(match["verb"]) is not None
    type_ = RelationType.DISPUTES if against else RelationType.AGREES_WITH
    key = f"{ElementKind.FINDING}:{place.sentence.unit}/{place.sentence.start}"
    yield ProposedElement(key, ElementKind.FINDING, clipped(place.sentence.text), place.quote, text=place.quote.text)
    yield place.relation(RelationType.RAISED_BY, (key, agent))
    yield place.relation(RelationType.QUALIFIES if _CAVEAT.search(rest) else type_, (key, target))


def _agent(place: Place, match: re.Match[str]) -> str | None:
    """The team or organization that the sentence names first, or that "they" means; the speaker's own is none."""
    if match["they"]:
        key = _last_named(place, _OTHERS) or place.antecedent(_OTHERS, turns=1)
    else:
        named = place.mentioned(match.span("who"), _OTHERS)
        key = named[-1].key if named else None
    speaker = place.reading.speaker(place.sentence.unit)
    return None if speaker and key == place.reading.team_of.get(speaker.key) else key


def _target(place: Place, match: re.Match[str]) -> str | None:
    """What the criticism names, else what was spoken of last."""
    named = place.mentioned(match.span("what"), _AIMED_AT)
    return named[0].key if named else _last_named(place, _AIMED_AT) or place.antecedent(_AIMED_AT, turns=1)


def _last_named(place: Place, kinds: frozenset[ElementKind]) -> str | None:
    unit = place.reading.outline.units[place.sentence.unit]
    for before in reversed([s for s in unit.sentences if s.start < place.sentence.start]):
        found = Place(place.reading, before).mentioned((0, len(before.text)), kinds)
        if found:
            return found[-1].key
    return None
