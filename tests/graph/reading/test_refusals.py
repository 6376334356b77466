"""What a query may not hold is refused with a message that names it, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnusableQuery
from graph.stores.reading import LENGTH, read_query
from graph.stores.reading.brackets import STEPS

WRITES = [
    ("CREATE (n:Control)", "CREATE"),
    ("MATCH (n) CREATE (m) RETURN m", "CREATE"),
    ("MERGE (n:Control {name: 'x'}) RETURN n", "MERGE"),
    ("MATCH (n) SET n.name = 'x'", "SET"),
    ("MATCH (n) SET n:Control RETURN n", "SET"),
    ("MATCH (n) sEt n += {a: 1} RETURN n", "SET"),
    ("MATCH (n) REMOVE n.name", "REMOVE"),
    ("MATCH (n) DELETE n", "DELETE"),
    ("MATCH (n) DETACH DELETE n", "DETACH DELETE"),
    ("MATCH (n) NODETACH DELETE n", "NODETACH"),
    ("MATCH (n) FOREACH (x IN [1] | SET n.a = x)", "FOREACH"),
    ("INSERT (:Control)", "INSERT"),
    ("RETURN EXISTS { CREATE (n) RETURN n }", "CREATE"),
    ("RETURN COUNT { MATCH (n) SET n.a = 1 RETURN n }", "SET"),
    ("RETURN COLLECT { MATCH (n) DELETE n RETURN 1 }", "DELETE"),
    ("MATCH (n) WHERE EXISTS { MATCH (n) CALL { CREATE () } RETURN n } RETURN n", "CALL"),
    ("RETURN [x IN [1] | CREATE (x)]", "CREATE"),
    ("RETURN CASE WHEN true THEN MERGE (n) END", "MERGE"),
    ("MATCH (n) RETURN n.name AS set", "SET"),
    ("MATCH (a) WITH a MATCH (b) WHERE a = b DETACH\n\tDELETE a", "DETACH DELETE"),
]
PROCEDURES = [
    ("CALL db.labels()", "CALL"),
    ("CALL db.labels() YIELD label RETURN label", "CALL"),
    ("CALL/* c */db.labels()", "CALL"),
    ("CALL // c\ndb.labels()", "CALL"),
    ("cAlL dbms.listConfig()", "CALL"),
    ("CALL apoc.cypher.run('CREATE ()', {})", "CALL"),
    ("MATCH (n) CALL { WITH n SET n.a = 1 } RETURN n", "CALL"),
    ("CALL { CREATE () } IN TRANSACTIONS", "CALL"),
    ("CALL (n) { SET n.a = 1 }", "CALL"),
    ("OPTIONAL CALL db.labels() RETURN 1", "CALL"),
    ("RETURN apoc.create.node(['A'], {})", "apoc.create.node"),
    ("RETURN apoc . cypher /* c */ . runFirstColumnSingle ('CREATE ()')", "apoc.cypher.runFirstColumnSingle"),
    ("RETURN dbms.killQuery('1')", "dbms.killQuery"),
    ("RETURN `apoc`.`create`.`node`()", "`apoc`.`create`.`node`"),
    ("RETURN db.nameFromElementId('x')", "db.nameFromElementId"),
    ("RETURN graph.byName('neo4j')", "graph.byName"),
    ("RETURN genai.vector.encode('x', 'OpenAI')", "genai.vector.encode"),
    ("RETURN file()", "file"),
    ("RETURN rand()", "rand"),
    ("RETURN randomUUID()", "randomUUID"),
    ("UNWIND [1] AS x RETURN reduce(a = 0, i IN [1] | a + i)", "reduce"),
]
OUTSIDE = [
    ("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "LOAD CSV"),
    ("LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:8080/' AS l RETURN l", "LOAD CSV"),
    ("MATCH (n) LOAD /**/ CSV FROM 'ftp://x/y' AS l RETURN l", "LOAD CSV"),
    ("USING PERIODIC COMMIT 500 LOAD CSV FROM 'file:///x' AS l CREATE ()", "USING"),
    ("USE neo4j MATCH (n) RETURN n", "USE"),
    ("USE system SHOW USERS", "USE"),
    ("SHOW DATABASES", "SHOW"),
    ("SHOW PROCEDURES YIELD name RETURN name", "SHOW"),
    ("SHOW SETTINGS", "SHOW"),
    ("TERMINATE TRANSACTIONS '1'", "TERMINATE"),
    ("DROP CONSTRAINT c", "DROP"),
    ("CREATE INDEX i FOR (n:Control) ON (n.name)", "CREATE"),
    ("ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "ALTER"),
    ("RENAME USER a TO b", "RENAME"),
    ("GRANT ROLE admin TO x", "GRANT"),
    ("REVOKE ROLE admin FROM x", "REVOKE"),
    ("DENY MATCH {*} ON GRAPH neo4j TO x", "DENY"),
    ("STOP DATABASE neo4j", "STOP"),
    ("EXPLAIN MATCH (n) RETURN n", "EXPLAIN"),
    ("PROFILE MATCH (n) RETURN n", "PROFILE"),
    ("EXPLAIN CREATE (n)", "EXPLAIN"),
    ("CYPHER 25 MATCH (n) RETURN n", "CYPHER"),
    ("CYPHER runtime=slotted CREATE (n)", "CYPHER"),
    ("MATCH (n) USING INDEX n:Control(name) RETURN n", "USING"),
]
WRITTEN_OTHERWISE = [
    ("ＣＡＬＬ db.labels()", "CALL"),
    ("MATCH (n) ｓｅｔ n.a = 1", "SET"),
    ("CA\u200bLL db.labels()", "CALL"),
    ("\ufeffCREATE (n)", "CREATE"),
    ("CREATE\u00ad (n)", "CREATE"),
    ("CREATE\u00a0(n)", "CREATE"),
    ("MATCH (n) DETACH\u2028DELETE n", "DETACH DELETE"),
    ("\\u0043ALL db.labels()", "CALL"),
    ("MATCH (n) \\u0053ET n.a = 1", "SET"),
    ("MATCH (n) \\uuu0053ET n.a = 1", "SET"),
    ("RETURN 'a\\u0027 CREATE (n) //'", "\\u"),
    ("MATCH (n:`A\\u0060) CREATE (m) //`) RETURN n", "\\u"),
    ("MATCH (n) // \\u000a CREATE (m)\nRETURN n", "\\u"),
    ("MATCH (n) // comment\nCREATE (m)", "CREATE"),
    ("MATCH (n) // comment\rCREATE (m)", "CREATE"),
    ("MATCH (n) /* a /* b */ CREATE (m) /* c */", "CREATE"),
    ("MATCH (n:`A`) CREATE (m) //`) RETURN n", "CREATE"),
    ("MATCH (n:`A``) CREATE (m:B`) RETURN n", "CREATE"),
    ("MATCH (n) WHERE n.a = 'x' CREATE (m) //'", "CREATE"),
    ("MATCH (n) WHERE n.a = 'x\\' CREATE (m) //' CREATE (o)", "CREATE"),
    ("MATCH (n) RETURN n; CREATE (m)", "second statement"),
    ("MATCH (n) RETURN n;\n;MATCH (m) RETURN m", "second statement"),
    ("MATCH (n)\x00RETURN n", "U+0000"),
    ("MATCH (n) RETURN n \x1b[31m", "U+001B"),
    ("RETURN '\ud800'", "U+D800"),
    ("RETURN `a\nb`", "`a"),
    ("RETURN ``", "``"),
    ("RETURN `é`", "`é`"),
]
ENDLESS = [
    ("MATCH (a)-[*]->(b) RETURN a", "unbounded variable length"),
    ("MATCH (a)-[:DEPENDS_ON*2..]->(b) RETURN a", "unbounded variable length"),
    ("MATCH p = shortestPath((a)-[*]-(b)) RETURN p", "unbounded variable length"),
    ("RETURN [(a)-[*..]-(b) | a]", "unbounded variable length"),
    ("MATCH (a)-[*1..1000]->(b) RETURN a", "variable length of up to 1000"),
    ("MATCH (a)-->+(b) RETURN a", "quantified path"),
    ("MATCH (a) ((x)-->(y)){1,} (b) RETURN a", "quantified path"),
    ("RETURN range(0, 1000000000000)", "range()"),
    ("WITH 99999999 AS n RETURN range(0, n)", "range()"),
    ("RETURN [a IN [1] | [b IN [1] | [c IN [1] | 1]]]", "loops over lists"),
    ("RETURN 'a' =~ '(a+)+$'", "=~"),
    ("RETURN true XOR false", "XOR"),
    ("RETURN " + "(" * 21 + "1" + ")" * 21, "nested more than 20"),
    ("RETURN " + "[" * 1000 + "1" + "]" * 1000, "nested more than 20"),
    ("RETURN [" + "[], " * 300 + "1]", "more than 200 brackets"),
    ("RETURN 9223372036854775808", "9223372036854775808"),
    ("RETURN " + "9" * 5000, "9999"),
    ("RETURN '" + "x" * 10_000 + "'", "10009 characters"),
]
BROKEN = [
    ("", "ends too early"),
    ("   // nothing", "ends too early"),
    ("MATCH (n)", "ends too early"),
    ("RETURN 'open", "not closed"),
    ("RETURN `open", "not closed"),
    ("RETURN 'a\\q'", "\\q"),
    ("RETURN $name", "$name"),
    ("MATCH (n) RETURN n n", "'n'"),
    ("MATCH (n)) RETURN n", "')'"),
    ("RETURN tolowercase('A')", "tolowercase"),
]
ATTEMPTS = [*WRITES, *PROCEDURES, *OUTSIDE, *WRITTEN_OTHERWISE, *ENDLESS, *BROKEN]


@pytest.mark.parametrize(
    ("text", "named"), ATTEMPTS, ids=[text[:50].encode("unicode_escape").decode() for text, _ in ATTEMPTS]
)
def test_what_does_more_than_read_is_refused_by_its_name(text: str, named: str) -> None:
    with pytest.raises(UnusableQuery) as refusal:
        read_query(text)

    assert named.lower() in refusal.value.message.lower()
    assert refusal.value.hint
    assert len(refusal.value.message) < 200


def test_a_refusal_says_line_and_column() -> None:
    with pytest.raises(UnusableQuery) as refusal:
        read_query("MATCH (n)\n  SET n.a = 1")

    assert refusal.value.message == "SET is refused: it changes the graph (line 2, column 3)"


def test_a_misspelled_function_is_refused_with_its_neighbours() -> None:
    with pytest.raises(UnusableQuery) as refusal:
        read_query("RETURN toLowerCase('A')")

    assert refusal.value.hint == "Did you mean: toLower?"


HOSTILE = [
    "(",
    "[",
    "{a:",
    "'",
    "`",
    "/*",
    "//",
    "(a)-[",
    "(a)-->",
    "(a)--",
    "[a IN ",
    "CASE WHEN ",
    "EXISTS {",
    "all(x IN ",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_text_of_full_length_is_refused(part: str) -> None:
    with pytest.raises(UnusableQuery):
        read_query(f"RETURN {part * 10_000}"[:LENGTH])


CHAINS = [
    ("RETURN ", "NOT ", "true"),
    ("RETURN ", "- ", "1"),
    ("RETURN ", "1 * ", "1"),
    ("RETURN ", "a.", "b"),
    ("RETURN ", "a AND ", "b"),
    ("RETURN ", "a:", "b"),
    ("", "WITH 1 AS x ", "RETURN x"),
    ("", "RETURN 1 UNION ", "RETURN 1"),
]


def test_a_list_that_doubles_again_and_again_is_refused() -> None:
    doubled = "".join(" WITH s + s AS s" for _ in range(40))

    with pytest.raises(UnusableQuery, match="more than 8 uses of '\\+'"):
        read_query(f"WITH [1] AS s{doubled} RETURN any(x IN s WHERE x = 2)")


@pytest.mark.parametrize(("head", "part", "end"), CHAINS)
def test_a_chain_is_read_up_to_a_length_that_a_server_can_plan(head: str, part: str, end: str) -> None:
    assert read_query(f"{head}{part * (STEPS // 2 - 1)}{end}").text
    with pytest.raises(UnusableQuery, match="more than 100 operators and clauses"):
        read_query(f"{head}{part * (STEPS + 1)}{end}")


def test_a_long_list_is_read() -> None:
    assert read_query(f"RETURN 1 IN [{'1, ' * 3000}1]").text


@given(st.text(max_size=60) | st.text(alphabet="()[]{}`'\"/*\\u0-><:|.;,$ \nabcSETMATCHRETURN", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        sent = read_query(text).text
    except UnusableQuery:
        sent = ""

    assert sent.isascii()
