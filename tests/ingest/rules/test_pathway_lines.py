from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted, names

CONTROLS = ("## Controls", "**Time Lock.** Owned by Vault Services.", "**Night Scanner.** Owned by Vault Services.")


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("The cash is protected by the Time Lock and by the Night Scanner.", {"Time Lock", "Night Scanner"}),
        ("This is mainly prevented by the Time Lock.", {"Time Lock"}),
        ("We rely on the Night Scanner, which is weak evidence.", {"Night Scanner"}),
        ("The cash is not protected by the Time Lock.", set()),
        ("It could be prevented by the Night Scanner.", set()),
        ("The Time Lock is in the next room.", set()),
    ],
)
def test_a_pathway_is_held_by_what_its_prose_puts_in_the_way(sentence: str, held: set[str]) -> None:
    read = extracted(*CONTROLS, "## Pathway 1: Theft of cash", sentence)

    assert {target for source, target in ends(read, "SUPPORTED_BY") if source == "1"} == held


def test_outside_a_pathway_no_line_is_drawn() -> None:
    read = extracted(*CONTROLS, "## History", "The cash is protected by the Time Lock.")

    assert ends(read, "SUPPORTED_BY") == set()


def test_two_of_several_factors_are_an_argument_of_their_own() -> None:
    read = extracted(
        "## Pathway 1: Theft of cash",
        "The reasons are these:",
        "1. **Thick walls.** We place strong weight on this.",
        "2. **Few keys.** We place moderate weight on this.",
        "3. **Honest staff.** We place weak weight on this.",
        "Either of the first two factors would be sufficient on its own.",
    )

    assert "Thick walls / few keys" in names(read, "argument")
    assert all(each.operator is None for each in elements(read, "pathway"))


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        (
            "If the count of guards falls below three, we would revisit Pathway 1.",
            "The count of guards falls below three",
        ),
        ("When the walls are rebuilt, we will have to reconsider Pathway 1.", "The walls are rebuilt"),
    ],
)
def test_a_condition_before_what_we_would_revisit_is_a_trigger(sentence: str, condition: str) -> None:
    read = extracted("## Pathway 1: Theft of cash", "Cash lies there.", "## Review", sentence)

    assert ends(read, "INVALIDATES") == {(condition, "1")}
