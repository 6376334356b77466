"""What reading documents did, and which cases there are, as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.case import CaseHead
from graph.changes import Receipt
from ingest import DocumentReport, IngestStatus

MOST_NOTES = 6


def report_lines(report: DocumentReport) -> Iterator[str]:
    """What became of one file; a failed one is told on standard error."""
    if report.status is IngestStatus.FAILED:
        return
    if report.status is IngestStatus.UNCHANGED:
        yield f"unchanged  {report.path}"
        return
    elements, relations = report.elements, report.relations
    yield (
        f"{report.status:<9}  {report.path} ({report.kind}): {_count(elements.added, 'element')} and "
        f"{_count(relations.added, 'relation')} added, {elements.updated} and {relations.updated} updated"
    )
    if not any((elements.added, elements.updated, relations.added, relations.updated)):
        yield "           careful: nothing was found in it that belongs into a graph"
    if report.rejected:
        yield f"           {_count(len(report.rejected), 'proposal')} left out; --json gives each with its reason"
    yield from (f"           careful: {warning}" for warning in report.warnings)
    yield from (f"           note: {note}" for note in report.notes[:MOST_NOTES])
    if len(report.notes) > MOST_NOTES:
        yield f"           and {_count(len(report.notes) - MOST_NOTES, 'more note')}; --json gives them all"


def case_lines(cases: Iterable[tuple[CaseHead, int]]) -> Iterator[str]:
    """One line a case, newest first."""
    for head, revision in cases:
        made = f", made {head.created}" if head.created else ""
        title = f"  {head.title}" if head.title else ""
        yield f"{head.id}{title} (revision {revision}{made})"


def receipt_line(head: CaseHead, receipt: Receipt) -> str:
    """What an import did, in one sentence."""
    if receipt.is_empty:
        return f"case '{head.id}' has nothing to take from the file: it holds all of it"
    return (
        f"case '{head.id}': {_count(len(receipt.elements_added), 'element')}, "
        f"{_count(len(receipt.relations_added), 'relation')} and {_count(len(receipt.documents), 'document')} added, "
        f"{_count(len(receipt.elements_updated), 'element')} and "
        f"{_count(len(receipt.relations_updated), 'relation')} updated"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
