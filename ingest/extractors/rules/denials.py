"""Where a clause denies what its verb says: "does not", "no longer", "nobody", "used to", "we do not agree that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extractors.rules.cues import Cue

_DENIAL = Cue(
    r"\b(?:not|\w+n[’']t|cannot|never|no\s+longer|nobody|no\s+(?:one|team|person)|none|neither|nor|nothing|hardly|stopped|ceased|used\s+to|"
    r"fail(?:s|ed)\s+to|refuse[sd]?\s+to)\b",
    re.IGNORECASE,
)
_OPINION = Cue(
    r"\b(?:(?:not|\w+n[’']t|nobody|no\s+one|never)\s+(?:\w+ly\s+)?(?:agrees?|accepts?|believes?|thinks?|says?|said|claims?|suggests?|mean|true|the\s+case)|"
    r"den(?:y|ies|ied)|disput(?:es?|ed)|doubts?)\s+that\b[^:;]*$",
    re.IGNORECASE,
)
_ASIDE = Cue(r",\s+(?:\w+ly|however|for\s+instance|of\s+course|at\s+present|since\s+\w+|any\s+more)\s*,", re.IGNORECASE)
_CLAUSE = Cue(
    r"[.;:,()–—]|\b(?:but|because|so|since|although|though|while|whereas|yet|if|when|once|unless|until|that|which|who|whom)\b|"
    r"\band\s+(?=(?:it|they|we|I|s?he|the|this|that|these|those|our|its|their|[A-Z])\b)",
)  # a subject or a conjunction opens a clause of its own
_BOTH_SIDES = Cue(r"\b(?:neither|nor|not)\b[^.;:]*\b(?:nor|or)\b[^.;:]*$", re.IGNORECASE)
_NOT_ONLY = Cue(
    r"\bnot\s+(?:only|just|merely|least)\b|\bnot\s+(?:\w+\s+){0,3}(?:until|without|unless)\b", re.IGNORECASE
)
_OBJECT = Cue(
    r"\s*(?:on\s+|from\s+|by\s+|to\s+)?(?:neither|nobody|no\s+(?:one|longer|more)|none|not|never|nothing(?!\s+(?:but|except|other|else)\b)|no(?!\s+other\b))\b",
    re.IGNORECASE,
)


_UNHARMED = Cue(
    r"\b(?:there(?:[’']s|\s+is)\s+only|(?:is|are)\s+all\s+(?:that[’']s\s+|that\s+is\s+)?left|left\s+with|as\s+before|as\s+usual|unaffected|untouched|unharmed|regardless|all\s+the\s+same|still\s+(?:works?|runs?|sees?|opens?|holds?|stands?|acts?)|"
    r"carr(?:y|ies)\s+on|continues?|keeps?\s+(?:on\s+)?\w+ing|goes\s+on|runs\s+on|no\s+difference|nothing\s+changes|nothing\s+happens\s+to|"
    r"(?:not|n[’']t)\s+(?:be\s+)?(?:affected|stop|fail|notice|care|depend|need|change|matter|harmed|lost|break|touched)|(?:does|do|is|are|will)(?:\s+not|n[’']t)\s*$)",
    re.IGNORECASE,
)
_JOINED = Cue(r"(?:,\s*(?:and|but|while|whereas|yet)?|;|\b(?:and|but|while|whereas|yet))\s+", re.IGNORECASE)
_VERB = Cue(
    r"\b(?:there[’']s|is|are|was|were|has|have|do|does|can|cannot|will|won[’']t|sees?|stops?|fails?|goes|go|falls?|loses?|lost|keeps?|runs?|works?|carr(?:y|ies)|continues?|"
    r"still|stays?|shuts?|closes?|opens?|lets?|refuses?|halts?|dies|breaks?|passes|reads?|\w+n[’']t)\b",
    re.IGNORECASE,
)


def harmed_span(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The clauses of a consequence in a row, up to one that says that all goes on as before; None where nothing is harmed."""
    first: int | None = None
    for start, end in _clauses(text, span):
        if _UNHARMED.search(text[start:end]):
            if first is not None:
                return first, start
        elif first is None:
            first = start
    return (first, span[1]) if first is not None else None


def _clauses(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The parts of a span with a verb each: "A and B are blind" is one, "A is blind and B carries on" are two."""
    start = span[0]
    for joint in _JOINED.finditer(text, *span):
        if _VERB.search(text[start : joint.start()]):
            yield start, joint.start()
            start = joint.end()
    yield start, span[1]


_REFUSED = Cue(
    r"\b(?:(?:does|do|did|is|are|was|were|can|will)(?:\s+not|n[’']t)|cannot|never|no\s+longer)\s+(?:\w+ly\s+)?"
    r"(?:rely|relies|relied|depend(?:s|ed|ent)?|need(?:s|ed)?|require[sd]?|use[sd]?|draws?|runs?|rests?|fed|powered|supplied|driven|read|reads)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)


_RUMOUR = Cue(
    r"^\W*(?:\w+,\s+)?(?:whether\b|(?:somebody|someone|people|they|others?|some|rumou?rs?|it\s+is|it[’']s|I(?:[’']ve)?)\s+(?:\w+\s+){0,3}?"
    r"(?:told\s+(?:me|us|her|him)|says?|said|heard|claims?|claimed|rumou?red|suspects?|wonders?|guess(?:es)?|has\s+it|have\s+it)\b(?!\s+(?:so|it)\b))",
    re.IGNORECASE,
)


def is_rumoured(text: str) -> bool:
    """Does a sentence tell what it says only as hearsay, or as an open question: "somebody told me that …", "whether …"?"""
    return _RUMOUR.match(text) is not None


def is_denied(before: str) -> bool:
    """Does the clause at whose verb the words `before` end deny it, or is it told only as what somebody does not hold?"""
    plain = _NOT_ONLY.sub(" ", _ASIDE.sub(" ", before))
    ends = [match.end() for match in _CLAUSE.finditer(plain)]
    clause = plain[ends[-1] if ends else 0 :]
    return any(pattern.search(words) for pattern, words in ((_DENIAL, clause), (_OPINION, plain), (_BOTH_SIDES, plain)))


def is_denied_object(before: str) -> bool:
    """Do the words before a name make it what the sentence's own subject is said not to need: "the main supply does not rely on the"?"""
    return _REFUSED.search(before) is not None


def denies_object(after: str) -> bool:
    """Do the words behind a verb open with a denial: "by nobody", "nothing from the archive", "neither of them"?"""
    return _OBJECT.match(after) is not None
