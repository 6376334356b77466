"""Pathways: where they are introduced, and the ones that a speaker names in running talk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.extraction import ProposedElement
from ingest.extractors.rules.pathway_lists import PATHWAYS
from ingest.extractors.rules.reading import Reading

_TALK = re.compile(rf"\b{PATHWAYS}\b", re.IGNORECASE)
_INCLUDE = re.compile(
    r"\b(?:these|those|they|which|that|pathways|scenarios)\s+(?:would\s+|might\s+)?(?:include|are|were|being)\s+"
    r"(?:things\s+like|for\s+example|such\s+as|e\.g\.,?|both|first)?\s*[:,]?\s*(?P<items>.+)",
    re.IGNORECASE | re.DOTALL,
)
_YOU_HAVE = re.compile(
    r"^\W*(?:so\s+)?(?:you\s+(?:have|get)|we\s+(?:have|look\s+at|consider))\b,?(?:\s+you\s+know,?)?(?:\s+like,?)?\s+(?P<items>.+)",
    re.IGNORECASE | re.DOTALL,
)
_EXAMPLE = re.compile(
    r"^(?:like|such\s+as|for\s+(?:example|instance)|e\.g\.|i\.e\.|that\s+is|meaning|namely|where|the|which)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"^(?:the\s+model\s+)?(?:[a-z-]+ing|self-[a-z]+|[a-z-]+(?:tion|age|ment|ance|ence|al))\b", re.IGNORECASE
)
_NEAR = 8


def read_pathways(reading: Reading) -> Iterator[ProposedElement]:
    """Every place that introduces a pathway, and what is said of pathways by number."""
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
    if not any(each.kind is ElementKind.PATHWAY for each in reading.introductions):
        yield from _spoken(reading)


def _spoken(reading: Reading) -> Iterator[ProposedElement]:
    """Pathways that a speaker names in running talk: "these pathways include things like A, or B"."""
    since = _NEAR + 1
    done: set[str] = set()
    for sentence in reading.outline.sentences:
        since = 0 if _TALK.search(sentence.text) else since + 1
        found = (_INCLUDE.search(sentence.text) or _YOU_HAVE.match(sentence.text)) if since <= _NEAR else None
        for name in _listed(found["items"]) if found else ():
            key = f"pathway:{name.casefold()}"
            if key not in done:
                done.add(key)
                quote = reading.outline.quote(sentence.start, sentence.end)
                yield ProposedElement(key, ElementKind.PATHWAY, name[:1].upper() + name[1:], quote)


def _listed(items: str) -> tuple[str, ...]:
    """The names in an enumeration: parts between "or" and commas, without the examples and glosses on them."""
    parts = [
        part.strip(" ,.;:?!")
        for part in re.split(r",?\s+(?:or|and)\s+(?=[a-z-]+(?:ing|tion|-))|;\s*", items.strip(" .?!"))
    ]
    if len(parts) < 2:
        return ()
    names = []
    for part in parts:
        pieces = [piece.strip() for piece in part.split(",")]
        glosses = {piece for piece in pieces[1:] if _EXAMPLE.match(piece)}
        kept = [piece for piece in pieces if piece and piece not in glosses and _ACTION.match(piece)]
        if not _ACTION.match(pieces[0]):
            return ()
        names += kept
    return tuple(name for name in names if 6 <= len(name) <= 80)
