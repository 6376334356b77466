"""Goal structures: what each node becomes, how modules meet, what is challenged, and what is listed instead."""

from __future__ import annotations

import pytest

from graph.analysis import Verdict, minimal_cut_sets, structure_of, what_breaks
from graph.case import Case, Switches
from graph.elements import ElementKind, Operator, RelationType, Strength
from graph.errors import LoadpathError
from graph.interchange.formats import Format
from graph.search import element_named
from tests.graph.importing import brought, corpus, ends, needs_corpus, refusal, said, stated

BRIDGE = """\
G1:
  text: The bridge carries its load
  supportedBy: [S1]
  inContextOf: [C1, A1]
S1:
  text: Argument over the parts
  supportedBy: [G2, G3]
  inContextOf: [J1]
G2: {text: The cables hold, supportedBy: [Sn1, Sn2]}
G3: {text: The piers hold, undeveloped: true}
Sn1: {text: Tension test}
Sn2: {text: Yearly inspection, url: https://example.org/inspection}
C1: {text: Loads up to 40 t}
A1: {text: No lorry is heavier than 40 t}
J1: {text: Nothing else bears load}
"""


def bridge(more: str = "") -> Case:
    return brought({"bridge.gsn.yaml": BRIDGE + more}, Format.GSN)[0]


def verdict(case: Case, *failed: str) -> Verdict | None:
    ids = [element_named(case, name).id for name in failed]
    return what_breaks(structure_of(case, Switches()), ids).pathways[0].verdict


def listed(text: str) -> dict[str, str]:
    return {one.what: one.why for one in stated({"a.yaml": text}, Format.GSN).unmapped}


def test_every_node_has_the_kind_of_its_role() -> None:
    kinds = {element.aliases[-1]: element.kind.value for element in bridge().elements.values()}

    assert kinds == {
        "G1": "pathway",
        "S1": "argument",
        "G2": "claim",
        "G3": "claim",
        "A1": "claim",
        "J1": "claim",
        "Sn1": "evidence",
        "Sn2": "evidence",
    }


def test_support_and_assumptions_are_relations() -> None:
    case = bridge()

    assert ends(case, RelationType.SUPPORTED_BY) == {
        *(("G1", "S1"), ("S1", "G2"), ("S1", "G3")),
        *(("G2", "Sn1"), ("G2", "Sn2")),
    }
    assert ends(case, RelationType.DEPENDS_ON) == {("G1", "A1"), ("S1", "J1")}


def test_an_element_is_quoted_in_the_words_of_the_file() -> None:
    case = bridge()

    assert said(case, "Sn1") == "Tension test"
    assert case.quotes(element_named(case, "Sn1"))[0].section == "Sn1"


def test_a_relation_is_quoted_from_the_attribute_that_states_it() -> None:
    case = bridge()
    relation = next(r for r in case.standing_relations if r.target == element_named(case, "G3").id)

    assert case.quotes(relation)[0].text == "supportedBy: [G2, G3]"


def test_parts_of_a_goal_are_all_needed_and_solutions_add_up() -> None:
    case = bridge()

    assert element_named(case, "S1").operator is Operator.CONJUNCTIVE
    assert element_named(case, "G2").operator is None
    assert verdict(case, "Sn1") is Verdict.THINNED
    assert verdict(case, "Sn1", "Sn2") is Verdict.LOST


def test_an_assumption_is_a_requirement() -> None:
    assert verdict(bridge(), "A1") is Verdict.LOST


def test_a_justification_counts_as_inferred() -> None:
    case = bridge()
    justification = element_named(case, "J1").id

    assert what_breaks(structure_of(case, Switches()), [justification]).pathways[0].verdict is Verdict.LOST
    only_stated = structure_of(case, Switches(basis="stated"))
    assert what_breaks(only_stated, [justification]).pathways[0].verdict is Verdict.INTACT


def test_an_undeveloped_goal_has_nothing_beneath_and_is_listed() -> None:
    assert "undeveloped" in next(what for what in listed(BRIDGE) if what.startswith("G3"))
    assert verdict(bridge(), "G3") is Verdict.LOST


def test_a_context_is_listed_and_can_still_be_cited() -> None:
    case = bridge()

    assert "C1" in listed(BRIDGE)
    assert "Loads up to 40 t" in {passage.text for passage in case.passages.values()}


def test_layout_and_unknown_attributes_are_listed() -> None:
    what = listed("G1: {text: x, horizontalIndex: {absolute: last}, acp: {A: G1}, owner: ada}\nX1: {text: y}")

    assert set(what) == {"horizontalIndex of G1", "acp of G1", "owner of G1", "X1"}


def test_a_challenge_is_a_finding_with_what_stands_behind_it() -> None:
    case = bridge("CG1: {text: The test was short, challenges: Sn1, supportedBy: CSn1}\nCSn1: {text: Its log}\n")
    finding = element_named(case, "CG1")

    assert finding.kind is ElementKind.FINDING
    assert ends(case, RelationType.DISPUTES) == {("CG1", "Sn1")}
    assert [passage.text for passage in case.quotes(finding)] == ["The test was short", "Its log"]
    assert len(case.of_kind(ElementKind.FINDING)) == 1


