"""The offline planner understands questions that stand in no phrasing bank."""

from __future__ import annotations

import pytest

from assistant import Scope, ask
from assistant.answer import IntentName, Status
from assistant.bank import bank
from tests.assistant.cases import vault_case

SCOPE = Scope(vault_case())
Asks = IntentName
ASKED: dict[IntentName, tuple[tuple[str, str], ...]] = {
    Asks.IMPACT: (
        ("Say somebody changes the bucket permission; what goes wrong?", "bucket-permission"),
        ("Which pathways would we lose if Watcher A went blind?", "watcher-a"),
        ("The Vault Gate has been down since Monday - how bad is that?", "vault-gate"),
        ("How would the case look without the Brook log pipeline?", "brook-log-pipeline"),
        ("Imagine Claim 3 is simply false.", "claim-3"),
        ("Consequences of Nora Quist leaving?", "nora-quist"),
        ("Do any pathways suffer when watcher B is switched off?", "watcher-b"),
        ("If the permission on the bucket were loosened, what would still hold?", "bucket-permission"),
        ("what hapens if the vault gaet fails", "vault-gate"),
    ),
    Asks.SOLE_SUPPORTS: (
        ("Name the single points of failure behind Pathway 2.", "pathway-2"),
        ("What would by itself be enough to sink Pathway 2?", "pathway-2"),
        ("Does Pathway 2 hang by one thread?", "pathway-2"),
        ("Which claims, if wrong, would each defeat the case against sabotage of research?", "pathway-2"),
        ("Is Pathway 1 one failure away from collapse?", "pathway-1"),
        ("What can Sabotage of research not do without?", "pathway-2"),
        ("How many failures until Pathway 2 is lost?", "pathway-2"),
        ("What would it take to bring Theft of the weights down?", "pathway-1"),
    ),
    Asks.RANKING: (
        ("What are the three most critical controls?", ""),
        ("Which dependency carries the most weight?", ""),
        ("Give me the load-bearing things, heaviest first", ""),
        ("Where would a failure hurt us the most?", ""),
        ("Which things matter most overall?", ""),
        ("What critical items does nobody own?", ""),
        ("Top 2 of the load-bearing controls please", ""),
        ("Which controls hold up the most?", ""),
    ),
    Asks.WHO: (
        ("Whose responsibility is the Vault Gate?", "vault-gate"),
        ("Which team is in charge of the Brook log pipeline?", "brook-log-pipeline"),
        ("Who gets paged when the Vault Gate trips?", "vault-gate"),
        ("Who will hear about it when the Vault Gate raises an alarm?", "vault-gate"),
        ("Whom does the duty engineer escalate to?", "duty-engineer"),
        ("Who has tested Watcher A?", "watcher-a"),
        ("Which reviewer objects to Claim 3?", "claim-3"),
        ("Does the log pipeline have an owner?", "brook-log-pipeline"),
    ),
    Asks.EVIDENCE: (
        ("How do they justify Claim 3?", "claim-3"),
        ("What is the proof for Claim 3?", "claim-3"),
        ("Was Watcher A ever put to the test?", "watcher-a"),
        ("On what basis does Claim 2 stand?", "claim-2"),
        ("Which results stand behind claim 3?", "claim-3"),
        ("Has anyone checked how well Watcher A works?", "watcher-a"),
        ("What is there to back Claim 1?", "claim-1"),
        ("How well does Watcher A perform in tests?", "watcher-a"),
    ),
    Asks.FINDINGS: (
        ("What does Harbour Review object to?", "harbour-review"),
        ("What complaints are there about Claim 3?", "claim-3"),
        ("Which points did Harbour Review raise?", "harbour-review"),
        ("What do outsiders say about Claim 3?", "claim-3"),
        ("Is Claim 3 under dispute?", "claim-3"),
        ("Does anybody agree with Claim 2?", "claim-2"),
        ("What criticism was made of Claim 3?", "claim-3"),
        ("Which claims does Harbour Review contest?", "harbour-review"),
    ),
    Asks.PATH: (
        ("Show how the bucket permission leads up to Pathway 1", "bucket-permission"),
        ("In which steps does Watcher A count towards Pathway 1?", "watcher-a"),
        ("What is the connection between the bucket permission and Pathway 2?", "bucket-permission"),
        ("Trace the Brook log pipeline to Theft of the weights.", "brook-log-pipeline"),
        ("By what route does the review trial bear on Pathway 2?", "review-trial"),
        ("How do the Vault Gate and Pathway 2 hang together, how are they connected?", "vault-gate"),
        ("Why does the Vault Gate matter to Pathway 2?", "vault-gate"),
        ("How does Watcher B feed into Claim 2?", "watcher-b"),
    ),
    Asks.LIST: (
        ("What controls do we have?", ""),
        ("Show all the pathways of this case", ""),
        ("Which improvements are planned?", ""),
        ("What things depend on the Brook log pipeline?", "brook-log-pipeline"),
        ("Which controls belong to the Vault Team?", "vault-team"),
        ("Name every team in the documents.", ""),
        ("Which controls have never been evaluated?", ""),
        ("List all evidence", ""),
    ),
    Asks.DESCRIBE: (
        ("What's the Vault Gate?", "vault-gate"),
        ("Can you tell me something about Watcher A?", "watcher-a"),
        ("I'd like a description of the Brook log pipeline", "brook-log-pipeline"),
        ("Watcher B?", "watcher-b"),
        ("What premises is Claim 2 made of?", "claim-2"),
        ("Do both lines of Claim 2 have to hold?", "claim-2"),
        ("What does Claim 3 say?", "claim-3"),
        ("What does the Vault Gate rely on?", "vault-gate"),
    ),
    Asks.COMPARE: (
        ("Are Watcher A and Watcher B truly independent of each other?", "watcher-a"),
        ("What have Watcher A and Watcher B in common?", "watcher-a"),
        ("Watcher A vs Watcher B", "watcher-a"),
        ("How different are Watcher A and Watcher B?", "watcher-a"),
        ("Put Watcher A next to Watcher B and compare them", "watcher-a"),
        ("Is there anything that Watcher A and Watcher B share?", "watcher-a"),
        ("Could the same failure hit Watcher A and Watcher B?", "watcher-a"),
        ("Does Watcher A differ from Watcher B?", "watcher-a"),
    ),
}
QUESTIONS = [(intent, question, subject) for intent, asked in ASKED.items() for question, subject in asked]


