"""What incident reports tell of controls: what they lacked, how they did, what was meant to stop it, who was told."""

from __future__ import annotations

import pytest

from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names, relations

TIMELINE = ("## Timeline", "- 02:05 The pump stops.", "- 02:40 The porter notices it and calls the duty engineer.")


def incident(*lines: str) -> Proposals:
    return extracted("# Incident report", *TIMELINE, "## What we found", *lines)


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("The flood alarm did not ring because its phone line had been cut.", ("Flood alarm", "Phone line")),
        ("The dose check stopped because the drug table was out of date.", ("Dose check", "Drug table")),
        ("When the fire gate cannot reach the key server, it opens.", ("Fire gate", "Key server")),
        ("The berth limiter missed the crane since its sensor feed was down.", ("Berth limiter", "Sensor feed")),
    ],
)
def test_a_failure_tells_what_a_control_needs(sentence: str, need: tuple[str, str]) -> None:
    read = incident(f"The {need[0].lower()} is a device that stops the pump.", sentence)

    assert need in ends(read, "DEPENDS_ON")


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood alarm did not ring, but not because its phone line had been cut.",
        "The flood alarm rang because the phone line was closed to others.",
        "The flood alarm was bought because the budget was full.",
    ],
)
def test_other_causes_and_denied_ones_are_no_needs(sentence: str) -> None:
    assert not ends(incident("The flood alarm is a device that stops the pump.", sentence), "DEPENDS_ON")


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood alarm stopped all nine pumps.",
        "The flood alarm automatically blocked every one of the forty calls.",
        "The monthly test of the flood alarm had been carried out in May, and it passed.",
    ],
)
def test_what_a_control_did_on_the_day_is_evidence(sentence: str) -> None:
    read = incident("The flood alarm is a device that stops the pump.", sentence)

    assert {source for source, _ in ends(read, "EVALUATED_BY")} == {"Flood alarm"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood alarm should have stopped all nine pumps.",
        "The monthly test had not been run since May.",
        "The flood alarm was bought for all nine pumps.",
    ],
)
def test_what_it_should_have_done_is_no_evidence(sentence: str) -> None:
    assert not ends(incident("The flood alarm is a device that stops the pump.", sentence), "EVALUATED_BY")


@pytest.mark.parametrize(
    ("sentence", "control"),
    [
        ("The session reaper should have ended it after an hour.", "Session reaper"),
        ("The dose referee was supposed to stop the order.", "Dose referee"),
        ("Our berth watcher is meant to alert the harbour master.", "Berth watcher"),
    ],
)
def test_what_was_meant_to_stop_it_is_a_control(sentence: str, control: str) -> None:
    assert control in names(incident(sentence), "control")


@pytest.mark.parametrize(
    "sentence",
    [
        "The night nurse should have stopped the order.",
        "A second reaper should have ended it.",
        "The support team was supposed to alert us.",
    ],
)
def test_people_and_what_is_not_there_are_no_controls(sentence: str) -> None:
    assert not names(incident(sentence), "control")


@pytest.mark.parametrize(
    ("entry", "told", "channel"),
    [
        ("- 03:10 Omar Dietz opens a ticket for the Crane Team.", ("Omar Dietz", "Crane Team"), "ticket"),
        ("- 03:10 The duty engineer texts Omar Dietz.", ("Duty engineer", "Omar Dietz"), "text"),
        ("- 03:10 Porter Lena Ost rings the duty engineer.", ("Lena Ost", "Duty engineer"), "telephone"),
    ],
)
def test_an_entry_says_who_told_whom(entry: str, told: tuple[str, str], channel: str) -> None:
    read = extracted(
        "# Incident report",
        *TIMELINE,
        entry,
        "- 03:30 Omar Dietz closes the gate.",
        "## After",
        "Omar Dietz and Lena Ost met.",
    )

    assert told in ends(read, "ESCALATES_TO")
    assert channel in {each.channel for each in relations(read, "ESCALATES_TO")}


def test_a_control_in_an_entry_alerts_whom_it_pages() -> None:
    read = extracted("# Incident report", *TIMELINE, "- 03:10 The flow monitor pages the duty engineer.")

    assert ends(read, "ALERTS") == {("Flow monitor", "Duty engineer")}


@pytest.mark.parametrize(
    ("item", "type_", "aim"),
    [
        ("Ada Brook: fit a second sensor on the quay.", "BACKS_UP", "Wind sensor"),
        ("Ada Brook: move the flood alarm's sensor to the roof.", "IMPROVES", "Wind sensor"),
        ("Ada Brook: test the flood alarm each week.", "IMPROVES", "Flood alarm"),
    ],
)
def test_an_action_item_is_about_what_its_words_turn_on(item: str, type_: str, aim: str) -> None:
    read = incident("The flood alarm stops the pump. It depends on the wind sensor.", "## Actions", f"- {item}")

    assert {target for _, target in ends(read, type_)} == {aim}


def test_what_was_rejected_is_no_mitigation() -> None:
    read = incident("## Follow-ups", "1. A second pump was considered and rejected as too costly.")

    assert not names(read, "mitigation")


def test_the_owner_of_a_follow_up_stands_in_brackets_behind_it() -> None:
    read = incident(
        "Omar Dietz, the duty engineer, came.", "## Follow-ups", "1. Fit a lock to the pump (Omar Dietz, 1 June)."
    )

    assert {owner for _, owner in ends(read, "OWNED_BY")} == {"Omar Dietz"}


def test_an_interval_is_no_control() -> None:
    read = incident(
        "## Safeguards and times", "- **From upload to quarantine:** 2h 32m", "- **First alarm to lock:** 14 minutes"
    )

    assert not names(read, "control")
