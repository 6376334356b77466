"""Imports in few words: text in, case out."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.case import Case, CaseHead
from graph.changes import apply_changes
from graph.elements import Element, RelationType
from graph.errors import LoadpathError
from graph.interchange.formats import Format, read_files
from graph.interchange.source import SourceFile
from graph.interchange.stating import Stated, changes_of
from graph.provenance import Entered
from graph.receipts import Receipt
from graph.search import element_named

ADA = Entered(who="ada", when="2026-04-01T00:00:00Z")
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the public samples lie outside the repository")


def stated(texts: dict[str, str], format_: Format, into: Case | None = None) -> Stated:
    files = tuple(SourceFile.of(path, text.encode()) for path, text in texts.items())
    return changes_of(read_files(files, format_), into or Case.of(CaseHead(id="c")), ADA)


def brought(texts: dict[str, str], format_: Format, into: Case | None = None) -> tuple[Case, Receipt]:
    before = into or Case.of(CaseHead(id="c"))
    return apply_changes(before, stated(texts, format_, before).changes)


def corpus(*names: str) -> dict[str, str]:
    return {name: (CORPUS / name).read_text(encoding="utf-8") for name in names}


def refusal(text: str, format_: Format, path: str = "file") -> LoadpathError:
    with pytest.raises(LoadpathError) as refused:
        stated({path: text}, format_)
    assert "\n" not in refused.value.message
    assert refused.value.hint
    return refused.value


def said(case: Case, name: str) -> str:
    """The words that the file has for an element."""
    return case.quotes(element_named(case, name))[0].text


def ends(case: Case, type_: RelationType) -> set[tuple[str, str]]:
    """The relations of a type that stand, by what their ends go by in the file."""
    return {
        (_label(case.elements[r.source]), _label(case.elements[r.target]))
        for r in case.standing_relations
        if r.type is type_
    }


def _label(element: Element) -> str:
    return element.aliases[-1] if element.aliases else element.name
