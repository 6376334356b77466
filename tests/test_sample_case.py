"""That the answer comes from the documents: one sentence of the sample case is edited, and the verdict follows."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from assistant import Answer, Scope, ask
from graph.case import CaseHead
from graph.provenance import Entered
from ingest import IngestStatus, Intake, ingest_files
from ui.sample import DOCUMENTS, QUESTION
from ui.settings import Settings
from ui.wiring import chosen_extractor, open_store

SAMPLE = DOCUMENTS.parent
CLOCK = Entered(who="test", when="2026-11-21T00:00:00+00:00")
PERMISSION = {
    "Self-exfiltration": "weakened",
    "Rogue internal deployment": "lost",
    "Training data poisoning": "thinned",
}


class Sample:
    """A copy of the sample's documents in a folder, with the store that they are read into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "documents"
        shutil.copytree(DOCUMENTS, self.folder)
        self.store = open_store(Settings(store=f"sqlite:///{folder / 'case.db'}"))

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    def edit_report(self, old: str, new: str) -> None:
        text = (SAMPLE / "source" / "risk-report.md").read_text(encoding="utf-8")
        assert text.count(old) == 1
        source = self.folder.parent / "report.md"
        source.write_text(text.replace(old, new), encoding="utf-8")
        printer().build(source, self.folder / "risk-report.pdf")

    def read(self) -> list[IngestStatus]:
        head = CaseHead(id="sample", created=CLOCK.when)
        intake = Intake(self.store, head, chosen_extractor("rules"), CLOCK.who, lambda: CLOCK.when)
        return [report.status for report in ingest_files([self.folder], intake)]

    def ask(self, question: str) -> Answer:
        return ask(question, Scope(self.store.load("sample")))


def printer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_report", SAMPLE / "build_report.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def verdicts(answer: Answer) -> dict[str, str]:
    return {pathway.name: pathway.verdict for pathway in answer.pathways if pathway.verdict}


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    found = Sample(tmp_path)
    found.read()
    return found


def test_the_main_question_finds_every_affected_pathway(sample: Sample) -> None:
    answer = sample.ask(QUESTION)

    assert verdicts(answer) == PERMISSION
    cited = {citation.document for citation in answer.citations}
    assert {"Interview: storage", "Notes of a conversation with Tomasz Varga, Data Foundry"} <= cited


def test_without_the_permission_in_one_interview_only_the_other_control_rests_on_it(sample: Sample) -> None:
    sample.edit("interview-storage.txt", "So the broker only means anything because of that mode. ", "")
    sample.edit("interview-storage.txt", "the Weight Access Broker never hears about it", "nobody hears about it")

    assert sorted(sample.read()).count(IngestStatus.UPDATED) == 1

    assert verdicts(sample.ask(QUESTION)) == {"Training data poisoning": "thinned"}


def test_a_fallback_takes_the_weight_off_the_permission(sample: Sample) -> None:
    sample.edit(
        "interview-storage.txt",
        "So the broker only means anything because of that mode.",
        "The Weight Access Broker needs either the file mode on the weights bucket or the mount filter; "
        "one of the two suffices.",
    )

    sample.read()

    assert verdicts(sample.ask(QUESTION)) == dict.fromkeys(PERMISSION, "thinned")


def test_a_changed_operator_changes_the_verdict(sample: Sample) -> None:
    sample.edit_report(
        "This pathway needs both Claim 3 and Claim 5 to hold.", "Either Claim 3 or Claim 5 suffices here."
    )

    sample.read()

    assert verdicts(sample.ask(QUESTION)) == {**PERMISSION, "Rogue internal deployment": "weakened"}


def test_an_edit_taken_back_gives_the_first_answer_again(sample: Sample) -> None:
    before = sample.ask(QUESTION)
    old = "So the broker only means anything because of that mode."
    sample.edit("interview-storage.txt", old, "It used to matter.")
    sample.read()

    sample.edit("interview-storage.txt", "It used to matter.", old)
    sample.read()

    assert verdicts(sample.ask(QUESTION)) == verdicts(before)
