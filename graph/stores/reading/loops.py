"""What a query goes through at once: lists and texts that may be long are sent with a guard, since no limit acts there.

A guard gives the list or text itself, or an error of the server whose words are ours where it is too long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from lark import Token, Tree

from graph.stores.reading.growth import LOOPED, LOOPED_OFTEN
from graph.stores.reading.rows import GUARD, copies_texts, longest_rows, rows_of
from graph.stores.reading.words import GOING_THROUGH, SMALL

SPLIT = 100_000
"""How long a text may be that is split."""
TOO_LONG = MappingProxyType(
    {most: f"a list of more than {most} members is made or gone through" for most in (LOOPED, LOOPED_OFTEN)}
    | {SPLIT: f"a text of more than {SPLIT} characters is split"}
)
"""What the server reports, by how long a list or a text may be."""
_NOT_GIVEN = {"RPAR", "DISTINCT", "STAR"}


def tokens_of(tree: Tree[Token] | Token, longest: Mapping[int, int]) -> Iterator[Token]:
    """The tokens in their order, with guards around the lists that `longest` names; never deeper with the tree."""
    left: list[Tree[Token] | Token] = [tree]
    while left:
        found = left.pop()
        if id(found) in longest:
            left.extend(reversed(_guarded(found, longest[id(found)])))
        elif isinstance(found, Token):
            yield found
        else:
            left.extend(reversed(found.children))


def longest(tree: Tree[Token]) -> Mapping[int, int]:
    """How long a list or text may be that is gone through, by the id of its part of the tree; the others are left out."""
    given = ((str(call.children[0]).lower(), _first_given(call)) for call in tree.find_data("call"))
    limits = {id(part): SPLIT if name == "split" else LOOPED for name, part in given if part and name in GOING_THROUGH}
    return limits | _longest_lists(tree) | longest_rows(tree)


def _first_given(call: Tree[Token]) -> Tree[Token] | Token | None:
    return next((part for part in call.children[2:] if isinstance(part, Tree) or part.type not in _NOT_GIVEN), None)


def _longest_lists(tree: Tree[Token]) -> dict[int, int]:
    guarded = {id(loop): _looped(loop) for loop in tree.find_data("loop") if not _is_short(_looped(loop))}
    found = {id(looped): LOOPED for looped in guarded.values()}
    for loop in tree.find_data("loop"):
        inner = [id(guarded[id(part)]) for part in loop.find_data("loop") if id(part) in guarded and part is not loop]
        outer = [id(guarded[id(loop)])] if id(loop) in guarded else []
        if (inner and outer) or (outer and _makes_texts(loop)):
            found |= dict.fromkeys([*inner, *outer], LOOPED_OFTEN)
    return found


def _looped(loop: Tree[Token]) -> Tree[Token]:
    return next(part for part in loop.children if isinstance(part, Tree) and part.data == "looped")


def _is_short(looped: Tree[Token]) -> bool:
    """Is the list written out, or the labels, keys, nodes or relations of something?"""
    (inside,) = looped.children
    if not isinstance(inside, Tree):
        return False
    return inside.data == "list" or (inside.data == "call" and str(inside.children[0]).lower() in SMALL)


def _makes_texts(loop: Tree[Token]) -> bool:
    """Does it copy texts in what it makes of each member?"""
    *_, bar, made, _ = loop.children
    return isinstance(bar, Token) and bar.type == "BAR" and copies_texts(made)


def _guarded(part: Tree[Token] | Token, most: int) -> list[Tree[Token] | Token]:
    """The part itself, named once, or an error of the server; `it` is a name of its own, whatever else the query names so."""
    match part:
        case Token():
            inside: Sequence[Tree[Token] | Token] = [Token.new_borrow_pos(part.type, part.value, part)]
        case Tree(data="routes" | "subquery"):
            inside = rows_of(part, most)
        case _:
            inside = part.children
    return [
        Token(GUARD, "head([`it` IN ["),
        *inside,
        Token(GUARD, "] | CASE WHEN size(`it`) >"),
        Token("INTEGER", str(most)),
        Token(GUARD, "THEN date("),
        Token("STRING", f"'{TOO_LONG[most]}'"),
        Token(GUARD, ") ELSE `it` END])"),
    ]
