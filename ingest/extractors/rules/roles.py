"""Roles: people called by what they do and not by name, such as "the on-call network engineer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import singular
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import PLAIN_ADJECTIVES, ROLE_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_before

_TOLD_ONLY = "owner treasurer assessor counsel consultant planner dispatcher signaller trustee steward adviser advisor head teller postmaster"
_ANY_OWNER = frozenset(["named", "clear", "risk", "accountable", "responsible", "sole", "designated"])
_HEADS = ROLE_HEADS | frozenset(_TOLD_ONLY.split())
_ROLE = Cue(rf"\b(?:{'|'.join(sorted(_HEADS))})s?\b(?![’'])")
_POST = Cue(
    r"\b(?P<post>(?:head|director|chief|manager)\s+of\s+(?:the\s+)?[a-z][\w-]+(?:\s+(?!who\b|by\b|at\b|in\b|on\b|and\b|is\b|within\b|was\b|for\b)[a-z][\w-]+)?)\b"
)
_HIGH_POST = Cue(
    r"(?:\b(?:to|by|with|tells|told|paged?s?|alerts?|alerted|inform(?:s|ed)|notif(?:ies|ied)|rings|rang|calls|called|mail(?:s|ed)|involve[sd]|asks?)\s+the\s+|^\W*The\s+|[.;]\s+The\s+|\bOwner:\s+(?:the\s+)?)"
    r"(?P<post>(?:(?:Vice|Deputy|Executive)\s+)?(?:Head|Director|President|Superintendent|Manager|Chair)\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+){0,3}|Chief(?:\s+[A-Z]\w+){1,3})"
)
_APPOSED = Cue(r"\s*[,(]\s*[A-Z][\w’'-]+\s+[A-Z]")
_STAND_BY = Cue(
    r"(?:\b(?:[Tt]he|[Oo]ur|[Tt]heir)\s+|[:|]\s*)(?P<post>(?:(?!the\b|an?\b|our|their\b|its\b|and\b|or\b|to\b|by\b|is\b|of\b|with\b|if\b|when\b|so\b|not\b|not\b|then\b|for\b|pages?\b|in\b|from\b|whoever\b)[a-z][\w-]+\s+){1,3}on-call)\b(?!\s+(?:[a-z]+\s+)?(?:engineers?|rota|rotation|phone|team|officer|pharmacist|manager|lead|staff|person|nurse|schedule|roster|desk|chemist|operator|analyst)\b|-)"
)
_MORE_ROLES = "consultant master skipper warden bosun mate driver doctor coordinator commander"
_DUTY = Cue(r"\b(?:on-call|duty|shift|standby|stand-by|night|watch|control|security|incident)\b", re.IGNORECASE)
_ACTS = Cue(
    r"\b(?:pages?|paged|e-?mails?|alerts?|notif\w+|calls?|rings?|tells?|escalates?\s+to|goes\s+to|by|to|informs?|informed|needs|phones?|phoned|rang|messages?|messaged|mails?|mailed|texts?|texted|telephones?|telephoned|radio(?:s|ed)|"
    r"told|involve[sd]?|sent\s+for|sends\s+for|warn(?:s|ed)|wakes?|woke|with)\s+(?:an?\s+|the\s+|two\s+|our\s+|your\s+|their\s+|its\s+|\w+[’']s\s+)?$",
    re.IGNORECASE,
)
_NOBODY = Cue(r"\b(?:nobody|no\s+one|none|never)\s+(?:\w+\s+){1,2}$", re.IGNORECASE)
_CALLED_UP = Cue(
    rf"\b(?:phones?|rings?|rang|calls?|called|pages?|paged|tells?|told|telephones?|wakes?|texts?|e-?mails?|messages?)\s+the\s+(?P<role>(?:{'|'.join(sorted(ROLE_HEADS | set(_MORE_ROLES.split())))})(?:\s+on\s+(?:call|duty))?)\b"
    r"(?=\s*(?:[.,;:]|$|and\b|or\b|who\b|straight\b|first\b|at\b|by\b|on\b|in\b|within\b|directly\b))"
)
_TEAM = Cue(
    r"\b(?:team|squad|task\s+force|desk|office|department|crew|committee|(?<!emergency\s)(?<!circuit\s)(?<!switch\s)(?<!distribution\s)(?<!power\s)(?<!key\s)(?<!patch\s)board)\b"
)
_OF_TEAM = Cue(
    r"\s+(?:exercise|effort|project|work|meeting|event|spirit|sport|building|leader|lead|member|members|size|culture|lunch|player|game|process|decision)s?\b"
)
_SAYS_LITTLE = "relevant independent separate dedicated responsible report project same whole"
_NO_TEAM = PLAIN_ADJECTIVES | frozenset(_SAYS_LITTLE.split())
_GETS = Cue(
    r"\s+(?:also\s+|then\s+|first\s+)?(?:gets?|got|is|are|was|were|has|receives?|received|hears?|sees|finds|must\s+be)\s+(?:then\s+|also\s+|first\s+|only\s+)?(?:an?\s+|the\s+|it\b|of\s+it\b|them\b)?(?:chat\s+|text\s+|direct\s+|short\s+)?"
    r"(?:message|messaged|text|texted|ticket|page|mail|mailed|alert|call(?:ed)?|paged?|told|alerted|e-?mail(?:ed)?|notified|informed|rung|phoned|warned)\b",
    re.IGNORECASE,
)
_ON_CALL = Cue(
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
            acts = gets or _ON_CALL.fullmatch(phrase) or _DUTY.search(phrase) or _is_told(sentence.text[:start], phrase)
            if (
                len(words) < 2
                or len(words) > 4
                or words[0] in _ANY_OWNER
                or not acts
                or phrase[0].isupper() is (start > 0)
            ):
                continue
            name = named(" ".join([*words[:-1], words[-1] if len(words[-1]) < 4 else _one(words[-1])]))
            key = thing_key(ElementKind.PERSON, name)
            found.setdefault(key, Thing(key, ElementKind.PERSON, name, sentence))
    for post, sentence in _posts(outline):
        same = next(
            (key for key, each in found.items() if set(post.split()) <= set(each.name.casefold().split())), None
        )
        key = same or thing_key(ElementKind.PERSON, post)
        known = found.get(key, Thing(key, ElementKind.PERSON, named(post), sentence))
        found[key] = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, post))))
    for role, sentence in _single(outline):
        key = thing_key(ElementKind.PERSON, role)
        found.setdefault(key, Thing(key, ElementKind.PERSON, named(role), sentence, (role,)))
    return tuple(found.values())


def _is_told(before: str, phrase: str) -> bool:
    """Does a message reach one who is called so? Several who are told together are a team, and no person."""
    last = phrase.rsplit(maxsplit=1)[-1]
    return _one(last) == last and _ACTS.search(before) is not None and not _NOBODY.search(before)


def _posts(outline: Outline) -> Iterator[tuple[str, Sentence]]:
    """Posts that act or are told and nowhere have a name beside them, nor are called as a team is: "the Chief Risk Officer", "the serving on-call"."""
    found = [(match, sentence) for sentence in outline.sentences for match in _posts_in(sentence.text)]
    told = {" ".join(match["post"].split()) for match, _ in found if _APPOSED.match(match.string, match.end())}
    for match, sentence in found:
        post = " ".join(match["post"].split())
        team = post[0].islower() and outline.concordance.find(post.split()[0].capitalize(), before=r"(?!\s+[A-Z])")
        if post not in told and not team:
            yield post, sentence


def _posts_in(text: str) -> Iterator[re.Match[str]]:
    yield from _HIGH_POST.finditer(text)
    yield from _STAND_BY.finditer(text)
    for match in _POST.finditer(text):
        if _ACTS.search(text[: match.start()]) or _GETS.match(text, match.end()):
            yield match


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
