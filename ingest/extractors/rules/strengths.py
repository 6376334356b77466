"""How strong a sentence says that a line of support is, on the scale of the case."""

from __future__ import annotations

import re

from graph.elements import Strength
from ingest.extractors.rules.cues import Cue

_NOUN = r"(?:weight|evidence|support|line|lines|strength|argument|confidence|case|assurance|reason|factor|mitigation|protection|defen[cs]e)"
_GRADES: tuple[tuple[Strength, str, str], ...] = (
    (Strength.NONE, "", "no zero"),
    (Strength.WEAK, "weak weakly slight slightly modest ornamental", "little limited small low"),
    (Strength.MODERATE, "moderate moderately medium", "some reasonable fair"),
    (Strength.STRONG, "strong strongly heavy heavily", "great considerable substantial significant much high"),
)
_GRADE = (
    "(?P<grade>"
    + "|".join(dict.fromkeys(word for _, *words in _GRADES for each in words for word in each.split()))
    + ")"
)
_ADVERB = r"(?:very|only|rather|quite|fairly|relatively|at\s+most|at\s+best|somewhat|comparatively)\s+"
_GIVEN = Cue(
    r"\b(?:place|places|placed|give|gives|gave|put|puts|assign|assigns|attach|attaches|carry|carries|carrying|bears?|bearing|gets?|receives?|earns?|deserves?|merits?|with|at|"
    r"lend|lends|has|have|is|are|as|offers?|provides?|count|counts|see|consider|regard|call|think\s+of|treat)\b"
    rf"[^.;:]{{0,60}}?\b(?:{_ADVERB})?{_GRADE}\s+(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_BARE = Cue(
    rf"(?:^|[:;(\[–—-]\s*|,\s+(?:an?|as)\s+)(?:{_ADVERB})?(?:an?\s+)?{_GRADE}\s+(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_PREDICATE = Cue(
    r"\b(?:regard|count|consider|call|rate|judge|see|treat|think\s+of|put(?=\s+(?:it|this|that|them)\s+(?:at|down\s+as)\s))\b[^.;:]{0,50}?\b(?:as\s+)?"
    rf"(?:{_ADVERB})?(?P<grade>weak|moderate|strong)\b|\b(?:support|evidence|line|it|this|argument)\s+is\s+"
    rf"(?:{_ADVERB})?(?P<grade2>weak|moderate|strong)\b",
    re.IGNORECASE,
)
_WELL = Cue(
    r"\b(?P<grade>weakly|moderately|strongly)\s+(?:well\s+)?(?:supported|supports?|held|convinced)\b", re.IGNORECASE
)
_TAGGED = Cue(r"[(\[:–—-]\s*(?:strength:?\s*)?(?P<grade>weak|moderate|medium|strong)\s*(?:[)\].;,]|$)", re.IGNORECASE)
_ADVERB_BEHIND = Cue(
    r"\b(?:rests?|bears?|supports?|counts?|weighs?|leans?|speaks?)\b[^.;:]{0,50}?\b(?P<grade>weakly|slightly|moderately|strongly|heavily)\b",
    re.IGNORECASE,
)
_PUT = Cue(
    r"\b(?:puts?|rates?|rated|grades?|graded)\s+(?:it|that|this|them|these|both|the\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:at|as)\s+(?:\w+ly\s+)?(?P<grade>weak|moderate|strong)\b",
    re.IGNORECASE,
)
_SPOKEN = Cue(
    rf"\b(?:that|it)(?:[’']s|\s+is)\s+(?:{_ADVERB})?(?P<grade>weak|moderate|strong)\b(?!\s+\w)|\bI(?:[’']d|\s+would)\s+(?:say|call\s+(?:it|that|them))\s+(?:{_ADVERB})?(?P<grade2>weak|moderate|strong)\b",
    re.IGNORECASE,
)
_ALONE = Cue(
    r"(?:^|[,:]\s+)(?:and\s+|again\s+|also\s+)?(?P<grade>weak|moderate|strong)(?=,|\s*$)|"
    r"^\W*(?:(?:it|this|that)\s+is\s+)?(?:an?|the)\s+(?P<grade2>weak|moderate|strong)\s+[\w-]+(?:\s+of\s+[\w-]+)?\W*$|"
    r"\bwhich\s+is\s+(?:an?\s+)?(?P<grade3>weak|moderate|strong)\b",
    re.IGNORECASE,
)
_WEIGHT_IS = Cue(
    rf"\b(?P<noun>weight|strength)\b[^.;:]{{0,30}}?\b(?:is|as|at)\s+(?:{_ADVERB})?(?P<grade>weak|moderate|strong|slight|substantial)\b(?!\s+\w+(?:er|or)\b)",
    re.IGNORECASE,
)
_ORDINARY: tuple[tuple[Strength, str], ...] = (
    (Strength.NONE, "nil negligible"),
    (Strength.WEAK, "weak slight minor limited modest low small little light thin marginal"),
    (Strength.MODERATE, "moderate medium fair reasonable middling partial"),
    (Strength.STRONG, "strong substantial considerable significant great major high heavy decisive large"),
)
ORDINARY = "|".join(word for _, words in _ORDINARY for word in words.split())
_GRADED = Cue(
    r"\b(?:regard|grade|graded|rate|rated|call|consider|judge|treat|think\s+of|put|mark|score|class|rank|earns?|gets?|deserves?)\s+(?:it|this|that|them|these|those|the\s+[\w-]+(?:\s+[\w-]+)?)\s+"
    rf"(?:as\s+|at\s+|down\s+as\s+|to\s+be\s+)?(?:{_ADVERB})?(?P<grade>{ORDINARY})"
    r"(?=\W*$|\s*[,;:.)]|\s+(?:and|but|because|since|as|for|here|too|evidence|support|weight|reasons?|factors?|line|ground)\b)",
    re.IGNORECASE,
)
_UNSURE = Cue(
    r"\b(?:whether|if|would\s+be|could\s+be|used\s+to|no\s+longer|not|\w+n[’']t|never|any|were)\b[^.;:]{0,25}$",
    re.IGNORECASE,
)
_ON = Cue(
    rf"\b{_GRADE}\s+(?P<noun>{_NOUN})\s+(?:on|upon|to|in|for|by|from|with)\s+(?:the\s+|our\s+|an?\s+)?$", re.IGNORECASE
)


