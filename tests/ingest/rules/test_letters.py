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


def test_what_the_writer_would_do_in_the_readers_place_is_proposed() -> None:
    read = letter(
        "I agree about the gate interlock, having seen it at work.",
        "What would I do in your place? I'd have the gate interlock log every override. And I would ask somebody from "
        "outside to read the tide gauge.",
    )

    assert names(read, "mitigation") == {
        "Have the gate interlock log every override",
        "Ask somebody from outside to read the tide gauge",
    }
    assert ("Have the gate interlock log every override", "Gate interlock") in ends(read, "IMPROVES")


def test_what_somebody_would_have_said_is_no_advice() -> None:
    read = letter("I agree about the gate interlock, having seen it at work. I would have the honour of a reply.")

    assert not names(read, "mitigation")


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("As for the crane check, I am less happy than the report.", "Crane check"),
        ("The two-key custody lock I found convincing on paper and less so in the room.", "Two-key custody lock"),
        ("Until the siren is wired, I don't believe that Gannet can be relied upon at all.", "Gannet"),
    ],
)
def test_what_is_put_before_the_opinion_is_what_it_is_about(sentence: str, about: str) -> None:
    read = letter(sentence)

    assert about in {target for type_ in ("QUALIFIES", "DISPUTES") for _, target in ends(read, type_)}


@pytest.mark.parametrize(
    "sentence", ["As for the peer review, I am less happy.", "As for the next check, I am less happy."]
)
def test_reviews_and_checks_of_no_name_are_not_what_it_is_about(sentence: str) -> None:
    assert not names(letter(sentence), "control")
