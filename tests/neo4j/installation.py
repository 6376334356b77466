"""What a Neo4j server needs to run here: its jars in the cache folder, and a Java that they run on."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
CURRENT = "2026.08.1"
"""The release line that all these tests also run on where there is a Java that is new enough for it."""


def pinned() -> str:
    """The version that the tests run on."""
    return re.findall(r"<neo4j.version>(.*)</neo4j.version>", POM.read_text("utf-8"))[0]


@dataclass(frozen=True)
class Installation:
    """One version of the server that can be started here."""

    version: str
    java: Path
    jars: Path

    @property
    def main_class(self) -> str:
        return "CommunityEntryPoint" if self.version.startswith("5.") else "Neo4jCommunity"


def installation(version: str) -> Installation | None:
    """This version with a Java that it runs on, or None where one of the two is not here."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    jars = cache / "loadpath" / f"neo4j-{version}" / "lib"
    fits = (17, 21) if version.startswith("5.") else (21, 25)
    java = next((path for number, path in sorted(javas()) if number in fits), None)
    return Installation(version, java, jars) if java and jars.is_dir() else None


def javas() -> Iterator[tuple[int, Path]]:
    """Every Java of this machine, by the number of its release."""
    homes = [Path(home) for home in (os.environ.get("JAVA_HOME"),) if home]
    if found := shutil.which("java"):
        homes.append(Path(found).resolve().parent.parent)
    homes += Path("/usr/lib/jvm").glob("*")
    for home in homes:
        release = home / "release"
        number = (
            re.search(r'^JAVA_VERSION="(\d+)', release.read_text("utf-8"), re.MULTILINE) if release.is_file() else None
        )
        if number and (home / "bin" / "java").is_file():
            yield int(number[1]), home / "bin" / "java"


NOT_RUN = (
    "Neo4j: its tests were not run, for want of a server: install Java 17 and Maven and run tests/neo4j/fetch once,"
    " or name an empty server in LOADPATH_NEO4J_URL (and LOADPATH_NEO4J_USER, LOADPATH_NEO4J_PASSWORD)"
)
NO_PROCESS = (
    "Neo4j: the tests that kill and restart a server of their own were not run: install Java 17 and Maven and run"
    " tests/neo4j/fetch once"
)
NAMED = "named"


def versions() -> tuple[str, ...]:
    """The versions that the tests of the store run on, the pinned one first; none where there is no server."""
    return (NAMED,) if os.environ.get("LOADPATH_NEO4J_URL") else startable()


def startable() -> tuple[str, ...]:
    """The versions that can be started here, the pinned one first."""
    return tuple(version for version in (pinned(), CURRENT) if installation(version))
