"""The page's server: it serves this machine, and it ends with the command that started it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT_S = 60


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until(port: int, *, served: bool) -> None:
    end = time.monotonic() + LIMIT_S
    while answers(port) is not served:
        assert time.monotonic() < end, f"port {port} is still {'closed' if served else 'open'}"
        time.sleep(0.05)


def test_the_server_ends_with_its_command(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "ui.cli", "ui", "--port", str(port), "--store", f"sqlite:///{tmp_path / 'x.db'}"]

    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as page:
        wait_until(port, served=True)
        page.send_signal(signal.SIGTERM)
        assert page.wait(timeout=LIMIT_S) == 0

    wait_until(port, served=False)
