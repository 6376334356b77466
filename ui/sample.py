"""The sample case that comes with the program: where its documents are, and how it gets into a store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.case import CaseHead
from graph.store import Store
from ingest import DocumentReport, Intake, Progress, ingest_files
from ui.wiring import chosen_extractor

DOCUMENTS = Path(__file__).resolve().parent.parent / "examples" / "corvane-2" / "documents"
HEAD = CaseHead(
    id="corvane-2", title="Corvane-2, a sample case of our own writing", created="2026-11-21T00:00:00+00:00"
)
QUESTION = "What breaks if the permission on the weights bucket is wrong?"


def load_sample(
    store: Store, clock: Callable[[], str], progress: Callable[[Progress], None] = lambda _: None
) -> tuple[DocumentReport, ...]:
    """Read the sample's documents into a store, as any others are read; what is there already stays."""
    return ingest_files((DOCUMENTS,), Intake(store, HEAD, chosen_extractor("rules"), "loadpath demo", clock), progress)
