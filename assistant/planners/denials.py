"""What a question sets aside: "except X", "X does not fail", "if X worked", "which do not depend on X".

Each asks for the opposite of what the same words ask without it, so that dropping it would answer another question.
"""

from __future__ import annotations

import re

from assistant.bank import NAME
from assistant.planners.slots import Asked

_NOT = r"(?:not|never)"
_FAIL = r"(?:fail|break|go(?:es)? (?:down|wrong)|stop|collapse|disappear|die)(?:s|es|ed|ing|n)?"
_REST = r"(?:depend|rest|rel(?:y|ies)|need|use|require|count|lean)(?:s|d|ed|ing)?"
_SETS_ASIDE = re.compile(
    r"\b(?:except(?:ing)?|excluding|apart from|aside from|(?<!something )(?<!somewhere )other than|save for|(?:everything|anything|all) (?:but|besides))\b[^?.!]*\{x\}"
    rf"|\{{x\}}[^?.!,;{{]*\b{_NOT}\s+(?:actually |really |even |all )?{_FAIL}\b"
    r"|\{x\} (?:still |really |actually |just |always )*"
    r"(?:works?|worked|holds?|held|succeeds?|succeeded|(?:is|are|was|were) (?:true|fine|working|sound|up|intact|healthy|ok|okay))\b(?=\W*$|[?.!,;]| (?:as|after|and|but|while)\b)"
    rf"|\b(?:do|does|did|would|will|could|is|are|that|which) {_NOT} {_REST}\b[^?.!]*\{{x\}}"
    rf"|\b(?:do|does|did|would|will|could) (?:the |our )?\{{x\}} {_NOT} {_REST}\b"
    r"|\bindependent(?:ly)? of \{x\}",
    re.IGNORECASE,
)
_SHORT_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_IN_CONDITION = re.compile(
    r"\b(?:if|suppose|supposing|assume|assuming|say|imagine|when|once|should|given|in case)\b[^,?!;]*$"
)
_WORKS = re.compile(r"\b(?:works?|worked|holds?|held|succeed\w*|true|fine|working|sound|up|intact|healthy|ok|okay)$")


def sets_aside(asked: Asked) -> str:
    """The words of a question that set something aside; '' where none does.

    That something works is set aside only as a condition: "does X hold?" asks of it as it is.
    """
    text = _SHORT_NOT.sub(" not", _with_names_masked(asked))
    for found in _SETS_ASIDE.finditer(text):
        if not _WORKS.search(found[0]) or _IN_CONDITION.search(text[: found.start()].casefold()):
            return found[0].replace(NAME, "…").strip()
    return ""


def _with_names_masked(asked: Asked) -> str:
    """The question as it is written, with NAME for everything that is linked."""
    text, at = "", 0
    for mention in asked.mentions:
        if mention.candidates and mention.start >= at:
            text += f"{asked.question[at : mention.start]}{NAME}"
            at = mention.end
    return text + asked.question[at:]
