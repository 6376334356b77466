"""What the rules and the assistant reach, and must not fall below: our own cases, and the texts in ../shared."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.evaluation.expected import load_expected
from tests.evaluation.runs import evaluate
from ui.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "eval" / "score.py"
REPORT = "reports/risk-report-2026-08-section-2"

shared_texts = pytest.mark.skipif(not SCORER.exists(), reason="the real documents in ../shared are not here")


@pytest.mark.parametrize(
    ("name", "extraction", "questions"),
    [
        ("corvane-2", 0.97, 57),
        ("steward", 0.89, 15),
        ("ferryman", 0.885, 12),
        ("quarry", 0.875, 13),
        ("linden", 0.85, 14),
        ("sedge", 0.915, 8),
        ("marram", 0.735, 7),
        ("heron", 0.645, 6),
        ("factors", 0.9, 0),
        ("review", 0.775, 0),
        ("incident", 0.845, 8),
        ("calls", 0.695, 4),
        ("podcast", 0.715, 4),
        ("tansy", 0.81, 8),
        ("osier", 0.77, 10),
        ("fescue", 0.61, 3),
        ("brine", 0.405, 2),
    ],
)
def test_a_sample_case_keeps_its_scores(tmp_path: Path, name: str, extraction: float, questions: int) -> None:
    outcome = evaluate(load_expected(name), tmp_path)

    assert outcome.extraction.total >= extraction
    assert outcome.passed >= questions


@shared_texts
@pytest.mark.parametrize(
    ("document", "text", "kind", "floor"),
    [
        ("aug2026", f"{REPORT}.md", "report", 0.86),
        ("aug2026", f"{REPORT}.pdf", "report", 0.86),
        ("talk", "interviews/talk-first-misalignment-safety-case.txt", "interview", 0.88),
    ],
)
def test_a_real_document_keeps_its_score(
    tmp_path: Path, document: str, text: str, kind: str, floor: float, capsys: pytest.CaptureFixture[str]
) -> None:
    store = f"sqlite:///{tmp_path / 'case.db'}"
    main(["ingest", str(SHARED / "corpus" / text), "--kind", kind, "--store", store])
    main(["export", "--store", store, "--out", str(tmp_path / "export.json")])
    capsys.readouterr()

    score = run_scorer(["extraction", "--doc", document, str(tmp_path / "export.json"), "--json"], tmp_path)

    assert json.loads(score)["score"] >= floor


@shared_texts
def test_questions_on_the_real_report_keep_their_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = f"sqlite:///{tmp_path / 'case.db'}"
    main(["ingest", str(SHARED / "corpus" / f"{REPORT}.md"), "--kind", "report", "--store", store])
    capsys.readouterr()
    command = shlex.join([sys.executable, "-m", "ui.cli"])

    rows = json.loads(run_scorer(["questions", "--cmd", command, "--ask-args", f"--store {store}", "--json"], ROOT))

    refused = {"D15", "D16", "D17", "D18"}
    assert {row["id"] for row in rows if row["passed"] and row["id"] in refused} == refused
    assert sum(row["passed"] for row in rows if row["id"] not in refused) >= 10


def run_scorer(arguments: list[str], folder: Path) -> str:
    command = [sys.executable, "-B", str(SCORER), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
