"""How verdicts and strengths look: always a word, with a shape and a colour beside it (answers.md)."""

from __future__ import annotations

from dataclasses import dataclass

from graph.elements import Strength


@dataclass(frozen=True)
class Mark:
    """A verdict's shape, and its colour on a light and on a dark page; `ansi` is its colour in a terminal."""

    shape: str
    light: str
    dark: str
    ansi: str


MARKS = {
    "lost": Mark("✕", "#B42318", "#F97066", "31"),
    "weakened": Mark("▼", "#B54708", "#FDB022", "33"),
    "thinned": Mark("◐", "#175CD3", "#84CAFF", "34"),
    "intact": Mark("●", "#067647", "#47CD89", "32"),
}
NO_VERDICT = Mark("○", "#475467", "#98A2B3", "90")


def mark(verdict: str | None) -> Mark:
    """The mark of a verdict; of no verdict for None."""
    return MARKS.get(verdict or "", NO_VERDICT)


def bars(strength: Strength | None) -> str:
    """One to three bars for weak to strong, all empty for none, and dots where nobody states a strength."""
    return "···" if strength is None else "▮" * strength.rank + "▯" * (3 - strength.rank)


def word(strength: Strength | None) -> str:
    """The strength as a word; "unstated" where the source is silent."""
    return "unstated" if strength is None else strength.value
