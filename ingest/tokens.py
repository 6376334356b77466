"""A text word by word, in the form in which a name is looked for in it: lower case and singular."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.elements import AGENTS, ElementKind
from graph.naming import singular

_CODE = re.compile(r"[A-Z]{2,5}-?\d{1,4}(?:\.\d{1,3}){0,3}")
_NEXT = re.compile(r"[ \n](?P<word>\w+)")
_TOKEN = re.compile(r"[A-Za-z0-9À-ÿ][\wÀ-ÿ]*")


@dataclass(frozen=True)
class Token:
    """A word of a text: `plain` in lower case and singular, `said` as it stands between two offsets."""

    plain: str
    said: str
    start: int
    end: int


def tokens_in(text: str) -> list[Token]:
    """The words of a text in order."""
    return [Token(plain(word[0]), word[0], word.start(), word.end()) for word in _TOKEN.finditer(text)]


def form_of(name: str) -> tuple[str, ...]:
    """A name as a row of plain words."""
    return tuple(plain(word) for word in words_of(name))


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand."""
    return [word.span() for word in _TOKEN.finditer(text)]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are written."""
    return tuple(_TOKEN.findall(text))


def plain(word: str) -> str:
    """A word in lower case and singular."""
    return singular(word.casefold())


def has_to_be_spelled(name: str, kind: ElementKind) -> bool:
    """Does a name of another document count only where its words are written the same? One word does, and who has capitals."""
    return " " not in name or (kind in AGENTS and not name.islower())


def goes_on(text: str, start: int, end: int) -> bool:
    """Is a name at these offsets the beginning of a longer one: "Gate Monitor 17", "Gate Monitor B", "Gate Monitor Register"?"""
    after = _NEXT.match(text, end)
    if after is None:
        return False
    word = after["word"]
    return word[0].isdigit() or (word != "I" and word[0].isupper() and (len(word) == 1 or text[start].isupper()))


def is_code(name: str) -> bool:
    """Is it a number that can stand for a thing by itself, as "CTL-07" does in other documents than the register?"""
    return _CODE.fullmatch(name) is not None
