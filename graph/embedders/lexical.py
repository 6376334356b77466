"""Texts that share rare words, compared by words and characters: what needs no model and is always there.

Nothing is compared with everything. Each text is filed under its rarest words; where very many share one, only those
that stand near each other in the alphabet are compared, so that the work grows with the number of texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from graph.naming import words
from graph.search import Near

LEAST = 0.5
"""The likeness, 0 to 1, from which two texts are near each other."""

_FILED_UNDER = 3
_SMALL = 20
_WINDOW = 8
_STEM = 5


class LexicalEmbedder:
    """Compares words and characters. See `Embedder`."""

    @property
    def name(self) -> str:
        """See `Embedder.name`."""
        return "words"

    @property
    def reads_meaning(self) -> bool:
        """See `Embedder.reads_meaning`."""
        return False

    def near(self, texts: Sequence[str]) -> Iterator[Near]:
        """See `Embedder.near`."""
        split = [tuple(dict.fromkeys(words(text))) for text in texts]
        plain = [" ".join(found) for found in split]
        for one, other in sorted(_sharing_rare_words(split)):
            likeness = max(fuzz.token_set_ratio(plain[one], plain[other]), fuzz.ratio(plain[one], plain[other])) / 100
            if likeness >= LEAST:
                yield Near(one, other, likeness)


def _sharing_rare_words(split: Sequence[tuple[str, ...]]) -> set[tuple[int, int]]:
    stems = [tuple(dict.fromkeys(word[:_STEM] for word in found)) for found in split]
    number = Counter(stem for found in stems for stem in found)
    filed: defaultdict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(stems):
        for stem in sorted(found, key=lambda stem: (number[stem], stem))[:_FILED_UNDER]:
            filed[stem].append(place)
    return {pair for places in filed.values() for pair in _compared(places, split)}


def _compared(places: Sequence[int], split: Sequence[tuple[str, ...]]) -> Iterable[tuple[int, int]]:
    if len(places) <= _SMALL:
        return combinations(places, 2)
    ordered = sorted(places, key=lambda place: (split[place], place))
    ahead = range(1, _WINDOW + 1)
    return (
        (min(one, ordered[rank + step]), max(one, ordered[rank + step]))
        for rank, one in enumerate(ordered)
        for step in ahead
        if rank + step < len(ordered)
    )
