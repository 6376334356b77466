"""Controls of which a speaker says that they are only planned: they are mitigations, whoever thought them in force."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.elements import ElementKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence

_PLANNED = Cue(
    r"\b(?:that|it|this|which)\s+(?:was|is|were|are)\s+(?:still\s+)?(?:only\s+)?(?:planned|proposed|on\s+the\s+roadmap)\b|"
    r"\b(?:that|it|this|which)\s+(?:is|was)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:in\s+(?:force|place)|switched\s+on|live|built)\b",
    re.IGNORECASE,
)
_BACK = 5


def with_planned_ones(outline: Outline, things: Iterable[Thing]) -> tuple[Thing, ...]:
    """The things, with each control that "it is only planned" points back to made a mitigation."""
    kept = tuple(things)
    controls = [thing for thing in kept if thing.kind is ElementKind.CONTROL and " " in thing.name]
    sentences = outline.sentences
    planned: set[str] = set()
    for position, sentence in enumerate(sentences):
        if _PLANNED.search(sentence.text):
            meant = _last_named(controls, sentences[max(0, position - _BACK) : position])
            planned |= {meant} if meant else set()
    return tuple(_as_mitigation(thing) if thing.key in planned else thing for thing in kept)


def _last_named(controls: list[Thing], before: tuple[Sentence, ...]) -> str | None:
    for sentence in reversed(before):
        named = [(sentence.text.find(thing.name), thing.key) for thing in controls if thing.name in sentence.text]
        if named:
            return max(named)[1]
    return None


def _as_mitigation(thing: Thing) -> Thing:
    return replace(thing, key=thing_key(ElementKind.MITIGATION, thing.name), kind=ElementKind.MITIGATION)
