"""The brackets that are open at a place in a query, and how much of what a query may hold.

The server's time-out acts between rows. While it plans, and inside one expression, it does not, and a plan that goes too
deep ends the server's thread without an answer. So what goes deep or repeats is bounded here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lark import Token

from graph.errors import UnusableQuery
from graph.stores.reading.growth import Growth
from graph.stores.reading.refusal import refused

BRACKETS = 200
STEPS = 100
DEPTH = 20
LOOPS = 2
SPAN = 10_000

_SPANNED = {"INTEGER", "PLUS", "MINUS", "COMMA"}
_OPENS = {"LPAR", "LSQB", "LBRACE", "NODE", "LAST", "EACH", "ROUTES"}
_CLOSES = {"RPAR", "RSQB", "RBRACE"}
_VALUES = {"NAME", "STRING", "INTEGER", "FLOAT", "PARAMETER", "TRUE", "FALSE", "NULL", "FUNCTION"}
_BEFORE_NO_LIST = {"MINUS", "NAME", "PARAMETER", "STRING", "RPAR", "RSQB", "RBRACE"}
"""Behind these a square bracket holds a relation or a place in a list."""
_FLAT = {*_OPENS, *_CLOSES, *_VALUES, "COMMA", "SEMICOLON", "AS", "DISTINCT"}


@dataclass
class Brackets:
    """What is open while a query is passed through once."""

    open: list[str] = field(default_factory=list)
    before: Token | None = None
    opened: int = 0
    steps: int = 0
    growth: Growth = field(default_factory=Growth)

    @property
    def in_map(self) -> bool:
        """Is the innermost bracket that of a map?"""
        return self.open[-1:] == ["map"]

    def step(self, token: Token) -> None:
        """Take one sorted token in; UnusableQuery where it opens or repeats too much."""
        if self.open[-1:] == ["range"]:
            self._check_range(token)
        self.steps += token.type not in _FLAT
        if self.steps > STEPS:
            raise self._too_much(f"more than {STEPS} operators and clauses", token)
        self.growth.step(token, self.before, self.open)
        if token.type in _OPENS:
            self.opened += 1
            self.open.append(self._kind(token))
            self._check(token)
        elif token.type in _CLOSES and self.open:
            self.open.pop()
        elif token.type == "BAR" and self.open[-1:] in (["loop"], ["routes"]):
            self.open[-1] = "made"
        self.before = token

    def _kind(self, token: Token) -> str:
        before = self.before
        if token.type == "LBRACE":
            return "subquery" if before is not None and before.type == "SUBQUERY" else "map"
        if token.type == "EACH" or (before is not None and before.type == "QUANTIFIER"):
            return "loop"
        if token.type == "ROUTES":
            return "routes"
        if token.type == "LSQB":
            return "other" if before is not None and before.type in _BEFORE_NO_LIST else "list"
        return "range" if before is not None and before == "range" and before.type == "FUNCTION" else "other"

    def _check(self, token: Token) -> None:
        if self.opened > BRACKETS:
            raise self._too_much(f"more than {BRACKETS} brackets", token)
        if len(self.open) > DEPTH:
            raise self._too_much(f"brackets that are nested more than {DEPTH} deep", token)
        if self.open.count("loop") + self.open.count("made") > LOOPS:
            raise self._too_much(f"loops over lists that are nested more than {LOOPS} deep", token)

    def _check_range(self, token: Token) -> None:
        """Is what a `range` spans told by small numbers, or by the size of a list that is there?"""
        is_number = token.type in _SPANNED and (token.type != "INTEGER" or (len(token) <= 5 and int(token) <= SPAN))
        is_size = token.type == "FUNCTION" and token in {"size", "length"}
        if not (is_number or is_size or token.type in {"LPAR", "RPAR"}):
            raise refused(
                f"range() up to '{token}' is refused",
                token,
                f"It takes whole numbers up to {SPAN}, size(…) and length(…), so that it cannot run for ever.",
            )

    @staticmethod
    def _too_much(what: str, token: Token) -> UnusableQuery:
        return refused(f"{what} are refused", token, "Take the query apart with WITH.")
