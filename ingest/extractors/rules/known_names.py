"""Things that another document of the case introduces, known here by the names by which this one calls them.

An interview says "Gannet runs off the spool", and only the report says that Gannet is a control. A single word counts
where the document uses it as a name, and a name that is a part of a longer one does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from graph.naming import normal
from ingest.definitions import is_acronym
from ingest.document import BlockKind
from ingest.extraction import KnownName
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import heading_name
from ingest.extractors.rules.kinds import OF_WORK
from ingest.extractors.rules.lexicon import COMMON_VERBS, FUNCTION_WORDS, GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.sightings import sightings
from ingest.tokens import form_of, plain

_SAY_LITTLE = FUNCTION_WORDS | PLAIN_ADJECTIVES | COMMON_VERBS
_GENERIC = frozenset(map(plain, GENERIC_NAMES | FUNCTION_WORDS))
_SMALL = Cue(r"(?<![\w’'])[a-z][a-z’'-]+")


def telling(known: Iterable[KnownName]) -> tuple[KnownName, ...]:
    """The things with those of their names that mean more than "review process" does."""
    found = []
    for each in known:
        names = [name for name in (each.name, *each.aliases) if " " not in name or _is_telling(name)]
        found += [KnownName(each.kind, names[0], tuple(names[1:]))] if names else []
    return tuple(found)


def with_known_names(reading: Reading, known: tuple[KnownName, ...]) -> Reading:
    """The reading with those of the known things that it speaks of."""
    reading = replace(reading, mentioned=reading.mentioned | frozenset(_said(reading, known)))
    meant = tuple(_unknown(reading, known))
    sentences = reading.outline.sentences
    if not meant or not sentences:
        return reading
    own = reading.gathered.things
    looked_for = {
        thing_key(each.kind, each.name): Thing(
            thing_key(each.kind, each.name), each.kind, each.name, sentences[0], each.aliases, elsewhere=True
        )
        for each in meant
    }
    mentions = find_mentions(sentences, (*own, *looked_for.values()))
    things = list(own)
    for sentence in sentences:
        for mention in mentions.within(sentence.start, sentence.end):
            thing = looked_for.pop(mention.key, None)
            if thing is not None:
                things.append(replace(thing, sentence=sentence))
    new = frozenset(thing.key for thing in things[len(own) :])
    gathered = replace(reading.gathered, things=tuple(things), leads=_with_headings(reading, things[len(own) :]))
    return replace(reading, gathered=gathered, mentions=mentions, mentioned=reading.mentioned | new)


def _said(reading: Reading, known: Iterable[KnownName]) -> Iterator[str]:
    """The keys of what the document speaks of as others do, under a name that its own words make one."""
    for each in known:
        for name in (each.name, *each.aliases):
            thing = reading.by_name.get(normal(name))
            if thing is not None and thing.kind is each.kind:
                yield thing.key


def _with_headings(reading: Reading, things: Iterable[Thing]) -> Mapping[int, tuple[str, ...]]:
    """The units that describe a thing, with those under a heading that is just the name of one of these."""
    leads = dict(reading.gathered.leads)
    keys = {form_of(name): thing.key for thing in things for name in (thing.name, *thing.aliases)}
    heading: str | None = None
    for unit in reading.outline.units:
        if unit.kind is BlockKind.HEADING:
            heading = keys.get(form_of(heading_name(unit)))
        elif heading is not None:
            leads.setdefault(unit.index, (heading,))
    return leads


def _unknown(reading: Reading, known: Iterable[KnownName]) -> Iterator[KnownName]:
    """What the document does not introduce itself, by the names that are names in it."""
    names_here = {each.name for each in sightings(reading.outline) if each.start > each.sentence.start}
    small = set(_SMALL.findall(reading.outline.document.text))
    for each in known:
        names = (each.name, *each.aliases)
        if any(normal(name) in reading.by_name for name in names):
            continue
        called = [name for name in names if " " in name or is_acronym(name) or _is_name(name, names_here, small)]
        if called:
            yield KnownName(each.kind, called[0], tuple(called[1:]))


def _is_name(word: str, names: Collection[str], small: Collection[str]) -> bool:
    """Is one word with a capital a name here: inside a sentence, or where the text nowhere writes it small?"""
    return word in names or not (word.casefold() in small or plain(word) in _GENERIC or OF_WORK.search(word))


def _is_telling(name: str) -> bool:
    """Does a name have two words that say something, one of them more than "review process" and "test results" do?"""
    telling = [word for word in form_of(name) if word not in _SAY_LITTLE]
    return len(telling) > 1 and any(word not in _GENERIC for word in telling)
