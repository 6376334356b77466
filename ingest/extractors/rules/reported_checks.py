"""Checks that a report tells of without naming them: "Internal Audit looked at 300 approvals and found 38 given within a minute"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.check_words import CAME_OUT, CHECKED, HYPOTHETICAL
from ingest.extractors.rules.denials import is_rumoured
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.points import clipped
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.trials import in_a_row
from ingest.extractors.rules.under_test import described_controls, meant_control

_CONTROL = frozenset({ElementKind.CONTROL})
_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_REACH = 40


def read_reported_checks(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Evidence named by the sentence, and EVALUATED_BY from the control that it is about to it and to whoever checked."""
    if reading.outline.document.source.kind is not DocumentKind.REPORT:
        return
    described = described_controls(reading)
    planned = {plan.unit.index for plan in reading.plans}
    for unit in reading.outline.units:
        if unit.kind in _KINDS and unit.index not in planned | reading.timed:
            yield from _in_unit(reading, unit, described)


def _in_unit(
    reading: Reading, unit: Unit, described: Mapping[int, str]
) -> Iterator[ProposedElement | ProposedRelation]:
    for sentence, following in pairwise((*unit.sentences, None)):
        if sentence is None or is_rumoured(sentence.text):
            continue
        place = Place(reading, sentence)
        last = _told(sentence, following)
        subject = place.subject
        claimed = subject is not None and reading.kind_of(subject) is ElementKind.CLAIM
        if last is None or claimed or place.mentioned((0, len(sentence.text)), _EVIDENCE):
            continue
        yield from _checked(place, _controls(place, described), last)


def _controls(place: Place, described: Mapping[int, str]) -> tuple[str, ...]:
    """The control that a sentence names, or the several right behind its verb; the one that it means where it names none."""
    text = place.sentence.text
    named = tuple(dict.fromkeys(m.key for m in place.mentioned((0, len(text)), _CONTROL)))
    if len(named) > 1:
        checked = CHECKED.search(text)
        return tuple(m.key for m in in_a_row(place, checked.end()) if m.kind in _CONTROL) if checked else ()
    meant = None if named else meant_control(place.reading, place.sentence, described)
    return (meant,) if meant else named


def _told(sentence: Sentence, following: Sentence | None) -> Sentence | None:
    """The sentence that says how the check came out that the first one tells of; None where it tells of none."""
    checked = CHECKED.search(sentence.text)
    if checked is None or HYPOTHETICAL.search(sentence.text):
        return None
    if CAME_OUT.search(sentence.text, checked.end()):
        return sentence
    goes_on = following and CAME_OUT.search(following.text) and not HYPOTHETICAL.search(following.text)
    return following if goes_on else None


def _checked(place: Place, controls: tuple[str, ...], last: Sentence) -> Iterator[ProposedElement | ProposedRelation]:
    first = place.sentence
    words = first.text if last is first else f"{first.text.rstrip(' .')}: {last.text}"
    key = f"{ElementKind.EVIDENCE}:{first.unit}/{first.start}"
    quote = place.reading.outline.short_quote(first.start, last.end)
    checked = CHECKED.search(first.text)
    agents = place.mentioned((0, checked.start()), AGENT_KINDS) if checked else ()
    near = [m.key for m in agents if checked and checked.start() - (m.end - first.start) < _REACH][-1:]
    if controls:
        yield ProposedElement(key, ElementKind.EVIDENCE, clipped(words), quote, text=quote.text)
    for control in controls:
        yield from (place.relation(RelationType.EVALUATED_BY, (control, by)) for by in (key, *near))
