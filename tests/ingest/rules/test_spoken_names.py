"""What talk brings up next and by which name: "For that there's the two-key checkout", "The cellar. Officially the Weights Enclave."."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted, names

ASKED = ("Dessa Brand: What stands in the way?", "Dessa Brand: And then?")


def told(said: str) -> set[str]:
    talk = (ASKED[0], f"Piet Moor: {said}", ASKED[1], "Piet Moor: Nothing much.")
    return names(extracted(*talk, kind=DocumentKind.INTERVIEW), "control")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("For that there's the two-key checkout. Somebody asks, two approve.", "Two-key checkout"),
        ("Then there's the cold store sweep, twice a shift.", "Cold store sweep"),
        ("Behind that there is the dose lock.", "Dose lock"),
    ],
)
def test_what_there_is_next_is_a_control(said: str, name: str) -> None:
    assert name in told(said)


@pytest.mark.parametrize(
    "said", ["Then there's the weather.", "There's the thing with the keys.", "There was the old lock once."]
)
def test_what_there_is_besides_is_none(said: str) -> None:
    assert told(said) == set()


def test_an_official_name_behind_the_one_in_use_is_the_name() -> None:
    proposals = extracted(
        ASKED[0],
        "Piet Moor: The cellar. Officially the Weights Enclave, nobody says that.",
        ASKED[1],
        "Piet Moor: The cellar says no.",
        kind=DocumentKind.INTERVIEW,
    )

    (enclave,) = [each for each in proposals.elements if "Weights Enclave" in each.name and not each.mention][:1]
    assert "cellar" in enclave.aliases
