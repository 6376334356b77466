"""The page on the server store: its picture is the table in force, its queries run, its messages and settings exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.case import CaseHead
from graph.errors import UnusableQuery
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_answers import Limits, answer
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.reading import read_query
from ingest import Intake, ingest_files
from ingest.extractors.rules import RulesExtractor
from tests.evaluation.expected import load_expected
from tests.neo4j.earlier import restore_earlier
from tests.neo4j.installation import CURRENT, pinned
from tests.neo4j.picture import schema_picture
from tests.neo4j.servers import cypher
from ui.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "neo4j.md").read_text("utf-8")
QUERIES = re.findall(r"^```cypher\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
LIMITS = Limits(rows=1000, timeout_s=30)
SOURCES = "".join(path.read_text("utf-8") for path in (ROOT / "graph" / "stores").glob("neo4j*.py"))


def test_the_picture_is_drawn_from_the_table_of_legal_relations() -> None:
    assert f"```mermaid\n{schema_picture()}\n```" in PAGE


def test_the_versions_are_those_that_are_tested() -> None:
    assert f"**{pinned()}**" in PAGE
    assert f"**{CURRENT}**" in PAGE


def test_every_setting_is_described() -> None:
    assert [name for name in Settings.model_fields if name.startswith("neo4j") and f"`{name}`" not in PAGE] == []


def test_every_message_is_one_that_is_given() -> None:
    table = PAGE.split("| it says |")[1].split("\n\n")[0]
    said = [row.strip() for row in re.findall(r"^\| ([^|-][^|]*) \|", table, re.MULTILINE)]
    given = re.sub(r"\{\w+\}", "5.26", SOURCES)

    assert len(said) == 17
    assert [words for words in said if words.removesuffix(", and not by Loadpath") not in given] == []


@pytest.mark.neo4j
def test_each_of_the_ten_queries_finds_something_in_the_sample_case(database: Address) -> None:
    store = Neo4jStore(database)
    clock = "2026-11-21T00:00:00+00:00"
    documents = [path for path, _ in load_expected("corvane-2").documents]
    ingest_files(documents, Intake(store, CaseHead(id="case-1"), RulesExtractor(), "test", lambda: clock))
    cypher(database, "CALL db.awaitIndexes(30)")

    found = [len(cypher(database, query, case="case-1")) for query in QUERIES]
    answered = [answer(store.server, read_query(query), case="case-1", limits=LIMITS) for query in QUERIES[:9]]

    assert len(found) == 10
    assert all(found)
    assert [len(table.rows) for table in answered] == found[:9]


def test_only_the_tenth_query_is_not_for_the_command() -> None:
    with pytest.raises(UnusableQuery, match="CALL is refused"):
        read_query(QUERIES[9])


@pytest.mark.neo4j
def test_every_label_and_line_of_a_store_is_on_the_page(database: Address) -> None:
    restore_earlier(database)
    Neo4jStore(database).cases()

    labels = [label for (label,) in cypher(database, "MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")]
    types = [type_ for (type_,) in cypher(database, "MATCH ()-[r]->() RETURN DISTINCT type(r)")]

    assert {"Case", "Decision", "Loadpath"} < set(labels)
    assert {"IN_CASE", "ABOUT", "UNDOES", "FOLLOWS"} < set(types)
    assert [word for word in (*labels, *types) if word not in PAGE] == []
    assert [label for label in labels if f"({label}" not in PAGE and f"<br>{label}" not in PAGE] == ["Element"]
