"""Controls that documents call by any words, told by what is said of them."""

from __future__ import annotations

import pytest

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted

_TALK = DocumentKind.INTERVIEW


def _controls(*lines: str, kind: DocumentKind = DocumentKind.REPORT) -> set[str]:
    found = extracted(*lines, kind=kind).elements
    return {each.name.casefold() for each in found if each.kind is ElementKind.CONTROL}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The spillway arbiter rejects any order above the rated flow.", "spillway arbiter"),
        ("On Monday the parcel weigher flagged three crates and paged the dock lead.", "parcel weigher"),
        ("The ledger combiner, a small program, sends a ticket to Accounts.", "ledger combiner"),
        ("Two uploads were discarded by the metadata sieve.", "metadata sieve"),
        ("One forged badge slipped past the lobby turnpike.", "lobby turnpike"),
        ("The heat curtain did not trip.", "heat curtain"),
        ("Nobody may edit a recipe alone: the four-eyes rule needs two names.", "four-eyes rule"),
    ],
)
def test_what_acts_like_a_control_is_one(line: str, name: str) -> None:
    assert name in _controls("# Notes", line)


@pytest.mark.parametrize(
    "line",
    [
        "The night porter stopped the lift and paged the caretaker.",
        "The power failure stopped the pumps.",
        "A second parcel weigher will reject what the first lets through.",
        "The quarterly report flagged three weaknesses.",
        "People said that the lobby turnpike blocks every guest.",
    ],
)
def test_people_events_plans_and_hearsay_are_no_controls(line: str) -> None:
    assert _controls("# Notes", line) == set()


def test_every_item_of_a_list_of_barriers_is_a_control() -> None:
    found = _controls("Two barriers were named: the flood arbiter and the silt combiner.")

    assert found == {"flood arbiter", "silt combiner"}


@pytest.mark.parametrize(
    ("question", "answer", "name"),
    [
        ("What keeps a forged image out?", "The admission turnstile.", "admission turnstile"),
        ("What would catch a wrong dose?", "Mainly the dose arbiter, and then luck.", "dose arbiter"),
        ("Which control limits the spending?", "Twin Purse.", "twin purse"),
    ],
)
def test_an_answer_names_what_the_question_asks_for(question: str, answer: str, name: str) -> None:
    found = _controls(f"Ada: {question}", f"Bo: {answer}", "Ada: Thanks.", kind=_TALK)

    assert name in found


def test_the_next_sentence_tells_what_was_brought_up() -> None:
    found = _controls("Ada: What else?", "Bo: There's the replay job too. It re-runs one result in ten.", kind=_TALK)

    assert "replay job" in found


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What stops them?", "Nothing."),
        ("Who would see it?", "Harbour Operations."),
        ("What do you like about the work?", "The canteen."),
    ],
)
def test_other_answers_name_no_control(question: str, answer: str) -> None:
    assert _controls(f"Ada: {question}", f"Bo: {answer}", "Ada: Thanks.", kind=_TALK) == set()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Harbour Sentinel stopped the crane and rang the desk.", "harbour sentinel"),
        ("At noon the Valve Authenticator was idle.", "valve authenticator"),
        ("DoorWatch paged the night desk.", "doorwatch"),
    ],
)
def test_names_of_guards_are_told_by_their_last_word_or_shape(line: str, name: str) -> None:
    assert name in _controls(line)


def test_a_capitalised_control_room_is_a_team_where_it_is_told() -> None:
    found = _controls("The loop alarm pages the duty operator in Runway Control. It alerts Runway Control.")

    assert "runway control" not in found
