"""The server store's graph: what people see in Neo4j's own tools, and what becomes of what they change there."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from graph.case import CaseHead
from graph.changes import Changes
from graph.decisions import Judged
from graph.elements import Element, ElementKind, Relation, RelationType, ReviewStatus
from graph.errors import StoreUnusable, UnknownCase
from graph.provenance import Entered, Passage
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_store import Neo4jStore
from tests.graph.sqlite_files import refusal, said
from tests.neo4j.relay import relayed
from tests.neo4j.servers import cypher
from tests.strategies import HEAD, document, passage

pytestmark = pytest.mark.neo4j

ALARM = Element(
    id="alarm", kind=ElementKind.CONTROL, name="Flow Alarm", aliases=("the alarm",), passages=("d0:2", "d0:0")
)
CLAIM = Element(id="c1", kind=ElementKind.CLAIM, name="Transfers are noticed", number="1", passages=("d0:1",))
LINE = Relation(id="l", type=RelationType.SUPPORTED_BY, source="c1", target="alarm", passages=("d0:1",))
WHOLE = Changes(
    documents=(document("d0"),),
    passages=tuple(passage("d0", place) for place in range(3)),
    elements=(ALARM, CLAIM),
    relations=(LINE,),
)


ACCEPTED = Judged(
    id="d1",
    by=Entered(who="ada", when="2026-07-01T00:00:00Z"),
    why="I was there",
    action="accept",
    things=("l",),
    before=(ReviewStatus.PROPOSED,),
)


@pytest.fixture
def store(database: Address) -> Neo4jStore:
    """A store that holds the case above, with a decision on it."""
    store = Neo4jStore(database)
    store.apply(HEAD, WHOLE.model_copy(update={"decisions": (ACCEPTED,)}))
    return store


def test_an_element_shows_its_kind_name_and_sources(store: Neo4jStore, database: Address) -> None:
    found = cypher(
        database,
        """MATCH (e:Element:Control {name: 'Flow Alarm'})-[:STATED_IN]->(p:Passage)-[:PART_OF]->(d:Document)
        RETURN e.aliases, e.status, p.text, d.title ORDER BY p.start""",
    )

    assert found == [
        [["the alarm"], "proposed", "Sentence 0 of d0.", "The d0"],
        [["the alarm"], "proposed", "Sentence 2 of d0.", "The d0"],
    ]
    assert store.load(HEAD.id).elements["alarm"].passages == ("d0:0", "d0:2")


def test_a_relation_has_its_own_type_and_shows_its_words_and_passages(store: Neo4jStore, database: Address) -> None:
    found = cypher(
        database,
        """MATCH (c:Claim)-[r:SUPPORTED_BY]->(a:Control)
        UNWIND r.passages AS id MATCH (p:Passage {case: r.case, id: id})
        RETURN c.name, r.basis, a.name, r.quotes, p.name""",
    )

    assert found == [
        [
            "Transfers are noticed",
            "stated",
            "Flow Alarm",
            ["The d0: “Sentence 1 of d0.”"],
            "d0: Sentence 1 of d0.",
        ]
    ]
    assert store.load(HEAD.id).relations["l"].passages == ("d0:1",)


def test_quotes_follow_the_title_of_their_document(store: Neo4jStore, database: Address) -> None:
    annex = document("d0").model_copy(update={"title": "Annex"})
    store.apply(HEAD, WHOLE.model_copy(update={"documents": (annex,), "removed": ("d0",)}))

    assert cypher(database, "MATCH ()-[r {id: 'l'}]->() RETURN r.quotes") == [[["Annex: “Sentence 1 of d0.”"]]]
    assert cypher(database, "MATCH (d:Document) RETURN d.name") == [["Annex"]]
    assert Neo4jStore(database).load(HEAD.id) == store.load(HEAD.id)


def test_the_case_leads_to_its_documents_pathways_and_decisions(store: Neo4jStore, database: Address) -> None:
    pathway = Element(id="p", kind=ElementKind.PATHWAY, name="Theft", passages=("d0:0",))
    store.apply(HEAD, WHOLE.model_copy(update={"elements": (*WHOLE.elements, pathway)}))

    found = cypher(database, "MATCH (n)-[:IN_CASE]->(c:Case) RETURN labels(n), n.name, c.name ORDER BY n.name")

    assert found == [
        [["Document"], "The d0", "A random case"],
        [["Element", "Pathway"], "Theft", "A random case"],
        [["Decision"], "ada accepted Transfers are noticed SUPPORTED_BY Flow Alarm", "A random case"],
    ]


def test_a_decision_leads_to_what_it_is_about(store: Neo4jStore, database: Address) -> None:
    found = cypher(database, "MATCH (d:Decision)-[a:ABOUT]->(e) RETURN e.name, a.relation, d.why ORDER BY e.name")

    assert found == [["Flow Alarm", "l", "I was there"], ["Transfers are noticed", "l", "I was there"]]
    assert store.load(HEAD.id).relations["l"].status is ReviewStatus.ACCEPTED


def test_a_case_is_joined_to_the_one_it_follows_whichever_comes_first(database: Address) -> None:
    for head in (CaseHead(id="b", follows="a"), CaseHead(id="a"), CaseHead(id="c", follows="b")):
        Neo4jStore(database).apply(head, said("x"))

    assert cypher(database, "MATCH (c:Case)-[:FOLLOWS]->(e:Case) RETURN c.name, e.name ORDER BY c.name") == [
        ["b", "a"],
        ["c", "b"],
    ]
    assert {Neo4jStore(database).load(id_).revision for id_ in "abc"} == {1}


def test_a_passage_is_shown_by_its_place_and_first_words(database: Address) -> None:
    text = "The alarm is read by the night crew, who call the duty manager, who decides alone."
    long = Passage(id="p", document="d", page=3, page_label="iii", section="2.1", end=len(text), text=text)
    Neo4jStore(database).apply(
        HEAD, Changes(documents=(document("d").model_copy(update={"text": text}),), passages=(long,))
    )

    names = cypher(database, "MATCH (p:Passage) RETURN p.name")

    assert names == [["p. iii, 2.1: The alarm is read by the night crew, who call the duty manag…"]]


def test_names_are_found_in_the_full_text_index(store: Neo4jStore, database: Address) -> None:
    cypher(database, "CALL db.awaitIndexes(30)")

    found = cypher(
        database, "CALL db.index.fulltext.queryNodes('loadpath_element_names', 'alarm') YIELD node RETURN node.id"
    )

    assert found == [["alarm"]]
    assert store.load(HEAD.id).revision == 1


EDITS = {
    "a field": "MATCH (e {id: 'alarm'}) SET e.strength = 'weak'",
    "a name": "MATCH (e {id: 'alarm'}) SET e.name = 'Other Alarm'",
    "what is no value": "MATCH (e {id: 'alarm'}) SET e.aliases = 7",
    "a label": "MATCH (e {id: 'alarm'}) REMOVE e:Control SET e:Evidence",
    "a second label of a kind": "MATCH (e {id: 'alarm'}) SET e:Evidence",
    "an element taken out": "MATCH (e {id: 'alarm'}) DETACH DELETE e",
    "an element added": "CREATE (:Element:Control {case: 'random', id: 'new', name: 'New'})",
    "a bare element": "CREATE (:Element {case: 'random'})",
    "an element of another case": "MATCH (e {id: 'alarm'}) SET e.case = 'other'",
    "a relation's field": "MATCH ()-[r {id: 'l'}]->() SET r.strength = 'weak'",
    "a relation taken out": "MATCH ()-[r {id: 'l'}]->() DELETE r",
    "a relation drawn": "MATCH (a {id: 'alarm'}), (c {id: 'c1'}) CREATE (a)-[:DEPENDS_ON]->(c)",
    "a relation turned": "MATCH (c)-[r {id: 'l'}]->(a) CREATE (c)-[n:DEPENDS_ON]->(a) SET n = properties(r) DELETE r",
    "a source taken away": "MATCH (:Control)-[s:STATED_IN]->({id: 'd0:0'}) DELETE s",
    "a source drawn": "MATCH (e:Claim), (p {id: 'd0:0'}) CREATE (e)-[:STATED_IN]->(p)",
    "sources swapped": "MATCH (:Control)-[s:STATED_IN]->() SET s.position = 1 - s.position",
    "a passage's words": "MATCH (p {id: 'd0:0'}) SET p.text = 'No sentence at all'",
    "a passage's caption": "MATCH (p {id: 'd0:0'}) SET p.name = 'Nowhere'",
    "a passage cut off": "MATCH ({id: 'd0:0'})-[r:PART_OF]->() DELETE r",
    "a document's text": "MATCH (d:Document) SET d.text = 'Other text'",
    "the order": "MATCH (e:Element) SET e.position = 1 - e.position",
    "the history": "MATCH (e {id: 'alarm'}) SET e.stated = ['{}']",
    "a relation's quotes": "MATCH ()-[r {id: 'l'}]->() SET r.quotes = []",
    "a document's caption": "MATCH (d:Document) REMOVE d.name",
    "a document taken out of the case": "MATCH (:Document)-[l:IN_CASE]->() DELETE l",
    "a control put at the top": "MATCH (e {id: 'alarm'}), (c:Case) CREATE (e)-[:IN_CASE]->(c)",
    "the caption of the case": "MATCH (c:Case) SET c.name = 'Another'",
    "what the case follows": "MATCH (c:Case) CREATE (c)-[:FOLLOWS]->(:Case {id: 'x'})",
    "a decision's subject": "MATCH (:Decision)-[l:ABOUT {relation: 'l'}]->(:Claim) DELETE l",
    "a decision's subject drawn": "MATCH (d:Decision), (n:Document) CREATE (d)-[:ABOUT]->(n)",
    "what a decision undoes": "MATCH (d:Decision) CREATE (d)-[:UNDOES]->(d)",
    "a decision's caption": "MATCH (d:Decision) SET d.name = 'Nothing'",
    "a decision's reason": "MATCH (d:Decision) SET d.why = ''",
    "the title of the case": "MATCH (c:Case) SET c.title = 'Another'",
    "the checksum": "MATCH (c:Case) REMOVE c.checksum",
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_what_is_changed_by_hand_is_refused(store: Neo4jStore, database: Address, edit: str) -> None:
    assert store.load(HEAD.id).revision == 1
    cypher(database, edit)

    error = refusal(lambda: Neo4jStore(database).load(HEAD.id))

    assert error.message.endswith("and not by Loadpath")
    assert refusal(lambda: Neo4jStore(database).apply(HEAD, said("b"))).message == error.message


def test_undoing_a_change_by_hand_makes_the_case_whole(store: Neo4jStore, database: Address) -> None:
    before = store.load(HEAD.id)
    cypher(database, "MATCH (e {id: 'alarm'}) SET e.strength = 'weak'")

    error = refusal(lambda: Neo4jStore(database).load(HEAD.id))
    cypher(database, "MATCH (e {id: 'alarm'}) REMOVE e.strength")

    assert error.message == "element 'Flow Alarm' (id 'alarm') of case 'random' was changed, and not by Loadpath"
    assert Neo4jStore(database).load(HEAD.id) == before


OWN_NOTES = {
    "a property": "MATCH (e {id: 'alarm'}) SET e.note = 'ask Ada'",
    "a label": "MATCH (e {id: 'alarm'}) SET e:Watched",
    "a line": "MATCH (a {id: 'alarm'}), (c {id: 'c1'}) CREATE (a)-[:SEEN_WITH]->(c)",
    "nodes": "CREATE (:Person {name: 'Ada'})-[:KNOWS]->(:Document {title: 'Notes'})",
}


@pytest.mark.parametrize("note", OWN_NOTES.values(), ids=OWN_NOTES.keys())
def test_what_people_add_of_their_own_is_left_alone(store: Neo4jStore, database: Address, note: str) -> None:
    before = store.load(HEAD.id)
    cypher(database, note)
    count = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r), count(n.note), count(n:Watched)"
    marks = cypher(database, count)

    assert Neo4jStore(database).load(HEAD.id) == before
    Neo4jStore(database).apply(HEAD, WHOLE.model_copy(update={"elements": (ALARM.model_copy(update={"number": "7"}),)}))

    assert cypher(database, count) == marks


def test_database_that_holds_nothing_is_no_store_until_written(database: Address) -> None:
    with pytest.raises(UnknownCase) as absent:
        Neo4jStore(database).cases()

    assert absent.value.message == f"there is no store at '{database.url}' yet"
    assert absent.value.hint == "Make one by reading a document: loadpath ingest FILE"
    assert cypher(database, "MATCH (n) RETURN count(n)") == [[0]]


def test_refused_change_makes_no_case(database: Address) -> None:
    line = LINE.model_copy(update={"target": "nowhere"})

    with pytest.raises(Exception, match="nowhere"):
        Neo4jStore(database).apply(HEAD, WHOLE.model_copy(update={"relations": (line,)}))

    assert cypher(database, "MATCH (n) WHERE NOT n:Loadpath RETURN count(n)") == [[0]]


@pytest.mark.parametrize(
    ("element", "wrong"),
    [
        (ALARM.model_copy(update={"id": "x" * 5000}), "is longer than Neo4j can look up: 4000 bytes"),
        (ALARM.model_copy(update={"operator": "at_least", "k": 2**63}), "cannot keep what it was given"),
    ],
)
def test_what_neo4j_cannot_keep_is_refused_whole(store: Neo4jStore, element: Element, wrong: str) -> None:
    change = WHOLE.model_copy(update={"elements": (CLAIM.model_copy(update={"id": "c2"}), element), "relations": ()})

    with pytest.raises(StoreUnusable, match=wrong):
        store.apply(HEAD, change)

    assert list(store.load(HEAD.id).elements) == ["alarm", "c1"]


def test_write_sends_only_what_changed(store: Neo4jStore, database: Address) -> None:
    sent: list[bytes] = []

    def heard(piece: bytes) -> bytes:
        sent.append(piece)
        return piece

    with relayed(urlsplit(database.url).port or 0) as relay:
        relay.spoken = heard
        named = WHOLE.model_copy(update={"elements": (ALARM.model_copy(update={"number": "7"}),)})
        Neo4jStore(replace(database, url=relay.url)).apply(HEAD, named)

    assert store.load(HEAD.id).elements["alarm"].number == "7"
    assert b"Flow Alarm" in b"".join(sent)
    assert b"Transfers are noticed" not in b"".join(sent)
