"""Open questions are answered by the sentence that says it, and by none where no sentence does."""

from __future__ import annotations

import pytest

from assistant import Scope, ask
from assistant.answer import Status
from assistant.relevance import may_answer
from assistant.retrieval import Entry, senses
from graph.case import Case, CaseHead
from graph.elements import Element, ElementKind
from graph.provenance import Document, DocumentKind, Passage
from tests.assistant.cases import vault_case

VAULT = Scope(vault_case())
DOMAINS = {
    "dam": "The spillway gate is opened by the duty warden. Gauge readings are kept for ninety days. "
    "When a crack is discovered, the warden calls the county engineer. The wall was last grouted in May.",
    "bakery": "The oven alarm is tested every Monday. Flour samples are kept for two weeks. "
    "When mould is discovered, the shift baker calls the hygiene inspector. The mixer was last oiled in June.",
    "railway": "The point motor is checked by the track crew. Signal logs are kept for a year. "
    "When a loose bolt is discovered, the crew calls the line controller. The bridge was last painted in April.",
}


def scope(text: str) -> Scope:
    document = Document(id="d", kind=DocumentKind.REPORT, title="Handbook", text=text)
    passage = Passage(id="d:0", document="d", start=0, end=len(text), text=text)
    thing = Element(id="thing", kind=ElementKind.CONTROL, name="Daily round", passages=("d:0",))
    return Scope(Case.of(CaseHead(id="h"), elements=[thing], documents=[document], passages=[passage]))


@pytest.mark.parametrize(
    ("domain", "question", "said"),
    [
        ("dam", "How long are gauge readings retained?", "kept for ninety days"),
        ("dam", "What happens once a crack has been noticed?", "calls the county engineer"),
        ("bakery", "How long do they store flour samples?", "kept for two weeks"),
        ("bakery", "What happens after mould is spotted?", "calls the hygiene inspector"),
        ("railway", "For how long are signal logs kept?", "kept for a year"),
        ("railway", "What is done when a loose bolt is detected?", "calls the line controller"),
    ],
)
def test_a_question_in_other_words_finds_its_sentence(domain: str, question: str, said: str) -> None:
    answer = ask(question, scope(DOMAINS[domain]))

    assert answer.status is Status.ANSWERED
    assert said in answer.citations[0].quote


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("question", ["How much does the insurance cost?", "Which cloud provider hosts the database?"])
def test_what_no_sentence_says_is_not_answered(domain: str, question: str) -> None:
    assert ask(question, scope(DOMAINS[domain])).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    "text",
    [
        "The daily round is short. Failures of the pump are treated elsewhere, however expensive.",
        "The daily round is long. An outage of the lift was costly for the hotel.",
        "The daily round is new. A crash of the booking desk costs a day.",
    ],
)
def test_the_cost_of_one_thing_is_not_the_cost_of_another(text: str) -> None:
    answer = ask("What does the broker cost?", scope(text))

    assert answer.status in {Status.NOT_IN_DOCUMENTS, Status.UNKNOWN_ELEMENT}


@pytest.mark.parametrize(
    "question",
    [
        "Who was not paged?",
        "What does the report leave out?",
        "What is this report about?",
        "When was the report published?",
        "How often does the review trial happen?",
        "How many gates does the Vault Team have?",
    ],
)
def test_a_sentence_that_is_merely_related_is_no_answer(question: str) -> None:
    assert ask(question, VAULT).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "sentence", "answers"),
    [
        ("How often is the seal checked?", "The seal is checked every Monday.", True),
        ("How often is the seal checked?", "The seal is checked by the porter.", False),
        ("What did nobody test?", "Nobody tested the pump.", True),
        ("What did nobody test?", "We tested the pump.", False),
        ("Who reads the queue?", "It is looked at, on most days, by the night team.", True),
        ("Who reads the queue?", "Who reads the queue?", False),
        ("What is a seal?", "A seal is a wax stamp.", True),
        ("What is a seal?", "Seal, Monday, pump", False),
    ],
)
def test_a_sentence_has_to_be_of_the_sort_asked_for(question: str, sentence: str, *, answers: bool) -> None:
    passage = Passage(id="p", document="report", start=0, end=len(sentence), text=sentence)
    entry = Entry(passage, 0, len(sentence), senses(sentence), frozenset(), frozenset())

    assert may_answer(question, entry, VAULT) is answers
