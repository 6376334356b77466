"""Which brackets of a query open the nodes of a path, told by what follows their end: `(a)-->` is a node, `(a) -` is not.

What says how often a part of a path repeats is told here as well, since it is refused by its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lark import Token

CLOSES = {"LPAR": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE"}


def nodes_of_paths(tokens: Sequence[Token]) -> Mapping[int, str]:
    """By its place, the type of each bracket that opens a node of a path: NODE, or LAST where the path ends with it.

    REPEAT is the type of what repeats: the bracket that opens a group of a path, or what follows a relation.
    """
    ends = _ends(tokens)
    found: dict[int, str] = {}
    for at, token in enumerate(tokens):
        if token.type == "LPAR" and at in ends:
            beyond = _beyond_relation(tokens, ends, ends[at] + 1)
            if beyond is not None:
                found[at] = "NODE"
                found[beyond] = "LAST" if tokens[beyond].type == "LPAR" else "REPEAT"
    groups = (at for at, end in ends.items() if _repeats(tokens, end) and found.get(_first(tokens, at)) == "NODE")
    return found | dict.fromkeys(groups, "REPEAT")


def _repeats(tokens: Sequence[Token], end: int) -> bool:
    """Does it say behind this bracket how often something repeats, as in `((a)-->(b)){1,3}`?"""
    return [token.type for token in tokens[end + 1 : end + 2]] in (["LBRACE"], ["PLUS"], ["STAR"])


def _first(tokens: Sequence[Token], at: int) -> int:
    """Where the first node of a path in this bracket opens, if one does; the path may have a name."""
    is_named = [token.type for token in tokens[at + 2 : at + 3]] == ["EQUAL"]
    return at + 3 if is_named else at + 1


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
    is_relation = tokens[at].type == "MINUS" if at < len(tokens) else False
    return after if is_relation and _opens_node(tokens, ends, after) else None


def _opens_node(tokens: Sequence[Token], ends: Mapping[int, int], at: int) -> bool:
    """Does a node open here, or behind what says how often the relation before it repeats?"""
    types = [token.type for token in tokens[at : at + 2]]
    if types[:1] == ["LBRACE"] and at in ends:
        types = [token.type for token in tokens[ends[at] : ends[at] + 2]]
    return types[:1] == ["LPAR"] or (types[:1] in (["RBRACE"], ["PLUS"], ["STAR"]) and types[1:] == ["LPAR"])
