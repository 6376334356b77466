"""What a query calls: a name with its dots becomes one token, and what is not on the list of functions is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lark import Token

from graph.stores.reading.refusal import refused_clause, refused_function, refused_word
from graph.stores.reading.words import FUNCTIONS, INSTEAD, KEYWORDS, QUANTIFIERS, REFUSED, SHORTEST

_WORDS = ("WORD", "QUOTED")
_ENDS_A_VALUE = {
    "",
    "NAME",
    "STRING",
    "INTEGER",
    "FLOAT",
    "PARAMETER",
    "RPAR",
    "RSQB",
    "RBRACE",
    "NULL",
    "TRUE",
    "FALSE",
}
"""After these, as at the beginning, no value can follow, so that a word with a bracket is a clause."""


def with_calls(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with every name that is called, dots and all, as one token of the type CALLED."""
    at, before = 0, ""
    while at < len(tokens):
        end = _end_of_name(tokens, at) if before != "DOT" else None
        yield tokens[at] if end is None else tokens[at].update("CALLED", "".join(tokens[at : end + 1]))
        at, before = (at if end is None else end) + 1, tokens[at].type


def _end_of_name(tokens: Sequence[Token], at: int) -> int | None:
    """The last token of the name that begins here and is called; None where nothing is called here."""
    if tokens[at].type not in _WORDS:
        return None
    end = at
    while end + 2 < len(tokens) and tokens[end + 1].type == "DOT" and tokens[end + 2].type in _WORDS:
        end += 2
    is_called = end + 1 < len(tokens) and tokens[end + 1].type == "LPAR"
    is_keyword = end == at and tokens[at].upper() in KEYWORDS - {"ALL"}
    return end if is_called and not is_keyword else None


def called(token: Token, before: str) -> Token:
    """What is called as a FUNCTION, QUANTIFIER or SHORTEST in its one spelling; UnusableQuery for anything else.

    `before` is the type of the token before it, which tells whether a clause must be meant.
    """
    if token.upper() in QUANTIFIERS:
        return token.update("QUANTIFIER", QUANTIFIERS[token.upper()])
    if token.upper() in SHORTEST:
        return token.update("SHORTEST", SHORTEST[token.upper()])
    if token.lower() in FUNCTIONS:
        return token.update("FUNCTION", FUNCTIONS[token.lower()])
    if token.upper() in REFUSED:
        raise refused_clause(token)
    raise refused_word(token) if before in _ENDS_A_VALUE or token.upper() in INSTEAD else refused_function(token)
