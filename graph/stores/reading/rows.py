"""The lists that a query makes of rows: of the paths of a pattern, and of what COLLECT returns.

The server counts none of their members against a query's memory, so they are sent with a LIMIT, one above what they may
have, for a guard to see. A comprehension over a pattern is sent as the COLLECT that it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence

from lark import Token, Tree

from graph.stores.reading.growth import LOOPED, LOOPED_OFTEN
from graph.stores.reading.refusal import refused
from graph.stores.reading.words import COPYING

GUARD = "GUARD"
"""The type of what is sent of a guard as it stands."""


def longest_rows(tree: Tree[Token]) -> dict[int, int]:
    """How many members these lists may have, by the id of their part of the tree; UnusableQuery for COLLECT of a UNION."""
    lists = [*tree.find_data("routes"), *(part for part in tree.find_data("subquery") if _collects(part))]
    return {id(part): LOOPED_OFTEN if copies_texts(part.children[-2]) else LOOPED for part in lists}


def rows_of(part: Tree[Token], most: int) -> Sequence[Tree[Token] | Token]:
    """The same list, but with no more than one member above `most`."""
    limit = [Token("LIMIT", "LIMIT"), Token("INTEGER", str(most + 1))]
    if part.data == "subquery":
        *before, projection, end = part.children
        return [*before, *_within(projection, most, limit), end]
    _, *pattern, _, made, _ = part.children
    return [Token(GUARD, "COLLECT { MATCH"), *pattern, Token(GUARD, "RETURN"), made, *limit, Token("RBRACE", "}")]


def copies_texts(part: Tree[Token] | Token) -> bool:
    """Does it make texts of texts?"""
    tokens = [part] if isinstance(part, Token) else part.scan_values(lambda _: True)
    return any(
        token.type in {"PLUS", "CONCATENATE"} or (token.type == "FUNCTION" and token.lower() in COPYING)
        for token in tokens
    )


def _collects(subquery: Tree[Token]) -> bool:
    """Is it a COLLECT that returns something?"""
    first, *rest = subquery.children
    words = {token.type for token in rest if isinstance(token, Token)}
    if not isinstance(first, Token) or first.upper() != "COLLECT":
        return False
    if "UNION" in words:
        raise refused("UNION within COLLECT is refused", first, "Use one COLLECT for each part, and + between them.")
    return "RETURN" in words


def _within(projection: Tree[Token] | Token, most: int, limit: list[Token]) -> Sequence[Tree[Token] | Token]:
    """The projection with its own LIMIT where that is low enough, else with this one."""
    match projection:
        case Tree(data="projection", children=[*before, Tree(data="limit", children=[_, Token() as rows])]):
            return [projection] if len(rows) <= len(str(most)) and int(rows) <= most else [*before, *limit]
        case _:
            return [projection, *limit]
