"""A real browser on the real page: every test ends by checking that nothing was fetched from elsewhere or went wrong."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from graph.stores.sqlite import SqliteStore
from tests.ui.ferry_case import CHANGES, HEAD
from ui.page_options import page_command

ROOT = Path(__file__).parents[2]
START_LIMIT_S = 30
expect.set_options(timeout=15_000)
LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "blob:", "data:")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str) -> None:
    end = time.monotonic() + START_LIMIT_S
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310  our own server
                return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the page did not start within {START_LIMIT_S} s")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of the ferry case, served as `loadpath ui` serves it."""
    path = tmp_path_factory.mktemp("store") / "ferry.db"
    SqliteStore(path).apply(HEAD, CHANGES)
    port = free_port()
    environment = {**os.environ, "LOADPATH_STORE": f"sqlite:///{path}", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        page_command(sys.executable, port), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None and os.environ.get("CI"):
        pytest.fail("no chromium on the path: the page was not tested in a browser")
    if chromium is None:
        pytest.skip("no chromium on the path: install it to test the page in a browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page in a fresh browser window of 1280 by 800."""
    with browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light") as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: None if request.url.startswith(LOCAL) else wrong.append(request.url))
        page.goto(address)
        yield page
        assert wrong == []
