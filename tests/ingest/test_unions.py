"""Likely unions: what may be one thing is proposed once, best first, and never again once a person has decided."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.case import Case
from graph.changes import apply_changes
from graph.embedders.lexical import LexicalEmbedder
from graph.provenance import Entered
from graph.review import Review, change_of
from ingest.unions import LIKELY, LikelyUnion, likely_unions
from tests.fakes import case_of, document, read_into

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")
TWO_NAMES = ("control: Transcript monitor", "control: Offline transcript monitor")
WORDS = st.sampled_from(["night", "day", "gate", "lock", "monitor", "A", "B", "log", "team", "WAB", "offline"])
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def proposed(case: Case) -> tuple[LikelyUnion, ...]:
    return likely_unions(case, (LexicalEmbedder(),))


def names(case: Case) -> list[tuple[str, str]]:
    return [(union.kept.name, union.taken.name) for union in proposed(case)]


def decided(case: Case, what: str) -> Case:
    union = proposed(case)[0]
    review = Review(case, ADA)
    decide = review.unite if what == "merge" else review.tell_apart
    return apply_changes(case, change_of(decide(union.kept.id, union.taken.id), case))[0]


def undone(case: Case) -> Case:
    return apply_changes(case, change_of(Review(case, ADA).undo(None), case))[0]


def test_a_longer_name_is_proposed_and_is_the_one_to_keep() -> None:
    assert names(case_of(*TWO_NAMES)) == [("Offline transcript monitor", "Transcript monitor")]


def test_other_kinds_are_never_a_pair() -> None:
    assert names(case_of("control: Transcript monitor", "dependency: Offline transcript monitor")) == []


def test_what_is_decided_to_be_two_is_not_proposed_again() -> None:
    case = decided(case_of(*TWO_NAMES), "distinct")
    again, _ = read_into(case, document("control? the offline transcript monitor", "later.md"))

    assert names(case) == names(again) == []


def test_a_distinction_that_is_undone_is_proposed_again() -> None:
    case = case_of(*TWO_NAMES)

    assert names(undone(decided(case, "distinct"))) == names(case)


def test_a_union_that_is_undone_is_not_proposed_again() -> None:
    case = undone(decided(case_of(*TWO_NAMES), "merge"))

    assert len(case.standing) == 2
    assert names(case) == []


def test_what_was_split_is_not_proposed_to_be_one() -> None:
    case = case_of(*TWO_NAMES)
    united = decided(case, "merge")
    (element,) = united.elements.values()
    apart = Review(united, ADA).divide(element.id, "Transcript monitors of the day", element.passages[:1])

    assert names(apply_changes(united, change_of(apart, united))[0]) == []


def test_a_distinction_follows_its_elements_through_a_union() -> None:
    case = decided(case_of(*TWO_NAMES, "control: Listener"), "distinct")
    listener = next(e.id for e in case.elements.values() if e.name == "Listener")
    short = next(e.id for e in case.elements.values() if e.name == "Transcript monitor")

    united = apply_changes(case, change_of(Review(case, ADA).unite(listener, short), case))[0]

    assert names(united) == []


def test_what_is_related_is_two_things() -> None:
    related = "control Offline transcript monitor -DEPENDS_ON-> control Transcript monitor"

    assert names(case_of(*TWO_NAMES, f"{TWO_NAMES[0]}\n\n{TWO_NAMES[1]}\n\n{related}")) == []


def test_shared_owners_make_a_pair_likelier() -> None:
    owned = [
        f"{name}\n\nteam: Harbour Watch\n\n{name.replace(':', '', 1)} -OWNED_BY-> team Harbour Watch"
        for name in TWO_NAMES
    ]

    (alone,), (with_owner,) = proposed(case_of(*TWO_NAMES)), proposed(case_of(*owned))

    assert with_owner.likeness > alone.likeness
    assert "both have Harbour Watch as owner" in [evidence.words for evidence in with_owner.evidence]


def test_a_short_name_that_fits_several_is_less_likely_and_says_so() -> None:
    several = case_of("control: Egress limiter\n\ncontrol: Egress limiter service", "control: Egress limiter system")

    found = [union for union in proposed(several) if union.taken.name == "Egress limiter"]

    assert all("fits 1 more as well" in " ".join(union.against) for union in found)
    assert all(
        union.likeness < proposed(case_of("control: Egress limiter", "control: Egress limiter service"))[0].likeness
        for union in found
    )


def test_two_that_one_passage_introduces_are_hardly_one() -> None:
    case = case_of("control: Transcript monitor = Offline transcript monitor")
    (element,) = case.elements.values()

    assert element.aliases == ("Offline transcript monitor",)
    assert proposed(case) == ()


@given(st.lists(NAMES, max_size=8, unique=True), st.randoms(use_true_random=False))
def test_pairs_are_ordered_distinct_and_the_same_in_every_run(called: list[str], random: Random) -> None:
    lines = [f"control: {name}" for name in called]
    case = case_of("\n\n".join(lines))
    found = proposed(case)
    turned = Case.of(
        case.head,
        elements=random.sample(tuple(case.elements.values()), len(case.elements)),
        documents=case.documents.values(),
        passages=case.passages.values(),
    )

    assert [union.likeness for union in found] == sorted((u.likeness for u in found), reverse=True)
    assert len({frozenset({u.kept.id, u.taken.id}) for u in found}) == len(found)
    assert all(LIKELY <= union.likeness <= 1 and union.kept.id != union.taken.id for union in found)
    assert proposed(turned) == found


@pytest.mark.parametrize("count", [0, 1])
def test_a_case_of_nothing_or_one_thing_has_no_pair(count: int) -> None:
    assert proposed(case_of(*["control: Berth lock"] * count)) == ()
