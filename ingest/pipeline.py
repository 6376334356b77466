"""The shell of reading: files in, one transaction a document, and a report of what each of them did.

What is in the case already is left alone, so that a run that was broken off is taken up by running it again.
One document that cannot be read, or not be stored, says so in its report; the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from graph.case import Case, CaseHead
from graph.errors import LoadpathError, StaleCase, StoreUnusable, UnknownCase
from graph.provenance import Document, DocumentKind, Entered
from graph.receipts import Receipt
from graph.store import Store
from graph.versions import as_new_version, namesakes, versions
from ingest.acquaintance import Acquainted, acquaint, read_alone, read_together
from ingest.document import ParsedDocument
from ingest.errors import UnreadableDocument
from ingest.extraction import Extractor
from ingest.finding_files import FoundFile, find_files, is_file, shown
from ingest.grounding import Grounded, Rejection
from ingest.known import KnownThings
from ingest.linking import link
from ingest.options import DEFAULT_OPTIONS, SHEET_NAMES, ReadOptions
from ingest.outcome import DocumentReport, IngestStatus, tallies, withdrawals
from ingest.parsers.source import read_bytes
from ingest.work import Extracted, Failure, ParseTask, in_order

ATTEMPTS = 8
"""How often a document is linked anew where somebody else changes the case meanwhile."""
GIVE_UP = 2
"""After so many documents in a row that the store could not take for one and the same reason, it is asked no more."""


@dataclass(frozen=True)
class Intake:
    """Into which case of which store documents go, who reads them, and in whose name.

    `kind` None: found out from each text. `options`: limits, and what the columns of sheets hold. `clock` gives the time as ISO 8601, UTC.
    `again`: what is in the case already is read too, as the kind that it has there.
    """

    store: Store
    head: CaseHead
    extractor: Extractor
    who: str
    clock: Callable[[], str]
    kind: DocumentKind | None = None
    options: ReadOptions = DEFAULT_OPTIONS
    again: bool = False

    def reader(self, path: Path) -> str:
        """Who reads a file, and with which mapping of its columns: what would read anew what it has read."""
        mapped = self.options.columns if path.suffix.lower() in SHEET_NAMES else {}
        told = ",".join(f"{column}={title}" for column, title in sorted(mapped.items()))
        return f"{self.extractor.name} ({told})" if told else self.extractor.name


@dataclass(frozen=True)
class Progress:
    """How far a run is: `done` of `total` files, of which `read` are read, and the file that is next, None at the end."""

    done: int
    total: int
    path: Path | None
    read: int = 0


def ingest_file(path: Path, intake: Intake) -> DocumentReport:
    """Read one file into the case; see `ingest_files`."""
    return ingest_files((path,), intake)[0]


def ingest_files(
    paths: Iterable[Path],
    intake: Intake,
    progress: Callable[[Progress], None] = lambda _: None,
    *,
    executor: Executor | None = None,
) -> tuple[DocumentReport, ...]:
    """Read files, and all files of folders, into the case; one report a file, in the order of their paths.

    Reports go in before critiques and critiques before interviews, so that what the later ones refer to is there.
    Every file gets a report; nothing is raised for one of them, nor for a store that cannot be used. Where the store could
    not take two in a row for one reason, the others are not tried and get that reason; reading again takes it up.
    `executor`: parses and extracts elsewhere; the case is the same with any, and without.
    """
    found = find_files(paths)
    files = [file.path for file in found]
    case = _loaded(intake)
    reports = {file.path: report for file in found if (report := _settled(file, intake, case)) is not None}
    tasks = [_task(path, intake, case) for path in files if path not in reports]
    waiting: list[tuple[Path, ParsedDocument]] = []
    for task, read in zip(tasks, in_order(ParseTask.run, tasks, executor), strict=True):
        progress(Progress(len(reports), len(files), task.path, len(reports)))
        if isinstance(read, Failure):
            reports[task.path] = _failed(task.path, intake.kind, read)
        else:
            waiting.append((task.path, read))
    settled = len(reports)
    acquainted = acquaint(
        [document for _, document in waiting],
        case,
        intake.extractor,
        executor=executor,
        begun=lambda place: progress(Progress(settled, len(files), waiting[place][0], settled + place)),
    )
    turns = sorted(zip(acquainted, waiting, strict=True), key=lambda pair: pair[0].turn)
    reading = read_together([each for each, _ in turns], case, intake.extractor, executor=executor)
    run = _Run(intake)
    for _, (path, _) in turns:
        progress(Progress(len(reports), len(files), path, len(files)))
        reports[path] = run.take_in(path, *next(reading))
    progress(Progress(len(files), len(files), None, len(files)))
    return tuple(reports[path] for path in files)


@dataclass
class _Run:
    """Documents going into the store one by one: what linking knows of the case, and how the store failed of late."""

    intake: Intake
    known: KnownThings = field(default_factory=KnownThings)
    lost: list[StoreUnusable] = field(default_factory=list)

    def take_in(self, path: Path, document: ParsedDocument, extracted: Extracted | Failure) -> DocumentReport:
        if len(self.lost) == GIVE_UP and self.lost[0].message == self.lost[1].message:
            return _refused(path, document, self.lost[-1])
        try:
            report = _ingested(path, document, extracted=extracted, intake=self.intake, known=self.known)
        except StoreUnusable as error:
            self.lost = [*self.lost, error][-GIVE_UP:]
            return _refused(path, document, error)
        self.lost = []
        return report


@dataclass(frozen=True)
class Unread:
    """The documents that a run would read, with the names that it would read them with, and reports on what it could not."""

    documents: tuple[Acquainted, ...]
    failed: tuple[DocumentReport, ...]


def unread_documents(paths: Iterable[Path], intake: Intake) -> Unread:
    """What `ingest_files` would do, without extracting and linking; what is in the case already is left out."""
    case = _loaded(intake)
    parsed, failed = [], []
    for file in find_files(paths):
        report = _settled(file, intake, case)
        read = _task(file.path, intake, case).run() if report is None else None
        if isinstance(read, ParsedDocument):
            parsed.append(read)
        elif read is not None:
            failed.append(_failed(file.path, intake.kind, read))
        elif report is not None and report.status is IngestStatus.FAILED:
            failed.append(report)
    return Unread(acquaint(parsed, case, intake.extractor), tuple(failed))


def _task(path: Path, intake: Intake, case: Case) -> ParseTask:
    kind = intake.kind
    if intake.again and kind is None and (known := _unchanged(path, intake, case)) is not None:
        kind = known.kind
    return ParseTask(path, kind, intake.reader(path), intake.options)


def _settled(found: FoundFile, intake: Intake, case: Case) -> DocumentReport | None:
    """The report on a file that is in the case already, or that cannot be read for what it is; None for one to read."""
    if found.failure is not None:
        return _failed(found.path, intake.kind, found.failure)
    if intake.again or (known := _unchanged(found.path, intake, case)) is None:
        return None
    return DocumentReport(path=str(found.path), status=IngestStatus.UNCHANGED, kind=known.kind)


def _unchanged(path: Path, intake: Intake, case: Case) -> Document | None:
    """The current document of the case that has this very content, read the same way."""
    try:
        digest = sha256(read_bytes(path, intake.options.limits)).hexdigest()
    except UnreadableDocument:
        return None
    current = (case.documents[id_] for id_ in case.current_documents)
    same = (known for known in current if (known.sha256, read_alone(known.reader)) == (digest, intake.reader(path)))
    return next((known for known in same if intake.kind in {None, known.kind}), None)


def _ingested(
    path: Path, document: ParsedDocument, *, extracted: Extracted | Failure, intake: Intake, known: KnownThings
) -> DocumentReport:
    if isinstance(extracted, Failure):
        return _refused(path, document, extracted)
    try:
        receipt, rejected, found = _applied(document, extracted.grounded, intake, known=known)
    except StoreUnusable:
        raise
    except LoadpathError as error:
        return _refused(path, document, error)
    elements, relations = tallies(receipt)
    return DocumentReport(
        path=str(path),
        status=_status(document, receipt, found),
        kind=document.source.kind,
        elements=elements,
        relations=relations,
        rejected=extracted.grounded.rejected + rejected,
        withdrawn=withdrawals(found, receipt),
        warnings=document.warnings + extracted.warnings,
        notes=document.notes,
        pages_without_text=document.pages_without_text,
    )


def _present(document: ParsedDocument, case: Case) -> frozenset[str]:
    """The paths of other documents of the case, of this kind and title, whose files are still there."""
    return frozenset(old.path for old in namesakes(document.source, case) if is_file(Path(old.path)))


def _status(document: ParsedDocument, receipt: Receipt, found: Case) -> IngestStatus:
    """What became of a document that the case, as it was found, took in."""
    if receipt.is_empty:
        return IngestStatus.UNCHANGED
    source = document.source
    is_update = source.id in found.documents or bool(versions(source, found, _present(document, found)))
    return IngestStatus.UPDATED if is_update else IngestStatus.ADDED


def _applied(
    document: ParsedDocument, grounded: Grounded, intake: Intake, *, known: KnownThings
) -> tuple[Receipt, tuple[Rejection, ...], Case]:
    """What linking added, what it left out, and the case as it was found."""
    entered = Entered(who=intake.who, when=intake.clock())
    attempt = 0
    while True:
        attempt += 1
        case = _loaded(intake)
        version = replace(document, source=as_new_version(document.source, case), present=_present(document, case))
        linked = link(version, grounded, case, entered=entered, known=known)
        try:
            receipt = intake.store.apply(intake.head, linked.changes)
        except StaleCase:
            if attempt == ATTEMPTS:
                raise
            continue
        return receipt, linked.rejected, case


def _loaded(intake: Intake) -> Case:
    """The case as it is, or an empty one where there is none that can be read.

    A store that is not there yet is made by the first document. One that cannot be used refuses the document.
    """
    try:
        return intake.store.load(intake.head.id)
    except (UnknownCase, StoreUnusable):
        return Case.of(intake.head)


def _refused(path: Path, document: ParsedDocument, error: LoadpathError | Failure) -> DocumentReport:
    """The report on a document that was parsed, with what is to be said of that, and that came no further."""
    told = {
        "warnings": document.warnings,
        "notes": document.notes,
        "pages_without_text": document.pages_without_text,
    }
    return _failed(path, document.source.kind, error).model_copy(update=told)


def _failed(path: Path, kind: DocumentKind | None, error: LoadpathError | Failure) -> DocumentReport:
    return DocumentReport(
        path=shown(path),
        status=IngestStatus.FAILED,
        kind=kind,
        error=error.message,
        hint=error.hint,
    )
