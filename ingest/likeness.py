"""How alike two elements are by what they are called, and by what: enough to ask a person, never to unite.

A word of its own on both sides tells things apart ("EU weights bucket", "US weights bucket"), and so does a number, a
letter or a "not" that only one of them has. A word more on one side only may be the same thing, said at more length.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import OSA

from graph.elements import ElementKind
from ingest import people
from ingest.definitions import initials, is_acronym
from ingest.references import GENERIC
from ingest.spelling import PREPOSITIONS, SILENT, Name, designators, head, is_misspelt, spoken
from ingest.things import SENTENCES, Thing


class Ground(StrEnum):
    """By what two elements are alike."""

    NAME = "name"
    NUMBER = "number"
    ACRONYM = "acronym"
    SPELLING = "spelling"
    ORDER = "order"
    KIND_WORD = "kind_word"
    SHORTER = "shorter"
    LONGER_HEAD = "longer_head"
    RETELLING = "retelling"
    PERSON = "person"
    MEANING = "meaning"
    SURROUNDINGS = "surroundings"


@dataclass(frozen=True)
class Evidence:
    """One reason to take two elements for one, in words. `share`: how far it goes by itself, 0 to 1, no probability."""

    ground: Ground
    words: str
    share: float


Rarity = Callable[[str], float]
"""How much a word tells: 0 for one that is in every name, more the fewer have it."""

_NEGATIONS = frozenset({"not", "no", "never", "without", "nobody", "nothing", "none", "neither"})
_DIRECTIONS = frozenset({"to", "from", "into", "before", "after"})
_ANYBODY = frozenset({"person", "people", "staff", "member"})
_OPEN_ENDED = GENERIC | _ANYBODY | {"program", "programme", "procedure"}
_SAME_STEM = 5
_OTHER_WORDS = frozenset({Ground.ACRONYM, Ground.PERSON})
_ALIKE_WORDS = 0.85
_RETOLD = 0.55
_WORDS_OF_A_RETELLING = 3


def are_told_apart(one: Thing, other: Thing) -> bool:
    """Does anything say that they are two: numbers of their source, letters of a series, or two people's full names?"""
    if one.number and other.number and one.number != other.number:
        return True
    if one.kind is ElementKind.PERSON:
        full = [[name for name in thing.names if people.is_full(name)] for thing in (one, other)]
        if any(not people.can_be_one(a, b) for a in full[0] for b in full[1]):
            return True
    return any(_are_of_a_series(a, b) for a in one.canonical_names for b in other.canonical_names)


def by_name(one: Thing, other: Thing, rarity: Rarity) -> Evidence | None:
    """The strongest reason in their names to take them for one; None where there is none.

    Where their main names tell them apart, what other names they share goes half as far.
    """
    pairs = [_Pair(a, b) for a in one.called for b in other.called]
    found = [evidence for pair in pairs if (evidence := _compared(one.kind, pair, rarity)) is not None]
    best = max(found, key=lambda evidence: evidence.share, default=None)
    if best and best.ground not in _OTHER_WORDS and one.kind not in SENTENCES and pairs[0].is_contrast:
        return replace(best, share=best.share / 2)
    return best


@dataclass(frozen=True)
class _Pair:
    """Two names, each as written and in canonical form."""

    one: tuple[str, Name]
    other: tuple[str, Name]

    @cached_property
    def own(self) -> tuple[frozenset[str], frozenset[str]]:
        """The telling words of each name that the other has in no spelling or form."""
        mine, theirs = (frozenset(name) - SILENT - PREPOSITIONS for _, name in (self.one, self.other))
        only_mine, only_theirs = mine - theirs, theirs - mine
        left = frozenset(word for word in only_mine if not any(_is_one_word(word, other) for other in only_theirs))
        right = frozenset(word for word in only_theirs if not any(_is_one_word(word, other) for other in only_mine))
        return left, right

    @property
    def is_contrast(self) -> bool:
        """Has each name a word that tells something the other does not tell?"""
        mine, theirs = self.own
        return bool(mine - _OPEN_ENDED and theirs - _OPEN_ENDED)

    @property
    def is_turned_round(self) -> bool:
        """Does one name deny what the other says, or say it the other way round: from A to B, and from B to A?"""
        (_, a), (_, b) = self.one, self.other
        return len(set(a) & _NEGATIONS) != len(set(b) & _NEGATIONS) or _directions(a) != _directions(b)

    @property
    def quoted(self) -> str:
        """Both names as written."""
        return f"'{self.one[0]}' and '{self.other[0]}'"


