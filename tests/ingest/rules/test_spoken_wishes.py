from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names


def talk(question: str, answer: str) -> Proposals:
    turns = (
        "Jo Lind: What stops a flood?",
        "Ines Roth: There's a tide gate. It runs on the level table.",
        f"Jo Lind: {question}",
        f"Ines Roth: {answer}",
    )
    return extracted("A call with Ines Roth, Harbour Services", *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("answer", "wish"),
    [
        ("Make the tide gate check daily.", "Make the tide gate check daily"),
        ("A heartbeat for the tide gate.", "Heartbeat for the tide gate"),
        ("Cut the list of keys to three. I've asked twice.", "Cut the list of keys to three"),
        ("There's a method I like, it's called paired sounding.", "Paired sounding"),
    ],
)
def test_an_answer_to_what_would_help_is_a_wish(answer: str, wish: str) -> None:
    assert wish in names(talk("What would you fix first?", answer), "mitigation")


@pytest.mark.parametrize(
    ("answer", "wish"),
    [
        ("Somebody should own the level table.", "Own the level table"),
        ("It's a two-day job to make it fail shut.", "Make it fail shut"),
        ("I'd like to see it raised to a year.", "It raised to a year"),
    ],
)
def test_what_somebody_should_do_is_a_wish_anywhere(answer: str, wish: str) -> None:
    assert wish in names(talk("How old is it?", answer), "mitigation")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How old is it?", "Make the tea first."),
        ("What would you fix first?", "Somebody should have told me."),
        ("What would you fix first?", "Nothing that I can think of."),
        ("Does it close?", "It's a two-day journey to the nearest town."),
    ],
)
def test_what_asks_for_nothing_is_no_wish(question: str, answer: str) -> None:
    assert names(talk(question, answer), "mitigation") == set()


@pytest.mark.parametrize(
    ("answer", "aim"),
    [
        ("A camera on the wall. It would back up the tide gate.", ("BACKS_UP", "Tide gate")),
        ("A hand winch at the rack. It'd be a second way of doing the same thing.", ("BACKS_UP", "Tide gate")),
        ("A drill in fog. It would make the tide gate something you can trust.", ("IMPROVES", "Tide gate")),
        ("Make the level table read-only.", ("IMPROVES", "Level table")),
    ],
)
def test_a_wish_is_aimed_at_what_the_next_words_say(answer: str, aim: tuple[str, str]) -> None:
    read = talk("What would you fix first?", answer)

    assert {target for _, target in ends(read, aim[0])} == {aim[1]}


def test_a_wish_that_points_at_something_unnamed_is_aimed_at_nothing() -> None:
    read = talk("How old is it?", "The gate does depend on that setting, and I'd like to see it raised to a year.")

    assert ends(read, "IMPROVES") == set()
