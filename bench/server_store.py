"""The server store: what writing and loading a large case costs beside SQLite and beside a bare driver.

Starts a server of its own with the memory that `deploy/neo4j.conf` gives it (see tests/neo4j). Targets: one document read again costs at most twice its share of the
whole, 100,000 elements are in the analysis within 30 s, and eight readers and two writers in a minute lose nothing.
Run it as `python bench/server_store.py [small|large|together]`; without a word it does all three.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.children import cost_of
from bench.random_case import random_changes, together
from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.elements import Element, ElementKind
from graph.store import Store
from graph.stores.neo4j import Server
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_reading import SORTS
from graph.stores.neo4j_rows import value_row
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.queries import Transaction, batches, run
from graph.stores.sqlite import SqliteStore
from tests.neo4j.installation import NOT_RUN, installation, pinned
from tests.neo4j.process import ServerProcess, shipped_settings

HEAD = CaseHead(id="random")
DOCUMENTS = 10
READERS, WRITERS, MINUTE_S = 8, 2, 60.0


def main() -> None:
    """Start a server and print the figures."""
    installed = installation(pinned())
    if installed is None:
        print(NOT_RUN)
        return
    wanted = sys.argv[1:] or ["small", "large", "together"]
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as address:
        for name in wanted:
            {"small": _small, "large": _large, "together": _together}[name](address, Path(folder))


@contextmanager
def _server(folder: Path) -> Iterator[Address]:
    installed = installation(pinned())
    assert installed is not None  # noqa: S101  main looked before
    server = ServerProcess.made(installed, folder / "home")
    server.java_options = ()
    shipped = shipped_settings()
    server.configure({name: value for name, value in shipped.items() if ".memory." in name})
    server.start()
    try:
        yield Address(server.url, "neo4j", server.password)
    finally:
        server.kill()


def _small(address: Address, folder: Path) -> None:
    """10,000 elements and 25,000 relations: whole, loaded, and one document of it anew."""
    _clear(address)
    changes = random_changes(10_000, 25_000, DOCUMENTS)
    whole = together(changes)
    case, _ = apply_changes(Case.of(HEAD), whole)
    Neo4jStore(address).apply(CaseHead(id="warm"), together(random_changes(2_000, 5_000, 2)))
    bare, ours = [], []
    for _ in range(2):
        bare.append(_seconds(lambda: _write_bare(address, case)))
        _clear(address)
        ours.append(_seconds(lambda: Neo4jStore(address).apply(HEAD, whole)))
        _clear(address)
    print(f"{len(case.elements):,} elements, {len(case.relations):,} relations, {len(case.passages):,} passages")
    print(f"{'':<22}{'write s':>10}{'load s':>10}{'one document s':>16}{'of its share':>14}")
    print(f"{'bare driver':<22}{min(bare):>10.2f}")
    stores: dict[str, Callable[[], Store]] = {
        "SQLite": lambda: SqliteStore(folder / "case.db"),
        "Neo4j": lambda: Neo4jStore(address),
    }
    for name, opened in stores.items():
        store = opened()
        writes = [_seconds(lambda store=store: store.apply(HEAD, whole)), *(ours if name == "Neo4j" else [])]
        write = min(writes)
        load = statistics.median(_seconds(lambda opened=opened: opened().load(HEAD.id)) for _ in range(3))
        again = statistics.median(
            _seconds(lambda n=n, store=store: store.apply(HEAD, _other_words(changes[n], n))) for n in (3, 5, 7)
        )
        print(f"{name:<22}{write:>10.2f}{load:>10.2f}{again:>16.2f}{again / (write / DOCUMENTS):>13.1f}×")


def _other_words(change: Changes, number: int) -> Changes:
    """The same document after its author touched every element."""
    elements = (element.model_copy(update={"aliases": (f"alias {number}",)}) for element in change.elements)
    return change.model_copy(update={"elements": tuple(elements)})


def _write_bare(address: Address, case: Case) -> None:
    """The same rows by the driver alone: no lock, no checks, no case."""
    rows = {
        sort: [value_row(HEAD.id, value, n) for n, value in enumerate(getattr(case, sort).values())] for sort in SORTS
    }

    def write(transaction: Transaction) -> None:
        for sort in SORTS:
            for part in batches(rows[sort]):
                case_id = {} if sort in {"documents", "elements"} else {"case": HEAD.id}
                run(transaction, f"create_{sort}", rows=part, **case_id)
        for part in batches(rows["elements"]):
            run(transaction, "draw_sources", case=HEAD.id, rows=part)

    Server(address).write(write)


def _large(address: Address, _: Path) -> None:
    """100,000 elements written document by document, and from the server into the analysis in a process of its own."""
    _clear(address)
    store = Neo4jStore(address)
    changes = random_changes(100_000, 250_000, DOCUMENTS)
    taken = _seconds(lambda: [store.apply(HEAD, change) for change in changes])
    print(f"\n100,000 elements, 250,000 relations in {DOCUMENTS} documents: written in {taken:.0f} s")
    load = f"""
from graph.analysis import structure_of
from graph.case import Switches
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_store import Neo4jStore
structure_of(Neo4jStore(Address({address.url!r}, "neo4j", {address.password!r})).load("random"), Switches())
"""
    (cost,) = cost_of([[sys.executable, "-c", load]], runs=3)
    print(
        f"loaded into the analysis in {cost.seconds:.1f} s, {cost.processor:.1f} s of them at work and not waiting for"
        f" the server or a processor; peak {cost.megabytes:.0f} MB (whole process)"
    )


def _together(address: Address, _: Path) -> None:
    """Readers and writers at once, each with its own connections, for a minute."""
    _clear(address)
    changes = random_changes(1_000, 2_500, DOCUMENTS)
    Neo4jStore(address).apply(HEAD, together(changes))
    until = time.monotonic() + MINUTE_S
    reads, written, wrong = [0] * READERS, [0] * WRITERS, list[str]()

    def read(number: int) -> None:
        seen = 0
        while time.monotonic() < until:
            case = Neo4jStore(address).load(HEAD.id)
            if not seen <= case.revision == 1 + len(case.elements) - 1_000:
                wrong.append(f"revision {case.revision} with {len(case.elements)} elements after {seen}")
            seen = case.revision
            reads[number] += 1

    def write(number: int) -> None:
        store = Neo4jStore(address)
        while time.monotonic() < until:
            id_ = f"writer-{number}-{written[number]}"
            element = Element(id=id_, kind=ElementKind.CLAIM, name=id_, passages=("document-0:0",))
            store.apply(HEAD, Changes(elements=(element,)))
            written[number] += 1

    work = [*(threading.Thread(target=read, args=(n,)) for n in range(READERS))]
    work += [threading.Thread(target=write, args=(n,)) for n in range(WRITERS)]
    threading.excepthook = lambda failure: wrong.append(repr(failure.exc_value))
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    found = len(Neo4jStore(address).load(HEAD.id).elements) - 1_000
    print(
        f"\n{READERS} readers, {WRITERS} writers, {MINUTE_S:.0f} s: {sum(reads)} cases read, {sum(written)} changes written,"
    )
    print(f"{found} of them found afterwards, {len(wrong)} errors {wrong[:3] or ''}")


def _clear(address: Address) -> None:
    """Take everything out, some at a time."""
    server = Server(address)
    query = "MATCH (n) WHERE NOT n:Loadpath WITH n LIMIT 20000 DETACH DELETE n RETURN count(n) AS gone"
    while server.write(lambda transaction: transaction.rows(query, {}))[0]["gone"]:
        pass


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
