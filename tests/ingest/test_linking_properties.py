"""Linking as a whole: idempotent, the same in every order, and never against what may not be united."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph.case import Case, CaseHead
from graph.changes import apply_changes
from graph.elements import ElementKind
from ingest.extraction import Proposals
from ingest.grounding import Grounded, ground
from ingest.linking import link
from tests.fakes import READ, LineExtractor, case_of, document, read_into

NOUNS = ["berth lock", "quay light", "tide gauge", "crane brake", "pilot rota", "fog horn"]
THINGS = st.builds(
    "{}{} {}".format,
    st.sampled_from(["control", "dependency", "team", "organization"]),
    st.sampled_from(":?"),
    st.sampled_from([*NOUNS, *(f"the {noun}s" for noun in NOUNS), *map(str.title, NOUNS), "lock", "that lock", "BL"]),
)
CLAIMS = st.builds(
    "claim {}: {}".format, st.sampled_from(["1", "2", "2.1"]), st.sampled_from(["Gates hold", "Gates turn"])
)
PEOPLE = st.builds(
    "person: {}".format, st.sampled_from(["Ada Moor", "A. Moor", "Moor", "Ada", "Ada Mooor", "Bo Moor", "Ada Reyes"])
)
TEXTS = st.lists(st.one_of(THINGS, CLAIMS, PEOPLE), min_size=1, max_size=8).map("\n".join)
CERTAIN = st.lists(
    st.builds(
        "control: {}".format, st.sampled_from([*NOUNS, *(f"the {noun}s" for noun in NOUNS), *map(str.title, NOUNS)])
    ),
    min_size=1,
    max_size=6,
).map("\n".join)


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_reading_the_last_document_again_adds_nothing(texts: list[str]) -> None:
    case = case_of(*texts)

    _, receipt = read_into(case, document(texts[-1], f"{len(texts) - 1}.md"))

    assert receipt.is_empty


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_proposals_changes_nothing(text: str, random: Random) -> None:
    parsed, case = document(text), Case.of(CaseHead(id="case"))
    kept = ground(parsed, LineExtractor().extract(parsed)).kept
    shuffled = list(kept.elements)
    random.shuffle(shuffled)

    linked = [link(parsed, Grounded(Proposals(tuple(e))), case, entered=READ) for e in (kept.elements, shuffled)]

    assert linked[0] == linked[1]


@given(st.lists(CERTAIN, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_documents_in_any_order_give_the_same_elements(texts: list[str], random: Random) -> None:
    numbered = [document(text, f"{number}.md") for number, text in enumerate(texts)]
    shuffled = list(numbered)
    random.shuffle(shuffled)
    cases = []
    for order in (numbered, shuffled):
        case = Case.of(CaseHead(id="case"))
        for parsed in order:
            case, _ = read_into(case, parsed)
        cases.append({frozenset(element.passages) for element in case.elements.values()})

    assert cases[0] == cases[1]


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_no_element_has_two_numbers_and_no_number_two_elements(texts: list[str]) -> None:
    case = case_of(*texts)

    claims = Counter(e.number for e in case.elements.values() if e.kind is ElementKind.CLAIM and e.number)
    assert all(times == 1 for times in claims.values())


@given(TEXTS)
def test_every_proposal_ends_in_an_element_of_its_kind_or_of_its_family(text: str) -> None:
    parsed, case = document(text), Case.of(CaseHead(id="case"))
    grounded = ground(parsed, LineExtractor().extract(parsed))

    changes = link(parsed, grounded, case, entered=READ).changes

    said = {(f"{parsed.source.id}:{e.quote.start}-{e.quote.end}") for e in grounded.kept.elements}
    assert said == {passage for element in changes.elements for passage in element.passages}
    after, _ = apply_changes(replace(case), changes)
    assert set(after.standing) == set(after.elements)
