"""How large one value can get that a query makes, counted while its tokens pass.

The server's limits on memory and time act between rows. Inside one expression they do not: there a list may double, a
text may square, and a list of lists may grow by a factor with every clause. So what multiplies is counted here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lark import Token

from graph.errors import UnusableQuery
from graph.stores.reading.refusal import refused
from graph.stores.reading.words import COPYING, DOUBLING

DOUBLINGS = 8
"""How often a query may double a list or a text, or copy texts in a loop."""
LOOPED = 1000
"""How long a list may be that is gone through; longer ones are refused where the query runs."""
LOOPED_OFTEN = 100
"""How long a list may be that is gone through again and again, or of which texts are made."""
MADE_AT_ONCE = 20_000_000
MADE_IN_ALL = 10**9

_BUILDS = {"list", "map", "made"}
_MADE_OF = {"NAME", "FUNCTION", "SUBQUERY"}
_CLAUSES = {"WITH", "RETURN", "UNWIND"}


@dataclass
class Growth:
    """What the clauses so far can have made, each on top of the one before."""

    doublings: int = 0
    at_once: int = 0
    clauses: list[int] = field(default_factory=list)

    def step(self, token: Token, before: Token | None, opened: list[str]) -> None:
        """Take one sorted token in, inside these brackets; UnusableQuery where a value may get too large.

        What a subquery makes are rows, on which the server's limits act: only the brackets in it count.
        """
        if "subquery" in opened:
            opened = opened[len(opened) - opened[::-1].index("subquery") :]
        loops = opened.count("made")
        self._count_doubling(token, loops)
        if token.type in _CLAUSES and (before is None or before.type not in {"STARTS", "ENDS"}):
            self.clauses.append(max(1, self.at_once))
            self.at_once = 0
        elif token.type == "UNION" and not opened:
            self.clauses, self.at_once = [], 0
        elif token.type in _MADE_OF and _BUILDS.intersection(opened) and (before is None or before.type != "DOT"):
            self.at_once += LOOPED**loops
        elif token.type == "COLON" and opened[-1:] == ["map"] and before is not None and before.type == "NAME":
            self.at_once -= LOOPED**loops
        self._check(token)

    def _count_doubling(self, token: Token, loops: int) -> None:
        copies = token.type in {"PLUS", "CONCATENATE"} or (token.type == "FUNCTION" and token.lower() in COPYING)
        if copies and loops > 1:
            raise refused(
                f"'{token}' in what a loop within a loop makes is refused: it may make more than fits in memory",
                token,
                "UNWIND one of the two lists.",
            )
        doubles = token.type in {"PLUS", "CONCATENATE"} or (token.type == "FUNCTION" and token.lower() in DOUBLING)
        self.doublings += doubles or (copies and loops > 0)
        if self.doublings > DOUBLINGS:
            raise refused(
                f"more than {DOUBLINGS} uses of '+', '||', replace() and split() are refused",
                token,
                "Take the query apart, or return the parts in columns of their own.",
            )

    def _check(self, token: Token) -> None:
        made = max(1, self.at_once)
        for clause in self.clauses:
            made *= clause
        if self.at_once > MADE_AT_ONCE or made > MADE_IN_ALL:
            raise _too_large(token)


def _too_large(token: Token) -> UnusableQuery:
    return refused(
        "lists and maps that are made of each other again and again are refused: they may get too large",
        token,
        "Make them in fewer clauses, or UNWIND one of them.",
    )
