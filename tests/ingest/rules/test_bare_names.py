"""Controls by their name without the word for what they are, where the document itself calls them so."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted


def table(name: str, line: str) -> set[tuple[str, str]]:
    return ends(extracted("# Report", "| Control | Owner |", f"| {name} | Dock Team |", line), "DEPENDS_ON")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Job admission check", "Job admission is worthless without the signing service."),
        ("Two-key release procedure", "The vault opens at noon; two-key release depends on the signing service."),
        ("Blood match rule", "At night the blood match relies on the signing service."),
        ("Hot work permit system", "We think that hot work permit needs the signing service."),
    ],
)
def test_a_control_is_known_without_the_word_for_what_it_is(name: str, line: str) -> None:
    assert table(name, line) == {(name, "Signing service")}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Job admission check", "The job admission queue depends on the signing service."),
        ("Dock check", "The dock depends on the signing service."),
        ("Weld camera monitor", "The weld camera depends on the signing service."),
        ("Test data review process", "The quay depends on the signing service."),
    ],
)
def test_words_that_name_something_else_are_not_the_control(name: str, line: str) -> None:
    assert (name, "Signing service") not in table(name, line)


def test_words_left_of_two_controls_mean_neither() -> None:
    found = extracted(
        "# Report",
        "| Control | Owner |",
        "| Job admission check | Dock Team |",
        "| Job admission rule | Dock Team |",
        "Job admission depends on the signing service.",
    )

    assert not {source for source, _ in ends(found, "DEPENDS_ON")} & {"Job admission check", "Job admission rule"}
