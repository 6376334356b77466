"""Reading with Claude from the command line: nothing leaves the machine before somebody agreed to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.claude_server import ClaudeServer, failing, serving
from ui.cli import main

CLAUDE = ["ingest", "note.txt", "--extractor", "claude"]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOADPATH_STORE", raising=False)
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-secret")
    (tmp_path / "note.txt").write_text("control: Berth lock\n\nteam: Harbour watch\n", encoding="utf-8")
    with serving() as state:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", state.address)
        yield state


def test_a_dry_run_says_what_would_be_sent_and_sends_nothing(
    server: ClaudeServer, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main([*CLAUDE, "--dry-run"]) == 0

    said = capsys.readouterr().out
    assert "all of its 40 characters, 1 request\n" in said
    assert "at the list price of" in said
    assert server.asked == []
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_dry_run_needs_no_key(
    server: ClaudeServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY")

    assert main([*CLAUDE, "--dry-run", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["documents"][0]["requests"], server.asked) == (1, [])


def test_nothing_is_sent_where_nobody_can_agree(server: ClaudeServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CLAUDE) == 1

    said = capsys.readouterr().err
    assert "To 127.0.0.1 would go:" in said
    assert "error: nothing was sent: nobody is there to agree to it\nhint: Agree beforehand with --yes." in said
    assert server.asked == []


def test_what_claude_read_is_in_the_case(server: ClaudeServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*CLAUDE, "--yes", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["claude"]["replies"] == len(server.asked) > 0
    main(["export"])
    case = json.loads(capsys.readouterr().out)
    assert {"Berth lock", "Harbour watch"} <= {element["name"] for element in case["elements"]}
    assert case["documents"][0]["reader"].startswith("claude-sonnet-5-5 (read ")


def test_a_second_run_sends_nothing_and_needs_no_key(
    server: ClaudeServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*CLAUDE, "--yes"])
    asked = len(server.asked)
    monkeypatch.delenv("ANTHROPIC_API_KEY")

    assert main([*CLAUDE, "--case", "other"]) == 0
    assert "added" in capsys.readouterr().out
    assert len(server.asked) == asked


def test_what_was_answered_before_a_failure_is_read(
    server: ClaudeServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.txt").write_text("control: Quay light\n", encoding="utf-8")
    main([*CLAUDE, "--yes"])
    server.always = failing(400)

    assert main(["ingest", "note.txt", "other.txt", "--extractor", "claude", "--yes", "--case", "both"]) == 1

    said = capsys.readouterr()
    assert "added" in said.out
    assert "is not read: 1 of 1 parts have no reply of the model yet" in said.err
    assert "refuses the request (status 400): " in said.err


def test_the_key_is_never_shown(server: ClaudeServer, capsys: pytest.CaptureFixture[str]) -> None:
    server.always = failing(401)

    main([*CLAUDE, "--yes"])

    said = capsys.readouterr()
    assert "sk-secret" not in said.out + said.err


@pytest.mark.parametrize("option", ["--batch", "--dry-run", "--yes"])
def test_options_of_claude_are_wrong_without_it(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["ingest", "note.txt", option])

    assert refused.value.code == 2
    assert f"{option} goes with --extractor claude" in capsys.readouterr().err


def test_a_run_taken_up_after_other_documents_came_in_sends_nothing_twice(
    server: ClaudeServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.md").write_text(
        "# Risk report\n\nEvery door has Kestrel, our seal monitor.\n", encoding="utf-8"
    )
    (tmp_path / "talk.md").write_text("# Interview notes\n\nShe said that Kestrel is old.\n", encoding="utf-8")
    both = ["ingest", "report.md", "talk.md", "--extractor", "claude", "--yes"]
    assert main(both) == 0
    asked = len(server.asked)
    assert "control: Kestrel" in json.dumps(server.asked[-1]["system"])

    assert main(["ingest", "report.md", "--extractor", "claude", "--yes", "--case", "other"]) == 0
    assert main([*both, "--case", "other"]) == 0

    assert len(server.asked) == asked
    assert "failed" not in capsys.readouterr().out
