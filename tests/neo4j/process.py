"""A Neo4j server in a process of its own, on the configuration that Loadpath ships, with a password made up for it."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j.installation import Installation

TLS = Path(__file__).with_name("tls")
"""A key and a certificate for 127.0.0.1 that were made for these tests and open nothing else."""
WITH_TLS = {
    "server.bolt.tls_level": "OPTIONAL",
    "dbms.ssl.policy.bolt.enabled": "true",
    "dbms.ssl.policy.bolt.base_directory": str(TLS),
    "dbms.ssl.policy.bolt.private_key": "private.key",
    "dbms.ssl.policy.bolt.public_certificate": "public.crt",
    "dbms.ssl.policy.bolt.client_auth": "NONE",
}
SHIPPED = Path(__file__).resolve().parents[2] / "deploy" / "neo4j.conf"
START_S = 240
LIGHT = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


@dataclass
class ServerProcess:
    """A server whose files are in `home`; it is started, stopped and started again on the same files."""

    installed: Installation
    home: Path
    password: str
    port: int
    java_options: tuple[str, ...] = LIGHT
    process: subprocess.Popen[bytes] | None = None

    @classmethod
    def made(cls, installed: Installation, home: Path) -> ServerProcess:
        """A server with an empty database and the user `neo4j`; it is not started yet."""
        server = cls(installed, home, secrets.token_hex(18), _free_port())
        (home / "conf").mkdir(parents=True)
        server.configure({})
        server.java("org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", server.password)
        return server

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def configure(self, more: Mapping[str, str]) -> None:
        """Write its configuration: what is shipped, this port and little memory, and `more`; it counts from the next start."""
        small = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "server.http.enabled": "false",
            "server.memory.pagecache.size": "64m",
            "server.memory.heap.initial_size": "64m",
            "server.memory.heap.max_size": "512m",
            "db.memory.transaction.max": "256m",
            "db.memory.transaction.total.max": "320m",
            "dbms.memory.transaction.total.max": "320m",
        }
        settings = {**shipped_settings(), **small, **more}
        text = "".join(f"{name}={value}\n" for name, value in settings.items())
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")

    def start(self) -> None:
        """Start it and wait until it answers; RuntimeError with the end of its log where it does not."""
        main = f"org.neo4j.server.{self.installed.main_class}"
        with (self.home / "console.log").open("ab") as console:
            self.process = subprocess.Popen(
                [*self._java(main), f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"],
                stdout=console,
                stderr=console,
                stdin=subprocess.DEVNULL,
            )
        deadline = time.monotonic() + START_S
        while not (_answers(self.port) and self._serves()):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"Neo4j {self.installed.version} did not start:\n{self._last_words()}")
            time.sleep(0.1)

    def _serves(self) -> bool:
        """Is its database there? A server answers a moment before that."""
        with neo4j.GraphDatabase.driver(self.url, auth=("neo4j", self.password)) as driver:
            try:
                driver.execute_query("RETURN 1")
            except DriverError:
                return False
            except Neo4jError as error:
                return not error.is_retryable()
        return True

    def stop(self) -> None:
        """Ask it to stop, and wait."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def java(self, main: str, *arguments: str) -> None:
        """Run one of the server's own tools to its end."""
        environment = {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        subprocess.run([*self._java(main), *arguments], env=environment, check=True, capture_output=True)

    def _java(self, main: str) -> list[str]:
        return [*_ends_with_us(), str(self.installed.java), *self.java_options, "-cp", f"{self.installed.jars}/*", main]

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait()
            self.process = None

    def _last_words(self) -> str:
        logs = [self.home / "console.log", self.home / "logs" / "neo4j.log"]
        return "\n".join(log.read_text("utf-8", errors="replace")[-2000:] for log in logs if log.is_file())


def shipped_settings() -> dict[str, str]:
    """The settings of the configuration that Loadpath ships."""
    lines = [line for line in SHIPPED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", maxsplit=1) for line in lines)


def _ends_with_us() -> list[str]:
    """What makes the system end a server whose tests were killed, where it can."""
    tool = shutil.which("setpriv")
    return [tool, "--pdeathsig", "KILL"] if tool else []


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    """Does a Bolt server agree to talk? Before it is up it accepts no connection, or says nothing."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(bytes.fromhex("6060b017 00000405 00000004 00000000 00000000"))
            return len(connection.recv(4)) == 4
    except OSError:
        return False
