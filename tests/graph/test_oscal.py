"""OSCAL files: what components, requirements, observations, risks and findings become, and how files refer to each other."""

from __future__ import annotations

import json

import pytest
import yaml

from graph.analysis import Verdict, structure_of, what_breaks
from graph.case import Case, Switches
from graph.elements import ElementKind, RelationType, Strength
from graph.errors import IllegalCase
from graph.interchange.formats import Format, format_of
from graph.provenance import DocumentKind
from graph.search import element_named
from tests.graph.importing import brought, corpus, ends, needs_corpus, refusal, said, stated

PARTIES = {
    "parties": [
        {"uuid": "u-org", "type": "organization", "name": "Ferry Line"},
        {"uuid": "u-mo", "type": "person", "name": "Mo Lind", "member-of-organizations": ["u-org"]},
    ],
    "responsible-parties": [{"role-id": "keeper", "party-uuids": ["u-mo"]}],
}
DEFINITION = {
    "component-definition": {
        "uuid": "u-def",
        "metadata": {"title": "Ferry parts", **PARTIES},
        "components": [
            {
                "uuid": "u-gate",
                "type": "hardware",
                "title": "Bow gate",
                "description": "The gate at the bow.",
                "responsible-roles": [{"role-id": "keeper"}, {"role-id": "passenger"}],
                "control-implementations": [
                    {
                        "uuid": "u-set",
                        "description": "The bow gate meets the water rules.",
                        "implemented-requirements": [
                            {
                                "uuid": "u-w1",
                                "control-id": "wt-1",
                                "description": "The gate closes before the engine starts.",
                                "statements": [
                                    {"statement-id": "wt-1_smt", "uuid": "u-w1s", "description": "By a lock."}
                                ],
                            },
                            {"uuid": "u-w2", "control-id": "wt-2", "description": "The gate is watched.", "props": [1]},
                        ],
                    }
                ],
            }
        ],
    }
}
RESULTS = {
    "assessment-results": {
        "uuid": "u-ar",
        "metadata": {"title": "Test of the ferry", **PARTIES},
        "results": [
            {
                "uuid": "u-r",
                "title": "Spring",
                "description": "All gates were tried.",
                "observations": [
                    {
                        "uuid": "u-o",
                        "title": "Gate test",
                        "description": "The lock was tried ten times.",
                        "subjects": [{"subject-uuid": "u-gate", "type": "component"}],
                    }
                ],
                "risks": [{"uuid": "u-k", "title": "Water comes in", "description": "Too much.", "status": "open"}],
                "findings": [
                    {
                        "uuid": "u-f",
                        "title": "The lock slips",
                        "description": "It slipped twice.",
                        "target": {
                            "type": "statement-id",
                            "target-id": "wt-1_smt",
                            "status": {"state": "not-satisfied"},
                        },
                        "related-observations": [{"observation-uuid": "u-o"}],
                        "related-risks": [{"risk-uuid": "u-k"}],
                        "origins": [{"actors": [{"type": "party", "actor-uuid": "u-mo"}]}],
                    }
                ],
            }
        ],
    }
}
PLAN = {
    "plan-of-action-and-milestones": {
        "uuid": "u-p",
        "metadata": {"title": "Plan"},
        "risks": [
            {
                "uuid": "u-k2",
                "title": "Fire spreads",
                "description": "From the engine.",
                "status": "open",
                "mitigating-factors": [{"uuid": "u-m", "description": "Doors close by themselves."}],
                "remediations": [
                    {"uuid": "u-n", "lifecycle": "planned", "title": "Sprinklers", "description": "In 2027."}
                ],
                "deadline": "2027-01-01",
            }
        ],
        "poam-items": [
            {"uuid": "u-i", "title": "Order", "description": "Buy them.", "related-risks": [{"risk-uuid": "u-k2"}]}
        ],
    }
}


def files(*models: object) -> dict[str, str]:
    return {f"f{place}.json": json.dumps(model, indent=1) for place, model in enumerate(models)}


def oscal(*models: object) -> Case:
    return brought(files(*models), Format.OSCAL)[0]


def listed(*models: object) -> set[str]:
    return {one.what for one in stated(files(*models), Format.OSCAL).unmapped}


def named(case: Case, type_: RelationType) -> set[tuple[str, str]]:
    return {
        (case.elements[r.source].name, case.elements[r.target].name) for r in case.standing_relations if r.type is type_
    }


def test_a_requirement_is_a_control_that_needs_its_component() -> None:
    case = oscal(DEFINITION)

    assert element_named(case, "wt-1").kind is ElementKind.CONTROL
    assert element_named(case, "Bow gate").kind is ElementKind.DEPENDENCY
    assert named(case, RelationType.DEPENDS_ON) == {("wt-1 (Bow gate)", "Bow gate"), ("wt-2 (Bow gate)", "Bow gate")}


def test_an_implementation_is_a_claim_that_rests_on_its_controls() -> None:
    case = oscal(DEFINITION)

    claim = "The bow gate meets the water rules"
    assert named(case, RelationType.SUPPORTED_BY) == {(claim, "wt-1 (Bow gate)"), (claim, "wt-2 (Bow gate)")}


def test_a_control_is_quoted_with_its_description_and_statements() -> None:
    case = oscal(DEFINITION)

    assert said(case, "wt-1") == "The gate closes before the engine starts."
    assert "By a lock." in {passage.text for passage in case.quotes(element_named(case, "wt-1"))}


