"""The lists that a query goes through: those that may be long are sent with a guard, since no time-out acts in a loop.

A guard gives the list itself, or an error of the server whose words are ours where the list is too long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lark import Token, Tree

from graph.stores.reading.growth import LOOPED
from graph.stores.reading.words import COPYING, SMALL

LOOPED_OFTEN = 100
"""How long a list may be that is gone through again and again, or of which texts are made."""
TOO_LONG = MappingProxyType(
    {most: f"a list of more than {most} members is gone through" for most in (LOOPED, LOOPED_OFTEN)}
)
"""What the server reports, by how long a list may be."""


def tokens_of(tree: Tree[Token] | Token, longest: Mapping[int, int]) -> Iterator[Token]:
    """The tokens in their order, with guards around the lists that `longest` names; never deeper with the tree."""
    left: list[Tree[Token] | Token] = [tree]
    while left:
        found = left.pop()
        if isinstance(found, Token):
            yield found
        elif id(found) in longest:
            left.extend(reversed(_guarded(found, longest[id(found)])))
        else:
            left.extend(reversed(found.children))


def longest_lists(tree: Tree[Token]) -> Mapping[int, int]:
    """How long a list may be that is gone through, by the id of its part of the tree; short ones are left out."""
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
    is_made = isinstance(bar, Token) and bar.type == "BAR"
    return is_made and any(_copies(token) for token in tokens_of(made, {}))


def _copies(token: Token) -> bool:
    return token.type in {"PLUS", "CONCATENATE"} or (token.type == "FUNCTION" and token.lower() in COPYING)


def _guarded(looped: Tree[Token], most: int) -> list[Tree[Token] | Token]:
    """CASE WHEN size(list) > most THEN date('no date') ELSE list END."""
    inside = looped.children
    bar = [Token("FUNCTION", "size"), Token("LPAR", "("), *inside, Token("RPAR", ")"), Token("MORE", ">")]
    fails = [Token("FUNCTION", "date"), Token("LPAR", "("), Token("STRING", f"'{TOO_LONG[most]}'"), Token("RPAR", ")")]
    then = [Token("INTEGER", str(most)), Token("THEN", "THEN"), *fails, Token("ELSE", "ELSE"), *inside]
    return [Token("CASE", "CASE"), Token("WHEN", "WHEN"), *bar, *then, Token("END", "END")]
