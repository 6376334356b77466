"""Who leads what where a sentence says "leads" once: "Ada Moor leads Storage, Bo Lindgren Network and Jon Aske Payroll"."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted, names, relations

TABLE = (
    "| Control | Run by | Owner |",
    "| Tide gauge | Water Desk | Ada Moor |",
    "| Crane brake | Quay Team | Bo Lindgren |",
)


@pytest.mark.parametrize(
    "said",
    [
        "Ada Moor leads Water Desk, and Bo Lindgren Quay Team.",
        "Ada Moor heads the Water Desk, Bo Lindgren the Quay Team.",
        "Ada Moor runs the Water Desk and Bo Lindgren the Quay Team.",
    ],
)
def test_a_verb_said_once_holds_for_every_pair_after_it(said: str) -> None:
    proposals = extracted("# Who runs what", *TABLE, said)

    members = {(line.source, line.target) for line in relations(proposals, "MEMBER_OF")}
    assert members == {("person:ada moor", "team:water desk"), ("person:bo lindgren", "team:quay team")}
    assert names(proposals, "team") == {"Water Desk", "Quay Team"}


@pytest.mark.parametrize(
    "said",
    [
        "Ada Moor called the Water Desk, Bo Lindgren the Quay Team.",
        "Ada Moor leads nothing. Bo Lindgren told the Quay Team.",
    ],
)
def test_other_verbs_make_nobody_a_member(said: str) -> None:
    assert relations(extracted("# Who runs what", *TABLE, said), "MEMBER_OF") == []


@pytest.mark.parametrize(
    ("line", "signing"),
    [
        ("The Ravenhill Panel, 2 November 2026", "Chair: Ada Moor. Members: Bo Lindgren, Ida Varga."),
        ("Tidewater Council, 3 May 2026", "Rapporteur: Ada Moor. Other members: Bo Lindgren, Ida Varga."),
        ("Kestrel Assurance, 9 June 2026", "Authors: Ada Moor, Bo Lindgren and Ida Varga."),
    ],
)
def test_who_signs_a_critique_belongs_to_the_firm_at_its_head(line: str, signing: str) -> None:
    proposals = extracted(
        line, signing, "# Comments", "## Comment 1. On Claim 2", "We do not accept Claim 2.", kind=DocumentKind.CRITIQUE
    )

    assert {each.source for each in relations(proposals, "MEMBER_OF")} == {
        "person:ada moor",
        "person:bo lindgren",
        "person:ida varga",
    }
    assert {each.target for each in relations(proposals, "RAISED_BY")} == {
        each.target for each in relations(proposals, "MEMBER_OF")
    }
