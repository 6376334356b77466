"""Weights that lists give their items: "(strong)", "[weak]", "– moderate", "Strength: weak", "Strong factors:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.elements import Strength
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.strengths import ORDINARY, ordinary_grade, strength_in

_WORD = r"(?:very\s+|only\s+|fairly\s+|moderately\s+)?(?P<grade>weak|moderate|medium|strong)(?:ly)?(?:\s*(?:to|-to-|–|/)\s*(?:moderate|medium|strong))?"
_NOUN = r"(?:\s+(?:weight|mitigation|factor|evidence|support|confidence|protection|barrier|safeguard|control|argument|line|assurance|defen[cs]e))?"
_MARK = r"(?:(?:strength|weight|rating|grade|effectiveness|weighting)\s*[:=]?\s*)?"
_BEHIND = Cue(
    rf"\s*(?:[(\[]\s*{_MARK}{_WORD}{_NOUN}\s*[)\]]|(?:\s[–—-]+\s*|:\s*|,\s*){_MARK.replace('?P<grade>', '')}"
    rf"{_WORD.replace('?P<grade>', '?P<grade2>')}{_NOUN})\s*[.:;,]?\s*$",
    re.IGNORECASE,
)
_BEFORE = Cue(
    rf"^\s*(?:[(\[]\s*{_MARK}{_WORD}{_NOUN}\s*[)\]]\s*[:–—-]?|{_WORD.replace('?P<grade>', '?P<grade2>')}{_NOUN}\s*(?::|\s[–—-]))\s*",
    re.IGNORECASE,
)
_HEADED = Cue(
    r"^(?:the\s+|our\s+)?(?:very\s+)?(?P<grade>weak|moderate|medium|strong)(?:er|est)?\s+(?:mitigating\s+)?(?:factors|mitigations|arguments|reasons|controls|safeguards|"
    r"considerations|lines|barriers|protections|mitigation|support|evidence|weight)\b[\s:]*$|"
    r"^(?:factors|mitigations|arguments|controls|safeguards|considerations)\s+(?:of|with|given)\s+(?P<grade2>weak|moderate|medium|strong)\s+\w+[\s:]*$",
    re.IGNORECASE,
)
_STRENGTHS = {
    "weak": Strength.WEAK,
    "moderate": Strength.MODERATE,
    "medium": Strength.MODERATE,
    "strong": Strength.STRONG,
}
_OPENED = Cue(
    rf"^\W*(?:very\s+|only\s+|fairly\s+)?(?P<grade>{ORDINARY})(?=\W*$|,|;|:|\s+(?:here|too|as\s+well)\b)",
    re.IGNORECASE,
)
_GRADE_ALONE = Cue(rf"^\W*{_MARK}{_WORD}{_NOUN}\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class FactorItem:
    """One factor as it stands: the pathway, its name, the unit that opens it, and the weight of its mark or list."""

    pathway: str
    name: str
    unit: Unit
    strength: Strength | None


def without_weight(label: str) -> tuple[str, Strength | None]:
    """A label without the weight in front of it or behind it, and that weight; of "weak to moderate" the lesser one."""
    for pattern in (_BEHIND, _BEFORE):
        if found := pattern.search(label):
            return label[: found.start()] + label[found.end() :], _strength(found)
    return label, None


def headed_strength(lead: str) -> Strength | None:
    """The weight that a heading or lead-in gives all that is listed beneath it."""
    found = _HEADED.match(lead.strip(" *_"))
    return _strength(found) if found else None


def weight_alone(words: str) -> Strength | None:
    """The weight that is all that some words say, as in the cell of a table."""
    found = _GRADE_ALONE.match(words)
    return _STRENGTHS[found["grade"].casefold()] if found else None


def said_weight(sentence: str) -> Strength | None:
    """The strength that a sentence states of a line of support, or that it opens with: "Moderate, as few were held."."""
    stated = strength_in(sentence)
    opened = _OPENED.match(sentence) if stated is None else None
    return ordinary_grade(opened["grade"]) if opened else stated


def _strength(found: re.Match[str]) -> Strength:
    return _STRENGTHS[(found["grade"] or found["grade2"]).casefold()]
