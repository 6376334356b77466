"""A second list of attempts, made without regard to the first: newer Cypher, numbers, gaps, nesting, growth, other shells."""

from __future__ import annotations

import sys

import pytest

from graph.errors import UnusableQuery
from graph.stores.reading import LENGTH, read_query

NEWER_CYPHER = [
    ("MATCH (n) FINISH", "FINISH"),
    ("MATCH (n) FILTER n.risk > 1 RETURN n", "FILTER"),
    ("MATCH (n) FILTER (n.risk > 1) RETURN n", "FILTER"),
    ("LET x = 1 RETURN x", "LET"),
    ("MATCH (n) RETURN n NEXT MATCH (m) RETURN m", "NEXT"),
    ("FOR x IN [1, 2] RETURN x", "FOR"),
    ("WHEN true THEN RETURN 1 ELSE RETURN 2", "WHEN"),
    ("MATCH (n) RETURN n OFFSET 5", "OFFSET"),
    ("MATCH (n) SEARCH n IN (VECTOR INDEX i FOR [1] LIMIT 1) RETURN n", "SEARCH"),
    ("INSERT (:Control {name: 'x'})", "INSERT"),
    ("MATCH (n) NODETACH DELETE n", "NODETACH"),
    ("CALL (*) { RETURN 1 AS x } RETURN x", "CALL"),
    ("OPTIONAL CALL (n) { RETURN 1 AS x } RETURN x", "CALL"),
    ("MATCH (n) CALL (n) { MERGE (m) } IN 4 CONCURRENT TRANSACTIONS RETURN n", "CALL"),
    ("MATCH (n:$('Control')) RETURN n", "'$' fills in"),
    ("MATCH (n:$any(['Control'])) RETURN n", "$any"),
    ("MATCH ()-[r:$($case)]->() RETURN r", "'$' fills in"),
    ("MATCH (n) SET n:$(x)", "'$' fills in"),
    ("MATCH SHORTEST 1 (a)-->(b) RETURN a", "SHORTEST"),
    ("MATCH ANY SHORTEST (a)-->(b) RETURN a", "SHORTEST"),
    ("MATCH REPEATABLE ELEMENTS (a)-->(b) RETURN a", "ELEMENTS"),
    ("MATCH (a)-->{1,3}(b) RETURN a", "quantified path"),
    ("MATCH (a)-[:DEPENDS_ON]->*(b) RETURN a", "quantified path"),
    ("MATCH (a)((x)-->(y) WHERE x.a = 1){2}(b) RETURN a", "quantified path"),
    ("MATCH ((x)-->(y)){1,5} RETURN x", "quantified path"),
    ("MATCH p = (a)(q = (x)-->(y))+(b) RETURN p", "quantified path"),
    ("RETURN 'a' IS NORMALIZED", "NORMALIZED"),
    ("RETURN allReduce(a = 0, x IN [1] | a + x, a < 9)", "allReduce"),
    ("RETURN reduce(a = [1], x IN range(1, 60) | a + a)", "reduce"),
    ("RETURN coll.flatten([[1]])", "coll.flatten"),
    ("RETURN vector.similarity.cosine([1], [1])", "vector.similarity.cosine"),
    ("RETURN db.index.fulltext.queryNodes('i', 'x')", "db.index.fulltext.queryNodes"),
    ("CREATE OR REPLACE USER neo4j SET PASSWORD 'x'", "CREATE"),
    ("ENABLE SERVER 'x'", "ENABLE"),
    ("DEALLOCATE DATABASES FROM SERVER 'x'", "DEALLOCATE"),
]
NUMBERS_AND_PARAMETERS = [
    ("RETURN 1e309", "1e309"),
    ("RETURN -0.5E+400", "0.5E+400"),
    ("RETURN 0xFFFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFFFF"),
    ("RETURN 0o777", "0o777"),
    ("RETURN 1_000_000", "1_000_000"),
    ("RETURN 99999999999999999999", "99999999999999999999"),
    ("MATCH (a)-[*1..99999999999999999999]->(b) RETURN a", "steps is refused"),
    ("RETURN $0", "'$' fills in"),
    ("RETURN $`case`", "'$' fills in"),
    ("RETURN $case.x[$other]", "$other"),
    ("RETURN $text_1", "$text_1"),
    ("RETURN {case}", "'case'"),
]
GAPS = [
    ("/**/CALL/**/db/**/./**/labels/**/(/**/)", "CALL"),
    ("MATCH/**/(n)/**/DETACH/**/DELETE/**/n", "DETACH DELETE"),
    ("LOAD//x\nCSV//x\nFROM//x\n'file:///etc/passwd'//x\nAS//x\nl//x\nRETURN//x\nl", "LOAD CSV"),
    ("MATCH (n)//\r\nSET n.a = 1", "SET"),
    ("MATCH (n) /*/ SET n.a = 1 /*/ REMOVE n.a", "REMOVE"),
    ("MATCH (n) /* open SET n.a = 1", "'/'"),
    ("MATCH (n) WHERE n.a = '/*' SET n.b = '*/'", "SET"),
    ('MATCH (n) WHERE n.a = "//" DELETE n', "DELETE"),
    ("MATCH (n:```) CREATE (m) //`) RETURN n", "the name ``"),
    ("MATCH (n:`\\`) CREATE (m) //`) RETURN n", "`\\`"),
    ("MATCH (n\u2060) RETURN n", "WORD JOINER"),
    ("MATCH (n) RETURN n\u202e }1 = x( llaC\u202c", "RIGHT-TO-LEFT OVERRIDE"),
    ("MATCH (n) \uff33\uff25\uff34 n.a = 1", "SET"),
    ("MATCH (n) S\u0405ET n.a = 1", "CYRILLIC"),
    ("\u212aCALL db.labels()", "KELVIN SIGN"),
    ("MATCH (n)\u3000SET n.a = 1", "IDEOGRAPHIC SPACE"),
    ("MATCH (n)\x0bSET n.a = 1", "U+000B"),
    ("MATCH (n)\x85SET n.a = 1", "U+0085"),
    ("RETURN 'a\x00b'", "U+0000"),
    ("RETURN 'a\udfffb'", "U+DFFF"),
    ("RETURN \u2018a\u2019", "LEFT SINGLE QUOTATION MARK"),
    ("MATCH (a)\u2014>(b) RETURN a", "EM DASH"),
    ("RETURN '\\u000a'", "\\u"),
    ("RETURN '\\x41'", "\\x"),
]
NESTED = [
    ("RETURN EXISTS { MATCH (n) WHERE EXISTS { MATCH (m) SET m.a = 1 } }", "SET"),
    ("RETURN COUNT { CALL db.labels() YIELD label RETURN label }", "CALL"),
    ("RETURN COLLECT { MATCH (n) RETURN n UNION MATCH (m) RETURN m }", "UNION within COLLECT"),
    ("RETURN COLLECT { USE neo4j MATCH (n) RETURN n }", "USE"),
    ("RETURN COLLECT { LOAD CSV FROM 'file:///x' AS l RETURN l }", "LOAD CSV"),
    ("MATCH (n) RETURN n {.*, x: COUNT { CREATE (m) }}", "CREATE"),
    ("MATCH (n) RETURN n {.name, x: apoc.version()}", "apoc.version"),
    ("RETURN [(a)-->(b) WHERE EXISTS { MERGE (c) } | b]", "MERGE"),
    ("RETURN [x IN COLLECT { MATCH (n) DELETE n RETURN 1 } | x]", "DELETE"),
    ("RETURN all(x IN [1] WHERE dbms.killConnection('x'))", "dbms.killConnection"),
    ("MATCH (n WHERE EXISTS { FOREACH (x IN [1] | CREATE ()) }) RETURN n", "FOREACH"),
    ("MATCH (n) WITH n ORDER BY COUNT { CREATE (m) } RETURN n", "CREATE"),
    ("MATCH (n) RETURN n LIMIT COUNT { DROP INDEX i }", "'COUNT'"),
    ("MATCH (n) RETURN n LIMIT count(*)", "'count'"),
    ("RETURN 1 UNION MATCH (n) SET n.a = 1 RETURN 1", "SET"),
    ("RETURN CASE COUNT { SHOW USERS } WHEN 1 THEN 1 END", "SHOW"),
    ("RETURN " + "EXISTS { MATCH (n) WHERE " * 30 + "true" + " }" * 30, "nested more than 20"),
    ("RETURN " + "-" * 5000 + "1", "more than 100"),
    ("MATCH " + "(a)-->" * 1500 + "(b) RETURN a", "more than 100"),
    ("RETURN " + "[0] + " * 1500 + "[0]", "more than 8"),
]
GROWING = [
    ("WITH 'a' AS s" + " WITH s || s AS s" * 40 + " RETURN size(s)", "'||'"),
    ("WITH 'a' AS s" + " WITH s + s AS s" * 40 + " RETURN size(s)", "'+'"),
    ("WITH 'aa' AS s WITH replace(s, 'a', s) AS s WITH replace(s, 'a', s) AS s RETURN s", "replace()"),
    ("RETURN replace('aaaa', '', 'aaaaaaaaaaaaaaaa')", "replace()"),
    ("RETURN replace('a', 'a', 'aaaa')", "replace()"),
    ("RETURN replace('a', '\\n', 'aaaa')", "replace()"),
    ("WITH 'a' AS s" + " WITH replace(s, 'a', 'aa') AS s" * 40 + " RETURN s", "replace()"),
    ("WITH [1] AS x" + " WITH [x, x] AS x" * 40 + " RETURN x", "made of each other"),
    ("WITH [1] AS x" + " WITH {a: x, b: x} AS x" * 40 + " RETURN x", "made of each other"),
    ("WITH 1 AS x" + " WITH [i IN [1, 2] | x] AS x" * 9 + " RETURN DISTINCT x", "made of each other"),
    ("MATCH (t) WITH t" + " WITH [(t)--(b) | t] AS t" * 9 + " RETURN t", "made of each other"),
    ("MATCH (n) WITH n AS x" + " WITH n {l: x, m: x} AS x" * 31 + " RETURN x", "made of each other"),
    ("RETURN [a IN range(0, 9) | [b IN range(0, 9) | 'x' + a + b]]", "loop within a loop"),
    ("MATCH (d:Document) RETURN [a IN [1, 2] | [b IN [1, 2] | toUpper(d.text)]]", "loop within a loop"),
    ("MATCH (d:Document) RETURN " + ", ".join(["split(d.text, '')"] * 9), "split()"),
]
OTHER_LANGUAGES = [
    ("SELECT * FROM users", "SELECT"),
    ("DROP TABLE users; --", "DROP"),
    ("' OR 1=1 --", "not closed"),
    ("x' RETURN 1 //", "not closed"),
    ("rm -rf / ; MATCH (n) DETACH DELETE n", "'rm'"),
    ("RETURN $(id)", "'$' fills in"),
    ("`id`", "'id'"),
    ("${jndi:ldap://127.0.0.1/a}", "'$' fills in"),
    ("{{7*7}}", "'{'"),
    ("MATCH (n) RETURN n | cat /etc/passwd", "'|'"),
    (":param case => 'x'", "':'"),
    ("@import url(x)", "'@'"),
    ("MATCH (n) RETURN n #", "'#'"),
    ("MATCH (n) WHERE n.a == 1 RETURN n", "'='"),
    ("MATCH (n) WHERE n.a != 1 RETURN n", "'!'"),
]
MISSPELLED = [
    ("MATC (n) RETURN n", "MATC", "MATCH"),
    ("MATCH (n) RETRUN n", "RETRUN", "RETURN"),
    ("MATCH (n) WHER (n.a = 1) RETURN n", "WHER", "WHERE"),
    ("MATCH (n) RETURN n LIMT 5", "LIMT", "LIMIT"),
    ("OPTIONL MATCH (n) RETURN n", "OPTIONL", "OPTIONAL"),
    ("UNWIN [1] AS x RETURN x", "UNWIN", "UNWIND"),
]
ATTEMPTS = [*NEWER_CYPHER, *NUMBERS_AND_PARAMETERS, *GAPS, *NESTED, *GROWING, *OTHER_LANGUAGES]


