"""What was read while two things were one, or one was two, is said of the right one when that is undone."""

from __future__ import annotations

import pytest

from graph.case import Case
from graph.provenance import Entered
from graph.review import Review
from tests.fakes import case_of, document, read_into
from tests.graph.deciding import content, made

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")
WATCHER = "control: Transcript watcher"
READER = "control: Offline log reader (OLR)"


def named(case: Case, name: str) -> str:
    return next(element.id for element in case.elements.values() if name in {element.name, *element.aliases})


def united(case: Case, kept: str, taken: str) -> Case:
    return made(case, Review(case, ADA).unite(named(case, kept), named(case, taken)))


def undone(case: Case) -> Case:
    return made(case, Review(case, ADA).undo(None))


def later(case: Case, text: str) -> Case:
    return read_into(case, document(text, "later.md"))[0]


@pytest.mark.parametrize(
    "text",
    [
        "control: Offline log reader",
        "control: OLR",
        "control? the offline log readers",
        "control: Off-line log reader",
        "control: Offline log raeder",
        "control: Transcript watchers",
        "control: Transcript wacher",
        "control: Transcript watcher\ncontrol: OLR\nteam: Quay crew\ncontrol OLR -ALERTS-> team Quay crew",
        "control: Offline log readers\ncontrol: Log rota\ncontrol Log rota -DEPENDS_ON-> control Offline log readers",
    ],
)
def test_a_document_that_was_read_while_two_were_one_is_parted_with_them(text: str) -> None:
    apart = case_of(WATCHER, READER)

    again = undone(later(united(apart, "Transcript watcher", "Offline log reader"), text))

    assert content(again) == content(later(apart, text))


def test_a_number_goes_to_the_one_that_has_it() -> None:
    apart = case_of("claim 2: The gate holds", "claim: No one opens the gate")

    again = undone(later(united(apart, "No one opens the gate", "The gate holds"), "claim? Claim 2"))

    assert content(again) == content(later(apart, "claim? Claim 2"))


def test_what_fits_both_stays_with_the_one_that_was_kept() -> None:
    apart = case_of("control: Night watcher", "control: Day watcher")
    again = later(united(apart, "Night watcher", "Day watcher"), "control? the watcher")

    assert len(undone(again).elements["control-night-watcher"].stated) == 2


def test_what_was_read_of_a_part_is_said_of_the_whole_when_the_split_is_undone() -> None:
    whole = case_of(WATCHER, "control? transcript watchers")
    element = whole.elements[named(whole, "Transcript watcher")]
    split = made(whole, Review(whole, ADA).divide(element.id, "Night watcher", element.passages[1:]))
    read = later(split, "control: Night watcher")

    again = undone(read)

    assert len(read.elements) == 2
    assert [len(e.stated) for e in again.elements.values()] == [3]
    assert set(again.elements[element.id].aliases) == {"transcript watchers", "Night watcher"}


def test_a_split_that_holds_again_has_its_later_readings_back() -> None:
    whole = case_of(WATCHER, "control? transcript watchers")
    element = whole.elements[named(whole, "Transcript watcher")]
    split = made(whole, Review(whole, ADA).divide(element.id, "Night watcher", element.passages[1:]))
    read = later(split, "control: Night watcher")
    undoing = undone(read)

    again = made(undoing, Review(undoing, ADA).undo(next(reversed(undoing.decisions))))

    assert content(again) == content(read)


def test_reading_on_after_an_undone_split_still_finds_the_part() -> None:
    whole = case_of(WATCHER, "control? transcript watchers")
    element = whole.elements[named(whole, "Transcript watcher")]
    split = made(whole, Review(whole, ADA).divide(element.id, "Night watcher", element.passages[1:]))
    undoing = undone(later(split, "control: Night watcher"))

    again, receipt = read_into(undoing, document("control? the night watchers", "last.md"))

    assert receipt.elements_added == ()
    assert len(again.elements) == 1
