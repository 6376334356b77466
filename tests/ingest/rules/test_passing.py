"""Pathways named in passing, wishes, and reviewers' agreement, as long conversations have them."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names


def talk(*turns: str) -> Proposals:
    return extracted("A conversation", *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("said", "pathways"),
    [
        (
            "There are some ways it could go wrong, such as copying the weights out, or hiding a flaw in the code.",
            {"Copying the weights out", "Hiding a flaw in the code"},
        ),
        (
            "We call them pathways. So you have, you know, the pump giving ten doses, and the nurse reading the wrong chart.",
            {"The pump giving ten doses", "The nurse reading the wrong chart"},
        ),
        (
            "We looked at several ways a train might fail to stop, for example passing a red signal, or losing its brakes.",
            {"Passing a red signal", "Losing its brakes"},
        ),
    ],
)
def test_pathways_named_in_passing_are_read(said: str, pathways: set[str]) -> None:
    read = talk(f"Ada: {said}")

    assert names(read, "pathway") == pathways


@pytest.mark.parametrize(
    "said",
    [
        "It mattered for a couple of the pathways, yes.",
        "Two or three of the pathways hang on it, you know.",
        "I like walking home, and reading in the evening.",
    ],
)
def test_pathways_that_are_only_counted_stay_text(said: str) -> None:
    assert not names(talk(f"Ada: {said}"), "pathway")


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("I'd make the flag a default. So that nobody can leave it out.", "Make the flag a default"),
        ("I'd like weekends on the rota as well, but that costs money.", "Weekends on the rota"),
        ("Well, we could ask for a second signature tomorrow.", "Second signature"),
    ],
)
def test_what_a_speaker_would_change_is_a_mitigation(answer: str, name: str) -> None:
    read = talk("Bo: If you could change one thing, what would it be?", f"Ada: {answer}")

    assert names(read, "mitigation") == {name}


@pytest.mark.parametrize("answer", ["I'd like to go home.", "I'd say it works.", "We could see the lake."])
def test_small_talk_asks_for_no_change(answer: str) -> None:
    assert not names(talk("Bo: What would you change?", f"Ada: {answer}"), "mitigation")


def test_they_are_the_reviewers_of_the_turn_before() -> None:
    read = talk(
        "Ada: It says that Crane 3 is very unlikely to bring about a catastrophe.",
        "Ada: The stress-testing team reviewed it.",
        "Bo: Was that fair?",
        "Ada: Quite fair. And in the end they agreed with the conclusion.",
    )

    assert {target for _, target in ends(read, "RAISED_BY")} == {"Stress-testing team"}
    assert len(ends(read, "AGREES_WITH")) == 1
