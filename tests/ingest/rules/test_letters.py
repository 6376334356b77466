"""Letters: who signs raises the points, each about what its own sentence names."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names

HEAD = ("Ada Lund Consulting engineer", "Mr Jon Berg Head of Works, Tarn Docks", "Dear Mr Berg,")


def letter(*body: str, closing: str = "Yours sincerely,") -> Proposals:
    return extracted(*HEAD, *body, closing, "Ada Lund", kind=DocumentKind.CRITIQUE)


@pytest.mark.parametrize("closing", ["Yours sincerely,", "Kind regards,", "Sincerely yours,"])
def test_who_signs_a_letter_raises_its_points(closing: str) -> None:
    read = letter("I disagree with the report about the gate interlock.", closing=closing)

    assert {by for _, by in ends(read, "RAISED_BY")} == {"Ada Lund"}
    assert {"Ada Lund", "Jon Berg"} <= names(read, "person")


def test_words_on_the_next_line_of_the_head_are_no_part_of_a_name() -> None:
    read = letter("I disagree with the report about the gate interlock.")

    assert not {name for kind in ("person", "organization") for name in names(read, kind)} & {
        "Ada Lund Consulting",
        "Jon Berg Head",
    }


@pytest.mark.parametrize(
    ("sentence", "type_", "about"),
    [
        ("I agree about the gate interlock, having seen it at work.", "AGREES_WITH", "Gate interlock"),
        ("I share your opinion of the pressure relief valve.", "AGREES_WITH", "Pressure relief valve"),
        ("I am less happy about the night patrol.", "QUALIFIES", "Night patrol"),
        ("With the spring drill I can't go along.", "DISPUTES", "Spring drill"),
    ],
)
def test_plain_opinions_of_a_letter_name_what_they_are_about(sentence: str, type_: str, about: str) -> None:
    assert {target for _, target in ends(letter(sentence), type_)} == {about}


def test_a_view_of_something_else_is_a_point_of_its_own() -> None:
    read = letter(
        "I agree about the gate interlock. I also agree about the night patrol. I agree about the tide alarm."
    )

    assert {target for _, target in ends(read, "AGREES_WITH")} == {"Gate interlock", "Night patrol", "Tide alarm"}
    assert len(names(read, "finding")) == 3


@pytest.mark.parametrize(
    "line", ["Dear reader of this page, be warned.", "He signed it yours sincerely, as he always does."]
)
def test_letters_quoted_in_a_sentence_are_none(line: str) -> None:
    read = extracted(
        line, "We disagree with the report about the gate interlock.", "Ada Lund", kind=DocumentKind.CRITIQUE
    )

    assert "Ada Lund" not in {by for _, by in ends(read, "RAISED_BY")}
