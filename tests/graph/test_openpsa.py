"""Fault trees: the cut sets of the case are those of the tree, and what is not monotone is listed."""

from __future__ import annotations

import csv
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis import minimal_cut_sets, structure_of
from graph.case import Case, Switches
from graph.elements import ElementKind, Operator
from graph.interchange.formats import Format
from graph.search import element_named
from tests.graph.importing import CORPUS, brought, corpus, needs_corpus, refusal, said, stated

EVENTS = ("a", "b", "c", "d")
Formula = str | tuple[str, int, tuple["Formula", ...]]


def tree(*gates: str, more: str = "") -> dict[str, str]:
    return {"t.xml": f"<opsa-mef>\n<define-fault-tree name='t'>{''.join(gates)}</define-fault-tree>{more}</opsa-mef>"}


def gate(name: str, formula: str) -> str:
    return f"<define-gate name='{name}'>{formula}</define-gate>"


def cuts(case: Case, top: str) -> set[frozenset[str]]:
    names = {element.id: element.name for element in case.elements.values()}
    sets = minimal_cut_sets(structure_of(case, Switches()), element_named(case, top).id)
    return {frozenset(names[id_] for id_ in one) for one in sets}


def listed(texts: dict[str, str]) -> dict[str, str]:
    return {one.what: one.why for one in stated(texts, Format.OPENPSA).unmapped}


def formulas() -> st.SearchStrategy[Formula]:
    def combined(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
        inputs = st.lists(inner, min_size=2, max_size=4, unique=True).map(tuple)
        return st.tuples(st.sampled_from(["and", "or"]), st.just(0), inputs) | inputs.flatmap(
            lambda found: st.tuples(st.just("atleast"), st.integers(1, len(found)), st.just(found))
        )

    return combined(st.recursive(st.sampled_from(EVENTS), combined, max_leaves=8))


def written(formula: Formula) -> str:
    if isinstance(formula, str):
        return f"<basic-event name='{formula}'/>"
    name, least, inputs = formula
    bound = f" min='{least}'" if name == "atleast" else ""
    return f"<{name}{bound}>{''.join(map(written, inputs))}</{name}>"


def occurs(formula: Formula, failed: frozenset[str]) -> bool:
    if isinstance(formula, str):
        return formula in failed
    name, least, inputs = formula
    count = sum(occurs(one, failed) for one in inputs)
    return count >= {"and": len(inputs), "or": 1, "atleast": least}[name]


def smallest(fails: Callable[[frozenset[str]], bool]) -> set[frozenset[str]]:
    """Every minimal set of events that does it, by trying all."""
    found: set[frozenset[str]] = set()
    for size in range(len(EVENTS) + 1):
        for events in map(frozenset, combinations(EVENTS, size)):
            if fails(events) and not any(known <= events for known in found):
                found.add(events)
    return found


@settings(max_examples=60)
@given(formulas())
def test_cut_sets_are_those_of_the_tree(formula: Formula) -> None:
    case, _ = brought(tree(gate("top", written(formula))), Format.OPENPSA)

    assert cuts(case, "top") == smallest(lambda failed: occurs(formula, failed))


def test_an_or_of_failures_needs_every_input_to_hold() -> None:
    case, _ = brought(tree(gate("top", written(("or", 0, ("a", "b"))))), Format.OPENPSA)

    assert element_named(case, "top").operator is Operator.CONJUNCTIVE


def test_at_least_two_of_three_failures_needs_two_to_hold() -> None:
    case, _ = brought(tree(gate("top", written(("atleast", 2, ("a", "b", "c"))))), Format.OPENPSA)
    top = element_named(case, "top")

    assert (top.operator, top.k) == (Operator.AT_LEAST, 2)
    assert said(case, "top") == "<define-gate name='top'><atleast min='2'>"
    case, _ = brought(tree(gate("top", written(("atleast", 3, ("a", "b", "c"))))), Format.OPENPSA)
    assert element_named(case, "top").k == 1


def test_top_events_are_pathways_and_gates_arguments() -> None:
    case, _ = brought(tree(gate("top", "<gate name='g'/>"), gate("g", written(("and", 0, ("a", "b"))))), Format.OPENPSA)

    kinds = {element.name: element.kind for element in case.elements.values()}
    assert kinds == {
        "top": ElementKind.PATHWAY,
        "g": ElementKind.ARGUMENT,
        "a": ElementKind.CONTROL,
        "b": ElementKind.CONTROL,
    }


def test_a_label_is_the_name_and_the_definition_the_quote() -> None:
    event = "<define-basic-event name='a'><label>Pump fails</label><float value='0.1'/></define-basic-event>"
    texts = tree(gate("top", "<basic-event name='a'/>"), more=f"<model-data>{event}</model-data>")
    case, _ = brought(texts, Format.OPENPSA)

    assert element_named(case, "a").name == "Pump fails"
    assert said(case, "Pump fails") == "<define-basic-event name='a'><label>Pump fails</label>"
    assert said(case, "top") == "<define-gate name='top'>"
    assert listed(texts) == {"probability of a": "a case has no field for it"}


@pytest.mark.parametrize(("value", "expected"), [("true", {frozenset({"a"})}), ("false", {frozenset({"b"})})])
def test_a_house_event_is_as_the_file_sets_it(value: str, expected: set[frozenset[str]]) -> None:
    house = f"<define-house-event name='h'><constant value='{value}'/></define-house-event>"
    formula = "<or><and><house-event name='h'/><basic-event name='a'/></and></or>"
    other = "" if value == "true" else gate("x", "<basic-event name='b'/>")
    top = (
        formula
        if value == "true"
        else "<or><gate name='x'/><and><house-event name='h'/><basic-event name='a'/></and></or>"
    )
    case, _ = brought(tree(gate("top", top), other, house), Format.OPENPSA)

    assert cuts(case, "top") == expected


def test_a_constant_inside_a_formula_counts() -> None:
    formula = "<and><constant value='true'/><basic-event name='a'/></and>"
    case, _ = brought(tree(gate("top", formula)), Format.OPENPSA)

    assert cuts(case, "top") == {frozenset({"a"})}


@pytest.mark.parametrize("name", ["not", "xor", "nand", "iff", "imply", "cardinality"])
def test_what_is_not_monotone_stands_as_an_event_and_is_listed(name: str) -> None:
    inner = gate("g", f"<{name}><basic-event name='a'/><gate name='below'/></{name}>")
    texts = tree(gate("top", "<or><gate name='g'/><basic-event name='b'/></or>"), inner, gate("below", written("c")))
    case, _ = brought(texts, Format.OPENPSA)

    assert "not monotone" in listed(texts)[f"{name} in g"]
    assert cuts(case, "top") == {frozenset({"g"}), frozenset({"b"})}
    assert len(case.of_kind(ElementKind.PATHWAY)) == 1


def test_an_input_that_is_counted_twice_is_listed() -> None:
    formula = "<atleast min='2'><basic-event name='a'/><basic-event name='a'/><basic-event name='b'/></atleast>"

    assert "counts an input twice" in listed(tree(gate("top", formula)))["atleast in top"]


def test_what_is_defined_nowhere_is_listed_and_can_fail() -> None:
    texts = tree(gate("top", "<or><gate name='gone'/><basic-event name='b'/></or>"))
    case, _ = brought(texts, Format.OPENPSA)

    assert "defined nowhere" in listed(texts)["gate gone"]
    assert cuts(case, "top") == {frozenset({"gone"}), frozenset({"b"})}


def test_private_names_of_components_stay_apart() -> None:
    inner = "".join(
        f"<define-component name='{one}'><define-gate name='out{one}'><gate name='in'/></define-gate>"
        f"<define-gate name='in' role='private'><basic-event name='{event}'/></define-gate></define-component>"
        for one, event in (("p", "a"), ("q", "b"))
    )
    case, _ = brought(tree(gate("top", "<and><gate name='outp'/><gate name='outq'/></and>"), inner), Format.OPENPSA)

    assert cuts(case, "top") == {frozenset({"a", "b"})}


def test_event_trees_and_common_cause_groups_are_listed() -> None:
    more = (
        "<define-event-tree name='e'/><define-CCF-group name='ccf' model='beta-factor'/><include file='/etc/passwd'/>"
    )

    assert set(listed(tree(gate("top", written("a")), more=more))) == {
        *("define-event-tree e", "define-CCF-group ccf", "include"),
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<opsa-mef>\n<define-gate name='g'>", "line 2: it is not XML"),
        ("<a/>", "its root is <a>"),
        ("<opsa-mef/>", "there is no gate"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]>\n<opsa-mef/>", "a declaration of a document type or an entity"),
        ("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><opsa-mef/>", "a declaration of a document type or an entity"),
        (tree(gate("g", "<or/>"))["t.xml"], "line 2: <or> without inputs"),
        (tree(gate("g", "<or><gate/></or>"))["t.xml"], "<gate> without a name"),
        (tree(gate("g", ""))["t.xml"], "gate 'g' has 0 formulas"),
        (tree(gate("", written("a")))["t.xml"], "<define-gate> without a name"),
        (tree(gate("g", written("a")) * 2)["t.xml"], "'g' is there already (line 2)"),
        (tree(gate("g", "<atleast min='3'><gate name='a'/></atleast>"))["t.xml"], "<atleast min='3'> of 1 inputs"),
        ("<a>" * 100_000, "nest deeper than 200"),
    ],
)
def test_a_malformed_tree_is_refused_by_line(text: str, fault: str) -> None:
    assert fault in refusal(text, Format.OPENPSA).message


