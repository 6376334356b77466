"""The command line: what it prints, what it refuses and how, and that nothing is lost when it does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
NOTE = """# Risk report

## Pathways

1. Grain theft: the elevator empties a silo at night.

## Claim 1: Silos stay shut at night

The Night Lock Monitor blocks every silo after dusk. The Night Lock Monitor depends on the badge server.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOADPATH_STORE", raising=False)
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    return tmp_path


def failure(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    error, hint = said.err.splitlines()
    assert error.startswith("error: ")
    assert hint.startswith("hint: ")
    return said.err


def test_ingest_then_export_then_import_elsewhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", "note.md"]) == 0
    assert main(["export", "--out", "case.json"]) == 0
    assert main(["import", "case.json", "--store", "sqlite:///other.db"]) == 0
    assert main(["export", "--store", "sqlite:///other.db", "--out", "again.json"]) == 0

    assert json.loads((folder / "case.json").read_text()) == json.loads((folder / "again.json").read_text())
    capsys.readouterr()


@pytest.mark.usefixtures("folder")
def test_ingest_json_is_the_shape_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", "note.md", "--kind", "report", "--json"]) == 0

    (report,) = json.loads(capsys.readouterr().out)["documents"]
    assert (report["path"], report["status"], report["kind"], report["error"]) == ("note.md", "added", "report", None)
    assert report["elements"]["added"] > 0
    assert set(report["relations"]) == {"added", "updated", "withdrawn"}
    assert report["rejected"] == []


@pytest.mark.usefixtures("folder")
def test_second_ingest_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", "note.md"])
    main(["export", "--out", "before.json"])
    capsys.readouterr()

    assert main(["ingest", "note.md"]) == 0

    assert capsys.readouterr().out == "unchanged  note.md\n"
    main(["export", "--out", "after.json"])
    assert Path("before.json").read_text() == Path("after.json").read_text()


def test_reading_again_knows_what_a_later_document_introduced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "later.md").write_text("# Risk report\n\nEvery silo has Merlin, our dust monitor.\n", encoding="utf-8")
    (folder / "note.md").write_text(f"{NOTE}\nAt night Merlin depends on the badge server.\n", encoding="utf-8")
    main(["ingest", "note.md"])
    capsys.readouterr()

    assert main(["ingest", "later.md"]) == 0
    command = capsys.readouterr().out.split("loadpath ", maxsplit=1)[1]
    assert main(command.split()) == 0

    assert capsys.readouterr().out.startswith("updated    ")


@pytest.mark.usefixtures("folder")
def test_one_bad_document_does_not_stop_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.md").touch()

    assert main(["ingest", "empty.md", "note.md"]) == 1

    said = capsys.readouterr()
    assert "note.md" in said.out
    assert "empty.md" in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask", "What breaks?"], "there is no store at"),
        (["cases"], "there is no store at"),
        (["cases", "--store", "sqlite:///nowhere/at/all.db"], "folder that does not exist"),
        (["cases", "--store", "postgres://somewhere"], "is no address of a store"),
        (["cases", "--store", "sqlite:///."], "is a folder"),
        (["cases", "--store", "sqlite:///note.md"], "is no store of Loadpath"),
        (["ask", " "], "the question is empty"),
        (["ask", "why " * 25_000], "100,000 characters"),
        (["import", "absent.json"], "cannot read 'absent.json'"),
        (["import", "note.md"], "note.md"),
        (["ingest", "note.md", "--case", "../x"], "cannot be the id of a case"),
        (["ingest", ""], "the name of a file is empty"),
        (["import", ""], "the name of a file is empty"),
        (["ask", "What breaks?", "--history", ""], "the name of a file is empty"),
        (["ingest", "two\nlines\x1b[2J.md"], r"'two\nlines\x1b[2J.md'"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_unusable_input_is_named_with_what_to_do(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in failure(arguments, capsys)


@pytest.mark.usefixtures("folder")
def test_a_name_that_does_not_exist_lists_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", "note.md"])
    capsys.readouterr()

    assert "night lock" in failure(["impact", "nigth lock monitor"], capsys).casefold()


@pytest.mark.usefixtures("folder")
def test_a_kind_that_cannot_fail_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", "note.md"])
    capsys.readouterr()

    assert "pathway" in failure(["rank", "--kind", "control,pathway"], capsys)


@pytest.mark.usefixtures("folder")
def test_a_settings_file_with_an_unknown_setting_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("loadpath.toml").write_text('stor = "sqlite:///x.db"\n')

    assert "stor" in failure(["cases"], capsys)


@pytest.mark.usefixtures("folder")
def test_a_broken_history_is_left_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", "note.md"])
    Path("history.json").write_text('{"not": "turns"}')
    capsys.readouterr()

    failure(["ask", "Who owns the Night Lock Monitor?", "--history", "history.json"], capsys)

    assert Path("history.json").read_text() == '{"not": "turns"}'


@pytest.mark.usefixtures("folder")
def test_history_lets_the_next_question_say_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", "note.md"])
    main(["ask", "Who owns the Night Lock Monitor?", "--history", "history.json"])
    capsys.readouterr()

    main(["ask", "And what does it need?", "--history", "history.json", "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert "needs Badge server" in " ".join(statement["text"] for statement in answer["statements"])
    assert [turn["question"] for turn in json.loads(Path("history.json").read_text())][1] == "And what does it need?"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, ui.cli; ui.cli.parser().format_help(); "
        "print(sorted({'pydantic', 'streamlit', 'pandas', 'numpy', 'rapidfuzz'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_no_command_line_imports_streamlit(folder: Path) -> None:
    code = (
        "import sys, ui.cli; ui.cli.main(['ingest', 'note.md']); ui.cli.main(['ask', 'What is the Night Lock Monitor?']); "
        "ui.cli.main(['rank']); print(sorted({'streamlit', 'pandas', 'numpy', 'torch'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.usefixtures("folder")
def test_a_document_in_which_nothing_was_found_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    Path("plain.txt").write_text("hello\n", encoding="utf-8")

    assert main(["ingest", "plain.txt"]) == 0

    assert "careful: nothing was found in it" in capsys.readouterr().out


def test_an_option_before_the_command_is_told_its_place_and_never_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["--store", "bolt://neo4j:secret@host", "cases"])

    said = capsys.readouterr().err
    assert refused.value.code == 2
    assert "options go after the command" in said
    assert "secret" not in said
