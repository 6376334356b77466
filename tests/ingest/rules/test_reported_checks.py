"""Tests that a report tells of in passing: counts that somebody made, what happened once, and who was asked to try."""

from __future__ import annotations

import pytest

from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names

CASE = (
    "## Controls",
    "**Night barrier.** Owned by Harbour Office. It closes the channel.",
    "**Dose check.** Owned by Pharmacy Systems. It reads each label.",
    "**Two-key rule.** Owned by Cash Desk. It asks for two keys.",
    "## Notes",
)


def read(*lines: str) -> Proposals:
    return extracted(*CASE, *lines)


def tried(*lines: str) -> set[tuple[str, str]]:
    return ends(read(*lines), "EVALUATED_BY")


@pytest.mark.parametrize(
    ("text", "control", "words"),
    [
        (
            "Internal Audit looked at 300 uses of the two-key rule in May and found 38 with one key.",
            "Two-key rule",
            "300",
        ),
        ("The dose check is old. We planted 40 wrong labels last spring; it caught 31 of them.", "Dose check", "40"),
        (
            "We know the night barrier well. Five pilots were asked to slip past it in fog, and none of them got through.",
            "Night barrier",
            "pilots",
        ),
        (
            "Somebody wrote about the two-key rule. The clerks sampled 60 openings, of which 12 had one signature.",
            "Two-key rule",
            "60",
        ),
    ],
)
def test_a_check_with_its_outcome_evaluates_the_control(text: str, control: str, words: str) -> None:
    found = tried(text)

    assert {source for source, _ in found} == {control}
    assert any(words in target for _, target in found)


@pytest.mark.parametrize(
    ("text", "control"),
    [
        (
            "The night barrier is new. In March we ran 12 campaigns with 640 attempts in all; 592 were stopped by the crew.",
            "Night barrier",
        ),
        ("The dose check is old. The nurses held nine drills, and 7 of the labels got through.", "Dose check"),
        (
            "We know the two-key rule well. Clerks made 40 attempts to open alone, and none of them got in.",
            "Two-key rule",
        ),
    ],
)
def test_trials_that_were_run_evaluate_the_control(text: str, control: str) -> None:
    assert {source for source, _ in tried(text)} == {control}


def test_who_checked_evaluates_too() -> None:
    found = tried("Harrow Audit, an outside firm, examined the dose check for a week and found 3 gaps.")

    assert ("Dose check", "Harrow Audit") in found
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "We would sample 60 openings of the two-key rule and find 12 with one signature.",
        "The dose check reads 300 labels a day and finds room for 12.",
        "We counted 40 boats at the quay.",
        "We plan to try to get past the night barrier, and nobody has.",
        "Nobody has looked at 300 uses of the two-key rule.",
    ],
)
def test_no_check_is_read_where_none_was_made(text: str) -> None:
    assert tried(text) == set()


@pytest.mark.parametrize(
    ("text", "control", "evidence"),
    [
        (
            "A power cut at the works on 2 December left the night barrier shut for an hour, as designed.",
            "Night barrier",
            "Power cut at the works on 2 December",
        ),
        (
            "The dose check is fed by the label printer. A fault in the printer in May showed that it failed closed.",
            "Dose check",
            "Fault in the printer in May",
        ),
        (
            "A consultant's lock-picking test in May produced one bypass of the two-key rule.",
            "Two-key rule",
            "Lock-picking test",
        ),
        (
            "An unannounced night exercise found nothing wrong with the night barrier; the barrier stopped 9 of 9.",
            "Night barrier",
            "Unannounced night exercise",
        ),
    ],
)
def test_what_happened_once_evaluates_the_control(text: str, control: str, evidence: str) -> None:
    assert (control, evidence) in tried(text)


@pytest.mark.parametrize(
    "text",
    [
        "A power cut would leave the night barrier shut.",
        "The storm of May was loud.",
        "A test of nerves is what the two-key rule is.",
    ],
)
def test_other_events_evaluate_nothing(text: str) -> None:
    assert tried(text) == set()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("We asked the firm of Harrow Lane to spend ten days trying to elicit a spill.", "Harrow Lane"),
        ("In May we hired the security firm Quillon to attack it for a week.", "Quillon"),
        ("The board commissioned the institute of Brandt to assess it.", "Brandt"),
    ],
)
def test_whoever_was_asked_to_try_evaluates_the_claim(text: str, target: str) -> None:
    found = extracted("## Claim 1: The tank cannot overflow", "The tank is tall.", text)

    assert ends(found, "EVALUATED_BY") == {("1", target)}


@pytest.mark.parametrize(
    "text",
    [
        "We asked the firm of Harrow Lane to paint the tank.",
        "We never asked the firm of Harrow Lane to test it.",
        "We asked the firm of Harrow Lane for a price.",
    ],
)
def test_other_requests_evaluate_nothing(text: str) -> None:
    assert ends(extracted("## Claim 1: The tank cannot overflow", "The tank is tall.", text), "EVALUATED_BY") == set()


def test_a_test_in_an_item_of_factors_is_of_its_control() -> None:
    found = read(
        "## Pathways",
        "### Pathway 1: Flood",
        "Mitigating factors:",
        "- Night barrier. In the June exercise, when four boats drove at it, the crew stopped three of them. Moderate.",
    )

    assert ("Night barrier", "June exercise") in ends(found, "EVALUATED_BY")
    assert "June exercise" in names(found, "evidence")
