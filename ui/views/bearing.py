"""The load-bearing ranking: the JSON of the contract, and a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant import Numbering
from graph.analysis import Bearing, Ranking
from ui.views.shapes import Json

MARKS = {
    "no_owner": "no owner",
    "no_evidence": "no evidence",
    "not_evaluated": "never evaluated",
    "interview_only": "in interviews only",
}


def chosen_rows(ranking: Ranking, *, top: int | None, untracked: bool) -> tuple[Bearing, ...]:
    """The rows that were asked for, heaviest first."""
    rows = [row for row in ranking.rows if row.untracked or not untracked]
    return tuple(rows[:top])


def ranking_json(ranking: Ranking, rows: Sequence[Bearing], total: int) -> dict[str, Json]:
    """The shape that `rank --json` prints; `total` counts the rows there are, shown or not."""
    case, switches = ranking.structure.case, ranking.structure.switches
    numbering = Numbering(case)
    shown: list[Json] = []
    for row in rows:
        element = case.elements[row.element]
        shown.append(
            {
                "id": element.id,
                "name": element.name,
                "kind": element.kind.value,
                "rank": row.rank,
                "breaks": _values(row.breaks),
                "loses": _values(row.loses),
                "weakens": _values(row.weakens),
                "thins": _values(row.thins),
                "small_cut_sets": row.small_cut_sets,
                "importance": row.importance,
                "untracked": _values(mark.value for mark in row.untracked),
                "paths": [numbering.path(chain) for chain in ranking.paths(row)],
            }
        )
    return {
        "scope": {
            "case": case.head.id,
            "level": ranking.level.value if ranking.level else None,
            "basis": switches.basis,
            "status": switches.status,
            "kinds": _values(sorted(kind.value for kind in ranking.kinds)),
            "pathways": _values(ranking.pathways),
            "already_below": _values(ranking.already_below),
            "circular": _values(ranking.circular),
            "not_computed": _values(ranking.not_computed),
        },
        "total": total,
        "rows": shown,
        "paths": [path.model_dump(mode="json") for path in numbering.paths()],
        "citations": [citation.model_dump(mode="json") for citation in numbering.citations()],
    }


def ranking_lines(ranking: Ranking, rows: Sequence[Bearing], total: int) -> Iterator[str]:
    """A table: rank, element, and how many pathways it alone breaks, loses, weakens and thins."""
    case = ranking.structure.case
    level = f"holding {ranking.level} everywhere" if ranking.level else "holding what each pathway has today"
    yield f"Load-bearing elements of case {case.head.id}, {level}, over {_counted(len(ranking.pathways), 'pathway')}"
    yield from (f"  left out: {text}" for text in _left_out(ranking))
    yield ""
    if not rows:
        yield "Nothing of these kinds carries a pathway."
        return
    yield f"{'':>4}  {'element':<50}{'breaks':>7}{'loses':>7}{'weakens':>9}{'thins':>7}{'cut sets':>10}  untracked"
    for row in rows:
        element = case.elements[row.element]
        sets = "?" if row.small_cut_sets is None else str(row.small_cut_sets)
        marks = ", ".join(MARKS[mark.value] for mark in row.untracked)
        yield (
            f"{row.rank:>3}.  {_fitted(f'{element.name} ({element.kind})', 50)}{len(row.breaks):>7}{len(row.loses):>7}"
            f"{len(row.weakens):>9}{len(row.thins):>7}{sets:>10}  {marks}"
        )
    yield ""
    yield "breaks: falls below the level when this alone fails; cut sets: of up to three failures that hold it"
    if total > len(rows):
        yield f"{total - len(rows)} more are not shown: --top {total}"
    yield from _path_lines(ranking, rows[0])


def _path_lines(ranking: Ranking, row: Bearing) -> Iterator[str]:
    numbering = Numbering(ranking.structure.case)
    for chain in ranking.paths(row):
        numbering.path(chain)
    yield ""
    yield f"Paths of the first, {ranking.structure.case.elements[row.element].name}"
    yield from (f"  P{number}  {path.text}" for number, path in enumerate(numbering.paths(), 1))
    yield "Sources"
    for number, citation in enumerate(numbering.citations(), 1):
        page = f", p. {citation.page}" if citation.page else ""
        yield f'  [{number}] {citation.document}{page}: "{citation.quote}"'


def _left_out(ranking: Ranking) -> Iterator[str]:
    reasons = (
        (ranking.already_below, "below the level already"),
        (ranking.circular, "resting on circular support"),
        (ranking.not_computed, "whose cut sets are too many to count"),
    )
    for pathways, reason in reasons:
        for pathway in pathways:
            yield f"{ranking.structure.case.elements[pathway].name}, {reason}"


def _values(texts: Iterable[str]) -> list[Json]:
    return list(texts)


def _fitted(text: str, width: int) -> str:
    return text.ljust(width) if len(text) < width else f"{text[: width - 2]}… "


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
