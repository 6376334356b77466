from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names

BEFORE = "Ann Ek: There's a tide alarm on the quay, and outside there was the Corvo Institute, who are a non-profit. And Weld & Hart, who are auditors, came in May."


def talk(sentence: str) -> Proposals:
    return extracted(
        "Jo Lind: Who looked at it?", f"{BEFORE} {sentence}", "Jo Lind: I see.", kind=DocumentKind.INTERVIEW
    )


@pytest.mark.parametrize(
    ("sentence", "name", "by"),
    [
        (
            "They found that the tide alarm can be switched off by any porter.",
            "The tide alarm can be switched off by any porter",
            "Weld & Hart",
        ),
        (
            "But Corvo thought we had overstated what the tide alarm catches at night.",
            "We had overstated what the tide alarm catches at night",
            "Corvo Institute",
        ),
        (
            "Their view was that the tide alarm had never been tested in fog.",
            "The tide alarm had never been tested in fog",
            "Weld & Hart",
        ),
    ],
)
def test_criticism_of_others_is_a_finding_of_theirs(sentence: str, name: str, by: str) -> None:
    read = talk(sentence)

    assert ends(read, "RAISED_BY") == {(name, by)}
    assert ends(read, "QUALIFIES") == {(name, "Tide alarm")}


@pytest.mark.parametrize(
    "sentence",
    [
        "They found the harbour easily and stayed for three weeks in all.",
        "They would have said that the tide alarm can be switched off.",
        "I thought that the tide alarm had never been tested in fog.",
        "Did they find that the tide alarm can be switched off by any porter?",
    ],
)
def test_other_things_told_of_them_are_no_findings(sentence: str) -> None:
    assert names(talk(sentence), "finding") == set()


def test_an_organization_is_called_by_its_first_word_where_the_document_does() -> None:
    read = talk("By now Corvo runs the tide alarm.")

    assert ("Tide alarm", "Corvo Institute") in ends(read, "OPERATED_BY")


@pytest.mark.parametrize(
    ("view", "type_"),
    [
        ("The Norden Institute agreed with us.", "AGREES_WITH"),
        ("The Norden Institute agreed with us, with the caveat that nobody has tried it in fog.", "QUALIFIES"),
        ("The Norden Institute disagreed with us.", "DISPUTES"),
        ("The Norden Institute weren't convinced by it.", "DISPUTES"),
    ],
)
def test_what_another_firm_thinks_of_the_control_spoken_of_is_a_finding(view: str, type_: str) -> None:
    read = extracted(
        "A call with Ines Roth, Harbour Services",
        "Jo Lind: You rate the tide alarm as strong.",
        f"Ines Roth: Right. {view}",
        "Jo Lind: I see.",
        kind=DocumentKind.INTERVIEW,
    )

    assert [target for _, target in ends(read, type_)] == ["Tide alarm"]


@pytest.mark.parametrize(
    "view",
    [
        "The Norden Institute agreed to come back in May.",
        "The Norden Institute would have agreed with us.",
        "The Norden Institute disagreed on some points.",
        "We agreed with ourselves.",
    ],
)
def test_what_is_no_view_of_the_control_is_no_finding(view: str) -> None:
    read = extracted(
        "A call with Ines Roth, Harbour Services",
        "Jo Lind: You rate the tide alarm as strong.",
        f"Ines Roth: Right. {view}",
        "Jo Lind: I see.",
        kind=DocumentKind.INTERVIEW,
    )

    assert not names(read, "finding")
