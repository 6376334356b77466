"""Who tells whom, in whatever clause a document says it."""

from __future__ import annotations

import pytest

from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import extracted

_TALK = DocumentKind.INTERVIEW
_INTRO = "The weir alarm watches the gauge. The alarm trips at two metres."


def _messages(read: Proposals) -> set[tuple[str, str, str]]:
    names = {each.key: each.name.casefold() for each in read.elements}
    wanted = {RelationType.ALERTS, RelationType.ESCALATES_TO}
    return {(each.type.value, names[each.source], names[each.target]) for each in read.relations if each.type in wanted}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("It sends a text message to the lock keeper.", "lock keeper"),
        ("The weir alarm trips at once and pages the hydrologist on call.", "hydrologist on call"),
        ("The flood desk receives a ticket within ten minutes.", "flood desk"),
        ("A high reading is reported to the river engineer by e-mail.", "river engineer"),
    ],
)
def test_a_control_alerts_whom_its_message_reaches(line: str, told: str) -> None:
    read = extracted("# Weir", _INTRO, line)

    assert ("ALERTS", "weir alarm", told) in _messages(read)


@pytest.mark.parametrize(
    "line",
    [
        "It does not page the lock keeper.",
        "The lock keeper should be told.",
        "The lock keeper is said to get a page.",
        "The lock keeper pages through the book.",
        "Responsibility for this report lies with the flood desk.",
        "The report ends with the river engineer.",
    ],
)
def test_what_is_denied_wished_or_rumoured_is_no_message(line: str) -> None:
    assert _messages(extracted("# Weir", _INTRO, line)) == set()


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("The duty chemist escalated to the plant manager.", ("duty chemist", "plant manager")),
        ("If the duty chemist cannot decide, the case goes to the plant manager.", ("duty chemist", "plant manager")),
        ("The plant manager was called in by the duty chemist.", ("duty chemist", "plant manager")),
        ("The duty chemist closed the valve and sent for the plant manager.", ("duty chemist", "plant manager")),
    ],
)
def test_who_was_told_hands_it_on(line: str, ends: tuple[str, str]) -> None:
    read = extracted("# Line 4", "The vapour alarm paged the duty chemist.", line)

    assert ("ESCALATES_TO", *ends) in _messages(read)


def test_who_notices_and_informs_somebody_alerts_them() -> None:
    read = extracted(
        "# Incident 12",
        "The night porter smelled gas and the night porter informed the duty chemist.",
        "The duty chemist informed the plant manager.",
    )

    assert _messages(read) == {
        ("ALERTS", "night porter", "duty chemist"),
        ("ESCALATES_TO", "duty chemist", "plant manager"),
    }


def test_a_short_name_of_a_role_means_that_role() -> None:
    read = extracted(
        "# Line 4", "The vapour alarm paged the shift chemist.", "Then the chemist rang the plant manager."
    )

    assert ("ESCALATES_TO", "shift chemist", "plant manager") in _messages(read)


def test_an_answer_names_who_hears_of_it() -> None:
    read = extracted(
        "Ada: What stops a bad upload?",
        "Bo: The upload gate.",
        "Ada: And who is told?",
        "Bo: The release manager, by mail.",
        kind=_TALK,
    )

    assert ("ALERTS", "upload gate", "release manager") in _messages(read)


def test_arrows_are_a_chain() -> None:
    read = extracted(
        "# Line 4",
        "The vapour alarm paged the shift chemist.",
        "The site warden paged the plant manager.",
        "Shift chemist -> plant manager, by phone.",
    )

    assert ("ESCALATES_TO", "shift chemist", "plant manager") in _messages(read)


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("The lamp alarm pages the harbour signaller.", ElementKind.PERSON, "harbour signaller"),
        ("The claims board gets a message.", ElementKind.TEAM, "claims board"),
        ("The meter alarm mails the account managers.", ElementKind.TEAM, "account managers"),
    ],
)
def test_whoever_is_told_is_somebody(line: str, kind: ElementKind, name: str) -> None:
    found = extracted("# Notes", line).elements

    assert (kind, name) in {(each.kind, each.name.casefold()) for each in found}


@pytest.mark.parametrize(
    "line", ["The clerk mailed the letter.", "Nobody tells the yard owner.", "She called the number."]
)
def test_things_and_denied_ones_are_nobody(line: str) -> None:
    kinds = {each.kind for each in extracted("# Notes", line).elements}

    assert not kinds & {ElementKind.PERSON, ElementKind.TEAM}
