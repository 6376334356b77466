"""Claims that a critique or a speaker repeats in quotation marks: the sentence "no valve sticks" is one we contest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.sentences import trimmed

_MARK = Cue(r"[\"“”„]")
_CLAIM = r"(?:claim|statement|sentence|assertion|contention|assurance|phrase|passage|proposition|premise|remark|conclusion|promise|words|wording|line|finding|thesis|tenet)"
_SAYS = (
    r"(?:says?|said|states?|stated|claims?|claimed|writes?|wrote|written|adds?|added|argues?|argued|asserts?|asserted|holds?|held|maintains?|maintained|"
    r"has\s+it|had\s+it|reads?|(?:tells?|told)(?:\s+(?!that\b)\w+){1,3}|reports?|reported|concludes?|concluded|insists?|insisted|repeats?|repeated|"
    r"assures?(?:\s+(?!that\b)\w+){1,3}|declares?|declared|promises?|promised|puts?\s+it|suggests?)"
)
_LABELLED = Cue(rf"\b{_CLAIM}s?\b(?:\s+that|[^.;:]{{0,40}}:)?\s*[,(–—]?\s*[*_]*$", re.IGNORECASE)
_TOLD = Cue(rf"\b{_SAYS}(?:\s+(?:later|there|here|elsewhere|again|on))?(?:\s+that)?\s*[,:]?\s*[*_]*$", re.IGNORECASE)
_THAT = Cue(r"\bthat\s*[*_]*$", re.IGNORECASE)
_WHOSE = Cue(
    r"\b(?:report|authors?|company|document|chapter|bank|operator|their|your|whose)(?:[’']s?)?\s+[*_]*$", re.IGNORECASE
)
_BEHIND = Cue(
    rf"[*_]*,?[*_]*\s+(?:(?:the|its|their|your)\s+)?(?:report|authors?|paper|company|document|text|chapter|section|they|it|you)\s+{_SAYS}\b",
    re.IGNORECASE,
)
_OPENS = Cue(r"(?:^|[|\t])\W{0,8}(?:(?:[A-Z]{1,3}-?\d+|\d+(?:\.\d+)*|pp?\.\s*\d+|page\s+\d+)\W{1,8})?$", re.IGNORECASE)
_SAYS_SO = Cue(rf" *[,:(–—*_]* *(?:{_SAYS}(?: that)?)?[ ,:*_]*", re.IGNORECASE)
_CELL_END = Cue(r"[|\t]")
_WISHED = Cue(
    r"\b(?:should|could|would|ought|must|suggest\w*|propose\w*|recommend\w*|prefer\w*|replace\w*|instead|change\w*|amend\w*|reword\w*|rather|title|entitled|"
    r"headed|heading|called|comment|reviewers?|we\s+(?:say|wrote|said)|ask(?:s|ed)?|verdict|opinion|answer\w*)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_AUXILIARY = Cue(
    r"\b(?:is|are|was|were|be|does|do|did|can|cannot|could|has|have|had|will|would|should|must|may|might)\b|\w+n[’']t\b",
    re.IGNORECASE,
)
_PRESENT = Cue(
    r"(?<=[a-z]\s)(?!(?:this|its|less|always|across|as|us|various|previous|serious)\b)[a-z]{2,}(?:[^s\s]s|ss?es)\s+[a-z]"
)
_FEW = 3
_LONGEST = 240


def quoted_claims(text: str) -> Iterator[tuple[int, int]]:
    """Where the statements stand that a sentence of a critique quotes from what it is about, without the marks."""
    for start, end, ended in quotes_in(text):
        before, after = text[: start - 1], text[end:].lstrip(".,;:!")[1:]
        labelled = _LABELLED.search(before)
        told = _TOLD.search(before) or _THAT.search(before) or _BEHIND.match(after)
        alone = _OPENS.search(before) and (ended or not _CELL_END.split(after)[0].strip(" *_.,"))
        wished = _WISHED.search(before) and not labelled
        said = is_statement(text[start:end], told=bool(told)) and not _is_numbered(before)
        if said and not wished and (labelled or told or alone or _WHOSE.search(before)):
            yield start, end


def is_statement(words: str, *, told: bool = False) -> bool:
    """Do a few words say something, with a verb, and are they no title? `told`: whether somebody is said to say them."""
    found = words.split()
    if len(found) < _FEW or sum(word[0].isupper() for word in found) > len(found) / 2:
        return False
    enough = len(found) > _FEW
    return bool(_AUXILIARY.search(words) or (enough and (_PRESENT.search(words) or (told and len(found) > _FEW + 1))))


def quotes_in(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where the words between each pair of marks start and end, and whether they end with a full stop."""
    marks = [found.start() for found in _MARK.finditer(text)]
    for opened, closed in list(pairwise(marks))[::2]:
        start, end = trimmed(text, opened + 1, closed)
        if start < end <= start + _LONGEST and "?" not in text[start:end]:
            stripped = text[start:end].rstrip(" .,;:!*_")
            yield start, start + len(stripped), text[end - 1] in ".!" and end > start


def _is_numbered(before: str) -> bool:
    """Is it the wording of a claim that is called by its number right before: "Claim 3 (“…”)", "Claim 3 says: “…”"?"""
    found = references_in(before)
    return bool(found) and _SAYS_SO.fullmatch(before[found[-1].end :]) is not None
