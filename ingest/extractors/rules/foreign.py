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
    named = [(sentence, reference) for sentence in outline.sentences for reference in references_in(sentence.text)]
    letters = {"C", *(reference.number[0] for _, reference in named if not reference.bare)}
    for sentence, reference in named:
        key = numbered_key(reference.kind, reference.number)
        called = not reference.bare or reference.number[0] in letters
        if reference.kind in _KINDS and key not in introduced and called:
            found.setdefault(key, (reference.kind, reference.number, sentence))
    return found
