"""Numbered things that a document names without introducing them: a critique's "Claim 3.1" is another report's."""

from __future__ import annotations

from collections.abc import Mapping

from graph.elements import ElementKind
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Outline, Sentence

_KINDS = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT, ElementKind.PATHWAY})


def foreign_numbers(
    outline: Outline, introduced: Mapping[str, object]
) -> Mapping[str, tuple[ElementKind, str, Sentence]]:
    """Key -> kind, number and first sentence of each numbered thing that the document only refers to."""
    found: dict[str, tuple[ElementKind, str, Sentence]] = {}
    for sentence in outline.sentences:
        for reference in references_in(sentence.text):
            key = numbered_key(reference.kind, reference.number)
            if reference.kind in _KINDS and key not in introduced:
                found.setdefault(key, (reference.kind, reference.number, sentence))
    return found
