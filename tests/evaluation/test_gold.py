"""What the assistant makes of questions where nothing is missing from the graph: its own faults, apart from those of reading."""

from __future__ import annotations

import pytest

from graph.elements import RelationType
from tests.evaluation.expected import load_expected
from tests.evaluation.gold import gold_case
from tests.evaluation.runs import marks_of


@pytest.mark.parametrize(
    ("name", "questions"),
    [("quarry", 18), ("heron", 17), ("linden", 17), ("marram", 16), ("ferryman", 20), ("steward", 23)],
)
def test_questions_on_a_complete_graph_keep_their_marks(name: str, questions: int) -> None:
    expected = load_expected(name)

    marks = marks_of(gold_case(expected), expected, {id_: id_ for id_ in expected.elements})

    assert sum(mark.passed for mark in marks) >= questions


def test_the_complete_graph_has_every_expected_element_and_relation() -> None:
    expected = load_expected("heron")

    case = gold_case(expected)

    assert set(case.standing) == set(expected.elements)
    lines = {(r.type, r.source, r.target) for r in case.standing_relations}
    assert lines == {(RelationType(r.type), r.source, r.target) for r in expected.relations}


def test_what_states_an_element_is_the_quote_in_its_own_document() -> None:
    case = gold_case(load_expected("heron"))

    (passage,) = case.quotes(case.elements["D.list"])

    assert passage.text == "The approver list. It's a YAML file"
    assert case.documents[passage.document].path.endswith("aluko-2027-05-12.txt")
