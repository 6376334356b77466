"""Parts of a document: every block in exactly one of them, none longer than asked unless a block is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Block, BlockKind, ParsedDocument
from ingest.extractors.model.parts import Part, blocks_with, outline, parts
from tests.fakes import document


def of_lengths(lengths: list[int], kind: BlockKind = BlockKind.PARAGRAPH) -> ParsedDocument:
    blocks, start = [], 0
    for length in lengths:
        blocks.append(Block(kind, start, start + length))
        start += length + 1
    return replace(document("\n".join("x" * length for length in lengths) or "x"), blocks=tuple(blocks))


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(1, 60))
def test_every_block_is_in_exactly_one_part(lengths: list[int], limit: int) -> None:
    found = parts(of_lengths(lengths), limit)

    assert [number for part in found for number in part.numbers] == list(range(len(lengths)))


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(1, 60))
def test_a_part_is_too_long_only_where_its_one_block_is(lengths: list[int], limit: int) -> None:
    for part in parts(of_lengths(lengths), limit):
        assert sum(lengths[number] for number in part.numbers) <= limit or len(part.numbers) == 1


def test_a_heading_begins_a_new_part_once_one_is_half_full() -> None:
    parsed = of_lengths([30, 30, 30])
    blocks = (parsed.blocks[0], parsed.blocks[1], replace(parsed.blocks[2], kind=BlockKind.HEADING))

    assert parts(replace(parsed, blocks=blocks), 100) == (Part(0, 2), Part(2, 3))


def test_halves_hold_the_same_blocks() -> None:
    assert Part(3, 8).halves() == (Part(3, 5), Part(5, 8))
    assert Part(3, 4).halves() == (Part(3, 4),)


def test_a_second_look_sees_the_neighbours_of_a_quote() -> None:
    parsed = of_lengths([5, 5, 5, 5, 5])

    assert blocks_with(parsed, [parsed.blocks[3].start + 2, 0]) == (0, 1, 2, 3, 4)
    assert blocks_with(parsed, [0]) == (0, 1)


def test_the_outline_is_indented_by_depth() -> None:
    text = "Report\nClaims"
    blocks = (Block(BlockKind.HEADING, 0, 6, level=1), Block(BlockKind.HEADING, 7, 13, level=2))

    assert outline(replace(document(text), blocks=blocks)) == ("Report", "  Claims")
