from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, names


def review(*lines: str) -> Proposals:
    return extracted(
        "# Review of the dock report",
        "Ada Brook, Northgate Institute",
        "## Our view",
        *lines,
        kind=DocumentKind.CRITIQUE,
    )


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The report gives twin-key custody as a barrier against theft of cash.", "Twin-key custody"),
        ("They treat the cabin briefing as the safeguard of first resort.", "Cabin briefing"),
        ("The ward counts the paper chart as a line of defence.", "Paper chart"),
    ],
)
def test_what_is_called_a_barrier_outright_is_a_control(sentence: str, name: str) -> None:
    assert name in names(review(sentence), "control")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody should treat twin-key custody as a barrier against theft.",
        "The report gives the year as a round number.",
        "They treat it as a safeguard.",
    ],
)
def test_what_is_not_called_a_barrier_is_no_control(sentence: str) -> None:
    assert names(review(sentence), "control") == set()


@pytest.mark.parametrize(
    ("sentence", "control", "test"),
    [
        (
            "The storm test of the harbour alarm was shown to us. The harbour alarm rings at night.",
            "Harbour alarm",
            "Storm test of the harbour alarm",
        ),
        (
            "Last May the drill of the night patrol was repeated. The night patrol watches the gate.",
            "Night patrol",
            "Drill of the night patrol",
        ),
    ],
)
def test_a_test_called_by_its_subject_tries_it(sentence: str, control: str, test: str) -> None:
    read = review(sentence)

    assert (control, test) in ends(read, "EVALUATED_BY")


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no storm test of the harbour alarm.",
        "We recommend a storm test of the harbour alarm.",
        "The storm test of the harbour alarm should have been made.",
    ],
)
def test_a_test_that_was_not_made_is_no_evidence(sentence: str) -> None:
    read = review("The harbour alarm rings at night.", sentence)

    assert names(read, "evidence") == set()


def test_a_figure_that_a_critique_speaks_of_is_evidence() -> None:
    assert "Figure of 91%" in names(review("The figure of 91% comes from sacks packed by the owner."), "evidence")


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        (
            "Nor would we continue to endorse the section on theft if the harbour alarm could be muted by one guard.",
            "The harbour alarm could be muted by one guard",
        ),
        ("We would no longer count on the harbour alarm if it missed two boats in ten.", "It missed two boats in ten"),
    ],
)
def test_what_would_end_agreement_is_a_trigger(sentence: str, condition: str) -> None:
    read = review("The harbour alarm rings at night.", sentence)

    assert ends(read, "INVALIDATES") == {(condition, "Harbour alarm")}


def test_that_before_an_article_hides_no_short_name() -> None:
    read = review("1. Harbour alarm. I agree that the alarm works as described.")

    assert {target for _, target in ends(read, "AGREES_WITH")} == {"Harbour alarm"}


def test_an_unnamed_conclusion_is_not_aimed_at_what_comes_next() -> None:
    read = review("I agree with the overall assessment.", "The harbour alarm rings at night.")

    assert ends(read, "AGREES_WITH") == set()
    assert len([e for e in elements(read, "finding") if not e.mention]) <= 1


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("The harbour alarm raises an alert with Dock Services within a minute.", ("Harbour alarm", "Dock Services")),
        ("The harbour alarm puts a red light on the desk of Dock Services.", ("Harbour alarm", "Dock Services")),
    ],
)
def test_other_ways_to_tell_somebody_are_read(sentence: str, pair: tuple[str, str]) -> None:
    read = extracted("## Controls", "**Harbour alarm.** Owned by Dock Services.", "## Use", sentence)

    assert ends(read, "ALERTS") == {pair}


@pytest.mark.parametrize("several", ["monitors", "alarms", "interlocks"])
def test_what_is_criticised_as_several_is_no_thing_of_its_own(several: str) -> None:
    read = review(f"The {several} were built apart, and yet we disagree that one would see what the other misses.")

    assert several.capitalize() not in names(read, "control")
