"""Tests that running text or a table tells of without naming them as studies."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import CONTROL_TABLE, ends, extracted, names


def tried(*lines: str) -> set[str]:
    return {source for source, _ in ends(extracted(*CONTROL_TABLE, *lines), "EVALUATED_BY")}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("We tested the oven cut-out in March and it tripped in 19 of 20 attempts.", "Oven cut-out"),
        ("The payment hold was tried against 200 faked orders in May and caught 188 of them.", "Payment hold"),
        (
            "Fitters set off the chlorine alarm on six nights. It rang all six times, 5 of 6 within a minute.",
            "Chlorine alarm",
        ),
        ("Last spring the payment hold stopped 47 of 50 forged transfers.", "Payment hold"),
        ("The chlorine alarm is old. It missed 3 of 40 samples.", "Chlorine alarm"),
    ],
)
def test_what_was_tried_with_an_outcome_is_evaluated(lines: str, expected: str) -> None:
    assert tried(lines) == {expected}


@pytest.mark.parametrize(
    "sentence",
    [
        "We never tested the oven cut-out in 20 attempts.",
        "We want to test the oven cut-out on 20 ovens.",
        "If we tested the payment hold, it would catch 9 of 10.",
        "The chlorine alarm covers 3 of 4 halls.",
        "The payment hold must stop 9 of 10 forged transfers.",
        "Somebody told me that the chlorine alarm missed 3 of 40 samples.",
        "We tested the oven cut-out in March.",
    ],
)
def test_no_test_is_read_where_none_was_made_or_none_came_out(sentence: str) -> None:
    assert tried(sentence) == set()


def table(*rows: str) -> tuple[str, ...]:
    return ("## Controls", "| Control | Last tested |", *rows)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| Vault door | Autumn drill: 20 attempts, all held |", "Autumn drill"),
        ("| Sluice gate | Spot checks, spring: 12 of 12 |", "Spot checks"),
        ("| Night barrier | Ramming trial (June) |", "Ramming trial"),
    ],
)
def test_a_cell_names_the_test_before_its_outcome(row: str, expected: str) -> None:
    proposals = extracted(*table(row, "| Tide alarm | Never |"))

    assert {target for _, target in ends(proposals, "EVALUATED_BY")} == {expected}
    assert expected in names(proposals, "evidence")


@pytest.mark.parametrize(
    "cell", ["Never", "2026-03-01", "March 2026", "Planned for May", "No test on record", "–", "By hand"]
)
def test_a_cell_without_a_test_gives_none(cell: str) -> None:
    proposals = extracted(*table(f"| Vault door | {cell} |"))

    assert not ends(proposals, "EVALUATED_BY")
    assert not names(proposals, "evidence")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("The flood drill took a night. The chlorine alarm rang 5 of 6 times.", ("Chlorine alarm", "Flood drill")),
        (
            "The forgery exercise was hard. The payment hold stopped 47 of 50 transfers.",
            ("Payment hold", "Forgery exercise"),
        ),
        (
            "Bakers sat through the smoke trial. The oven cut-out tripped 9 times out of 10.",
            ("Oven cut-out", "Smoke trial"),
        ),
    ],
)
def test_an_outcome_behind_a_named_exercise_goes_to_it(lines: str, expected: tuple[str, str]) -> None:
    assert ends(extracted(*CONTROL_TABLE, lines), "EVALUATED_BY") == {expected}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In the spring exercise the payment hold found 8 of 10 forged orders.", ("Payment hold", "Spring exercise")),
        ("During the flood drill the chlorine alarm rang within a minute.", ("Chlorine alarm", "Flood drill")),
        ("In the August trial the oven cut-out let two ovens burn on.", ("Oven cut-out", "August trial")),
        (
            "An audit of the payment hold found two gaps.",
            ("Payment hold", "Audit of the payment hold"),
        ),
    ],
)
def test_an_exercise_that_opens_the_sentence_evaluates(sentence: str, expected: tuple[str, str]) -> None:
    assert ends(extracted(*CONTROL_TABLE, sentence), "EVALUATED_BY") == {expected}


@pytest.mark.parametrize(
    "sentence",
    [
        "In the flood drill nobody touched the chlorine alarm.",
        "During the flood drill the chlorine alarm would have rung.",
        "An audit of the payment hold is planned.",
        "Before the flood drill the chlorine alarm was painted.",
    ],
)
def test_an_exercise_in_which_a_control_did_nothing_evaluates_nothing(sentence: str) -> None:
    assert not ends(extracted(*CONTROL_TABLE, sentence), "EVALUATED_BY")
