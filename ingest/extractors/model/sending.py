"""Fetching the replies to everything that a reading needs: one request after the other, or many documents in batches.

What the archive holds is never asked again. Every reply is kept the moment it is there, before anything is made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from ingest.acquaintance import Acquainted
from ingest.errors import ModelUnusable
from ingest.extractors.model.archive import ReplyArchive
from ingest.extractors.model.consultation import Consultation, Wave
from ingest.extractors.model.extractor import ArchivedExtractor, concluded
from ingest.extractors.model.replies import Reply
from ingest.extractors.model.requests import Request

BATCH_REQUESTS = 1_000
"""How many requests go into one batch at most; the service takes more, but a failed hand-in then costs little."""


class Model(Protocol):
    """A language model that fills in forms. Everything raises ModelUnusable where the service cannot be used."""

    def answer(self, request: Request) -> Reply:
        """The reply to one request; what can pass is tried again a bounded number of times."""
        ...

    def hand_in(self, requests: tuple[Request, ...]) -> str:
        """Hand in a batch; its id."""
        ...

    def collect(self, batch: str) -> Iterator[tuple[str, Reply | str]] | None:
        """Wait for a batch: digest and reply of each request, or why it has none; None where there is no such batch."""
        ...


@dataclass(frozen=True)
class Correspondence:
    """Whom replies are fetched from, and for which reading; `told` is called with each that comes in."""

    model: Model
    extractor: ArchivedExtractor
    told: Callable[[Reply], None]

    def fetched(self, request: Request) -> Reply:
        """The reply to a request, asked for and kept."""
        reply = self.model.answer(request)
        self.keep(request, reply)
        return reply

    def keep(self, request: Request, reply: Reply) -> None:
        """Keep a reply that came in."""
        self.extractor.archive.keep(request, reply)
        self.told(reply)


def send_one_by_one(documents: Iterable[Acquainted], post: Correspondence) -> None:
    """Fetch every missing reply, in the order of reading. ModelUnusable stops it, what is there stays."""

    def answered(wave: Wave) -> tuple[Reply, ...]:
        return tuple(post.extractor.archive.reply(request) or post.fetched(request) for request in wave)

    for each in documents:
        concluded(_begin(each, post), answered)


def send_in_batches(documents: Iterable[Acquainted], post: Correspondence) -> None:
    """Fetch every missing reply in batches, a wave of all documents at a time; as `send_one_by_one` otherwise."""
    archive = post.extractor.archive
    asking = [(asked, wave) for each in documents if (wave := next(asked := _begin(each, post), None))]
    while asking:
        waiting = (request for _, wave in asking for request in wave if archive.reply(request) is None)
        requests = tuple({request.digest: request for request in waiting}.values())
        for start in range(0, len(requests), BATCH_REQUESTS):
            _fetch_batch(requests[start : start + BATCH_REQUESTS], post)
        asking = [(asked, wave) for asked, old in asking if (wave := _next_wave(asked, old, archive))]


def _fetch_batch(requests: tuple[Request, ...], post: Correspondence) -> None:
    """Take up the batch that is under way for these requests, or hand a new one in, and keep what it gives."""
    archive = post.extractor.archive
    known = archive.batch(requests)
    replies = post.model.collect(known) if known else None
    if replies is None:
        batch = post.model.hand_in(requests)
        archive.keep_batch(requests, batch)
        replies = post.model.collect(batch) or iter(())
    asked = {request.digest: request for request in requests}
    why = "the batch holds no reply to it"
    for digest, reply in replies:
        if isinstance(reply, str):
            why = reply
        elif digest in asked:
            post.keep(asked.pop(digest), reply)
    archive.forget_batch(requests)
    if asked:
        raise ModelUnusable(
            f"{len(asked)} of {len(requests)} requests of a batch were not answered: {why}",
            "Run the same command again; only these are asked anew.",
        )


def _begin(each: Acquainted, post: Correspondence) -> Consultation:
    """The consultation about a document, with the names that every later run finds too."""
    post.extractor.archive.keep_names(each.document.source.id, each.known)
    return post.extractor.consult(each.document, each.known)


def _next_wave(asking: Consultation, wave: Wave, archive: ReplyArchive) -> Wave | None:
    """The wave after this one, whose replies are all in the archive; None where the reading is done."""
    replies = tuple(reply for request in wave if (reply := archive.reply(request)))
    try:
        return asking.send(replies)
    except StopIteration:
        return None
