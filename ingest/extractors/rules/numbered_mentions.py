"""Numbered things as mentions: those that another document introduces, and pathways wherever they are spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.reading import Reading


def read_numbered_mentions(reading: Reading) -> Iterator[ProposedElement]:
    """What is only referred to, as mentions; and pathways again wherever a sentence speaks of them by number."""
    for key, (called, sentence) in reading.foreign.items():
        quote = reading.outline.short_quote(sentence.start, sentence.end)
        yield ProposedElement(key, called.kind, called.label, quote, number=called.number, mention=True)
    for sentence in reading.outline.sentences:
        for reference in reading.outline.references(sentence):
            key = numbered_key(reference.kind, reference.number)
            if reference.kind is ElementKind.PATHWAY and key in reading.numbered:
                quote = reading.outline.short_quote(sentence.start, sentence.end)
                yield ProposedElement(
                    key, reference.kind, reference.label, quote, number=reference.number, mention=True
                )


def without_passing(
    reading: Reading, said: tuple[ProposedElement | ProposedRelation, ...]
) -> tuple[ProposedElement | ProposedRelation, ...]:
    """What a report says, without pathways that it only points to by number, beside its own: "see Pathway 5"."""
    own = any(each.kind is ElementKind.PATHWAY for each in reading.introductions)
    if not own or reading.outline.document.source.kind is not DocumentKind.REPORT:
        return said
    used = {end for each in said if isinstance(each, ProposedRelation) for end in (each.source, each.target)}
    passing = {
        key for key, (each, _) in reading.foreign.items() if each.kind is ElementKind.PATHWAY and key not in used
    }
    return tuple(each for each in said if isinstance(each, ProposedRelation) or each.key not in passing)
