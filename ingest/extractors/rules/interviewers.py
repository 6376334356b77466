"""Who only asks in an interview: such a speaker is no part of the case, and a question states nothing by itself."""

from __future__ import annotations

from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.outline import Outline, Unit

_LABELS = frozenset(
    [
        "interviewer",
        "interviewers",
        "q",
        "question",
        "moderator",
        "host",
        "questioner",
        "reporter",
        "a",
        "answer",
        "unknown",
    ]
)
_ASKS = 0.5  # share of turns with a question from which a speaker asks
_TELLS = 0.4  # share below which another one answers


def interviewers(outline: Outline) -> frozenset[str]:
    """Names of the speakers who mostly ask while somebody else answers at greater length; labels such as "Q" too."""
    turns: dict[str, list[Unit]] = {}
    for unit in outline.units:
        if unit.kind is BlockKind.TURN and unit.block.speaker:
            turns.setdefault(unit.block.speaker, []).append(unit)
    labels = frozenset(name for name in turns if name.casefold() in _LABELS)
    if outline.document.source.kind is not DocumentKind.INTERVIEW or len(turns) < 2:
        return labels
    asks = {name: sum("?" in unit.text for unit in said) / len(said) for name, said in turns.items()}
    length = {name: sum(len(unit.text) for unit in said) / len(said) for name, said in turns.items()}
    told = [name for name in turns if asks[name] < _TELLS]
    return labels | {
        name for name in turns if asks[name] >= _ASKS and any(length[name] < length[other] for other in told)
    }
