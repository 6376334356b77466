from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    "talk",
    [
        (
            "Ida Noor: Who shuts the sluice at night?",
            "Jan Holm: I do, and I have done so for years.",
            "Ida Noor: And if it rains?",
        ),
        ("Q: Who shuts the sluice at night?", "Jan Holm: I do, and I have done so for years.", "Q: Thanks."),
        ("Interviewer: So it shuts by itself.", "Jan Holm: It does, every night at ten.", "Interviewer: Good."),
    ],
)
def test_whoever_only_asks_is_no_part_of_the_case(talk: tuple[str, ...]) -> None:
    assert names(extracted(*talk, kind=DocumentKind.INTERVIEW), "person") == {"Jan Holm"}


def test_one_who_asks_back_stays_in_the_case() -> None:
    talk = ("Ida Noor: Tell me about the sluice.", "Jan Holm: Which one? I keep both of them, and the weir too.")

    assert "Jan Holm" in names(extracted(*talk, kind=DocumentKind.INTERVIEW), "person")


@pytest.mark.parametrize(
    "talk",
    [
        ("Ida Noor: Does the Flow Monitor depend on the river gauge feed?", "Jan Holm: I would have to look that up."),
        ("Ida Noor: Is the Flow Monitor owned by Dock Services?", "Jan Holm: I would have to look that up."),
        ("Ida Noor: Does the Flow Monitor page Dock Services?", "Jan Holm: I would have to look that up."),
    ],
)
def test_a_question_states_nothing_by_itself(talk: tuple[str, ...]) -> None:
    assert extracted(*talk, kind=DocumentKind.INTERVIEW).relations == ()


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("Speakers: Jan Holm (night foreman, Lock Services); Ida Noor", ("Jan Holm", "Lock Services")),
        ("Jan Holm is head of Lock Services.", ("Jan Holm", "Lock Services")),
        ("The gauge book is in the care of Jan Holm at the Lock Office.", ("Jan Holm", "Lock Office")),
    ],
)
def test_people_are_placed_in_teams_by_plain_words(line: str, pair: tuple[str, str]) -> None:
    lines = (line, "The sluice is old.", "Jan Holm keeps the gauge book. Lock Services runs the gate.")

    assert pair in ends(extracted(*lines), "MEMBER_OF")
