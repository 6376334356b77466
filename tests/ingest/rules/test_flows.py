"""What a thing works with, told in ordinary prose: "takes its list from", "is hosted on", "feeds", "with the feed gone"."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

TABLE = (
    "## Controls",
    "| Control | Owner |",
    "| Dose check | Pharmacy |",
    "| Chlorine alarm | Plant Operations |",
    "| Oven cut-out | Maintenance |",
    "| Payment hold | Fraud Desk |",
    "| Crossing interlock | Signalling |",
    "| Night patrol | Estates |",
    "## Notes",
)


def needs(*lines: str) -> set[tuple[str, str]]:
    return ends(extracted(*TABLE, *lines), "DEPENDS_ON")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dose check takes its list of drugs from the formulary database.", ("Dose check", "Formulary database")),
        ("The chlorine alarm fetches its limits from the permit file.", ("Chlorine alarm", "Permit file")),
        ("The oven cut-out gets its reading from a thermocouple in the roof.", ("Oven cut-out", "Thermocouple")),
        ("The payment hold is hosted on the clearing mainframe.", ("Payment hold", "Clearing mainframe")),
        ("The dose check is keyed to the patient wristband.", ("Dose check", "Patient wristband")),
        ("The night patrol looks up its route in the guard book.", ("Night patrol", "Guard book")),
        ("The payment hold picks out suspicious transfers by the risk flag.", ("Payment hold", "Risk flag")),
        ("The oven cut-out compares the heat with the recipe card.", ("Oven cut-out", "Recipe card")),
        ("Everything the payment hold sees comes from the clearing feed.", ("Payment hold", "Clearing feed")),
        ("The chlorine alarm reports over the leased line.", ("Chlorine alarm", "Leased line")),
        ("The crossing interlock reads the axle counter.", ("Crossing interlock", "Axle counter")),
        ("The dose check stands idle until the ward server is back.", ("Dose check", "Ward server")),
    ],
)
def test_what_a_control_draws_on_is_needed(sentence: str, expected: tuple[str, str]) -> None:
    assert needs(sentence) == {expected}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The customer ledger feeds the payment hold.", ("Payment hold", "Customer ledger")),
        ("The badge printer supplies the night patrol with its list.", ("Night patrol", "Badge printer")),
        ("A float switch drives the chlorine alarm.", ("Chlorine alarm", "Float switch")),
        ("The ward server, on which the dose check runs, is nine years old.", ("Dose check", "Ward server")),
        (
            "The axle counter, which the crossing interlock reads, was bought cheaply.",
            ("Crossing interlock", "Axle counter"),
        ),
        ("The risk table is what the payment hold checks transfers against.", ("Payment hold", "Risk table")),
        ("Losing the axle counter takes the crossing interlock down as well.", ("Crossing interlock", "Axle counter")),
        ("With the feed cable gone, the oven cut-out never trips.", ("Oven cut-out", "Feed cable")),
        ("With the guard book missing, the night patrol stops at the gate.", ("Night patrol", "Guard book")),
        ("While the gas meter is offline the oven cut-out is blind.", ("Oven cut-out", "Gas meter")),
    ],
)
def test_what_is_told_from_the_other_end_is_needed(sentence: str, expected: tuple[str, str]) -> None:
    assert needs(sentence) == {expected}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "The crossing interlock needs two things: the axle counter and the timetable feed.",
            {("Crossing interlock", "Axle counter"), ("Crossing interlock", "Timetable feed")},
        ),
        (
            "The dose check and the payment hold both go through the message broker.",
            {("Dose check", "Message broker"), ("Payment hold", "Message broker")},
        ),
        (
            "The chlorine alarm and the oven cut-out share the alarm panel.",
            {("Chlorine alarm", "Alarm panel"), ("Oven cut-out", "Alarm panel")},
        ),
        (
            "The dose check reads the drug table. The payment hold does so too.",
            {("Dose check", "Drug table"), ("Payment hold", "Drug table")},
        ),
        (
            "The chlorine alarm runs on the mains supply. So does the oven cut-out.",
            {("Chlorine alarm", "Mains supply"), ("Oven cut-out", "Mains supply")},
        ),
        (
            "The payment hold relies on the risk table. The risk table is filled from the customer ledger.",
            {("Payment hold", "Risk table"), ("Risk table", "Customer ledger")},
        ),
    ],
)
def test_needs_are_shared_listed_and_chained(lines: str, expected: set[tuple[str, str]]) -> None:
    assert needs(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("The dose check stops wrong orders. It is stored on the ward server.", ("Dose check", "Ward server")),
        (
            "The payment hold is strict. Every entry in it comes over the clearing feed.",
            ("Payment hold", "Clearing feed"),
        ),
        ("The oven cut-out is old. A float switch feeds it.", ("Oven cut-out", "Float switch")),
        ("The night patrol is as good as the guard book. Without it nobody walks.", ("Night patrol", "Guard book")),
        (
            "Signalling lends two inspectors, and without that team nobody keeps the crossing interlock.",
            ("Crossing interlock", "Signalling"),
        ),
    ],
)
def test_what_a_pronoun_means_is_taken_from_the_sentence_before(lines: str, expected: tuple[str, str]) -> None:
    assert needs(lines) == {expected}


def test_a_refused_need_leaves_its_subject_to_the_next_sentence() -> None:
    found = needs("The main supply does not rely on Harrow. It relies on Keld feeder.")

    assert found == {("Main supply", "Keld feeder")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doors open with keys from the key broker. The dose check is only as good as that broker.", "Key broker"),
        ("There is one tide gauge. The gauge feeds the chlorine alarm.", "Tide gauge"),
        ("Staff print a guard book. When the book is lost, the night patrol stops.", "Guard book"),
    ],
)
def test_a_short_word_takes_the_name_given_before(text: str, expected: str) -> None:
    assert names(extracted(*TABLE, text), "dependency") == {expected}


@pytest.mark.parametrize(
    "sentence",
    [
        "The dose check does not take its list from the formulary database.",
        "The dose check is not hosted on the ward server.",
        "The customer ledger no longer feeds the payment hold.",
        "The customer ledger could feed the payment hold.",
        "We plan to host the payment hold on the new mainframe.",
        "The payment hold may one day read the risk table.",
        "Somebody told me that the crossing interlock reads from the axle counter.",
        "Whether the dose check needs the ward server is not known.",
        "If the fibre link is down, the crossing interlock carries on.",
        "The payment hold takes its time.",
        "The night patrol takes visitors from the gate to the office.",
        "The night patrol goes through the garden.",
        "The oven cut-out takes a lot of work from the bakers.",
        "The night patrol is driven by habit.",
        "With the summer gone, the night patrol walks in the dark.",
        "The night patrol and the oven cut-out share a history.",
        "The report on the dose check relies on the ward server.",
        "The dose check was moved from the old server to the new one.",
        "The bakers like the oven cut-out and they read the recipe card.",
    ],
)
def test_what_is_denied_open_or_no_apparatus_is_no_need(sentence: str) -> None:
    assert needs(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The payment hold is a frozen copy of Ledgerbase 4.2 with two rules left.",
            ("Payment hold", "Ledgerbase 4.2"),
        ),
        ("The dose check, a prompted instance of Wardmind 2, reads every order.", ("Dose check", "Wardmind 2")),
        ("The crossing interlock is a stripped-down version of Railcore 11.", ("Crossing interlock", "Railcore 11")),
    ],
)
def test_what_a_control_is_a_copy_of_is_needed(sentence: str, expected: tuple[str, str]) -> None:
    assert needs(sentence) == {expected}


@pytest.mark.parametrize(
    "sentence",
    ["The payment hold is no copy of Ledgerbase 4.2.", "The dose check is not a prompted instance of Wardmind 2."],
)
def test_what_a_control_is_no_copy_of_is_no_need(sentence: str) -> None:
    assert needs(sentence) == set()