@pytest.mark.parametrize(
    ("text", "named"), ATTEMPTS, ids=[text[:50].encode("unicode_escape").decode() for text, _ in ATTEMPTS]
)
def test_what_does_more_than_read_is_refused_by_its_name(text: str, named: str) -> None:
    with pytest.raises(UnusableQuery) as refusal:
        read_query(text)

    assert named.lower() in refusal.value.message.lower()
    assert "(line " in refusal.value.message
    assert refusal.value.hint


@pytest.mark.parametrize(("text", "word", "meant"), MISSPELLED)
def test_a_misspelled_clause_is_refused_with_its_neighbour(text: str, word: str, meant: str) -> None:
    with pytest.raises(UnusableQuery) as refusal:
        read_query(text)

    assert refusal.value.message.startswith(f"'{word}' cannot stand here, and is no clause that is known (line 1, ")
    assert refusal.value.hint == f"Did you mean: {meant}?"


def test_words_of_newer_cypher_are_names_where_a_name_may_stand() -> None:
    query = read_query(
        "MATCH (filter {next: 1})-[let:FINISH]->(n) RETURN filter.offset, let, n AS shortest, n.xor AS search"
    )

    assert "`let` : `FINISH`" in query.text


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200b", "\ufeff", "\U000e0041", "\uff07", "\u02bc"])
def test_a_text_is_sent_beside_the_query_whatever_it_holds(mark: str) -> None:
    query = read_query(f"RETURN 'a{mark} SET n.a = 1' // {mark}")

    assert query.text == "RETURN $text_1"
    assert query.texts == (("text_1", f"a{mark} SET n.a = 1"),)


PARTS = [
    "/**/",
    "//\n",
    "`a`.",
    "'a'+",
    "(((",
    "$case,",
    "a:B&",
    "-[*1..2]-",
    "CASE ",
    "EXISTS{",
    "[x IN y|",
    "{a:",
    "\\",
    "0x",
    "((a)-->",
    "1e",
]


@pytest.mark.parametrize("part", PARTS)
def test_ten_times_the_length_takes_no_more_steps_than_its_share(part: str) -> None:
    text = f"RETURN {part * LENGTH}"

    assert steps_of(text[:LENGTH]) <= 20 * steps_of(text[: LENGTH // 10]) + 20_000


def steps_of(text: str) -> int:
    """How many calls Python makes while the query is read or refused: a measure that no busy machine moves."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        read_query(text)
    except UnusableQuery:
        pass
    finally:
        sys.setprofile(None)
    return calls
