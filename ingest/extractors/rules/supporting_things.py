"""Controls and evidence that become known by what they hold up: "Pathway 2 is supported by the two-key rule (strong)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import HELD_UP, ElementKind
from ingest.definitions import initials, is_acronym
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied, is_rumoured
from ingest.extractors.rules.introductions import Introduction
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import CONTROL_HEADS, GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after, phrase_before
from ingest.extractors.rules.safeguards import is_safeguard
from ingest.extractors.rules.support_words import AROUND, ASIDE, HELD_BY, HOLDS, JOINT, SHUTS, UP_TO_VERB

_HOLDER = Cue(
    r"\b(?:the|this|that|our)\s+(?:\w+\s+)?(?:claim|assertion|pathway|argument|conclusion)\b|^\W*(?:it|risk:[^.]*)\W",
    re.IGNORECASE,
)
_OPENS = Cue(r"[\s*_]*(?:(?:(?:the|our|an?|its|their|two|three|both|mainly|first|chiefly)\s+){0,3})", re.IGNORECASE)
NO_THING = frozenset(
    [
        "claim",
        "claims",
        "assertion",
        "pathway",
        "pathways",
        "argument",
        "arguments",
        "premise",
        "premises",
        "assumption",
        "fact",
        "idea",
        "view",
        "ground",
        "grounds",
        "line",
        "lines",
        "thing",
        "things",
        "evidence",
        "support",
        "reason",
        "reasons",
        "section",
        "chapter",
        "judgement",
        "judgment",
        "experience",
        "belief",
        "kind",
        "sort",
        "way",
        "other",
        "rest",
        "one",
        "ones",
        "point",
        "points",
        "matter",
        "control",
        "controls",
        "result",
        "results",
        "finding",
        "findings",
        "risk",
        "case",
        "cases",
        "theory",
        "belief",
        "consideration",
        "factor",
        "factors",
        "conclusion",
        "leg",
        "authors",
        "report",
        "word",
        "words",
    ]
)
"""Heads of phrases that call parts of an argument and no control or evidence."""
_TESTED = Cue(
    r"\d\s*(?:%|per\s?cent|of\s+\d|out\s+of|/\s*\d)|\b(?:tests?|tested|evaluation|benchmark|experiment|asks?\s+(?:a|the)\s+model|measured|trials?|runs?\s+of|study)\b",
    re.IGNORECASE,
)
_CAME_OUT = (
    r"(?:(?:asked|found|showed|missed|caught|searched|covered|returned|gave|put|compared|turned\s+up|came\s+out|reported|recorded|looked\s+at|took\s+in|failed\s+to)\b|"
    r"(?:was|were)\s+(?:run|carried\s+out|conducted|done|repeated|held|made|performed|commissioned|designed)\b|has\s+the\s+(?:curve|figures|numbers))"
)
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TURN})
_IT = Cue(r"^\W*(?:(?:and|but|also)\s+)?(?:it|this|that)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)
_OPENING = Cue(r"^\W*(?:(?:most|much|some|all|part)\s+of\s+)?(?:the|our|its)(?=\s*$)", re.IGNORECASE)
_PATHWAY = Cue(r"\W*(?:(?:the|this|that)\s+)?(?:[\w-]+\s+)?pathway\b", re.IGNORECASE)
_DATED = Cue(r"\s+(?:of|in|from|on)\s+(?:the\s+|last\s+)?$", re.IGNORECASE)
_SUBJECT = Cue(r"(?:The|Our|An?)\s+(?=\S)")
_PLACE = Cue(r"\s*(?:one\s+place|a\s+single\s+(?:place|source)|\w+\s+(?:places|sources))\s*[,:]\s*", re.IGNORECASE)
_AGENTS = (ElementKind.PERSON, ElementKind.TEAM, ElementKind.ORGANIZATION)


def supporting_things(outline: Outline, introduced: tuple[Introduction, ...]) -> Iterator[Thing]:
    """The noun phrases on the other side of verbs of support, where one side is a claim, an argument or a pathway."""
    names = [name for each in introduced if each.kind in HELD_UP and (name := each.name.casefold())]
    for unit in outline.units:
        held = [each for each in introduced if each.unit <= unit.index and each.kind in HELD_UP]
        for position, sentence in enumerate(unit.sentences if unit.kind in _READ else ()):
            earlier = unit.sentences[:position]
            for phrase in _phrases(sentence, names, inside=bool(held), earlier=earlier):
                if (thing := _thing(outline, sentence, phrase)) is not None:
                    yield thing


def _phrases(
    sentence: Sentence, names: list[str], *, inside: bool, earlier: tuple[Sentence, ...] = ()
) -> Iterator[str]:
    text = sentence.text
    if is_rumoured(text) or text.rstrip().endswith("?"):
        return
    for verb in HELD_BY.finditer(text):
        before = text[: verb.start()]
        opens = inside and not _OPENING.sub("", before).strip(" *_")
        if (opens or _speaks_of(before, names)) and not is_denied(text[: verb.end()]):
            yield from _behind(text, verb.end())
    for opening, going_on in AROUND:
        for reference in references_in(text):
            found = going_on.match(text, reference.end) if opening.search(text[: reference.start]) else None
            if found and reference.kind in HELD_UP and not is_denied(text[: found.end()]):
                yield from _behind(text, found.end())
    for verb in SHUTS.finditer(text):
        if _PATHWAY.match(text, verb.end()) and not is_denied(text[: verb.start()]):
            yield from _ahead(text, verb.start())
    for verb in HOLDS.finditer(text):
        if _speaks_of(text[verb.end() : verb.end() + 160], names) and not is_denied(text[: verb.start()]):
            yield from _ahead(text, verb.start())
            yield from _meant(earlier) if _IT.match(text[: verb.start()]) else ()


def _meant(earlier: tuple[Sentence, ...]) -> Iterator[str]:
    """What "it" means: the noun phrase that opens the nearest sentence before that opens with one."""
    for sentence in reversed(earlier):
        opening = _SUBJECT.match(sentence.text)
        span = phrase_after(sentence.text, opening.end()) if opening else None
        if opening and span and span[0] == opening.end():
            verb = Cue(r"\s+[a-z]+(?:ed|s|d)\b").match(sentence.text, span[1])
            yield sentence.text[slice(*span)] if verb else ""
            return


def _speaks_of(words: str, names: list[str]) -> bool:
    if _HOLDER.search(words) or any(each.kind in HELD_UP for each in references_in(words)):
        return True
    plain = words.casefold()
    return any(name in plain for name in names)


def _behind(text: str, at: int) -> Iterator[str]:
    place = _PLACE.match(text, at)
    opening = _OPENS.match(text, place.end() if place else at)
    at = opening.end() if opening else at
    while (span := phrase_after(text, at)) is not None and not text[at : span[0]].strip(" *_"):
        yield text[slice(*span)]
        joint = JOINT.match(text, span[1])
        if joint is None or joint.end() == span[1] or not re.search(r",|\band\b|\bplus\b|\bas\b", joint[0]):
            return
        at = joint.end()


def _ahead(text: str, verb: int) -> Iterator[str]:
    before = ASIDE.sub(lambda found: " " * len(found[0]), text[:verb])
    gap = next((found for found in re.finditer(r"\s\S", before) if UP_TO_VERB.fullmatch(before[found.start() :])), None)
    end = len((before[: gap.start()] if gap else before).rstrip(" ,*_"))
    span = phrase_before(before, end)
    dated = _DATED.search(before, 0, span[0]) if span else None
    if span is not None and dated is not None:
        span = phrase_before(before, dated.start())
    if span is not None:
        yield before[slice(*span)]


def _thing(outline: Outline, sentence: Sentence, phrase: str) -> Thing | None:
    name = phrase.strip(" *_")
    if (
        not name
        or references_in(name)
        or head(name) in NO_THING
        or name.casefold() in GENERIC_NAMES
        or name[0].isdigit()
    ):
        return None
    plain = name[0].islower()
    if plain and " " not in name:
        return None
    votes = votes_of_head(name)
    needed = votes[ElementKind.DEPENDENCY] > max(votes[ElementKind.CONTROL], votes[ElementKind.EVIDENCE])
    if (needed or any(votes[kind] for kind in _AGENTS) or name[-1].isdigit()) and not is_safeguard(name):
        return None
    full = _in_full(outline.document.text, name) if is_acronym(name) else name
    kind = _kind(outline, name, full)
    return Thing(thing_key(kind, full), kind, named(full), sentence, (name,) if full != name else ())


def _kind(outline: Outline, name: str, full: str) -> ElementKind:
    votes = votes_of_head(full)
    if votes[ElementKind.EVIDENCE] > votes[ElementKind.CONTROL]:
        return ElementKind.EVIDENCE
    if _is_defined_a_test(outline, name) or (" " in full and _is_told_of(outline, name)):
        return ElementKind.EVIDENCE
    if is_safeguard(full) or head(full) in CONTROL_HEADS or " " in full:
        return ElementKind.CONTROL
    told = [each for each in outline.sentences if re.search(rf"\b{re.escape(name)}\b", each.text)][:2]
    return ElementKind.EVIDENCE if any(_TESTED.search(each.text) for each in told) else ElementKind.CONTROL


def _is_defined_a_test(outline: Outline, name: str) -> bool:
    """Is it explained as a test of some sort: "Output Index (OI). A weekly evaluation in which …", "OI, a survey of"?"""
    pattern = Cue(
        rf"\b{re.escape(name)}\)?[*_.,:–— ]{{1,6}}\s*(?:is\s+)?(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?(?:evaluation|test|study|survey|benchmark|experiment|assessment|exercise|trial|measurement)s?\b",
        re.IGNORECASE,
    )
    return pattern.search(outline.document.text) is not None


def _is_told_of(outline: Outline, name: str) -> bool:
    """Does a sentence tell what came out of it, as of something past: "The staff challenge asked twelve people to …"?"""
    pattern = Cue(rf"\b{re.escape(name)}\s+{_CAME_OUT}", re.IGNORECASE)
    return any(pattern.search(each.text) for each in outline.sentences if name in each.text)


def _in_full(text: str, short: str) -> str:
    """What an acronym is defined to stand for: "OBI" where the text has "Output Balance Index (OBI)"."""
    for found in re.finditer(
        rf"((?:[A-Z][\w-]+\s+(?:of\s+|for\s+|the\s+|and\s+|&\s+)*){{1,6}})\({re.escape(short)}\)", text
    ):
        words = found[1].split()
        for first in range(len(words)):
            if short in initials(" ".join(words[first:])):
                return " ".join(words[first:])
    behind = re.search(rf"\b{re.escape(short)}\s+\(([A-Z][^()]{{4,80}})\)", text)
    return behind[1] if behind and short in initials(behind[1]) else short
