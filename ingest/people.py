"""Names of people: whether two of them can be one person's.

Given names and surnames decide. Two full names with different given names are two people, whatever else is
alike, unless the one is the other with a vowel mistaken or a letter doubled (Kateryna, Katerina). An initial, a surname alone or a given name alone fits anyone whom it could stand for. What is not
written with capitals ("on-call engineer") is a role and no name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ingest.spelling import is_misspelt

_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame"})
_PARTICLES = frozenset(
    ["van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "bin", "ibn", "al", "el"]
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST_SLIP = 5


@dataclass(frozen=True)
class PersonName:
    """The parts of a person's name in lower case without accents; empty where it does not say."""

    given: str = ""
    surname: str = ""
    middle: tuple[str, ...] = ()

    @property
    def is_full(self) -> bool:
        """Are given name and surname there in full?"""
        return len(self.given) > 1 and bool(self.surname)

    def fits(self, other: PersonName) -> bool:
        """Can both names be one person's? Surnames may differ by a slip, given names by being an initial."""
        if self.surname and other.surname and not _close(self.surname, other.surname):
            return False
        if self.given and other.given and not self._given_fits(other):
            return False
        if not all(_same_or_initial(a, b) for a, b in zip(self.middle, other.middle, strict=False)):
            return False
        if any(len(word) > 1 for word in (*self.middle, *other.middle)) and self.middle != other.middle:
            return False
        return bool((self.surname and other.surname) or (self.given and other.given))

    def _given_fits(self, other: PersonName) -> bool:
        if _same_or_initial(self.given, other.given):
            return True
        return bool(self.surname) and self.surname == other.surname and is_misspelt(self.given, other.given)


def readings(name: str) -> tuple[PersonName, ...]:
    """Every way to read a name: a single word without a title is a given name or a surname; none for a role."""
    if re.fullmatch(r"[^,\s]+,\s*\S+", name):
        name = " ".join(reversed(re.split(r",\s*", name)))
    found = _WORD.findall(unicodedata.normalize("NFKC", name).replace("’s ", " ").replace("'s ", " "))
    parts = [word for word in found if word.casefold() not in _TITLES]
    if not parts or not all(word[0].isupper() or word in _PARTICLES for word in parts):
        return ()
    plain = [_plain(word) for word in parts]
    if len(plain) == 1:
        surname = PersonName(surname=plain[0])
        return (surname,) if len(found) > 1 else (PersonName(given=plain[0]), surname)
    last = next((place for place, word in enumerate(plain[1:], start=1) if word in _PARTICLES), len(plain) - 1)
    return (PersonName(plain[0], " ".join(plain[last:]), tuple(plain[1:last])),)


def can_be_one(one: str, other: str) -> bool:
    """Can both names be one person's, in some reading of each?"""
    return any(a.fits(b) for a in readings(one) for b in readings(other))


def is_full(name: str) -> bool:
    """Does the name give a given name and a surname in full?"""
    return any(reading.is_full for reading in readings(name))


def keys(name: str) -> Iterator[tuple[str, ...]]:
    """Forms that two names share whenever `can_be_one` holds of them and at least one is full."""
    for reading in readings(name):
        if reading.given:
            yield ("given", reading.given)
        initials = {reading.given[:1], ""}
        for form in {reading.surname, *_shortened(reading.surname)} if reading.surname else ():
            yield from (("surname", initial, form) for initial in initials)


def _shortened(surname: str) -> Iterator[str]:
    if len(surname) >= _SHORTEST_SLIP:
        yield from (surname[:place] + surname[place + 1 :] for place in range(1, len(surname)))


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()


def _same_or_initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _close(one: str, other: str) -> bool:
    if one == other:
        return True
    long_enough = min(len(one), len(other)) >= _SHORTEST_SLIP
    return long_enough and one[0] == other[0] and OSA.distance(one, other) <= 1
