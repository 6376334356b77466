"""What a document without numbered claims concludes: "the risk of X is very low", and who agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.opinions import opinions_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading

_RISK = Cue(
    r"\b(?P<claim>(?:the\s+)?(?:overall\s+|residual\s+|remaining\s+)?risks?(?:\s+(?:of|from|to|that|owing)\s+[^.;,?]{3,140}?)?\s+"
    r"(?:is|are|was|remains?|to\s+be|turned\s+out\s+to\s+be)\s+(?:very\s+|extremely\s+|only\s+|quite\s+)?(?:low|moderate|small|negligible|acceptable|high)|"
    r"(?:(?<=\bthat\s)|(?<=\bis\s))[A-Z][^.;?]{3,100}?\s+is\s+(?:very|extremely|highly)\s+unlikely\s+to\s+[^.;,?]{6,90})\b",
    re.IGNORECASE,
)
_SAID = Cue(
    r"\b(?:argu\w+|agree|accept|think|conclud\w+|conclusion|believe|shown?|find|found|why|assess\w*|judge\w*|says?)\b",
    re.IGNORECASE,
)
_CONCLUSION = Cue(
    r"\b(?:the|our|this|its|their)\s+(?:\w+\s+)?(?:conclusions?|bottom\s+line|overall\s+(?:assessment|judg\w+)|verdict)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = Cue(r"\b(?:i|we)\s+(?:\w+\s+)?(?:dis)?agree", re.IGNORECASE)
_ORDER = (ElementKind.TEAM, ElementKind.ORGANIZATION, ElementKind.PERSON)


def read_conclusions(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """The overall claim of a document that numbers none, and the reviews that it reports of that claim."""
    claim = overall_claim(reading)
    if claim is not None:
        yield claim
    numbered = any(each.kind is ElementKind.CLAIM for each in reading.introductions)
    if not numbered and reading.outline.document.source.kind is not DocumentKind.CRITIQUE:
        yield from _reviews(reading, claim.key if claim else None)


def overall_claim(reading: Reading) -> ProposedElement | None:
    """The overall claim of a document that numbers none: the longest sentence that says how high the risk is."""
    if any(each.kind is ElementKind.CLAIM and each.shown for each in reading.introductions):
        return None
    best: ProposedElement | None = None
    for sentence in reading.outline.sentences:
        match = _RISK.search(sentence.text)
        apart = (reading.subject(sentence.unit) or "").startswith(f"{ElementKind.PATHWAY}:")
        if match and not apart and _SAID.search(sentence.text[: match.start()]):
            name = re.sub(r"\s+", " ", match["claim"])
            quote = reading.outline.short_quote(sentence.start, sentence.end)
            if best is None or len(name) > len(best.name):
                key = f"{ElementKind.CLAIM}:overall risk"
                best = ProposedElement(key, ElementKind.CLAIM, name[:1].upper() + name[1:], quote, text=name)
    return best


def _reviews(reading: Reading, claim: str | None) -> Iterator[ProposedElement | ProposedRelation]:
    """A finding of whoever "they" are, for each sentence such as "they disagreed on X but agreed with the conclusion"."""
    for sentence in reading.outline.sentences:
        concluded = _CONCLUSION.search(sentence.text)
        opinions = opinions_in(sentence.text) if concluded else ()
        if not opinions or not concluded or _FIRST_PERSON.search(sentence.text):
            continue
        place = Place(reading, sentence)
        agent = _agent(place)
        if agent is None:
            continue
        said = re.sub(r"\s+", " ", sentence.text).strip(" .")
        name = f"{reading.things[agent].name}: {said}"[:150]
        key = f"{ElementKind.FINDING}:{normal(name)}"
        yield ProposedElement(key, ElementKind.FINDING, name, place.quote, text=sentence.text)
        yield place.relation(RelationType.RAISED_BY, (key, agent))
        last = max((o for o in opinions if o.start < concluded.end()), key=lambda o: o.start, default=opinions[-1])
        if claim:
            yield place.relation(last.type, (key, claim))


def _said_before(place: Place) -> list[Sentence]:
    """The sentences before, in the unit and in the speaker's turn before it."""
    units, here = place.reading.outline.units, place.reading.outline.units[place.sentence.unit]
    before = [unit for unit in units[max(0, here.index - 2) : here.index] if here.block.speaker == unit.block.speaker]
    earlier = [s for unit in before if here.block.speaker for s in unit.sentences]
    return [*earlier, *(s for s in here.sentences if s.start < place.sentence.start)]


def _agent(place: Place) -> str | None:
    """The reviewer: an agent that the sentence names, else the last one spoken of, a team before an organization."""
    here = place.mentioned((0, len(place.sentence.text)), AGENT_KINDS)
    if here:
        return here[0].key
    for sentence in reversed(_said_before(place)):
        found = Place(place.reading, sentence).mentioned((0, len(sentence.text)), AGENT_KINDS)
        if found:
            return min(reversed(found), key=lambda mention: _ORDER.index(mention.kind)).key
    return None
