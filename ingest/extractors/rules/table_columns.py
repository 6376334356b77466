"""What the columns of a table hold where their titles do not say: told by what stands in them and beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.elements import ElementKind
from ingest.columns import SUBJECTS, Column
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person, votes_of_head

_KEPT = frozenset({Column.OWNER, Column.OPERATOR, Column.NEED})
"""Columns that only a thing has which somebody keeps or which rests on something; of whom it tells, events speak too."""
_NO_THING = Cue(
    r"\b(?:time|when|date|day|week|month|year|utc|event|entry|role|person|people|who|contact|team|group|committee|meeting|document|"
    r"section|chapter|page|step|phase|question|comment|recommendation|term|version|milestone|deadline|severity|level|channel|shift|"
    r"hours?|site|country|customer|finding|issue|incident|risk|signal|condition|case)s?\b",
    re.IGNORECASE,
)
_TO_DO = Cue(
    r"\b(?:effort|due|deadline|by\s+when|target|priority|costs?|eta|milestone|planned\s+for|expected|schedule|quarter|work|tasks?|improvements?|"
    r"next\s+steps?|to\s+do)\b",
    re.IGNORECASE,
)
_NO_OWNER = Cue(
    r"\b(?:test\w*|review\w*|approv\w+|authors?|written|sign\w*|seen|told|alert\w*|notif\w*|report\w*|rais\w+|found|interview\w*|"
    r"deput\w+|stand-?in|back-?up|inform\w*|consult\w*)\b",
    re.IGNORECASE,
)
_SENTENCE = Cue(r"[.?!](?:\s|$)|^(?:it|we|they|there|this|that|he|she|i|nobody|somebody)\s", re.IGNORECASE)
_LONGEST, _MOST_WORDS = 60, 7
_SHARE = 0.7


def told_by_content(
    columns: Sequence[Column], titles: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """The columns, with those found that their titles leave open. `rows`: the words of each cell.

    In a table with owners, operators or needs the first column names what has them, or what is to be done
    where there is a column of effort or dates. Beside controls, a
    column of persons names owners and one of teams operators, where no other column does.
    """
    found = list(columns)
    if set(found) & _KEPT and not set(found) & {*SUBJECTS, Column.EVALUATION, Column.STRENGTH}:
        at = next((at for at, column in enumerate(found) if column is not Column.ID), 0)
        named = _share(_is_name, at, rows) == 1 and _share(looks_like_person, at, rows) < _SHARE
        if found[at] is Column.OTHER and not _NO_THING.search(titles[at]) and named:
            found[at] = Column.ACTION if any(map(_TO_DO.search, titles)) else Column.CONTROL
    if Column.CONTROL in found:
        for column, fits in ((Column.OWNER, looks_like_person), (Column.OPERATOR, _is_team)):
            open_ = [at for at, sort in enumerate(found) if sort is Column.OTHER and not _NO_OWNER.search(titles[at])]
            full = [at for at in open_ if _share(fits, at, rows) >= _SHARE]
            if column not in found and len(full) == 1:
                found[full[0]] = column
    return tuple(found)


def _share(fits: Callable[[str], bool], at: int, rows: Sequence[Sequence[str]]) -> float:
    """Which share of the cells of a column fits; 0 of a column with fewer than two."""
    cells = [row[at] for row in rows if at < len(row) and row[at]]
    return sum(map(fits, cells)) / len(cells) if len(cells) > 1 else 0


def _is_name(text: str) -> bool:
    """Can it be what a thing is called: a few words, no figure before them, no sentence?"""
    words = text.split()
    is_short = len(text) <= _LONGEST and len(words) <= _MOST_WORDS and not _SENTENCE.search(text)
    return is_short and words[0][:1].isalpha()


def _is_team(text: str) -> bool:
    return votes_of_head(text)[ElementKind.TEAM] > 1
