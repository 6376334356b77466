"""Questions about the case as a whole: rings, contradictions, plans, what is weak, who said what, what lacks what."""

from __future__ import annotations

import pytest

from assistant import Answer, Scope, ask
from assistant.answer import IntentName, Role, Status
from tests.assistant.cases import vault_case
from tests.drafting import drafted

SCOPE = Scope(vault_case())


def headlines(answer: Answer) -> str:
    return " ".join(statement.text for statement in answer.statements if statement.role is Role.HEADLINE)


@pytest.mark.parametrize(
    "question", ["Are there circular arguments?", "Does any claim rest on itself?", "Is there a loop in the reasoning?"]
)
def test_a_ring_of_support_is_named_or_denied(question: str) -> None:
    ringed = Scope(drafted({"p": "pathway", "a": "claim", "b": "claim"}, "p > a, a > b, b > a"))

    assert headlines(ask(question, ringed)) == "a and b: no verdict, since the support runs in a ring."
    assert headlines(ask(question, SCOPE)) == "No recorded support runs in a ring."


@pytest.mark.parametrize(
    "question", ["Are there contradictions?", "Where do the documents disagree?", "What is in dispute here?"]
)
def test_contradictions_are_what_findings_dispute(question: str) -> None:
    answer = ask(question, SCOPE)

    assert {element.id for element in answer.elements} == {"the-planted-errors-were-easy", "claim-3"}


@pytest.mark.parametrize("question", ["Which claims are disputed?", "How many claims are disputed?"])
def test_disputed_claims_are_counted_first(question: str) -> None:
    assert headlines(ask(question, SCOPE)).startswith("One claim that a finding disputes: Claim 3")


@pytest.mark.parametrize(
    "question", ["What is the evidence against Claim 3?", "What speaks against Claim 3?", "Why is Claim 3 wrong?"]
)
def test_evidence_against_a_claim_is_what_critics_say(question: str) -> None:
    answer = ask(question, SCOPE)

    assert answer.intent is IntentName.FINDINGS
    assert answer.elements[0].id == "the-planted-errors-were-easy"


@pytest.mark.parametrize("question", ["Who disagrees with Claim 3?", "Who disputes Claim 3?"])
def test_a_critic_is_named_by_way_of_the_finding(question: str) -> None:
    answer = ask(question, SCOPE)

    assert [element.id for element in answer.elements] == ["harbour-review"]
    assert not answer.withheld


@pytest.mark.parametrize(
    "question", ["What breaks if Pathway 1 fails?", "What happens if theft of the weights goes wrong?"]
)
def test_a_pathway_is_said_to_be_what_is_prevented(question: str) -> None:
    answer = ask(question, SCOPE)

    assert answer.status is Status.ANSWERED
    assert "is itself what is to be prevented" in headlines(answer)
    assert {element.id for element in answer.elements} == {"bucket-permission", "vault-gate"}


@pytest.mark.parametrize(
    "question", ["What is planned?", "Which controls are not yet in place?", "What do they propose?"]
)
def test_what_is_planned_is_the_mitigations(question: str) -> None:
    assert [element.id for element in ask(question, SCOPE).elements] == ["second-gate"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which dependencies are only mentioned in an interview?", {"bucket-permission"}),
        ("Which controls does nobody own?", {"watcher-a", "watcher-b", "door-camera"}),
        ("Which evidence is only named in interviews?", {"copy-test"}),
    ],
)
def test_what_nobody_keeps_track_of_is_listed(question: str, found: set[str]) -> None:
    assert {element.id for element in ask(question, SCOPE).elements} == found


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Who said that Watcher A saw 40 copies?", "Talk says"),
        ("Where does it say that the gate pages the duty engineer?", "Report says"),
        ("Which document says that the errors were easy to see?", "Critique says"),
    ],
)
def test_what_was_said_is_told_with_its_source(question: str, who: str) -> None:
    assert who in headlines(ask(question, SCOPE))


def test_what_nobody_said_is_refused() -> None:
    assert ask("Who said that nobody reads the alarms?", SCOPE).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    "question", ["Which pathway is the weakest?", "Give me an overview", "How strong are the pathways?"]
)
def test_pathways_are_told_weakest_first(question: str) -> None:
    case = drafted({"p": "pathway", "q": "pathway", "a": "claim"}, "p > a, q > a weak")

    assert [element.id for element in ask(question, Scope(case)).elements] == ["q", "p"]


@pytest.mark.parametrize(
    "question", ["How sure are we of Claim 2?", "Can we rely on Claim 2?", "How strong is Claim 2?"]
)
def test_how_sure_is_answered_by_strength_first(question: str) -> None:
    assert headlines(ask(question, SCOPE)).endswith("is held up at strong as things stand.")


@pytest.mark.parametrize("question", ["What does the Vault Gate rely on?", "What does the Vault Gate rest on?"])
def test_what_a_control_needs_comes_first(question: str) -> None:
    answer = ask(question, SCOPE)

    assert headlines(answer) == "Vault Gate needs Bucket permission."
    assert [element.id for element in answer.elements] == ["bucket-permission"]


@pytest.mark.parametrize(
    "question", ["Which claims rest on the review trial?", "Which claims stand on the review trial?"]
)
def test_what_rests_on_evidence_is_found(question: str) -> None:
    assert [element.id for element in ask(question, SCOPE).elements] == ["claim-3"]


@pytest.mark.parametrize("question", ["What did the review trial show?", "What did the review trial find?"])
def test_what_a_test_found_is_what_is_said_of_it(question: str) -> None:
    assert "18 of 20" in " ".join(statement.text for statement in ask(question, SCOPE).statements)


def test_an_unknown_number_is_named_whole() -> None:
    answer = ask("What is wrong with Assertion Q-4?", SCOPE)

    assert headlines(answer).startswith('I know no "Assertion Q-4".')
