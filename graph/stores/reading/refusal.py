"""How a query is refused: what it holds that is not on the list, where, and what may stand in a query."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches

from lark import Token

from graph.errors import UnusableQuery
from graph.stores.reading.words import FUNCTIONS, INSTEAD, INSTEAD_OF_CALLING, KEYWORDS, REFUSED, SPELLED

MAY_HOLD = (
    "A query may hold MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, RETURN, ORDER BY, SKIP, LIMIT and UNION, "
    "and the functions that docs/commands.md lists."
)
NAMES = "A name in back-ticks holds printable ASCII characters, without a backslash, and at least one of them."
ASCII = "Outside texts in quotes a query is written in ASCII; inside them every letter may stand as itself."
ONLY_CASE = "Write the value itself; only $case, the case that is meant, is filled in."
_RUN = re.compile(r"(?:\\+[uU]+[0-9A-Fa-f]{4}|[\w\u00ad\u200b-\u200f\u2060-\u2064\ufeff])*")
_ESCAPE = re.compile(r"\\+[uU]+([0-9A-Fa-f]{4})")


def refused(what: str, at: Token, hint: str = MAY_HOLD) -> UnusableQuery:
    """The refusal of what stands at this token, with its line and column."""
    return UnusableQuery(f"{what} (line {at.line}, column {at.column})", hint)


def refused_clause(word: Token) -> UnusableQuery:
    """The refusal of a clause that does more than read."""
    clause = SPELLED.get(word.upper(), word.upper())
    hint = f"{MAY_HOLD} A name that is spelled like another clause goes in back-ticks."
    return refused(f"{clause} is refused: it {REFUSED[word.upper()]}", word, hint)


def refused_word(word: Token) -> UnusableQuery:
    """The refusal of a word that stands where only a clause can, with the clause that is probably meant."""
    if instead := INSTEAD.get(word.upper()):
        return refused(f"{word.upper()} is refused: it is not on the list of clauses", word, f"Say instead: {instead}")
    if near := get_close_matches(word.upper(), KEYWORDS, n=1, cutoff=0.7):
        what = f"'{shortened(word)}' cannot stand here, and is no clause that is known"
        return refused(what, word, f"Did you mean: {near[0]}?")
    return refused(f"'{shortened(word)}' cannot stand here", word)


def refused_function(name: Token) -> UnusableQuery:
    """The refusal of a function that is not on the list, with the nearest that are."""
    if known := INSTEAD_OF_CALLING.get(name.lower()):
        return refused(f"the function {name} is refused: it {known[0]}", name, known[1])
    near = [FUNCTIONS[found] for found in get_close_matches(name.lower(), FUNCTIONS, n=3, cutoff=0.7)]
    hint = (
        f"Did you mean: {', '.join(near)}?" if near else "docs/commands.md lists the functions that a query may call."
    )
    what = f"the function {shortened(name)} is refused: it is not on the list of those that only compute"
    return refused(what, name, hint)


def refused_character(text: str, at: int) -> UnusableQuery:
    """The refusal of a character that begins nothing in a query, with the clause that it helps to spell, if it does."""
    here = _character(text, at)
    if here in "'\"":
        return refused("a text in quotes is not closed", here, "Close it with the quote that it begins with.")
    if here == "`":
        return refused("a name in back-ticks is not closed", here, "Close it with a back-tick.")
    if here == "$":
        return refused("a label, type or parameter that '$' fills in is refused", here, ONLY_CASE)
    if here.isascii() and here.isprintable():
        return refused(f"'{here}' cannot stand here", here)
    named = unicodedata.name(here, f"U+{ord(here):04X}")
    return refused(f"the character {named} is refused{_spelling(text, at)}", here, ASCII)


def refused_escape(text: str, at: int) -> UnusableQuery:
    r"""The refusal of a \u escape, which the server resolves before it reads anything else."""
    hint = "Write the character itself, inside a text in quotes."
    return refused(f"a \\u escape is refused{_spelling(text, at)}", _character(text, at), hint)


def refused_token(token: Token) -> UnusableQuery:
    """The refusal of a token that no reading query has at this place."""
    if token.type == "$END":
        return refused("the query ends too early", token, "It ends with RETURN and what to return.")
    if token.type == "NAME":
        return refused_word(token)
    if token.startswith("$"):
        return refused(f"a label or type that {shortened(token)} fills in is refused", token, ONLY_CASE)
    return refused(f"'{shortened(token)}' cannot stand here", token)


def shortened(text: str) -> str:
    """The text, with an ellipsis where it is longer than a message can hold."""
    return text if len(text) <= 40 else f"{text[:39]}…"


def _character(text: str, at: int) -> Token:
    line = text.count("\n", 0, at) + 1
    return Token("CHARACTER", text[at], line=line, column=at - text.rfind("\n", 0, at))


def _spelling(text: str, at: int) -> str:
    """Which clause the word at this place is once escapes, widths and invisible characters are undone."""
    for run in _RUN.finditer(text):
        if run[0] and run.start() <= at <= run.end():
            plain = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), run[0])
            word = "".join(c for c in unicodedata.normalize("NFKC", plain) if unicodedata.category(c) != "Cf").upper()
            return f", and so is {SPELLED.get(word, word)}" if word in REFUSED else ""
    return ""
