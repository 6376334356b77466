"""Controls and needs that nothing describes, and that plans change or reviewers judge: "test the Harbour Siren twice a year".

Whatever a plan improves, replaces or backs up is in force; a name with capitals in its words, or in a verdict, is what it
is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import decided, votes_of_head
from ingest.extractors.rules.lexicon import GENERIC_NAMES, ORGANIZATION_HEADS, ROLE_HEADS, TEAM_HEADS
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.safeguards import is_safeguard
from ingest.extractors.rules.second_look import names_nothing
from ingest.extractors.rules.views import views_in, without_quoted

_PROPER = Cue(
    r"(?P<the>\b(?:the|The|our|Our|its|Its|your|Your|their|Their)\s+)?(?<![\w’'-])(?P<name>[A-Z][\w-]*[a-z0-9][\w-]*(?:\s+(?:of\s+|and\s+|&\s+)?[A-Z][\w-]*[a-z0-9])+|[A-Z][a-z0-9]+[A-Z]\w+)(?![\w’'-]|\s+(?:of\s+)?[A-Z])"
)
_NO_CONTROLS = frozenset(
    [
        "report", "chapter", "section", "act", "directive", "letter", "annex", "appendix", "version", "claim", "pathway", "finding", "table", "figure", "page", "paragraph", "comment", "note",
        "recommendation", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday", "street", "road", "city", "university", "model", "release", "draft", "edition", "summary", "review", "opinion", "authors", "author", "office", "house",
    ]
)  # fmt: skip
_OLD = Cue(
    r"\b(?P<effect>replac(?:e|es|ed|ing|ement\s+(?:of|for))|supersed(?:e|es|ing)|instead\s+of|in\s+place\s+of|tak(?:e|es|ing)\s+the\s+place\s+of|(?:back-?\s?up|fall-?back|stand-?by|spare|substitute)\s+(?:to|for|of)|improv(?:e|es|ing)|strengthen(?:s|ing)?|"
    r"back(?:s|ing)?\s+up|stands?\s+in\s+for|supplement(?:s|ing)?)\s+(?P<the>the|our|its|their|her|his|that|today[’']s)\s+",
    re.IGNORECASE,
)
_THE = Cue(r"\b(?:the|its|our|their)\s+(?=[a-z])", re.IGNORECASE)
_ENTIRELY = Cue(r"\s+(?:altogether|entirely|completely|everywhere|instead|daily|weekly|monthly|twice|today)$")
_OTHERS = frozenset({ElementKind.PERSON, ElementKind.TEAM, ElementKind.ORGANIZATION})
_IN_FORCE = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE})


def with_aimed(reading: Reading) -> Reading:
    """The reading with what its plans change and its verdicts judge, where nothing has named it yet."""
    found = {thing.key: thing for thing in _aimed(reading) if normal(thing.name) not in reading.by_name}
    new = {key: thing for key, thing in found.items() if not _is_short(reading, thing)}
    if not new:
        return reading
    things = (*reading.gathered.things, *new.values())
    mentions = find_mentions(reading.outline.sentences, things)
    return replace(reading, gathered=replace(reading.gathered, things=things), mentions=mentions)


def _aimed(reading: Reading) -> Iterator[Thing]:
    planned = frozenset(normal(plan.name) for plan in reading.plans)
    for plan in reading.plans:
        sentences = [plan.sentence] if plan.sentence else [s for s in plan.unit.sentences if s.end > plan.start][:1]
        for sentence in sentences:
            yield from (thing for thing in _proper(sentence) if normal(thing.name) not in planned)
            yield from (thing for thing in _replaced(sentence) if normal(thing.name) not in planned)
            known = any(m.kind in _IN_FORCE for m in reading.mentions.within(sentence.start, sentence.end))
            spoken = () if known else _spoken_of(reading, sentence)
            yield from (thing for thing in spoken if normal(thing.name) not in planned)
    if reading.outline.document.source.kind is DocumentKind.CRITIQUE:
        for sentence in reading.outline.sentences:
            if views_in(sentence.text):
                yield from _proper(sentence)


def _proper(sentence: Sentence) -> Iterator[Thing]:
    """The names with capitals in a sentence that are called as things are: with an article, or by a word for a control."""
    for match in _PROPER.finditer(without_quoted(sentence.text)):
        name, last = match["name"], match["name"].split()[-1].casefold()
        first = match["name"].split()[0].casefold()
        votes = votes_of_head(name)
        agent = last in TEAM_HEADS | ORGANIZATION_HEADS | ROLE_HEADS or any(votes[kind] for kind in _OTHERS)
        telling = match["the"] or " " not in name or is_safeguard(name) or votes[ElementKind.CONTROL] > 0
        if agent or not telling or {first, last} & _NO_CONTROLS:
            continue
        kind = decided(votes)
        kind = kind if kind in _IN_FORCE else ElementKind.CONTROL
        yield Thing(thing_key(kind, name), kind, name, sentence)


def _replaced(sentence: Sentence) -> Iterator[Thing]:
    """What a sentence about a plan says is replaced, improved or backed up: "in place of the paper ledger"."""
    for match in _OLD.finditer(sentence.text):
        if (thing := _thing_at(sentence, match.end())) is not None:
            yield thing


def _spoken_of(reading: Reading, sentence: Sentence) -> Iterator[Thing]:
    """The first thing with an article in a sentence about a plan that the document speaks of elsewhere too: "weigh the salt store daily"."""
    whole = " ".join(reading.outline.document.text.casefold().split())
    for match in _THE.finditer(sentence.text):
        thing = _thing_at(sentence, match.end())
        if thing is not None and whole.count(thing.name.casefold()) > 1:
            yield thing
            return


def _thing_at(sentence: Sentence, start: int) -> Thing | None:
    """The control or need of several words that is named there; what no word tells the kind of is a need."""
    span = phrase_after(sentence.text, start)
    name = _ENTIRELY.sub("", sentence.text[slice(*span)]) if span else ""
    empty = names_nothing(name) if name else True
    if " " not in name or head(name) in GENERIC_NAMES or (empty and not is_safeguard(name)):
        return None
    votes = votes_of_head(name)
    kind = decided(votes)
    if any(votes[each] for each in _OTHERS) or (kind is not None and kind not in _IN_FORCE):
        return None
    kind = kind or (ElementKind.CONTROL if is_safeguard(name) else ElementKind.DEPENDENCY)
    return Thing(thing_key(kind, name), kind, named(name), sentence, () if name[0].isupper() else (name,))


def _is_short(reading: Reading, thing: Thing) -> bool:
    """Is it what the document calls a longer name by, "the Monitor" of "Transcript Monitor", or the only thing of that noun?"""
    words = set(normal(thing.name).split())
    alike = (each for each in reading.gathered.things if each.kind in _IN_FORCE and head(each.name) == head(thing.name))
    called = thing.aliases and next(alike, None) is not None
    return bool(called) or any(words < set(known.split()) for known in reading.by_name)
