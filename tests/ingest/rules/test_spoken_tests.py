from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted


def talk(*turns: str) -> Proposals:
    return extracted("A call with Ines Roth, Harbour Services", *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("told", "tried"),
    [
        (
            "There's a tide alarm. Every month we drill it in fog. Last time it was seventeen out of twenty.",
            "Tide alarm",
        ),
        (
            "There's a stop-all switch. The stop-all switch we test every quarter. In May it took nine seconds.",
            "Stop-all switch",
        ),
        ("There's a fire screen. We planted ten forged bills and the fire screen caught 8 of 10.", "Fire screen"),
    ],
)
def test_a_test_told_with_its_outcome_is_evidence(told: str, tried: str) -> None:
    read = talk("Jo Lind: How do you know that it works?", f"Ines Roth: {told}")

    [evidence] = elements(read, "evidence")
    assert ends(read, "EVALUATED_BY") == {(tried, evidence.name)}


@pytest.mark.parametrize(
    "told",
    [
        "There's a tide alarm. We have never tested it, and nine of ten would fail.",
        "There's a tide alarm. We would test it if we had one of the two boats.",
        "There's a tide alarm. We test it. That is all I can say.",
    ],
)
def test_a_test_without_an_outcome_is_none(told: str) -> None:
    assert elements(talk("Jo Lind: How do you know?", f"Ines Roth: {told}"), "evidence") == []


@pytest.mark.parametrize(
    ("question", "answer", "pair"),
    [
        ("Who did Mai Orr tell?", "Me, over lunch.", ("Mai Orr", "Ines Roth")),
        ("And who would Mai Orr ring?", "Dock Services, I think.", ("Mai Orr", "Dock Services")),
    ],
)
def test_a_short_answer_says_who_was_told(question: str, answer: str, pair: tuple[str, str]) -> None:
    read = talk(
        "Ines Roth: One of our people, Mai Orr, saw it. Dock Services runs the gate.",
        f"Jo Lind: {question}",
        f"Ines Roth: {answer}",
    )

    assert pair in ends(read, "ESCALATES_TO")


def test_a_question_of_a_few_words_brings_up_its_topic() -> None:
    read = talk("Jo Lind: And the egress log?", "Ines Roth: It's the network team's, the log, they own it.")

    assert ends(read, "OWNED_BY") == {("Egress log", "Network team")}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            DocumentKind.CRITIQUE,
            "The report infers from its seepage survey that the dam never leaks. The seepage survey was made in May.",
        ),
        (
            DocumentKind.INTERVIEW,
            "Ann Ek: There is one claim, that the dam never leaks. What we have for that is the seepage survey.",
        ),
    ],
)
def test_a_reported_claim_rests_on_what_it_is_inferred_from(kind: DocumentKind, sentence: str) -> None:
    read = extracted(sentence, kind=kind)

    assert ends(read, "SUPPORTED_BY") == {("The dam never leaks", "Seepage survey")}
