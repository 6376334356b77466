"""Which brackets of a query open the nodes of a path, told by what follows their end: `(a)-->` is a node, `(a) -` is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lark import Token

CLOSES = {"LPAR": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE"}


def nodes_of_paths(tokens: Sequence[Token]) -> Mapping[int, str]:
    """By its place, the type of each bracket that opens a node of a path: NODE, or LAST where the path ends with it."""
    ends = _ends(tokens)
    found: dict[int, str] = {}
    for at, token in enumerate(tokens):
        if token.type == "LPAR" and at in ends:
            beyond = _beyond_relation(tokens, ends, ends[at] + 1)
            if beyond is not None:
                found[at] = "NODE"
                found[beyond] = "LAST"
    return found


def _ends(tokens: Sequence[Token]) -> Mapping[int, int]:
    """Where each bracket is closed, by where it is opened; what is never closed is left out."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for at, token in enumerate(tokens):
        if token.type in CLOSES:
            open_at.append(at)
        elif open_at and token.type == CLOSES[tokens[open_at[-1]].type]:
            ends[open_at.pop()] = at
    return ends


def _beyond_relation(tokens: Sequence[Token], ends: Mapping[int, int], at: int) -> int | None:
    """Where the node behind the relation opens that begins here; None where no relation does."""
    types = [token.type for token in tokens[at : at + 3]]
    if types[:1] == ["LESS"]:
        at, types = at + 1, types[1:]
    if types[:2] == ["MINUS", "LSQB"] and at + 1 in ends:
        at = ends[at + 1] + 1
    elif types[:2] == ["MINUS", "MINUS"]:
        at += 1
    else:
        return None
    after = at + (2 if [token.type for token in tokens[at : at + 2]] == ["MINUS", "MORE"] else 1)
    types = [token.type for token in tokens[after : after + 2]]
    if types[:1] in (["PLUS"], ["STAR"]):
        after, types = after + 1, types[1:]
    is_relation = tokens[at].type == "MINUS" if at < len(tokens) else False
    return after if is_relation and types[:1] == ["LPAR"] else None