def test_responsible_parties_own_and_roles_without_one_are_listed() -> None:
    case = oscal(DEFINITION)

    assert named(case, RelationType.OWNED_BY) == {("Bow gate", "Mo Lind")}
    assert named(case, RelationType.MEMBER_OF) == {("Mo Lind", "Ferry Line")}
    assert {"role passenger of Bow gate", "props of wt-2 (Bow gate)", "type of Bow gate"} <= listed(DEFINITION)


def test_a_finding_disputes_the_control_of_another_file() -> None:
    case = oscal(DEFINITION, RESULTS)

    assert ("The lock slips", "wt-1 (Bow gate)") in named(case, RelationType.DISPUTES)
    assert named(case, RelationType.RAISED_BY) == {("The lock slips", "Mo Lind")}
    assert named(case, RelationType.EVALUATED_BY) == {("Bow gate", "Gate test"), ("wt-1 (Bow gate)", "Gate test")}


def test_a_person_of_two_files_is_one_person() -> None:
    case = oscal(DEFINITION, RESULTS)

    (person,) = case.of_kind(ElementKind.PERSON)
    assert len(case.quotes(person)) == 2


def test_a_relation_is_quoted_from_what_states_it() -> None:
    case = oscal(DEFINITION, RESULTS)
    disputes = [r for r in case.standing_relations if r.type is RelationType.DISPUTES]

    assert {case.quotes(relation)[0].text for relation in disputes} == {
        *('"state": "not-satisfied"', '"risk-uuid": "u-k"'),
    }


def test_a_control_that_no_file_describes_goes_by_its_id() -> None:
    case = oscal(RESULTS)

    assert ("The lock slips", "wt-1") in named(case, RelationType.DISPUTES)
    assert "EVALUATED_BY u-gate" in listed(RESULTS)


def test_a_satisfied_objective_is_agreement() -> None:
    text = json.dumps(RESULTS).replace("not-satisfied", "satisfied")
    case, _ = brought({"f.json": text}, Format.OSCAL)

    assert ends(case, RelationType.DISPUTES) == set()
    assert ("The lock slips", "wt-1") in named(case, RelationType.AGREES_WITH)


def test_a_finding_about_a_control_of_several_components_is_not_guessed() -> None:
    twice = json.loads(json.dumps(DEFINITION).replace('"wt-2"', '"wt-1"'))

    assert "target wt-1_smt" in listed(twice, RESULTS)


def test_a_risk_is_a_pathway_and_what_keeps_it_down_its_support() -> None:
    case = oscal(PLAN)

    (pathway,) = what_breaks(
        structure_of(case, Switches()), [element_named(case, "Doors close by themselves").id]
    ).pathways
    assert pathway.verdict is Verdict.LOST
    assert named(case, RelationType.IMPROVES) == {("Sprinklers", "Fire spreads"), ("Order", "Fire spreads")}
    assert "deadline of Fire spreads" in listed(PLAN)


def test_an_open_risk_that_nothing_keeps_down_is_not_ruled_out() -> None:
    assert element_named(oscal(RESULTS), "Water comes in").strength is Strength.NONE


def test_results_and_plans_are_critiques() -> None:
    kinds = [document.kind for document in oscal(DEFINITION, RESULTS, PLAN).documents.values()]

    assert kinds == [DocumentKind.REPORT, DocumentKind.CRITIQUE, DocumentKind.CRITIQUE]


def test_yaml_says_the_same() -> None:
    case, _ = brought({"f0.yaml": yaml.safe_dump(DEFINITION, sort_keys=False)}, Format.OSCAL)

    assert {e.name for e in case.elements.values()} == {e.name for e in oscal(DEFINITION).elements.values()}


def test_things_of_one_uuid_stay_apart() -> None:
    twice = json.loads(json.dumps(DEFINITION).replace('"u-w2"', '"u-w1"'))

    assert len(oscal(twice).of_kind(ElementKind.CONTROL)) == 2


@pytest.mark.parametrize("text", ["{}", "[]", '{"catalog": {}}', '{"component-definition": 3}'])
def test_what_is_no_such_file_is_refused(text: str) -> None:
    assert "no OSCAL file" in refusal(text, Format.OSCAL).message


@needs_corpus
def test_public_component_has_its_requirements_as_controls() -> None:
    case, _ = brought(corpus("assurance/oscal-component-definition.json"), Format.OSCAL)

    assert {alias for control in case.of_kind(ElementKind.CONTROL) for alias in control.aliases} == {
        "sc-8",
        "sc-8.1",
        "sa-4.9",
    }
    assert said(case, "sc-8.1").startswith("MongoDB implements cryptographic mechanisms")


def test_oscal_as_xml_is_refused_with_the_way_to_json() -> None:
    xml = '<?xml version="1.0"?>\n<component-definition xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u-def"/>'

    for found in (refusal(xml, Format.OSCAL), refusal_of_format(xml)):
        assert "is OSCAL as XML" in found.message
        assert "oscal-cli convert --to=json" in found.hint


def refusal_of_format(text: str) -> IllegalCase:
    """What is said of a file whose format is not named."""
    with pytest.raises(IllegalCase) as refused:
        format_of("plan.xml", text.encode())
    return refused.value
