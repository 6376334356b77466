"""Registers of controls: what each row says, column by column, and nothing beyond."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.elements import LEGAL, ElementKind, Strength
from ingest import Proposals, ground
from ingest.extractors.rules import RulesExtractor
from ingest.parsers import parse

HEAD = "Ref;Control;Description;Owner;Run by;Alerts;Depends on;Evidence;Result;Claim;Strength;Status\n"


def read(folder: Path, *rows: str, head: str = HEAD) -> Proposals:
    path = folder / "register.csv"
    path.write_text(head + "\n".join(rows), encoding="utf-8")
    document = parse(path)
    proposals = RulesExtractor().extract(document)
    assert not ground(document, proposals).rejected
    return proposals


def lines(proposals: Proposals) -> set[tuple[str, str, str]]:
    names = {element.key: element.name for element in proposals.elements}
    return {(names[each.source], each.type, names[each.target]) for each in proposals.relations}


def test_row_says_all_of_its_columns_about_its_control(tmp_path: Path) -> None:
    row = "C1;Gate monitor;Watches the gate;Ines Ortega;Harbour team;Port desk;Radio link;Drill of May;9 of 10;Claim 2.1: The gate holds;strong;in place"

    proposals = read(tmp_path, row)

    assert lines(proposals) == {
        ("Gate monitor", "OWNED_BY", "Ines Ortega"),
        ("Gate monitor", "OPERATED_BY", "Harbour team"),
        ("Gate monitor", "ALERTS", "Port desk"),
        ("Gate monitor", "DEPENDS_ON", "Radio link"),
        ("Gate monitor", "EVALUATED_BY", "Drill of May"),
        ("The gate holds", "SUPPORTED_BY", "Gate monitor"),
    }
    control = next(each for each in proposals.elements if each.kind is ElementKind.CONTROL)
    assert (control.text, control.aliases) == ("Watches the gate", ("C1",))
    (line,) = [each for each in proposals.relations if each.type == "SUPPORTED_BY"]
    assert line.strength is Strength.STRONG


@pytest.mark.parametrize("head", ["Measure,Owner", "Kiln control,Responsible", "Name,Accountable person"])
def test_registers_of_other_trades_are_read_alike(tmp_path: Path, head: str) -> None:
    proposals = read(tmp_path, "Kiln door lock,Ada Lund", head=head + "\n")

    assert lines(proposals) == {("Kiln door lock", "OWNED_BY", "Ada Lund")}


def test_cell_that_names_another_row_means_that_row(tmp_path: Path) -> None:
    proposals = read(tmp_path, "C1;Gate monitor;;;;;;;;;;", "C2;Siren;;;;;C1;;;;;", "C3;Lamp;;;;;gate monitors;;;;;")

    assert lines(proposals) == {("Siren", "DEPENDS_ON", "Gate monitor"), ("Lamp", "DEPENDS_ON", "Gate monitor")}
    assert {each.kind for each in proposals.elements} == {ElementKind.CONTROL}


def test_planned_control_is_a_mitigation_and_a_retired_one_nothing(tmp_path: Path) -> None:
    proposals = read(tmp_path, "1;Gate;;;;;;;;Claim 3: It holds;;planned", "2;Bell;;;;;;;;;;retired in May")

    assert [each.kind for each in proposals.elements if not each.mention] == [ElementKind.MITIGATION]
    assert lines(proposals) == {("Gate", "IMPROVES", "It holds")}


def test_empty_and_placeholder_cells_say_nothing(tmp_path: Path) -> None:
    proposals = read(tmp_path, "1;Gate;;n/a;-;TBD;none;—;;?;unclear;")

    assert [each.name for each in proposals.elements] == ["Gate"]
    assert proposals.elements[0].strength is None


def test_cell_lists_several_things(tmp_path: Path) -> None:
    proposals = read(tmp_path, "1;Gate;;;;;Radio link, Power supply, and mains;;;;;")

    assert {name for _, _, name in lines(proposals)} == {"Radio link", "Power supply, and mains"}


def test_register_of_claims_is_held_up_by_its_evidence(tmp_path: Path) -> None:
    proposals = read(tmp_path, "4.1;The kiln cools;Burn test;weak", head="No.;Claim;Evidence;Rating\n")

    (line,) = proposals.relations
    claim = next(each for each in proposals.elements if each.kind is ElementKind.CLAIM)
    assert (claim.number, claim.strength) == ("4.1", Strength.WEAK)
    assert (claim.kind, line.type, ElementKind.EVIDENCE) in LEGAL


def test_state_that_is_known_for_nothing_is_told(tmp_path: Path) -> None:
    proposals = read(tmp_path, "C1;Gate monitor;;;;;;;;;;ausgesetzt", "C2;Siren;;;;;;;;;;in place")

    assert [warning.count("Gate monitor") for warning in proposals.warnings] == [1]
    assert "Siren" not in proposals.warnings[0]
