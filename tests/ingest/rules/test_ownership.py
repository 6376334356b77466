from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Dosage Interlock.** Owned by Pharmacy Systems.", {("OWNED_BY", "Dosage Interlock", "Pharmacy Systems")}),
        (
            "**Berth Monitor.** Owned and operated by the Harbour Desk.",
            {("OWNED_BY", "Berth Monitor", "Harbour Desk"), ("OPERATED_BY", "Berth Monitor", "Harbour Desk")},
        ),
        (
            "**Ledger Match.** Owned by Back Office, which runs it each night.",
            {("OWNED_BY", "Ledger Match", "Back Office"), ("OPERATED_BY", "Ledger Match", "Back Office")},
        ),
        (
            "**Relay Check.** Owned by Grid Operations, where Pia Holm looks after it.",
            {("OWNED_BY", "Relay Check", "Grid Operations"), ("OPERATED_BY", "Relay Check", "Pia Holm")},
        ),
        (
            "**Vault Alarm** and **Door Seal** are owned by Branch Security.",
            {
                ("OWNED_BY", "Vault Alarm", "Branch Security"),
                ("OWNED_BY", "Door Seal", "Branch Security"),
            },
        ),
        ("**Radar Filter.** Traffic Services owns it.", {("OWNED_BY", "Radar Filter", "Traffic Services")}),
    ],
)
def test_owners_and_operators_are_read(line: str, expected: set[tuple[str, str, str]]) -> None:
    proposals = extracted("## A Controls", line)

    found = {(type_, *pair) for type_ in ("OWNED_BY", "OPERATED_BY") for pair in ends(proposals, type_)}
    assert found == expected


@pytest.mark.parametrize(
    "line",
    [
        "**Dosage Interlock.** Nobody owns this practice. Limits: it is slow.",
        "**Berth Monitor.** No team is recorded as the owner of the monitor.",
        "**Ledger Match.** It is not owned by Back Office. Limits: none known.",
    ],
)
def test_nobody_is_no_owner(line: str) -> None:
    assert not ends(extracted("## A Controls", line), "OWNED_BY")


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (
            ("Bo Chen: I lead Grid Operations. Relay Check is ours, it trips the feeder.",),
            ("Relay Check", "Grid Operations"),
        ),
        (
            ("Bo Chen: I run Berth Planning.", "Bo Chen: Berth Monitor is mine, it refuses ships."),
            ("Berth Monitor", "Bo Chen"),
        ),
        (
            ("Ann Lee: Who owns Vault Alarm, which locks the door?", "Bo Chen: Branch Security, I believe."),
            ("Vault Alarm", "Branch Security"),
        ),
    ],
)
def test_speakers_say_what_is_theirs(talk: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert expected in ends(extracted(*talk, kind=DocumentKind.INTERVIEW), "OWNED_BY")


@pytest.mark.parametrize("verb", ["reviewed", "audited", "inspected"])
def test_reviewers_evaluate(verb: str) -> None:
    proposals = extracted(
        "## A Controls", f"**Hull Survey.** Owned by Fleet Services. It was {verb} by the Lloyd Institute."
    )

    assert ends(proposals, "EVALUATED_BY") == {("Hull Survey", "Lloyd Institute")}


PLAIN = (
    "## Controls",
    "**Gate Lock.** It shuts at ten.",
    "**Night Scanner.** It watches the quay.",
    "## Who does what",
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The owner of the Gate Lock is Dock Services.", {("Gate Lock", "Dock Services")}),
        ("The Night Scanner's owner is Ines Roth.", {("Night Scanner", "Ines Roth")}),
        (
            "Dock Services and Quay Operations jointly own the Gate Lock.",
            {("Gate Lock", "Dock Services"), ("Gate Lock", "Quay Operations")},
        ),
        ("The owner of the Gate Lock is not Dock Services.", set()),
        ("Nobody knows who the owner of the Gate Lock is, least of all Dock Services.", set()),
    ],
)
def test_owners_are_read_from_plain_nouns_and_pairs(sentence: str, found: set[tuple[str, str]]) -> None:
    assert ends(extracted(*PLAIN, sentence), "OWNED_BY") == found


def test_a_team_of_somebody_runs_what_it_runs() -> None:
    assert ends(extracted(*PLAIN, "Dock Services' team runs the Night Scanner."), "OPERATED_BY") == {
        ("Night Scanner", "Dock Services")
    }


@pytest.mark.parametrize(
    "opening", ["Unlike the Gate Lock", "In contrast to the Gate Lock", "Instead of the Gate Lock"]
)
def test_what_is_left_aside_needs_nothing(opening: str) -> None:
    read = extracted(*PLAIN, f"{opening}, the Night Scanner needs the badge service.")

    assert {source for source, _ in ends(read, "DEPENDS_ON")} == {"Night Scanner"}


PLANT = (
    "## Controls",
    "| Control | Owner | Operator |",
    "| Sluice gate | Harbour Office | Lock Crew |",
    "| Heat alarm | Ward Board | Porter Team |",
    "| Vault timer | Cash Desk | Night Squad |",
    "## Notes",
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The lock crew reads the tide feed. The sluice gate needs the pilot cables, and Lock Crew runs those cables.",
            ("Pilot cables", "Lock Crew"),
        ),
        ("The heat alarm relies on the wall sensor, which Porter Team look after.", ("Wall sensor", "Porter Team")),
        ("The vault timer needs the time feed. Night Squad maintain that feed.", ("Time feed", "Night Squad")),
        (
            "The vault timer is wound for two hours a day by Porter Team and run in the holidays by Lock Crew.",
            ("Vault timer", "Lock Crew"),
        ),
    ],
)
def test_who_runs_what_is_read_from_plural_verbs_and_pointing_words(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in ends(extracted(*PLANT, sentence), "OPERATED_BY")


@pytest.mark.parametrize("thing", ["sluice gate", "heat alarm", "vault timer"])
def test_what_is_in_the_care_of_somebody_is_owned(thing: str) -> None:
    found = extracted(*PLANT, f"The {thing} is in the care of Porter Team.")

    assert (thing.capitalize(), "Porter Team") in ends(found, "OWNED_BY")


@pytest.mark.parametrize(
    "sentence",
    [
        "The sluice gate is new. Tide boards are owned by the Porter Team.",
        "The vault timer is old. Coin bags are owned by Night Squad.",
        "The heat alarm rings. Bedside lamps are looked after by Lock Crew.",
    ],
)
def test_an_owner_of_something_unnamed_is_not_given_what_stood_before(sentence: str) -> None:
    found = ends(extracted(*PLANT, sentence), "OWNED_BY") | ends(extracted(*PLANT, sentence), "OPERATED_BY")

    assert found == ends(extracted(*PLANT), "OWNED_BY") | ends(extracted(*PLANT), "OPERATED_BY")
