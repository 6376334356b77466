"""Claims that a critique holds against a test: "you say that …; the mystery-caller test shows a median of three days"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.tried_things import came_out, targets

_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_CONTROL = frozenset({ElementKind.CONTROL})
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.CODE})

_Proposal = ProposedElement | ProposedRelation


def read_tested_claims(reading: Reading, told: Iterable[_Proposal]) -> Iterator[ProposedRelation]:
    """EVALUATED_BY from the only claim that a paragraph, item or row of a critique quotes to the test that it tells of.

    `told`: what the other rules say; a test of which they know what it tried is left out.
    """
    if reading.outline.document.source.kind is not DocumentKind.CRITIQUE:
        return
    told = tuple(told)
    known = targets(told)
    for unit in reading.outline.units:
        if unit.kind not in _NO_PROSE:
            yield from _in_unit(reading, unit, told, known=known)


def _in_unit(
    reading: Reading, unit: Unit, told: tuple[_Proposal, ...], *, known: set[str]
) -> Iterator[ProposedRelation]:
    claims = {
        each.key: each.quote.start
        for each in reversed(told)
        if isinstance(each, ProposedElement)
        and each.kind is ElementKind.CLAIM
        and unit.start <= each.quote.start < unit.end
    }
    if len(claims) != 1:
        return
    claim, opened = next(iter(claims.items()))
    for sentence in unit.sentences:
        place = Place(reading, sentence)
        if sentence.end <= opened or not came_out(sentence.text) or place.mentioned((0, len(sentence.text)), _CONTROL):
            continue
        for test in place.mentioned((0, len(sentence.text)), _EVIDENCE):
            if test.key not in known:
                known.add(test.key)
                yield place.relation(RelationType.EVALUATED_BY, (claim, test.key))
