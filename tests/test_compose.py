"""What Docker is told, as far as it can be read without Docker: who may reach what, as whom, and with how much memory."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.neo4j.installation import pinned

ROOT = Path(__file__).resolve().parent.parent
SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()


def last(instruction: str) -> str:
    return re.findall(rf"^{instruction} (.+)$", DOCKERFILE, re.MULTILINE)[-1]


def test_the_server_is_the_one_that_the_tests_run_on() -> None:
    assert SERVICES["neo4j"]["image"] == f"neo4j:{pinned()}-community"
    assert "./deploy/neo4j.conf:/conf/neo4j.conf:ro" in SERVICES["neo4j"]["volumes"]
    assert (ROOT / "deploy" / "neo4j.conf").is_file()


@pytest.mark.parametrize("name", SERVICES)
def test_every_port_is_bound_to_this_machine(name: str) -> None:
    assert SERVICES[name]["ports"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name]["ports"])


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_a_limit_of_memory_and_gains_no_rights(name: str) -> None:
    assert SERVICES[name]["mem_limit"] == "2g"
    assert SERVICES[name]["security_opt"] == ["no-new-privileges:true"]


def test_there_is_no_password_but_the_one_that_is_given() -> None:
    given = re.findall(r"\$\{LOADPATH_NEO4J_PASSWORD(.*?)\}", str(SERVICES))

    assert len(given) == 2
    assert all(rest.startswith(":?") for rest in given)
    assert SERVICES["neo4j"]["environment"]["NEO4J_AUTH"].startswith("neo4j/${LOADPATH_NEO4J_PASSWORD:?")


def test_the_page_waits_for_a_server_that_is_well() -> None:
    assert SERVICES["page"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert SERVICES["neo4j"]["healthcheck"]["test"][0] == "CMD-SHELL"
    assert SERVICES["page"]["environment"]["LOADPATH_STORE"] == "neo4j://neo4j:7687"


def test_the_page_runs_as_an_ordinary_user_who_writes_only_to_memory() -> None:
    page = SERVICES["page"]

    assert (page["user"], page["read_only"], page["cap_drop"]) == ("10001:10001", True, ["ALL"])
    assert page["tmpfs"] == [str(Path("/") / "tmp")]
    assert last("USER") == page["user"]


def test_the_image_is_built_from_locked_packages_and_what_is_copied_is_there() -> None:
    copied = [word for line in re.findall(r"^COPY (.+)$", DOCKERFILE, re.MULTILINE) for word in line.split()[:-1]]

    assert "pip install --require-hashes -r requirements/neo4j.lock" in DOCKERFILE
    assert [name for name in copied if not (ROOT / name).exists() or f"!{name}" not in IGNORED] == []
    assert IGNORED[0] == "*"


def test_the_page_of_the_image_is_served_where_its_port_is_published() -> None:
    assert 'CMD ["loadpath", "ui", "--port", "8501"]' in DOCKERFILE
    assert "LOADPATH_UI_ADDRESS=0.0.0.0" in DOCKERFILE
    assert SERVICES["page"]["ports"] == ["127.0.0.1:8501:8501"]
