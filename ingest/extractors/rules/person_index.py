"""Which persons a short form can mean, looked up by the parts of their names."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SHORTEST = 3  # letters of a first name cut short: "Dan" for Daniel


@dataclass(frozen=True)
class PersonIndex:
    """Persons named in full: by each part of the name, and by first name in the order of the alphabet."""

    by_part: Mapping[str, frozenset[str]]
    by_first: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, names: Iterable[str]) -> PersonIndex:
        """The index of persons with these full names."""
        parts: defaultdict[str, set[str]] = defaultdict(set)
        firsts = []
        for name in names:
            for part in name.split():
                parts[part].add(name)
            firsts.append((name.split()[0], name))
        return cls({part: frozenset(found) for part, found in parts.items()}, tuple(sorted(firsts)))

    def meant(self, short: str) -> frozenset[str]:
        """The full names that a short form can stand for: "I. Varga", "Ines" and "Varga" for Ines Varga."""
        first, *rest = short.split()
        if not rest:
            return self.by_part.get(first, frozenset()) | self._cut_short(first)
        surnamed = self.by_part.get(rest[-1], frozenset())
        initial = first.rstrip(".")
        return frozenset(name for name in surnamed if name.split()[-1] == rest[-1] and name[0] == initial)

    def _cut_short(self, first: str) -> frozenset[str]:
        found = set[str]()
        place = bisect_left(self.by_first, (first, "")) if len(first) >= _SHORTEST else len(self.by_first)
        while place < len(self.by_first) and self.by_first[place][0].startswith(first) and len(found) < 2:
            found.add(self.by_first[place][1])
            place += 1
        return frozenset(found)
