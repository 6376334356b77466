"""Properties of every reading: blocks in order and apart, the same twice, and every visible word kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import ParsedDocument
from ingest.parsers import parse

WORD = st.text("abcdefgh", min_size=1, max_size=6)
SENTENCE = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
BOLD = SENTENCE.map(lambda said: f"**{said}** and *so*, [on](http://x)")
LINE = st.one_of(SENTENCE, BOLD)
BLOCK = st.one_of(
    LINE,
    LINE.map(lambda said: f"## {said}"),
    st.lists(LINE, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(LINE, min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 4))
    ),
    LINE.map(lambda said: f"> {said}"),
    st.lists(LINE, min_size=2, max_size=4).map("\n".join),
    st.tuples(LINE, LINE).map(lambda two: f"| {two[0]} | {two[1]} |\n|---|---|\n| {two[1]} | |"),
    st.integers(1, 400).map(lambda page: f"<!-- p.{page} -->"),
    LINE.map(lambda said: f"{said}\n<!-- page 7 -->\n{said}"),
)
MARKDOWN = st.lists(BLOCK, min_size=1, max_size=8).map("\n\n".join)
ANYTHING = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any-text")


def read(folder: Path, text: str, name: str) -> ParsedDocument:
    path = folder / name
    path.write_bytes(f"start\n\n{text}".encode())
    return parse(path)


def visible_words(markdown: str) -> list[str]:
    shown = re.sub(r"<!--.*?-->|\]\(http://x\)|^\s*\d+\.|[^a-z]", " ", markdown, flags=re.MULTILINE)
    return ["start", *shown.split()]


def check_blocks(document: ParsedDocument) -> None:
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        assert document.said(block).strip()
        assert all(block.start <= start < end <= block.end for start, end in block.bold)
        assert all(block.start <= start <= end <= block.end for start, end in block.cells)
        last = block.end
    offsets = [page.offset for page in document.pages]
    assert offsets == sorted(set(offsets))


@given(text=MARKDOWN)
def test_visible_words_of_markdown_all_appear_in_order(folder: Path, text: str) -> None:
    document = read(folder, text, "case.md")

    assert re.findall("[a-z]+", document.text) == visible_words(text)
    check_blocks(document)


@given(text=ANYTHING, name=st.sampled_from(["case.md", "case.txt", "case.vtt"]))
def test_blocks_of_any_text_are_in_order_and_apart(folder: Path, text: str, name: str) -> None:
    document = read(folder, text, name)

    check_blocks(document)
    assert read(folder, text, name) == document
