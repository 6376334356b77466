"""How right unions are: of names that mean one thing, which are one element, and which pairs are proposed.

A *sure* union is one that linking makes. It is counted by pairs of places: right where both mean one thing. A *proposed*
one is a pair of elements; where it is right, the pairs of places that it would unite count as found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from graph.case import Case, CaseHead
from graph.embedders.lexical import LexicalEmbedder
from graph.naming import normal
from graph.search import Embedder
from ingest.unions import likely_unions
from tests.evaluation.expected import Expected
from tests.fakes import document, read_into

PLANTED = Path(__file__).with_name("sameness.yaml")

Place = tuple[str, str]
"""What a place means, and the element that it became."""


@dataclass(frozen=True)
class Unions:
    """Counts of pairs of places, and the names of the wrong unions and the wrong proposals.

    `one_thing`: pairs that mean one thing; `united` of them are one element, `proposed` of them are two that are proposed
    to be one.
    """

    one_thing: int
    united: int
    proposed: int
    wrongly_united: tuple[str, ...]
    proposals: int
    wrongly_proposed: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of sure unions that are right, 0 to 1."""
        return _share(self.united, self.united + len(self.wrongly_united))

    @property
    def recall(self) -> float:
        """The share of what means one thing that is surely united, 0 to 1."""
        return _share(self.united, self.one_thing)

    @property
    def proposed_precision(self) -> float:
        """The share of proposals that are right, 0 to 1."""
        return _share(self.proposals - len(self.wrongly_proposed), self.proposals)

    @property
    def recall_with_proposals(self) -> float:
        """The share of what means one thing that is united or proposed, 0 to 1."""
        return _share(self.united + self.proposed, self.one_thing)

    def __add__(self, other: Unions) -> Unions:
        return Unions(
            self.one_thing + other.one_thing,
            self.united + other.united,
            self.proposed + other.proposed,
            self.wrongly_united + other.wrongly_united,
            self.proposals + other.proposals,
            self.wrongly_proposed + other.wrongly_proposed,
        )


NOTHING = Unions(0, 0, 0, (), 0, ())


def planted(section: str) -> Mapping[str, list[str]]:
    """Name -> the documents of each planted case of a section of `sameness.yaml`."""
    return yaml.safe_load(PLANTED.read_text(encoding="utf-8"))[section]


def planted_unions(section: str, embedders: Iterable[Embedder] = (LexicalEmbedder(),)) -> Unions:
    """All planted cases of a section together."""
    found = NOTHING
    for documents in planted(section).values():
        found += _counted(*_read(documents), tuple(embedders))
    return found


def sample_unions(case: Case, expected: Expected, embedders: Iterable[Embedder] = (LexicalEmbedder(),)) -> Unions:
    """A sample case: its places are the names by which its documents call what a careful reader found."""
    means: dict[tuple[str, str], set[str]] = {}
    for wanted in expected.elements.values():
        for name in wanted.names:
            means.setdefault((wanted.kind, normal(name)), set()).add(wanted.id)
    places = {
        (label, element.id, name)
        for element in case.standing.values()
        for said in element.stated
        for name in filter(None, (said.name, *(said.aliases or ())))
        for label in means.get((element.kind.value, normal(name)), ())
    }
    return _counted(case, [(label, element) for label, element, _ in sorted(places)], tuple(embedders))


def _read(documents: Iterable[str]) -> tuple[Case, list[Place]]:
    case = Case.of(CaseHead(id="planted"))
    labelled = []
    for number, text in enumerate(documents):
        lines = [line.split(" ", 1) for line in text.splitlines()]
        parsed = document("\n\n".join(line for _, line in lines), f"{number}.md")
        case, _ = read_into(case, parsed)
        start = 0
        for label, line in lines:
            labelled.append((label, parsed.source.id, start, start + len(line)))
            start += len(line) + 2
    return case, [(label, _element_at(case, where)) for label, *where in labelled]


def _element_at(case: Case, where: list[object]) -> str:
    document_id, start, end = where
    inside = {p.id for p in case.passages.values() if (p.document, p.end) == (document_id, end) and p.start >= start}
    return next(element.id for element in case.elements.values() if inside & set(element.passages))


def _counted(case: Case, places: list[Place], embedders: tuple[Embedder, ...]) -> Unions:
    unions = likely_unions(case, embedders)
    proposed = {frozenset({union.kept.id, union.taken.id}) for union in unions}
    pairs = list(combinations(places, 2))
    same = [(a, b) for a, b in pairs if a[0] == b[0] and case.elements[a[1]].kind is case.elements[b[1]].kind]
    wrong = [(a, b) for a, b in pairs if a[0] != b[0] and a[1] == b[1]]
    means: dict[str, set[str]] = {}
    for label, element in places:
        means.setdefault(element, set()).add(label)
    judged = [u for u in unions if u.kept.id in means and u.taken.id in means]
    return Unions(
        one_thing=len(same),
        united=sum(a[1] == b[1] for a, b in same),
        proposed=sum(frozenset({a[1], b[1]}) in proposed for a, b in same),
        wrongly_united=tuple(case.elements[a[1]].name for a, _ in wrong),
        proposals=len(judged),
        wrongly_proposed=tuple(
            f"{u.kept.name} = {u.taken.name}" for u in judged if not means[u.kept.id] & means[u.taken.id]
        ),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def rows(sections: Mapping[str, Unions]) -> Iterator[str]:
    """One line of figures a section."""
    for name, found in sections.items():
        yield (
            f"{name:24} sure: precision {found.precision:.3f} recall {found.recall:.3f}"
            f"  with proposals: precision {found.proposed_precision:.3f} recall {found.recall_with_proposals:.3f}"
        )
