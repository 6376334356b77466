"""How words join the parts of an argument: "only together", "neither covers the other's case", "either would do"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.elements import ElementKind, Operator
from graph.naming import normal
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.operators import operator_in

TOGETHER = Cue(
    r"\bof\s+(?:any\s+)?(?:use|value|worth)\s+only\s+together\b|\b(?:taken|needed|counted|required|hold|work|act|stand)\s+(?:\w+\s+)?(?:only\s+)?together\b|\bwithout\s+the\s+other\b|"
    r"\bonly\s+(?:in\s+(?:conjunction|combination)|together)\s+with\b|\beach\s+(?:is|would\s+be)\s+(?:useless|worthless|nothing|too\s+little)\b|"
    r"\bneither\b[^.;]{0,40}\b(?:suffices|alone|by\s+itself|on\s+its\s+own)\b|\b(?:both|all)\s+(?:\w+\s+)?(?:must|have\s+to|are\s+needed)\b|"
    r"\beach\s+(?:covers|makes\s+up\s+for|closes|fills)\s+(?:what\s+)?the\s+other\b|\bneither\s+(?:covers|closes|helps|holds|works|counts|is\s+worth|does)\b|\buseless\s+apart\b|"
    r"\b(?:stands?|rises?)\s+(?:or|and)\s+falls?\s+together\b|\bremove\s+(?:either|one)\b",
    re.IGNORECASE,
)
EITHER = Cue(
    r"\bsuffices?\b[^.;]{0,40}\b(?:one|either)\b|\b(?:one|either)\b[^.;]{0,60}\b(?:suffices?|(?:is|would\s+be|are)\s+(?:itself\s+)?(?:enough|sufficient)|would\s+do|will\s+do|(?:is|are|works?|holds?)\s+(?:\w+\s+)?on\s+(?:its|their)\s+own)\b|"
    r"\b(?:is|are)\s+each\s+(?:enough|sufficient)\b|"
    r"\bas\s+alternatives\b|\balternatives\s+to\s+(?:one\s+another|each\s+other)\b",
    re.IGNORECASE,
)
_ARGUMENT = Cue(r"\w[\w’'-]*\s+argument$", re.IGNORECASE)
_NO_NAME = Cue(
    r"^(?:the\s+|an?\s+|our\s+)?(?:[\w-]+[’']s?|\w+est|first|second|third|last|next|main|other|same|whole|overall|central|single|one|general|following|good|better)\s+argument$",
    re.IGNORECASE,
)


def is_argument(name: str) -> bool:
    """Is a name that of an argument: "Clean data argument"? "The main argument" names none."""
    return _ARGUMENT.search(name) is not None and _NO_NAME.match(name) is None


_CALLED = Cue(
    r"\b(?:the|their|your|its|this|that|our)\s+(?P<name>(?:[a-z][\w’'-]*\s+){1,2}argument)\b(?!\s+(?:from|by|of)\b)"
)
_SAYS_NOTHING = frozenset(
    [
        "same",
        "whole",
        "first",
        "second",
        "third",
        "last",
        "main",
        "report",
        "author",
        "section",
        "document",
        "paper",
        "memo",
        "chapter",
        "company",
        "authors",
        "overall",
        "central",
        "following",
        "next",
        "other",
        "of",
        "in",
        "to",
        "and",
        "an",
        "a",
        "the",
        "this",
        "with",
        "for",
        "by",
        "on",
        "is",
    ]
)


def arguments_in(text: str) -> tuple[tuple[str, int], ...]:
    """The arguments that a text calls by a name, and where: "no quarrel with the containment argument"."""
    found = ((" ".join(match["name"].split()), match.start("name")) for match in _CALLED.finditer(text))
    return tuple(
        (name, at)
        for name, at in found
        if not _SAYS_NOTHING & {*re.sub(r"[’']s?(?=\s)", "", name.casefold()).split()[:-1]}
    )


def argument_key(name: str) -> str:
    """The key of a named argument inside its document."""
    return f"{ElementKind.ARGUMENT}:{normal(name)}"


def joined_by(text: str) -> Operator | None:
    """Whether a sentence says that several things count only together, or that one of them suffices; None where neither."""
    if TOGETHER.search(text):
        return Operator.CONJUNCTIVE
    return Operator.DISJUNCTIVE if EITHER.search(text) else None


def joint_operator(sentences: Iterable[str]) -> Operator | None:
    """The first operator that one of the sentences states for the parts of an argument."""
    for text in sentences:
        stated = operator_in(text)
        if found := (stated.operator if stated and stated.k is None else None) or joined_by(text):
            return found
    return None
