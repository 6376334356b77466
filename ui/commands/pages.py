"""Commands that open the page: ui, and demo, which reads the sample case first."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from threading import Timer

from assistant import Scope, ask
from graph.errors import LoadpathError
from ui.commands.documents import now, say_progress
from ui.page_options import page_command
from ui.sample import HEAD, QUESTION, load_sample
from ui.settings import Settings
from ui.terminal import colours, show, width
from ui.views.answers import answer_lines
from ui.views.reports import report_lines
from ui.wiring import load_case, open_store

DEMO_STORE = "sqlite:///loadpath-demo.db"
FIRST_PORT = 8501
PORTS_TRIED = 100


class PortInUse(LoadpathError):
    """The page cannot be served on the port that was asked for."""


def run_pages(options: argparse.Namespace, settings: Settings) -> int:
    """Run demo or ui; the exit code of the server, which runs until it is stopped."""
    return _demo(options, settings) if options.command == "demo" else _serve(options, settings)


def _demo(options: argparse.Namespace, settings: Settings) -> int:
    store = settings.model_copy(update={"store": options.store or DEMO_STORE, "case": HEAD.id})
    reports = load_sample(open_store(store), now, say_progress)
    show(line for report in reports for line in report_lines(report))
    answer = ask(QUESTION, Scope(load_case(store)))
    show(["", f"> {QUESTION}", "", *answer_lines(answer, colour=colours(), width=width())])
    if options.no_ui:
        show(["", f'Ask on with: loadpath ask "…" --store {store.store}'])
        return 0
    show([""])
    return _serve(options, store)


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    """Serve the page to this machine until it is stopped."""
    open_store(settings)
    port = _free_port(options.port)
    address = f"http://127.0.0.1:{port}"
    show([f"The page is at {address} (stop it with Ctrl+C)"])
    environment = {**os.environ, "LOADPATH_STORE": settings.store}
    if settings.case:
        environment["LOADPATH_CASE"] = settings.case
    if sys.stdout.isatty():
        opening = Timer(2.0, webbrowser.open, [address])
        opening.daemon = True
        opening.start()
    return _until_stopped(page_command(sys.executable, port, address=settings.ui_address), environment)


def _until_stopped(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the server; whoever stops this process stops it as well. 0 where it was stopped, else its exit code."""
    with subprocess.Popen(command, env=environment) as server:
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        try:
            code = server.wait()
        except KeyboardInterrupt:
            code = server.wait()
    return max(code, 0)


def _free_port(wanted: int | None) -> int:
    """The port that was asked for, or the first free one; PortInUse where there is none."""
    candidates = (wanted,) if wanted else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    for port in candidates:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except (OSError, OverflowError):
                continue
            return port
    asked = f"port {wanted}" if wanted else f"no port from {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1}"
    raise PortInUse(f"{asked} is not free on this machine", "Name a free one with --port, from 1024 to 65535.")
