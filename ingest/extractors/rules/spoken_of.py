"""What a clause means that names nothing: the control under discussion, or the only one that is called by a noun."""

from __future__ import annotations

import re

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.reading import Place

_CONTROLS = frozenset({ElementKind.CONTROL})
_NEEDY = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_IF_A = Cue(r"\b(?:if|when|once)\s+an?\s+(?P<noun>[a-z][\w-]+)\b", re.IGNORECASE)
_THEY = Cue(r"(?:^\W*|\b(?:and|but)\s+)they\s+(?:also\s+)?$", re.IGNORECASE)
_TURNS = 2


def only_called(place: Place, phrase: str) -> str | None:
    """What "a review" and "any lock" mean, where one control alone is called by that noun."""
    noun = head(phrase.strip(" .,;")) if phrase.strip(" .,;") else ""
    called = place.reading.controls_by_noun.get(noun, ())
    return called[0] if len(called) == 1 else None


def asked_by_noun(place: Place) -> str | None:
    """The control that the question right before calls by "a" and its noun: "If a scan says no?"."""
    unit = place.sentence.unit
    asked = place.reading.outline.units[unit - 1] if unit else None
    if asked is None or asked.kind is not BlockKind.TURN or not asked.text.rstrip().endswith("?"):
        return None
    match = _IF_A.search(asked.text)
    return only_called(place, match["noun"]) if match else None


def they_of(place: Place, verb: int) -> str | None:
    """In talk, whom "they" right before a verb means: the team, firm or person spoken of last. `verb`: where it begins."""
    if place.reading.speaker(place.sentence.unit) is None or not _THEY.search(place.sentence.text[:verb]):
        return None
    return place.antecedent(AGENT_KINDS, turns=1)


def spoken_of(place: Place, but: tuple[str, ...]) -> str | None:
    """What a consequence that names nothing befalls: in talk the control that was spoken of last, else what was named last."""
    if place.reading.outline.units[place.sentence.unit].kind is not BlockKind.TURN:
        return place.antecedent(_NEEDY, but=but)
    return place.antecedent(_CONTROLS, but=but, turns=_TURNS) or place.antecedent(_NEEDY, but=but, turns=_TURNS)
