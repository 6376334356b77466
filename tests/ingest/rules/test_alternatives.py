from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted

LEADS = (
    "## A Controls",
    "**Sump Alarm.** Owned by Pit Safety.",
    "**Tide Gate.** Owned by Dock Works.",
    "**Ledger Match.** Owned by Back Office.",
    "## B Notes",
)


@pytest.mark.parametrize(
    ("sentence", "source", "targets"),
    [
        ("The Sump Alarm runs off the mains or the generator, whichever is up.", "Sump Alarm", ("Mains", "Generator")),
        (
            "The Tide Gate needs either the radar feed or the harbour camera; one of the two suffices.",
            "Tide Gate",
            ("Radar feed", "Harbour camera"),
        ),
        (
            "Ledger Match draws on the clearing log and the branch ledger. Either will do.",
            "Ledger Match",
            ("Clearing log", "Branch ledger"),
        ),
        (
            "Tide Gate needs any one of the north gauge, the south gauge and the pier gauge.",
            "Tide Gate",
            ("North gauge", "South gauge", "Pier gauge"),
        ),
    ],
)
def test_alternatives_are_disjunctive(sentence: str, source: str, targets: tuple[str, ...]) -> None:
    read = extracted(*LEADS, sentence)

    assert ends(read, "DEPENDS_ON") == {(source, target) for target in targets}
    assert {e.name for e in read.elements if e.operator == "disjunctive"} == {source}


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Tide Gate needs at least two of the north gauge, the south gauge and the pier gauge.", "Tide Gate"),
        ("Ledger Match relies on any two of the day book, the till roll and the bank feed.", "Ledger Match"),
        ("Sump Alarm reads from the float, the ultrasonic probe and the camera; any two suffice.", "Sump Alarm"),
    ],
)
def test_any_two_of_several_are_at_least_two(sentence: str, source: str) -> None:
    read = extracted(*LEADS, sentence)

    assert [(e.name, e.k) for e in read.elements if e.operator == "at_least"] == [(source, 2)]
    assert len(ends(read, "DEPENDS_ON")) == 3


def test_beside_another_need_the_choice_stands_in_between() -> None:
    read = extracted(
        *LEADS,
        "The Tide Gate needs either the file mode on the weights bucket or the mount filter; one of the two suffices.",
        "The Tide Gate relies on the radar feed.",
    )

    between = "File mode on the weights bucket or Mount filter"
    assert ends(read, "DEPENDS_ON") == {
        ("Tide Gate", "Radar feed"),
        ("Tide Gate", between),
        (between, "File mode on the weights bucket"),
        (between, "Mount filter"),
    }
    assert [e.name for e in elements(read, "dependency") if e.operator] == [between]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tide Gate depends on either the vane in the yard or the one on the roof.",
        "If the mains fails, the Sump Alarm goes over to the generator.",
        "When the day book is missing, Ledger Match falls back on the till roll and nobody is told.",
    ],
)
def test_half_a_choice_is_no_requirement(sentence: str) -> None:
    assert not ends(extracted(*LEADS, sentence), "DEPENDS_ON")


def test_several_things_that_are_all_needed_stay_requirements() -> None:
    read = extracted(*LEADS, "Ledger Match needs the clearing log and the bank feed.")

    assert ends(read, "DEPENDS_ON") == {("Ledger Match", "Clearing log"), ("Ledger Match", "Bank feed")}
    assert not [e for e in read.elements if e.operator]
