"""Which files are found: everything once, and what cannot be read with the reason."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from ingest.finding_files import find_files
from ingest.outcome import DocumentReport, IngestStatus
from ingest.pipeline import ingest_files
from tests.ingest.test_pipeline import intake
from tests.ordinary_user import open_folder, ordinary_user


def reports_on(*paths: Path) -> dict[str, DocumentReport]:
    return {Path(report.path).name: report for report in ingest_files(paths, intake())}


def a_note(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("control: Berth lock\n")
    return path


def test_a_folder_that_may_not_be_listed_fails_and_the_rest_is_read() -> None:
    with open_folder() as folder:
        a_note(folder / "notes.txt")
        a_note(folder / "closed" / "more.txt")
        (folder / "closed").chmod(0)

        with ordinary_user():
            found = reports_on(folder)

    assert found["notes.txt"].status is IngestStatus.ADDED
    assert "closed': you have no permission" in (found["closed"].error or "")
    assert found["closed"].hint


def test_a_folder_whose_files_may_not_be_reached_reports_each_of_them() -> None:
    with open_folder() as folder:
        a_note(folder / "locked" / "more.txt")
        (folder / "locked").chmod(0o444)

        with ordinary_user():
            found = reports_on(folder)

    assert "more.txt': you have no permission" in (found["more.txt"].error or "")


def test_a_link_that_leads_nowhere_is_reported_with_where_it_leads(tmp_path: Path) -> None:
    a_note(tmp_path / "notes.txt")
    (tmp_path / "latest.md").symlink_to("gone.md")
    (tmp_path / "newest.md").symlink_to("gone.md")

    found = reports_on(tmp_path)

    assert sorted(found) == ["latest.md", "newest.md", "notes.txt"]
    assert found["latest.md"].status is IngestStatus.FAILED
    assert "latest.md': it is a link to 'gone.md'" in (found["latest.md"].error or "")


def test_a_link_to_itself_is_reported(tmp_path: Path) -> None:
    (tmp_path / "ring.md").symlink_to("ring.md")

    assert "ring.md': it cannot be opened" in (reports_on(tmp_path, tmp_path / "ring.md")["ring.md"].error or "")


def test_pipes_and_sockets_are_reported_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "feed")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "door"))

        found = reports_on(tmp_path)

    assert [report.status for report in found.values()] == [IngestStatus.FAILED] * 2
    assert all("not a file" in (report.error or "") for report in found.values())


def test_a_link_to_a_folder_elsewhere_is_reported_and_not_followed(tmp_path: Path) -> None:
    a_note(tmp_path / "case" / "notes.txt")
    a_note(tmp_path / "private" / "diary.txt")
    (tmp_path / "case" / "more").symlink_to(tmp_path / "private")

    found = reports_on(tmp_path / "case")

    assert sorted(found) == ["more", "notes.txt"]
    assert "is a link to the folder" in (found["more"].error or "")


def test_a_link_to_a_folder_that_is_read_anyway_says_nothing(tmp_path: Path) -> None:
    a_note(tmp_path / "2026" / "notes.txt")
    (tmp_path / "latest").symlink_to("2026")
    (tmp_path / "2026" / "up").symlink_to("..")

    assert [file.path.name for file in find_files([tmp_path])] == ["notes.txt"]


def test_a_folder_with_nothing_but_a_link_to_itself_holds_no_file(tmp_path: Path) -> None:
    (tmp_path / "self").symlink_to(".")

    (found,) = find_files([tmp_path])

    assert found.failure is not None
    assert "there is no file in" in found.failure.message


def test_a_name_too_long_for_any_file_is_reported(tmp_path: Path) -> None:
    name = "n" * 5000

    assert "cannot be opened" in (reports_on(tmp_path / name)[name].error or "")


def test_a_folder_called_like_the_settings_is_gone_through(tmp_path: Path) -> None:
    a_note(tmp_path / "loadpath.db" / "notes.txt")

    assert [file.path.name for file in find_files([tmp_path])] == ["notes.txt"]
