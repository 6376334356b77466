"""TEA cases in both shapes: what each node becomes, what it is quoted with, and what is listed instead."""

from __future__ import annotations

import json

import pytest

from graph.analysis import Verdict, structure_of, what_breaks
from graph.case import Switches
from graph.elements import ElementKind, RelationType
from graph.interchange.formats import Format
from graph.search import element_named
from tests.graph.importing import brought, corpus, ends, needs_corpus, refusal, said, stated


def node(type_: str, name: str, text: str, *children: object, **more: object) -> dict[str, object]:
    return {"id": f"id-{name}", "type": type_, "name": name, "description": text, "children": list(children), **more}


PROOF = node("EVIDENCE", "E1", 'The "night" log', url="https://example.org")
TREE = {
    "version": "1.0",
    "case": {"name": "Ferry", "description": "A case about a ferry."},
    "tree": node(
        "GOAL",
        "G1",
        "The ferry is safe.",
        node("STRATEGY", "S1", "Over the crew", node("PROPERTY_CLAIM", "P1", "Crew is trained", PROOF)),
        node("ASSUMPTION", "A1", "No storm"),
        context=["On the lake"],
        assumption="The lake is calm",
    ),
}
GOALS = {
    "type": "AssuranceCase",
    "name": "Ferry",
    "goals": [
        {
            "name": "G1",
            "short_description": "The ferry is safe",
            "long_description": "N/A",
            "context": [{"name": "C1", "short_description": "On the lake"}],
            "strategies": [
                {
                    "name": "S1",
                    "short_description": "Over the crew",
                    "property_claims": [
                        {
                            "name": "P1",
                            "short_description": "Crew is trained",
                            "property_claims": [],
                            "evidence": [{"name": "E1", "short_description": "Log", "URL": "example.org"}],
                        }
                    ],
                }
            ],
            "created_date": "2026-01-01",
        }
    ],
}


def tea(value: object) -> dict[str, str]:
    return {"ferry.json": json.dumps(value, indent=1)}


def listed(value: object) -> dict[str, str]:
    return {one.what: one.why for one in stated(tea(value), Format.TEA).unmapped}


@pytest.mark.parametrize("shape", [TREE, GOALS])
def test_both_shapes_give_the_same_argument(shape: object) -> None:
    case, _ = brought(tea(shape), Format.TEA)

    assert ends(case, RelationType.SUPPORTED_BY) == {("G1", "S1"), ("S1", "P1"), ("P1", "E1")}
    assert element_named(case, "G1").kind is ElementKind.PATHWAY
    assert element_named(case, "E1").kind is ElementKind.EVIDENCE
    broken = what_breaks(structure_of(case, Switches()), [element_named(case, "E1").id])
    assert broken.pathways[0].verdict is Verdict.LOST


def test_a_node_is_quoted_as_the_file_writes_it_with_where_it_stands() -> None:
    case, _ = brought(tea(TREE), Format.TEA)

    assert said(case, "E1") == 'The \\"night\\" log'
    assert element_named(case, "E1").name == 'The "night" log'
    assert case.quotes(element_named(case, "E1"))[0].section == "G1 › S1 › P1 › E1"


def test_a_node_without_a_text_is_quoted_by_its_name() -> None:
    case, _ = brought(tea({"tree": node("GOAL", "G1", "")}), Format.TEA)

    assert said(case, "G1") == '"name": "G1"'


def test_a_node_without_a_name_goes_by_its_id() -> None:
    case, _ = brought(tea({"tree": {"id": "id-G1", "type": "GOAL"}}), Format.TEA)

    assert [element.name for element in case.elements.values()] == ["id-G1"]


def test_assumptions_are_requirements_as_nodes_and_as_fields() -> None:
    case, _ = brought(tea(TREE), Format.TEA)

    assert ends(case, RelationType.DEPENDS_ON) == {("G1", "A1"), ("G1", "The lake is calm")}


def test_context_drafts_and_strange_nodes_are_listed() -> None:
    tree = node(
        "GOAL",
        "G1",
        "x",
        node("RIDDLE", "R1", "y"),
        node("EVIDENCE", "E9", "z", inSandbox=True),
        node("AWAY_GOAL", "G7", "w", moduleReferenceId="id-of-another"),
        context=["here"],
        comments=["nice"],
    )
    what = listed({"tree": tree})

    assert set(what) == {
        *("G1 context 1", "R1 and what is beneath it", "E9 and what is beneath it"),
        *("G7: id-of-another", "comments of G1"),
    }


def test_a_defeater_disputes_what_it_names() -> None:
    doubt = node("PROPERTY_CLAIM", "D1", "The log is old", isDefeater=True, defeatsElementId="id-E1")
    case, _ = brought(tea({"tree": node("GOAL", "G1", "x", PROOF, doubt)}), Format.TEA)

    assert ends(case, RelationType.DISPUTES) == {("D1", "E1")}


def test_a_defeater_that_names_nothing_is_listed() -> None:
    doubt = node("PROPERTY_CLAIM", "D1", "The log is old", isDefeater=True)

    assert "D1: challenge" in listed({"tree": node("GOAL", "G1", "x", doubt)})


def test_nodes_of_one_name_stay_apart() -> None:
    twins = [node("EVIDENCE", "E", "first") | {"id": "a"}, node("EVIDENCE", "E", "second") | {"id": "b"}]
    case, _ = brought(tea({"tree": node("GOAL", "G1", "x", *twins)}), Format.TEA)

    assert {element.name for element in case.of_kind(ElementKind.EVIDENCE)} == {"first", "second"}


@pytest.mark.parametrize("value", [[], {}, {"goals": []}, {"tree": 3}, "x"])
def test_what_is_no_tea_case_is_refused(value: object) -> None:
    assert "it is no TEA case" in refusal(json.dumps(value), Format.TEA).message


@needs_corpus
def test_public_case_loses_one_of_three_lines() -> None:
    case, _ = brought(corpus("assurance/tea-stage-7.json"), Format.TEA)

    (pathway,) = what_breaks(structure_of(case, Switches()), [element_named(case, "E1").id]).pathways
    assert pathway.verdict is Verdict.THINNED
    assert (len(pathway.lost), len(pathway.survives)) == (1, 2)
