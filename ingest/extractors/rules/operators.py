"""Which operator a sentence states: conjunctive, disjunctive, convergent, or at least k."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.elements import Operator
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.durations import NUMBER, number_of

_GAP = r"(?:[^.;]|\.(?=\d)){0,160}?"
_ENOUGH = (
    r"(?:suffices?|(?:is|are|was|would\s+be|will\s+be)\s+(?:itself\s+|by\s+itself\s+)?(?:sufficient|enough)|would\s+do|will\s+do|"
    r"holds?\s+on\s+its\s+own|can\s+carry\s+it|does\s+the\s+job)"
)
_AT_LEAST = Cue(
    rf"\b(?:at\s+least|no\s+fewer\s+than|any|a\s+minimum\s+of)\s+(?P<k>(?!one\b|the\b|an?\b){NUMBER})\s+(?:out\s+)?of\b|"
    r"\b(?P<k2>two|three|four|five|\d+)(?:\s+out\s+of\s+|-of-|-out-of-|oo)(?:the\s+)?(?:three|four|five|six|seven|\d+)"
    r"\b(?=[^.;]{0,60}\b(?:hold|needed|required|suffic|enough|agree|must|vote|voting|logic))",
    re.IGNORECASE,
)
_PATTERNS: tuple[tuple[Operator, Cue], ...] = (
    (
        Operator.DISJUNCTIVE,
        Cue(
            rf"\bdisjuncti(?:ve|on)\b|\beither\b{_GAP}\b{_ENOUGH}|\bany\s+(?:single\s+)?one\s+(?:of\b{_GAP})?\b{_ENOUGH}|"
            rf"\bany\s+(?:single\s+)?one\s+of\s+(?:the\s+(?:following|below)|these|them|which)\b|"
            rf"\b(?:each|any)\s+(?:of\s+(?:them|these|which|the\s+\w+)\s+)?(?:alone|on\s+its\s+own|by\s+itself)\s+{_ENOUGH}|"
            rf"\b(?:one|any)\s+of\s+(?:them|these|the\s+(?:two|three|four))\s+{_ENOUGH}|"
            r"\b(?:and|but|though)\s+(?:any\s+)?one\s+(?:of\s+(?:them|the\s+two)\s+)?(?:alone\s+)?(?:would|will|can)\s+(?:do|serve|suffice|be\s+enough)\b|"
            r"\bone\s+(?:[\w-]+\s+)?(?:is|would\s+be)\s+(?:enough|sufficient)\b|"
            r"\bholds?\s+(?:if|as\s+long\s+as)\s+(?:either|any\s+one)\b|\b(?:needs?|requires?|takes)\s+only\s+one\b|"
            rf"\bif\s+one\s+fails,?\s+the\s+others?\b|\b(?:is|are)\s+each\s+(?:itself\s+|by\s+itself\s+|alone\s+)?(?:sufficient|enough)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Operator.CONJUNCTIVE,
        Cue(
            r"\bconjuncti(?:ve|on)\b|\bjointly\s+(?:necessary|required|needed)\b|"
            r"\b(?:all|each|every\s+one|both)\s+(?:of\s+(?:them|these|the\s+\w+|the\s+\w+\s+\w+)\s+|\w+\s+)?"
            r"(?:is|are|were|must\s+be)\s+(?:\w+ly\s+)?(?:needed|required|necessary)\b|"
            r"\b(?:needs?|requires?|takes|demands?)\s+(?:both|all(?:\s+of)?|each(?:\s+of)?|every\s+one)\b|"
            r"\bonly\s+(?:if|when|as\s+long\s+as|while)\s+(?:there\s+(?:is|are)\s+|it\s+has\s+)?(?:both|all|each|every)\b|"
            r"\bif\s+(?:either|any|one)(?:\s+(?:one\s+)?of\s+(?:them|these|the\s+\w+))?\s+(?:is\s+(?:gone|lost|false|wrong)|fails|falls|goes)\b,?\s+"
            r"(?:so\s+(?:is|does)|the\s+(?:whole|argument|case|claim|line)|it\s+all|everything|both|nothing)\b|"
            r"\b(?:half|each|one|either|neither)(?:\s+(?:of\s+(?:it|them|the\s+two)|half|part))?\s+(?:is|are|counts\s+for|would\s+be)\s+(?:worth\s+)?"
            r"(?:nothing|useless|worthless|anything)\s*(?:alone|by\s+itself|on\s+its\s+own|without\s+the\s+other)?(?=[.;,]|$)|"
            r"\b(?:fails?|falls?)\s+if\s+any(?:\s+one)?\b|\bany\s+of\s+which,?\s+if\s+(?:false|wrong)\b|"
            r"\b(?:two|three|four|five)\s+things\s+(?:are|were)\s+(?:needed|required|necessary)\b|"
            r"\b(?:must|have\s+to|has\s+to)\s+(?:both|all)\s+(?:hold|be)\b|\b(?:both|all)\s+(?:\w+\s+)?(?:must|have\s+to)\b|"
            rf"\b(?:requires?|needs?)\b{_GAP}\btogether\s+with\b|\b(?:only|closed|covered|held)\b{_GAP}\bby\b{_GAP}\band\b{_GAP}\btogether\b|"
            r"\bno\s+one\s+of\s+(?:them|these)\s+(?:suffices|is\s+enough)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Operator.CONVERGENT,
        Cue(
            r"\bconverg(?:ent|ence|e|es|ing)\b|\badd(?:s|ed)?\s+up\b|\b(?:ac)?cumulat(?:ive|ively|e|es|ing)\b|"
            r"\b(?:adds?\s+to|lends?)\s+(?:one\s+another|each\s+other|the\s+other)\b|\bon\s+top\s+of\s+(?:one\s+another|each\s+other|the\s+other)\b|"
            r"\bpil(?:es?|ing)\s+up\b|"
            r"\b(?:several|separate|independent|distinct|different|two|three|four|five)\s+(?:\w+\s+){0,2}lines?\s+of\s+"
            r"(?:evidence|argument|support|reasoning|defen[cs]e)\b|\bmutually\s+reinforc\w+|\breinforce\s+(?:each|one)\s+(?:an)?other\b",
            re.IGNORECASE,
        ),
    ),
)
_DENIED = Cue(r"\b(?:not|\w+n[’']t|never|neither|rather\s+than|instead\s+of|without)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_OF_ANOTHER = Cue(r"(?<=ive|ent)\s+(?:sub-?)?(?:claim|argument)\s+\d", re.IGNORECASE)


@dataclass(frozen=True)
class StatedOperator:
    """An operator with its k, and where in the sentence the words stand."""

    operator: Operator
    k: int | None
    start: int
    end: int


def operator_in(sentence: str) -> StatedOperator | None:
    """The operator that a sentence states; None where it states none."""
    found = _AT_LEAST.search(sentence)
    number = number_of(found["k"] or found["k2"]) if found else None
    if found and number and not _DENIED.search(sentence[: found.start()]):
        return StatedOperator(Operator.AT_LEAST, int(number), found.start(), found.end())
    for operator, pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            if not (_DENIED.search(sentence[: match.start()]) or _OF_ANOTHER.match(sentence, match.end())):
                return StatedOperator(operator, None, match.start(), match.end())
    return None
