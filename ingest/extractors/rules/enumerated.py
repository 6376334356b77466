"""Names in an enumeration that running talk gives: "these pathways include things like A, or B"."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.pathway_words import PATHWAYS

_TALK = Cue(rf"\b{PATHWAYS}\b", re.IGNORECASE)
_INCLUDE = Cue(
    r"\b(?:these|those|they|which|that|pathways|scenarios)\s+(?:would\s+|might\s+)?(?:include|are|were|being)\s+"
    r"(?:things\s+like|for\s+example|such\s+as|e\.g\.,?|both|first)?\s*[:,]?\s*(?P<items>.+)",
    re.IGNORECASE | re.DOTALL,
)
_YOU_HAVE = Cue(
    r"^\W*(?:so\s+)?(?:you\s+(?:have|get)|we\s+(?:have|look\s+at|consider))\b,?(?:\s+you\s+know,?)?(?:\s+like,?)?\s+(?P<items>.+)",
    re.IGNORECASE | re.DOTALL,
)
_EXAMPLE = Cue(
    r"^(?:like|such\s+as|for\s+(?:example|instance)|e\.g\.|i\.e\.|that\s+is|meaning|namely|where|the|which)\b",
    re.IGNORECASE,
)
_ACTION = Cue(r"^(?:the\s+model\s+)?(?:[a-z-]+ing|self-[a-z]+|[a-z-]+(?:tion|age|ment|ance|ence|al))\b", re.IGNORECASE)
_TAIL = Cue(r"\s+so\s+that\s+.*$", re.DOTALL)
_NEAR = 8


def enumerated_pathways(outline: Outline) -> tuple[tuple[Sentence, tuple[str, ...]], ...]:
    """The sentences that enumerate pathways soon after the word was said, each with the names that it gives."""
    since = _NEAR + 1
    found = []
    for sentence in outline.sentences:
        since = 0 if _TALK.search(sentence.text) else since + 1
        match = (_INCLUDE.search(sentence.text) or _YOU_HAVE.match(sentence.text)) if since <= _NEAR else None
        if match and (names := _listed(match["items"])):
            found.append((sentence, names))
    return tuple(found)


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
        names += [_TAIL.sub("", name) for name in kept]
    return tuple(name for name in names if 6 <= len(name) <= 80)
