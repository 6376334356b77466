"""Hostile files of every format: refused in plain words or read, in bounded memory, and the store is as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.case import CaseHead
from graph.stores.sqlite import SqliteStore
from ingest.limits import Limits
from ingest.options import ReadOptions
from ingest.parsers import parse
from ingest.pipeline import Intake, ingest_files
from tests.fakes import LineExtractor
from tests.ingest.parsers.hostile import READ, REFUSED, SOAK, body, letter, pdf, word
from tests.ingest.parsers.word_files import paragraph, table

HEAD = CaseHead(id="harbour")
ROOT = Path(__file__).parents[3]
MEGABYTES = 1_500


def intake(store: Path, **limits: int) -> Intake:
    options = ReadOptions(Limits.model_validate(limits))
    clock = "2026-01-01T00:00:00Z"
    return Intake(SqliteStore(store), HEAD, LineExtractor(), who="ada", clock=lambda: clock, options=options)


@pytest.mark.parametrize(("name", "content"), REFUSED.values(), ids=REFUSED.keys())
def test_hostile_file_is_refused_and_the_store_left_as_it_was(tmp_path: Path, name: str, content: bytes) -> None:
    store = tmp_path / "store.db"
    (tmp_path / "good.txt").write_text("control: Gate\n")
    ingest_files([tmp_path / "good.txt"], intake(store))
    before = SqliteStore(store).load(HEAD.id)
    (tmp_path / name).write_bytes(content)

    (report,) = ingest_files([tmp_path / name], intake(store))

    assert report.status == "failed"
    assert report.error
    assert report.hint
    assert SqliteStore(store).load(HEAD.id) == before


@pytest.mark.parametrize(("name", "content"), READ.values(), ids=READ.keys())
def test_odd_file_is_read_for_what_it_says(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)

    words = " ".join(parse(tmp_path / name).text.split())

    assert "gate" in words
    assert "holds" in words


@pytest.mark.parametrize(
    ("name", "limit", "content"),
    [
        ("a.pdf", "pages", pdf(3)),
        ("a.pdf", "characters", pdf(3)),
        ("a.docx", "tags", word(f"<x>{paragraph('Gate.')}</x>".encode())),
        ("a.html", "tags", b"<html><p>a<p>b<p>c<p>d"),
        ("a.md", "nesting", b"- - - - deep"),
        ("a.html", "nesting", b"<html><ul><li><ul><li><ul><li>deep"),
        ("a.csv", "rows", b"A,B\n1,2\n3,4\n5,6\n"),
        ("a.docx", "blocks", word(body(paragraph("Gate.") * 3))),
        ("a.docx", "blocks", word(body("<w:p/>" * 3 + paragraph("Gate.")))),
        ("a.md", "blocks", b"- a\n- b\n- c\n"),
        ("a.html", "blocks", b"<html><p>a<p>b<p>c"),
        ("a.txt", "blocks", b"One.\n\nTwo.\n\nThree.\n"),
        ("a.txt", "blocks", b"Ann: a\nBob: b\nAnn: c\nBob: d\n"),
        (
            "a.vtt",
            "blocks",
            b"WEBVTT\n" + b"".join(b"\n00:0%d.000 --> 00:09.000\n<v %d>a\n" % (at, at) for at in range(3)),
        ),
        ("a.eml", "blocks", letter("One.\n\nTwo.\n\nThree.\n")),
        ("a.pdf", "blocks", pdf(3)),
    ],
)
def test_refusal_names_the_limit_and_the_setting_that_raises_it(
    tmp_path: Path, name: str, limit: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    (report,) = ingest_files([tmp_path / name], intake(tmp_path / "store.db", **{limit: 2}))

    assert f"raise '{limit}' under [limits]" in (report.hint or "")


def test_cells_of_a_table_are_no_blocks_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(body(table(("Gate", "Crane", "Pump"), ("Ann", "Bob", "Cy")))))

    document = parse(tmp_path / "a.docx", options=ReadOptions(Limits(blocks=2)))

    assert [document.said(block) for block in document.blocks] == ["Gate | Crane | Pump", "Ann | Bob | Cy"]


def test_paragraph_that_ten_thousand_pages_interrupt_is_put_together_whole(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n" + "\n\n".join(f"<!-- p.{at + 1} -->\nword" for at in range(10_000)))

    document = parse(tmp_path / "a.md")

    assert document.text == "A\n\n" + " ".join(["word"] * 10_000)
    assert len(document.pages) == 10_000


def test_macros_are_not_read_and_said_to_be_there(tmp_path: Path) -> None:
    (tmp_path / "a.docm").write_bytes(READ["macros"][1])

    document = parse(tmp_path / "a.docm")

    assert (document.text, document.warnings) == ("The gate holds.", ("it holds macros, which were not read or run",))


def test_words_that_are_shown_turned_around_are_read_as_stored_and_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(READ["marks that turn text around"][1])

    document = parse(tmp_path / "a.txt")

    assert document.text == "The taeg gate holds."
    assert "direction" in document.notes[0]


@pytest.mark.parametrize("name", [*REFUSED, *READ] if SOAK else ["bomb of spaces in a Word file"])
def test_no_file_takes_more_memory_than_it_may(tmp_path: Path, name: str) -> None:
    name, content = (REFUSED | READ)[name]
    (tmp_path / name).write_bytes(content)
    code = (
        "import resource, sys; from pathlib import Path; from ingest import UnreadableDocument\n"
        "from ingest.parsers import parse\n"
        "try: parse(Path(sys.argv[1]))\n"
        "except UnreadableDocument: pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )

    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / name)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert int(run.stdout) <= MEGABYTES
