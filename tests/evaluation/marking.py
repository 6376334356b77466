"""The mark of an answer: status, pathways with verdicts, elements, words and quotes, each as the question asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Answer
from tests.evaluation.expected import Question

NOT_INTACT = frozenset({"lost", "weakened", "thinned"})


@dataclass(frozen=True)
class Mark:
    """The share of what was asked that the answer gives, 0 to 1, and what it does not."""

    question: Question
    score: float
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Is the answer right in all that is asked?"""
        return not self.faults


def mark(question: Question, answer: Answer, matching: dict[str, str]) -> Mark:
    """Mark an answer; a wrong status is worth nothing. `matching`: expected id -> id in the case."""
    if answer.status not in question.status:
        return Mark(question, 0.0, (f"status {answer.status}, not {' or '.join(sorted(question.status))}",))
    parts = list(_parts(question, answer, matching))
    faults = tuple(fault for _, fault in parts if fault)
    return Mark(question, sum(share for share, _ in parts) / len(parts) if parts else 1.0, faults)


def _parts(question: Question, answer: Answer, matching: dict[str, str]) -> Iterator[tuple[float, str]]:
    if question.pathways is not None and question.pathways:
        yield _pathways(question.pathways, answer, matching)
    if question.elements:
        yield _elements(question, answer, matching)
    for group in question.mention:
        said = _plain(" ".join(s.text for s in answer.statements) + " ".join(e.name for e in answer.elements))
        said += _plain(" ".join(c.quote for c in answer.citations) + " ".join(p.name for p in answer.pathways))
        said += _plain(" ".join(str(p.verdict) for p in answer.pathways))
        hit = any(_plain(literal) in said for literal in group)
        yield float(hit), "" if hit else f"does not say {' or '.join(group)}"
    for quote in question.cite:
        hit = any(_plain(quote) in _plain(c.quote) or _plain(c.quote) in _plain(quote) for c in answer.citations)
        yield float(hit), "" if hit else f"does not cite '{quote}'"


def _pathways(wanted: dict[str, str], answer: Answer, matching: dict[str, str]) -> tuple[float, str]:
    want = {matching.get(id_, f"(not found: {id_})"): verdict for id_, verdict in wanted.items()}
    said = {p.id: str(p.verdict) for p in answer.pathways if p.verdict in NOT_INTACT}
    right = sum(said.get(id_) == verdict for id_, verdict in want.items())
    every = len(want.keys() | said.keys())
    return right / every if every else 1.0, "" if want == said else f"pathways {said}, not {want}"


def _elements(question: Question, answer: Answer, matching: dict[str, str]) -> tuple[float, str]:
    said = {e.id for e in answer.elements} | {p.id for p in answer.pathways} | {s.id for s in answer.subjects}
    missing = [id_ for id_ in question.elements if matching.get(id_) not in said]
    share = 1 - len(missing) / len(question.elements)
    return share, f"elements missing: {', '.join(missing)}" if missing else ""


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9%]+", "", text.lower())
