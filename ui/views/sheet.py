"""A sheet: what a screen shows as headings, sentences and buttons, as values that hold text and never markup.

The page puts every text on screen as text. So whatever a document says can be shown, and nothing of it can act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from graph.provenance import Frozen

NodeData = dict[str, "str | list[NodeData]"]
_NUMBERS = re.compile(r"\[(\d{1,4})\]|\b(P\d{1,4})\b")


class ActKind(StrEnum):
    """What a button of a sheet asks for; `goto` moves to a named place of the same sheet."""

    CITE = "cite"
    ASK = "ask"
    SHOW = "show"
    TURN = "turn"
    ACCEPT = "accept"
    REJECT = "reject"
    UNDO = "undo"
    GOTO = "goto"


class Act(Frozen):
    """A press of a button: what is asked for, and of what (a question, an element, a passage, a turn, a decision)."""

    kind: ActKind
    value: str = Field(max_length=10_000)


@dataclass(frozen=True)
class Node:
    """One piece of a sheet. `style`: its looks, by name. `name`: where `goto` leads. `spoken`: read out instead."""

    tag: str
    text: str = ""
    style: str = ""
    kids: tuple[Node, ...] = ()
    act: Act | None = None
    name: str = ""
    spoken: str = ""


def box(tag: str, *kids: Node | None, style: str = "", name: str = "") -> Node:
    """A piece that holds others; what is None is left out."""
    return Node(tag, style=style, name=name, kids=tuple(kid for kid in kids if kid is not None))


def button(text: str, act: Act, *, style: str = "link", spoken: str = "") -> Node:
    """A button, or a link within the sheet: something to press."""
    return Node("button", text, style, act=act, spoken=spoken)


def ask_button(question: str) -> Node:
    """A button that asks this question."""
    return button(question, Act(kind=ActKind.ASK, value=question), style="ask")


def element_button(id_: str, name: str, style: str = "element") -> Node:
    """A button that shows an element in the graph."""
    return button(name, Act(kind=ActKind.SHOW, value=id_), style=style)


def cite_button(number: int, passage: str) -> Node:
    """The button of a citation, counted from 1: it opens the passage."""
    act = Act(kind=ActKind.CITE, value=passage)
    return button(f"[{number}]", act, style="cite", spoken=f"Source {number}: open the passage")


def path_button(number: int) -> Node:
    """A link to a numbered path, counted from 1."""
    return button(f"P{number}", Act(kind=ActKind.GOTO, value=f"P{number}"), style="cite", spoken=f"Go to path {number}")


def with_numbers(text: str, passages: tuple[str, ...], paths: int) -> Iterator[Node]:
    """A sentence in pieces: its "[1]" and "P1" as buttons where there is such a source or path."""
    rest = 0
    for found in _NUMBERS.finditer(text):
        piece = _number_button(found, passages, paths)
        if piece is not None:
            if found.start() > rest:
                yield Node("span", text[rest : found.start()])
            yield piece
            rest = found.end()
    if rest < len(text):
        yield Node("span", text[rest:])


def _number_button(found: re.Match[str], passages: tuple[str, ...], paths: int) -> Node | None:
    if found[1] is not None:
        number = int(found[1])
        return cite_button(number, passages[number - 1]) if 1 <= number <= len(passages) else None
    number = int(found[2][1:])
    return path_button(number) if 1 <= number <= paths else None


def node_data(node: Node) -> NodeData:
    """The sheet as plain data for the page; what is empty is left out."""
    found: NodeData = {"tag": node.tag}
    for key, value in (("text", node.text), ("style", node.style), ("name", node.name), ("spoken", node.spoken)):
        if value:
            found[key] = value
    if node.act is not None:
        found |= {"act": node.act.kind.value, "value": node.act.value}
    if node.kids:
        found["kids"] = [node_data(kid) for kid in node.kids]
    return found


def sheet_text(node: Node) -> str:
    """The sheet as text, a line for each piece of its own, as a screen reader would go through it."""
    return "\n".join(_lines(node, ""))


INLINE = frozenset({"span", "button", "strong", "mark"})


def _lines(node: Node, indent: str) -> Iterator[str]:
    if all(kid.tag in INLINE for kid in node.kids):
        words = "".join(_said(piece) for piece in (node, *node.kids))
        yield f"{indent}{node.tag}{f'.{node.style}' if node.style else ''}: {words}"
        return
    yield f"{indent}{node.tag}{f'.{node.style}' if node.style else ''}: {node.text}".rstrip(": ")
    for kid in node.kids:
        yield from _lines(kid, f"{indent}  ")


def _said(node: Node) -> str:
    own = f"<{node.text}>" if node.act else node.text
    return own + ("".join(_said(kid) for kid in node.kids) if node.tag in INLINE else "")
