"""Reads a query against the grammar of what only reads, and refuses the rest with its name and place."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from lark import Lark, UnexpectedCharacters, UnexpectedToken

from graph.errors import UnusableQuery
from graph.stores.reading.refusal import refused_character, refused_escape, refused_token
from graph.stores.reading.sorting import Sorter
from graph.stores.reading.writing import ReadingQuery, written

LENGTH = 10_000
_UNICODE_ESCAPE = re.compile(r"\\[uU]")


def read_query(text: str) -> ReadingQuery:
    """The query, parsed and written anew; UnusableQuery names what is refused, and where. Bounded in time by LENGTH."""
    _check_characters(text)
    try:
        tree = _parser().parse(text)
    except UnexpectedCharacters as error:
        raise refused_character(text, error.pos_in_stream or 0) from error
    except UnexpectedToken as error:
        raise refused_token(error.token) from error
    return written(tree, text)


@cache
def _parser() -> Lark:
    grammar = files(__package__).joinpath("cypher.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", postlex=Sorter(), keep_all_tokens=True, propagate_positions=True)


def _check_characters(text: str) -> None:
    """Refuse what the server could read otherwise than the grammar does, wherever it stands."""
    if len(text) > LENGTH:
        raise UnusableQuery(
            f"a query of {len(text)} characters is refused: it may have {LENGTH}", "Leave out what it need not say."
        )
    if escape := _UNICODE_ESCAPE.search(text):
        raise refused_escape(text, escape.start())
    for at, character in enumerate(text):
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\t\n\r":
            raise refused_character(text, at)
