"""Stands between the program and a server on the loopback, and does to their talk what a network or a crash would."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread


class Relay:
    """Passes on what both sides say. `spoken` and `answered` see each piece first and give what is passed on;
    where they give None, that connection is cut there."""

    def __init__(self, port: int) -> None:
        self.spoken: Callable[[bytes], bytes | None] = bytes
        self.answered: Callable[[bytes], bytes | None] = bytes
        self.is_open = True
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._lock = Lock()

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def serve(self) -> None:
        """Take connections until the relay is closed."""
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self._join(client)

    def cut(self) -> None:
        """End every connection there is, and take no more."""
        self.is_open = False
        with self._lock:
            for end in self._ends:
                _close(end)

    def close(self) -> None:
        """End everything."""
        self.cut()
        _close(self._listener)

    def _join(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self._target))
        except OSError:
            _close(client)
            return
        with self._lock:
            self._ends += [client, server]
            if not self.is_open:
                _close(client)
                _close(server)
                return
        Thread(target=self._pass_on, args=(client, server, "spoken"), daemon=True).start()
        Thread(target=self._pass_on, args=(server, client, "answered"), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, seen_by: str) -> None:
        with suppress(OSError):
            while piece := source.recv(65536):
                passed = getattr(self, seen_by)(piece)
                if passed is None:
                    break
                target.sendall(passed)
        _close(source)
        _close(target)


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def relayed(port: int) -> Iterator[Relay]:
    """A relay to this port that is at work."""
    relay = Relay(port)
    worker = Thread(target=relay.serve, daemon=True)
    worker.start()
    try:
        yield relay
    finally:
        relay.close()
        worker.join()
