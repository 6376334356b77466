from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, ends, extracted, names

LEADS = (
    "## A Controls",
    "**Dosage Interlock.** Owned by Pharmacy Systems.",
    "**Harbour Watch.** Owned by Port Control.",
    "**Ledger Match.** Owned by Back Office.",
    "## B Notes",
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dosage Interlock relies on the drug table.", ("Dosage Interlock", "Drug table")),
        ("Harbour Watch only works if the radar feed stays up.", ("Harbour Watch", "Radar feed")),
        ("Ledger Match draws on the clearing log, which the bank keeps.", ("Ledger Match", "Clearing log")),
        ("The Harbour Watch is blind without the tide gauge network.", ("Harbour Watch", "Tide gauge network")),
        ("Ledger Match checks each payment against Goldkey.", ("Ledger Match", "Goldkey")),
        ("If Stroma fails, Harbour Watch sees nothing.", ("Harbour Watch", "Stroma")),
        ("Without Goldkey the Ledger Match refuses every order.", ("Ledger Match", "Goldkey")),
        (
            "Dosage Interlock is only any good with a fresh scale calibration file.",
            ("Dosage Interlock", "Scale calibration file"),
        ),
        ("Harbour Watch means nothing without Stroma.", ("Harbour Watch", "Stroma")),
    ],
)
def test_needs_named_in_passing_are_dependencies(sentence: str, expected: tuple[str, str]) -> None:
    assert ends(extracted(*LEADS, sentence), "DEPENDS_ON") == {expected}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dosage Interlock does not depend on the drug table.",
        "Harbour Watch might need the radar feed one day.",
        "Ledger Match needs to be quick.",
        "No clerk relies on the clearing log.",
    ],
)
def test_denied_and_possible_needs_are_left_out(sentence: str) -> None:
    assert not ends(extracted(*LEADS, sentence), "DEPENDS_ON")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Harbour Watch counts hulls.", "It relies on the radar feed.", ("Harbour Watch", "Radar feed")),
        ("Ledger Match compares sums.", "The match needs the clearing log.", ("Ledger Match", "Clearing log")),
        (
            "Dosage Interlock stops the pump.",
            "The rule finds its limits in the drug table.",
            ("Dosage Interlock", "Drug table"),
        ),
    ],
)
def test_pronouns_and_short_forms_mean_what_was_named(first: str, second: str, expected: tuple[str, str]) -> None:
    assert ends(extracted(*LEADS, f"{first} {second}"), "DEPENDS_ON") == {expected}


def test_two_controls_may_share_what_they_need() -> None:
    proposals = extracted(*LEADS, "Harbour Watch is old. Ledger Match is new. Both of them read from Stroma.")

    assert ends(proposals, "DEPENDS_ON") == {("Harbour Watch", "Stroma"), ("Ledger Match", "Stroma")}


def test_either_of_two_needs_is_an_operator() -> None:
    proposals = extracted(*LEADS, "Harbour Watch needs the radar feed or the camera feed; either would be enough.")

    assert "disjunctive" in {control.operator for control in elements(proposals, "control")}


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (
            (
                "Ann Lee: What keeps Ward Lock safe?",
                "Bo Chen: The file mode on the badge bucket. Ward Lock means nothing without that mode.",
            ),
            ("Ward Lock", "File mode on the badge bucket"),
        ),
        (
            ("Ann Lee: And the Berth Register?", "Bo Chen: Without me the Berth Register stops being right."),
            ("Berth Register", "Bo Chen"),
        ),
        (
            ("Ann Lee: Tell me about Grid Alarm.", "Bo Chen: It hangs off the relay bus, all of it."),
            ("Grid Alarm", "Relay bus"),
        ),
    ],
)
def test_interviews_name_needs_in_talk(talk: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert expected in ends(extracted(*talk, kind=DocumentKind.INTERVIEW), "DEPENDS_ON")


@pytest.mark.parametrize("setting", ["file permissions issue", "bucket ACL", "drug cabinet key permissions"])
def test_settings_named_in_passing_are_kept(setting: str) -> None:
    proposals = extracted(
        f"This {setting} that nobody tracked winds up being load bearing.", kind=DocumentKind.INTERVIEW
    )

    assert len(names(proposals, "dependency")) == 1


def test_load_bearing_in_unnamed_pathways_stays_text() -> None:
    proposals = extracted(
        "## Pathway 1: Flood", "Text.", "## Notes", "The key list is load-bearing in two or three of the pathways."
    )

    assert not proposals.relations


@pytest.mark.parametrize(
    "said",
    [
        "Any order on the tablet takes its dose from the Drug Register.",
        "Each van in the depot reads its route from the Route Table.",
        "Every page where the gauge sits is drawn from the Level Feed.",
    ],
)
def test_where_something_is_needs_nothing(said: str) -> None:
    read = extracted("The tablet, the depot and the gauge are new.", said)

    assert not {pair for pair in ends(read, "DEPENDS_ON") if pair[0].casefold() in {"tablet", "depot", "gauge"}}
