"""Documents of the case that would be read better now, since a new one introduces names that they use."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath

from graph.case import Case
from graph.provenance import Document
from ingest.glossary import Form, Glossary, Introduction, Own, own_names
from ingest.options import SHEET_NAMES
from ingest.tokens import form_of

COMMAND = "loadpath ingest --again"
_MOST_LISTED = 20
_FEW = 200
_SETTLED = -1


def rereading_notes(
    case: Case, glossary: Glossary, introduced: Mapping[str, Iterable[Introduction]], *, reader: str
) -> Mapping[str, tuple[str, ...]]:
    """Path -> what the report on that document says of those of the case that use names which are new with it.

    `introduced`: path -> what the documents that are being read introduce; `reader`: who reads them, and would read
    the others again. Each document of the case is told once.
    """
    before = {form_of(name) for element in case.elements.values() for name in (element.name, *element.aliases)}
    new = {form for found in introduced.values() for form in own_names(found)} - before
    if not new or not case.documents:
        return {}
    stated = _stated(case)
    users: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in sorted(case.current_documents, key=lambda id_: case.documents[id_].path):
        document = case.documents[id_]
        is_read_so = document.reader.startswith(reader) and not _is_sheet(document)
        if is_read_so and document.path not in introduced and _may_have(document.text or "", new):
            met = (each for each in glossary.met_in(document, stated[id_]) if new & own_names([each]).keys())
            first = next((min(each.paths & introduced.keys()) for each in met), None)
            if first is not None:
                users[first].append(document.path)
    return {path: (_note(found),) for path, found in users.items()}


def _is_sheet(document: Document) -> bool:
    """Is it a register, whose rows say what each thing is?"""
    return PurePath(document.path).suffix.lower() in SHEET_NAMES


def _may_have(text: str, forms: Collection[Form]) -> bool:
    """Can one of these names be in a text? Answered fast for a few names, with yes for many."""
    lower = text.casefold()
    return len(forms) > _FEW or any(all(word in lower for word in form) for form in forms)


def _stated(case: Case) -> defaultdict[str, dict[Form, Own]]:
    """Document -> the names of what it states, as plain words; what it takes them for stays as it is."""
    found: defaultdict[str, dict[Form, Own]] = defaultdict(dict)
    for element in case.elements.values():
        forms = {form_of(name): (element.kind, _SETTLED) for name in (element.name, *element.aliases)}
        for document in {case.passages[said.passage].document for said in element.stated if said.passage}:
            found[document] |= forms
    return found


def _note(paths: list[str]) -> str:
    names = ", ".join(PurePath(path).name for path in paths[:_MOST_LISTED])
    more = len(paths) - _MOST_LISTED
    told = f"{names} and {more} more" if more > 0 else names
    again = sorted({str(PurePath(path).parent) for path in paths}) if more > 0 else paths
    one = len(paths) == 1
    return (
        f"it introduces names that {'a document' if one else f'{len(paths)} documents'} of the case "
        f"{'uses and was' if one else 'use and were'} read without: {told}; "
        f"read {'it' if one else 'them'} again with: {COMMAND} {shlex.join(again)}"
    )
