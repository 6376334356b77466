"""Commands on documents and cases: ingest, cases, import, export."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from graph.case import CaseHead
from graph.errors import UnknownCase
from graph.interchange.json import export_case
from graph.provenance import DocumentKind
from graph.store import Store
from ingest import DocumentReport, Intake, Progress, ingest_files, unread_documents
from ui.commands.claude_reading import fetch, show_plan
from ui.commands.imports import run_import
from ui.files import named, write_whole
from ui.read_options import read_options
from ui.settings import Settings, case_head
from ui.terminal import progress, say, show, show_json, show_text, tell
from ui.views.reports import case_lines, failures, kept_line, report_lines
from ui.views.shapes import Json
from ui.wiring import chosen_extractor, load_case, open_store, workers

FIRST_CASE = "case-1"


def run_documents(options: argparse.Namespace, settings: Settings) -> int:
    """Run ingest, cases, import or export; its exit code."""
    match options.command:
        case "ingest":
            return _ingest(options, settings)
        case "cases":
            return _cases(options, settings)
        case "import":
            return run_import(options, settings, lambda store: _head(store, settings), when=now())
        case _:
            return _export(options, settings)


def now() -> str:
    """The time, as ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def say_progress(state: Progress) -> None:
    """Show on a terminal which file is being read."""
    step = f"reading {state.read + 1}" if state.read < state.total else f"adding {state.done + 1}"
    progress(f"{step} of {state.total}: {state.path.name}" if state.path else "")


def _ingest(options: argparse.Namespace, settings: Settings) -> int:
    """Read documents into a case; 1 where one of them failed, though the others are in."""
    store = open_store(settings)
    kind = None if options.kind == "auto" else DocumentKind(options.kind)
    reading = read_options(options.columns, settings)
    extractor = chosen_extractor(options.extractor, settings)
    intake = Intake(store, _head(store, settings), extractor, settings.user, now, kind, reading, again=options.again)
    try:
        return _read(options, settings, intake)
    except KeyboardInterrupt:
        say([kept_line(intake.head.id, _held(intake))])
        raise


def _held(intake: Intake) -> int:
    """How many documents the case holds now."""
    try:
        return len(intake.store.load(intake.head.id).current_documents)
    except UnknownCase:
        return 0


def _read(options: argparse.Namespace, settings: Settings, intake: Intake) -> int:
    paths = [named(path) for path in options.paths]
    if options.extractor != "claude":
        with workers(options.workers) as executor:
            return _reported(options, ingest_files(paths, intake, say_progress, executor=executor), {})
    unread = unread_documents(paths, intake)
    if options.dry_run:
        show_plan(options, settings, unread.documents)
        return _told(unread.failed)
    fetched = fetch(options, settings, unread.documents)
    failed = _reported(options, ingest_files(paths, intake, say_progress), {"claude": fetched.counted()})
    if fetched.error is not None:
        tell(fetched.error.message, fetched.error.hint)
    return failed


def _reported(options: argparse.Namespace, reports: Sequence[DocumentReport], beside: Mapping[str, Json]) -> int:
    """Show what became of each file; 1 where one of them failed."""
    if options.json:
        show_json({"documents": [report.model_dump(mode="json") for report in reports], **beside})
    else:
        show(line for report in reports for line in report_lines(report))
    return _told(reports)


def _told(reports: Sequence[DocumentReport]) -> int:
    """Say why files failed; 1 where one of them did."""
    failed = tuple(failures(reports))
    for error, hint in failed:
        tell(error, hint)
    return 1 if failed else 0


def _head(store: Store, settings: Settings) -> CaseHead:
    """The case that documents go into: the one that is named, else the newest, else a first one."""
    try:
        known = {head.id: head for head, _ in store.cases()}
    except UnknownCase:
        known = {}
    wanted = settings.case or next(iter(known), FIRST_CASE)
    return known.get(wanted) or case_head(wanted, created=now())


def _cases(options: argparse.Namespace, settings: Settings) -> int:
    found = open_store(settings).cases()
    if options.json:
        show_json({"cases": [{**head.model_dump(mode="json"), "revision": revision} for head, revision in found]})
    else:
        show(case_lines(found))
    return 0


def _export(options: argparse.Namespace, settings: Settings) -> int:
    """Write the case as JSON, to standard output or, whole or not at all, to a file."""
    text = export_case(load_case(settings))
    if options.out is None:
        show_text(text.rstrip("\n"))
    else:
        write_whole(named(options.out), text)
    return 0
