from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, extracted, names


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Float Switch is owned by Ingrid Solheim.", "Ingrid Solheim"),
        ("Tomasz Bielak keeps the valve shut.", "Tomasz Bielak"),
        ("The Track Monitor is maintained by Petra.", "Petra"),
        ("The control room rang Brenner at once.", "Brenner"),
        ("When Halvorsen is on leave, nobody looks at the log.", "Halvorsen"),
        ("Electrician Tom Berg holds the key.", "Tom Berg"),
    ],
)
def test_people_are_told_by_given_names_and_by_what_only_people_do(sentence: str, name: str) -> None:
    read = extracted("# Study", sentence)

    assert name in names(read, "person")
    assert all(each.name != name for each in read.elements if each.kind != "person")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Signalling rang the Harbour Office at once.", "Signalling"),
        ("The Max Limit stops the pump.", "Max Limit"),
        ("The Victor Gate blocks the track.", "Victor Gate"),
        ("The control room rang Traffic Operations.", "Traffic Operations"),
    ],
)
def test_names_of_teams_and_controls_are_no_people(sentence: str, name: str) -> None:
    assert name not in names(extracted("# Study", sentence), "person")


@pytest.mark.parametrize("role", ["electrician", "mechanic", "paramedic"])
def test_a_role_is_a_person_and_no_team(role: str) -> None:
    read = extracted("# Study", f"The alarm pages the duty {role} within a minute.")

    assert names(read, "person") == {f"Duty {role}"}
    assert not names(read, "team")


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("Vendor Brightline supplies the sensors.", "Brightline"),
        ("The cells are made by supplier Ostrava Cells.", "Ostrava Cells"),
        ("Contractor Helmond leases us the cranes.", "Helmond"),
    ],
)
def test_a_firm_is_named_without_the_word_for_what_it_is(sentence: str, firm: str) -> None:
    assert names(extracted("# Study", sentence), "organization") == {firm}


@pytest.mark.parametrize(
    "item", ["- First report to quarantine: 1h 12m", "- Alarm to isolation check: 40 minutes", "- Leak to lock: 3 days"]
)
def test_a_figure_with_its_label_is_no_control(item: str) -> None:
    assert not elements(extracted("# Incident", "## Security measures", item), "control")


@pytest.mark.parametrize(
    ("cell", "name"),
    [("Dose limits", "Dose"), ("Night checks", "Night"), ("Egress monitor", "Egress")],
)
def test_a_noun_behind_a_name_is_no_verb(cell: str, name: str) -> None:
    assert name not in names(extracted("# Study", f"- {cell} (strong)", f"- {cell}: weak"), "control")


@pytest.mark.parametrize(
    "line", ["Notes taken by Merel Oduya.", "Recorded by Merel Oduya on 3 May.", "Written up by Merel Oduya."]
)
def test_who_took_an_interview_down_is_left_out(line: str) -> None:
    read = extracted("# Talk with Ann Ek", line, "Ann Ek: I run the pumps.", kind=DocumentKind.INTERVIEW)

    assert "Merel Oduya" not in names(read, "person")


@pytest.mark.parametrize(
    ("header", "person"),
    [
        ("Interview with Jo Field, electrician, Northern Grid", "Northern Grid"),
        ("Jo Field, mechanic, Harbour Works, has the key.", "Harbour Works"),
        ("They asked Jo Field, the nurse, Ward Nine, for help.", "Ward Nine"),
    ],
)
def test_what_follows_a_role_behind_a_name_is_no_person(header: str, person: str) -> None:
    assert person not in names(extracted("# Study", header), "person")
