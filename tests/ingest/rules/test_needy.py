from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("The blending step depends on a tank schedule server.", ("Blending step", "Tank schedule server")),
        ("The loan desk sampler needs the branch ledger feed.", ("Loan desk sampler", "Branch ledger feed")),
        ("Ferry Beacon relies on the berth database.", ("Ferry Beacon", "Berth database")),
        (
            "Nobody was warned because the canal reader requires the sluice telemetry link.",
            ("Canal reader", "Sluice telemetry link"),
        ),
        ("The Tag Origin Ledger (TOL) requires the parcel index.", ("Tag Origin Ledger", "Parcel index")),
    ],
)
def test_what_needs_apparatus_is_a_control_by_any_noun(sentence: str, pair: tuple[str, str]) -> None:
    read = extracted("## What happened", sentence)

    assert pair in ends(read, "DEPENDS_ON") or (
        {source for source, _ in ends(read, "DEPENDS_ON")} == {pair[0]} and pair[1] in names(read, "dependency")
    )


def test_what_is_called_it_is_the_thing_that_the_sentence_before_opens_with() -> None:
    read = extracted("## What happened", "The Slow Archive is run at night. It depends on the vault service account.")

    assert ends(read, "DEPENDS_ON") == {("Slow Archive", "Vault service account")}


def test_each_of_several_that_need_one_thing_does_so() -> None:
    read = extracted("## One cause", "The crane lockout and the hook tracker both depend on the nightly rope export.")

    assert ends(read, "DEPENDS_ON") == {
        ("Crane lockout", "Nightly rope export"),
        ("Hook tracker", "Nightly rope export"),
    }


def test_a_short_form_means_what_was_named_in_full() -> None:
    read = extracted("## Loss", "We have a dredge limiter.", "The limiter works from the depth chart file.")

    assert {source for source, _ in ends(read, "DEPENDS_ON")} == {"Dredge limiter"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Such an attack depends on the network and on luck.",
        "A new customer needs the login service.",
        "The theft of a hull requires the key cabinet.",
        "The blending step does not depend on the tank server.",
        "The next project requires a database.",
    ],
)
def test_deeds_people_and_denied_needs_make_no_control(sentence: str) -> None:
    assert not names(extracted("## What happened", sentence), "control")


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("The Berth Signer depends on the Quay Vault.", ("Berth Signer", "Quay Vault")),
        ("The Claims Filter gets its rules from the Policy Table.", ("Claims Filter", "Policy Table")),
        ("The Dose Gate, which relies on the Ward Register, was idle.", ("Dose Gate", "Ward Register")),
    ],
)
def test_names_with_capitals_are_read_at_both_ends(sentence: str, pair: tuple[str, str]) -> None:
    assert ends(extracted("## Notes", sentence), "DEPENDS_ON") == {pair}


def test_it_means_in_talk_the_device_of_the_turns_before() -> None:
    read = extracted(
        "Jo Lind: What does the quay watcher do?",
        "Ann Ek: It rings.",
        "Jo Lind: And then?",
        "Ann Ek: It relies on the mast telemetry feed.",
        kind=DocumentKind.INTERVIEW,
    )

    assert ends(read, "DEPENDS_ON") == {("Quay watcher", "Mast telemetry feed")}
