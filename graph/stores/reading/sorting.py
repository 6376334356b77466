"""Sorts the words and brackets of a query, so that a grammar with one token of look-ahead can read it.

Cypher reserves no word: `end` is a keyword inside CASE and a name elsewhere. What a word is taken for depends on its
neighbours here, never on how the server would read it: what is taken for a name is sent in back-ticks, and is one there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lark import Token
from lark.lark import PostLex

from graph.stores.reading.brackets import Brackets
from graph.stores.reading.calls import called, with_calls
from graph.stores.reading.paths import nodes_of_paths
from graph.stores.reading.refusal import NAMES, refused, refused_clause, refused_word, shortened
from graph.stores.reading.words import KEYWORDS, REFUSED, SUBQUERIES


class Sorter(PostLex):
    """Sorts the tokens of a query between lexer and parser; UnusableQuery for what its words alone forbid."""

    always_accept = ("WORD", "QUOTED", "EXPRESSION")

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The tokens, each under the type that the grammar knows it by."""
        tokens = list(with_calls(list(stream)))
        return _Pass(tokens, nodes_of_paths(tokens), Brackets()).sorted()


@dataclass
class _Pass:
    """One pass over the tokens of a query."""

    tokens: Sequence[Token]
    nodes: Mapping[int, str]
    brackets: Brackets
    before: str = ""
    cases: int = 0

    def sorted(self) -> Iterator[Token]:
        """Every token, sorted."""
        for at, token in enumerate(self.tokens):
            found = self._sorted(at, token)
            self.brackets.step(found)
            self.before = self._role(at, found)
            yield found

    def _sorted(self, at: int, token: Token) -> Token:
        match token.type:
            case "WORD":
                return token.update(self._word(at, token))
            case "QUOTED":
                return _quoted(token)
            case "CALLED":
                return called(token, self.before)
            case "LPAR" | "LBRACE" | "PLUS" | "STAR" if self.nodes.get(at) == "REPEAT":
                hint = "Say how often with a variable length that has an upper bound: -[:DEPENDS_ON*1..5]->."
                raise refused("a quantified path pattern is refused: it is not on the list", token, hint)
            case "LPAR":
                return token.update(self.nodes.get(at, "LPAR"))
            case "LSQB":
                return token.update(self._list(at))
            case "EXPRESSION":
                hint = "Use CONTAINS, STARTS WITH or ENDS WITH, on toLower(…) where case does not matter."
                raise refused("=~ is refused: a regular expression may run for ever", token, hint)
            case "SEMICOLON" if at + 1 < len(self.tokens):
                raise refused("a second statement is refused", self.tokens[at + 1], "Run one query at a time.")
            case _:
                return token

    def _role(self, at: int, found: Token) -> str:
        """What the next word may go by: the type of the token before it, but KEY and VALUE in a map."""
        if found.type == "NAME" and self._is_key(at):
            return "KEY"
        return "VALUE" if found.type == "COLON" and self.before == "KEY" else found.type

    def _word(self, at: int, token: Token) -> str:
        word = token.upper()
        if self.before == "DOT" or self._is_key(at):
            return "NAME"
        if word in REFUSED:
            raise refused_clause(token)
        if self._follows_digits(at):
            number = self.tokens[at - 1] + token
            raise refused(
                f"the number {shortened(number)} is refused", token, "Write it in decimal digits, as in 255 or 2.5e3."
            )
        if word == "SHORTEST" and self._type(at + 1) == "INTEGER":
            raise refused_word(token)
        if self.before in {"AS", "COLON", "AMPERSAND", "BANG"}:
            return "NAME"
        if word in SUBQUERIES:
            return "SUBQUERY" if self._type(at + 1) == "LBRACE" else "NAME"
        if not self._is_keyword(at, word):
            return "NAME"
        self.cases += {"CASE": 1, "END": -1}.get(word, 0)
        return word

    def _is_keyword(self, at: int, word: str) -> bool:
        match word:
            case "END":
                return self.cases > 0
            case "ALL":
                return self.before == "UNION"
            case "BY":
                return self.before == "ORDER"
            case "ORDER":
                return self._upper(at + 1) == "BY"
            case "STARTS" | "ENDS":
                return self._upper(at + 1) == "WITH"
            case _:
                return word in KEYWORDS

    def _follows_digits(self, at: int) -> bool:
        """Does the word begin right behind a number, as in 0xFF?"""
        before = self.tokens[at - 1] if at else None
        return (
            before is not None and before.type in {"INTEGER", "FLOAT"} and before.end_pos == self.tokens[at].start_pos
        )

    def _is_key(self, at: int) -> bool:
        """Is it the key of a map?"""
        return self.brackets.in_map and self.before in {"LBRACE", "COMMA"} and self._type(at + 1) == "COLON"

    def _list(self, at: int) -> str:
        """Does a square bracket open a loop over a list, or over the paths of a pattern, or a plain list?"""
        is_named = self._type(at + 1) in {"WORD", "QUOTED"}
        if is_named and self._upper(at + 2) == "IN":
            return "EACH"
        node = at + 3 if is_named and self._type(at + 2) == "EQUAL" else at + 1
        return "ROUTES" if node in self.nodes else "LSQB"

    def _type(self, at: int) -> str:
        return self.tokens[at].type if at < len(self.tokens) else ""

    def _upper(self, at: int) -> str:
        return self.tokens[at].upper() if at < len(self.tokens) else ""


def _quoted(token: Token) -> Token:
    name = token[1:-1]
    if not name or not name.isascii() or not name.isprintable() or "\\" in name:
        raise refused(f"the name {shortened(token)} is refused", token, NAMES)
    return token.update("NAME", name)
