"""Things that another document of the case introduces, known here by the names by which this one calls them.

An interview says "Gannet runs off the spool", and only the report says that Gannet is a control. What this document
introduces by itself is what it says, whatever others call so; a single word has to stand as a name inside a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.naming import normal
from ingest.definitions import is_acronym
from ingest.extraction import KnownName
from ingest.extractors.rules.lexicon import COMMON_VERBS, FUNCTION_WORDS, GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.sightings import sightings
from ingest.tokens import form_of, plain

_SAY_LITTLE = FUNCTION_WORDS | PLAIN_ADJECTIVES | COMMON_VERBS
_GENERIC = frozenset(map(plain, GENERIC_NAMES))


def with_known_names(reading: Reading, known: tuple[KnownName, ...]) -> Reading:
    """The reading with those of the known things that it speaks of."""
    said = (reading.by_name.get(normal(name)) for each in known for name in (each.name, *each.aliases))
    mentioned = frozenset(thing.key for thing in said if thing is not None)
    reading = replace(reading, mentioned=reading.mentioned | mentioned)
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
    gathered = replace(reading.gathered, things=tuple(things))
    return replace(reading, gathered=gathered, mentions=mentions, mentioned=reading.mentioned | new)


def _unknown(reading: Reading, known: Iterable[KnownName]) -> Iterator[KnownName]:
    """What the document does not introduce itself, by the names that are names in it."""
    inside = {each.name for each in sightings(reading.outline) if each.start > each.sentence.start}
    for each in known:
        names = (each.name, *each.aliases)
        if any(normal(name) in reading.by_name for name in names):
            continue
        first, *rest = [name for name in names if _is_telling(name) or is_acronym(name) or name in inside] or [""]
        if first:
            yield KnownName(each.kind, first, tuple(rest))


def _is_telling(name: str) -> bool:
    """Does a name have two words that say something, one of them more than "review process" and "test results" do?"""
    telling = [word for word in form_of(name) if word not in _SAY_LITTLE]
    return len(telling) > 1 and any(word not in _GENERIC for word in telling)
