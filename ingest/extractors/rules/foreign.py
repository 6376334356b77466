"""Numbered things that a document names without introducing them: a critique's "Claim 3.1" is another report's."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.numbering import Reference
from ingest.extractors.rules.outline import Outline, Sentence

_SET_ASIDE = Cue(
    r"\b(?:not|\w+n[’']t)\s+(?:\w+\s+)?(?:assessed|considered|treated|covered|discussed|in\s+scope)\b|\bdealt\s+with\s+elsewhere\b|\bout\s+of\s+scope\b|"
    r"\b(?:excluded|withdrawn|retired)\b|\b(?:last\s+year|previous|earlier|former)(?:[’']s)?\s+(?:draft|version|edition|report)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT, ElementKind.PATHWAY})


def foreign_numbers(outline: Outline, introduced: Mapping[str, object]) -> Mapping[str, tuple[Reference, Sentence]]:
    """Key -> reference and first sentence of each numbered thing that the document only refers to."""
    found: dict[str, tuple[Reference, Sentence]] = {}
    named = [(sentence, reference) for sentence in outline.sentences for reference in outline.references(sentence)]
    letters = {"C", *(reference.number[0] for _, reference in named if reference.word)}
    rows = {reference.number for sentence, reference in named if _numbers_row(outline, sentence, reference)}
    for sentence, reference in named:
        if reference.number in rows or _SET_ASIDE.search(sentence.text):
            continue
        key = numbered_key(reference.kind, reference.number)
        called = reference.word or reference.number[0] in letters
        if reference.kind in _KINDS and key not in introduced and called:
            found.setdefault(key, (reference, sentence))
    return found


def _numbers_row(outline: Outline, sentence: Sentence, reference: Reference) -> bool:
    """Is it what a row of a critique's table calls itself, and no claim of others: "C-01 | Agreed | …"?"""
    unit = outline.units[sentence.unit]
    critique = outline.document.source.kind is DocumentKind.CRITIQUE
    opens = sentence.start + reference.start == unit.start
    return critique and opens and unit.kind is BlockKind.TABLE_ROW and not reference.word
