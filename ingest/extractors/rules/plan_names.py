"""What a planned change is called besides its full name: the thing that it adds, and that thing without what it is for."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.phrases import phrase_after

_ADDS = Cue(
    r"(?:introduce|install|add|build|buy|put|procure|set\s+up|deploy|create|appoint|hire|establish|contract|acquire|fit|provide|require|have|place)\s+(?P<np>(?:(?:an?|another|own)\s+)?(?=[\w-]+\s)[^.;:,()]{4,})",
    re.IGNORECASE,
)
_FOR = Cue(r"(?P<np>[^.;:,()]{4,}?)\s+(?:for|of|on|between|against|from|as|to|in|into|by|with|that|which|so|instead)\s")
_WITH = Cue(r"\bwith\s+(?P<np>an?\s+[^.;:,()]{4,})$")
_TELLING = Cue(r"\b(?:second|third|new|additional|separate|independent|different|further)\s+$", re.IGNORECASE)
_FEW = 2


def short_plan_names(name: str) -> tuple[str, ...]:
    """The thing that a plan puts in place, where its name says more than that: "Fit a relief valve in hall 2" gives "relief valve"."""
    added = _ADDS.match(name) or _WITH.search(name)
    span = phrase_after(name, added.start("np")) if added else None
    if span is not None:
        telling = _TELLING.search(name[: span[0]])
        thing = name[telling.start() if telling else span[0] : span[1]]
    else:
        joined = _FOR.match(name)
        thing = joined["np"] if joined else ""
    long_enough = len(thing.split()) >= _FEW and thing.casefold() != name.casefold()
    return (thing[:1].upper() + thing[1:],) if long_enough else ()
