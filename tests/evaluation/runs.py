"""Running a sample case: its documents through the real ingest into a fresh store, its questions one by one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant import Scope, Turn, ask
from graph.case import Case, CaseHead
from graph.provenance import DocumentKind
from ingest import IngestStatus, Intake, ingest_file
from tests.evaluation.expected import Expected
from tests.evaluation.extraction import ExtractionScore, score_extraction
from tests.evaluation.marking import Mark, mark
from ui.settings import Settings
from ui.wiring import chosen_extractor, open_store

CLOCK = "2026-11-21T00:00:00+00:00"


@dataclass(frozen=True)
class Outcome:
    """The scores of one case."""

    extraction: ExtractionScore
    marks: tuple[Mark, ...]

    @property
    def passed(self) -> int:
        """How many questions are right in all that is asked."""
        return sum(mark.passed for mark in self.marks)

    @property
    def share(self) -> float:
        """The mean share of what the questions ask, 0 to 1; 1 where nothing is asked."""
        return sum(mark.score for mark in self.marks) / len(self.marks) if self.marks else 1.0


def read_case(expected: Expected, folder: Path) -> Case:
    """The case that its documents give; RuntimeError names a document that failed."""
    store = open_store(Settings(store=f"sqlite:///{folder}/evaluation.db"))
    head = CaseHead(id=expected.case, created=CLOCK)
    for path, kind in expected.documents:
        intake = Intake(store, head, chosen_extractor("rules"), "evaluation", lambda: CLOCK, DocumentKind(kind))
        report = ingest_file(path, intake)
        if report.status is IngestStatus.FAILED:
            raise RuntimeError(f"{path.name}: {report.error}")
    return store.load(expected.case)


def evaluate(expected: Expected, folder: Path) -> Outcome:
    """Extraction and questions of a case; a question that follows another is asked with that one's history."""
    case = read_case(expected, folder)
    extraction = score_extraction(case, expected)
    return Outcome(extraction, marks_of(case, expected, extraction.matching))


def marks_of(case: Case, expected: Expected, matching: dict[str, str]) -> tuple[Mark, ...]:
    """The marks of the questions asked of a case. `matching`: expected id -> id in the case."""
    scope = Scope(case)
    turns: dict[str, tuple[Turn, ...]] = {}
    marks = []
    for question in expected.questions:
        history = turns[question.after] if question.after else ()
        answer = ask(question.text, scope, history=history)
        turns[question.id] = (*history, Turn(question=question.text, answer=answer))
        marks.append(mark(question, answer, matching))
    return tuple(marks)
