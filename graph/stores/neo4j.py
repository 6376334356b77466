"""The door to Neo4j: opens connections to a server, runs transactions on it, and puts its faults into words.

Nothing else imports the driver, but `neo4j_answers.py`, which reads its values. `Server.read` and `Server.write` run a function in one transaction and run it again
where the server says that trying again may help, so the function has no effect but its statements. `Server.reading`
gives one transaction in a read session, never repeated and under a time limit: for queries that a person typed.
"""

from __future__ import annotations

import logging
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import TypeVar

import neo4j
from neo4j import exceptions

from graph.stores import neo4j_reports as reports
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_probe import explained
from graph.stores.queries import Row, Transaction

TRY_AGAIN_S = 5.0
"""How long a transaction is tried again where the fault may pass."""
CONNECT_S = 10.0
_FETCHED_AT_ONCE = 5000

# What the driver logs is raised as well; without this it would also be printed.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_T = TypeVar("_T")


class Server:
    """A Neo4j server. Nothing is opened before the first transaction; the connections end with this object."""

    def __init__(self, address: Address) -> None:
        """StoreUnusable where the address is none that a server can have."""
        self.place = address.place
        self._address = address
        self._lock = Lock()
        self._open: neo4j.Driver | None = None
        address.check()

    def read(self, work: Callable[[Transaction], _T]) -> _T:
        """What `work` gives in a transaction that may only read; StoreUnusable where the server cannot be used."""
        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda transaction: work(_Running(self.place, transaction)))

    def write(self, work: Callable[[Transaction], _T]) -> _T:
        """What `work` gives in a transaction that is kept whole, or left out whole where an error leaves `work`."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(lambda transaction: work(_Running(self.place, transaction)))

    @contextmanager
    def reading(self, *, timeout_s: float, most: int) -> Iterator[neo4j.Transaction]:
        """The driver's own transaction in a read session; the server ends it after `timeout_s`. It is rolled back.

        The server sends records in lots of `most`, so that one who wants no more gets no more. It refuses writes, but
        not every way of reading a file or an address.
        """
        with (
            self._session(neo4j.READ_ACCESS, most) as session,
            session.begin_transaction(timeout=timeout_s) as transaction,
        ):
            yield transaction

    @contextmanager
    def _session(self, access: str, at_once: int = _FETCHED_AT_ONCE) -> Iterator[neo4j.Session]:
        with (
            _in_words(self.place),
            self._driver().session(
                database=self._address.database, default_access_mode=access, fetch_size=at_once
            ) as session,
        ):
            yield session

    def _driver(self) -> neo4j.Driver:
        with self._lock:
            if self._open is None:
                self._open = _connected(self._address)
                weakref.finalize(self, self._open.close)
            return self._open


class _Running:
    """A transaction that is under way. See `Transaction`."""

    def __init__(self, place: str, transaction: neo4j.ManagedTransaction) -> None:
        self._place = place
        self._transaction = transaction

    def rows(self, statement: str, parameters: Mapping[str, object]) -> list[Row]:
        """See `Transaction.rows`. A fault that no repetition mends leaves as StoreUnusable, which nobody repeats."""
        try:
            result = self._transaction.run(statement, dict(parameters))
            columns = result.keys()
            return [dict(zip(columns, record.values(), strict=True)) for record in result]
        except exceptions.Neo4jError as error:
            if reports.is_final(error.code or ""):
                raise reports.reported(self._place, error.code or "", error.message or "") from error
            raise


def _connected(address: Address) -> neo4j.Driver:
    """A driver whose server answered, let us in, and is new enough."""
    try:
        driver = neo4j.GraphDatabase.driver(
            address.url,
            auth=(address.user, address.password) if address.password else None,
            connection_timeout=CONNECT_S,
            connection_acquisition_timeout=2 * CONNECT_S,
            max_transaction_retry_time=TRY_AGAIN_S,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )
    except (exceptions.ConfigurationError, ValueError) as error:
        raise reports.unreachable(address.place, _short(error)) from error
    with ExitStack() as unless_fit:
        unless_fit.callback(driver.close)
        _refuse_unfit(address, driver)
        unless_fit.pop_all()
    return driver


def _refuse_unfit(address: Address, driver: neo4j.Driver) -> None:
    try:
        agent = driver.get_server_info().agent
    except exceptions.ServiceUnavailable as error:
        raise explained(address, _short(error)) from error
    except exceptions.AuthError as error:
        if address.password:
            raise
        raise reports.no_password(address.place) from error
    if wrong := reports.wrong_version(address.place, agent):
        raise wrong


@contextmanager
def _in_words(place: str) -> Iterator[None]:
    """Turn whatever the driver raises into StoreUnusable."""
    try:
        yield
    except exceptions.Neo4jError as error:
        raise reports.reported(place, error.code or "", error.message or "") from error
    except exceptions.IncompleteCommit as error:
        raise reports.unsure(place) from error
    except (exceptions.DriverError, OSError) as error:
        raise reports.cut_off(place, _short(error)) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise reports.unfit(place, _short(error)) from error


def _short(error: BaseException) -> str:
    """What an error says in one line: the system's own words where there are some, else its first line."""
    innermost = error
    while innermost.__cause__ is not None:
        innermost = innermost.__cause__
    if isinstance(innermost, OSError) and innermost.strerror:
        return innermost.strerror
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(": ")
