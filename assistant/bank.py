"""The phrasing bank: how people ask, one file a reading, and the reading whose phrasings a question is most like.

A question with its names masked is compared with every phrasing by the cosine of weighted words, pairs of words and
groups of four letters. What is unlike all of them is rejected by that likeness; nothing is trained.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from math import log, sqrt

from assistant.stemming import STOP, stem

NAME = "{x}"
_PARTS = re.compile(r"\{x\}|[a-z0-9]+(?:['’-][a-z0-9]+)*")
_SAME_NAMES = re.compile(r"\{x\}(?:\W+(?:and|or|the|of|a|an|in|on|at|for)\b)*(?:\W*\{x\})+")


_SHORT = (
    (r"\b(what|who|where|how|that|there|it|here)'s\b", r"\1 is"),
    (r"\bcan't\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"n't\b", " not"),
    (r"'(re|ve|d|ll|m)\b", ""),
    (r"'s\b", ""),
)
_ARTICLES = frozenset({"the", "a", "an"})
CUE = 0.1
_CUES: Mapping[str, re.Pattern[str]] = {
    "impact": re.compile(
        r"^(suppose|say|imagine|assume|what if|if)\b|\bimpact\b|\bconsequences\b|\bif (the )?(whole )?\{x\}"
    ),
    "path": re.compile(r"\b(trace|route|path|chain|connect|counting towards?)\b"),
    "ranking": re.compile(r"\bload-?bearing\b|\bmost (critical|important|fragile)\b|^(rank|order|sort)\b"),
    "compare": re.compile(r"\b(compare|difference|differ|versus|vs|common|share)\b"),
    "sole_supports": re.compile(r"\b(alone|single|sole|each be enough|by itself|cut sets?)\b"),
    "owns": re.compile(r"^(and )?(who|which team|whose).*\b(own|owns|owner|responsible|accountable|charge)\b"),
    "told": re.compile(r"\b(alert|alerted|paged|notified|told|informed|escalates?)\b"),
    "findings": re.compile(r"\b(critic\w*|complain\w*|objection\w*|disput\w*|reviewers|concerns)\b"),
    "open": re.compile(r"^how (much|many|long|often|fast|large)\b|^when\b|^where\b|^on what date\b"),
}


@dataclass(frozen=True)
class Likeness:
    """A reading and how like its nearest phrasing is, 0 to 1."""

    reading: str
    likeness: float
    phrasing: str


class Bank:
    """All phrasings with the weights of their words."""

    def __init__(self, phrasings: tuple[tuple[str, str], ...]) -> None:
        """`phrasings`: (reading, phrasing)."""
        self.phrasings = phrasings
        grams = [_grams(phrasing) for _, phrasing in phrasings]
        held = Counter(gram for found in grams for gram in found)
        self._weights = {gram: log(1 + len(phrasings) / number) for gram, number in held.items()}
        self._holding: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, found in enumerate(grams):
            size = sqrt(sum((self._weights[gram] * times) ** 2 for gram, times in found.items()))
            for gram, times in found.items():
                self._holding[gram].append((number, self._weights[gram] * times / size))

    def readings(self, masked: str) -> tuple[Likeness, ...]:
        """Every reading that shares anything with a masked question, the likest first."""
        found = _grams(masked)
        unknown = log(1 + len(self.phrasings))
        size = sqrt(sum((self._weights.get(gram, unknown) * times) ** 2 for gram, times in found.items())) or 1.0
        score: defaultdict[int, float] = defaultdict(float)
        for gram, times in found.items():
            for number, weight in self._holding.get(gram, ()):
                score[number] += weight * self._weights[gram] * times / size
        best: dict[str, Likeness] = {}
        for number, likeness in sorted(score.items(), key=lambda pair: (-pair[1], pair[0])):
            reading, phrasing = self.phrasings[number]
            cue = CUE if reading in _CUES and _CUES[reading].search(masked) else 0.0
            best.setdefault(reading, Likeness(reading, likeness + cue, phrasing))
        return tuple(sorted(best.values(), key=lambda found: -found.likeness))

    @property
    def ordinary(self) -> frozenset[str]:
        """The stems of all words that ask: those of the phrasings."""
        words = {word for _, phrasing in self.phrasings for word in _PARTS.findall(phrasing) if word != NAME}
        return frozenset(stem(word) for word in words) | STOP

    @cached_property
    def _stems(self) -> Mapping[str, frozenset[str]]:
        words: defaultdict[str, set[str]] = defaultdict(set)
        for reading, phrasing in self.phrasings:
            words[reading].update(map(stem, _PARTS.findall(phrasing)))
        return {reading: frozenset(found) for reading, found in words.items()}

    def stems_of(self, reading: str) -> frozenset[str]:
        """The stems of all words in the phrasings of one reading."""
        return self._stems[reading]

    @cached_property
    def beside_names(self) -> frozenset[str]:
        """The stems of the words that stand right before or after a name: no part of it themselves."""
        pairs = (pair for _, phrasing in self.phrasings for pair in pairwise(_PARTS.findall(phrasing)))
        return frozenset(stem(word) for pair in pairs if NAME in pair for word in pair if word != NAME)


@cache
def bank() -> Bank:
    """The bank of this program, read once."""
    folder = files("assistant").joinpath("phrasings")
    found = [
        (file.name.removesuffix(".txt"), line)
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".txt")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line
    ]
    return Bank(tuple(found))


@cache
def ordinary_words() -> frozenset[str]:
    """The stems of the words that ask and name nothing."""
    return bank().ordinary


def mask(question: str, spans: tuple[tuple[int, int], ...]) -> str:
    """A question in lower case with its names replaced; names that are listed together become one."""
    masked, at = "", 0
    for start, end in sorted(spans):
        if start >= at:
            masked += f"{question[at:start].casefold()} {NAME} "
            at = end
    masked = (masked + question[at:].casefold()).replace("’", "'")
    for short, whole in _SHORT:
        masked = re.sub(short, whole, masked)
    return " ".join(_PARTS.findall(masked))


def merged(masked: str) -> str:
    """A masked question in which names that stand together are one."""
    return _SAME_NAMES.sub(NAME, masked)


def _grams(phrasing: str) -> Counter[str]:
    words = [word for word in _PARTS.findall(phrasing) if word not in _ARTICLES]
    grams = Counter(f"w:{word}" for word in words)
    padded = ["^", *words, "$"]
    grams.update(f"p:{first} {second}" for first, second in itertools.pairwise(padded))
    for word in words:
        if word != NAME:
            edged = f" {word} "
            grams.update(f"c:{edged[at : at + 4]}" for at in range(len(edged) - 3))
    return grams
