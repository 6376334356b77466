"""A report as PDF and as Markdown: both readings must tell the same sections, words, claims, tables and pages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from ingest.document import BlockKind, ParsedDocument
from ingest.parsers import parse

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus" / "reports"
REPORTS = sorted(path for path in CORPUS.glob("*.pdf") if path.with_suffix(".md").exists()) if CORPUS.is_dir() else []

pytestmark = pytest.mark.skipif(not REPORTS, reason="needs the real reports beside the project, in ../shared/corpus")


@cache
def both() -> tuple[ParsedDocument, ParsedDocument]:
    return parse(REPORTS[0]), parse(REPORTS[0].with_suffix(".md"))


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def sentences(document: ParsedDocument) -> list[tuple[int, str]]:
    return [
        (block.start + found.start(), found[0])
        for block in document.blocks
        if not block.cells
        for found in re.finditer(r"\S(?:(?![.!?] ).)*.", document.said(block))
        if len(found[0]) > 20
    ]


def test_headings_agree_in_words_levels_and_order() -> None:
    pdf, markdown = (
        [(block.level, document.said(block)) for block in document.blocks if block.kind is BlockKind.HEADING]
        for document in both()
    )

    assert pdf == markdown[1:]


def test_nearly_every_sentence_is_found_word_for_word() -> None:
    pdf, markdown = both()
    text = bare(pdf.text)

    missing = [said for _, said in sentences(markdown) if bare(said) not in text]

    assert len(missing) <= 0.02 * len(sentences(markdown)), missing


def test_claims_in_bold_are_spans_in_bold() -> None:
    pdf, markdown = (
        {bare(document.text[start:end]) for block in document.blocks for start, end in block.bold}
        for document in both()
    )

    assert len(markdown & pdf) >= 0.98 * len(markdown), sorted(markdown - pdf)


def test_cells_of_tables_agree() -> None:
    pdf, markdown = (
        [[bare(document.text[start:end]) for start, end in block.cells] for block in document.blocks if block.cells]
        for document in both()
    )

    assert pdf == markdown


def test_numbered_lists_agree() -> None:
    pdf, markdown = (
        [(block.marker.replace("•", "-"), bare(document.said(block))) for block in document.blocks if block.marker]
        for document in both()
    )

    assert len(set(pdf) & set(markdown)) >= 0.98 * len(set(markdown)), sorted(set(markdown) - set(pdf))


def test_sentences_stand_on_the_page_that_is_printed() -> None:
    pdf, markdown = both()
    wrong = []
    for start, said in sentences(markdown):
        at = pdf.text.find(said)
        here, there = pdf.page_at(at), markdown.page_at(start)
        if at >= 0 and pdf.text.count(said) == 1 and here and there and here.label != there.label:
            wrong.append((said, here.label, there.label))

    assert not wrong
