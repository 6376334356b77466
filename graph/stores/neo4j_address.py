"""Where a Neo4j server is, and who asks it."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.errors import StoreUnusable

PORT = 7687
SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True)
class Address:
    """Where a server is and who asks: `database` None for the user's own. The password is shown nowhere."""

    url: str
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None

    @property
    def place(self) -> str:
        """The address as messages show it."""
        return f"{self.url}/{self.database}" if self.database else self.url

    @property
    def is_encrypted(self) -> bool:
        """Is TLS spoken?"""
        return "+" in urlsplit(self.url).scheme

    @property
    def is_checked(self) -> bool:
        """Does the certificate of the server have to be one that is trusted here?"""
        return urlsplit(self.url).scheme.endswith("+s")

    @property
    def unencrypted_url(self) -> str:
        """The same address without TLS."""
        scheme, rest = self.url.split(":", maxsplit=1)
        return f"{scheme.partition('+')[0]}:{rest}"

    @property
    def host_and_port(self) -> tuple[str, int]:
        """Where to connect; a server's own port is 7687."""
        parts = urlsplit(self.url)
        return parts.hostname or "", parts.port or PORT

    def check(self) -> None:
        """StoreUnusable where the address is none that a server can have; what might be a password is not repeated."""
        try:
            parts = urlsplit(self.url)
            named, port = parts.username or parts.password, parts.port
        except ValueError as error:
            raise StoreUnusable(f"the address of the server cannot be read: {error}", _HINT) from error
        if named is not None:
            raise StoreUnusable(
                f"the address of the server at '{parts.hostname}' holds a user or a password",
                "Leave them out of the address, and set LOADPATH_NEO4J_USER and LOADPATH_NEO4J_PASSWORD.",
            )
        beside = parts.path.strip("/") or parts.fragment or (parts.query and parts.scheme.startswith("bolt"))
        if parts.scheme not in SCHEMES or not parts.hostname or beside or port == 0:
            raise StoreUnusable(f"'{self.url}' is no address of a Neo4j server", _HINT)
        if (self.database or "").casefold() == "system":
            raise StoreUnusable(
                f"the database '{self.database}' is the server's own, for users and settings, and holds no cases",
                "Set LOADPATH_NEO4J_DATABASE to another, or leave it out; Neo4j Community has one, named neo4j.",
            )


_HINT = (
    f"Give it as neo4j://host:7687, or with another of: {', '.join(SCHEMES[1:])}."
    " The database goes into LOADPATH_NEO4J_DATABASE."
)
