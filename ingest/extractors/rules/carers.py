"""Teams by what they do: a name of several words with a verb of care in the plural, "Platform Telemetry run it"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import is_given_name, votes_of_head
from ingest.extractors.rules.lexicon import FUNCTION_WORDS, ROLE_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline

_CARERS = Cue(
    r"(?:^|[.;:—–]\s+|,\s+(?:and|but|so|which)\s+|\b(?:because|since|that|and|but|so)\s+)[\"“]?(?P<name>[A-Z][\w&’'-]*(?:\s+(?:and\s+|of\s+|for\s+)?[A-Z][\w&’'-]*){1,3})\s+"
    r"(?:really\s+|also\s+|still\s+|actually\s+|do\s+|just\s+)?(?:run|own|look\s+after|keep|maintain|operate|manage|host|patch|staff|answer\s+for)\s+(?:it|that|them|those|these|the|this|our|both|all)\b"
)


def carers(outline: Outline) -> Iterator[Thing]:
    """The teams that prose and talk say to look after something; nobody whose first name is a given name."""
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind in {BlockKind.HEADING, BlockKind.CODE}:
            continue
        for match in _CARERS.finditer(sentence.text):
            first, *_, last = match["name"].split()
            plain = first.casefold() in FUNCTION_WORDS or last.casefold() in ROLE_HEADS or is_given_name(first)
            if not plain and votes_of_head(match["name"])[ElementKind.ORGANIZATION] == 0:
                yield Thing(thing_key(ElementKind.TEAM, match["name"]), ElementKind.TEAM, match["name"], sentence)
