"""Files that are no documents: each is refused by name, with what is wrong and what to do, in bounded time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.errors import UnreadableDocument
from ingest.limits import DEFAULT, MEGABYTE
from ingest.parsers import parse
from tests.ordinary_user import open_folder, ordinary_user

ROOT = Path(__file__).parents[3]


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        parse(path)
    assert str(path) in refused.value.message
    assert refused.value.hint.endswith(".")
    return refused.value.message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"# \n\n<!-- nothing -->\n", "holds no words"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"caf\x81 \x8d", "not UTF-8 at byte 3"),
        (b"\xff\xfea\x00b", "UTF-16"),
        (b"x" * (DEFAULT.text_mb * MEGABYTE + 1), "10 MB"),
        (b">" * 100_000 + b" deep", "nest deeper"),
        (b"- " * 100_000 + b"deep", "nest deeper"),
    ],
)
def test_content_that_is_no_document_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(content)

    assert reason in refusal(path)


@pytest.mark.parametrize("depth", [100, 100_000])
def test_brackets_and_stars_without_end_are_read_as_text(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "notes.md"
    path.write_text("Valve " + "*" * depth + " closed", encoding="utf-8")

    assert parse(path).text.startswith("Valve *")


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "absent.md")
    assert "is a folder" in refusal(tmp_path)


def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)

    assert "not a file" in refusal(pipe)
    assert "not a file" in refusal(Path("/dev/zero"))


def test_path_with_a_null_character_is_refused() -> None:
    assert "no path may hold" in refusal(Path("notes\0.md"))


def test_file_that_may_not_be_read_is_refused_to_an_ordinary_user() -> None:
    with open_folder() as folder:
        path = folder / "notes.md"
        path.write_text("words")
        path.chmod(0)

        with ordinary_user():
            assert "no permission" in refusal(path)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Größe “so”".encode("utf-8-sig"), "Größe “so”"),
        ("Größe “so”".encode("utf-16"), "Größe “so”"),
        (b"one\r\n\r\ntwo", "one\n\ntwo"),
        ("a\ufb01ne\xadd".encode(), "afined"),
    ],
)
def test_encodings_and_line_ends_give_the_same_words(tmp_path: Path, content: bytes, text: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)

    assert parse(path).text == text


def test_windows_text_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("The “valve” – closed by hand each night.".encode("cp1252"))

    document = parse(path)

    assert document.text == "The “valve” – closed by hand each night."
    assert "Windows-1252" in document.warnings[0]


def test_new_version_and_new_reader_have_a_new_id(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Case\n\nOne.", encoding="utf-8")
    first, other_reader = parse(path, reader="rules-1"), parse(path, reader="rules-2")
    path.write_text("# Case\n\nTwo.", encoding="utf-8")
    changed = parse(path, reader="rules-1")

    ids = [document.source.id for document in (first, other_reader, changed)]
    assert len(set(ids)) == 3
    assert all(name.startswith("case-") for name in ids)
    assert first.source.sha256 == other_reader.source.sha256 != changed.source.sha256


def test_importing_the_parsers_loads_no_library_of_a_format() -> None:
    code = "import sys, ingest.parsers; print([name for name in ('pypdfium2', 'markdown_it', 'lxml') if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


def test_format_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("# Case\n\nIt **holds**.", encoding="utf-8")

    document = parse(path)
    assert document.text == "Case\n\nIt holds."
    assert document.warnings == ("its name ends in .pdf, and it is plain text",)
