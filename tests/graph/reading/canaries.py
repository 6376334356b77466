"""What must not move while queries are tried: the graph and its schema, a file beside the server, a port that listens."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.stores.neo4j import Server

SECRET = "feathers-of-the-canary"  # noqa: S105  what the file holds, to be found in no answer

_GRAPH = """
    MATCH (n) WITH count(n) AS nodes, sum(n.digest % 1000003) AS values, sum(size(keys(n)) + size(labels(n))) AS names
    OPTIONAL MATCH ()-[r]->() RETURN nodes, values, names, count(r) AS relations, sum(size(keys(r))) AS properties
"""
_SCHEMA = "SHOW INDEXES YIELD name RETURN collect(name) AS names"


@dataclass(frozen=True)
class Canaries:
    """`file` holds `SECRET`; `listener` takes any connection that comes, and nobody asks it to."""

    server: Server
    file: Path
    listener: socket.socket

    @property
    def address(self) -> str:
        """Where the listener listens."""
        host, port = self.listener.getsockname()
        return f"http://{host}:{port}/rows.csv"

    def state(self) -> Mapping[str, object]:
        """All that must stay as it is."""
        found = self.server.read(lambda transaction: [*transaction.rows(_GRAPH, {}), *transaction.rows(_SCHEMA, {})])
        return {"graph": found, "file": self.file.read_text(), "called": self._was_called()}

    def _was_called(self) -> bool:
        self.listener.settimeout(0)
        try:
            self.listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True
