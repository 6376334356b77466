"""Who belongs where and who looks after what, as talk and the heads of documents say it in passing."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted, names, relations

TABLE = (
    "| Control | Run by | Owner |",
    "| Tide gauge | Water Desk | Ada Moor |",
    "| Crane brake | Quay Team | Bo Lindgren |",
)
PAIR = ("person:ada moor", "team:water desk")


@pytest.mark.parametrize(
    "said",
    [
        "Written by: Ada Moor, Water Desk.",
        "Ada Moor in the Water Desk decides how it is shared.",
        "It is done by Ada Moor. She runs the Water Desk.",
        "The Water Desk, which Ada Moor chairs, has eleven members.",
        "The Water Desk owns it, and Ada Moor leads that team.",
        "Ada Moor, a member of the Water Desk, does the same.",
    ],
)
def test_who_belongs_to_a_team_is_said_in_many_ways(said: str) -> None:
    proposals = extracted("# Who runs what", *TABLE, said)

    assert {(line.source, line.target) for line in relations(proposals, "MEMBER_OF")} == {PAIR}


@pytest.mark.parametrize(
    "said",
    [
        "We thanked Ada Moor, the Water Desk and the port.",
        "The Water Desk told Ada Moor.",
        "Ada Moor wrote to the Water Desk.",
    ],
)
def test_who_is_only_named_beside_a_team_does_not_belong_to_it(said: str) -> None:
    assert relations(extracted("# Who runs what", *TABLE, said), "MEMBER_OF") == []


@pytest.mark.parametrize(
    ("said", "team"),
    [
        ("Ada Moor: Harbour Telemetry run it. They're good.", "Harbour Telemetry"),
        ("Ada Moor: It moved in May, and Tidal Records look after it.", "Tidal Records"),
        ("Ada Moor: That one is old. Quay Works maintain the pump.", "Quay Works"),
    ],
)
def test_a_name_that_looks_after_something_in_the_plural_is_a_team(said: str, team: str) -> None:
    assert team in names(extracted(said, "Bo: I see.", said, kind=DocumentKind.INTERVIEW), "team")


@pytest.mark.parametrize(
    "said", ["Ada Moor: Ada Reyes runs it.", "Ada Moor: The Tide Gauge keeps it.", "Ada Moor: We run it."]
)
def test_persons_and_things_that_do_so_are_no_teams(said: str) -> None:
    assert names(extracted(said, "Bo: I see.", kind=DocumentKind.INTERVIEW), "team") == set()
