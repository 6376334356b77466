"""The first sentences of answers that count: how many pairs, sole supports, elements and paths there are."""

from __future__ import annotations

from assistant.facts.fact import Fact
from assistant.wording import capital, counted, in_words, strength_word


def apart_sum(fact: Fact, names: tuple[str, ...]) -> str:
    """From how many elements no support leads down to others."""
    whole, *apart = fact.numbers
    what = f"{in_words(whole)} {fact.words[0]}"
    others = names[len(names) - sum(apart) :]
    on = " or ".join(names[: len(names) - sum(apart)])
    if not apart:
        return f"From {'' if whole == 1 else 'each of '}the {what}, recorded support leads down to {on}."
    return f"Of {what}, {in_words(apart[0])} {_has(apart[0])} no recorded support that leads down to {on}: {'; '.join(others)}."


def pair_sum(fact: Fact, names: tuple[str, ...]) -> str:
    """How many pairs of failures take an element down."""
    top, level = names[0], strength_word(fact.strengths[0])
    if not fact.numbers:
        return f"No pair of failures takes {top} below {level} where neither does alone."
    number, *shown = fact.numbers
    cut = f", {in_words(shown[0])} shown" if shown else ""
    takes = "pair of failures takes" if number == 1 else "pairs of failures each take"
    return f"{capital(in_words(number))} {takes} {top} below {level}, where neither does alone{cut}."


def sole_sum(fact: Fact, names: tuple[str, ...]) -> str:
    """How many things alone take an element down."""
    top, level = names[0], strength_word(fact.strengths[0])
    if not fact.numbers:
        return f"No single failure takes {top} below {level}."
    number = fact.numbers[0]
    return f"{capital(in_words(number))} {'takes' if number == 1 else 'each take'} {top} below {level} alone."


def rank_sum(fact: Fact, names: tuple[str, ...]) -> str:
    """How many elements bear on pathways, and which comes first."""
    number, shown = fact.numbers
    bear = "bears" if number == 1 else "bear"
    return f"{capital(counted(number, 'element'))} {bear} on a pathway, {in_words(shown)} shown; first is {names[0]}."


def joined_sum(fact: Fact, names: tuple[str, ...]) -> str:
    """How many elements are joined to another."""
    each = ", each of" if fact.numbers[0] > 1 else ","
    many = f"{capital(in_words(fact.numbers[0]))} {fact.words[0]}{each} {fact.words[1]}"
    return f"{many} {names[0]}: {'; '.join(names[1:])}."


def path_sum(fact: Fact, names: tuple[str, ...]) -> str:
    """That one element bears on another."""
    further = "".join(f"; {counted(number, 'further path')}" for number in fact.numbers)
    return f"{names[0]} bears on {names[1]}{further}."


def _has(number: int) -> str:
    return "has" if number == 1 else "have"
