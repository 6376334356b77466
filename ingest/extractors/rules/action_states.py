"""How far an action item is: still open, in force already, or refused; told by a cell, a ticked box or words behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Outline


class ActionState(StrEnum):
    """What has become of something that somebody was to do."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"


_DONE = (
    r"(?:(?:all\s+|now\s+|already\s+)?(?:done|completed?|implemented|finished|closed|in\s+(?:place|force|effect|operation|service)|live|deployed|"
    r"rolled\s+out|delivered|resolved|carried\s+out|fitted|installed)|has\s+been\s+done)(?!\s+(?:by|before|until|when|once|if|in\s+part|except)\b)(?!\s*\?)"
)
_REFUSED = r"(?:rejected|declined|dropped|refused|not\s+(?:accepted|agreed|pursued)|won[’']t\s+(?:do|fix)|will\s+not\s+be\s+done|cancel+ed|abandoned|no\s+action)"
_SET_ASIDE = Cue(
    r"\b(?:(?:was|were|been)\s+(?:considered|discussed|proposed)\s+(?:and|but)\s+(?:rejected|dropped|refused|set\s+aside|ruled\s+out|not\s+\w+)|decided\s+against|ruled\s+out)\b",
    re.IGNORECASE,
)
_CELL = Cue(rf"\W*(?:(?P<done>{_DONE})|(?P<refused>{_REFUSED}))\b", re.IGNORECASE)
_TICKED = Cue(r"\W{0,2}[\[(☐☑✅✓✔]?\s*(?:(?P<done>[xX✓✔☑✅])[\])]?|[\])])\s+(?=\S)")
_BEHIND = Cue(
    rf"(?:[(\[]\s*|\s[–—-]{{1,2}}\s+|[.;:]\s+|,\s+now\s+|\bstat(?:us|e):\s*)(?:(?P<done>{_DONE})|(?P<refused>{_REFUSED}))\b[^()\[\]]{{0,60}}[)\].]*\s*$|"
    rf"\([^()]{{2,40}}[,;]\s+(?P<late>{_DONE})\b[^()]{{0,30}}\)\W*$|"
    rf"\(\W*(?:(?P<noted>{_DONE})|(?P<dropped>{_REFUSED}))\b[^()]{{0,120}}\)",
    re.IGNORECASE,
)

_TAIL = 300
_LABEL = r"\(?[A-Za-z]{0,2}-?\d{0,2}\)?"
_BY_LABEL = Cue(
    rf"\b(?:recommendation|action|item|measure|point|step|change)s?\s+(?P<labels>{_LABEL}(?:(?:,|\s+and)\s+{_LABEL})*)\s+(?:was|were|has\s+been|have\s+been|is|are)\s+(?:now\s+|already\s+|since\s+)?(?P<rest>\w+(?:\s+\w+)?)",
    re.IGNORECASE,
)
_JOINT = Cue(r",\s*(?:and\s+)?|\s+and\s+")


@once
def labelled_states(outline: Outline) -> Mapping[str, ActionState]:
    """Label in small letters -> what a sentence elsewhere says of it: "Recommendations (a) and (c) were implemented in May"."""
    found: dict[str, ActionState] = {}
    for sentence in outline.sentences:
        for said in _BY_LABEL.finditer(sentence.text):
            state = state_of_cell(said["rest"])
            if state is not None:
                found |= {label_of(label): state for label in _JOINT.split(said["labels"]) if label}
    return found


def label_of(marker: str) -> str:
    """What an item is called by its marker: "(a)" -> "a", "A2." -> "a2"; "" for a bullet."""
    return re.sub(r"[^a-z0-9]", "", marker.casefold())


def state_of_cell(text: str) -> ActionState | None:
    """What a cell of its own says: "Done on 3 May", "Rejected"; None for a cell that opens with no such word."""
    found = _CELL.match(text)
    if found is None:
        return None
    return ActionState.DONE if found["done"] else ActionState.REFUSED


def state_of_item(text: str) -> ActionState:
    """What an item says at its start or its end: "[x] …", "… (done 5 June)", "… Completed 2 May."; else it is open."""
    if (box := _TICKED.match(text)) is not None and box["done"]:
        return ActionState.DONE
    if _SET_ASIDE.search(text):
        return ActionState.REFUSED
    found = _BEHIND.search(text, max(0, len(text) - _TAIL))
    if found is None:
        return ActionState.OPEN
    return ActionState.DONE if found["done"] or found["noted"] or found["late"] else ActionState.REFUSED