def test_gates_in_a_circle_leave_the_top_without_a_verdict() -> None:
    case, _ = brought(
        tree(gate("top", "<gate name='g'/>"), gate("g", "<gate name='h'/>"), gate("h", "<gate name='g'/>")),
        Format.OPENPSA,
    )

    assert structure_of(case, Switches()).strength(element_named(case, "top").id) is None


def published(model: str) -> dict[int, int]:
    """Order -> number of cut sets; the published row begins with order 0."""
    rows = csv.DictReader((CORPUS / "aralia" / "reference.csv").read_text(encoding="utf-8").splitlines())
    row = next(row for row in rows if row["model"] == model)
    return {order: int(count) for order, count in enumerate(row["order_dist"].split()) if int(count)}


@needs_corpus
@pytest.mark.parametrize("model", ["chinese", "ftr10", "isp9606", "das9202", "isp9603"])
def test_a_public_tree_has_its_published_cut_sets(model: str) -> None:
    case, _ = brought(corpus(f"aralia/{model}.xml"), Format.OPENPSA)

    found = minimal_cut_sets(structure_of(case, Switches()), element_named(case, "r1").id)
    assert found.by_order == published(model)


@needs_corpus
@pytest.mark.parametrize("model", ["das9206", "edf9205"])
def test_a_large_public_tree_has_its_published_small_cut_sets(model: str) -> None:
    case, _ = brought(corpus(f"aralia/{model}.xml"), Format.OPENPSA)

    found = minimal_cut_sets(structure_of(case, Switches()), element_named(case, "r1").id, max_order=2)
    assert found.by_order == {order: count for order, count in published(model).items() if order <= 2}
