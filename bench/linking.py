"""How the time of linking and of proposing unions grows: from 12,500 proposals to 25,000 to 50,000.

    python bench/linking.py [PROPOSALS]     default: 50000

One document proposes that many elements of four kinds, one in four of which the case has under the same name from a
document before; some names differ in a word, a letter of a series or a slip. A near-linear step takes about twice as long
for twice as many.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graph.case import Case, CaseHead
from graph.changes import apply_changes
from graph.elements import ElementKind
from graph.embedders.lexical import LexicalEmbedder
from graph.provenance import Document, DocumentKind, Entered
from ingest.document import Block, BlockKind, ParsedDocument
from ingest.extraction import Proposals, ProposedElement, Quote
from ingest.grounding import Grounded
from ingest.linking import link
from ingest.unions import likely_unions

READ = Entered(who="bench", when="2026-01-01T00:00:00Z")
KINDS = (ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE, ElementKind.TEAM)
HEADS = ("monitor", "gate", "ledger", "broker", "register", "audit", "relay", "alarm", "review", "vault")
SYLLABLES = ("bar", "cor", "dun", "fel", "gar", "hol", "kes", "lor", "mar", "nor", "pel", "quil", "sar", "tes", "var")

_T = TypeVar("_T")


def main(most: int) -> None:
    """Print processor seconds and ratios of each step at a quarter, half and all of the proposals."""
    before: tuple[float, ...] = ()
    print(f"{'proposals':>10} {'link':>10} {'unions':>10} {'pairs':>8}   each beside half as many")
    for number in (most // 4, most // 2, most):
        seconds, pairs = measured(number)
        ratios = "  ".join(f"x {now / then:.2f}" for now, then in zip(seconds, before, strict=False))
        print(f"{number:>10,} {seconds[0]:>9.1f}s {seconds[1]:>9.1f}s {pairs:>8,}   {ratios}")
        before = seconds


def measured(number: int) -> tuple[tuple[float, float], int]:
    """Processor seconds of linking and of looking for unions, and how many unions are proposed."""
    random = Random(number)  # noqa: S311  names, not secrets
    names = [name(random) for _ in range(number)]
    case = Case.of(CaseHead(id="bench"))
    first = [again if random.random() < 0.5 else name(random) for again in names[: number // 2]]
    case = read(first, "first.md", case)[1]
    seconds, case = read(names, "second.md", case)
    looking, unions = timed(lambda: likely_unions(case, (LexicalEmbedder(),)))
    return (seconds, looking), len(unions)


def name(random: Random) -> str:
    """A name of two or three words, of which one in twenty is one of a series."""
    made = ["".join(random.choices(SYLLABLES, k=3)) for _ in range(random.randint(1, 2))]
    letter = [random.choice("ABCD")] if random.random() < 0.05 else []
    return " ".join((*made, random.choice(HEADS), *letter)).capitalize()


def read(names: list[str], path: str, case: Case) -> tuple[float, Case]:
    """Processor seconds of linking what a document of these names proposes, and the case with it."""
    text = "\n".join(names)
    source = Document(id=path, kind=DocumentKind.REPORT, title=path, path=path, sha256=path, text=text)
    document = ParsedDocument(source, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    proposed, start = [], 0
    for number, called in enumerate(names):
        quote = Quote(start, start + len(called), called)
        proposed.append(ProposedElement(key=str(number), kind=KINDS[number % 4], name=called, quote=quote))
        start += len(called) + 1
    grounded = Grounded(Proposals(tuple(proposed)))
    seconds, linked = timed(lambda: link(document, grounded, case, entered=READ))
    return seconds, apply_changes(case, linked.changes)[0]


def timed(step: Callable[[], _T]) -> tuple[float, _T]:
    """Processor seconds that a step takes, and what it gives."""
    begin = process_time()
    found = step()
    return process_time() - begin, found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
