"""What every store keeps to: it gives back what was applied, all of it or nothing, under a revision that moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.elements import Element, ElementKind, Relation, RelationType, ReviewStatus, Statement, Strength
from graph.errors import IllegalCase, StaleCase, UnknownCase
from graph.interchange.json import export_case, import_case
from graph.provenance import Entered
from graph.review import Review, change_of
from graph.store import Store
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.sqlite import SqliteStore
from tests.graph.deciding import content, decided_cases, decisions
from tests.neo4j.installation import versions
from tests.neo4j.servers import empty, empty_database, run_folder
from tests.strategies import HEAD, changes, document, passage

EmptyStore = Callable[[], Store]
ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")


@pytest.fixture(params=["sqlite", *(pytest.param(v, id=f"neo4j-{v}", marks=pytest.mark.neo4j) for v in versions())])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmptyStore]:
    """Makes a new store that holds nothing, as often as it is called."""
    if request.param == "sqlite":
        numbers = count()
        yield lambda: SqliteStore(tmp_path / f"store{next(numbers)}.db")
        return
    with empty_database(request.param, run_folder(request)) as address:

        def emptied() -> Store:
            empty(address)
            return Neo4jStore(address)

        yield emptied


def claim(id_: str, **fields: object) -> Element:
    return Element(**{"id": id_, "kind": ElementKind.CLAIM, "name": id_, "passages": ("d0:0",), **fields})


def said(*elements: Element, **fields: object) -> Changes:
    return Changes(documents=(document("d0"),), passages=(passage("d0", 0),), elements=elements, **fields)


@given(first=changes(most=5, cycles=True), second=changes(most=6, versions=True))
def test_load_gives_back_what_was_applied(empty_store: EmptyStore, first: Changes, second: Changes) -> None:
    store = empty_store()
    second = second.model_copy(update={"elements": tuple(e for e in second.elements if e.id == "e0"), "relations": ()})

    receipts = [store.apply(HEAD, first), store.apply(HEAD, second)]

    once, receipt = apply_changes(Case.of(HEAD), first)
    twice, other = apply_changes(once, second)
    assert receipts == [receipt, other]
    assert store.load(HEAD.id) == twice


@given(changes(most=5, versions=True))
def test_second_apply_changes_nothing(empty_store: EmptyStore, change: Changes) -> None:
    store = empty_store()
    store.apply(HEAD, change)
    before = store.load(HEAD.id)

    receipt = store.apply(HEAD, change)

    assert receipt.is_empty
    assert store.load(HEAD.id) == before


def test_order_of_reading_is_kept(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(HEAD, said(claim("z"), claim("a"), claim("m")))

    store.apply(HEAD, said(claim("b"), claim("z", aliases=("zed",))))

    assert list(store.load(HEAD.id).elements) == ["z", "a", "m", "b"]


def test_the_first_document_wins_whichever_came_first(empty_store: EmptyStore) -> None:
    store = empty_store()
    for name, strength in (("z", Strength.WEAK), ("a", Strength.STRONG)):
        statement = Statement(passage=f"{name}:0", strength=strength)
        element = claim("c", passages=(f"{name}:0",), stated=(statement,))
        store.apply(HEAD, Changes(documents=(document(name),), passages=(passage(name, 0),), elements=(element,)))

    assert store.load(HEAD.id).elements["c"].strength is Strength.STRONG


def test_revision_moves_with_every_change_and_no_other(empty_store: EmptyStore) -> None:
    store = empty_store()
    seen = []
    for change in (said(), said(claim("a")), said(claim("a")), said(claim("b"))):
        store.apply(HEAD, change)
        seen.append((store.load(HEAD.id).revision, store.cases()[0][1]))

    assert seen == [(1, 1), (2, 2), (2, 2), (3, 3)]


def test_cases_are_listed_newest_first(empty_store: EmptyStore) -> None:
    store = empty_store()
    for name in ("one", "two", "three"):
        store.apply(CaseHead(id=name, title=f"Case {name}"), said())
    store.apply(CaseHead(id="one"), said(claim("a")))

    assert [(head.id, head.title, revision) for head, revision in store.cases()] == [
        ("three", "Case three", 1),
        ("two", "Case two", 1),
        ("one", "Case one", 2),
    ]


def test_cases_do_not_see_each_other(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(CaseHead(id="one"), said(claim("a")))
    store.apply(CaseHead(id="two"), said(claim("a", name="another a"), claim("b")))

    assert list(store.load("one").elements) == ["a"]
    assert store.load("two").elements["a"].name == "another a"


def test_new_case_without_content_is_kept(empty_store: EmptyStore) -> None:
    store = empty_store()
    head = CaseHead(id="bare", title="Bare", created="2026-05-01T00:00:00Z", follows="old")

    store.apply(head, Changes())

    assert store.cases() == ((head, 0),)
    assert store.load("bare") == Case.of(head)


def test_head_of_a_known_case_stays(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(CaseHead(id="one", title="First"), said())

    store.apply(CaseHead(id="one", title="Second"), said(claim("a")))

    assert store.load("one").head.title == "First"


@pytest.mark.parametrize("name", ["two", "", "'; DROP TABLE cases; --", "\x00", "\udc80"])
def test_unknown_case_names_those_that_there_are(empty_store: EmptyStore, name: str) -> None:
    store = empty_store()
    store.apply(CaseHead(id="one"), said())

    with pytest.raises(UnknownCase) as refused:
        store.load(name)

    assert refused.value.hint == "It holds: one"


def test_stale_change_is_refused(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(HEAD, said(claim("a")))
    mine = said(claim("mine"), based_on=store.load(HEAD.id).revision)
    store.apply(HEAD, said(claim("theirs")))

    with pytest.raises(StaleCase, match="revision 2, the change was made for 1"):
        store.apply(HEAD, mine)

    assert list(store.load(HEAD.id).elements) == ["a", "theirs"]


def test_change_of_the_loaded_revision_is_applied(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(HEAD, said(claim("a")))

    store.apply(HEAD, said(claim("b"), based_on=store.load(HEAD.id).revision))

    assert list(store.load(HEAD.id).elements) == ["a", "b"]


def test_illegal_change_leaves_everything_as_it_was(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(HEAD, said(claim("a")))
    before = store.load(HEAD.id)
    line = Relation(id="r", type=RelationType.SUPPORTED_BY, source="b", target="nowhere", passages=("d0:0",))

    with pytest.raises(IllegalCase, match="nowhere"):
        store.apply(HEAD, said(claim("b"), relations=(line,)))

    assert store.load(HEAD.id) == before


def test_decision_survives_reading_the_document_again(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(HEAD, said(claim("a")))
    store.apply(HEAD, said(claim("a", status=ReviewStatus.REJECTED)))

    store.apply(HEAD, said(claim("a"), claim("b")))

    assert list(store.load(HEAD.id).standing) == ["b"]


def test_every_character_comes_back(empty_store: EmptyStore) -> None:
    store = empty_store()
    text = "nul \x00, quote ' \" \\, “typographic”, 漢字, 🜁, \u2028, '); DROP TABLE items; --"
    typed = Statement(entered=Entered(who="ada", when="2026-01-01"), name=text, text=text)

    store.apply(HEAD, Changes(elements=(claim("a", name=text, passages=(), stated=(typed,)),)))

    assert store.load(HEAD.id).elements["a"].text == text


@settings(max_examples=20)
@given(decided_cases(most=3))
def test_decisions_come_back_with_what_they_did(empty_store: EmptyStore, case: Case) -> None:
    store = empty_store()
    _, change = import_case(export_case(case), ADA)

    store.apply(HEAD, change)

    assert content(store.load(HEAD.id)) == content(case)
    assert store.load(HEAD.id).decisions == case.decisions


@settings(max_examples=20)
@given(decided_cases(most=3), st.data())
def test_what_a_decision_makes_and_takes_away_is_the_same_in_every_store(
    empty_store: EmptyStore, case: Case, data: st.DataObject
) -> None:
    store = empty_store()
    store.apply(HEAD, import_case(export_case(case), ADA)[1])
    before = store.load(HEAD.id)
    decision = data.draw(decisions(before))
    assume(decision is not None)

    receipt = store.apply(HEAD, change_of(decision, before))

    assert (store.load(HEAD.id), receipt) == apply_changes(before, change_of(decision, before))


@settings(max_examples=20)
@given(decided_cases(most=3))
def test_a_removed_document_is_gone_with_what_only_it_states(empty_store: EmptyStore, case: Case) -> None:
    store = empty_store()
    store.apply(HEAD, import_case(export_case(case), ADA)[1])
    before = store.load(HEAD.id)
    removal = change_of(Review(before, ADA).remove("d0"), before)

    store.apply(HEAD, removal)

    after, _ = apply_changes(before, removal)
    assert store.load(HEAD.id) == after
    assert list(store.load(HEAD.id).elements) == list(after.elements)


def test_removing_a_document_twice_changes_nothing_more(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(HEAD, said(claim("a")))
    store.apply(HEAD, Changes(removed=("d0",)))

    receipt = store.apply(HEAD, Changes(removed=("d0",)))

    assert receipt.is_empty
    assert not store.load(HEAD.id).elements
    assert not store.load(HEAD.id).passages


def test_stale_decision_is_refused(empty_store: EmptyStore) -> None:
    store = empty_store()
    store.apply(HEAD, said(claim("a")))
    mine = store.load(HEAD.id)
    store.apply(HEAD, said(claim("b")))

    with pytest.raises(StaleCase):
        store.apply(HEAD, change_of(Review(mine, ADA).judge("accept", ["a"]), mine))

    assert not store.load(HEAD.id).decisions
