"""The server store: cases as a graph on a Neo4j server, where several people write, ask and browse at once.

A change is made under the lock of its case in one transaction, so two writers follow one another and nothing is lost
or doubled. What was read last is kept and used again as long as the case is in that state.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.errors import StoreUnusable, UnknownCase
from graph.receipts import Receipt
from graph.stores.neo4j import Server
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_reading import NotWhole, Snapshot, read_snapshot
from graph.stores.neo4j_reports import OnlyRead
from graph.stores.neo4j_rows import head_of
from graph.stores.neo4j_schema import bring_up_to_date, check_version
from graph.stores.neo4j_writing import write_change
from graph.stores.queries import Transaction, run
from graph.stores.uncollected import uncollected

_T = TypeVar("_T")
_Heads = tuple[tuple[CaseHead, int], ...]
_Found = tuple[_Heads, Snapshot | None]


class Neo4jStore:
    """Keeps cases in one database of a Neo4j server. See `Store`."""

    def __init__(self, address: Address) -> None:
        """Nothing is opened yet; StoreUnusable where the address is none that a server can have."""
        self.server = Server(address)
        self._known: dict[str, Snapshot] = {}
        self._current = False
        """Whether this object saw that the database has every constraint and index."""

    def cases(self) -> tuple[tuple[CaseHead, int], ...]:
        """See `Store.cases`; the newest is the one made last in this database."""
        return self._read(_heads)

    def load(self, case: str) -> Case:
        """See `Store.load`. StoreUnusable also where something else than Loadpath changed the case."""
        with uncollected():
            try:
                cases, snapshot = self._read(lambda transaction: self._found(transaction, case))
            except NotWhole as error:
                cases, snapshot = self._found_alone(case, error)
        if snapshot is None:
            ids = ", ".join(head.id for head, _ in cases)
            hint = f"It holds: {ids}" if ids else "It holds no case yet."
            raise UnknownCase(f"the store '{self.server.place}' holds no case '{case}'", hint)
        self._known[case] = snapshot
        return snapshot.case

    def apply(self, head: CaseHead, changes: Changes) -> Receipt:
        """See `Store.apply`; the head of a case that is there already stays as it is."""
        self._current = bring_up_to_date(self.server, make=True, thorough=not self._current)
        with uncollected():
            receipt, snapshot = self.server.write(lambda transaction: self._applied(transaction, head, changes))
        self._known[head.id] = snapshot
        return receipt

    def _found(self, transaction: Transaction, case: str) -> _Found:
        """All cases, and what is read of one of them; an id that no case has is not sent to the server."""
        cases = _heads(transaction)
        if case not in {head.id for head, _ in cases}:
            return cases, None
        return cases, read_snapshot(transaction, case, self._known.get(case))

    def _found_alone(self, case: str, torn: NotWhole) -> _Found:
        """What is read while nobody else changes the case; where that cannot be, what was wrong stays wrong."""

        def alone(transaction: Transaction) -> _Found:
            run(transaction, "lock_case", case=case)
            return self._found(transaction, case)

        try:
            return self.server.write(alone)
        except NotWhole:
            raise
        except StoreUnusable as error:
            raise torn from error

    def _applied(self, transaction: Transaction, head: CaseHead, changes: Changes) -> tuple[Receipt, Snapshot]:
        check_version(transaction, self.server.place)
        before = _locked(transaction, head, self._known.get(head.id))
        after, receipt = apply_changes((before or Snapshot.empty(head)).case, changes)
        if before is None:
            run(transaction, "create_case", case=head.id, follows=head.follows)
        elif after.revision == before.case.revision:
            return receipt, before
        return receipt, write_change(transaction, before or Snapshot.empty(head), after)

    def _is_made_current(self) -> bool:
        """Is the database current now? One that may only be read is read as it is: older cases are read like new ones."""
        try:
            return bring_up_to_date(self.server, make=False)
        except OnlyRead:
            return False

    def _read(self, work: Callable[[Transaction], _T]) -> _T:
        self._current = self._current or self._is_made_current()

        def checked(transaction: Transaction) -> _T:
            if check_version(transaction, self.server.place) == 0:
                raise UnknownCase(
                    f"there is no store at '{self.server.place}' yet",
                    "Make one by reading a document: loadpath ingest FILE",
                )
            return work(transaction)

        return self.server.read(checked)


def _locked(transaction: Transaction, head: CaseHead, known: Snapshot | None) -> Snapshot | None:
    """The case as it is, which nobody else changes before this transaction ends; None where it is to be made."""
    if not run(transaction, "lock_case", case=head.id):
        run(transaction, "lock_store")
        run(transaction, "lock_case", case=head.id)
    return read_snapshot(transaction, head.id, known)


def _heads(transaction: Transaction) -> _Heads:
    return tuple((head_of(row), cast("int", row["revision"])) for row in run(transaction, "list_cases"))
