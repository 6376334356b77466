"""Numbered things as mentions: those that another document introduces, and pathways wherever they are spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.extraction import ProposedElement
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
