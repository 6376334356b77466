"""How much of a file is read at most, so that no file takes all memory or time: each limit by its name in the settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import Field

from graph.provenance import Frozen
from ingest.errors import UnreadableDocument

MEGABYTE = 1024 * 1024


class Limits(Frozen):
    """`file_mb`: a file as it lies on the disk. `text_mb`: a file of text. `unpacked_mb`: what is unpacked from a zip.

    `tags`: elements of XML or HTML. `nesting`: lists or quotes inside each other. `pages`: of a PDF. `characters`: of
    the text that comes out. `blocks`: its paragraphs, list items, rows and turns. `sentence`: characters that are read
    as one sentence; a longer one is read in parts, and told. `rows` and `columns`: of a sheet or CSV file.
    """

    file_mb: int = Field(default=200, ge=1)
    text_mb: int = Field(default=10, ge=1)
    unpacked_mb: int = Field(default=100, ge=1)
    tags: int = Field(default=2_000_000, ge=1)
    nesting: int = Field(default=45, ge=1, le=100)
    pages: int = Field(default=5_000, ge=1)
    characters: int = Field(default=8_000_000, ge=1)
    blocks: int = Field(default=100_000, ge=1)
    sentence: int = Field(default=1_500, ge=200, le=20_000)
    rows: int = Field(default=100_000, ge=1)
    columns: int = Field(default=500, ge=1)


DEFAULT = Limits()

_Each = TypeVar("_Each")


def bounded(blocks: Iterable[_Each], limits: Limits) -> Iterator[_Each]:
    """The blocks one by one; UnreadableDocument at the first beyond the limit, so that no more of them are made."""
    for count, block in enumerate(blocks):
        check_blocks(count + 1, limits)
        yield block


def check_blocks(count: int, limits: Limits) -> None:
    """Refuse more blocks than the limit."""
    if count > limits.blocks:
        raise beyond(f"it has more than {limits.blocks} paragraphs, list items, rows and turns", "blocks")


def beyond(what: str, name: str, *, instead: str = "Split it into parts") -> UnreadableDocument:
    """The refusal of a file that has more than the limit of this name allows; `what` says how much it has."""
    return UnreadableDocument(what, f"{instead}, or raise '{name}' under [limits] in the settings.")


def megabytes(size: int) -> str:
    """A size in bytes, for people."""
    return f"{size / MEGABYTE:.0f} MB"
