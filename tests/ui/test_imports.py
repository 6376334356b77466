"""The import command on other people's graphs: what it prints, and that a bad file leaves the store as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli import main

ARGUMENT = "G1: {text: The dam holds, supportedBy: [Sn1]}\nSn1: {text: Survey, horizontalIndex: {absolute: 0}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOADPATH_STORE", raising=False)
    (tmp_path / "dam.yaml").write_text(ARGUMENT, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_import_json_lists_what_has_no_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "dam.yaml", "--json"]) == 0

    receipt = json.loads(capsys.readouterr().out)
    assert receipt["format"] == "gsn"
    assert receipt["elements_added"] == ["pathway-dam-g1", "evidence-dam-sn1"]
    assert receipt["unmapped"] == [
        {"file": "dam.yaml", "line": 2, "what": "horizontalIndex of Sn1", "why": "it is about the drawing"}
    ]


@pytest.mark.usefixtures("folder")
def test_import_says_what_can_be_asked_and_what_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "dam.yaml"]) == 0

    said = capsys.readouterr().out
    assert '1 pathway: "The dam holds"' in said
    assert "it is about the drawing: horizontalIndex of Sn1 (line 2)" in said


@pytest.mark.usefixtures("folder")
def test_a_question_by_the_name_in_the_file_is_answered_with_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "dam.yaml"])
    capsys.readouterr()

    assert main(["ask", "What breaks if Sn1 fails?", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(pathway["name"], pathway["verdict"]) for pathway in answer["pathways"]] == [("The dam holds", "lost")]
    assert {citation["quote"] for citation in answer["citations"]} == {"Survey", "supportedBy: [Sn1]"}


@pytest.mark.usefixtures("folder")
def test_importing_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "dam.yaml"])
    main(["export", "--out", "before.json"])

    assert main(["import", "./dam.yaml"]) == 0
    main(["export", "--out", "after.json"])
    assert Path("before.json").read_bytes() == Path("after.json").read_bytes()
    assert "nothing to take from the file" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("bad.yaml", "G1: {text: x\nG2: [", "'bad.yaml', line 2"),
        ("bad.yaml", "a: *b", "no format that is known"),
        ("bad.json", '{"goals": [{]}', "'bad.json'"),
        ("bad.yaml", "G1: {text: x}\nG1: {text: y}", "'G1' is there already (line 1)"),
    ],
)
def test_a_malformed_file_is_named_and_leaves_the_store_as_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    main(["import", "dam.yaml"])
    main(["export", "--out", "before.json"])
    (folder / name).write_text(text, encoding="utf-8")
    capsys.readouterr()

    assert main(["import", name]) == 1
    error, hint = capsys.readouterr().err.splitlines()
    assert said in error
    assert hint.startswith("hint: ")
    main(["export", "--out", "after.json"])
    assert (folder / "before.json").read_bytes() == (folder / "after.json").read_bytes()


def test_a_whole_case_comes_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "case.json").write_text('{"case": {"id": "x"}}', encoding="utf-8")

    assert main(["import", "case.json", "dam.yaml"]) == 1
    assert "one after the other" in capsys.readouterr().err
