"""What a reading with a model would send, and about what it would cost, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.acquaintance import Acquainted
from ingest.extractors.model.costs import Usage, dollars, tokens
from ingest.extractors.model.extractor import ArchivedExtractor
from ingest.extractors.model.requests import Request

WRITTEN_SHARE = 0.7
"""Tokens that a reply has for each token of the part that it reads, about; estimated, not measured."""

LOOK_SHARE = 0.6
"""How much of a part is sent again for the second look, about."""


@dataclass(frozen=True)
class PlannedDocument:
    """One document: its characters, and how many requests to record its parts are not answered yet."""

    title: str
    path: str
    characters: int
    requests: int
    estimate: Usage


@dataclass(frozen=True)
class Plan:
    """What would leave the machine, document by document, and for which model."""

    model: str
    documents: tuple[PlannedDocument, ...]

    @property
    def requests(self) -> int:
        """How many requests are to be sent at least; second looks come to them."""
        return sum(document.requests for document in self.documents)

    @property
    def estimate(self) -> Usage:
        """About how many tokens that takes, second looks included."""
        return sum((document.estimate for document in self.documents), Usage())

    def dollars(self, *, in_batches: bool) -> float | None:
        """About what that costs in US dollars; None where no price of the model is known."""
        return dollars(self.model, self.estimate, in_batches=in_batches)


def plan(documents: Iterable[Acquainted], extractor: ArchivedExtractor) -> Plan:
    """What is still to be sent to read these documents. Nothing is sent to find out."""
    return Plan(extractor.model, tuple(_planned(each, extractor) for each in documents))


def _planned(each: Acquainted, extractor: ArchivedExtractor) -> PlannedDocument:
    wave = next(extractor.consult(each.document, each.known), ())
    missing = tuple(request for request in wave if extractor.archive.reply(request) is None)
    source = each.document.source
    return PlannedDocument(source.title, source.path, len(each.document.text), len(missing), _estimate(missing))


def _estimate(requests: tuple[Request, ...]) -> Usage:
    """The shared beginning is paid for once as it goes into the service's cache, and for little after that."""
    if not requests:
        return Usage()
    shared = tokens(requests[0].characters - len(requests[0].text))
    text = tokens(sum(len(request.text) for request in requests))
    return Usage(
        sent=round(text * (1 + LOOK_SHARE)),
        cached=shared,
        from_cache=shared * (2 * len(requests) - 1),
        written=round(text * WRITTEN_SHARE),
    )
