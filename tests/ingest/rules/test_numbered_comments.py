from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, ends, extracted, names

SENT = "From: Ada Brink, Hull Office. 3 May 2026."
REST = ("**2. Staffing.** The shifts are long.", "**3. Wording.** Page 4 repeats page 2.")


def _comments(first: str, *others: str) -> tuple[str, ...]:
    return ("# Comments on the dock report", SENT, first, *(others or REST))


def test_bold_numbered_paragraphs_of_a_critique_are_findings_of_its_sender() -> None:
    proposals = extracted(*_comments("**1. Fog.** I do not accept Claim 3."), kind=DocumentKind.CRITIQUE)

    assert names(proposals, "finding") == {"Fog", "Staffing", "Wording"}
    assert ends(proposals, "RAISED_BY") == {(number, "Ada Brink") for number in "123"}
    assert ends(proposals, "DISPUTES") == {("1", "3")}
    assert ends(proposals, "MEMBER_OF") == {("Ada Brink", "Hull Office")}


@pytest.mark.parametrize(
    "rest",
    [
        ("**2. Staffing.** The shifts are long.",),
        ("**4. Staffing.** The shifts are long.", "**5. Wording.** Page 4 repeats page 2."),
        ("2. The shifts are long.", "3. Page 4 repeats page 2."),
    ],
)
def test_two_numbers_or_numbers_with_gaps_are_no_series_of_comments(rest: tuple[str, ...]) -> None:
    proposals = extracted(*_comments("**1. Fog.** The horn is loud.", *rest), kind=DocumentKind.CRITIQUE)

    assert not {"Fog", "Staffing"} & names(proposals, "finding")


def test_a_report_numbers_no_comments() -> None:
    proposals = extracted(*_comments("**1. Fog.** The horn is loud."), kind=DocumentKind.REPORT)

    assert not elements(proposals, "finding")


@pytest.mark.parametrize(
    ("comment", "type_", "target"),
    [
        (
            "**1. Egress limits.** They do what they should, but this is thinner than it sounds.",
            "QUALIFIES",
            "Egress limits",
        ),
        ("**1. The two-key rule.** I do not believe it should count for Pathway 2.", "DISPUTES", "Two-key rule"),
        ("**1. Night diving trial.** I would describe the dives with more caution.", "QUALIFIES", "Night diving trial"),
        ("**1. Pathway 6.** I concur with the authors that this is the weakest part.", "AGREES_WITH", "6"),
    ],
)
def test_an_opinion_that_names_nothing_is_of_the_title_of_its_comment(comment: str, type_: str, target: str) -> None:
    proposals = extracted(*_comments(comment), kind=DocumentKind.CRITIQUE)

    assert ends(proposals, type_) == {("1", target)}


@pytest.mark.parametrize(
    "comment",
    [
        "**1. Two boats in one dock.** I concur.",
        "**1. Who hears of it.** I concur.",
        "**1. Egress limits.** I saw them.",
    ],
)
def test_a_title_that_names_no_thing_and_a_comment_without_opinion_have_no_aim(comment: str) -> None:
    proposals = extracted(*_comments(comment), kind=DocumentKind.CRITIQUE)

    assert not ends(proposals, "AGREES_WITH") | ends(proposals, "QUALIFIES") | ends(proposals, "DISPUTES")


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The Radar Filter is the best piece of work in the report.", "AGREES_WITH"),
        ("I tried to defeat the Radar Filter and failed.", "AGREES_WITH"),
        ("The Radar Filter is where the report says it is.", "AGREES_WITH"),
        ("The Radar Filter is weaker than a reader would suppose.", "QUALIFIES"),
        ("The Radar Filter has a blind spot in rain.", "QUALIFIES"),
        ("The Radar Filter is read, but when it trips nobody is told.", "QUALIFIES"),
    ],
)
def test_plain_praise_and_plain_doubt_are_opinions(sentence: str, type_: str) -> None:
    proposals = extracted(*_comments(f"**1. Sea watch.** {sentence}"), kind=DocumentKind.CRITIQUE)

    assert ends(proposals, type_) == {("1", "Radar Filter")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Radar Filter is newer than it looks.",
        "The Radar Filter is the best known of five.",
        "Everybody is told when the Radar Filter trips.",
    ],
)
def test_what_praises_or_doubts_nothing_is_no_opinion(sentence: str) -> None:
    proposals = extracted(*_comments(f"**1. Sea watch.** {sentence}"), kind=DocumentKind.CRITIQUE)

    assert not ends(proposals, "AGREES_WITH") | ends(proposals, "QUALIFIES")


def test_what_a_report_does_not_say_is_no_claim_of_it() -> None:
    proposals = extracted(
        "# Review", SENT, "Section 5 does not say that the two pumps share one motor.", kind=DocumentKind.CRITIQUE
    )

    assert not elements(proposals, "claim")


def test_a_post_behind_the_name_of_a_sender_is_no_team() -> None:
    proposals = extracted(
        "# Review",
        "From: Ada Brink, Head of Hull Works. 3 May 2026.",
        "I agree with the authors on Claim 3, as far as it goes.",
        kind=DocumentKind.CRITIQUE,
    )

    assert not elements(proposals, "team")
    assert {who for _, who in ends(proposals, "RAISED_BY")} == {"Ada Brink"}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("I would not count the Radar Filter.", "DISPUTES"),
        ("I do not think that the authors have shown the Radar Filter to work.", "DISPUTES"),
        ("I do not say that the Radar Filter is worthless, only dim.", "QUALIFIES"),
    ],
)
def test_what_a_reviewer_would_not_count_is_disputed(sentence: str, type_: str) -> None:
    proposals = extracted(*_comments(f"**1. Sea watch.** {sentence}"), kind=DocumentKind.CRITIQUE)

    assert ends(proposals, type_) == {("1", "Radar Filter")}


@pytest.mark.parametrize(
    "sentence",
    ["I would count the Radar Filter.", "I think that the authors have shown the Radar Filter.", "I say it is dim."],
)
def test_what_a_reviewer_would_count_is_not_disputed(sentence: str) -> None:
    proposals = extracted(*_comments(f"**1. Sea watch.** {sentence}"), kind=DocumentKind.CRITIQUE)

    assert not ends(proposals, "DISPUTES") | ends(proposals, "QUALIFIES")
