"""What the command line says to values that cannot be: the value, in words, and what to do; never what happens inside."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ui.cli import main
from ui.views.reports import kept_line

NOTE = "# Risk report\n\n## Claim 1: Silos stay shut\n\nThe Night Lock Monitor blocks every silo.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOADPATH_STORE", raising=False)
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    return tmp_path


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is said to a command that ends with 1: two lines."""
    assert main(arguments) == 1
    said = capsys.readouterr().err
    assert [line.split(":")[0] for line in said.splitlines()] == ["error", "hint"]
    return said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ingest", "note.md", "--workers", "x"], "'x' is not a whole number of 1 or more"),
        (["ingest", "note.md", "--workers", ""], "'' is not a whole number of 1 or more"),
        (["ingest", "note.md", "--workers", "99999999999"], "more than the 256"),
        (["review", "list", "--top", "²"], "'²' is not a whole number of 1 or more"),
        (["review", "unions", "--top", "0"], "'0' is not a whole number of 1 or more"),
        (["review", "edit", "x", "--window", "soon"], "'soon' is not a number"),
    ],
)
def test_a_number_that_is_none_is_wrong_usage(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert told in said
    assert "invalid" not in said


def test_full_width_digits_are_a_number() -> None:
    assert main(["ingest", "note.md", "--workers", "１"]) == 0


def test_a_dry_run_fails_for_files_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    (Path.cwd() / "odd.bin").write_bytes(b"\x00\x01\x02\xff" * 9)

    assert main(["ingest", "note.md", "odd.bin", "gone.md", "--extractor", "claude", "--dry-run"]) == 1

    said = capsys.readouterr()
    assert "tokens" in said.out
    assert "cannot read 'gone.md': there is no such file" in said.err
    assert "odd.bin" in said.err


def test_a_dry_run_with_json_is_json_and_still_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", "gone.md", "--extractor", "claude", "--dry-run", "--json"]) == 1

    said = capsys.readouterr()
    assert json.loads(said.out)
    assert "gone.md" in said.err


@pytest.mark.parametrize("name", ["pipe", "folder"])
def test_import_takes_no_pipe_and_no_folder(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("pipe")
    Path("folder").mkdir()

    assert f"cannot read '{name}': it is a {name}" in refused(["import", name], capsys)


@pytest.mark.parametrize("command", [["ingest", "note.md"], ["check"], ["coverage"], ["review", "list"]])
def test_an_empty_case_is_not_the_newest(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", "note.md"])
    capsys.readouterr()

    assert "--case is empty" in refused([*command, "--case", ""], capsys)


@pytest.mark.parametrize(
    "arguments",
    [["coverage", "gone"], ["coverage", ""], ["remove", "gone"], ["review", "list", "--document", "gone"]],
)
def test_a_document_that_is_not_there_is_called_a_document(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ingest", "note.md"])
    capsys.readouterr()

    assert f"no document '{arguments[-1]}' in this case" in refused(arguments, capsys)


def test_a_blank_name_is_no_name(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", "note.md"])
    capsys.readouterr()

    assert "'  ' is no name" in refused(["review", "edit", "Night Lock Monitor", "--name", "  "], capsys)
    assert "'' is no name" in refused(["review", "add", "control", ""], capsys)


@pytest.mark.parametrize("arguments", [["check", "--fail-on", ""], ["review", "list", "--kind", ""]])
def test_a_list_of_nothing_names_what_is_wrong(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", "note.md"])
    capsys.readouterr()

    assert ": ''" in refused(arguments, capsys)


def test_one_column_has_one_title(capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(["ingest", "note.md", "--columns", "owner=Wer,owner=Whom"], capsys)

    assert "'owner' is given two titles: 'Wer' and 'Whom'" in said


@pytest.mark.parametrize(
    ("documents", "told"), [(0, "nothing of this run is kept"), (1, "holds one document;"), (7, "holds 7 documents;")]
)
def test_a_stopped_run_says_how_much_the_store_holds(documents: int, told: str) -> None:
    assert told in kept_line("silos", documents)
