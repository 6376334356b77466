"""Cards: short documents that each stand for themselves, with the graph that a careful reader makes of each.

A case says how well one style is read; cards say how many ways of saying a thing are. Those in files called "unread" are for
totals only: who writes rules looks at what is missed in the others.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.evaluation.expected import EXAMPLES, Expected, expected_graph, read_yaml
from tests.evaluation.extraction import ExtractionScore, KindScore, score_extraction
from tests.evaluation.runs import read_case

CARDS = EXAMPLES / "cards"


def score_cards(name: str) -> ExtractionScore:
    """All cards of a file in `examples/cards` scored together; every miss is told with its card."""
    scores = []
    for card in read_yaml(CARDS / f"{name}.yaml"):
        with tempfile.TemporaryDirectory() as folder:
            expected = _expected(card, Path(folder))
            scores.append((expected, score_extraction(read_case(expected, Path(folder)), expected)))
    return _together(scores)


def _expected(card: dict[str, Any], folder: Path) -> Expected:
    document = folder / f"{card['id']}.{card['format']}"
    document.write_text(card["text"], encoding="utf-8")
    return expected_graph({"case": card["id"], **card}, ((document, card["kind"]),))


def _together(scores: Iterable[tuple[Expected, ExtractionScore]]) -> ExtractionScore:
    found = tuple(scores)
    stated = [sum(bool(each.operator) for each in expected.elements.values()) for expected, _ in found]
    right = [count * score.operators for count, (_, score) in zip(stated, found, strict=True)]
    return replace(
        found[0][1],
        matching={},
        kinds=_summed(score.kinds for _, score in found),
        types=_summed(score.types for _, score in found),
        operators=sum(right) / sum(stated) if sum(stated) else 1.0,
        missed=tuple(_told((card.case, score.missed) for card, score in found)),
        unexpected=tuple(_told((card.case, score.unexpected) for card, score in found)),
        missed_relations=tuple(_told((card.case, score.missed_relations) for card, score in found)),
        false_relations=tuple(_told((card.case, score.false_relations) for card, score in found)),
    )


def _summed(scores: Iterable[dict[str, KindScore]]) -> dict[str, KindScore]:
    found: defaultdict[str, KindScore] = defaultdict(lambda: KindScore(0, 0, 0))
    for kind, score in (pair for each in scores for pair in each.items()):
        old = found[kind]
        found[kind] = KindScore(old.wanted + score.wanted, old.found + score.found, old.held + score.held)
    return dict(sorted(found.items()))


def _told(lists: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    return (f"{card} {text}" for card, texts in lists for text in texts)
