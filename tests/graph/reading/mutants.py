"""Queries made at random by a grammar, most of them with something in them that does more than read.

A query is derived from `RULES`; then parts of it are dropped, doubled, swapped, spelled otherwise, or joined by what is
forbidden. The same seed makes the same queries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

RULES = {
    "query": ["{first} {return}", "{first} {read} {return}", "{first} {read} {return};", "{first} {read} {read} {return}", "{first} RETURN {value} AS n UNION {first} RETURN {value} AS n"],
    "first": ["MATCH (a:Team)-[m]-(b) WITH a, b, m LIMIT 2", "MATCH (a:Trigger), (b:Pathway) WITH a, b LIMIT 2"],
    "read": [
        "MATCH {pattern}",
        "MATCH {pattern} WHERE {test}",
        "OPTIONAL MATCH {pattern}",
        "UNWIND {list} AS {new}",
        "WITH *, {value} AS {new}",
        "WITH * WHERE {test}",
        "MATCH {new} = shortestPath((a)-[*..{few}]-(b))",
    ],
    "return": ["RETURN {items}", "RETURN DISTINCT {items}", "RETURN {items} ORDER BY {value} DESC SKIP 1 LIMIT 3", "RETURN *"],
    "items": ["{value} AS {new}", "{value}", "{value} AS a, {value} AS b", "count(*) AS {new}"],
    "pattern": ["({name}{label})", "{path}", "({name}{label} {{key}: {value}})", "{path}, ({name})", "({name} WHERE {test})"],
    "path": ["({name}{label}){step}({name})", "({name}){step}(){step}({name}{label})"],
    "step": ["-->", "<--", "--", "-[:{type}]->", "-[:{type}*1..{few}]-", "<-[*..{few}]-", "-[{{key}: {value}}]-"],
    "label": ["", ":Element", ":Control|Claim", ":`Element`", ":!Passage"],
    "type": ["SUPPORTED_BY", "DEPENDS_ON", "STATED_IN|PART_OF", "`OWNED_BY`"],
    "name": ["a", "b"],
    "new": ["n", "`x y`", "end", "type", "order"],
    "key": ["name", "id", "position", "end", "`case`", "set"],
    "few": ["1", "2", "3"],
    "value": [
        "{name}",
        "{name}.{key}",
        "1",
        "2.5",
        "'text'",
        '"it\\"s"',
        "null",
        "({value} + {value})",
        "{function}({value})",
        "{list}",
        "{{key}: {value}}",
        "CASE WHEN {test} THEN {value} ELSE {value} END",
        "COUNT { {pattern} }",
        "[({name}){step}({name}) | {value}]",
        "{name} {.{key}, .*}",
        "{list}[0]",
        "replace({value}, 'a', 'bb')",
        "{value} || 'x'",
    ],
    "list": ["[1, 2, 3]", "range(0, 5)", "[{new} IN {list} WHERE {test} | {value}]", "labels({name})", "keys({name})", "['a', 'b']"],
    "function": ["size", "toUpper", "coalesce", "head", "count", "collect", "toString", "properties", "elementId", "duration.between"],
    "test": [
        "{value} = {value}",
        "{name}.{key} CONTAINS 'e'",
        "NOT {test}",
        "{test} AND {test}",
        "{value} IS NOT NULL",
        "EXISTS { {pattern} }",
        "EXISTS { MATCH {pattern} WHERE {test} RETURN 1 }",
        "{path}",
        "{name}:Control",
        "any({new} IN {list} WHERE {test})",
    ],
}  # fmt: skip
FORBIDDEN = (
    "CREATE (:Canary)",
    "MERGE (:Canary {name: 'x'})",
    "SET n.name = 'moved'",
    "SET a:Canary",
    "DELETE n",
    "DETACH DELETE a",
    "REMOVE n.name",
    "FOREACH (x IN [1] | CREATE (:Canary))",
    "CALL db.labels() YIELD label",
    "CALL { CREATE (:Canary) }",
    "CALL (n) { SET n.name = 'moved' }",
    "CALL { CREATE (:Canary) } IN TRANSACTIONS",
    "LOAD CSV FROM 'FILE' AS n",
    "LOAD CSV WITH HEADERS FROM 'ADDRESS' AS n",
    "CREATE INDEX canary FOR (n:Canary) ON (n.name)",
    "DROP CONSTRAINT element_once",
    "USE system",
    "SHOW USERS",
    "TERMINATE TRANSACTIONS 'x'",
    "EXPLAIN",
    "PROFILE",
    "CYPHER runtime=slotted",
    "CALL apoc.create.node(['Canary'], {})",
    "apoc.create.node(['Canary'], {})",
    "dbms.listConfig()",
    "; CREATE (:Canary)",
    "EXISTS { CREATE (:Canary) }",
    "COLLECT { CREATE (n:Canary) RETURN n }",
    "INSERT (:Canary)",
    "CALL (*) { CREATE (:Canary) }",
    "NEXT CREATE (:Canary)",
    "FILTER true",
    "FINISH",
    "SET a:$('Canary')",
    "((a)-->(b)){1,2}",
)
OPENINGS = (
    "`",
    "'",
    '"',
    "/*",
    "*/",
    "//",
    "\n",
    "`) ",
    "' ",
    '" ',
    "\\u0060",
    "\\u0027",
    "\\",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\r",
)
DEEPEST = 4
HOLE = re.compile(r"\{(\w+)\}")


def mutants(seed: int, count: int, *, file: str, address: str) -> Iterator[str]:
    """`count` queries; those that read a file or an address try this file and this address."""
    chance = Random(seed)  # noqa: S311  the queries have to be the same in every run
    for _ in range(count):
        text = derived("query", chance)
        for _ in range(chance.choice((2, 2, 3, 4))):
            text = chance.choice(CHANGES)(text, chance)
        yield text.replace("FILE", file).replace("ADDRESS", address)


def derived(rule: str, chance: Random, depth: int = 0) -> str:
    """One text that a rule derives; below `DEEPEST` its first, which is short."""
    form = chance.choice(RULES[rule]) if depth < DEEPEST else RULES[rule][0]
    return HOLE.sub(lambda hole: derived(hole[1], chance, depth + 1), form)


def _joined(text: str, chance: Random) -> str:
    return _put(text, f" {chance.choice(FORBIDDEN)} ", chance)


def _opened(text: str, chance: Random) -> str:
    return _put(text, chance.choice(OPENINGS), chance)


def _smuggled(text: str, chance: Random) -> str:
    opening, closing = chance.choice(
        (("`", "`"), ("'", "'"), ("/*", "*/"), ("//", "\n"), ("`", "``"), ("'", "\\'"), ("{", "}"))
    )
    return _put(text, f" {opening}{chance.choice(OPENINGS)} {chance.choice(FORBIDDEN)} {closing} ", chance)


def _dropped(text: str, chance: Random) -> str:
    words = text.split(" ")
    del words[chance.randrange(len(words))]
    return " ".join(words)


def _doubled(text: str, chance: Random) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    return " ".join([*words[:at], words[at], *words[at:]])


def _swapped(text: str, chance: Random) -> str:
    words = text.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _respelled(text: str, chance: Random) -> str:
    return chance.choice((str.lower, str.upper, str.swapcase, _widened, _commented))(text)


def _widened(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isalpha() and c.isascii() else c for c in text)


def _commented(text: str) -> str:
    return text.replace(" ", "/* CREATE (:Canary) */")


def _put(text: str, what: str, chance: Random) -> str:
    words = text.split(" ")
    words.insert(chance.randrange(len(words) + 1), what)
    return " ".join(words)


CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _joined,
    _joined,
    _opened,
    _smuggled,
    _dropped,
    _doubled,
    _swapped,
    _respelled,
)
