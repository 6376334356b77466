"""What a Neo4j server or its driver reports, in words: what is wrong with the store, and what to do next."""

from __future__ import annotations

from graph.errors import StoreUnusable


class OnlyRead(StoreUnusable):
    """The store may be read, but not written by this user or on this server."""


OLDEST = (5, 26)
"""The first release line that this version of Loadpath speaks to."""

_READ_ONLY = (
    "may only be read",
    "Write to another store, or let the server write: its setting server.databases.default_to_read_only.",
)
_NO_MEMORY = (
    "has no memory left for a change or a reading of this size; nothing was changed",
    "Raise db.memory.transaction.max or server.memory.heap.max_size on the server, and run the command again.",
)
_UNKNOWN_USER = (
    "refuses this user or password",
    "Set LOADPATH_NEO4J_USER and LOADPATH_NEO4J_PASSWORD to those of a user of the server.",
)
_TOO_LONG = (
    "broke off what took too long; nothing was changed",
    "Ask for less at once, or raise db.transaction.timeout on the server.",
)
_NOT_ALLOWED = (
    "does not allow this user to do that",
    "Ask whoever runs the server for the right, or name another user.",
)
_BROKEN_RULE = (
    "holds two of what there may be only one of",
    "Something else than Loadpath wrote to it: take the double out, or take the database from a backup.",
)
_REPORTS = {
    "Neo.ClientError.Security.Unauthorized": _UNKNOWN_USER,
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "has refused the password too often and now waits",
        "Correct LOADPATH_NEO4J_PASSWORD, wait some seconds, and try again.",
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "wants this user to choose a password first",
        "Choose one: ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new', on the database system.",
    ),
    "Neo.ClientError.Security.Forbidden": _NOT_ALLOWED,
    "Neo.ClientError.Statement.AccessMode": _NOT_ALLOWED,
    "Neo.ClientError.Database.DatabaseNotFound": (
        "has no such database",
        "Set LOADPATH_NEO4J_DATABASE to one that it has; Neo4j Community has one, named neo4j.",
    ),
    "Neo.TransientError.Database.DatabaseUnavailable": (
        "has that database, but not started",
        "Look into the server's log, and try again when the database is up.",
    ),
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": _READ_ONLY,
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": _READ_ONLY,
    "Neo.ClientError.Cluster.NotALeader": _READ_ONLY,
    "Neo.ClientError.Transaction.TransactionTimedOut": _TOO_LONG,
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": _TOO_LONG,
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": _NO_MEMORY,
    "Neo.TransientError.General.TransactionOutOfMemoryError": _NO_MEMORY,
    "Neo.TransientError.General.OutOfMemoryError": _NO_MEMORY,
    "Neo.TransientError.Transaction.MaximumTransactionLimitReached": (
        "has as many transactions under way as it allows",
        "Try again when they are done.",
    ),
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": _BROKEN_RULE,
    "Neo.ClientError.Schema.ConstraintValidationFailed": _BROKEN_RULE,
}


_IN_THE_WAY = frozenset(
    f"Neo.ClientError.Schema.{fault}"
    for fault in (
        "IndexAlreadyExists",
        "ConstraintAlreadyExists",
        "IndexWithNameAlreadyExists",
        "ConstraintWithNameAlreadyExists",
        "EquivalentSchemaRuleAlreadyExists",
    )
)


def is_final(code: str) -> bool:
    """Is it useless to try again at once, though the server calls the fault a passing one?"""
    return _REPORTS.get(code) in {_NO_MEMORY, _READ_ONLY}


def reported(place: str, code: str, message: str) -> StoreUnusable:
    """The error for what a server reported under one of its codes."""
    if code in _IN_THE_WAY:
        return StoreUnusable(
            f"the store '{place}' cannot be given a constraint or index that Loadpath needs: {message}",
            "Take out in Neo4j what stands in its way (DROP INDEX or DROP CONSTRAINT), and run the command again.",
        )
    wrong, hint = _REPORTS.get(code) or (
        f"reports {code or 'a fault'}: {message}",
        "Look into the server's log; nothing was changed.",
    )
    kind = OnlyRead if _REPORTS.get(code) in {_READ_ONLY, _NOT_ALLOWED} else StoreUnusable
    return kind(f"the store '{place}' {wrong}", hint)


def unreachable(place: str, why: str) -> StoreUnusable:
    """The error where no server answers at this address."""
    return StoreUnusable(
        f"no Neo4j server answers at '{place}': {why}",
        "Start it, or correct the address that --store or LOADPATH_STORE gives.",
    )


def unencrypted(place: str, plain: str) -> StoreUnusable:
    """The error where TLS is asked of a server that speaks none; `plain`: its address without."""
    return StoreUnusable(
        f"the Neo4j server at '{place}' speaks no TLS",
        f"Write {plain} where nobody listens on the way, or have TLS switched on at the server:"
        " server.bolt.tls_level and a certificate.",
    )


def distrusted(place: str, why: str) -> StoreUnusable:
    """The error where a server shows a certificate that is not trusted here."""
    return StoreUnusable(
        f"the certificate of the server at '{place}' is not trusted: {why}",
        "Name the server as its certificate does and have who signed it trusted here, or write +ssc in place of +s,"
        " which takes any certificate.",
    )


def no_server(place: str) -> StoreUnusable:
    """The error where something listens at the address, but no Neo4j server that speaks as it was asked."""
    return StoreUnusable(
        f"what answers at '{place}' is no Neo4j server, or one that wants TLS",
        "Correct the port: 7687 is Neo4j's own for programs, 7474 the one for browsers. For TLS write bolt+s:// or"
        " neo4j+s://.",
    )


def no_password(place: str) -> StoreUnusable:
    """The error where a server asks for a password and there is none."""
    return StoreUnusable(
        f"the store '{place}' asks for a password, and none is set",
        "Set LOADPATH_NEO4J_PASSWORD, and LOADPATH_NEO4J_USER where the user is not neo4j.",
    )


def cut_off(place: str, why: str) -> StoreUnusable:
    """The error where a server went away in the middle of something."""
    return StoreUnusable(
        f"the Neo4j server at '{place}' went away: {why}",
        "What was under way is in the store as a whole or not at all; when the server is back, run the command again.",
    )


def unsure(place: str) -> StoreUnusable:
    """The error where a server went away before it said whether a change was kept."""
    return StoreUnusable(
        f"the Neo4j server at '{place}' went away before it said whether the change was kept",
        "When the server is back, run the command again: what is in the store already is not added twice.",
    )


def wrong_version(place: str, agent: str) -> StoreUnusable | None:
    """The error where the server is none that this version can use. `agent`: what it calls itself, 'Neo4j/5.26.30'."""
    product, _, version = agent.partition("/")
    number = tuple(int(part) for part in version.split(".")[:2] if part.isdecimal())
    if product == "Neo4j" and number >= OLDEST:
        return None
    oldest = ".".join(map(str, OLDEST))
    return StoreUnusable(
        f"the server at '{place}' is {agent or 'of no known make'}; Loadpath needs Neo4j {oldest} or newer",
        "Use a newer server, or keep the case in a file: --store sqlite:///loadpath.db",
    )


def unfit(place: str, why: str) -> StoreUnusable:
    """The error where a value cannot be kept in Neo4j at all."""
    return StoreUnusable(
        f"the store '{place}' cannot keep what it was given: {why}; nothing was changed",
        "Correct the value, or keep the case in a file: --store sqlite:///loadpath.db",
    )
