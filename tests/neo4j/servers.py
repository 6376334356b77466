"""Servers to test on: the one that LOADPATH_NEO4J_URL names, else those that are started here; and their one database."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from graph.stores.neo4j import Server
from graph.stores.neo4j_address import Address
from tests.neo4j.installation import NAMED
from tests.neo4j.keeper import Reached, shared_server


def run_folder(request: pytest.FixtureRequest) -> Path:
    """The folder that all processes of this run of the tests share."""
    folder: Path = request.getfixturevalue("tmp_path_factory").getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


def reached(version: str, run: Path) -> Reached:
    """The server of this version, one for a run of the tests."""
    if version == NAMED:
        environment = os.environ
        user, password = environment.get("LOADPATH_NEO4J_USER", "neo4j"), environment.get("LOADPATH_NEO4J_PASSWORD", "")
        return Reached(environment["LOADPATH_NEO4J_URL"], user, password, version)
    return shared_server(run / f"neo4j-{version}", version)


@contextmanager
def empty_database(version: str, run: Path) -> Iterator[Address]:
    """The database of a server, empty, for one test at a time. A server that others use is left alone."""
    server = reached(version, run)
    address = Address(server.url, server.user, server.password)
    with (run / f"turn-{version}.lock").open("a+") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if turn.tell() == 0:
            _refuse_what_others_use(address)
            turn.write("It was empty when the tests began.\n")
        empty(address)
        yield address
        empty(address)


def empty(address: Address) -> None:
    """Take everything out of a database but its indexes."""
    _server(address).write(lambda transaction: transaction.rows("MATCH (n) DETACH DELETE n", {}))


def cypher(address: Address, query: str, **parameters: object) -> list[list[object]]:
    """What a query gives that somebody types into Neo4j's own tools."""
    rows = _server(address).write(lambda transaction: transaction.rows(query, parameters))
    return [list(row.values()) for row in rows]


@cache
def _server(address: Address) -> Server:
    return Server(address)


def _refuse_what_others_use(address: Address) -> None:
    if cypher(address, "MATCH (n) RETURN labels(n) LIMIT 1"):
        pytest.fail(f"{address.url} holds something, which the tests would take out: name an empty server.")
