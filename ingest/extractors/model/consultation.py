"""How a document is read with a model: which requests, in what order, and what their replies make together.

It asks nothing itself. It yields requests in waves and is sent their replies, so that one by one, in batches and from
the archive it is the same reading: first every part, a part whose reply was cut off again in halves, then a second
look at what the rules read and the model did not record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field

from ingest.document import ParsedDocument
from ingest.extraction import Proposals, ProposedElement, ProposedRelation
from ingest.extractors.model.leftovers import Leftovers, leftovers
from ingest.extractors.model.parts import Part, blocks_with, parts
from ingest.extractors.model.replies import Outcome, PartRecord, Reply, judged, recorded
from ingest.extractors.model.requests import Material, Request

ATTEMPTS = 2
"""How often the same is asked where a reply does not use the form."""

Wave = tuple[Request, ...]
Consultation = Generator[Wave, tuple[Reply, ...], Proposals]


def consultation(document: ParsedDocument, rules: Proposals, model: str) -> Consultation:
    """Yields waves of requests, takes a reply to each, and returns what the document says by all of them."""
    reading = _Reading(Material(document, rules, model))
    asked = [(part, reading.material.record(part)) for part in parts(document)]
    while asked:
        replies = yield tuple(request for _, request in asked)
        asked = [
            pair
            for (part, request), reply in zip(asked, replies, strict=True)
            for pair in reading.take(part, request, reply)
        ]
    left = reading.leftovers()
    looks = reading.second_looks(left)
    stands = set(reading.unread_numbers(left))
    while looks:
        replies = yield tuple(request for _, request in looks)
        again: list[tuple[tuple[int, ...], Request]] = []
        for (numbers, request), reply in zip(looks, replies, strict=True):
            verdicts = judged(reply)
            if verdicts is not None:
                stands |= {number for number in numbers if verdicts.get(number)}
            elif request.attempt < ATTEMPTS and reply.outcome is not Outcome.DECLINED:
                again.append((numbers, request.again()))
            else:
                reading.unjudged += len(numbers)
        looks = again
    return reading.proposals(left, stands)


@dataclass
class _Reading:
    """What the replies so far gave."""

    material: Material
    records: list[PartRecord] = field(default_factory=list)
    unread: list[tuple[Part, str]] = field(default_factory=list)
    unjudged: int = 0

    def take(self, part: Part, request: Request, reply: Reply) -> Iterable[tuple[Part, Request]]:
        """Keep what a reply records; what is to be asked instead, where it was cut off or of no use."""
        record = recorded(reply, self.material.document) if reply.outcome is Outcome.COMPLETE else None
        if record is not None:
            self.records.append(record)
        elif reply.outcome is Outcome.CUT_OFF and len(part.halves()) > 1:
            return [(half, self.material.record(half)) for half in part.halves()]
        elif reply.outcome is Outcome.COMPLETE and request.attempt < ATTEMPTS:
            return [(part, request.again())]
        else:
            self.unread.append((part, _WHY[reply.outcome]))
        return []

    def leftovers(self) -> Leftovers:
        """What the rules read and no record holds."""
        return leftovers(self.material.rules, self._elements(), self._relations())

    def unread_numbers(self, left: Leftovers) -> Iterable[int]:
        """Of the leftovers those in parts that the model did not read: there the rules alone count."""
        spans = [self._span(part) for part, _ in self.unread]
        for number, proposal in enumerate(left.all):
            if any(start <= proposal.quote.start < end for start, end in spans):
                yield number

    def second_looks(self, left: Leftovers) -> list[tuple[tuple[int, ...], Request]]:
        """Requests to judge the leftovers, by part; those of unread parts are not asked about."""
        unread = set(self.unread_numbers(left))
        spans = [self._span(part) for part in parts(self.material.document)]
        grouped: defaultdict[int, list[int]] = defaultdict(list)
        for number, proposal in enumerate(left.all):
            if number not in unread:
                place = next(place for place, (_, end) in enumerate(spans) if proposal.quote.start < end)
                grouped[place].append(number)
        return [(tuple(numbers), self._judgement(left, numbers)) for _, numbers in sorted(grouped.items())]

    def proposals(self, left: Leftovers, stands: Iterable[int]) -> Proposals:
        """Everything recorded, and what of the rules' stands, in the order of the text."""
        elements, relations = left.taken(stands)
        everything = dict.fromkeys((*self._elements(), *elements))
        lines = dict.fromkeys((*self._relations(), *relations))
        return Proposals(
            tuple(sorted(everything, key=lambda proposed: proposed.quote.start)),
            tuple(sorted(lines, key=lambda proposed: proposed.quote.start)),
            tuple(self._warnings()),
        )

    def _judgement(self, left: Leftovers, numbers: list[int]) -> Request:
        blocks = blocks_with(self.material.document, (left.all[number].quote.start for number in numbers))
        return self.material.judge(blocks, [left.question(number) for number in numbers])

    def _elements(self) -> tuple[ProposedElement, ...]:
        return tuple(element for record in self.records for element in record.elements)

    def _relations(self) -> tuple[ProposedRelation, ...]:
        return tuple(relation for record in self.records for relation in record.relations)

    def _span(self, part: Part) -> tuple[int, int]:
        blocks = self.material.document.blocks
        return blocks[part.first].start, blocks[part.end - 1].end + 1

    def _warnings(self) -> Iterable[str]:
        for part, why in self.unread:
            yield f"{self._place(part)}: {why}; what the rules read there stands instead"
        if misshapen := sum(record.misshapen for record in self.records):
            yield f"{misshapen} entries of the model's replies were not of the form asked for, and are left out"
        if self.unjudged:
            yield f"{self.unjudged} proposals of the rules were left out: the model gave no verdict on them"

    def _place(self, part: Part) -> str:
        document = self.material.document
        block = document.blocks[part.first]
        page = document.page_at(block.start)
        start = " ".join(document.said(block).split())[:60]
        return f"page {page.page}, from '{start}'" if page else f"from '{start}'"


_WHY = {
    Outcome.CUT_OFF: "the model's reply was cut off",
    Outcome.DECLINED: "the model declined to read it",
    Outcome.COMPLETE: "the model's replies were of no use",
}
