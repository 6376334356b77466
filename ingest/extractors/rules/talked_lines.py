"""What talk says there is for or against a way of going wrong: "For the weights, there's the bandwidth limit. That I'd call strong."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.stems import stems
from ingest.extractors.rules.strengths import strength_in

_LINES = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_FOR = Cue(
    r"(?:^|[.;]\s+|\band\s+)(?:and\s+|so\s+|but\s+)?(?:for|against|with|on)\s+(?P<what>(?:the|our|your|its)\s+[^,.;?]{3,60}|[a-z]+ing\s+[^,.;?]{3,60}?)(?=,|\?|\s+(?:it[’']s|there[’']s|there\s+is|we[’']ve|we\s+have|you[’']ve|quite|not\s+much)\b)",
    re.IGNORECASE,
)
_THERE_IS = Cue(
    r"\b(?:there(?:[’']s|\s+is|\s+are)|(?:we|you|they)(?:[’']ve|\s+have)(?:\s+got)?|it[’']s|that[’']s)\s+(?:also\s+|only\s+|just\s+|really\s+)?(?:the\s+|an?\s+|our\s+)?$",
    re.IGNORECASE,
)
_ALONE = Cue(r"^\W*(?:(?:well|so|mainly|mostly|chiefly|again),?\s+)?(?:the\s+|our\s+)?$", re.IGNORECASE)
_BEHIND = 4


def read_talked_lines(
    reading: Reading, pathways: Iterable[ProposedElement | ProposedRelation]
) -> Iterator[ProposedRelation]:
    """SUPPORTED_BY from a pathway that a few words call to what the same turn, or the answer, says there is for it.

    `pathways`: what the document was found to name; words that fit two of them call none.
    """
    known = {
        each.key: stems(each.name)
        for each in pathways
        if isinstance(each, ProposedElement) and each.kind is ElementKind.PATHWAY
    }
    units = reading.outline.units
    for unit in units if known else ():
        if unit.kind is not BlockKind.TURN:
            continue
        called: str | None = None
        for at, sentence in enumerate(unit.sentences):
            said = _FOR.search(sentence.text)
            if said is not None:
                called = _called(known, said["what"])
                if called and sentence.text.endswith("?") and unit.index + 1 < len(units):
                    yield from _lines(reading, units[unit.index + 1], called)
                    called = None
            if called is not None:
                yield from _line(reading, (sentence, unit.sentences[at + 1 : at + 2]), called)


def _called(known: dict[str, frozenset[str]], words: str) -> str | None:
    own = stems(words)
    fitting = {key: len(own & name) for key, name in known.items() if own & name}
    best = [key for key, shared in fitting.items() if shared == max(fitting.values())]
    return best[0] if len(best) == 1 else None


def _lines(reading: Reading, answer: Unit, pathway: str) -> Iterator[ProposedRelation]:
    for at, sentence in enumerate(answer.sentences[:_BEHIND]):
        yield from _line(reading, (sentence, answer.sentences[at + 1 : at + 2]), pathway)


def _line(reading: Reading, said: tuple[Sentence, tuple[Sentence, ...]], pathway: str) -> Iterator[ProposedRelation]:
    """What the sentence brings up by "there is", or names alone, with the strength that it or the next one gives."""
    sentence, behind = said
    place = Place(reading, sentence)
    for mention in place.mentioned((0, len(sentence.text)), _LINES)[:1]:
        before = sentence.text[: mention.start - sentence.start]
        alone = _ALONE.match(before) and not sentence.text[mention.end - sentence.start :].strip(" .")
        if (alone or _THERE_IS.search(before)) and not is_denied(before):
            texts = (sentence.text, *(each.text for each in behind))
            grade = next((found for text in texts if (found := strength_in(text))), None)
            yield replace(place.relation(RelationType.SUPPORTED_BY, (pathway, mention.key)), strength=grade)
