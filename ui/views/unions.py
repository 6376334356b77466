"""Pairs that are probably one thing: each with what speaks for and against it, and the words that state both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.case import Case
from graph.decisions import kept_apart
from graph.elements import Element
from ingest import LikelyUnion
from ui.views.proposals import place_words, quote_json
from ui.views.shapes import Json

REASONS = 4
"""How many reasons for a pair are shown on a terminal."""


def unions_json(case: Case, rows: Sequence[LikelyUnion], *, total: int) -> dict[str, Json]:
    """The shape that `review unions --json` prints; `total` counts what there is, shown or not."""
    found: list[Json] = [_row(case, union) for union in rows]
    return {"case": case.head.id, "total": total, "decided_apart": _decided_apart(case), "rows": found}


def unions_lines(case: Case, rows: Sequence[LikelyUnion], *, total: int) -> Iterator[str]:
    """The pairs, likeliest first, each with its reasons, a quote of either and how to decide."""
    if not total:
        yield f"No two elements of case {case.head.id} are likely to be one thing."
    for number, union in enumerate(rows, 1):
        yield f"{number:>3}. {union.kept.name} = {union.taken.name}? ({union.kept.kind}, likeness {union.likeness:.2f})"
        yield from (f"       {evidence.words}" for evidence in union.evidence[:REASONS])
        if len(union.evidence) > REASONS:
            yield f"       and {len(union.evidence) - REASONS} more that they share: --json lists all"
        yield from (f"       but {words}" for words in union.against)
        for element in (union.kept, union.taken):
            yield from (
                f'       {place_words(case, p)}: "{" ".join(p.text.split())}"' for p in case.quotes(element)[:1]
            )
        ids = f"{union.kept.id} {union.taken.id}"
        yield f"       one: loadpath review merge {ids}"
        yield f"       two: loadpath review distinct {ids}"
    if total > len(rows):
        yield f"{len(rows)} of {total} shown: --top {total} shows all"
    if apart := _decided_apart(case):
        yield f"{apart} pair{'' if apart == 1 else 's'} more {'is' if apart == 1 else 'are'} decided to be two: loadpath review history"


def _decided_apart(case: Case) -> int:
    return sum(pair <= case.standing.keys() for pair in kept_apart(case.decisions.values()))


def _row(case: Case, union: LikelyUnion) -> dict[str, Json]:
    reasons: list[Json] = [
        {"ground": evidence.ground.value, "words": evidence.words, "share": round(evidence.share, 3)}
        for evidence in union.evidence
    ]
    return {
        "kind": union.kept.kind.value,
        "likeness": union.likeness,
        "kept": _element(case, union.kept),
        "taken": _element(case, union.taken),
        "evidence": reasons,
        "against": list(union.against),
    }


def _element(case: Case, element: Element) -> dict[str, Json]:
    quotes: list[Json] = [quote_json(case, passage) for passage in case.quotes(element)]
    return {"id": element.id, "name": element.name, "aliases": list(element.aliases), "quotes": quotes}
