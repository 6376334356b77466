"""Merging changes into a case: once is as good as twice, decisions stay, and a new version replaces the old one."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.changes import Changes, apply_changes
from graph.elements import (
    Basis,
    Element,
    ElementKind,
    Operator,
    ReviewStatus,
    Strength,
)
from graph.errors import IllegalCase, StaleCase
from graph.provenance import Document, Entered
from graph.receipts import Receipt
from graph.resolution import places
from tests.graph.readings import DOCUMENTS, EMPTY, after, claim, line, reading, typed
from tests.strategies import changes, passage, replaced


@given(changes(cycles=True, versions=True))
def test_twice_is_once(change: Changes) -> None:
    once, _ = apply_changes(EMPTY, change)

    twice, receipt = apply_changes(once, change)

    assert twice == once
    assert receipt == Receipt()


@given(changes(cycles=True, versions=True), st.randoms(use_true_random=False))
def test_order_inside_a_change_means_nothing(change: Changes, random: st.DataObject) -> None:
    shuffled = {field: _shuffled(getattr(change, field), random) for field in ("passages", "elements", "relations")}

    one, other = after(change), after(change.model_copy(update=shuffled))

    assert replace(one, revision=0) == replace(other, revision=0)


def _shuffled(things: tuple[object, ...], random: st.DataObject) -> tuple[object, ...]:
    return tuple(random.sample(things, len(things)))


@given(changes(cycles=True), st.integers(0, 7))
def test_in_two_parts_is_in_one(change: Changes, cut: int) -> None:
    first = change.model_copy(update={"elements": change.elements[:cut], "relations": ()})

    assert replace(after(first, change), revision=1) == after(change)


def test_receipt_says_what_was_added_and_updated() -> None:
    case = after(reading("d0", claim("d0:0")))
    evidence = Element(id="e", kind=ElementKind.EVIDENCE, name="e", passages=("d1:0",))

    _, receipt = apply_changes(case, reading("d1", claim("d1:0"), evidence, line("d1:1")))

    assert receipt == Receipt(documents=("d1",), elements_added=("e",), elements_updated=("c",), relations_added=("r",))


def test_document_taken_out_and_read_again_has_its_say_as_before() -> None:
    steps = (reading("d0", claim("d0:3", strength="weak")), reading("d1", claim("d1:0", strength="strong")))
    before = after(*steps)

    again = after(Changes(removed=("d0",)), steps[0], case=before)

    assert again.elements == before.elements


def test_report_goes_before_critique_and_interview() -> None:
    kinds = ("interview", "critique", "report")
    sources = [DOCUMENTS[f"d{n}"].model_copy(update={"id": f"k{n}", "kind": k}) for n, k in enumerate(kinds)]
    places_ = places(sources)

    assert sorted(places_, key=places_.__getitem__) == ["k2", "k1", "k0"]


def test_earlier_document_wins_and_both_statements_stay() -> None:
    case = after(reading("d0", claim("d0:3", strength="weak")), reading("d1", claim("d1:0", strength="strong")))

    assert case.elements["c"].strength is Strength.WEAK
    assert [s.strength for s in case.elements["c"].stated] == [Strength.WEAK, Strength.STRONG]


def test_earlier_place_wins_within_a_document() -> None:
    both = [claim("d0:4", operator="disjunctive"), claim("d0:1", operator="at_least", k=2)]

    for order in permutations(both):
        element = after(reading("d0", *order)).elements["c"]
        assert (element.operator, element.k) == (Operator.AT_LEAST, 2)


def test_k_comes_with_its_own_operator() -> None:
    case = after(reading("d0", claim("d0:1", operator="disjunctive"), claim("d0:2", operator="at_least", k=2)))

    assert (case.elements["c"].operator, case.elements["c"].k) == (Operator.DISJUNCTIVE, None)


def test_new_version_replaces_what_the_old_one_said() -> None:
    old = claim("d0:0", name="Old name", strength="strong", operator="conjunctive")
    new = claim("d1:0", name="New name", strength="weak", operator="disjunctive")

    element = after(reading("d0", old), reading("d1", new, replaced("d1", "d0"))).elements["c"]

    assert (element.name, element.strength, element.operator) == ("New name", Strength.WEAK, Operator.DISJUNCTIVE)
    assert "Old name" in element.aliases


def test_new_version_withdraws_what_it_no_longer_says() -> None:
    gone = Element(id="gone", kind=ElementKind.CLAIM, name="gone", passages=("d0:1",))

    case = after(
        reading("d0", claim("d0:0", strength="weak"), gone), reading("d1", claim("d1:0"), replaced("d1", "d0"))
    )

    assert list(case.standing) == ["c"]
    assert case.elements["c"].strength is None


def test_what_another_document_states_stays() -> None:
    case = after(
        reading("d0", claim("d0:0", strength="weak")),
        reading("d2", claim("d2:0", strength="moderate")),
        reading("d1", replaced("d1", "d0")),
    )

    assert case.standing["c"].strength is Strength.MODERATE


def test_new_version_stands_where_the_old_one_stood() -> None:
    case = after(
        reading("d0", claim("d0:0", strength="weak")),
        reading("d2", claim("d2:0", strength="moderate")),
        reading("d1", claim("d1:0", strength="strong"), replaced("d1", "d0")),
    )

    assert case.elements["c"].strength is Strength.STRONG


def test_version_of_two_documents_stands_where_the_first_stood() -> None:
    steps = (
        reading("d0", claim("d0:0", strength="weak")),
        reading("d1", claim("d1:0", strength="moderate")),
    )
    for both in permutations((replaced("d2", "d0"), replaced("d2", "d1"))):
        case = after(*steps, reading("d2", claim("d2:0", strength="strong"), *both))
        assert case.elements["c"].strength is Strength.STRONG


def test_documents_that_replace_each_other_say_nothing() -> None:
    case = after(
        reading("d0", claim("d0:0")),
        reading("d1", replaced("d0", "d1").model_copy(update=_stated_in("d1")), replaced("d1", "d0")),
    )

    assert case.current_documents == frozenset()
    assert not case.standing


def _stated_in(name: str) -> dict[str, tuple[str, ...]]:
    return {"passages": (f"{name}:0",)}


def test_relation_withdrawn_with_its_document_comes_back_with_another() -> None:
    evidence = Element(id="e", kind=ElementKind.EVIDENCE, name="e", passages=("d2:0",))
    case = after(
        reading("d2", claim("d2:0"), evidence),
        reading("d0", line("d0:0", strength="weak")),
        reading("d1", replaced("d1", "d0")),
    )
    assert case.standing_relations == ()

    again = after(reading("d2", line("d2:1", basis="inferred")), case=case)

    assert [(r.strength, r.basis) for r in again.standing_relations] == [(None, Basis.INFERRED)]


def test_stated_relation_stays_stated_when_also_inferred() -> None:
    evidence = Element(id="e", kind=ElementKind.EVIDENCE, name="e", passages=("d0:0",))

    case = after(reading("d0", claim("d0:0"), evidence, line("d0:1", basis="inferred"), line("d0:2")))

    assert case.relations["r"].basis is Basis.STATED


@pytest.mark.parametrize("decision", [ReviewStatus.ACCEPTED, ReviewStatus.REJECTED])
def test_decision_survives_reading_again_and_a_new_version(decision: ReviewStatus) -> None:
    decided = claim("d0:0").model_copy(update={"status": decision})

    case = after(
        reading("d0", claim("d0:0")),
        reading("d0", decided),
        reading("d0", claim("d0:0")),
        reading("d1", claim("d1:0"), replaced("d1", "d0")),
    )

    assert case.elements["c"].status is decision


def test_what_a_person_entered_wins_and_stays() -> None:
    case = after(
        Changes(elements=(typed("2026-02-01", strength="moderate"),)),
        reading("d0", claim("d0:0", strength="weak")),
        reading("d1", replaced("d1", "d0")),
    )

    assert case.standing["c"].strength is Strength.MODERATE


@pytest.mark.parametrize("times", [("2026-02-01", "2026-02-02"), ("2026-02-01", "2026-02-01")])
def test_what_a_person_entered_last_wins(times: tuple[str, str]) -> None:
    first, second = typed(times[0], strength="weak"), typed(times[1], strength="strong")

    case = after(Changes(elements=(first,)), Changes(elements=(second,)))

    assert case.elements["c"].strength is Strength.STRONG


def test_entry_made_once_is_not_repeated_later() -> None:
    first, other, again = (typed(f"2026-02-0{day}", strength=s) for day, s in enumerate(("weak", "strong", "weak"), 1))
    case = after(Changes(elements=(first,)), Changes(elements=(other,)))

    once = Changes(elements=(again,), once=Entered(who="ada", when="2026-02-03"))

    assert after(once, case=case) == case
    assert after(Changes(elements=(again,)), case=case).elements["c"].strength is Strength.WEAK


def test_bare_fields_count_as_said_by_the_first_passage() -> None:
    plan = Element(id="m", kind=ElementKind.MITIGATION, name="m", effort_days=3.0, passages=("d0:2", "d0:1"))

    case = after(reading("d0", plan))

    assert case.elements["m"].effort_days == 3.0
    assert [s.passage for s in case.elements["m"].stated if s.effort_days] == ["d0:2"]


def test_text_left_out_is_filled_in_by_who_has_it() -> None:
    bare = DOCUMENTS["d0"].model_copy(update={"text": None})
    whole = Changes(documents=(DOCUMENTS["d0"],))

    for steps in ((Changes(documents=(bare,)), whole), (whole, Changes(documents=(bare,)))):
        assert after(*steps).documents["d0"].text == DOCUMENTS["d0"].text
    assert after(Changes(documents=(bare,)), whole).revision == 2


def test_filled_in_text_has_to_hold_the_passages() -> None:
    bare = DOCUMENTS["d0"].model_copy(update={"text": None})
    case = after(Changes(documents=(bare,), passages=(passage("d0", 0).model_copy(update={"text": "Not in there."}),)))

    with pytest.raises(IllegalCase, match="passage 'd0:0' is not what 'd0' says at 0-17"):
        after(Changes(documents=(DOCUMENTS["d0"],)), case=case)


CLASHES = {
    "document": (
        Changes(documents=(Document(id="d0", kind="report", title="Other", text="Other"),)),
        "document 'd0' is",
    ),
    "passage": (Changes(passages=(passage("d0", 0).model_copy(update={"page": 9}),)), "passage 'd0:0' is there"),
    "kind": (
        Changes(elements=(Element(id="c", kind="control", name="c", passages=("d0:0",)),)),
        "element 'c' is a claim; a control of the same id",
    ),
    "ends": (
        Changes(relations=(line("d0:0").model_copy(update={"target": "c"}),)),
        "relation 'r' is there already, between other ends",
    ),
}


@pytest.mark.parametrize("what", CLASHES)
def test_other_content_under_a_known_id_is_refused(what: str) -> None:
    evidence = Element(id="e", kind=ElementKind.EVIDENCE, name="e", passages=("d0:0",))
    case = after(reading("d0", claim("d0:0"), evidence, line("d0:0")))
    clash, message = CLASHES[what]

    with pytest.raises(IllegalCase, match=message):
        after(clash, case=case)


def test_change_made_for_another_revision_is_stale() -> None:
    case = after(reading("d0", claim("d0:0")))

    with pytest.raises(StaleCase, match="is at revision 1, the change was made for 0"):
        after(Changes(based_on=0), case=case)
