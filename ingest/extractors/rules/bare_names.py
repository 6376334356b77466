"""Controls called by their name without the word for what it is: "job admission" for the job admission check.

Only where the document itself does so, and the words left can mean nothing else in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import normal
from ingest.extractors.rules.concordance import Concordance
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import COMMON_VERBS, FUNCTION_WORDS, GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing

_TAILS = frozenset(
    str.split(
        "check checks control controls rule rules procedure process mechanism scheme system programme program policy "
        "practice measure requirement safeguard step"
    )
)
_SAYS_LITTLE = FUNCTION_WORDS | PLAIN_ADJECTIVES | COMMON_VERBS


def with_bare_names(text: str, things: Iterable[Thing]) -> tuple[Thing, ...]:
    """The things, controls of three words and more with the name that the text also calls them by, if it does."""
    found, said = tuple(things), Concordance(" ".join(text.casefold().split()))
    taken = Counter(normal(name) for thing in found for name in (thing.name, *thing.aliases))
    taken.update(normal(bare) for thing in found if (bare := _bare(thing)))
    return tuple(
        replace(thing, aliases=(*thing.aliases, bare))
        if (bare := _bare(thing)) and taken[normal(bare)] == 1 and _is_said(bare.casefold(), said)
        else thing
        for thing in found
    )


def _bare(thing: Thing) -> str:
    """The name without its last word; "" where that is no word for what it is, or too little is left."""
    words = thing.name.split()
    if thing.kind is not ElementKind.CONTROL or len(words) < 3 or words[-1].casefold() not in _TAILS:
        return ""
    left = [word.casefold() for word in words[:-1]]
    telling = [word for word in left if (word not in _SAYS_LITTLE and word.isalpha()) or "-" in word]
    return " ".join(words[:-1]) if len(telling) > 1 and not set(left) <= GENERIC_NAMES else ""


def _is_said(bare: str, text: Concordance) -> bool:
    """Does the text say these words as a name: with no noun behind them that would make them part of another?"""
    places = text.matches(bare, Cue(rf"\b{re.escape(bare)}(?:[.,;:?!)’'\"]| (?P<next>[\w’'-]+))"))
    return any(place["next"] is None or place["next"] in FUNCTION_WORDS | COMMON_VERBS for place in places)
