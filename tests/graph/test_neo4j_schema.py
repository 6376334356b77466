"""How a database becomes a current store: what it lacks is made, what is wrong is told, and nothing that is in it is lost."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.case import Case
from graph.decisions import United
from graph.interchange.json import export_case, import_case
from graph.provenance import Entered
from graph.review import Review, change_of
from graph.stores.neo4j import Server
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_reading import Snapshot, read_snapshot
from graph.stores.neo4j_schema import bring_up_to_date
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.neo4j_writing import LAYOUT, out_of_date, write_anew
from graph.stores.queries import Transaction, schema_steps
from tests.graph.deciding import decided_cases, decisions
from tests.graph.sqlite_files import refusal, said
from tests.neo4j.earlier import EARLIER_CASES, restore_earlier
from tests.neo4j.servers import cypher, empty
from tests.strategies import HEAD

pytestmark = pytest.mark.neo4j

ADA = Entered(who="ada", when="2026-07-03T00:00:00Z")


@pytest.fixture
def store(database: Address) -> Neo4jStore:
    """A store that holds a small case."""
    store = Neo4jStore(database)
    store.apply(HEAD, said("a", "b"))
    return store


@pytest.fixture
def earlier(database: Address) -> Neo4jStore:
    """A store that has not opened yet what an earlier Loadpath wrote."""
    restore_earlier(database)
    return Neo4jStore(database)


def exported(store: Neo4jStore) -> dict[str, object]:
    return {case: json.loads(export_case(store.load(case))) for case in EARLIER_CASES}


def test_earlier_store_is_laid_anew_and_loses_nothing(earlier: Neo4jStore, database: Address) -> None:
    assert exported(earlier) == EARLIER_CASES

    assert cypher(database, "MATCH (s:Loadpath) RETURN s.version") == [[len(schema_steps())]]
    assert cypher(database, "MATCH (n) WHERE n.name IS NULL RETURN labels(n)") == []
    assert cypher(database, "MATCH ()-[r:DEPENDS_ON]->() RETURN DISTINCT r.quotes") == [
        [["Silo report, p. 3, 2.1: “The lock watch rests on the yard clock.”"]]
    ]
    assert sorted(
        cypher(database, "MATCH (n)-[:IN_CASE]->(c:Case {id: 'silos-2'})-[:FOLLOWS]->(:Case) RETURN n.name")
    ) == [
        ["Grain theft"],
        ["Silo report"],
        ["ada accepted Lock watch and Lock watch DEPENDS_ON Yard clock"],
        ["ada corrected Yard clock"],
        ["ada merged lock-watch and Lock watch"],
        ["ada undid what ada corrected: Yard clock"],
    ]


def test_a_second_opening_lays_nothing_anew(earlier: Neo4jStore, database: Address) -> None:
    earlier.cases()
    before = cypher(database, "MATCH (n) RETURN properties(n) ORDER BY elementId(n)")

    Neo4jStore(database).cases()

    assert cypher(database, "MATCH (n) RETURN properties(n) ORDER BY elementId(n)") == before


def test_several_that_open_an_earlier_store_at_once_do_it_no_harm(earlier: Neo4jStore, database: Address) -> None:
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda _: exported(Neo4jStore(database)), range(3)))

    assert found == [EARLIER_CASES] * 3
    assert exported(earlier) == EARLIER_CASES
    assert cypher(database, "MATCH (d:Decision)-[line:IN_CASE]->() RETURN count(DISTINCT d), count(line)") == [[4, 4]]


def test_case_that_was_half_laid_anew_is_whole_and_is_completed(earlier: Neo4jStore, database: Address) -> None:
    def half(transaction: Transaction) -> Snapshot:
        before = read_snapshot(transaction, "silos-2", None)
        assert before is not None
        rows = tuple(out_of_date(before))
        return write_anew(transaction, before, rows[: len(rows) // 2])

    Server(database).write(half)
    found = Server(database).read(lambda transaction: read_snapshot(transaction, "silos-2", None))

    assert found is not None
    assert json.loads(export_case(found.case)) == EARLIER_CASES["silos-2"]
    assert exported(earlier) == EARLIER_CASES
    assert cypher(database, "MATCH (c:Case) RETURN DISTINCT c.layout") == [[LAYOUT]]


def test_case_that_was_changed_by_hand_is_named_and_keeps_no_other_from_use(
    earlier: Neo4jStore, database: Address
) -> None:
    cypher(database, "MATCH (e:Pathway {case: 'silos-1'}) SET e.strength = 'weak'")

    error = refusal(lambda: earlier.load("silos-1"))
    case = json.loads(export_case(earlier.load("silos-2")))
    cypher(database, "MATCH (e:Pathway {case: 'silos-1'}) REMOVE e.strength")

    assert error.message == "element 'Grain theft' (id 'theft') of case 'silos-1' was changed, and not by Loadpath"
    assert case == EARLIER_CASES["silos-2"]
    assert exported(Neo4jStore(database)) == EARLIER_CASES
    assert cypher(database, "MATCH (c:Case) RETURN DISTINCT c.layout") == [[LAYOUT]]


def test_decision_of_an_earlier_store_can_be_undone(earlier: Neo4jStore, database: Address) -> None:
    case = earlier.load("silos-2")
    united = next(decision for decision in case.decisions.values() if isinstance(decision, United))

    undone = Review(case, ADA, "").undo(united.id)
    earlier.apply(case.head, change_of(undone, case))

    assert "lock-watch" in Neo4jStore(database).load("silos-2").elements
    assert cypher(database, "MATCH (:Decision {action: 'undo'})-[:UNDOES]->(d) RETURN d.action ORDER BY d.action") == [
        ["edit"],
        ["merge"],
    ]


@settings(max_examples=15)
@given(decided_cases(most=3), st.data())
def test_a_change_leaves_nothing_out_of_date(database: Address, case: Case, data: st.DataObject) -> None:
    empty(database)
    store = Neo4jStore(database)
    store.apply(HEAD, import_case(export_case(case), ADA)[1])
    before = store.load(HEAD.id)
    decision = data.draw(decisions(before))
    assume(decision is not None)

    store.apply(HEAD, change_of(decision, before))

    found = Server(database).read(lambda transaction: read_snapshot(transaction, HEAD.id, None))
    assert found is not None
    assert list(out_of_date(found)) == []


WRONG = {
    "a property less": (
        "loadpath_element_once",
        "CONSTRAINT",
        "CREATE CONSTRAINT loadpath_element_once FOR (e:Element) REQUIRE e.digest IS UNIQUE",
        "as a constraint on Element (digest), where Loadpath needs a constraint of uniqueness on Element (case, id)",
    ),
    "another label": (
        "loadpath_passage_once",
        "CONSTRAINT",
        "CREATE CONSTRAINT loadpath_passage_once FOR (p:Part) REQUIRE (p.case, p.id) IS UNIQUE",
        "as a constraint on Part (case, id), where Loadpath needs a constraint of uniqueness on Passage (case, id)",
    ),
    "an index that lets doubles in": (
        "loadpath_decision_once",
        "INDEX",
        "CREATE INDEX loadpath_decision_once FOR (d:Decision) ON (d.case, d.id)",
        "as an index of type RANGE on Decision (case, id), where Loadpath needs a constraint of uniqueness on Decision (case, id)",
    ),
    "on relations": (
        "loadpath_document_once",
        "CONSTRAINT",
        "CREATE CONSTRAINT loadpath_document_once FOR ()-[d:DOCUMENT]-() REQUIRE (d.case, d.id) IS UNIQUE",
        "as a constraint on DOCUMENT (case, id), where Loadpath needs a constraint of uniqueness on Document (case, id)",
    ),
    "other names": (
        "loadpath_element_names",
        "INDEX",
        "CREATE FULLTEXT INDEX loadpath_element_names FOR (e:Element) ON EACH [e.text]",
        "as an index of type FULLTEXT on Element (text), where Loadpath needs a full-text index on Element (name, aliases, number)",
    ),
}


@pytest.mark.parametrize(("name", "kind", "made", "wrong"), WRONG.values(), ids=WRONG.keys())
def test_something_else_under_the_name_of_an_index_is_told(
    store: Neo4jStore, database: Address, *, name: str, kind: str, made: str, wrong: str
) -> None:
    own = "INDEX" if name.endswith("names") else "CONSTRAINT"
    cypher(database, f"DROP {own} {name}")
    cypher(database, made)

    errors = [refusal(act) for act in (Neo4jStore(database).cases, lambda: Neo4jStore(database).apply(HEAD, said("c")))]
    cypher(database, errors[0].hint.split(", ")[1])

    assert {error.message for error in errors} == {f"the store '{database.url}' has '{name}' {wrong}"}
    assert f"DROP {kind} {name}, and run the command again" in errors[0].hint
    assert Neo4jStore(database).load(HEAD.id) == store.load(HEAD.id)


def test_index_that_failed_is_told_with_what_the_server_says(store: Neo4jStore, database: Address) -> None:
    cypher(database, "CREATE (:Own {words: reduce(all = '', n IN range(1, 4000) | all + 'words '), case: 'own'})")
    cypher(database, "DROP INDEX loadpath_element_names")
    cypher(database, "CREATE INDEX loadpath_element_names FOR (own:Own) ON (own.words)")
    with pytest.raises(Exception, match="loadpath_element_names"):
        cypher(database, "CALL db.awaitIndex('loadpath_element_names', 60)")

    error = refusal(Neo4jStore(database).cases)
    cypher(database, "MATCH (own:Own) DELETE own")
    cypher(database, "DROP INDEX loadpath_element_names")

    assert error.message.startswith(f"the index 'loadpath_element_names' of the store '{database.url}' has failed: ")
    assert "DROP INDEX loadpath_element_names, and run the command again" in error.hint
    assert Neo4jStore(database).load(HEAD.id) == store.load(HEAD.id)


def test_index_of_ones_own_in_the_way_of_a_constraint_is_told(store: Neo4jStore, database: Address) -> None:
    cypher(database, "DROP CONSTRAINT loadpath_passage_once")
    cypher(database, "CREATE INDEX my_passages FOR (p:Passage) ON (p.case, p.id)")

    error = refusal(Neo4jStore(database).cases)
    cypher(database, "DROP INDEX my_passages")

    assert "cannot be given a constraint or index that Loadpath needs" in error.message
    assert "(:Passage {case, id})" in error.message
    assert Neo4jStore(database).load(HEAD.id) == store.load(HEAD.id)


def test_newer_store_is_refused_untouched(store: Neo4jStore, database: Address) -> None:
    cypher(database, "MATCH (s:Loadpath) SET s.version = 99")

    errors = [refusal(act) for act in (store.cases, Neo4jStore(database).cases, lambda: store.apply(HEAD, said("b")))]

    assert all("was made by a newer Loadpath" in error.message for error in errors)
    assert cypher(database, "MATCH (e:Element) RETURN count(e)") == [[2]]


def test_older_store_is_brought_up_to_date(store: Neo4jStore, database: Address) -> None:
    before = store.load(HEAD.id)
    cypher(database, "DROP INDEX loadpath_element_names")
    cypher(database, "MATCH (s:Loadpath) SET s.version = 5")

    assert Neo4jStore(database).load(HEAD.id) == before

    assert cypher(database, "MATCH (s:Loadpath) RETURN s.version") == [[len(schema_steps())]]
    assert ["loadpath_element_names"] in cypher(database, "SHOW INDEXES YIELD name")


def test_dropped_constraint_is_made_again(store: Neo4jStore, database: Address) -> None:
    cypher(database, "DROP CONSTRAINT loadpath_element_once")

    Neo4jStore(database).load(store.cases()[0][0].id)

    assert ["loadpath_element_once"] in cypher(database, "SHOW CONSTRAINTS YIELD name")


def test_doubles_under_a_dropped_constraint_are_named_as_such(store: Neo4jStore, database: Address) -> None:
    cypher(database, "DROP CONSTRAINT loadpath_passage_once")
    cypher(database, "MATCH (p {id: 'd0:0'}) CREATE (q:Passage) SET q = properties(p)")

    error = refusal(Neo4jStore(database).cases)
    cypher(database, "MATCH (q:Passage) WHERE NOT (q)-[:PART_OF]->() DELETE q")

    assert error.message.endswith("holds two of what there may be only one of")
    assert Neo4jStore(database).load(HEAD.id) == store.load(HEAD.id)


def test_taking_every_step_again_changes_nothing(store: Neo4jStore, database: Address) -> None:
    before = cypher(database, "SHOW INDEXES YIELD name, type")
    cypher(database, "MATCH (s:Loadpath) SET s.version = 1")

    assert bring_up_to_date(Server(database), make=True)

    assert cypher(database, "SHOW INDEXES YIELD name, type") == before
    assert store.load(HEAD.id).revision == 1
