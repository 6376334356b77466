"""Roles: people called by what they do and not by name, such as "the on-call network engineer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.naming import singular
from ingest.document import BlockKind
from ingest.extractors.rules.lexicon import PLAIN_ADJECTIVES, ROLE_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_before

_ROLE = re.compile(rf"\b(?:{'|'.join(sorted(ROLE_HEADS))})s?\b")
_MORE_ROLES = "consultant master skipper warden bosun mate driver doctor coordinator commander"
_DUTY = re.compile(r"\b(?:on-call|duty|shift|standby|stand-by|night|watch|control|security|incident)\b", re.IGNORECASE)
_ACTS = re.compile(
    r"\b(?:pages?|paged|e-?mails?|alerts?|notif\w+|calls?|rings?|tells?|escalates?\s+to|goes\s+to|by|to|informs?|needs)\s+(?:an?\s+|the\s+|two\s+)?$",
    re.IGNORECASE,
)
_CALLED_UP = re.compile(
    rf"\b(?:phones?|rings?|rang|calls?|called|pages?|paged|tells?|told|telephones?|wakes?|texts?|e-?mails?|messages?)\s+the\s+(?P<role>(?:{'|'.join(sorted(ROLE_HEADS | set(_MORE_ROLES.split())))})(?:\s+on\s+(?:call|duty))?)\b"
    r"(?=\s*(?:[.,;:]|$|and\b|or\b|who\b|straight\b|first\b|at\b|by\b|on\b|in\b|within\b|directly\b))"
)
_TEAM = re.compile(
    r"\b(?:team|squad|task\s+force|desk|office|department|crew|committee|(?<!emergency\s)(?<!circuit\s)(?<!switch\s)(?<!distribution\s)(?<!power\s)(?<!key\s)(?<!patch\s)board)\b"
)
_OF_TEAM = re.compile(
    r"\s+(?:exercise|effort|project|work|meeting|event|spirit|sport|building|leader|lead|member|members|size|culture|lunch|player|game|process|decision)s?\b"
)
_SAYS_LITTLE = "relevant independent separate dedicated responsible report project same whole"
_NO_TEAM = PLAIN_ADJECTIVES | frozenset(_SAYS_LITTLE.split())
_GETS = re.compile(
    r"\s+(?:gets?|is|are)\s+(?:an?\s+)?(?:message|text|ticket|call(?:ed)?|paged?|told|alerted|e-?mail(?:ed)?|notified|rung)\b",
    re.IGNORECASE,
)
_ON_CALL = re.compile(
    rf"\b(?:{'|'.join(sorted(ROLE_HEADS))})\s+(?:of\s+the\s+(?:day|week|shift)|on\s+(?:duty|call|shift))\b|"
    r"\bon-call(?:\s+\w+){1,2}?\s+(?:person|people|staff|team)\b",
    re.IGNORECASE,
)


def roles(outline: Outline) -> tuple[Thing, ...]:
    """Every role that acts or is told something in the document, once."""
    found: dict[str, Thing] = {}
    for sentence in outline.sentences:
        for start, end in _spans(sentence):
            phrase = sentence.text[start:end]
            words = phrase.split()
            gets = _GETS.match(sentence.text[end:])
            acts = gets or _ON_CALL.fullmatch(phrase) or _ACTS.search(sentence.text[:start]) or _DUTY.search(phrase)
            if len(words) < 2 or len(words) > 4 or not acts or phrase[0].isupper() is (start > 0):
                continue
            name = named(" ".join([*words[:-1], words[-1] if len(words[-1]) < 4 else _one(words[-1])]))
            key = thing_key(ElementKind.PERSON, name)
            found.setdefault(key, Thing(key, ElementKind.PERSON, name, sentence))
    for role, sentence in _single(outline):
        key = thing_key(ElementKind.PERSON, role)
        found.setdefault(key, Thing(key, ElementKind.PERSON, named(role), sentence, (role,)))
    return tuple(found.values())


def _single(outline: Outline) -> Iterator[tuple[str, Sentence]]:
    """Roles of one word that somebody in talk calls or tells: "I phone the registrar", "they ring the consultant on call"."""
    for unit in outline.units:
        for sentence in unit.sentences if unit.kind is BlockKind.TURN else ():
            for match in _CALLED_UP.finditer(sentence.text):
                yield match["role"], sentence


def small_teams(outline: Outline) -> tuple[Thing, ...]:
    """Teams that are called by what they do: "the alignment stress-testing team"."""
    found: dict[str, Thing] = {}
    for sentence in outline.sentences:
        for match in _TEAM.finditer(sentence.text):
            span = phrase_before(sentence.text, match.end())
            phrase = sentence.text[span[0] : span[1]] if span else ""
            telling = [word for word in phrase.split()[:-1] if word.casefold() not in _NO_TEAM]
            if _OF_TEAM.match(sentence.text, match.end()):
                continue
            if telling and phrase[0].islower() and len(phrase.split()) <= 4:
                key = thing_key(ElementKind.TEAM, phrase)
                found.setdefault(key, Thing(key, ElementKind.TEAM, named(phrase), sentence))
    return tuple(found.values())


def _one(word: str) -> str:
    return word if word.casefold() in ROLE_HEADS else singular(word)


def _spans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    for match in _ROLE.finditer(sentence.text):
        following = sentence.text[match.end() : match.end() + 12]
        if not re.match(r"\s+(?:engineer|officer|manager|lead|team)\b|-", following) and (
            span := phrase_before(sentence.text, match.end())
        ):
            yield span
    for match in _ON_CALL.finditer(sentence.text):
        yield match.span()
