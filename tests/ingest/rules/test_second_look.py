from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

LEADS = (
    "## A Controls",
    "**Sump Alarm.** Owned by Pit Safety.",
    "**Tide Gate.** Owned by Dock Works.",
    "**Pass Check.** Owned by Front Hall.",
    "## B Notes",
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Sump Alarm places its calls over a copper pair.", ("Sump Alarm", "Copper pair")),
        ("The Tide Gate is only as good as the harbour almanac.", ("Tide Gate", "Harbour almanac")),
        ("Every badge of the Pass Check is printed from the staff book.", ("Pass Check", "Staff book")),
        ("The Tide Gate sees only what reaches the weir camera.", ("Tide Gate", "Weir camera")),
        ("The Sump Alarm cannot stand without the pit drain.", ("Sump Alarm", "Pit drain")),
        ("The Pass Check leans on the visitor diary.", ("Pass Check", "Visitor diary")),
        ("The Sump Alarm goes dark if the north feeder fails.", ("Sump Alarm", "North feeder")),
        ("The Tide Gate runs only for as long as the winch holds out.", ("Tide Gate", "Winch")),
    ],
)
def test_what_a_known_thing_needs_is_a_dependency_by_any_noun(sentence: str, expected: tuple[str, str]) -> None:
    assert ends(extracted(*LEADS, sentence), "DEPENDS_ON") == {expected}


def test_a_need_of_a_need_is_read_as_well() -> None:
    read = extracted(*LEADS, "The Pass Check leans on the visitor diary.", "The visitor diary lives on an old laptop.")

    assert ends(read, "DEPENDS_ON") == {("Pass Check", "Visitor diary"), ("Visitor diary", "Laptop")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tide Gate relies on human judgement.",
        "The Pass Check counts on the goodwill of strangers.",
        "The city leans on the river trade.",
        "The Sump Alarm depends on somebody hearing it.",
    ],
)
def test_abstract_objects_and_unknown_subjects_give_no_dependency(sentence: str) -> None:
    assert not names(extracted(*LEADS, sentence), "dependency")
