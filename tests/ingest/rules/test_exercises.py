from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

CONTROLS = ("## Controls", "**Flood gate.** Owned by Port Services.", "**Door guard.** Owned by Port Services.")


@pytest.mark.parametrize(
    ("heading", "item", "name"),
    [
        ("What has been tried", "- **Night tide run.** The flood gate was shut 40 times and held.", "Night tide run"),
        ("Exercises and drills", "- **Smoke march.** The flood gate closed in nine of ten.", "Smoke march"),
        ("How each was tested", "- **Bench check of the gate.** The flood gate was loaded until it bent.", ""),
    ],
)
def test_what_is_listed_as_tried_is_evidence_about_what_it_names(heading: str, item: str, name: str) -> None:
    proposals = extracted(*CONTROLS, f"## {heading}", item)

    assert names(proposals, "evidence") == ({name} if name else set())
    assert (("Flood gate", name) in ends(proposals, "EVALUATED_BY")) is bool(name)


@pytest.mark.parametrize("heading", ["What should be tested", "Planned trials", "Not yet tried", "Who is told"])
def test_what_is_not_yet_tried_is_no_evidence(heading: str) -> None:
    proposals = extracted(*CONTROLS, f"## {heading}", "- **Night tide run.** The flood gate would be shut 40 times.")

    assert "Night tide run" not in names(proposals, "evidence")


def test_a_control_listed_as_tried_stays_a_control() -> None:
    proposals = extracted("## What has been tried", "- **Smoke alarm.** It rang at once.")

    assert "Smoke alarm" not in names(proposals, "evidence")


@pytest.mark.parametrize("cell", ["nobody named", "none", "—", "not yet assigned", "unknown"])
def test_an_empty_owner_is_nobody(cell: str) -> None:
    proposals = extracted(
        "| Control | Operated by | Answerable |", f"| Flood gate | Dock Systems | {cell} |", "The docks are old."
    )

    assert ends(proposals, "OWNED_BY") == set()
    assert names(proposals, "team") == {"Dock Systems"}


def test_a_person_in_the_column_of_who_answers_owns_it() -> None:
    proposals = extracted(
        "| Safeguard | Worked by | Answerable |", "| Flood gate | Dock Systems | Ada Weyl-Hart |", "The docks are old."
    )

    assert ends(proposals, "OWNED_BY") == {("Flood gate", "Ada Weyl-Hart")}
    assert ends(proposals, "OPERATED_BY") == {("Flood gate", "Dock Systems")}
