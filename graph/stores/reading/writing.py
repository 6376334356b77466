"""Writes anew what was read of a query; this, and never the text that came in, is sent to the server.

Keywords are spelled out, every name stands in back-ticks, every text in quotes becomes a parameter, and comments are
gone. So nothing is left in it that the server could read otherwise than the grammar did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isinf
from types import MappingProxyType

from lark import Token, Tree

from graph.stores.reading.loops import longest, tokens_of
from graph.stores.reading.refusal import ONLY_CASE, refused, shortened
from graph.stores.reading.rows import GUARD

HOPS = 15
LARGEST = 2**63 - 1
CASE = "case"

_ESCAPES = MappingProxyType(
    {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", '"': '"', "`": "`"}
)
_ESCAPE = re.compile(r"\\([\s\S])")
_KEPT = {GUARD, "FUNCTION", "QUANTIFIER", "SHORTEST", "FLOAT"}


@dataclass(frozen=True)
class ReadingQuery:
    """A query that only reads.

    `text` is what to send, `texts` its parameters by name; beside them it may use `$case`, which `needs_case` tells.
    `columns` are the last of its columns, as the query spells them: all of them, unless it returns `*`.
    """

    text: str
    texts: tuple[tuple[str, str], ...]
    needs_case: bool
    columns: tuple[str, ...]


def written(tree: Tree[Token], text: str) -> ReadingQuery:
    """The query that this tree was read from, written anew; UnusableQuery where a number in it is out of bounds."""
    for hops in tree.find_data("hops"):
        _check_hops(hops)
    for call in tree.find_data("call"):
        _check_replace(call)
    tokens = [token for token in tokens_of(tree, longest(tree)) if token.type != "SEMICOLON"]
    texts: dict[str, str] = {}
    return ReadingQuery(
        text=" ".join(_spelled(token, texts) for token in tokens),
        texts=tuple((name, content) for content, name in texts.items()),
        needs_case=any(token.type == "PARAMETER" for token in tokens),
        columns=tuple(_columns(tree, text)),
    )


def _spelled(token: Token, texts: dict[str, str]) -> str:
    """The one spelling of a token that is sent; a text in quotes joins `texts` under the name of its parameter."""
    match token.type:
        case "NAME":
            return f"`{token}`"
        case "STRING":
            return "$" + texts.setdefault(_content(token), f"text_{len(texts) + 1}")
        case "PARAMETER":
            if token != f"${CASE}":
                raise refused(f"the parameter {shortened(token)} has no value", token, ONLY_CASE)
            return str(token)
        case "INTEGER":
            return _number(token)
        case "FLOAT" if isinf(float(token)):
            raise refused(f"the number {shortened(token)} is refused", token, "The largest is about 1.8e308.")
        case "SUBQUERY":
            return token.upper()
        case sort:
            return str(token) if sort in _KEPT or not token.isalpha() else sort


def _content(token: Token) -> str:
    """What a text in quotes says."""
    return _ESCAPE.sub(lambda found: _unescaped(found, token), token[1:-1])


def _unescaped(found: re.Match[str], token: Token) -> str:
    if found[1] not in _ESCAPES:
        raise refused(
            f"the escape {found[0]} is refused",
            token,
            "A text may hold: " + " ".join(f"\\{c}" for c in _ESCAPES),
        )
    return _ESCAPES[found[1]]


def _number(token: Token) -> str:
    if len(token) > len(str(LARGEST)) or int(token) > LARGEST:
        raise refused(f"the number {shortened(token)} is refused", token, f"The largest is {LARGEST}.")
    return str(int(token))


def _check_hops(hops: Tree[Token]) -> None:
    """Has the number of steps that a path may take an upper bound, and a small one?"""
    star, *rest = tokens_of(hops, {})
    if not rest or rest[-1].type != "INTEGER":
        what = "a path of unbounded variable length is refused"
    elif len(rest[-1]) > 3 or int(rest[-1]) > HOPS:
        what = f"a variable length of up to {shortened(rest[-1])} steps is refused"
    else:
        return
    raise refused(what, star, f"Give an upper bound of at most {HOPS}: -[*1..{HOPS}]->.")


def _check_replace(call: Tree[Token]) -> None:
    """Does a `replace` give at most twice what it takes? It is told by the two texts in quotes that it is given."""
    match call.children:
        case [Token(type="FUNCTION") as name, *given] if name == "replace" and not _doubles_at_most(given):
            raise refused(
                "a replace() that may give more than twice its text is refused",
                name,
                "Write both its other texts in quotes, the new one at most twice as long as the old one.",
            )


def _doubles_at_most(given: Sequence[Tree[Token] | Token]) -> bool:
    match given:
        case [_, _, _, Token(type="STRING") as old, _, Token(type="STRING") as new, _]:
            return _content(old) != "" and len(_content(new)) <= 2 * len(_content(old))
        case _:
            return False


def _columns(tree: Tree[Token], text: str) -> Iterator[str]:
    """What the query returns, as it spells it; of several joined by UNION the first, as the server does."""
    found = tree
    for name in ("query", "single", "projection", "items"):
        found = next(child for child in found.children if isinstance(child, Tree) and child.data == name)
    return (_column(item, text) for item in found.children if isinstance(item, Tree))


def _column(item: Tree[Token], text: str) -> str:
    last = item.children[-1]
    if len(item.children) > 1 and isinstance(last, Token):
        return str(last)
    return " ".join(text[item.meta.start_pos : item.meta.end_pos].split())
