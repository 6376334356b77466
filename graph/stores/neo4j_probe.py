"""Finds out why no connection to a server came about, by asking its port in a few bytes: the driver often cannot say.

`neo4j://` addresses end in "Unable to retrieve routing information", whether nothing listens there, something else
does, or encryption was asked of a server that has none.
"""

from __future__ import annotations

import socket
import ssl
from enum import Enum, auto

from graph.errors import StoreUnusable
from graph.stores import neo4j_reports as reports
from graph.stores.neo4j_address import Address

ANSWER_S = 5.0
_HELLO = bytes.fromhex("6060b017 00000405 00000004 00000000 00000000")
"""The first words of Bolt, with two versions of it to choose from; the answer is the one chosen, in four bytes."""


class Listener(Enum):
    """What listens at a port."""

    NEO4J = auto()
    OTHER = auto()


def explained(address: Address, said: str) -> StoreUnusable:
    """The error for an address that the driver could not use; `said`: what it says itself."""
    try:
        found = _asked(address)
        distrust = _distrust(address) if address.is_checked else None
    except OSError as error:
        return reports.unreachable(address.place, error.strerror or said)
    if distrust:
        return reports.distrusted(address.place, distrust)
    if found is Listener.OTHER:
        return reports.no_server(address.place)
    if address.is_encrypted:
        return reports.unencrypted(address.place, address.unencrypted_url)
    return reports.unreachable(address.place, said)


def _asked(address: Address) -> Listener:
    """What answers to the first words of Bolt without encryption; OSError where nothing can be reached."""
    with socket.create_connection(address.host_and_port, ANSWER_S) as connection:
        try:
            connection.sendall(_HELLO)
            answer = connection.recv(4)
        except OSError:
            return Listener.OTHER
    return Listener.NEO4J if len(answer) == 4 and answer.startswith(b"\0\0") else Listener.OTHER


def _distrust(address: Address) -> str | None:
    """Why the certificate of the server is not trusted; None where that is not what is wrong."""
    with socket.create_connection(address.host_and_port, ANSWER_S) as connection:
        try:
            ssl.create_default_context().wrap_socket(connection, server_hostname=address.host_and_port[0]).close()
        except ssl.SSLCertVerificationError as error:
            return error.verify_message
        except OSError:
            return None
    return None
