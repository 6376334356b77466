"""Who told whom in running text about an incident: by a pronoun, by hearing of it, by the writer of a memo."""

from __future__ import annotations

import pytest

from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names


def incident(*lines: str) -> Proposals:
    return extracted("# Post-mortem of the night of 3 May", "The night desk calls the guard.", *lines)


@pytest.mark.parametrize(
    "told",
    [
        "He raised it with the night desk in a ticket.",
        "He mentioned it to the night desk.",
        "At nine he rang the night desk.",
    ],
)
def test_a_pronoun_tells_for_who_was_named_before(told: str) -> None:
    read = incident(f"Tom Rusk found the leak. {told}")

    assert ("Tom Rusk", "Night desk") in ends(read, "ESCALATES_TO")


def test_who_heard_of_it_was_told_by_the_other() -> None:
    read = incident(
        "Tom Rusk told the night desk.", "Ana Li found the leak.", "Ana Li heard of it from the night desk."
    )

    assert ("Night desk", "Ana Li") in ends(read, "ESCALATES_TO")


@pytest.mark.parametrize(
    "told", ["He should have rung the night desk.", "He did not tell the night desk.", "Would he tell the night desk?"]
)
def test_what_was_not_told_is_no_message(told: str) -> None:
    assert ("Tom Rusk", "Night desk") not in ends(incident(f"Tom Rusk found the leak. {told}"), "ESCALATES_TO")


@pytest.mark.parametrize(
    ("sentence", "owner", "action"),
    [
        (
            "Next steps: review the berth list monthly (Network Engineering, starts May); fit a lamp (in place).",
            "Network Engineering",
            "Review the berth list monthly",
        ),
        (
            "Actions: Archive staff to practise leaving on the siren. Pharmacy to print the index (done).",
            "Archive staff",
            "Practise leaving on the siren",
        ),
        ("Follow-ups: Quay Security: fit a lamp to the gate.", "Quay Security", "Fit a lamp to the gate"),
    ],
)
def test_a_paragraph_lists_actions_behind_a_label(sentence: str, owner: str, action: str) -> None:
    read = incident(sentence)

    assert (action, owner) in ends(read, "OWNED_BY")
    assert len(names(read, "mitigation")) == 1


def test_a_table_with_the_time_of_each_row_tells_what_was_done() -> None:
    read = incident("# Actions", "| Time | Actor | Action |", "| 01:13 | Tom Rusk | Opens a ticket for the guard |")

    assert not names(read, "mitigation")


@pytest.mark.parametrize(
    "sentence",
    [
        "To prevent a recurrence we will fit a second lamp, move the pump indoors, and name a keeper.",
        "In response the ward will fit a second lamp, move the pump indoors and name a keeper.",
    ],
)
def test_a_sentence_lists_what_will_prevent_it(sentence: str) -> None:
    assert names(incident(sentence), "mitigation") == {"Fit a second lamp", "Move the pump indoors", "Name a keeper"}


@pytest.mark.parametrize(
    ("lines", "control"),
    [
        (
            ("- 03:17 UPS low-battery alarm sends a text to the guard.", "- 03:19 The guard wakes."),
            "UPS low-battery alarm",
        ),
        (
            (
                "| Time | Actor | Event |",
                "| 01:13 | DLP sensor | Flags a large transfer |",
                "| 01:20 | Guard | Wakes |",
            ),
            "DLP sensor",
        ),
        (("**1. Disk encryption** worked. The laptop was off.",), "Disk encryption"),
        (("**Door interlock** failed. It was wired wrongly.",), "Door interlock"),
    ],
)
def test_what_acts_without_an_article_is_a_control(lines: tuple[str, ...], control: str) -> None:
    assert control in names(incident(*lines), "control")


@pytest.mark.parametrize(
    "lines",
    [
        ("- 03:12 Generator receives a start signal.", "- 03:20 The generator starts."),
        ("- 03:12 Reads reach a peak.", "- 03:20 The reads stop."),
        ("- 03:12 The gateway sends SMS to the guard.", "- 03:20 SMS arrives."),
    ],
)
def test_plain_words_at_the_start_of_an_entry_are_no_team(lines: tuple[str, ...]) -> None:
    assert names(incident(*lines), "team") <= {"Night desk"}


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        (
            "The berth limiter let it through, because the crane is on the exception list.",
            ("Berth limiter", "Exception list"),
        ),
        (
            "The berth limiter did not stop it, as its badge was not in the access table.",
            ("Berth limiter", "Access table"),
        ),
    ],
)
def test_a_list_that_made_it_pass_is_needed(sentence: str, need: tuple[str, str]) -> None:
    assert need in ends(incident(sentence), "DEPENDS_ON")


@pytest.mark.parametrize(
    "sentence",
    [
        "We propose that the berth limiter needs a second signature.",
        "I recommend that the berth limiter depend on the badge list.",
    ],
)
def test_what_is_only_proposed_is_no_need(sentence: str) -> None:
    assert not ends(incident("The berth limiter raised no alarm.", "The badge list was stale.", sentence), "DEPENDS_ON")
