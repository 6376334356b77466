"""Keeps one server for all processes of a test run, and ends it when the last of them is gone, however it went.

Every process that uses the server holds a shared lock on one file, which the system gives back when the process ends,
even by a crash. The keeper, a process of its own, starts the server and then waits for that lock alone.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.neo4j.installation import installation
from tests.neo4j.process import START_S, ServerProcess

_OPEN: list[object] = []
"""What this process holds until its end: locks, and the keepers that it started."""


@dataclass(frozen=True)
class Reached:
    """How a server is reached."""

    url: str
    user: str
    password: str
    version: str


def shared_server(folder: Path, version: str) -> Reached:
    """The one server of this version for all processes that name this folder; it is started where there is none yet."""
    folder.mkdir(parents=True, exist_ok=True)
    users = (folder / "users.lock").open("a")
    fcntl.flock(users, fcntl.LOCK_SH)
    _OPEN.append(users)
    facts = folder / "server.json"
    with (folder / "start.lock").open("a") as start:
        fcntl.flock(start, fcntl.LOCK_EX)
        if not facts.exists():
            _start(folder, version)
    return Reached(**json.loads(facts.read_text("utf-8")))


def _start(folder: Path, version: str) -> None:
    with (folder / "keeper.log").open("ab") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "tests.neo4j.keeper", str(folder), version],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=Path(__file__).resolve().parents[2],
            start_new_session=True,
        )
    _OPEN.append(keeper)
    deadline = time.monotonic() + START_S
    while not (folder / "server.json").exists():
        if keeper.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError((folder / "keeper.log").read_text("utf-8", errors="replace")[-4000:])
        time.sleep(0.05)


def keep(folder: Path, version: str) -> None:
    """Start the server, say how it is reached, and end it when nobody uses it any more."""
    installed = installation(version)
    if installed is None:
        raise RuntimeError(f"Neo4j {version} is not here")
    shutil.rmtree(folder / "home", ignore_errors=True)
    server = ServerProcess.made(installed, folder / "home")
    try:
        server.start()
        reached = {"url": server.url, "user": "neo4j", "password": server.password, "version": version}
        unfinished = folder / "server.json.new"
        unfinished.write_text(json.dumps(reached), encoding="utf-8")
        unfinished.chmod(0o600)
        unfinished.rename(folder / "server.json")
        with (folder / "users.lock").open("a") as users:
            fcntl.flock(users, fcntl.LOCK_EX)
    finally:
        server.kill()
        shutil.rmtree(folder / "home", ignore_errors=True)


if __name__ == "__main__":
    os.umask(0o077)
    keep(Path(sys.argv[1]), sys.argv[2])
