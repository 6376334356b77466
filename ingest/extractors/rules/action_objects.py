"""What actions are aimed at, where nothing else names it: "put the wall list under control" tells that there is a wall list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.extractors.rules.actions import Action, actions
from ingest.extractors.rules.concordance import Concordance
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.flow_words import APPARATUS
from ingest.extractors.rules.incident_things import is_thing, phrase_end
from ingest.extractors.rules.lexicon import FUNCTION_WORDS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.phrases import head, named
from ingest.extractors.rules.safeguards import SAFEGUARD_HEADS, tells_which

_THE = Cue(r"\b(?:the|our|its|their)\s+(?=[a-z])")
_WORD_BEFORE = Cue(r"\b(?P<word>[\w’'-]+)\s+\Z")
_LONGEST_WORD = 80
_POSSESSOR = Cue(r"(?:[\w-]+\s+)?[\w-]+[’']s\s+(?=[a-z])")


def action_objects(outline: Outline) -> tuple[Thing, ...]:
    """Controls and dependencies that an action calls with their article, and that the document speaks of elsewhere, too."""
    listed = actions(outline)
    own = {action.unit.index for action in listed}
    told = Concordance(
        " ".join(unit.text.casefold() for unit in outline.units if unit.index not in own) if listed else ""
    )
    found: dict[str, Thing] = {}
    for action in listed:
        for kind, phrase in _in_action(action):
            key = thing_key(kind, phrase)
            if key not in found and _is_told_of(phrase, told):
                found[key] = Thing(key, kind, named(phrase), action.unit.sentences[0], _turned(phrase, told))
    return tuple(found.values())


def _in_action(action: Action) -> Iterator[tuple[ElementKind, str]]:
    text = action.name
    for opening in _THE.finditer(text):
        whose = _POSSESSOR.match(text, opening.end())
        start = whose.end() if whose else opening.end()
        end = phrase_end(text, start)
        phrase = text[start:end] if end else ""
        if " " not in phrase or not is_thing(phrase):
            continue
        if head(phrase) in SAFEGUARD_HEADS and tells_which(phrase):
            yield ElementKind.CONTROL, phrase
        elif head(phrase) in APPARATUS:
            yield ElementKind.DEPENDENCY, phrase


def _is_told_of(phrase: str, told: Concordance) -> bool:
    """Does the rest of the document call it so, or by its last word alone? By another word before that, it is another name."""
    if phrase.casefold() in told.text or _turned(phrase, told):
        return True
    last = head(phrase)
    places = [found.start() for word in (last, f"{last}s") for found in told.find_all(word)]
    before = [_WORD_BEFORE.search(told.text, max(0, place - _LONGEST_WORD), place) for place in places]
    words = {found["word"] for found in before if found}
    return bool(words) and words <= FUNCTION_WORDS


def _turned(phrase: str, told: Concordance) -> tuple[str, ...]:
    """The other wording of "wall list" that the document has: "list on the wall"."""
    first, last = phrase.split(maxsplit=1)[0], phrase.rsplit(maxsplit=1)[-1]
    found = told.find(last, before=rf"\s+(?:of|on|in|for)\s+the\s+{re.escape(first)}\b")
    return (found[0],) if found else ()
