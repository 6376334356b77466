"""Where a document denies that anybody owns a thing or hears of it, the answer says so."""

from __future__ import annotations

import pytest

from assistant import Answer, Scope, ask
from assistant.answer import Role, Status
from graph.case import Case
from graph.elements import Statement, Strength
from tests.assistant.told_cases import told_scope

REPORT = """The Tide Gate needs the lock file. Owned by Harbour Works.
The Smoke Siren mails the night porter.
The siren drill rang on three of four floors."""
TALK = """The lock file is 0640, owner root, group gate.
Nobody owns it. I mean, we would mend it, but nobody was ever given it.
The Tide Gate is owned by the Pilots now.
Nobody. I mean it. The night porter used to, and we dropped that post in the spring.
We dispute the siren drill: it was announced."""


@pytest.fixture
def scope() -> Scope:
    elements = {
        "Tide Gate": ("control", "The Tide Gate needs"),
        "lock file": ("dependency", "The lock file is"),
        "Smoke Siren": ("control", "The Smoke Siren"),
        "siren drill": ("evidence", "The siren drill rang"),
        "night porter": ("person", "mails the night porter"),
        "Harbour Works": ("team", "Owned by Harbour Works"),
        "Pilots": ("team", "by the Pilots"),
        "The drill was announced": ("finding", "it was announced"),
    }
    relations = (
        ("Tide Gate", "OWNED_BY", "Harbour Works", "Owned by Harbour Works"),
        ("Tide Gate", "OWNED_BY", "Pilots", "by the Pilots"),
        ("Smoke Siren", "ALERTS", "night porter", "mails the night porter"),
        ("Smoke Siren", "EVALUATED_BY", "siren drill", "The siren drill rang"),
        ("The drill was announced", "DISPUTES", "siren drill", "it was announced"),
    )
    return told_scope({"Report": REPORT, "Talk": TALK}, elements, relations)


def careful(answer: Answer) -> str:
    return "\n".join(statement.text for statement in answer.statements if statement.role is Role.CAREFUL)


def test_that_nobody_owns_it_answers_who_owns_it(scope: Scope) -> None:
    answer = ask("Who owns the lock file?", scope)

    assert answer.status is Status.ANSWERED
    assert answer.statements[0].text.startswith("lock file: “Nobody owns it. I mean")
    assert "owner root" not in " ".join(statement.text for statement in answer.statements)


def test_the_owner_of_a_file_on_disk_owns_no_control() -> None:
    report = {"Report": "The lock file opens the gate.\nFor the porter, the lock file is 0640, owner root, group gate."}
    elements = {"lock file": ("dependency", "The lock file opens"), "porter": ("person", "For the porter")}

    assert ask("Who owns the lock file?", told_scope(report, elements, ())).status is Status.NOT_IN_DOCUMENTS


def test_that_a_post_was_dropped_is_said_beside_who_is_told(scope: Scope) -> None:
    answer = ask("Who is told if the Smoke Siren fires?", scope)

    assert answer.statements[0].text == "Smoke Siren alerts night porter."
    assert "“Nobody. I mean it. The night porter used to, and we dropped that post in the spring.”" in careful(answer)


def test_two_owners_of_two_documents_are_said_to_differ(scope: Scope) -> None:
    assert careful(ask("Who owns the Tide Gate?", scope)) == (
        "Tide Gate: Harbour Works and Pilots are each named as its owner, by different documents."
    )


def test_two_owners_of_one_document_own_it_together() -> None:
    report = {"Report": "The Tide Gate is owned by Harbour Works and the Pilots."}
    elements = {
        name: (kind, "Tide") for name, kind in [("Tide Gate", "control"), ("Pilots", "team"), ("Works", "team")]
    }
    owned = [("Tide Gate", "OWNED_BY", owner, "Tide") for owner in ("Pilots", "Works")]

    assert not careful(ask("Who owns the Tide Gate?", told_scope(report, elements, tuple(owned))))


def test_a_person_and_a_team_do_not_differ_as_owners() -> None:
    text = {"Report": "The Tide Gate is owned by Harbour Works.", "Talk": "The Tide Gate is owned by Ada Loom."}
    elements = {
        "Tide Gate": ("control", "Tide"),
        "Harbour Works": ("team", "Works"),
        "Ada Loom": ("person", "Loom"),
    }
    owned = (("Tide Gate", "OWNED_BY", "Harbour Works", "Works"), ("Tide Gate", "OWNED_BY", "Ada Loom", "Loom"))

    assert not careful(ask("Who owns the Tide Gate?", told_scope(text, elements, owned)))


def test_a_finding_that_disputes_a_test_is_said_beside_the_test(scope: Scope) -> None:
    answer = ask("Was the Smoke Siren tested?", scope)

    assert answer.statements[0].text == "Smoke Siren is evaluated by siren drill."
    assert "“We dispute the siren drill: it was announced.”" in careful(answer)


def test_a_short_form_of_a_name_is_enough_to_deny() -> None:
    report = {"Report": "The Tide Gate holds back the sea.\nLimits: nobody is told when the gate is opened."}
    gate = told_scope(report, {"Tide Gate": ("control", "The Tide Gate holds")}, ())

    assert "nobody is told" in ask("Who is told by the Tide Gate?", gate).statements[0].text


def test_a_denial_of_another_thing_is_no_denial_of_this(scope: Scope) -> None:
    assert "Nobody owns it" not in str(ask("Who owns the Smoke Siren?", scope).statements)


def test_contradictions_between_documents_come_before_what_findings_dispute(scope: Scope) -> None:
    told = [
        statement.text for statement in ask("Which contradictions are there between the documents?", scope).statements
    ]

    assert told[0] == "Tide Gate: Harbour Works and Pilots are each named as its owner, by different documents."
    assert "The drill was announced disputes siren drill." in told


def test_two_strengths_of_two_documents_are_a_contradiction() -> None:
    weak, strong = (
        Statement(passage=f"{title}:0", strength=s) for title, s in (("A", Strength.WEAK), ("B", Strength.STRONG))
    )
    plain = told_scope({"A": "Claim x.", "B": "Claim x too."}, {"x": ("claim", "Claim x")}, ()).case
    claim = plain.elements["x"].model_copy(update={"stated": (weak, strong)})
    case = Case.of(plain.head, elements=[claim], documents=plain.documents.values(), passages=plain.passages.values())

    answer = ask("Are there contradictions?", Scope(case))

    assert answer.statements[0].text == "x: strength is weak in A; strong in B."
