"""What the documents say against who owns a thing or who hears of it: that nobody does, or that nobody does any more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from assistant.intents import WhoRole
from assistant.quoting import LIMIT, sentences
from assistant.retrieval import Entry
from assistant.scope import Scope
from assistant.stemming import tokens
from graph.elements import AGENTS, THINGS
from graph.provenance import Passage

_NOBODY = r"\b(?:nobody|no[\s-]one|no\s+(?:single\s+)?(?:team|person|owner))\b"
_ENDED = r"\bunread\b|\bused\s+to\b|\bdropped\b|\bno\s+longer\b|\b(?:not|never)\b[^.;?!]*\bany\s?more\b|n['’]t\b[^.;?!]*\bany\s?more\b"
_UNOWNED = r"\b(?:unowned|ownerless|not\s+owned)\b|\b(?:has|have|had|without)\s+(?:no|an|any)\s+owner\b"
_NO_OWNER = re.compile(
    rf"{_NOBODY}[^.;?!]*\b(?:owns?|owned|given|checks?|looks?\s+after|responsible|in\s+charge|maintains?)\b|{_UNOWNED}",
    re.IGNORECASE,
)
_UNHEARD = re.compile(
    rf"{_NOBODY}[^.;?!]*\b(?:told|hears?|reads?|alerted|paged|notified|informed|called|sees|looks|answers?|reacts?)\b|\bunread\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(rf"{_ENDED}|{_UNHEARD.pattern}", re.IGNORECASE)
_SAYS_NO = re.compile(rf"^\W*{_NOBODY}\W*$|{_NO_OWNER.pattern}|{_NOT_NOW.pattern}", re.IGNORECASE)
_BACK = re.compile(r"\b(?:it|its|they|them|this|that|these|those)\b", re.IGNORECASE)
_PERMISSION = re.compile(
    r"\b0?[0-7]{3}\b[^.;?!]*\b(?:owner|group)\b|\bowner\s+root\b|\b[r-][w-][x-][r-][w-][x-][r-][w-][x-]"
)
DENIED: Mapping[WhoRole, re.Pattern[str]] = {WhoRole.OWNS: _NO_OWNER, WhoRole.IS_TOLD: _UNHEARD}


@dataclass(frozen=True)
class Denial:
    """Characters `start` to `end` of a passage, which deny something of an element."""

    passage: Passage
    start: int
    end: int


def denials(role: WhoRole, subject: str, *, agents: tuple[str, ...], scope: Scope) -> tuple[Denial, ...]:
    """Where the documents say that nobody stands in a role to an element, or that one of the `agents` does so no more.

    None for roles other than to own and to be told.
    """
    if role not in DENIED:
        return ()
    by_passage = groupby(scope.passages.entries, key=lambda entry: entry.passage.id)
    return tuple(
        found
        for _, entries in by_passage
        for found in _in_passage(role, subject, tuple(entries), agents=agents, scope=scope)
    )


def is_permission(text: str) -> bool:
    """Is the owner that a text names the one that a file's permission bits are for?"""
    return _PERMISSION.search(text) is not None


def _in_passage(
    role: WhoRole, subject: str, entries: tuple[Entry, ...], *, agents: tuple[str, ...], scope: Scope
) -> Iterator[Denial]:
    passage = entries[0].passage
    cue = _NOT_NOW if role is WhoRole.IS_TOLD else DENIED[role]
    if not cue.search(passage.text):
        return
    spans = sentences(passage.text)
    texts = [passage.text[start:stop] for start, stop in spans]
    denies = any(
        (DENIED[role].search(text) and _is_about(subject, (start, stop), entries, scope=scope))
        or (role is WhoRole.IS_TOLD and _NOT_NOW.search(text) and not {*agents}.isdisjoint(scope.named_in(text)))
        for text, (start, stop) in zip(texts, spans, strict=True)
    )
    saying = [span for text, span in zip(texts, spans, strict=True) if denies and _SAYS_NO.search(text)]
    if saying:
        within = [stop for _, stop in saying if stop - saying[0][0] <= LIMIT]
        yield Denial(passage, saying[0][0], max(within, default=saying[0][1]))


def _is_about(subject: str, span: tuple[int, int], entries: tuple[Entry, ...], *, scope: Scope) -> bool:
    """Does the sentence with these characters name the element, or point back ("it", "the lock") to what names or states it last?"""
    text, (start, stop) = entries[0].passage.text, span
    own = _things_in(text[start:stop], scope)
    short = tuple(tokens(scope.case.elements[subject].name))[-1:]
    if own or not (_BACK.search(text[start:stop]) or set(short) & set(tokens(text[start:stop]))):
        return subject in own
    before = _things_in(text[:start], scope)
    return subject in (before or scope.passages.elements_at(entries[0]))


def _things_in(text: str, scope: Scope) -> tuple[str, ...]:
    return tuple(id_ for id_ in scope.named_in(text) if scope.case.elements[id_].kind in THINGS - AGENTS)
