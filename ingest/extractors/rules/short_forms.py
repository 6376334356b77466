"""Which things a short form such as "the broker" or "the access broker" can mean, looked up by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, islice, product

from graph.elements import ElementKind
from ingest.extractors.rules.lexicon import PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing
from ingest.extractors.rules.phrases import head
from ingest.tokens import form_of, plain, words_of

_NEVER_SHORT = frozenset(
    [
        "line",
        "team",
        "group",
        "unit",
        "department",
        "staff",
        "control",
        "release",
        "case",
        "person",
        "people",
        "lead",
        "name",
    ]
)
_POINTING = frozenset({"this", "that", "these", "those", "our"})


_Pool = Mapping[str, Thing]
_Key = tuple[str, str | None]


@dataclass(frozen=True)
class Called:
    """What some words can call, by key. `if_near`: studies that "the study" means only right after they were named."""

    sure: tuple[_Pool, ...]
    if_near: _Pool

    def meant(self, near: frozenset[str], named: frozenset[str], earlier: Iterable[str]) -> Thing | None:
        """The only one that fits, else of those that fit the one mentioned last.

        `near`: keys of what was called by its name a few sentences before; `named`: of what was so earlier on, which what
        only others introduce has to be; `earlier`: keys of what was mentioned, the last first.
        """
        everything = chain(*(pool.values() for pool in self.sure), (self._near(key, near) for key in near))
        fitting = (thing for thing in everything if thing and _is_known(thing, named))
        first_two = tuple(islice(fitting, 2))
        if len(first_two) < 2:
            return first_two[0] if first_two else None
        found = (self._near(key, near) or self._sure(key) for key in earlier)
        return next((thing for thing in found if thing and _is_known(thing, named)), None)

    def _near(self, key: str, near: frozenset[str]) -> Thing | None:
        return self.if_near.get(key) if key in near else None

    def _sure(self, key: str) -> Thing | None:
        return next((pool[key] for pool in self.sure if key in pool), None)


@dataclass(frozen=True)
class ShortForms:
    """The things that are called for short by a word, with None or with another word of their name before it."""

    studies: Mapping[_Key, _Pool]
    others: Mapping[_Key, _Pool]

    @classmethod
    def of(cls, things: Iterable[Thing]) -> ShortForms:
        """The short forms of all names of several words, but for those of persons."""
        studies: defaultdict[_Key, dict[str, Thing]] = defaultdict(dict)
        others: defaultdict[_Key, dict[str, Thing]] = defaultdict(dict)
        for thing in things:
            words = thing.name.split()
            if len(words) < 2 or (thing.kind is ElementKind.PERSON and not words[-1].islower()):  # a role has one too
                continue
            index = studies if thing.kind is ElementKind.EVIDENCE else others
            for word, before in product(_short_words(thing), (None, *form_of(thing.name))):
                index[word, before][thing.key] = thing
        return cls(dict(studies), dict(others))

    def called(self, determiner: str, before: str | None, word: str) -> Called | None:
        """What a short form can call; the word before must be of the name or say nothing. None where that is no thing."""
        telling = before is not None and before.casefold() not in PLAIN_ADJECTIVES
        key = (_plain_word(word), _plain_word(before) if before is not None and telling else None)
        studies, others = self.studies.get(key, {}), self.others.get(key, {})
        if not (studies or others):
            return None
        return Called((others, studies), {}) if determiner.casefold() in _POINTING else Called((others,), studies)


def _is_known(thing: Thing, named: frozenset[str]) -> bool:
    """Is it of this document, or did the document call it by its name before?"""
    return not thing.elsewhere or thing.key in named


def _short_words(thing: Thing) -> set[str]:
    """The words by which a longer name is called for short: its head, and the first word before a plural head."""
    tokens = words_of(thing.name)
    short = {head(thing.name)}
    if thing.kind is ElementKind.CONTROL and tokens[-1].islower() and tokens[-1].endswith("s"):
        short.add(plain(tokens[0]))
    return {word for word in short if len(word) > 2 and word not in _NEVER_SHORT}


def _plain_word(word: str) -> str:
    tokens = words_of(word)
    return plain(word) if "-" in word else plain(tokens[0]) if tokens else ""
