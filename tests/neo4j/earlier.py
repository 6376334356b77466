"""A store as Loadpath left it that knew seven steps of the schema: no names, quotes and lines beside the values.

`earlier_store.json` was written by that version: the nodes and lines of two cases, the second after four decisions, and
how it exported them.
"""

from __future__ import annotations

import json
from pathlib import Path

from graph.stores.neo4j_address import Address
from tests.neo4j.servers import cypher

_FILE = json.loads(Path(__file__).with_name("earlier_store.json").read_text("utf-8"))
EARLIER_CASES: dict[str, dict[str, list[object]]] = _FILE["cases"]


def restore_earlier(database: Address) -> None:
    """Put it into an empty database."""
    cypher(
        database,
        """UNWIND range(0, size($nodes) - 1) AS place
        CREATE (n:$($nodes[place].labels)) SET n = $nodes[place].properties, n.place = place""",
        nodes=_FILE["nodes"],
    )
    cypher(
        database,
        """UNWIND $lines AS line MATCH (s {place: line.source}), (t {place: line.target})
        CREATE (s)-[r:$(line.type)]->(t) SET r = line.properties""",
        lines=_FILE["lines"],
    )
    cypher(database, "MATCH (n) REMOVE n.place")
