from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, relations

LEAK = "Leaking the cargo manifests"
FLAW = "Hiding a flaw in the sluice gates"


def talk(*turns: str) -> Proposals:
    opening = (
        "Jo Lind: What could go wrong?",
        "Ines Roth: There are two pathways, such as leaking the cargo manifests, or hiding a flaw in the sluice gates.",
    )
    return extracted("A call with Ines Roth, Harbour Services", *opening, *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("What is left?", "For the manifests, quite a lot. There's the volume cap on the line. That I'd call strong.", (LEAK, "Volume cap")),
        ("And against the sluice flaw?", "The acceptance drill. We do it twice.", (FLAW, "Acceptance drill")),
        ("And for the manifests?", "There's the night audit, mostly.", (LEAK, "Night audit")),
    ],
)  # fmt: skip
def test_what_there_is_for_a_pathway_supports_it(question: str, answer: str, line: tuple[str, str]) -> None:
    assert line in ends(talk(f"Jo Lind: {question}", f"Ines Roth: {answer}"), "SUPPORTED_BY")


def test_the_strength_is_what_the_next_sentence_says() -> None:
    read = talk("Jo Lind: What is left?", "Ines Roth: For the manifests, there's the volume cap. That I'd call strong.")

    assert [line.strength for line in relations(read, "SUPPORTED_BY")] == ["strong"]


@pytest.mark.parametrize(
    "answer",
    [
        "For the manifests, there isn't the volume cap any more.",
        "For the weather, there's the volume cap.",
        "For the cargo in the sluice, there's the volume cap.",
    ],
)
def test_words_that_call_no_pathway_or_deny_the_line_give_none(answer: str) -> None:
    assert ends(talk("Jo Lind: What is left?", f"Ines Roth: {answer}"), "SUPPORTED_BY") == set()


def test_what_there_is_for_a_claim_two_sentences_later_supports_it() -> None:
    read = talk(
        "Jo Lind: What holds it up?",
        "Ines Roth: There's the claim that the harbour wall holds in every storm. It sits under a lot. What we have for that is the winter trial.",
    )

    assert ends(read, "SUPPORTED_BY") == {("The harbour wall holds in every storm", "Winter trial")}
