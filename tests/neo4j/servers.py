"""Servers to test on: the one that LOADPATH_NEO4J_URL names, else those that are started here; and their one database."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
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
        _check_ours(address, turn.tell() > 0)
        turn.write("ours\n")
        empty(address)
        yield address
        empty(address)


def empty(address: Address) -> None:
    """Take everything out of a database."""
    Server(address).write(lambda transaction: transaction.rows("MATCH (n) DETACH DELETE n", {}))


def _check_ours(address: Address, known: bool) -> None:
    """At the first use the database has to be empty: whatever is in it belongs to somebody."""
    if not known and Server(address).read(lambda transaction: transaction.rows("MATCH (n) RETURN n LIMIT 1", {})):
        pytest.fail(f"{address.url} holds something; the tests would empty it. Name an empty server.")
