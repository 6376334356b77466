"""Gate 1: what is not literally in the document never gets through, and says why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.elements import ElementKind, Operator, RelationType
from ingest.extraction import Proposals, ProposedElement, ProposedRelation, Quote
from ingest.grounding import ground
from tests.fakes import document

TEXT = "The intake filter blocks forged orders. The rota decides who reads its alarms. Alarms ring. Alarms ring."


def proposed(quote: str, name: str = "intake filter", kind: ElementKind = ElementKind.CONTROL) -> ProposedElement:
    start = TEXT.find(quote)
    return ProposedElement(key=name, kind=kind, name=name, quote=Quote(start, start + len(quote), quote))


FILTER = proposed("The intake filter blocks forged orders.")
ROTA = proposed("The rota decides", "rota", ElementKind.TEAM)
READS = ProposedRelation(RelationType.OWNED_BY, "intake filter", "rota", ROTA.quote)


def reasons(*elements: ProposedElement, relations: tuple[ProposedRelation, ...] = ()) -> list[str]:
    return [rejection.why for rejection in ground(document(TEXT), Proposals(elements, relations)).rejected]


def test_what_the_document_says_stays_as_it_is() -> None:
    grounded = ground(document(TEXT), Proposals((FILTER, ROTA), (READS,)))

    assert grounded.kept == Proposals((FILTER, ROTA), (READS,))
    assert not grounded.rejected


@given(place=st.integers(0, len(FILTER.quote.text) - 1), other=st.characters(codec="utf-8"))
def test_a_quote_with_one_other_character_never_stays(place: int, other: str) -> None:
    said = FILTER.quote.text
    changed = said[:place] + other + said[place + 1 :]

    kept = ground(document(TEXT), Proposals((replace(FILTER, quote=replace(FILTER.quote, text=changed)),))).kept

    assert [element.quote.text for element in kept.elements] == [said] * (changed == said)


@given(st.builds(Quote, st.integers(-9, 120), st.integers(-9, 120), st.sampled_from([TEXT[4:17], "Alarms ring.", "x"])))
def test_whatever_stays_is_exactly_the_text_at_its_offsets(quote: Quote) -> None:
    kept = ground(document(TEXT), Proposals((replace(FILTER, quote=quote),))).kept

    assert all(TEXT[e.quote.start : e.quote.end] == e.quote.text == quote.text for e in kept.elements)


def test_a_quote_that_stands_once_elsewhere_gets_its_right_place() -> None:
    astray = replace(FILTER, quote=replace(FILTER.quote, start=3, end=9))

    assert ground(document(TEXT), Proposals((astray,))).kept.elements == (FILTER,)


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        (Quote(0, 5, "Alarms ring."), "the quote is not at its place, and occurs more than once elsewhere"),
        (Quote(0, 5, "Alarms rang."), "the quote is not in the document"),
        (Quote(3, 4, " "), "the quote is empty"),
    ],
)
def test_a_quote_without_one_place_is_dropped(quote: Quote, why: str) -> None:
    assert reasons(replace(FILTER, quote=quote)) == [f"control 'intake filter': {why}"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("outbound filter", "the document does not contain 'outbound'"),
        ("intake filter 7", "the document does not contain '7'"),
        ("", "it has no name"),
        (" – ", "it has no name"),
    ],
)
def test_a_name_that_the_document_does_not_contain_is_dropped(name: str, why: str) -> None:
    assert reasons(replace(FILTER, name=name)) == [f"control '{name}': {why}"]


def test_names_may_differ_from_the_text_in_case_and_plural() -> None:
    assert not reasons(replace(FILTER, name="Intake Filters", aliases=("ROTAS",), text="forged order"))


def test_an_invented_number_drops_the_element() -> None:
    assert reasons(replace(FILTER, number="4.2")) == ["control 'intake filter': the document does not contain '4.2'"]


def test_invented_details_go_and_the_element_stays() -> None:
    adorned = replace(FILTER, aliases=("rota", "sieve"), text="forged coins", effort="two weeks", effort_days=10.0)

    grounded = ground(document(TEXT), Proposals((adorned,)))

    assert grounded.kept.elements == (replace(FILTER, aliases=("rota",)),)
    assert [rejection.why for rejection in grounded.rejected] == [
        "alias 'sieve' of control 'intake filter': the document does not contain 'sieve'",
        "text 'forged coins' of control 'intake filter': the document does not contain 'coin'",
        "effort 'two weeks' of control 'intake filter': the document does not contain 'two', 'week'",
    ]


@pytest.mark.parametrize(
    "detail",
    [
        replace(FILTER, operator=Operator.AT_LEAST),
        replace(FILTER, operator=Operator.AT_LEAST, k=0),
        replace(FILTER, operator=Operator.CONJUNCTIVE, k=2),
        replace(FILTER, k=2),
        replace(FILTER, window_s=-1.0),
        replace(FILTER, window_s=float("nan")),
        replace(FILTER, effort_days=float("inf")),
    ],
)
def test_details_that_no_element_can_have_go(detail: ProposedElement) -> None:
    grounded = ground(document(TEXT), Proposals((detail,)))

    assert grounded.kept.elements == (FILTER,)
    assert len(grounded.rejected) == 1


def test_a_team_has_no_operator() -> None:
    assert reasons(replace(ROTA, operator=Operator.CONJUNCTIVE)) == ["operator of team 'rota': a team has no operator"]


def test_a_key_keeps_the_kind_of_the_place_that_introduces_it() -> None:
    passing = replace(FILTER, kind=ElementKind.DEPENDENCY, mention=True, quote=Quote(0, 17, TEXT[:17]))

    grounded = ground(document(TEXT), Proposals((passing, FILTER)))

    assert grounded.kept.elements == (FILTER,)
    assert grounded.rejected[0].why == "dependency 'intake filter': it is a control elsewhere in the document"


@pytest.mark.parametrize("kind", [ElementKind.DOCUMENT, ElementKind.PASSAGE])
def test_documents_and_passages_cannot_be_proposed(kind: ElementKind) -> None:
    assert reasons(replace(FILTER, kind=kind))[0].endswith("documents and passages are not proposed")


@pytest.mark.parametrize(
    ("relation", "why"),
    [
        (replace(READS, target="sieve"), "'sieve' is not proposed, or was dropped"),
        (replace(READS, target="intake filter"), "a relation joins two things"),
        (replace(READS, type=RelationType.ESCALATES_TO), "control ESCALATES_TO team is no legal relation"),
        (replace(READS, type=RelationType.ALERTS, latency_s=-5.0), "a latency of -5.0 seconds is out of range"),
        (replace(READS, quote=Quote(0, 3, "Thy")), "the quote is not in the document"),
    ],
)
def test_a_relation_that_cannot_stand_is_dropped(relation: ProposedRelation, why: str) -> None:
    found = reasons(FILTER, ROTA, relations=(relation,))

    assert found == [f"'{relation.source}' {relation.type} '{relation.target}': {why}"]


def test_a_relation_goes_with_the_element_at_its_end() -> None:
    invented = replace(ROTA, name="roster")

    assert reasons(FILTER, invented, relations=(READS,))[1].endswith("'rota' is not proposed, or was dropped")


def test_every_statement_needs_its_own_words_in_an_empty_document() -> None:
    grounded = ground(document(""), Proposals((FILTER, ROTA), (READS,)))

    assert grounded.kept == Proposals()
    assert len(grounded.rejected) == 3
