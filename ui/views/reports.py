"""What reading documents did, and which cases there are, as lines for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.case import CaseHead
from graph.elements import ElementKind
from graph.interchange.reading import Reading, Unmapped
from graph.receipts import Receipt
from ingest import DocumentReport, IngestStatus

MOST_NOTES = 6
MOST_SHOWN = 8
"""How many names stand on a line before the rest is counted."""


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
    if report.withdrawn:
        gone = f"{_count(elements.withdrawn, 'element')} and {_count(relations.withdrawn, 'relation')}"
        yield f"           withdrawn: {gone} that no document states any more"
        yield from (f"             {withdrawal.what}: {withdrawal.why}" for withdrawal in report.withdrawn[:MOST_SHOWN])
        if len(report.withdrawn) > MOST_SHOWN:
            yield f"             and {len(report.withdrawn) - MOST_SHOWN} more; --json gives them all"
    elif not any((elements.added, elements.updated, relations.added, relations.updated)):
        yield "           careful: nothing was found in it that belongs into a graph"
    if report.rejected:
        yield f"           {_count(len(report.rejected), 'proposal')} left out; --json gives each with its reason"
    yield from (f"           careful: {warning}" for warning in report.warnings)
    yield from (f"           note: {note}" for note in report.notes[:MOST_NOTES])
    if len(report.notes) > MOST_NOTES:
        yield f"           and {_count(len(report.notes) - MOST_NOTES, 'more note')}; --json gives them all"


def failures(reports: Iterable[DocumentReport]) -> Iterator[tuple[str, str]]:
    """What went wrong and what to do next, once for all files that it is the same for, which are named."""
    met: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for report in reports:
        if report.status is IngestStatus.FAILED:
            met[report.error or "", report.hint or ""].append(report.path)
    for (error, hint), paths in met.items():
        unnamed = ", ".join(path for path in paths if path not in error)
        yield (f"{error} (not read: {unnamed})" if unnamed else error), hint


def case_lines(cases: Iterable[tuple[CaseHead, int]]) -> Iterator[str]:
    """One line a case, newest first."""
    for head, revision in cases:
        made = f", made {head.created}" if head.created else ""
        title = f"  {head.title}" if head.title else ""
        yield f"{head.id}{title} (revision {revision}{made})"


def kept_line(case: str, documents: int) -> str:
    """What a run that was stopped leaves in the store."""
    if documents == 0:
        return f"case '{case}' holds no document yet: nothing of this run is kept"
    held = "one document" if documents == 1 else f"{documents} documents"
    return f"case '{case}' holds {held}; run the same command again to read what is missing"


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


def import_lines(reading: Reading, unmapped: Iterable[Unmapped]) -> Iterator[str]:
    """The pathways that questions can be asked of, and by reason what of the files is not in the graph."""
    tops = [f'"{element.name}"' for element in reading.elements if element.kind is ElementKind.PATHWAY]
    if tops:
        yield f"{_count(len(tops), 'pathway')}: {_shown(tops)}"
    else:
        yield "careful: no pathway in it, so nothing can be said to break when something fails"
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for one in unmapped:
        by_reason[one.why].append(f"{one.what} (line {one.place.line})")
    if by_reason:
        yield "not in the graph, or in it otherwise than the file has it (--json lists each with its file and line):"
    yield from (f"  {why}: {_shown(names)}" for why, names in by_reason.items())


def _shown(names: Sequence[str]) -> str:
    """Names in a row; of many the first, and how many more there are."""
    more = len(names) - MOST_SHOWN
    return ", ".join(names[:MOST_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
