"""An answer says where its verdict shows less than it seems."""

from __future__ import annotations

from assistant import Scope, reply
from assistant.answer import Answer, Role, Status
from assistant.intents import Impact, Standing
from graph.case import Case, CaseHead, Switches
from graph.elements import Element, ElementKind
from graph.provenance import Document, DocumentKind, Passage
from tests.drafting import drafted


def texts(answer: Answer, role: Role) -> list[str]:
    return [statement.text for statement in answer.statements if statement.role is role]


def test_without_a_pathway_none_is_said_to_hold() -> None:
    answer = reply(Impact(("x",)), Scope(drafted({"x": "control", "c": "claim"}, "c > x")))

    assert texts(answer, Role.HEADLINE) == [
        "Without x, no pathway can be shown to break: no pathway is recorded in this case."
    ]


def test_with_nothing_accepted_the_other_switch_is_told() -> None:
    answer = reply(
        Impact(("x",)), Scope(drafted({"p": "pathway", "x": "control"}, "p > x"), Switches(status="accepted"))
    )

    assert "no pathway is counted as accepted" in answer.statements[0].text
    assert texts(answer, Role.CAREFUL) == ["That p rests on x is proposed: counting all relations, p is lost."]


def test_pathways_with_nothing_beneath_are_named_together() -> None:
    kinds = {"p": "pathway", "q": "pathway", "x": "control", "r": "pathway"}
    answer = reply(Impact(("x",)), Scope(drafted(kinds, "r > x")))

    assert texts(answer, Role.CAREFUL) == [
        "p and q have no recorded line of support, so no failure can be shown to bring them down."
    ]


def test_a_strength_that_nobody_states_is_told_as_a_default() -> None:
    answer = reply(Standing(frozenset({ElementKind.PATHWAY})), Scope(drafted({"p": "pathway"}, "")))

    assert texts(answer, Role.DETAIL) == [
        "p has no recorded line of support: its strength is unstated and taken as strong by default."
    ]


def test_of_a_team_that_is_gone_it_is_told_what_it_owns() -> None:
    case = drafted({"p": "pathway", "x": "control", "t": "team"}, "p > x, x OWNED_BY t")

    told = texts(reply(Impact(("t",)), Scope(case)), Role.DETAIL)

    assert any(text.startswith("t owns or operates x") for text in told)


def test_what_is_only_planned_is_told_to_be() -> None:
    case = drafted({"p": "pathway", "x": "control", "m": "mitigation"}, "p > x")

    assert "m is only planned (a mitigation): no support is counted as resting on a plan." in texts(
        reply(Impact(("m",)), Scope(case)), Role.DETAIL
    )


def test_a_thing_said_to_bear_on_unnamed_pathways_gets_no_verdict() -> None:
    text = "The door list, which no one tracked, ends up load bearing in two of the threat pathways."
    document = Document(id="d", kind=DocumentKind.INTERVIEW, title="Talk", text=text)
    passage = Passage(id="d:0", document="d", start=0, end=len(text), text=text)
    thing = Element(id="x", kind=ElementKind.DEPENDENCY, name="Door list", passages=("d:0",))
    pathway = Element(id="p", kind=ElementKind.PATHWAY, name="Theft", passages=("d:0",))
    case = Case.of(CaseHead(id="h"), elements=[thing, pathway], documents=[document], passages=[passage])

    answer = reply(Impact(("x",)), Scope(case))

    assert answer.status is Status.NOTHING_BREAKS
    assert "no verdict can be given: “The door list" in answer.statements[0].text


def test_the_inferred_step_is_named_once_for_all_pathways() -> None:
    kinds = {"p": "pathway", "q": "pathway", "c": "claim", "x": "control"}
    case = drafted(kinds, "p > c, q > c, c > x inferred")

    careful = texts(reply(Impact(("x",)), Scope(case)), Role.CAREFUL)

    assert careful[0] == "That c rests on x is inferred: counting stated relations only, p and q are intact."


def test_triggers_are_told_in_one_sentence_and_only_those_near_what_failed() -> None:
    kinds = {"p": "pathway", "q": "pathway", "a": "claim", "b": "claim", "x": "control"}
    triggers = {"t": "trigger", "u": "trigger", "v": "trigger"}
    relations = "p > x, p > a, q > b, t INVALIDATES a, u INVALIDATES p, v INVALIDATES b"

    careful = texts(reply(Impact(("x",)), Scope(drafted(kinds | triggers, relations))), Role.CAREFUL)

    assert "t would invalidate a; u would invalidate p: all are counted as they stand." in careful
    assert not any("v " in text for text in careful)
