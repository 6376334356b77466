"""The extractor that reads with a model's replies. It looks them up and sends nothing: `sending` fetched them before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.document import ParsedDocument
from ingest.errors import ModelUnusable
from ingest.extraction import Extractor, KnownName, Proposals
from ingest.extractors.model.archive import ReplyArchive
from ingest.extractors.model.consultation import Consultation, Wave, consultation
from ingest.extractors.model.prompts import prompt_versions
from ingest.extractors.model.replies import Reply


@dataclass(frozen=True)
class ArchivedExtractor:
    """Reads a document with the replies that an archive holds, beside what `rules` read. See `Extractor`."""

    model: str
    rules: Extractor
    archive: ReplyArchive

    @property
    def name(self) -> str:
        """See `Extractor.name`: the model, the prompts and the rules that a reading is made with."""
        return f"{self.model} ({prompt_versions()}; {self.rules.name})"

    @property
    def alone(self) -> Extractor:
        """See `Extractor.alone`."""
        return self.rules

    def consult(self, document: ParsedDocument, known: tuple[KnownName, ...] = ()) -> Consultation:
        """The consultation about a document, from its beginning, with the names that it was first begun with."""
        begun = self.archive.names(document.source.id)
        names = known if begun is None else begun
        return consultation(document, self.rules.extract(document, names), self.model)

    def extract(self, document: ParsedDocument, known: tuple[KnownName, ...] = ()) -> Proposals:
        """See `Extractor.extract`; ModelUnusable where a reply is missing."""

        def looked_up(wave: Wave) -> tuple[Reply, ...]:
            found = [self.archive.reply(request) for request in wave]
            replies = tuple(reply for reply in found if reply is not None)
            if len(replies) < len(wave):
                raise ModelUnusable(
                    f"'{document.source.title}' is not read: {len(wave) - len(replies)} of {len(wave)} parts "
                    "have no reply of the model yet",
                    "Run the same command again; what is answered already is kept and not paid for twice.",
                )
            return replies

        return concluded(self.consult(document, known), looked_up)


def concluded(asking: Consultation, answered: Callable[[Wave], tuple[Reply, ...]]) -> Proposals:
    """What a consultation comes to when every wave is answered by this function."""
    try:
        wave = next(asking)
        while True:
            wave = asking.send(answered(wave))
    except StopIteration as end:
        proposals: Proposals = end.value
        return proposals
