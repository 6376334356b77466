"""Marks that turn the direction of text: unseen, and able to show words in another order than they are read."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.parsers.draft import Draft

DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TURNING = frozenset("\u202d\u202e\u2066\u2067\u2068")


def direction_notes(drafts: Iterable[Draft]) -> tuple[str, ...]:
    """A sentence on marks that force a direction, which are left out; none where there are none."""
    parts = (words.text for draft in drafts for part in (draft.words, *draft.cells) for words in part)
    forced = sum(not _TURNING.isdisjoint(text) for text in parts)
    if not forced:
        return ()
    return ("marks that force the direction of text are left out: it is read in the order in which it is stored",)