@pytest.mark.parametrize(("intent", "question", "subject"), QUESTIONS, ids=[question for _, question, _ in QUESTIONS])
def test_an_unseen_phrasing_is_understood(intent: IntentName, question: str, subject: str) -> None:
    answer = ask(question, SCOPE)

    assert answer.intent is intent
    assert not subject or subject in {named.id for named in answer.subjects}


def test_every_reading_has_forty_phrasings() -> None:
    readings = [reading for reading, _ in bank().phrasings]

    assert {reading: readings.count(reading) for reading in set(readings) if readings.count(reading) < 40} == {}


def test_no_phrasing_stands_under_two_readings() -> None:
    phrasings = [phrasing for _, phrasing in bank().phrasings]

    assert len(phrasings) == len(set(phrasings))


@pytest.mark.parametrize(
    "question",
    [
        "Que se passe-t-il si le portail tombe en panne ?",
        "Was geschieht, wenn die Überwachung morgen ausfällt?",
        "如果监控失败会怎样?",
        "asdf qwer zxcv uiop hjkl",
        "¿Qué pasa si falla la puerta de la bóveda?",
    ],
)
def test_other_languages_get_three_readings(question: str) -> None:
    answer = ask(question, SCOPE)

    assert answer.status is Status.NOT_UNDERSTOOD
    assert len(answer.suggestions) == 3


def test_a_part_that_two_names_share_is_asked_back() -> None:
    answer = ask("What breaks if the watcher fails?", SCOPE)

    assert answer.status is Status.AMBIGUOUS
    assert answer.suggestions == ("Watcher A (control)", "Watcher B (control)")


@pytest.mark.parametrize(
    "question",
    [
        "What if everything except the Vault Gate fails?",
        "What breaks if Watcher A does not fail?",
        "What would break if the Vault Gate worked?",
    ],
)
def test_a_question_that_sets_something_aside_is_not_answered_with_the_opposite(question: str) -> None:
    answer = ask(question, SCOPE)

    assert answer.status is Status.NOT_UNDERSTOOD
    assert "sets something aside" in answer.statements[0].text


@pytest.mark.parametrize("condition", ["is not switched on", "no longer works", "stopped working", "does not work"])
def test_a_control_that_does_not_work_has_failed(condition: str) -> None:
    assert ask(f"What breaks if the Vault Gate {condition}?", SCOPE).status is Status.ANSWERED


@pytest.mark.parametrize(
    "named", ["Watcher A and the flux capacitor fail", "both the flux capacitor and Watcher A fail"]
)
def test_an_unknown_name_beside_a_known_one_is_not_dropped(named: str) -> None:
    answer = ask(f"What breaks if {named}?", SCOPE)

    assert answer.status is Status.UNKNOWN_ELEMENT
    assert '"flux capacitor"' in answer.statements[0].text


@pytest.mark.parametrize("name", ["badge scanner", "Watcher C", "Claim 9.9", "coffee machine in the lobby"])
def test_an_unknown_name_is_named(name: str) -> None:
    answer = ask(f"What breaks if the {name} fails?", SCOPE)

    assert answer.status is Status.UNKNOWN_ELEMENT
    assert name in answer.statements[0].text


@pytest.mark.parametrize(
    "question",
    [
        "How much did the Vault Gate cost?",
        "Which cloud provider hosts the Brook log pipeline?",
        "When was Watcher A installed?",
        "Who owns Watcher A?",
    ],
)
def test_what_no_document_says_is_said_to_be_unsaid(question: str) -> None:
    assert ask(question, SCOPE).status is Status.NOT_IN_DOCUMENTS
