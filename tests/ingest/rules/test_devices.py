"""Controls that are described by what they are, and the nicknames that talk gives them."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extractors.rules.devices import is_no_control
from tests.ingest.rules.written import elements, ends, extracted, names

TITLE = "Interview with Ada Nwosu, ward pharmacy, Brannock Trust"


@pytest.mark.parametrize(
    ("said", "control"),
    [
        ("We run the action auditor, it's a small model that reads every call.", "Action auditor"),
        ("The dose referee is basically a script that compares the two charts.", "Dose referee"),
        ("Then comes the berth watcher, which is a sensor that stops the crane.", "Berth watcher"),
    ],
)
def test_what_is_described_as_a_device_that_acts_is_a_control(said: str, control: str) -> None:
    assert control in names(extracted(TITLE, f"Ada: {said}", kind=DocumentKind.INTERVIEW), "control")


@pytest.mark.parametrize(
    "said",
    [
        "People say the action auditor is a model that reads every call.",
        "I wish the dose referee was a script that compares the charts.",
        "Is the berth watcher a sensor that stops the crane?",
        "The ward sister is a person that checks the charts.",
        "There is no kill switch.",
        "Somebody told me that there's a kill switch.",
    ],
)
def test_hearsay_wishes_questions_and_people_are_no_devices(said: str) -> None:
    assert not names(extracted(TITLE, f"Ada: {said}", kind=DocumentKind.INTERVIEW), "control")


@pytest.mark.parametrize(
    ("said", "nick", "control"),
    [
        ('The kill script, what we call "the hammer".', "hammer", "Kill script"),
        ("The emergency button, which everyone calls Big Red.", "Big Red", "Emergency button"),
        ("The stop lever, known here as the guillotine.", "guillotine", "Stop lever"),
    ],
)
def test_a_nickname_calls_the_thing_from_then_on(said: str, nick: str, control: str) -> None:
    article = "" if nick[0].isupper() else "The "
    read = extracted(
        TITLE,
        f"Ada: {said}",
        f"Ada: {article}{nick} relies on the session table.",
        kind=DocumentKind.INTERVIEW,
    )

    assert ends(read, "DEPENDS_ON") == {(control, "Session table")}


def test_what_people_pull_tells_nobody() -> None:
    read = extracted(
        TITLE, "Ada: Then we have the stop handle.", "Ada: After that it pages Bo Lind.", kind=DocumentKind.INTERVIEW
    )

    assert names(read, "control") == {"Stop handle"}
    assert not ends(read, "ALERTS")
    assert len(elements(read, "control")) == 1


@pytest.mark.parametrize("name", ["Paragraph 12", "Claim 5", "section 4.1", "It reads the limits table"])
def test_a_place_in_the_document_or_a_clause_is_no_control(name: str) -> None:
    assert is_no_control(name)


@pytest.mark.parametrize(
    "name", ["Interlock 2", "Claim checker", "Itinerary filter", "Point-of-sale lock", "IT change gate"]
)
def test_a_name_that_only_begins_so_can_be_a_control(name: str) -> None:
    assert not is_no_control(name)
