"""Pathways that talk names in passing: "it could go wrong in some ways, such as leaking the weights, or hiding a flaw"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.naming import normal
from ingest.extraction import ProposedElement
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.enumerated import enumerated_pathways
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.phrases import named
from ingest.extractors.rules.reading import Reading

_ABOUT = Cue(
    r"\bpathways?\b|\b(?:the|some|many|few|several|other|different)\s+(?:ways|routes|scenarios)\b[^.;]{0,40}?\b(?:could|might|can|go\s+wrong|fail)\b",
    re.IGNORECASE,
)
_LIST = Cue(
    r"\b(?:such\s+as|for\s+example|for\s+instance|like|namely|you\s+have|there[’']s|including)(?:,?\s+you\s+know,?|,|:)?\s+(?P<items>[^.;?!]+)",
    re.IGNORECASE,
)
_JOINT = Cue(
    r",\s+(?:and|or)\s+(?=(?:the\s+\w+\s+)?\w+ing\b)|,\s+(?=(?:the\s+\w+\s+)?\w+ing\b)|\s+or\s+(?=(?:the\s+\w+\s+)?\w+ing\s)"
)
_ITEM = Cue(
    r"(?:the\s+\w+\s+)?(?!(?:being|having|doing|thing|something|anything|nothing|everything)\b)[a-z]{2,}ing\s+\w+[^,]*",
    re.IGNORECASE,
)
_TAIL = Cue(r"\s+so\s+that\s+.*$|,.*$", re.DOTALL)
_BACK = 3


def read_passing_pathways(reading: Reading) -> Iterator[ProposedElement]:
    """Pathways without a number, where a document introduces none that has one; a list of fewer than two names none."""
    if any(each.kind is ElementKind.PATHWAY for each in reading.introductions):
        return
    enumerated = enumerated_pathways(reading.outline)
    for sentence, names in enumerated:
        quote = reading.outline.quote(sentence.start, sentence.end)
        for name in names:
            yield ProposedElement(f"{ElementKind.PATHWAY}:{normal(name)}", ElementKind.PATHWAY, named(name), quote)
    done = {sentence.start for sentence, _ in enumerated}
    for unit in reading.outline.units:
        for position, sentence in enumerate(unit.sentences):
            if sentence.start not in done and _is_about(unit, position):
                yield from _listed(reading, sentence)


def _is_about(unit: Unit, position: int) -> bool:
    return any(_ABOUT.search(each.text) for each in unit.sentences[max(0, position - _BACK) : position + 1])


def _listed(reading: Reading, sentence: Sentence) -> Iterator[ProposedElement]:
    match = _LIST.search(sentence.text)
    parts = _JOINT.split(match["items"]) if match else []
    items = [found[0] for part in parts if (found := _ITEM.match(part))]
    for item in items if len(items) > 1 else ():
        start = sentence.start + sentence.text.index(item)
        name = named(_TAIL.sub("", item))
        quote = reading.outline.short_quote(start, start + len(item))
        yield ProposedElement(f"{ElementKind.PATHWAY}:{normal(name)}", ElementKind.PATHWAY, name, quote, text=item)
