from __future__ import annotations

import time

import pytest

from graph.elements import LEGAL
from graph.provenance import DocumentKind
from ingest.extractors.rules import RulesExtractor
from tests.ingest.rules.written import extracted, written

WARD = (
    "## 3 Pathways",
    "We consider two.",
    "1. Overdose",
    "2. Wrong patient",
    "## Claim 1: The dose is right",
    "The Dosage Interlock checks each order. It relies on the drug table. We place moderate weight on this.",
    "## Pathway 1: Overdose",
    "This pathway rests on Claim 1 alone.",
    "## A Controls",
    "**Dosage Interlock.** Owned by Ward Services. It pages the duty nurse within two minutes.",
)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_relation_joins_what_is_proposed_and_is_legal(kind: DocumentKind) -> None:
    proposals = extracted(*WARD, kind=kind)

    kinds = {element.key: element.kind for element in proposals.elements}
    assert proposals.relations
    assert {(kinds[r.source], r.type, kinds[r.target]) for r in proposals.relations} <= LEGAL


def test_reading_twice_proposes_the_same() -> None:
    document = written(*WARD)

    assert RulesExtractor().extract(document) == RulesExtractor().extract(document)


@pytest.mark.parametrize(
    "line", ["", "…", "# ", "Claim", "a" * 5000, "“(" * 500, "needs " * 800, "Claims " + "1, " * 900]
)
def test_odd_text_is_read_without_harm(line: str) -> None:
    began = time.perf_counter()

    extracted("# Report", line, f"**{line}**", f"- {line}")

    assert time.perf_counter() - began < 20
