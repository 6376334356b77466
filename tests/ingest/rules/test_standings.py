"""What a column of states says of a control; words that are known for nothing are told to whoever reads the report."""

from __future__ import annotations

import pytest

from ingest.extraction import Proposals
from ingest.extractors.rules.standings import Standing, retired_states, standing_of, unknown_states
from tests.ingest.rules.written import extracted, names


def table(state: str) -> Proposals:
    return extracted("# Controls", "| Control | Owner | Status |", f"| Dose gate | Ward Office | {state} |")


@pytest.mark.parametrize("state", ["Planned", "in development", "not yet in force", "geplant", "prévu", "to be built"])
def test_a_planned_control_in_a_table_is_a_mitigation(state: str) -> None:
    read = table(state)

    assert (names(read, "mitigation"), names(read, "control"), read.warnings) == ({"Dose gate"}, set(), ())


@pytest.mark.parametrize("state", ["In force", "live since May", "", "–", "operational"])
def test_a_control_in_force_is_a_control(state: str) -> None:
    read = table(state)

    assert (names(read, "control"), read.warnings) == ({"Dose gate"}, ())


@pytest.mark.parametrize("state", ["Retired", "switched off in May", "withdrawn"])
def test_a_control_that_is_gone_is_none(state: str) -> None:
    read = table(state)

    assert not names(read, "control") | names(read, "mitigation")


@pytest.mark.parametrize("state", ["piloting", "suunniteltu", "blue"])
def test_a_state_that_is_known_for_nothing_is_told(state: str) -> None:
    read = table(state)

    assert names(read, "control") == {"Dose gate"}
    assert len(read.warnings) == 1
    assert state in read.warnings[0]
    assert "Dose gate" in read.warnings[0]


def test_a_long_state_is_told_by_its_beginning() -> None:
    (warning,) = table("whoever has the key says so " * 9).warnings

    assert len(warning) < 200


def test_a_word_of_planning_counts_before_one_of_force() -> None:
    assert standing_of("not yet in force") is Standing.PLANNED


@pytest.mark.parametrize("state", ["amber", "TBD", "pilot", "0%", "red", "paused"])
def test_a_state_that_may_mean_anything_is_told(state: str) -> None:
    (note,) = unknown_states([(state, "Tide gauge")])

    assert f'"{state}"' in note
    assert "Tide gauge" in note


@pytest.mark.parametrize("state", ["in force", "active since May", "✓", "100 %", "2024"])
def test_a_state_that_means_that_it_is_there_is_not_told(state: str) -> None:
    assert unknown_states([(state, "Tide gauge")]) == ()


def test_what_is_left_out_as_gone_is_told() -> None:
    (note,) = retired_states([("switched off", "Old lamp"), ("active", "Tide gauge"), ("superseded", "Old bell")])

    assert '"Old lamp" (switched off), "Old bell" (superseded)' in note
    assert "Tide gauge" not in note
