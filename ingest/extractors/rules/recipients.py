"""Roles and groups in small letters that are said to be told: "pages the ward pharmacist", "the customer desk gets a call"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.asked_who import OPENS, asked_who
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import FUNCTION_WORDS, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, words_before
from ingest.extractors.rules.telling_words import BY, GROUP, ROLE, TELLS, TOLD, may_tell

_BEFORE = Cue(
    r"(?:^(?:(?:The|Our|An?|Its|Their)\s+)?|\b(?:the|our|an?|its|their|his|her|all)\s+)(?P<who>(?:[A-Za-z][\w-]*(?:[’']s)?\s+){0,3}[a-z][\w-]*(?:\s+on\s+(?:call|duty|shift))?)$"
)
_SKIPPED = frozenset({BlockKind.HEADING, BlockKind.CODE})
_VAGUE = frozenset(
    {"user", "users", "customer", "customers", "member", "members", "head", "chief", "partner", "service", "principal"}
)
_DENIED = Cue(
    r"\b(?:no|not|never|nobody|without|\w+n[’']t|second|another|new|additional)\b[^.;,]{0,24}$", re.IGNORECASE
)
_GOES_ON = Cue(
    r"\s+(?:team|group|desk|engineer|officer|manager|lead)\b|\s*[,(]\s*(?:that\s+\w+\s+)?[A-Z][\w’'-]+\s+[A-Z]"
)
"""Behind a role: what makes it longer, or names the person who holds it."""
_VERB = Cue(r"(?:s|ed|ing)$|^(?:rang|told|woke|sent)$")
_WINDOW = 60


def recipients(outline: Outline) -> tuple[Thing, ...]:
    """Each of them, once: a person for a role, a team for a group and for several who share one."""
    found: dict[str, Thing] = {}
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind in _SKIPPED or not may_tell(sentence.text):
            continue
        for kind, phrase in _told(sentence):
            plain = _plain(phrase)
            if plain and plain.casefold() not in _VAGUE | FUNCTION_WORDS and not _is_short(plain, outline):
                key = thing_key(kind, plain)
                found.setdefault(key, Thing(key, kind, named(plain), sentence, (plain,)))
    for _, said in asked_who(outline):
        opening = OPENS.match(said.text)
        for kind, phrase in _at(said.text, opening.end(), 0) if opening else ():
            key = thing_key(kind, phrase)
            found.setdefault(key, Thing(key, kind, named(phrase), said, (phrase,)))
    return tuple(found.values())


def _told(sentence: Sentence) -> Iterator[tuple[ElementKind, str]]:
    text = sentence.text
    for match in TELLS.finditer(text):
        yield from _at(text, match.end(), match.start())
    for match in TOLD.finditer(text):
        before = text[max(0, match.start() - _WINDOW) : match.start()].lstrip()
        who = _BEFORE.search(before)
        if who and not _DENIED.search(before[: who.start("who")]):
            yield from _kind_of(who["who"])
        by = BY.match(text, match.end())
        if by:
            yield from _at(text, by.end(), match.start())


def _at(text: str, start: int, verb: int) -> Iterator[tuple[ElementKind, str]]:
    """The role or group that begins at an offset."""
    if _DENIED.search(text[max(0, verb - _WINDOW) : verb]):
        return
    for pattern, group in ((ROLE, "role"), (GROUP, "group")):
        match = pattern.match(text, start)
        if match and not _GOES_ON.match(text, match.end()):
            yield from _kind_of(match[group])
            return


def _kind_of(phrase: str) -> Iterator[tuple[ElementKind, str]]:
    role, group = ROLE.fullmatch(phrase), GROUP.fullmatch(phrase)
    first, last = phrase.split(maxsplit=1)[0], phrase.rsplit(maxsplit=1)[-1]
    if not last[0].islower() or not (first[0].islower() or first.isupper()) or phrase == "on-call":
        return
    if group:
        if " " in phrase:
            yield ElementKind.TEAM, phrase
    elif role:
        several = phrase.endswith("s") and not phrase.endswith("ss")
        yield (ElementKind.TEAM if several else ElementKind.PERSON), phrase


def _is_short(phrase: str, outline: Outline) -> bool:
    """Is it the end of a longer name, or said in another order: "detection engineer" where the on-call one is named?"""
    text = outline.document.text
    core = re.sub(r"^on-call\s+|\s+on\s+(?:call|duty|shift)$", "", phrase)
    if (
        core != phrase
        and re.search(rf"\b{re.escape(core)}\s+on\s+(?:call|duty|shift)\b", text, re.IGNORECASE)
        and not phrase.endswith(("call", "duty", "shift"))
    ):
        return True
    if phrase.casefold().endswith("on-call") and re.search(
        rf"\b(?:duty|on-call)\s+{re.escape(phrase.removesuffix('on-call').strip() or 'person')}\b", text, re.IGNORECASE
    ):
        return True
    return any(
        word not in FUNCTION_WORDS | PLAIN_ADJECTIVES and not _VERB.search(word) for word in words_before(phrase, text)
    )


def _plain(phrase: str) -> str:
    words = phrase.split()
    while len(words) > 1 and words[0].casefold() in PLAIN_ADJECTIVES:
        words.pop(0)
    return " ".join(words)
