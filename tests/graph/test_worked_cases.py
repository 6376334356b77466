"""Worked cases: examples with known results, each naming where it comes from."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from graph.analysis.cutsets import minimal_cut_sets
from graph.analysis.failure import what_breaks
from graph.analysis.load_bearing import rank
from graph.analysis.structure import structure_of
from graph.case import Case, Switches
from graph.elements import Strength
from tests.drafting import drafted

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
ARALIA = Path(__file__).parents[3] / "shared" / "corpus" / "aralia"
GATES = {"or": "conjunctive", "and": "disjunctive"}


def read(path: Path) -> tuple[dict[str, Any], Case]:
    worked = yaml.safe_load(path.read_text(encoding="utf-8"))
    return worked, drafted(worked["elements"], ",".join(worked["relations"]))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_strengths_and_scenarios_are_as_worked_out(path: Path) -> None:
    worked, case = read(path)
    structure = structure_of(case, Switches(**worked.get("switches", {})))

    assert {x: structure.strength(x) for x in worked["strengths"]} == worked["strengths"]
    for scenario in worked.get("scenarios", ()):
        verdicts = {x.element: x.verdict for x in what_breaks(structure, scenario["fails"]).elements}
        assert {x: verdicts.get(x, "intact") for x in scenario["verdicts"]} == scenario["verdicts"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cut_sets_and_importance_are_as_worked_out(path: Path) -> None:
    worked, case = read(path)
    structure = structure_of(case, Switches(**worked.get("switches", {})))

    for asked in worked.get("cut_sets", ()):
        found = minimal_cut_sets(structure, asked["pathway"], Strength(asked["level"]))
        assert (list(map(list, found)), found.margin) == (asked["sets"], asked["margin"])
    importance = {row.element: row.importance for row in rank(structure).rows}
    for element, expected in worked.get("importance", {}).items():
        assert importance[element] == pytest.approx(expected)


def aralia(name: str) -> Case:
    """A published fault tree as a case: a gate holds while its formula does not, so or asks for all of its parts."""
    tree = ET.parse(ARALIA / f"{name}.xml")  # noqa: S314 - a file of our own corpus
    elements, lines = {"top": "pathway conjunctive"}, []
    for gate in tree.iter("define-gate"):
        formula = next(part for part in gate if part.tag != "label")
        parts = [part.get("name", "") for part in formula] or [formula.get("name", "")]
        needed = len(parts) - int(formula.get("min", "1")) + 1
        elements[gate.get("name", "")] = f"claim {GATES.get(formula.tag) or f'at_least {needed}'}"
        lines += [f"{gate.get('name')} > {part}" for part in parts]
    below = {line.split()[2] for line in lines}
    roots = [gate for gate in elements if gate not in below and gate != "top"]
    events = dict.fromkeys(sorted(below - elements.keys()), "control")
    return drafted({**elements, **events}, ",".join([*lines, *(f"top > {root}" for root in roots)]))


def published(name: str) -> Mapping[int, int]:
    """The number of cut sets of each order in the reference table."""
    with (ARALIA / "reference.csv").open(encoding="utf-8") as table:
        row = next(row for row in csv.DictReader(table) if row["model"] == name)
    return {order: int(count) for order, count in enumerate(row["order_dist"].split()) if int(count)}


@pytest.mark.skipif(not ARALIA.is_dir(), reason="the corpus ../shared/corpus/aralia is not here")
@pytest.mark.parametrize("name", ["chinese", "isp9605", "edfpa15r"])
def test_published_fault_trees_have_their_published_cut_sets(name: str) -> None:
    structure = structure_of(aralia(name), Switches())

    assert minimal_cut_sets(structure, "top", Strength.WEAK).by_order == published(name)
