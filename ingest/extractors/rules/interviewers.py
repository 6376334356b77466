"""Who only asks in an interview: such a speaker is no part of the case, and a question states nothing by itself."""

from __future__ import annotations

from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
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
_ANSWERS = frozenset(["a", "answer", "unknown"])
_TAKEN = Cue(
    r"(?:\b(?:[Tt]aken(?:\s+down)?|[Nn]oted(?:\s+down)?|[Rr]ecorded|[Mm]inuted|[Ww]ritten\s+(?:down|up)|[Tt]ranscribed|[Ii]nterviewed|[Cc]onducted|[Nn]otes|[Tt]idied(?:\s+up)?|[Ee]dited|[Tt]yped\s+up|[Qq]uestions)\s+by|"
    r"\b[Ii]nterviewers?:)\s+(?P<name>[A-Z][\w’'-]+(?:[^\S\n]+[A-Z][\w’'-]+){1,2})"
)
_OPENING = 4  # units in which the head of an interview says who took it down
_ASKS = 0.5  # share of turns with a question from which a speaker asks
_TELLS = 0.4  # share below which another one answers


def interviewers(outline: Outline) -> frozenset[str]:
    """Names of who took the interview down, and of speakers who mostly ask while another answers at length; "Q" too."""
    turns: dict[str, list[Unit]] = {}
    for unit in outline.units:
        if unit.kind is BlockKind.TURN and unit.block.speaker:
            turns.setdefault(unit.block.speaker, []).append(unit)
    labels = frozenset(name for name in turns if name.casefold() in _LABELS)
    if outline.document.source.kind is not DocumentKind.INTERVIEW:
        return labels
    labels |= {match["name"] for unit in outline.units[:_OPENING] for match in _TAKEN.finditer(unit.text)}
    if len(turns) < 2:
        return labels
    asks = {name: sum("?" in unit.text for unit in said) / len(said) for name, said in turns.items()}
    length = {name: sum(len(unit.text) for unit in said) / len(said) for name, said in turns.items()}
    longest = max((length[name] for name in turns if asks[name] < _TELLS), default=0)
    return labels | {name for name in turns if asks[name] >= _ASKS and length[name] < longest}


def questioners(outline: Outline) -> frozenset[str]:
    """Names and labels of speakers who ask, without the labels of who answers: "Q", and not "A"."""
    return frozenset(name for name in interviewers(outline) if name.casefold() not in _ANSWERS)
