"""What reaches a terminal, a pipe or a device: nothing of a document steers it, and trouble is told in two lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.cli import main
from ui.files import write_whole

ROOT = Path(__file__).resolve().parent.parent.parent
ODD = "Ev\x1b[31mil\x1b]0;title\x07\ngate"


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The address of a store whose one control has escapes in its name."""
    passages = {"passages": ["p"]}
    case = {
        "case": {"id": "odd"},
        "documents": [{"id": "t", "kind": "report", "title": "Talk", "path": "t.md", "sha256": "0"}],
        "passages": [{"id": "p", "document": "t", "start": 0, "end": 3, "text": "abc"}],
        "elements": [
            {"id": "p1", "kind": "pathway", "name": "Theft", **passages},
            {"id": "c1", "kind": "control", "name": ODD, **passages},
        ],
        "relations": [
            {"id": "r", "type": "SUPPORTED_BY", "source": "p1", "target": "c1", "basis": "stated", **passages}
        ],
    }
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    address = f"sqlite:///{tmp_path}/odd.db"
    assert main(["import", str(tmp_path / "case.json"), "--store", address]) == 0
    capsys.readouterr()
    return address


def printed_into(target: str, arguments: list[str]) -> tuple[int, str]:
    """Exit code and standard error of a command whose standard output goes where the shell says."""
    script = f'exec "{sys.executable}" -m ui.cli "$@" {target}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *arguments], capture_output=True, text=True, check=False, env=environment
    )
    return done.returncode, done.stderr


def test_control_characters_of_a_name_are_shown_as_escapes(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "c1", "--store", store]) == 0

    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert r'"Ev\x1b[31mil\x1b]0;title\x07\ngate"' in said


def test_json_keeps_every_character(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "c1", "--json", "--store", store]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert answer["subjects"][0]["name"] == ODD
    assert "question" not in answer


@pytest.mark.parametrize("target", [">&-", "> /dev/full"])
@pytest.mark.parametrize("command", [["rank", "--json"], ["export"], ["impact", "c1"]])
def test_output_that_cannot_be_printed_is_told_in_two_lines(store: str, target: str, command: list[str]) -> None:
    code, said = printed_into(target, [*command, "--store", store])

    assert code == 1
    assert [line.split(":")[0] for line in said.splitlines()] == ["error", "hint"]


def test_a_reader_that_stops_early_is_no_error(store: str) -> None:
    assert printed_into("| true", ["export", "--store", store]) == (0, "")


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "file.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("file.json")

    write_whole(tmp_path / "link.json", "new")

    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "file.json").read_text(encoding="utf-8") == "new"


def test_a_pipe_takes_the_text_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["/bin/cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        write_whole(pipe, "whole")
        assert reader.communicate(timeout=10)[0] == "whole"

    assert pipe.is_fifo()
