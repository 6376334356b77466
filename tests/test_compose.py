"""What Docker is told, as far as it can be read without Docker: who may reach what, as whom, and with how much memory."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.neo4j.installation import pinned
from tests.neo4j.process import shipped_settings

ROOT = Path(__file__).resolve().parent.parent
SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()


def last(instruction: str) -> str:
    return re.findall(rf"^{instruction} (.+)$", DOCKERFILE, re.MULTILINE)[-1]


def megabytes(size: str) -> int:
    return int(size[:-1]) * {"m": 1, "g": 1024}[size[-1]]


def test_the_server_is_the_one_that_the_tests_run_on() -> None:
    assert SERVICES["neo4j"]["image"] == f"neo4j:{pinned()}-community"
    assert "./deploy/neo4j.conf:/conf/neo4j.conf:ro" in SERVICES["neo4j"]["volumes"]
    assert (ROOT / "deploy" / "neo4j.conf").is_file()


@pytest.mark.parametrize("name", SERVICES)
def test_every_port_is_bound_to_this_machine(name: str) -> None:
    assert SERVICES[name]["ports"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name]["ports"])


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_limits_and_neither_rights_nor_root(name: str) -> None:
    service = SERVICES[name]

    assert service["mem_limit"] in {"2g", "3g"}
    assert service["pids_limit"] <= 1000
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["cap_drop"] == ["ALL"]
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", service["user"])
    assert not {"privileged", "cap_add", "network_mode", "pid", "ipc", "devices"} & service.keys()


def test_a_server_without_memory_ends_and_is_started_again() -> None:
    assert shipped_settings()["server.jvm.additional"] == "-XX:+ExitOnOutOfMemoryError"
    assert SERVICES["neo4j"]["restart"] == "unless-stopped"


def test_the_server_may_take_what_its_configuration_gives_it_and_some_more() -> None:
    settings = shipped_settings()
    given = [settings[f"server.memory.{part}"] for part in ("heap.max_size", "pagecache.size")]

    assert sum(map(megabytes, given)) * 1.25 <= megabytes(SERVICES["neo4j"]["mem_limit"])
    assert megabytes(settings["db.memory.transaction.max"]) <= megabytes(settings["db.memory.transaction.total.max"])
    assert megabytes(settings["db.memory.transaction.total.max"]) < megabytes(given[0])


def test_there_is_no_password_but_the_one_that_is_given() -> None:
    given = re.findall(r"\$\{LOADPATH_NEO4J_PASSWORD(.*?)\}", str(SERVICES))

    assert len(given) == 2
    assert all(rest.startswith(":?") for rest in given)
    assert SERVICES["neo4j"]["environment"]["NEO4J_AUTH"].startswith("neo4j/${LOADPATH_NEO4J_PASSWORD:?")


def test_the_page_waits_for_a_server_that_is_well() -> None:
    assert SERVICES["page"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert SERVICES["neo4j"]["healthcheck"]["test"][:2] == ["CMD", "wget"]
    assert SERVICES["page"]["environment"]["LOADPATH_STORE"] == "neo4j://neo4j:7687"


def test_the_page_runs_as_an_ordinary_user_who_writes_only_to_memory() -> None:
    page = SERVICES["page"]
    (memory,) = page["tmpfs"]

    assert (page["user"], page["read_only"]) == ("10001:10001", True)
    assert memory.split(":")[0] == last("WORKDIR")
    assert {"noexec", "nosuid", "nodev", "mode=0700", "uid=10001"} < set(memory.split(":")[1].split(","))
    assert last("USER") == page["user"]


@pytest.mark.parametrize("name", SERVICES)
def test_no_check_of_health_names_the_password(name: str) -> None:
    checks = [
        str(SERVICES[name].get("healthcheck", "")),
        *re.findall(r"^HEALTHCHECK (?:.|\\\n)+", DOCKERFILE, re.MULTILINE),
    ]

    assert [check for check in checks if "PASSWORD" in check or "neo4j/" in check] == []
    assert "PASSWORD" not in DOCKERFILE


def test_only_the_graph_outlives_its_container_and_the_configuration_is_only_read() -> None:
    mounted = [volume for service in SERVICES.values() for volume in service.get("volumes", [])]

    assert mounted == ["graph:/data", "./deploy/neo4j.conf:/conf/neo4j.conf:ro"]


def test_the_documents_of_the_page_are_mounted_to_be_read_only() -> None:
    page = (ROOT / "docs" / "neo4j.md").read_text("utf-8")
    run = re.findall(r"^    docker compose run .*$", page, re.MULTILINE)

    assert run
    assert all(re.search(r'--rm --volume ".+:ro" page loadpath \w+', line) for line in run)


def test_the_image_is_built_from_locked_packages_and_what_is_copied_is_there() -> None:
    copied = [word for line in re.findall(r"^COPY (.+)$", DOCKERFILE, re.MULTILINE) for word in line.split()[:-1]]

    assert "pip install --require-hashes -r requirements/neo4j.lock" in DOCKERFILE
    assert [name for name in copied if not (ROOT / name).exists() or f"!{name}" not in IGNORED] == []
    assert IGNORED[0] == "*"


def test_the_page_of_the_image_is_served_where_its_port_is_published() -> None:
    assert 'CMD ["loadpath", "ui", "--port", "8501"]' in DOCKERFILE
    assert "LOADPATH_UI_ADDRESS=0.0.0.0" in DOCKERFILE
    assert SERVICES["page"]["ports"] == ["127.0.0.1:8501:8501"]
