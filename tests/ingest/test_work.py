"""Reading with several workers: the same case as with one, whoever they are, and no document stops another."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context, parent_process
from pathlib import Path
from types import ModuleType

import pytest

from graph.case import CaseHead
from ingest.extractors.rules import RulesExtractor
from ingest.pipeline import Intake, ingest_files
from ingest.work import Failure, in_order
from tests.fakes import MemoryStore
from ui.wiring import workers

HEAD = CaseHead(id="harbour")


@pytest.fixture(autouse=True)
def a_program_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers start anew from the main program, which must not be the page that another test has run before."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("harbour")
    for number in range(6):
        claim = (
            f"## Claim {number}: Lock {number} holds\n\nIt depends on the Gate Monitor. It is owned by the Lock Team.\n"
        )
        (path / f"{number}.md").write_text(f"# Report {number}\n\n{claim}")
    (path / "talk.md").write_text("# Interview\n\nAda: The Gate Monitor is old.\n\nBo: Is it?\n\nAda: Yes.\n")
    (path / "broken.pdf").write_bytes(b"%PDF-1.7\nbroken")
    return path


def read(folder: Path, executor: Executor | None) -> tuple[MemoryStore, list[str]]:
    store = MemoryStore()
    intake = Intake(store, HEAD, RulesExtractor(), who="ada", clock=lambda: "2026-01-01T00:00:00Z")
    reports = ingest_files([folder], intake, executor=executor)
    return store, [f"{Path(report.path).name} {report.status}" for report in reports]


def test_three_workers_give_the_same_case_and_reports_as_one(folder: Path) -> None:
    alone, alone_reports = read(folder, None)

    with workers(3) as executor:
        together, reports = read(folder, executor)

    assert together.load(HEAD.id) == alone.load(HEAD.id)
    assert reports == alone_reports
    assert [report for report in reports if not report.endswith("added")] == ["broken.pdf failed"]


def test_a_cluster_of_dask_takes_the_place_of_the_workers(folder: Path) -> None:
    import distributed

    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, protocol="tcp", host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        clustered, _ = read(folder, client.get_executor())

    assert clustered.load(HEAD.id) == read(folder, None)[0].load(HEAD.id)


def test_results_come_in_the_order_of_the_tasks_however_many_there_are() -> None:
    with ThreadPoolExecutor(4) as executor:
        assert list(in_order(str, range(200), executor)) == [str(number) for number in range(200)]


def test_tasks_are_handed_out_no_further_ahead_than_they_are_taken_back() -> None:
    asked: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(200):
            asked.append(number)
            yield number

    with ThreadPoolExecutor(2) as executor:
        results = in_order(str, tasks(), executor)
        next(results)

        assert len(asked) < 50
        assert len(list(results)) == 199


def _die(number: int) -> int:
    if number == 3 and parent_process() is not None:
        os._exit(1)
    return number


def test_process_that_dies_fails_what_it_had_and_the_rest_is_done_here() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        results = list(in_order(_die, range(60), executor))

    assert len(results) == 60
    assert results[:3] == [0, 1, 2]
    assert isinstance(results[3], Failure)
    assert results[-1] == 59


def test_one_worker_is_this_process() -> None:
    with workers(1) as executor:
        assert executor is None
