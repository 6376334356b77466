"""Writes anew what was read of a query; this, and never the text that came in, is sent to the server.

Keywords are spelled out, every name stands in back-ticks, every text in quotes becomes a parameter, and comments are
gone. So nothing is left in it that the server could read otherwise than the grammar did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from lark import Token, Tree

from graph.stores.reading.refusal import refused, shortened

HOPS = 15
LARGEST = 2**63 - 1
CASE = "case"
ONLY_CASE = "Write the value itself; only $case, the case that is meant, is filled in."

_ESCAPES = MappingProxyType(
    {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", '"': '"', "`": "`"}
)
_ESCAPE = re.compile(r"\\([\s\S])")
_KEPT = {"FUNCTION", "QUANTIFIER", "SHORTEST", "FLOAT"}


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
    tokens = [token for token in _tokens(tree) if token.type != "SEMICOLON"]
    texts: dict[str, str] = {}
    return ReadingQuery(
        text=" ".join(_spelled(token, texts) for token in tokens),
        texts=tuple((name, content) for content, name in texts.items()),
        needs_case=any(token.type == "PARAMETER" for token in tokens),
        columns=tuple(_columns(tree, text)),
    )


def _tokens(tree: Tree[Token]) -> Iterator[Token]:
    """The tokens in their order, without going deeper with the tree."""
    left: list[Tree[Token] | Token] = [tree]
    while left:
        found = left.pop()
        if isinstance(found, Token):
            yield found
        else:
            left.extend(reversed(found.children))


def _spelled(token: Token, texts: dict[str, str]) -> str:
    """The one spelling of a token that is sent; a text in quotes joins `texts` under the name of its parameter."""
    match token.type:
        case "NAME":
            return f"`{token}`"
        case "STRING":
            content = _ESCAPE.sub(lambda found: _unescaped(found, token), token[1:-1])
            return "$" + texts.setdefault(content, f"text_{len(texts) + 1}")
        case "PARAMETER":
            if token != f"${CASE}":
                raise refused(f"the parameter {shortened(token)} has no value", token, ONLY_CASE)
            return str(token)
        case "INTEGER":
            return _number(token)
        case "SUBQUERY":
            return token.upper()
        case sort:
            return str(token) if sort in _KEPT or not token.isalpha() else sort


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
    star, *rest = _tokens(hops)
    if not rest or rest[-1].type != "INTEGER":
        what = "a path of unbounded variable length is refused"
    elif len(rest[-1]) > 3 or int(rest[-1]) > HOPS:
        what = f"a variable length of up to {shortened(rest[-1])} steps is refused"
    else:
        return
    raise refused(what, star, f"Give an upper bound of at most {HOPS}: -[*1..{HOPS}]->.")


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
