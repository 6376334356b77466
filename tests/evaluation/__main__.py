"""`python -m tests.evaluation [--lists | --table]`: what the rules and the assistant make of the sample cases."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.evaluation.cards import CARDS, score_cards
from tests.evaluation.expected import EXAMPLES, load_expected
from tests.evaluation.runs import Outcome, evaluate
from tests.evaluation.table import table


def main() -> None:
    """Print the scores of every sample case; with `--lists` every miss, with `--table` one table for the docs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lists", action="store_true", help="every miss and every fault")
    parser.add_argument("--table", action="store_true", help="precision and recall of every case as one table")
    parser.add_argument("--case", help="only this case")
    options = parser.parse_args()
    found = sorted(path.parent.name for path in EXAMPLES.glob("*/expected.yaml"))
    outcomes: dict[str, Outcome] = {}
    for name in [name for name in found if options.case in {None, name}]:
        with tempfile.TemporaryDirectory() as folder:
            outcomes[name] = evaluate(load_expected(name), Path(folder))
        if not options.table:
            sys.stdout.write("\n".join(lines(name, outcomes[name], lists=options.lists)) + "\n")
    for name in [path.stem for path in sorted(CARDS.glob("*.yaml")) if options.case in {None, path.stem}]:
        outcomes[name] = Outcome(score_cards(name), ())
        if not options.table:
            told = options.lists and not name.endswith("unread")
            sys.stdout.write("\n".join(lines(name, outcomes[name], lists=told)) + "\n")
    if options.table:
        scores = {name: outcome.extraction for name, outcome in outcomes.items()}
        sys.stdout.write("\n".join(table(scores)) + "\n")


def lines(name: str, outcome: Outcome, *, lists: bool) -> Iterator[str]:
    """The scores of one case as text."""
    extraction = outcome.extraction
    yield (
        f"{name}: extraction {extraction.total:.3f} (elements {extraction.elements:.3f}, relations "
        f"{extraction.relations:.3f}, operators {extraction.operators:.3f})"
        + (
            f"; questions {outcome.passed} of {len(outcome.marks)} right, share {outcome.share:.3f}"
            if outcome.marks
            else ""
        )
    )
    for kind, score in {**extraction.kinds, **extraction.types}.items():
        precision = score.found / score.held if score.held else 0.0
        recall = score.found / score.wanted if score.wanted else 0.0
        yield f"  {kind:<14} {score.found:>3} of {score.wanted:>3}  precision {precision:.2f}  recall {recall:.2f}"
    if lists:
        yield from (f"  missed    {text}" for text in extraction.missed)
        yield from (f"  extra     {text}" for text in extraction.unexpected)
        yield from (f"  missed    {text}" for text in extraction.missed_relations)
        yield from (f"  false     {text}" for text in extraction.false_relations)
    for mark in outcome.marks:
        if not mark.passed:
            yield f"  {mark.question.id} {mark.score:.2f} {mark.question.text}"
            if lists:
                yield from (f"       {fault}" for fault in mark.faults)


if __name__ == "__main__":
    main()
