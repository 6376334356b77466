"""Where no relation is recorded, a sentence that says it outright answers, and a question about it does not."""

from __future__ import annotations

import pytest

from assistant import Scope, ask
from assistant.answer import Status
from graph.case import Case, CaseHead
from graph.elements import Element, ElementKind
from graph.provenance import Document, DocumentKind, Passage

DOMAINS = {
    "ship": ("Bilge pump", "Loss of the stern ramp", "Deck Services"),
    "clinic": ("Ward pager", "Missed dose on the ward", "Nursing Supply"),
    "mill": ("Dust sensor", "Fire in the dust duct", "Plant Upkeep"),
}


def scope(domain: str) -> Scope:
    thing, title, team = DOMAINS[domain]
    text = (
        f"{title}. {team} looks after the {thing}. At 04:10 the watchman saw smoke. "
        f"He phoned the gate desk. That was nine minutes after the first sign. The {thing} stopped by itself. "
        "The board asked whether the insurer had been warned. That is for another paper."
    )
    document = Document(id="d", kind=DocumentKind.REPORT, title=title, text=text)
    passage = Passage(id="d:0", document="d", start=0, end=len(text), text=text)
    found = [
        Element(id="thing", kind=ElementKind.CONTROL, name=thing, passages=("d:0",)),
        Element(id="team", kind=ElementKind.TEAM, name=team, passages=("d:0",)),
    ]
    return Scope(Case.of(CaseHead(id="h"), elements=found, documents=[document], passages=[passage]))


@pytest.mark.parametrize("domain", DOMAINS)
def test_an_owner_that_only_a_sentence_names_is_told(domain: str) -> None:
    thing, _, team = DOMAINS[domain]

    answer = ask(f"Who owns the {thing}?", scope(domain))

    assert answer.status is Status.ANSWERED
    assert f"{team} looks after" in answer.citations[0].quote


@pytest.mark.parametrize("domain", DOMAINS)
def test_what_the_whole_document_is_about_need_not_stand_in_the_sentence(domain: str) -> None:
    answer = ask(f"Who noticed the {DOMAINS[domain][1].lower()}?", scope(domain))

    assert any("the watchman saw smoke" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("domain", DOMAINS)
def test_an_adverb_is_no_unknown_name(domain: str) -> None:
    answer = ask("What happened automatically?", scope(domain))

    assert "stopped by itself" in answer.citations[0].quote


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize(
    "question", ["Was the insurer warned?", "Who built the lift shaft?", "How fast was the crane repaired?"]
)
def test_what_nobody_says_is_not_answered_from_words_nearby(domain: str, question: str) -> None:
    assert ask(question, scope(domain)).status in {Status.NOT_IN_DOCUMENTS, Status.UNKNOWN_ELEMENT}


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_breaks_is_shown_by_the_sentence_that_says_so(domain: str) -> None:
    thing, title, _ = DOMAINS[domain]
    texts = (f"The {thing} is in the yard.", f"No claim here counts on it. {title} is another matter.")
    starts = (0, len(texts[0]) + 1)
    passages = [
        Passage(id=f"d:{start}", document="d", start=start, end=start + len(text), text=text)
        for start, text in zip(starts, texts, strict=True)
    ]
    document = Document(id="d", kind=DocumentKind.REPORT, title=title, text=" ".join(texts))
    element = Element(id="thing", kind=ElementKind.CONTROL, name=thing, passages=("d:0",))
    harm = Element(id="harm", kind=ElementKind.PATHWAY, name="Sudden harm", passages=("d:0",))
    case = Case.of(CaseHead(id="h"), elements=[element, harm], documents=[document], passages=passages)

    answer = ask(f"What breaks if the {thing} fails?", Scope(case))

    assert answer.status is Status.NOTHING_BREAKS
    assert any("No claim here counts on it." in citation.quote for citation in answer.citations)
