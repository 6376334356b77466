"""A Neo4j server that is killed, started again, set to be read only, or short of memory: on a server for this alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.case import CaseHead
from graph.changes import Changes
from graph.elements import Element, ElementKind
from graph.store import Store
from graph.stores.neo4j import Server
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.sqlite import SqliteStore
from ingest import DocumentReport, IngestStatus, Intake, ingest_files
from ingest.extractors.rules import RulesExtractor
from tests.graph.sqlite_files import refusal, said
from tests.neo4j.installation import installation, startable
from tests.neo4j.process import TLS, WITH_TLS, ServerProcess, shipped_settings
from tests.neo4j.relay import relayed
from tests.neo4j.servers import cypher
from tests.strategies import HEAD

pytestmark = [pytest.mark.neo4j, pytest.mark.neo4j_process]
CLOCK = "2026-11-21T00:00:00+00:00"
FIRST = """# Risk report

## Pathways

1. Grain theft: the elevator empties a silo at night.

## Claim 1: Silos stay shut at night

The Night Lock Monitor blocks every silo after dusk. The Night Lock Monitor depends on the badge server.
"""
SECOND = """# Interview

Ada: The badge server depends on the harbour clock. Nobody looks after the harbour clock.
"""


@pytest.fixture(scope="module", params=startable())
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server that nothing else uses."""
    installed = installation(request.param)
    assert installed is not None
    server = ServerProcess.made(installed, tmp_path_factory.mktemp("server") / "home")
    server.configure({"db.memory.transaction.max": "8m", **WITH_TLS})
    server.start()
    yield server
    server.kill()


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Two documents, the second about what the first speaks of."""
    (tmp_path / "report.md").write_text(FIRST, encoding="utf-8")
    (tmp_path / "talk.txt").write_text(SECOND, encoding="utf-8")
    return [tmp_path / "report.md", tmp_path / "talk.txt"]


def address_of(server: ServerProcess, url: str | None = None) -> Address:
    return Address(url or server.url, "neo4j", server.password)


def read_into(store: Store, documents: list[Path]) -> list[IngestStatus]:
    return [report.status for report in reports(store, documents)]


def reports(store: Store, documents: list[Path]) -> tuple[DocumentReport, ...]:
    intake = Intake(store, CaseHead(id="silos", created=CLOCK), RulesExtractor(), "test", lambda: CLOCK)
    return ingest_files(documents, intake)


def killed_at_the_end_of(change: int, server: ServerProcess) -> Callable[[bytes], bytes | None]:
    """Kills the server when the last statement of this change, counted from 1, is on its way."""
    seen: list[bytes] = []

    def spoken(piece: bytes) -> bytes | None:
        if b"SET c += $props" in piece:
            seen.append(piece)
        if len(seen) < change:
            return piece
        server.kill()
        return None

    return spoken


def test_change_that_fills_the_memory_of_a_transaction_is_left_out_whole(server: ServerProcess) -> None:
    store = Neo4jStore(address_of(server))
    store.apply(CaseHead(id="large"), said("a"))
    elements = tuple(
        Element(id=f"e{n}", kind=ElementKind.CLAIM, name=f"claim {n}", text="words " * 40, passages=("d0:0",))
        for n in range(4000)
    )

    error = refusal(lambda: store.apply(CaseHead(id="large"), Changes(elements=elements)))

    assert error.message.startswith(f"the store '{server.url}' has no memory left")
    assert "db.memory.transaction.max" in error.hint
    assert list(Neo4jStore(address_of(server)).load("large").elements) == ["a"]


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_any_certificate_is_taken_where_the_address_says_so(server: ServerProcess, scheme: str) -> None:
    Neo4jStore(address_of(server)).apply(HEAD, said("a"))

    encrypted = Neo4jStore(address_of(server, server.url.replace("bolt", scheme)))

    assert list(encrypted.load(HEAD.id).elements) == ["a"]


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_certificate_has_to_be_trusted_where_the_address_says_so(
    server: ServerProcess, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    Neo4jStore(address_of(server)).apply(HEAD, said("a"))
    url = server.url.replace("bolt", scheme)

    error = refusal(Neo4jStore(address_of(server, url)).cases)
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "public.crt"))
    trusting = Neo4jStore(address_of(server, url))

    assert error.message == f"the certificate of the server at '{url}' is not trusted: self-signed certificate"
    assert "+ssc in place of +s" in error.hint
    assert list(trusting.load(HEAD.id).elements) == ["a"]


def test_server_runs_on_the_configuration_that_is_shipped(server: ServerProcess) -> None:
    names = [name for name in shipped_settings() if not name.startswith("server.memory")]

    rows = Server(address_of(server)).read(
        lambda transaction: transaction.rows(
            "SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN *", {"names": names}
        )
    )

    found = {row["name"]: row["value"] for row in rows}
    assert found["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert found["dbms.security.auth_enabled"] == "true"
    assert found["db.transaction.timeout"] == "2m"


def test_server_killed_during_an_ingest_keeps_whole_documents_and_the_next_run_completes(
    server: ServerProcess, documents: list[Path], tmp_path: Path
) -> None:
    only_first, both = SqliteStore(tmp_path / "first.db"), SqliteStore(tmp_path / "both.db")
    read_into(only_first, documents[:1])
    read_into(both, documents)
    with relayed(server.port) as relay:
        store = Neo4jStore(address_of(server, relay.url))
        relay.spoken = killed_at_the_end_of(2, server)

        first, second = reports(store, documents)
        server.start()
        relay.spoken = bytes
        before = Neo4jStore(address_of(server)).load("silos")
        again = read_into(store, documents)

    assert (first.status, second.status) == (IngestStatus.ADDED, IngestStatus.FAILED)
    assert second.error is not None
    assert "went away" in second.error
    assert "run the command again" in (second.hint or "")
    assert before == only_first.load("silos")
    assert again == [IngestStatus.UNCHANGED, IngestStatus.ADDED]
    assert Neo4jStore(address_of(server)).load("silos") == both.load("silos")


def test_store_goes_on_after_a_restart_and_a_read_only_server_is_read_as_it_is(server: ServerProcess) -> None:
    store = Neo4jStore(address_of(server))
    store.apply(HEAD, said("a"))
    cypher(address_of(server), "DROP INDEX loadpath_element_names")
    cypher(address_of(server), "MATCH (s:Loadpath) SET s.version = 7")
    server.kill()
    server.configure({"server.databases.default_to_read_only": "true"})
    server.start()

    error = refusal(lambda: store.apply(HEAD, said("b")))

    assert error.message == f"the store '{server.url}' may only be read"
    assert "server.databases.default_to_read_only" in error.hint
    assert list(store.load(HEAD.id).elements) == list(Neo4jStore(address_of(server)).load(HEAD.id).elements) == ["a"]
