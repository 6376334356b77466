"""Changes that a paragraph announces, that a list asks for, that one paragraph numbers; and what they are aimed at."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    ("opening", "change"),
    [
        ("Three things will change.", "The flood alarm will page the guard"),
        ("Two measures have been agreed.", "The dose table gets a second keeper"),
        ("We will change two things.", "The berth list is to be printed every night"),
    ],
)
def test_what_a_paragraph_announces_is_planned(opening: str, change: str) -> None:
    assert names(extracted(f"{opening} {change}. It is a start."), "mitigation") == {change}


def test_an_announced_change_that_is_in_place_is_no_mitigation() -> None:
    read = extracted(
        "Two things will change. The pump gets a twin. The bell will ring twice. The first is in place as of May."
    )

    assert names(read, "mitigation") == {"The bell will ring twice"}


def test_a_letter_says_what_its_writer_would_do() -> None:
    read = extracted(
        "I would do two things. Give the flood monitor a cache. And let the desk ring the guard.",
        kind=DocumentKind.CRITIQUE,
    )

    assert names(read, "mitigation") == {"Give the flood monitor a cache", "Let the desk ring the guard"}


@pytest.mark.parametrize(
    "opening", ["Three things went wrong.", "Two measures were considered.", "We saw two changes."]
)
def test_what_is_only_told_is_not_planned(opening: str) -> None:
    assert not names(extracted(f"{opening} The pump is old. The bell rang."), "mitigation")


def test_items_beneath_what_recommends_them_are_planned_until_they_are_done() -> None:
    read = extracted(
        "1. I recommend that",
        "  (a) the berth list be reviewed monthly;",
        "  (b) the flood alarm page the guard.",
        "2. Recommendation (a) was implemented on 1 May.",
    )

    assert names(read, "mitigation") == {"The flood alarm page the guard"}


def test_a_paragraph_that_numbers_its_actions_gives_each() -> None:
    read = extracted(
        "# Recommendations",
        "REC1. Move the pump indoors. Owner: Facilities. REC2. Print the berth list. Owner: Quay Office. Completed 2 May.",
    )

    assert ends(read, "OWNED_BY") == {("Move the pump indoors", "Facilities")}


@pytest.mark.parametrize(
    ("told", "action", "aim"),
    [
        ("The list on the wall was old.", "Put the wall list under document control", "Wall list"),
        ("A dashboard shows it.", "Name an owner for the audit dashboard", "Audit dashboard"),
        ("The night feed stopped; its feed cable was cut.", "Test the feed cable every month", "Feed cable"),
    ],
)
def test_an_action_tells_of_what_it_is_aimed_at(told: str, action: str, aim: str) -> None:
    read = extracted(told, "# Actions", "| Action | Owner |", f"| {action} | Facilities |")

    assert (action, aim) in ends(read, "IMPROVES")


@pytest.mark.parametrize(
    "action", ["Put the third list under control", "Send the annual letter", "Ask the night nurse for the key cabinet"]
)
def test_what_is_spoken_of_nowhere_else_is_no_aim(action: str) -> None:
    read = extracted("The bell rang.", "# Actions", "| Action | Owner |", f"| {action} | Facilities |")

    assert not ends(read, "IMPROVES")


@pytest.mark.parametrize(
    ("action", "type_", "aim"),
    [
        ("Replace the hand-made certificate with one that renews itself", "REPLACES", "Client certificate"),
        ("Send the flood alarm to the guard in place of the empty room", "IMPROVES", "Flood alarm"),
        ("Move the client certificate to a second store", "IMPROVES", "Client certificate"),
    ],
)
def test_an_action_replaces_or_improves_what_it_names(action: str, type_: str, aim: str) -> None:
    read = extracted(
        "# Post-mortem",
        "The flood alarm did not ring because its client certificate had expired.",
        "# Actions",
        "| Action | Owner |",
        f"| {action} | Facilities |",
    )

    assert (action, aim) in ends(read, type_)


@pytest.mark.parametrize(
    ("advice", "name"),
    [
        (
            "Have the dose runs drawn by lot by an outsider; that costs a day.",
            "Have the dose runs drawn by lot by an outsider",
        ),
        ("Rerun the steering experiments on the new pump.", "Rerun the steering experiments on the new pump"),
        ("And keep a signed copy of the berth list.", "Keep a signed copy of the berth list"),
    ],
)
def test_a_memo_that_asks_itself_what_it_would_do_says_so(advice: str, name: str) -> None:
    read = extracted(f"What would I do? Three things, cheapest first. {advice}", kind=DocumentKind.CRITIQUE)

    assert names(read, "mitigation") == {name}


def test_what_a_letter_would_have_changed_is_what_its_advice_improves() -> None:
    read = extracted(
        "Dear Ms Lund,",
        "What would I do in your place? I'd have the red-pen review recompute a tenth of all results.",
        "Yours sincerely,",
        "Ottoline Varga",
        kind=DocumentKind.CRITIQUE,
    )

    assert {target.casefold() for _, target in ends(read, "IMPROVES")} == {"red-pen review"}


@pytest.mark.parametrize(
    "sentence", ["Until the heartbeat alarm is in place we are blind.", "Once the dose alarm is fitted, we may rest."]
)
def test_what_is_still_awaited_is_no_control(sentence: str) -> None:
    assert not names(extracted(sentence), "control")
