"""Pathways where they are introduced: by headings, openings of paragraphs and items of lists."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.extraction import ProposedElement
from ingest.extractors.rules.reading import Reading


def read_pathways(reading: Reading) -> Iterator[ProposedElement]:
    """Every place that introduces a pathway."""
    for each in reading.introductions:
        if each.kind is ElementKind.PATHWAY:
            quote = reading.outline.short_quote(each.start, each.end)
            yield ProposedElement(
                each.key,
                each.kind,
                each.name or each.label,
                quote,
                number=each.shown,
                aliases=(each.label,) if each.shown else (),
                mention=not each.name,
            )
