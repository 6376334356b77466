"""How the tests run: properties on the same cases every time, on many more with HYPOTHESIS_PROFILE=soak.

Without a Neo4j server its tests are left out, and one line says so; where CI is set that is a failure. The tests of the
extra `embeddings` run in an environment of their own: `make test-embeddings`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, settings

from graph.stores.neo4j_address import Address
from tests.neo4j.installation import NO_PROCESS, NOT_RUN, installation, pinned, versions

settings.register_profile(
    "quick",
    max_examples=50,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("soak", settings.get_profile("quick"), max_examples=3000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(params=versions())
def database(request: pytest.FixtureRequest) -> Iterator[Address]:
    """The database of a real Neo4j server, empty, and for this test alone."""
    from tests.neo4j.servers import empty_database, run_folder

    with empty_database(request.param, run_folder(request)) as address:
        yield address


def pytest_configure() -> None:
    if os.environ.get("CI") and not versions():
        raise pytest.UsageError(NOT_RUN)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = set() if versions() else {"neo4j"}
    absent |= set() if installation(pinned()) else {"neo4j_process"}
    absent |= set() if find_spec("sentence_transformers") else {"embeddings"}
    items[:] = [item for item in items if not absent & {mark.name for mark in item.iter_markers()}]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not versions():
        terminalreporter.write_line(NOT_RUN)
    elif not installation(pinned()):
        terminalreporter.write_line(NO_PROCESS)