def _compared(kind: ElementKind, pair: _Pair, rarity: Rarity) -> Evidence | None:
    (written, a), (also, b) = pair.one, pair.other
    if spoken(a) == spoken(b) or "".join(a) == "".join(b):
        return Evidence(Ground.NAME, f"both are called '{written}'", 0.9)
    if kind is ElementKind.PERSON and people.readings(written) and people.readings(also):
        return _compared_people(pair)
    for short, long in ((written, also), (also, written)):
        if is_acronym(short) and not is_acronym(long) and short.removesuffix("s") in initials(long):
            return Evidence(Ground.ACRONYM, f"'{short}' can stand for '{long}'", 0.65)
    if pair.is_turned_round:
        return None
    return _compared_sentences(pair, rarity) if kind in SENTENCES else _compared_names(pair, rarity)


def _compared_people(pair: _Pair) -> Evidence | None:
    one, other = pair.one[0], pair.other[0]
    if not people.can_be_one(one, other):
        return None
    share = 0.7 if people.is_full(one) and people.is_full(other) else 0.55
    return Evidence(Ground.PERSON, f"{pair.quoted} can be one person's names", share)


def _compared_sentences(pair: _Pair, rarity: Rarity) -> Evidence | None:
    mine, theirs = pair.own
    common = frozenset(pair.one[1]) - mine - SILENT - PREPOSITIONS
    shared = sum(map(rarity, common))
    retold = shared / (shared + sum(map(rarity, mine | theirs)) or 1)
    if retold < _RETOLD or len(common) < _WORDS_OF_A_RETELLING:
        return None
    return Evidence(Ground.RETELLING, f"{retold:.0%} of what the two sentences say is the same words", 0.8 * retold)


def _compared_names(pair: _Pair, rarity: Rarity) -> Evidence | None:
    mine, theirs = pair.own
    if not mine and not theirs:
        return _same_words(pair)
    if mine and theirs:
        said_openly = (mine <= _OPEN_ENDED and theirs <= _OPEN_ENDED) or mine <= _ANYBODY or theirs <= _ANYBODY
        words = f"{pair.quoted} differ in the word for their kind only"
        return Evidence(Ground.KIND_WORD, words, 0.55) if said_openly else None
    return _longer(pair if theirs else _Pair(pair.other, pair.one), rarity)


def _same_words(pair: _Pair) -> Evidence:
    a, b = (frozenset(spoken(name)) - PREPOSITIONS for _, name in (pair.one, pair.other))
    if a == b:
        return Evidence(Ground.ORDER, f"{pair.quoted} are the same words in another order", 0.85)
    return Evidence(Ground.SPELLING, f"{pair.quoted} are the same words but for spelling or form", 0.8)


def _longer(pair: _Pair, rarity: Rarity) -> Evidence:
    """The second name says all that the first one says, and more."""
    (short, said), (long, at_length) = pair.one, pair.other
    more = pair.own[1]
    if more <= _OPEN_ENDED:
        return Evidence(Ground.KIND_WORD, f"'{long}' is '{short}' with a word for its kind", 0.7)
    if not _is_one_word(head(said) or "", head(at_length) or ""):
        return Evidence(Ground.LONGER_HEAD, f"'{long}' has all words of '{short}'", 0.35)
    told = sum(map(rarity, frozenset(at_length) - more)) / sum(map(rarity, frozenset(at_length)))
    return Evidence(Ground.SHORTER, f"'{short}' may be short for '{long}'", 0.45 + 0.35 * told)


def _is_one_word(one: str, other: str) -> bool:
    """Are they one word in two forms or spellings: 'deploy' and 'deployment', 'separator' and 'seperator'?"""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if short[:1] != long[:1] or len(short) < _SAME_STEM or designators((one, other)):
        return False
    begin = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if begin >= _SAME_STEM and begin >= len(short) - 2 and begin >= 0.6 * len(long):
        return True
    if short[-1] != long[-1] or OSA.normalized_similarity(one, other) < _ALIKE_WORDS:
        return False
    return len(short) != len(long) or sorted(short) == sorted(long) or is_misspelt(one, other)


def _are_of_a_series(a: Name, b: Name) -> bool:
    """Are the names one but for a number, letter or version that both have?"""
    mine, theirs = designators(a), designators(b)
    if mine == theirs or not mine or not theirs:
        return False
    return frozenset(a) - mine == frozenset(b) - theirs


def _directions(name: Name) -> tuple[tuple[str, str], ...]:
    """What follows each word of direction."""
    return tuple(sorted((word, after) for word, after in pairwise(name) if word in _DIRECTIONS))
