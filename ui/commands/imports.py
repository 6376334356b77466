"""The import command: a case of our own, or a graph that another program made, into the store."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.case import Case, CaseHead
from graph.errors import IllegalCase, StaleCase, UnknownCase
from graph.interchange.formats import Format, format_of, read_files
from graph.interchange.json import LIMIT_BYTES, import_case
from graph.interchange.reading import Reading, Unmapped
from graph.interchange.source import SourceFile
from graph.interchange.stating import Stated, changes_of
from graph.provenance import Entered
from graph.receipts import Receipt
from graph.store import Store
from ui.files import UnusableFile, content, named
from ui.settings import Settings, case_head
from ui.terminal import show, show_json
from ui.views.reports import import_lines, receipt_line
from ui.views.shapes import Json
from ui.wiring import open_store

ATTEMPTS = 8
"""How often files are brought in anew where somebody else changes the case meanwhile."""


@dataclass(frozen=True)
class _Target:
    """The case of a store that files go into, and in whose name."""

    store: Store
    head: CaseHead
    entered: Entered


def run_import(options: argparse.Namespace, settings: Settings, head: Callable[[Store], CaseHead], *, when: str) -> int:
    """Take in files, under the case that `head` chooses; a case of our own under its own id, or that of `--case`."""
    files = {path: content(named(path), LIMIT_BYTES) for path in options.files}
    first = options.files[0]
    chosen = format_of(first, files[first]) if options.format == "auto" else Format(options.format)
    entered = Entered(who=settings.user, when=when)
    if chosen is Format.JSON:
        return _import_case(options, settings, files, entered=entered)
    reading = read_files(tuple(SourceFile.of(path, held) for path, held in files.items()), chosen)
    store = open_store(settings)
    target = _Target(store, head(store), entered)
    receipt, stated = _brought_in(target, reading)
    if options.json:
        _show_json(target.head, chosen, receipt, unmapped=stated.unmapped)
    else:
        show([receipt_line(target.head, receipt), *import_lines(reading, stated.unmapped)])
    return 0


def _import_case(options: argparse.Namespace, settings: Settings, files: dict[str, bytes], *, entered: Entered) -> int:
    first = options.files[0]
    if len(files) > 1:
        raise UnusableFile(f"{len(files)} files, of which '{first}' is a whole case", "Import one after the other.")
    try:
        head, changes = import_case(files[first], entered)
    except IllegalCase as error:
        raise UnusableFile(f"'{first}': {error.message}", error.hint) from error
    if settings.case is not None:
        head = case_head(settings.case, created=head.created)
    receipt = open_store(settings).apply(head, changes)
    if options.json:
        _show_json(head, Format.JSON, receipt, unmapped=())
    else:
        show([receipt_line(head, receipt)])
    return 0


def _brought_in(target: _Target, reading: Reading) -> tuple[Receipt, Stated]:
    """What a reading adds to the case, made anew where the case was changed meanwhile."""
    attempt = 0
    while True:
        attempt += 1
        stated = changes_of(reading, _loaded(target), target.entered)
        try:
            return target.store.apply(target.head, stated.changes), stated
        except StaleCase:
            if attempt == ATTEMPTS:
                raise


def _loaded(target: _Target) -> Case:
    try:
        return target.store.load(target.head.id)
    except UnknownCase:
        return Case.of(target.head)


def _show_json(head: CaseHead, chosen: Format, receipt: Receipt, *, unmapped: Iterable[Unmapped]) -> None:
    listed: list[Json] = [
        {"file": one.place.file.path, "line": one.place.line, "what": one.what, "why": one.why} for one in unmapped
    ]
    show_json({"case": head.id, "format": chosen.value, **receipt.model_dump(mode="json"), "unmapped": listed})
