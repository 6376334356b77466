"""Changes that a paragraph announces and then tells one by one: "Three things will change. The pump gets a second feed …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import BlockKind
from ingest.extractors.rules.action_items import is_task
from ingest.extractors.rules.action_states import ActionState, state_of_item
from ingest.extractors.rules.actions import short_action
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import TASK_VERBS
from ingest.extractors.rules.outline import Outline, Sentence, Unit

_COUNT = r"(?:two|three|four|five|six|several|some|a\s+few|the\s+following|these|\d)"
_ANNOUNCED = Cue(
    rf"\b{_COUNT}\s+(?:\w+\s+)?(?:things|changes|measures|steps|actions|improvements|remedies|fixes)\s+(?:will\s+(?:now\s+)?(?:change|follow|be\s+(?:made|taken))|(?:are|were|have\s+been)\s+"
    rf"(?:agreed|planned|under\s+way|being\s+made|decided|ordered|to\s+follow|in\s+hand))\b|\b(?:we|I)\s+(?:will|shall|are\s+going\s+to|have\s+decided\s+to|have\s+agreed\s+to|would|should)\s+(?:now\s+)?(?:change|do|make|take)\s+{_COUNT}\s+"
    r"(?:\w+\s+)?(?:things|changes|measures|steps|actions|improvements)\b|\bwhat\s+(?:will|is\s+going\s+to)\s+change\b|\bwhat\s+(?:would|should)\s+(?:I|we|you)\s+(?:then\s+)?(?:do|change|advise|recommend)\b[^?]{0,40}\?",
    re.IGNORECASE,
)
_ASKED = Cue(r"\b(?:I|we)\s+(?:would|should)\s+(?:do|change|make)\b|\b(?:would|should)\s+(?:I|we|you)\b", re.IGNORECASE)
_TELLS = Cue(
    r"^(?P<opens>(?:and|then|also|lastly|finally|next|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|one|\([a-z0-9]\)),?\s+|)(?P<what>(?:the|our|its|their|each|every|all|an?|[A-Z])[^.;]*?\s+(?:will|is\s+to|are\s+to|gets?|goes|moves?|becomes?|is\s+being|"
    r"are\s+being|has\s+to|must)\s+[^.;]+)",
    re.IGNORECASE,
)
_DOES = Cue(
    rf"^(?:(?:and|then|also|lastly|finally|next|first(?:ly)?|second(?:ly)?|third(?:ly)?)(?:\s+of\s+all)?,?\s+)?(?P<what>(?:{'|'.join(sorted(TASK_VERBS))}|rerun|redo|lift|stop)\s+(?!(?:that|for\s+instance)\b)[^.;]+)",
    re.IGNORECASE,
)
_NTH = Cue(
    r"^\W*(?:the|this)?\s*(?P<nth>first|second|third|fourth|last)(?:\s+(?:change|measure|step))?(?:\s+of\s+(?:these|them))?\s+(?:is|was|has\s+been)\s+(?:now\s+|already\s+)?(?P<rest>.+)",
    re.IGNORECASE,
)
_PREVENTS = Cue(
    r"^(?:to\s+(?:prevent|avoid|stop)\s+[^,.;]{3,60}?|in\s+response|from\s+now\s+on|as\s+a\s+result),?\s+(?:we|the\s+(?:company|lab|board|ward|team|bank|firm|yard|port)|[A-Z][\w&-]*(?:\s+[A-Z][\w&-]*){0,2})\s+"
    r"(?:will|shall|are\s+going\s+to|is\s+going\s+to)\s+(?P<list>[a-z][^.;]+)",
    re.IGNORECASE,
)
_BETWEEN = Cue(
    rf",\s+(?:and\s+)?(?=(?:{'|'.join(sorted(TASK_VERBS))})\s)|\s+and\s+(?=(?:{'|'.join(sorted(TASK_VERBS))})\s)"
)
_CUT = Cue(r";|\s+\(|,\s+(?:so\s+that|which|who|because|since|while|and\s+this)\b")
_ORDINALS = ("first", "second", "third", "fourth")


def announced(outline: Outline) -> Iterator[tuple[str, Sentence]]:
    """Names of the changes that paragraphs announce by their number, with their sentences; none that is in force by now."""
    for unit in outline.units:
        if unit.kind is BlockKind.PARAGRAPH:
            yield from _still_open([each for sentence in unit.sentences for each in _in_a_row(sentence)], unit)
        opening = next((at for at, each in enumerate(unit.sentences) if _ANNOUNCED.search(each.text)), None)
        if unit.kind is BlockKind.PARAGRAPH and opening is not None:
            yield from _told(unit, opening)


def _in_a_row(sentence: Sentence) -> Iterator[tuple[str, Sentence]]:
    """What one sentence says will be done: "To prevent a recurrence we will fit a lamp, move the pump, and name a keeper"."""
    match = _PREVENTS.match(sentence.text)
    at = match.start("list") if match else 0
    for item in _BETWEEN.split(match["list"]) if match else ():
        at = sentence.text.index(item, at)
        if is_task(item):
            part = Sentence(sentence.start + at, sentence.start + at + len(item), item, sentence.unit)
            yield short_action(_CUT.split(item, maxsplit=1)[0]), part


def _told(unit: Unit, opening: int) -> Iterator[tuple[str, Sentence]]:
    found: list[tuple[str, Sentence]] = []
    asked = _ASKED.search(unit.sentences[opening].text) is not None
    for sentence in unit.sentences[opening + 1 :]:
        if _NTH.match(sentence.text):
            continue
        match = (_DOES.match(sentence.text) if asked else None) or _TELLS.match(sentence.text)
        if match is not None:
            found.append((short_action(_CUT.split(match["what"], maxsplit=1)[0]), sentence))
    yield from _still_open(found, unit)


def _still_open(found: list[tuple[str, Sentence]], unit: Unit) -> Iterator[tuple[str, Sentence]]:
    """Those that no sentence behind them says to be in place: "The first is in force as of May"."""
    said = (nth for sentence in unit.sentences if (nth := _NTH.match(sentence.text)))
    done = {nth["nth"].casefold() for nth in said if state_of_item(f". {nth['rest']}") is not ActionState.OPEN}
    for at, each in enumerate(found):
        last = at == len(found) - 1 and "last" in done
        if not last and (at >= len(_ORDINALS) or _ORDINALS[at] not in done):
            yield each
