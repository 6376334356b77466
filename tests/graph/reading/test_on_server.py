"""Queries on a real server: what reads is answered, what was accepted moves nothing, what fails says why."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import StoreUnusable, UnusableQuery
from graph.stores.neo4j import Server
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_answers import Limits, answer
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.query_table import PathCell, QueryTable
from graph.stores.reading import ReadingQuery, read_query
from tests.graph.reading.canaries import SECRET, Canaries
from tests.graph.reading.mutants import mutants
from tests.neo4j.installation import versions
from tests.neo4j.servers import empty_database, run_folder
from ui.sample import load_sample

pytestmark = pytest.mark.neo4j
MUTANTS = 200_000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 10_000
HARMLESS = ("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.", "Neo.DatabaseError.Statement.ExecutionFailed")
LIMITS = Limits(rows=100, timeout_s=20)


@pytest.fixture(scope="module")
def address(request: pytest.FixtureRequest) -> Iterator[Address]:
    """A server that holds the sample case."""
    with empty_database(versions()[0], run_folder(request)) as found:
        load_sample(Neo4jStore(found), lambda: "2026-01-01T00:00:00Z", lambda _: None)
        yield found


@pytest.fixture(scope="module")
def server(address: Address) -> Server:
    return Server(address)


@pytest.fixture
def canaries(server: Server, tmp_path: Path) -> Iterator[Canaries]:
    file = tmp_path / "canary.csv"
    file.write_text(SECRET)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield Canaries(server, file, listener)


def asked(server: Server, text: str, limits: Limits = LIMITS) -> QueryTable:
    return answer(server, read_query(text), case="corvane-2", limits=limits)


BENIGN = [
    "MATCH (c:Control) RETURN c.name ORDER BY c.name",
    "MATCH (c:Control) RETURN count(c) AS controls",
    "MATCH (e:Element {case: $case}) RETURN labels(e) AS labels, count(*) AS number ORDER BY number DESC",
    "MATCH (p:Pathway)-[:SUPPORTED_BY]->(x) RETURN p.name AS pathway, collect(x.name) AS lines",
    "MATCH path = (p:Pathway)-[:SUPPORTED_BY*1..3]->(x) RETURN path LIMIT 5",
    "MATCH path = shortestPath((p:Pathway)-[*..6]-(d:Dependency)) RETURN length(path), path LIMIT 3",
    "MATCH (c:Control) OPTIONAL MATCH (c)-[:DEPENDS_ON]->(d) RETURN c.name, count(d) AS needs ORDER BY needs DESC",
    "MATCH (c:Claim) WHERE NOT (c)-[:SUPPORTED_BY]->() RETURN c.name AS bare",
    "MATCH (c:Claim) WHERE EXISTS { (c)-[:SUPPORTED_BY]->(:Evidence) } RETURN c.name",
    "MATCH (c:Claim) RETURN c.name, COUNT { (c)-->() } AS out ORDER BY out DESC LIMIT 3",
    "MATCH (p:Pathway) RETURN p.name, COLLECT { MATCH (p)-->(x:Claim) RETURN x.name } AS claims",
    "MATCH (e:Element) WHERE toLower(e.name) CONTAINS 'weight' RETURN e.name, [l IN labels(e) WHERE l <> 'Element'] AS kind",
    "MATCH (e:Element) RETURN e.status, min(size(e.name)) AS shortest, max(size(e.name)), avg(size(e.name)) AS mean",
    "MATCH (p:Passage)-[:PART_OF]->(d:Document) RETURN d.title, count(p) AS passages",
    "MATCH (c:Control)-[:STATED_IN]->(p:Passage) RETURN c.name, substring(p.text, 0, 40) + '…' AS begins LIMIT 4",
    "MATCH (a)-[r]->(b) RETURN type(r) AS relation, count(*) AS number UNION ALL MATCH (n) RETURN 'nodes' AS relation, count(n) AS number",
    "UNWIND ['Control', 'Claim'] AS kind MATCH (e:Element) WHERE kind IN labels(e) RETURN kind, count(e)",
    "MATCH (c:Control) WITH c, COUNT { (c)<--() } AS degree WHERE degree > 1 RETURN c.name, degree ORDER BY degree DESC SKIP 1 LIMIT 5",
    "MATCH (e:Element) RETURN CASE WHEN e:Control THEN 'control' WHEN e:Claim THEN 'claim' ELSE 'other' END AS sort, count(*) AS n",
    "MATCH (t:Team) RETURN t {.name, .id, owns: [(x)-[:OWNED_BY]->(t) | x.name]} AS team",
    "MATCH (n:Control|Dependency) WHERE n.name STARTS WITH 'W' OR n.name ENDS WITH 'r' RETURN DISTINCT n.name",
    "MATCH (a:Control)--(x)--(b:Control) WHERE a.id < b.id RETURN a.name, b.name, x.name LIMIT 7",
    "MATCH p = (a:Pathway)-[*1..2]->(b:Claim) WHERE all(n IN nodes(p) WHERE n.name IS NOT NULL) RETURN [n IN nodes(p) | n.name] AS names",
    "RETURN range(1, 3) AS r, 2.5e1 AS f, -7 % 4, 'it''s' IS NULL AS b, date('2026-02-03') AS d, duration('P1D') AS t".replace(
        "''", r"\'"
    ),
    "MATCH (n) RETURN any(l IN labels(n) WHERE l = 'Case') AS is_case, count(*) AS number ORDER BY number",
    "MATCH (c:Case) RETURN *",
]
ANALYST = [
    "MATCH (c:Control) WHERE NOT EXISTS { (c)-[:EVALUATED_BY]->() } RETURN c.number AS number, c.name AS untested ORDER BY number",
    "MATCH (c:Control {case: $case})-[:DEPENDS_ON]->(d)<-[:DEPENDS_ON]-(o:Control) WHERE c.id < o.id RETURN d.name AS shared, collect(DISTINCT c.name + ' / ' + o.name) AS pairs",
    "MATCH (p:Pathway) OPTIONAL MATCH (p)-[:SUPPORTED_BY*1..6]->(c:Control) WITH p, collect(DISTINCT c.name) AS controls RETURN p.name, size(controls) AS number, controls[..3] AS some ORDER BY number",
    "MATCH (e:Element)-[:OWNED_BY]->(o) WITH o, count(e) AS owned, collect(e.name) AS names WHERE owned > 1 RETURN o.name, owned, [n IN names WHERE size(n) < 40 | toUpper(n)] AS short",
    "MATCH (f:Finding)-[r:DISPUTES|QUALIFIES]->(x) RETURN type(r) AS how, f.name, head([l IN labels(x) WHERE l <> 'Element']) AS kind, x.name LIMIT 20",
    "MATCH p = (w:Pathway)-[:SUPPORTED_BY|DEPENDS_ON*1..4]->(x:Dependency) WHERE none(n IN nodes(p) WHERE n.status = 'rejected') RETURN w.name, reverse([n IN nodes(p) | coalesce(n.name, n.id)]) AS way, length(p) AS steps ORDER BY steps DESC LIMIT 5",
    "MATCH ()-[r:ALERTS|ESCALATES_TO]->(who) RETURN who.name, count(*) AS alerts, min(r.latency_s) AS fastest, round(avg(r.latency_s), 1) AS mean",
    "MATCH (e:Element) WITH [l IN labels(e) WHERE l <> 'Element'][0] AS kind, count(*) AS number WITH collect({kind: kind, number: number}) AS all, sum(number) AS total UNWIND all AS one RETURN one.kind, one.number, round(100.0 * one.number / total) AS percent ORDER BY percent DESC",
    "MATCH (d:Document)<-[:PART_OF]-(p:Passage) WHERE toLower(p.text) CONTAINS 'key' AND p.page IS NOT NULL RETURN d.title AS title, p.page AS page, replace(left(p.text, 60), '\n', ' ') AS words LIMIT 5 UNION MATCH (d:Document) RETURN d.title AS title, null AS page, 'all' AS words",
    "MATCH (m:Mitigation) OPTIONAL MATCH (m)-[r:IMPROVES|REPLACES|BACKS_UP]->(c) RETURN m.name, CASE type(r) WHEN 'BACKS_UP' THEN 'spare' WHEN 'REPLACES' THEN 'instead' ELSE 'better' END AS what, c {.name, .status} AS of",
    "MATCH (a:Element) WHERE single(l IN labels(a) WHERE l = 'Team') RETURN a.name, COUNT { (a)<-[:OWNED_BY]-() } AS owned, exists((a)-[:MEMBER_OF]->()) AS member ORDER BY owned DESC",
    "MATCH (t:Trigger)-[:INVALIDATES]->(c) WITH c, collect(t.name) AS triggers WHERE size(triggers) >= 1 RETURN c.name, triggers ORDER BY size(triggers) DESC, c.name LIMIT 5",
]


@pytest.mark.parametrize("text", [*BENIGN, *ANALYST])
def test_a_query_that_reads_is_answered(server: Server, text: str) -> None:
    table = asked(server, text)

    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_columns_are_called_as_the_query_spells_them(server: Server) -> None:
    table = asked(server, "MATCH (c:Case) RETURN *, c.id, size('x') AS `long one`, 1 + 1")

    assert table.columns == ("c", "c.id", "long one", "1 + 1")


def test_of_more_rows_only_the_first_are_given_and_it_says_so(server: Server) -> None:
    table = asked(server, "UNWIND range(1, 10) AS x UNWIND range(1, 10000) AS y RETURN y", Limits(rows=3, timeout_s=20))

    assert table.rows == ((1,), (2,), (3,))
    assert table.truncated
    assert not asked(server, "UNWIND [1, 2, 3] AS x RETURN x", Limits(rows=3, timeout_s=20)).truncated


def test_a_path_holds_its_nodes_and_relations(server: Server) -> None:
    ((path,),) = asked(server, "MATCH p = (:Pathway)-[:SUPPORTED_BY]->(:Claim) RETURN p LIMIT 1").rows

    assert isinstance(path, PathCell)
    assert path.relations[0].type == "SUPPORTED_BY"
    assert (path.relations[0].source, path.relations[0].target) == tuple(node.id for node in path.nodes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (n) RETURN m", "query: Variable `m` not defined$"),
        ("RETURN size(5)", "but was Integer$"),
        ("RETURN 'a' - 'b'", "Type mismatch for a text: expected"),
        ("RETURN 1 / 0", "by zero"),
        ("UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b RETURN count(a + b)", "longer than 0.5 s"),
        ("RETURN date('no date')", "cannot answer this query"),
        ("MATCH p = shortestPath((a:Case)-[*..2]-(b:Case)) RETURN p", "shortest path algorithm"),
    ],
)
def test_what_the_server_cannot_answer_is_an_error_of_the_query(server: Server, text: str, said: str) -> None:
    with pytest.raises(UnusableQuery, match=said):
        asked(server, text, Limits(rows=10, timeout_s=0.5))


def test_a_value_as_deep_as_a_query_allows_is_read(server: Server) -> None:
    ((value,),) = asked(server, "WITH [1] AS x " + "WITH [[x]] AS x " * 95 + "RETURN x").rows

    depth = 0
    while isinstance(value, tuple):
        (value,) = value
        depth += 1
    assert depth == 191


def test_the_read_session_refuses_writes_without_the_grammar(server: Server, canaries: Canaries) -> None:
    before = canaries.state()
    unread = ReadingQuery("CREATE (n:Canary) RETURN n", (), needs_case=False, columns=("n",))

    with pytest.raises((StoreUnusable, UnusableQuery)):
        answer(server, unread, case=None, limits=LIMITS)

    assert canaries.state() == before


@pytest.mark.parametrize("source", ["file", "address"])
def test_the_configuration_refuses_files_and_addresses_without_the_grammar(
    server: Server, canaries: Canaries, source: str
) -> None:
    place = canaries.file.as_uri() if source == "file" else canaries.address
    unread = ReadingQuery(f"LOAD CSV FROM '{place}' AS l RETURN l", (), needs_case=False, columns=("l",))
    before = canaries.state()

    with pytest.raises((StoreUnusable, UnusableQuery)):
        answer(server, unread, case=None, limits=LIMITS)

    assert canaries.state() == before


def test_the_canaries_move_when_something_does(server: Server, canaries: Canaries) -> None:
    before = canaries.state()

    server.write(lambda transaction: transaction.rows("CREATE (:Canary)", {}))
    socket.create_connection(canaries.listener.getsockname()).close()
    after = canaries.state()
    server.write(lambda transaction: transaction.rows("MATCH (n:Canary) DELETE n", {}))

    assert after["graph"] != before["graph"]
    assert (before["called"], after["called"]) == (False, True)


def test_no_accepted_mutant_moves_a_canary(address: Address, canaries: Canaries) -> None:
    before = canaries.state()
    accepted = accepted_of(MUTANTS, canaries)

    with (
        neo4j.GraphDatabase.driver(address.url, auth=(address.user, address.password)) as driver,
        driver.session(notifications_min_severity="OFF") as session,
    ):
        kinds = [kind_of_run(session, query) for query in accepted]

    assert len(accepted) > MUTANTS / 100
    assert kinds.count("r") > len(kinds) / 3
    assert set(kinds) <= {"r", "refused"}
    assert canaries.state() == before


def accepted_of(count: int, canaries: Canaries) -> list[ReadingQuery]:
    """Every different query that is sent for these mutants."""
    found: dict[str, ReadingQuery] = {}
    for text in mutants(7, count, file=f"file://{canaries.file}", address=canaries.address):
        try:
            query = read_query(text)
        except UnusableQuery:
            continue
        found[query.text] = query
    return list(found.values())


def kind_of_run(session: neo4j.Session, query: ReadingQuery) -> str | None:
    """Run it where it may write, so that nothing but the grammar stands before the graph: what the server calls it."""
    parameters = {**dict(query.texts), "case": "corvane-2"}
    try:
        result = session.run(neo4j.Query(query.text, timeout=20), parameters)
        assert SECRET not in str(result.values())
        return result.consume().query_type
    except Neo4jError as error:
        return "refused" if (error.code or "").startswith(HARMLESS) else error.code
