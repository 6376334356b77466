"""Reading with Claude: shows what would leave the machine, asks once, and fetches the replies."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest import Acquainted, ModelUnusable
from ingest.extractors.model import (
    ArchivedExtractor,
    Correspondence,
    Reply,
    Usage,
    plan,
    send_in_batches,
    send_one_by_one,
)
from ui.settings import Settings
from ui.terminal import progress, say, show, show_json
from ui.views.model_costs import plan_json, plan_lines, usage_line
from ui.views.shapes import Json
from ui.wiring import claude, claude_extractor


@dataclass
class Fetched:
    """What was fetched so far, and why it stopped before the end, if it did."""

    replies: int = 0
    usage: Usage = field(default_factory=Usage)
    error: ModelUnusable | None = None

    def counted(self) -> Json:
        """How many replies came in and what they took, as `ingest --json` tells it."""
        return {"replies": self.replies, "tokens": self.usage.model_dump()}

    def take(self, reply: Reply) -> None:
        """Count a reply that came in."""
        self.replies += 1
        self.usage += reply.usage
        progress(f"Claude: {self.replies} replies, {self.usage.written} tokens written")


def show_plan(options: argparse.Namespace, settings: Settings, documents: Sequence[Acquainted]) -> None:
    """Show what would be sent, and about what that would cost. Nothing is sent to find out."""
    found = plan(documents, claude_extractor(settings))
    if options.json:
        show_json(plan_json(found, in_batches=options.batch))
    else:
        show(plan_lines(found, in_batches=options.batch))


def fetch(options: argparse.Namespace, settings: Settings, documents: Sequence[Acquainted]) -> Fetched:
    """Fetch every reply that reading these documents needs. ModelUnusable where there is no key, or nobody agrees.

    What stops it on the way is in the result, so that the documents whose replies are there can still be read.
    """
    extractor = claude_extractor(settings)
    for each in documents if options.again else ():
        extractor.archive.forget_names(each.document.source.id)
    unanswered = tuple(each for each in documents if not _is_answered(each, extractor))
    fetched = Fetched()
    if not unanswered:
        return fetched
    model = claude(os.environ)
    say([f"To {model.host} would go:", *plan_lines(plan(unanswered, extractor), in_batches=options.batch)])
    if not options.yes:
        _agree()
    send = send_in_batches if options.batch else send_one_by_one
    try:
        send(unanswered, Correspondence(model, extractor, fetched.take))
    except ModelUnusable as error:
        fetched.error = error
    progress("")
    say([usage_line(extractor.model, fetched.replies, fetched.usage, in_batches=options.batch)])
    return fetched


def _is_answered(each: Acquainted, extractor: ArchivedExtractor) -> bool:
    """Is every reply kept that reading this document needs?"""
    try:
        extractor.extract(each.document, each.known)
    except ModelUnusable:
        return False
    return True


def _agree() -> None:
    """Ask on the terminal, once; ModelUnusable where nobody agrees."""
    if not sys.stdin or not sys.stdin.isatty():
        raise ModelUnusable("nothing was sent: nobody is there to agree to it", "Agree beforehand with --yes.")
    sys.stderr.write("Send it? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() not in {"y", "yes"}:
        raise ModelUnusable(
            "nothing was sent, and nothing was read", "Read the documents on this machine: --extractor rules."
        )
