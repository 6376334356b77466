"""Controls and evidence that a document introduces only as factors under a pathway: "Egress limits (strong)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import singular
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.factors import Factor, find_factors, find_row_factors
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.pathway_cues import AGAINST, LEADS_TO
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.safeguards import is_safeguard
from ingest.extractors.rules.second_look import names_nothing

_OF_NATURE = Cue(
    r"^(?:no|nobody|nothing|every\w*|each|all|only|lack|absence|difficult\w*|limited|low|little|few|weak|poor|benign|visible|visibility|small|slow\w*|need|cost|complexity|"
    r"insufficient|inability|unlikel\w+|improbab\w+|short|long|high|strong|good|safe|track\s+record|model|the\s+model)\b(?!-)",
    re.IGNORECASE,
)
_QUALITIES = (
    "ability capability capacity propensity motive goal goals history knowledge awareness visibility competence skill incentive cost "
    "complexity culture experience alertness vigilance reasoning nature character behaviour behavior size speed effect dependence "
    "scale similarity coherence understanding interest expertise distance weather climate location terrain staff crew habit practice "
    "presence access risk evidence result argument reputation trust training reporting forecast overlap reading discretion"
)
_FINITE = Cue(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|must|may|rests?|holds?|knows?|lacks?|needs?|takes?|fails?|remains?|makes?)\b",
    re.IGNORECASE,
)
_ABSTRACT_ENDS = ("ness", "ity", "ship", "ism", "ance", "ence", "hood")
_PRACTICES = (
    "signing vetting logging screening sampling monitoring hardening fingerprinting sandboxing segregating patching encrypting "
    "scrubbing watermarking throttling limiting gating badging fencing interlocking reconciling rehearsing"
)
_MECHANISMS = (
    "rule policy mitigation measure safeguard protection defence defense barrier custody ceremony clamp procedure oversight control permission hoist fence bund wall trap net arrester shield "
    "confirmation authorisation authorization countersignature allowlist denylist"
)
_OBJECT = Cue(r"\s+(?:by|with|from|to|at|against|before|after|between|during|beyond|under|over)\s+", re.IGNORECASE)
_GOES_ON = Cue(r"\s*(?:[,.;:(]|$|\s(?:which|that|and|in|on|at|we|with|as|\w+ed)\b)")
_PLANNED = Cue(
    r"\b(?:is|are|was)\s+(?:only\s+|still\s+)?planned\b|\b(?:we|they)\s+(?:plan|intend|mean|hope)\s+to\b|\bnot\s+yet\b|[(\[]planned",
    re.IGNORECASE,
)


def with_factor_things(reading: Reading) -> Reading:
    """The reading with the controls and evidence that only lists of factors name."""
    new = {thing.key: thing for thing in _things(reading) if thing.key not in reading.things}
    if not new:
        return reading
    things = (*reading.gathered.things, *new.values())
    mentions = find_mentions(reading.outline.sentences, things)
    return replace(reading, gathered=replace(reading.gathered, things=things), mentions=mentions)


def _things(reading: Reading) -> Iterator[Thing]:
    yield from _in_prose(reading)
    opened = (factor for unit, factor in find_factors(reading).items() if unit == factor.unit.index)
    for factor in (*opened, *find_row_factors(reading)):
        kind = _kind(factor) if factor.is_new else None
        if kind is not None and factor.unit.sentences and not _PLANNED.search(factor.unit.text):
            yield Thing(thing_key(kind, factor.name), kind, factor.name, factor.unit.sentences[0])


def _in_prose(reading: Reading) -> Iterator[Thing]:
    """What a pathway's paragraph counts against it by a noun phrase: "what stands in the way is the weight vault"."""
    for unit in reading.outline.units:
        subject = reading.subject(unit.index)
        if (
            unit.kind is not BlockKind.PARAGRAPH
            or subject is None
            or reading.kind_of(subject) is not ElementKind.PATHWAY
        ):
            continue
        for sentence in unit.sentences:
            for match in LEADS_TO.finditer(sentence.text):
                span = phrase_after(sentence.text, match.end())
                phrase = (
                    sentence.text[span[0] : span[1]]
                    if span and not AGAINST.search(sentence.text[: match.start()])
                    else ""
                )
                if span and _names_a_control(reading, sentence, span) and _GOES_ON.match(sentence.text, span[1]):
                    yield Thing(thing_key(ElementKind.CONTROL, phrase), ElementKind.CONTROL, named(phrase), sentence)


def _names_a_control(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> bool:
    phrase = sentence.text[slice(*span)]
    known = reading.mentions.within(sentence.start + span[0], sentence.start + span[1])
    agents = votes_of_head(phrase)
    plain = " " in phrase and phrase[0].islower() and not _OF_NATURE.match(phrase) and not names_nothing(phrase)
    other = agents[ElementKind.TEAM] or agents[ElementKind.PERSON] or agents[ElementKind.EVIDENCE]
    return plain and not known and not other and not _is_quality(phrase, singular(head(phrase)))


def _kind(factor: Factor) -> ElementKind | None:
    """What the word that the label turns on tells; None for a claim: "lack of motive", or what a claim argues."""
    if _OF_NATURE.match(factor.name) or any(each.kind is ElementKind.CLAIM for each in references_in(factor.unit.text)):
        return None
    phrase = _OBJECT.split(factor.name, maxsplit=1)[0]
    last = singular(head(phrase))
    voted = votes_of_head(last)
    if is_safeguard(phrase) or voted[ElementKind.CONTROL] or last in _MECHANISMS.split():
        return ElementKind.CONTROL
    if last in _PRACTICES.split() and " " in factor.name:
        return ElementKind.CONTROL
    if voted[ElementKind.EVIDENCE]:
        return ElementKind.EVIDENCE
    return ElementKind.CONTROL if " " in phrase and not _is_quality(factor.name, last) else None


def _is_quality(name: str, last: str) -> bool:
    """Does a label say how something is, rather than name what was put there: "spillway capacity", "nobody works alone"?"""
    return last in _QUALITIES.split() or last.endswith(_ABSTRACT_ENDS) or _FINITE.search(name) is not None
