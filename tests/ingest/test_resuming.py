"""What is read is never lost: kills, full disks and read-only stores leave whole documents, and a second run the rest."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

from graph.case import CaseHead
from graph.stores.sqlite import SqliteStore
from ingest.pipeline import Intake, ingest_files
from tests.fakes import LineExtractor
from tests.ordinary_user import open_folder, ordinary_user

HEAD = CaseHead(id="harbour")
_ENDLESS = """
import sys
from pathlib import Path
from ingest.pipeline import ingest_files
from tests.ingest.test_resuming import intake
ingest_files([Path(sys.argv[1])], intake(Path(sys.argv[2])), lambda step: print(step.done, flush=True))
"""


def intake(store: Path) -> Intake:
    return Intake(SqliteStore(store), HEAD, LineExtractor(), who="ada", clock=lambda: "2026-01-01T00:00:00Z")


def written(folder: Path, number: int, lines: int = 1) -> Path:
    folder.mkdir(exist_ok=True)
    for n in range(number):
        locks = "\n\n".join(f"control: Berth lock {n} of quay {line}" for line in range(lines))
        (folder / f"{n:02}.txt").write_text(f"team: Harbour watch\n\n{locks}\n")
    return folder


def test_a_run_that_is_killed_midway_is_completed_by_the_next(tmp_path: Path) -> None:
    notes, store = written(tmp_path / "notes", 30), tmp_path / "store.db"

    with subprocess.Popen(
        [sys.executable, "-c", _ENDLESS, notes, store], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as run:
        assert run.stdout
        while int(run.stdout.readline()) < 7:
            pass
        run.send_signal(signal.SIGKILL)
    before = SqliteStore(store).load(HEAD.id)
    reports = ingest_files([notes], intake(store))

    after = SqliteStore(store).load(HEAD.id)
    assert 7 <= len(before.documents) < 30
    assert [report.status for report in reports].count("unchanged") == len(before.documents)
    assert (len(after.documents), len(after.elements)) == (30, 31)


def test_a_full_disk_fails_what_has_no_room_and_keeps_the_rest(tmp_path: Path) -> None:
    notes, store = written(tmp_path / "notes", 1), tmp_path / "store.db"
    ingest_files([notes], intake(store))
    before = SqliteStore(store).load(HEAD.id)
    written(tmp_path / "more", 1, lines=900)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        reports = ingest_files([tmp_path / "more"], intake(store))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert [report.status for report in reports] == ["failed"]
    assert SqliteStore(store).load(HEAD.id) == before


def test_a_read_only_store_fails_the_document_and_stays_as_it_was() -> None:
    with open_folder() as folder, ordinary_user():
        store = folder / "store.db"
        ingest_files([written(folder / "notes", 1)], intake(store))
        before = SqliteStore(store).load(HEAD.id)
        store.chmod(0o444)

        reports = ingest_files([written(folder / "more", 2)], intake(store))

        assert [report.status for report in reports] == ["unchanged", "failed"]
        assert reports[1].hint
        assert SqliteStore(store).load(HEAD.id) == before


def test_a_file_that_nobody_may_read_fails_alone() -> None:
    with open_folder() as folder, ordinary_user():
        notes = written(folder / "notes", 2)
        (notes / "00.txt").chmod(0o000)

        reports = ingest_files([notes], intake(folder / "store.db"))

        assert [report.status for report in reports] == ["failed", "added"]
        assert "00.txt" in (reports[0].error or "")