def weight_on(before: str) -> Strength | None:
    """The weight that words give to what stands right behind them: "we put moderate weight on the"."""
    found = _ON.search(before)
    return _grade(found["grade"], found["noun"]) if found else None


def strength_in(text: str) -> Strength | None:
    """The strength that the text states of a line of support; None where it states none."""
    for pattern in (_GIVEN, _BARE, _PREDICATE, _WELL, _TAGGED, _ADVERB_BEHIND, _PUT, _SPOKEN, _WEIGHT_IS):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            grade = _grade(groups["grade"] or groups.get("grade2") or "", groups.get("noun") or "")
            if grade is not None and not _UNSURE.search(text[: found.start()]):
                return grade
    graded = _GRADED.search(text)
    return ordinary_grade(graded["grade"]) if graded and not _UNSURE.search(text[: graded.start()]) else None


def ordinary_grade(word: str) -> Strength:
    """The strength for which a document's own grade stands: "fair", "substantial"; KeyError for other words."""
    return {each: strength for strength, words in _ORDINARY for each in words.split()}[word.casefold()]


def grade_alone(text: str) -> Strength | None:
    """The strength that a few words around a claim state: "next, and moderate, comes", "A moderate answer.", "which is strong"."""
    found = _ALONE.search(text)
    grade = found and (found["grade"] or found["grade2"] or found["grade3"])
    return _grade(grade, "") if grade else None


def _grade(word: str, noun: str) -> Strength | None:
    """Words such as "little" grade weight and confidence only: "little evidence" says that something is missing."""
    weighs = noun.casefold() in {"weight", "confidence", "assurance"}
    for grade, always, of_weight in _GRADES:
        if word.casefold() in always.split() or (weighs and word.casefold() in of_weight.split()):
            return grade
    return None