def test_a_defeated_challenge_disputes_nothing() -> None:
    case = bridge("CG1: {text: The test was short, challenges: Sn1, defeated: true}\n")

    assert ends(case, RelationType.DISPUTES) == set()


def test_what_is_defeated_holds_nothing_up() -> None:
    case = bridge("G9: {text: It is repaired, supportedBy: [Sn9], defeated: true}\nSn9: {text: Bill}\n")

    assert element_named(case, "G9").strength is Strength.NONE


def test_a_defeated_relation_is_a_line_that_counts_nowhere() -> None:
    case = brought({"a.yaml": "G1: {text: x, supportedBy: [Sn1], defeatedRelation: Sn1}\nSn1: {text: y}"}, Format.GSN)[
        0
    ]

    assert [relation.strength for relation in case.standing_relations] == [Strength.NONE]


def test_a_challenge_of_a_relation_or_of_a_challenge_is_listed() -> None:
    text = "CG1: {text: a, challenges: Sn1 -> G2}\nCG2: {text: b, challenges: CG1}\n"

    what = listed(BRIDGE + text)
    assert {"CG1 challenge Sn1 -> G2", "CG2 challenge CG1"} <= set(what)


def test_modules_given_together_hold_each_other_up() -> None:
    case, _ = brought(
        {
            "main.yaml": "module: {name: Main, uses: [part.yaml]}\nG1: {text: Whole, supportedBy: [G2]}",
            "part.yaml": "G2: {text: Part, supportedBy: [Sn1]}\nSn1: {text: Proof}",
        },
        Format.GSN,
    )

    assert verdict(case, "Sn1") is Verdict.LOST
    assert [pathway.name for pathway in case.of_kind(ElementKind.PATHWAY)] == ["Whole"]


def test_a_module_develops_a_goal_of_another() -> None:
    case, _ = brought(
        {
            "main.yaml": "G1: {text: Whole, undeveloped: true}",
            "more.yaml": "module:\n  extends:\n  - {module: main, develops: {G1: [Sn1]}}\nSn1: {text: Proof}",
        },
        Format.GSN,
    )

    assert ends(case, RelationType.SUPPORTED_BY) == {("G1", "Sn1")}


def test_what_no_file_holds_is_listed() -> None:
    what = listed("module: {name: M, uses: [gone.yaml]}\nG1: {text: x, supportedBy: [G7]}")

    assert "none of the files" in what["G1 support G7"]
    assert "not given" in what["module gone.yaml"]


def test_an_id_in_two_other_modules_is_not_guessed() -> None:
    texts = {"a.yaml": "G1: {text: x, supportedBy: [Sn1]}", "b.yaml": "Sn1: {text: y}", "c.yaml": "Sn1: {text: z}"}

    (ambiguous,) = stated(texts, Format.GSN).unmapped
    assert ambiguous.why == "'Sn1' is in several of the files: b.yaml, c.yaml"


def test_goals_that_support_each_other_in_a_circle_have_no_verdict() -> None:
    case, _ = brought(
        {"a.yaml": "G0: {text: x, supportedBy: G1}\nG1: {supportedBy: G2}\nG2: {supportedBy: G1}"}, Format.GSN
    )

    assert structure_of(case, Switches()).strength(element_named(case, "x").id) is None


def test_support_for_itself_is_listed() -> None:
    assert "both ends are the same" in listed("G1: {text: x, supportedBy: [G1]}").values()


@pytest.mark.parametrize("text", ["[G1]", "G1: text", "just words", "G1: [a]", "module: x"])
def test_what_is_no_goal_structure_is_refused(text: str) -> None:
    error: LoadpathError = refusal(text, Format.GSN)

    assert "line 1" in error.message


@needs_corpus
def test_public_modules_make_one_argument() -> None:
    case, _ = brought(corpus(*(f"gsn/modular/{name}.gsn.yaml" for name in ("index", "sub1", "sub3"))), Format.GSN)

    assert len(case.of_kind(ElementKind.PATHWAY)) == 1
    assert verdict(case, "Sn1") is Verdict.LOST


@needs_corpus
def test_public_argument_over_hazards_has_the_expected_cut_sets() -> None:
    case, _ = brought(corpus("gsn/confidence.gsn.yaml"), Format.GSN)
    names = {element.id: element.aliases[-1] for element in case.elements.values()}

    cuts = minimal_cut_sets(structure_of(case, Switches()), element_named(case, "G1").id)
    assert {frozenset(names[id_] for id_ in cut) for cut in cuts} == {frozenset({"Sn1"}), frozenset({"Sn2a", "Sn2b"})}


@needs_corpus
def test_public_challenges_dispute_what_they_name() -> None:
    case, _ = brought(corpus("gsn/dialectic/first.gsn.yaml"), Format.GSN)

    assert ends(case, RelationType.DISPUTES) == {("CG1", "G2"), ("CSn2", "G5"), ("CG3", "Sn3"), ("CG4", "S2")}
