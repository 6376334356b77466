from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        (
            "Two bodies of evidence bear on it. First, the winter inspection, made by divers. Second, seepage readings: nine years of them.",
            {"Winter inspection", "Seepage readings"},
        ),
        (
            "We have three lines of evidence. First, the ward survey, in which all beds were seen. Second, there is the pharmacy count.",
            {"Ward survey", "Pharmacy count"},
        ),
        (
            "Several sources of evidence agree. First, our cab recordings, taken in May. Finally, the driver panel.",
            {"Cab recordings", "Driver panel"},
        ),
    ],
)
def test_counted_bodies_of_evidence_are_named(paragraph: str, found: set[str]) -> None:
    assert found <= names(extracted("## Claim 1: it holds", paragraph), "evidence")


@pytest.mark.parametrize(
    "paragraph",
    [
        "We took three steps. First, the winter inspection was paid for. Second, seepage readings were bought.",
        "Two bodies of evidence are missing. First, no winter inspection, which would cost too much.",
    ],
)
def test_other_counted_sentences_name_no_evidence(paragraph: str) -> None:
    assert "Winter inspection" not in names(extracted("## Claim 1: it holds", paragraph), "evidence")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "The paired-signal comparison, in which 60 signals were set side by side, found no gap.",
            "Paired-signal comparison",
        ),
        ("Our night-shift interviews showed that nobody reads the log.", "Night-shift interview"),
        (
            "On Longwater, our suite of tasks for pilots, nine in ten were landed. We count Longwater as weak evidence.",
            "Longwater",
        ),
    ],
)
def test_what_found_something_is_evidence(sentence: str, name: str) -> None:
    assert name in names(extracted("## Claim 1: it holds", sentence), "evidence")


@pytest.mark.parametrize(
    "sentence",
    ["The paired-signal comparison is made each night by a clerk.", "The tower inspections are due in spring."],
)
def test_what_is_done_by_habit_is_no_evidence(sentence: str) -> None:
    assert names(extracted("## Claim 1: it holds", sentence), "evidence") == set()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Each batch of vaccine code pass mandatory label review before it ships.", "Mandatory label review"),
        ("All drawings undergo independent stress review by the yard.", "Independent stress review"),
    ],
)
def test_what_must_be_passed_is_a_control_without_the_words_before(line: str, name: str) -> None:
    assert name in names(extracted("## Checks", line), "control")


def test_what_has_not_been_done_is_no_control() -> None:
    line = "The dam report has not been through the full external process yet."

    assert names(extracted("## Summary", line), "control") == set()


def test_a_heading_of_an_area_names_no_control() -> None:
    lines = (
        "## Safeguards",
        "### Security of yard and quay",
        "The fence is high.",
        "### Audit of suppliers",
        "Each is seen once.",
    )

    assert names(extracted(*lines), "control") == {"Audit of suppliers"}


def test_an_audit_is_known_by_its_other_wording() -> None:
    lines = ("## Safeguards", "### Audit of suppliers", "The supplier audit pages Dock Services.")

    assert ends(extracted(*lines), "ALERTS") == {("Audit of suppliers", "Dock Services")}
