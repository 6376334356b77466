"""Queries that would take all time or all memory of the real server are broken off, say so, and leave it to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import pytest

from graph.errors import UnusableQuery
from graph.stores.neo4j import Server
from graph.stores.neo4j_answers import Limits, answer
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.query_table import QueryTable
from graph.stores.reading import read_query
from tests.neo4j.installation import versions
from tests.neo4j.servers import empty_database, run_folder
from ui.sample import load_sample

pytestmark = pytest.mark.neo4j
EVERY_PAIR = "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b "


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server that holds the sample case."""
    with empty_database(versions()[0], run_folder(request)) as found:
        load_sample(Neo4jStore(found), lambda: "2026-01-01T00:00:00Z", lambda _: None)
        yield Server(found)


def asked(server: Server, text: str, timeout_s: float) -> QueryTable:
    return answer(server, read_query(text), case="corvane-2", limits=Limits(rows=10, timeout_s=timeout_s))


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a:Element), (b:Element), (c:Element), (d:Element) RETURN count(a.name + d.name)",
        "MATCH p = (a:Element)-[*..15]-(b:Element) RETURN count(p)",
        f"RETURN [x IN [1, 2] | COUNT {{ {EVERY_PAIR} UNWIND range(1, 10000) AS c RETURN a * b * c }}]",
        f"RETURN CASE WHEN EXISTS {{ {EVERY_PAIR} WITH a, b WHERE a * b < 0 RETURN a }} THEN 1 END",
    ],
)
def test_a_query_without_end_is_broken_off_in_time(server: Server, text: str) -> None:
    with pytest.raises(UnusableQuery, match=r"took longer than 0\.5 s and was broken off"):
        asked(server, text, 0.5)

    assert asked(server, "MATCH (c:Case) RETURN c.id", 20).rows == (("corvane-2",),)


def test_a_query_that_needs_too_much_memory_is_broken_off(server: Server) -> None:
    with pytest.raises(UnusableQuery, match="more memory than one may have"):
        asked(server, f"{EVERY_PAIR} RETURN size(collect([a, b, [a, b], [b, a]]))", 60)

    assert asked(server, "MATCH (c:Case) RETURN c.id", 20).rows == (("corvane-2",),)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("WITH range(1, 10000) AS l RETURN [x IN l WHERE x > 3]", 1000),
        ("WITH range(1, 10000) AS l RETURN all(x IN l WHERE x > 3)", 1000),
        ("RETURN [x IN range(1, 10000) | [y IN range(1, 10000) | x * y]]", 100),
        ("WITH range(1, 10000) AS l RETURN any(x IN l WHERE none(y IN l WHERE x > y))", 100),
        ("MATCH (d:Document) RETURN [x IN range(1, 10000) | toUpper(d.text)]", 100),
        ("MATCH (a:Pathway) RETURN [p = (a)-[*..15]-(b) | p]", 1000),
        ("MATCH (a:Pathway) RETURN [x IN [1, 2] | size([(a)-[*..9]-(b) | b])]", 1000),
        ("MATCH (a:Pathway), (d:Document) RETURN [(a)-[*..9]-(b) | toUpper(d.text)]", 100),
        ("MATCH (a:Pathway) RETURN COLLECT { MATCH (a)-[*..9]-(b) RETURN b.name }", 1000),
        (f"RETURN [x IN [1, 2] | COLLECT {{ {EVERY_PAIR} RETURN a * b }}]", 1000),
        ("UNWIND range(1, 10000) AS a WITH collect(a) AS l RETURN toStringList(l)", 1000),
        ("MATCH (e:Element) WITH collect(e) AS l RETURN [x IN l | {name: x.name, l: [y IN l | y.id]}]", 100),
    ],
)
def test_a_long_list_in_one_expression_is_refused_where_it_runs(server: Server, text: str, most: int) -> None:
    with pytest.raises(UnusableQuery, match=f"a list of more than {most} members is made or gone through"):
        asked(server, text, 20)


def test_a_long_text_is_not_split(server: Server) -> None:
    doubled = "WITH t + t AS t " * 5

    with pytest.raises(UnusableQuery, match="a text of more than 100000 characters is split"):
        asked(server, f"MATCH (d:Document) WITH d.text AS t {doubled} RETURN split(t, ' ')", 20)


def test_a_guarded_list_may_have_any_name(server: Server) -> None:
    text = "WITH [1, 2] AS it RETURN [it IN it WHERE it > 1], toStringList(it), split('a b', ' '), split(null, 'a')"

    assert asked(server, text, 20).rows == (((2,), ("1", "2"), ("a", "b"), None),)


def test_a_loop_over_nothing_gives_what_cypher_gives(server: Server) -> None:
    text = "UNWIND [null, [], [1, 2]] AS l RETURN [x IN l WHERE x > 1 | x], [x IN l | x], any(x IN l WHERE x > 1)"

    assert asked(server, text, 20).rows == ((None, None, None), ((), (), False), ((2,), (1, 2), True))


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) RETURN n.id, [(n)-[r]->(m) WHERE m.name IS NOT NULL | m.name]",
        "MATCH (n:Element) RETURN n.id, [p = (n)-[:SUPPORTED_BY*1..2]->(m) | length(p)]",
        "OPTIONAL MATCH (n:Nothing) RETURN 'none', [(n)-->(m) | m.name]",
        "MATCH (n:Team WHERE size([(n)<-[:OWNED_BY]-(x) | x]) > 1) RETURN 'some', collect(n.id)",
        "MATCH (n:Team) RETURN n.id, [t IN [(n)<-[:OWNED_BY]-(x) | x.id] WHERE t > 'c' | t]",
        "MATCH p = (n:Team)<-[:OWNED_BY]-(c) RETURN n.id + c.id, [x IN nodes(p) | size([(x)-->(y) | y.id])]",
    ],
)
def test_what_is_sent_for_a_comprehension_gives_what_the_server_gives_for_it(server: Server, text: str) -> None:
    plain = server.read(lambda transaction: transaction.rows(text, {}))

    table = answer(server, read_query(text), case=None, limits=Limits(rows=10_000, timeout_s=20))

    assert plain
    assert members(table.rows) == members(tuple(row.values()) for row in plain)


def members(rows: Iterable[Sequence[object]]) -> list[tuple[object, list[str]]]:
    """Every row with the members of its list in one order, since the server promises none."""
    return sorted((name, sorted(map(repr, cast("Iterable[object]", found)))) for name, found in rows)
