"""What critiques would have done, with what it takes and what it is aimed at; and what they say of the system and of arguments."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, names

KNOWN = (
    "## Their controls",
    "| Control | Owner |",
    "| Sluice gate | Harbour Office |",
    "| Dose check | Pharmacy |",
    "| Two-key rule | Cash Desk |",
    "## Remarks",
)


def review(*lines: str, title: str = "Review of the port report") -> Proposals:
    return extracted(f"# {title}", "Reviewer: Ada Brook", *KNOWN, *lines, kind=DocumentKind.CRITIQUE)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "What would I do? Two things. Have the sluice gate tried at night by strangers; that costs a day. And put a lock on the lever, which takes a week.",
            {"Have the sluice gate tried at night by strangers", "Put a lock on the lever"},
        ),
        (
            "Two suggestions to finish with. Moving the labels to a locked press is a matter of a few days and would make it a smaller worry.",
            {"Moving the labels to a locked press"},
        ),
        (
            "And I would train a second clerk from another branch, to stand beside the first; this takes around three months.",
            {"Train a second clerk from another branch, to stand beside the first"},
        ),
        (
            "Something fairly cheap could be done: block any opening that comes sooner than a minute.",
            {"Block any opening that comes sooner than a minute"},
        ),
        (
            "I would give it no weight until the crews train without the pilot. Doing so for the night shift would cost two person-weeks.",
            {"The crews train without the pilot"},
        ),
        ("Restricting the keys to three clerks would be two days' work.", {"Restricting the keys to three clerks"}),
    ],
)
def test_what_a_critique_would_have_done_is_a_mitigation(paragraph: str, expected: set[str]) -> None:
    assert names(review(paragraph), "mitigation") == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "I would keep the drill in the report and describe it with more caution.",
        "Requiring two keys is simple, old and right.",
        "I would call the drill weak.",
        "I would ask why nobody tried it at night.",
        "Keep in mind that the quay is old.",
        "Moving the quay took three years in the last century.",
        "We considered recommending that they stop. We would not put a lock on the lever.",
    ],
)
def test_what_is_only_said_proposes_nothing(paragraph: str) -> None:
    assert names(review(paragraph), "mitigation") == set()


def test_reports_suggest_nothing_in_the_imperative() -> None:
    found = extracted("## Two suggestions", "Have the gate tried at night by strangers.")

    assert "Have the gate tried at night by strangers" not in names(found, "mitigation")


@pytest.mark.parametrize(
    ("paragraph", "target"),
    [
        ("My advice: two things. Have the sluice gate tried at night by strangers.", "Sluice gate"),
        (
            "My advice is this. Make the tool refuse a second key within a minute, and the two-key rule might deserve its name.",
            "Two-key rule",
        ),
        (
            "Something could be done: block openings within a minute. A week would do, and it would make the two-key rule mean what it says.",
            "Two-key rule",
        ),
    ],
)
def test_a_suggestion_improves_what_it_is_said_to_make_better(paragraph: str, target: str) -> None:
    assert {improved for _, improved in ends(review(paragraph), "IMPROVES")} == {target}


def test_an_effort_may_be_told_in_the_next_sentence() -> None:
    (plan,) = elements(
        review("My advice: one change. Have the sluice gate tried at night. It would take the crew about four days."),
        "mitigation",
    )

    assert (plan.effort, plan.effort_days) == ("four days", 4)


@pytest.mark.parametrize(
    "title",
    [
        "Comments on “Kestrel 3: Safety Report”",
        "Your report on Kestrel 3, version 1.2",
        "Review of the Kestrel-3 safety case",
    ],
)
def test_the_assessed_system_is_nothing_that_the_case_needs(title: str) -> None:
    found = review("The sluice gate seems weak to me. It cannot close without Kestrel 3.", title=title)

    assert not [
        each for each in (*elements(found, "dependency"), *elements(found, "control")) if "Kestrel" in each.name
    ]


def test_another_system_may_be_needed() -> None:
    found = review("The sluice gate seems weak to me. It cannot close without Osprey 2.", title="Review of Kestrel 3")

    assert ("Sluice gate", "Osprey 2") in ends(found, "DEPENDS_ON")


@pytest.mark.parametrize(
    ("sentence", "type_", "name"),
    [
        (
            "I have no quarrel with the keeping argument, provided that someone minds the keys.",
            "AGREES_WITH",
            "keeping argument",
        ),
        ("We do not accept the two-step argument as it stands.", "DISPUTES", "two-step argument"),
        ("To me the clean water argument seems thin.", "QUALIFIES", "clean water argument"),
    ],
)
def test_an_argument_of_the_report_is_what_a_view_is_of(sentence: str, type_: str, name: str) -> None:
    found = review(sentence)

    assert {target for _, target in ends(found, type_)} == {name}
    assert [each.mention for each in elements(found, "argument")] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "I have no quarrel with the main argument.",
        "We do not accept the authors' argument.",
        "There was an argument about keys, and I agree with the crew.",
    ],
)
def test_other_arguments_have_no_name(sentence: str) -> None:
    assert elements(review(sentence), "argument") == []


@pytest.mark.parametrize("opening", ["Suggested changes:", "Recommended actions:", "We propose three changes:"])
def test_a_list_in_one_sentence_gives_each_change(opening: str) -> None:
    found = review(
        f"{opening} (1) make the sluice gate fail shut; (2) double the sample; (3) name a keeper of the key."
    )

    assert names(found, "mitigation") == {
        "Make the sluice gate fail shut",
        "Double the sample",
        "Name a keeper of the key",
    }


def test_what_is_assumed_of_somebody_is_no_dependency() -> None:
    found = review("The sluice gate seems weak to me. It assumes that visitors cannot write to the list.")

    assert not [each for each in elements(found, "dependency") if each.name == "Visitors"]
