"""The server store in several hands: writers and readers at once, each with connections of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.case import CaseHead
from graph.changes import Changes
from graph.elements import Element, ElementKind
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_store import Neo4jStore
from tests.graph.sqlite_files import said
from tests.neo4j.servers import cypher
from tests.strategies import HEAD, document, passage

pytestmark = pytest.mark.neo4j


def write_many(address: Address, name: str, number: int) -> None:
    store = Neo4jStore(address)
    for n in range(number):
        store.apply(HEAD, said(f"{name}{n}"))


def read_many(address: Address, number: int) -> None:
    seen = 0
    for _ in range(number):
        case = Neo4jStore(address).load(HEAD.id)
        if not seen <= case.revision == len(case.elements):
            raise AssertionError((seen, case.revision, len(case.elements)))
        seen = case.revision


def test_two_writers_and_two_readers_lose_nothing(database: Address) -> None:
    Neo4jStore(database).apply(HEAD, said("a"))
    work = [(write_many, "x", 10), (write_many, "y", 10), (read_many, 15), (read_many, 15)]

    with ThreadPoolExecutor(len(work)) as pool:
        done = [pool.submit(act, database, *arguments) for act, *arguments in work]
    for each in done:
        each.result()

    case = Neo4jStore(database).load(HEAD.id)
    assert len(case.elements) == case.revision == 21


def test_many_writers_of_new_cases_make_each_once(database: Address) -> None:
    def make(number: int) -> None:
        Neo4jStore(database).apply(CaseHead(id=f"case-{number % 3}"), said(f"e{number}"))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(make, range(12)))

    assert sorted((head.id, revision) for head, revision in Neo4jStore(database).cases()) == [
        ("case-0", 4),
        ("case-1", 4),
        ("case-2", 4),
    ]
    assert sorted(cypher(database, "MATCH (c:Case) RETURN c.number")) == [[1], [2], [3]]


def test_the_same_change_by_several_at_once_counts_once(database: Address) -> None:
    with ThreadPoolExecutor(4) as pool:
        receipts = list(pool.map(lambda _: Neo4jStore(database).apply(HEAD, said("a", "b")), range(4)))

    assert sorted(receipt.is_empty for receipt in receipts) == [False, True, True, True]
    assert Neo4jStore(database).load(HEAD.id).revision == 1
    assert cypher(database, "MATCH (n) WHERE NOT n:Loadpath RETURN count(n)") == [[5]]


def numbered(number: int) -> Changes:
    """A change of every element, so that a reading in its middle mixes two states."""
    elements = (
        Element(id=f"e{n}", kind=ElementKind.CLAIM, name="claim", aliases=(f"state {number}",), passages=("d0:0",))
        for n in range(300)
    )
    return Changes(documents=(document("d0"),), passages=(passage("d0", 0),), elements=tuple(elements))


def test_a_reader_sees_the_state_before_a_change_or_after_it(database: Address) -> None:
    store = Neo4jStore(database)
    store.apply(HEAD, numbered(0))

    def write() -> None:
        for number in range(1, 9):
            store.apply(HEAD, numbered(number))

    seen = set()
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        while not writing.done():
            case = Neo4jStore(database).load(HEAD.id)
            seen.add((case.revision, *{len(element.aliases) for element in case.elements.values()}))
        writing.result()

    assert all(revision == aliases for revision, aliases in seen)


def test_a_store_that_was_read_before_notices_what_others_wrote(database: Address) -> None:
    mine, theirs = Neo4jStore(database), Neo4jStore(database)
    mine.apply(HEAD, said("a"))
    theirs.apply(HEAD, said("b"))

    mine.apply(HEAD, said("c"))

    assert list(mine.load(HEAD.id).elements) == list(theirs.load(HEAD.id).elements) == ["a", "b", "c"]


def test_a_store_notices_a_database_that_went_back_in_time(database: Address) -> None:
    mine = Neo4jStore(database)
    mine.apply(HEAD, said("a"))
    mine.apply(HEAD, said("b"))
    cypher(database, "MATCH (n) WHERE NOT n:Loadpath DETACH DELETE n")
    for name in ("y", "z"):
        Neo4jStore(database).apply(HEAD, said(name))

    assert (mine.load(HEAD.id).revision, list(mine.load(HEAD.id).elements)) == (2, ["y", "z"])
