"""The table of docs/evaluation.md: precision and recall of every kind of element and type of relation, case by case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.evaluation.extraction import ExtractionScore, KindScore


def table(scores: Mapping[str, ExtractionScore]) -> Iterator[str]:
    """Lines of Markdown: a column for each case, a cell "precision / recall (of how many)"; empty where a case has none."""
    yield f"| | {' | '.join(scores)} |"
    yield f"|---|{'---|' * len(scores)}"
    rows = [dict(score.kinds) | dict(score.types) for score in scores.values()]
    names = dict.fromkeys(sorted(name for row in rows for name in row if name.islower()))
    names |= dict.fromkeys(sorted(name for row in rows for name in row if not name.islower()))
    for name in names:
        yield f"| {name} | {' | '.join(_cell(row.get(name)) for row in rows)} |"


def _cell(score: KindScore | None) -> str:
    if score is None:
        return ""
    precision = f"{score.found / score.held:.2f}" if score.held else "–"
    return f"{precision} / {score.found / score.wanted:.2f} ({score.wanted})"
