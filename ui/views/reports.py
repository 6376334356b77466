"""What reading documents did, and which cases there are, as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.case import CaseHead
from graph.changes import Receipt
from ingest import DocumentReport, IngestStatus


def report_lines(report: DocumentReport) -> Iterator[str]:
    """What became of one file; a failed one is told on standard error."""
    if report.status is IngestStatus.FAILED:
        return
    if report.status is IngestStatus.UNCHANGED:
        yield f"unchanged  {report.path}"
        return
    elements, relations = report.elements, report.relations
    yield (
        f"{report.status:<9}  {report.path} ({report.kind}): {elements.added} elements and {relations.added} relations "
        f"added, {elements.updated} and {relations.updated} updated"
    )
    if not any((elements.added, elements.updated, relations.added, relations.updated)):
        yield "           careful: nothing was found in it that belongs into a graph"
    if report.rejected:
        yield f"           {len(report.rejected)} proposals left out; --json gives each with its reason"
    yield from (f"           careful: {warning}" for warning in report.warnings)


def case_lines(cases: Iterable[tuple[CaseHead, int]]) -> Iterator[str]:
    """One line a case, newest first."""
    for head, revision in cases:
        made = f", made {head.created}" if head.created else ""
        title = f"  {head.title}" if head.title else ""
        yield f"{head.id}{title} (revision {revision}{made})"


def receipt_line(head: CaseHead, receipt: Receipt) -> str:
    """What an import did, in one sentence."""
    if receipt.is_empty:
        return f"case '{head.id}' holds all of it already"
    return (
        f"case '{head.id}': {len(receipt.elements_added)} elements, {len(receipt.relations_added)} relations and "
        f"{len(receipt.documents)} documents added, {len(receipt.elements_updated)} elements and "
        f"{len(receipt.relations_updated)} relations updated"
    )
