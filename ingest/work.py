"""What is done of a document away from the store: parsing, extracting, grounding. In this process, or in others.

Any executor of `concurrent.futures` will do: a pool of processes, or that of a cluster. What goes there and comes back
is plain values; a document that fails comes back as a `Failure`, so that it stops no other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from graph.errors import LoadpathError
from graph.provenance import DocumentKind
from ingest.document import ParsedDocument
from ingest.extraction import Extractor, KnownName
from ingest.grounding import Grounded, ground
from ingest.options import ReadOptions
from ingest.parsers import parse

AHEAD = 32
"""How many documents at most are handed out before the first of them is taken back."""
_ENDED = "the process that read it ended"
_ALONE = "Read it again without --workers; what is in the case already is kept."

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Failure:
    """Why a document could not be read, and what to do: a `LoadpathError` as a value."""

    message: str
    hint: str


@dataclass(frozen=True)
class ParseTask:
    """A file to parse; `reader` goes into the document's id."""

    path: Path
    kind: DocumentKind | None
    reader: str
    options: ReadOptions

    def run(self) -> ParsedDocument | Failure:
        """The document in the file."""
        try:
            return parse(self.path, kind=self.kind, reader=self.reader, options=self.options)
        except LoadpathError as error:
            return Failure(error.message, error.hint)


@dataclass(frozen=True)
class Extracted:
    """What an extractor read that stands in its document; `warnings`: what it could not read."""

    grounded: Grounded
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class ExtractTask:
    """A document to extract from, with the names in it that other documents introduce."""

    document: ParsedDocument
    extractor: Extractor
    known: tuple[KnownName, ...] = ()

    def run(self) -> Extracted | Failure:
        """What the document says, as far as it stands in it word for word."""
        try:
            proposals = self.extractor.extract(self.document, self.known)
            return Extracted(ground(self.document, proposals), proposals.warnings)
        except LoadpathError as error:
            return Failure(error.message, error.hint)


def in_order(
    work: Callable[[_Task], _Result | Failure], tasks: Iterable[_Task], executor: Executor | None
) -> Iterator[_Result | Failure]:
    """The results of all tasks, in their order; without an executor each is done when it is asked for.

    Where a process of the executor dies, the tasks that were handed out are failures, and the rest is done here.
    """
    if executor is None:
        yield from map(work, tasks)
        return
    left = iter(tasks)
    handed_out: deque[Future[_Result | Failure]] = deque()
    for task in left:
        try:
            handed_out.append(executor.submit(work, task))
        except BrokenExecutor:
            left = chain((task,), left)
            break
        if len(handed_out) == AHEAD:
            yield _result(handed_out.popleft())
    yield from map(_result, handed_out)
    yield from map(work, left)


def _result(future: Future[_Result | Failure]) -> _Result | Failure:
    try:
        return future.result()
    except BrokenExecutor:
        return Failure(_ENDED, _ALONE)
