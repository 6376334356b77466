"""Views that reviewers take in plain words, where one point ends and the next begins, and what each is about."""

from __future__ import annotations

import pytest

from graph.elements import RelationType
from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from ingest.extractors.rules.views import views_in
from tests.ingest.rules.written import ends, extracted, names

KNOWN = (
    "## Their controls",
    "| Control | Owner |",
    "| Sluice gate | Harbour Office |",
    "| Dose check | Pharmacy |",
    "| Vault timer | Cash Desk |",
    "## Remarks",
)


def review(*lines: str) -> Proposals:
    return extracted("# Review of the port report", "Reviewer: Ada Brook", *KNOWN, *lines, kind=DocumentKind.CRITIQUE)


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("I do not think that the fog drill shows what you take it to show.", "DISPUTES"),
        ("I can't accept that the gate has been tried.", "DISPUTES"),
        ("The timer deserves no weight until it is mended.", "DISPUTES"),
        ("That argument does not survive a second reading.", "DISPUTES"),
        ("With twelve boats the drill could easily have missed a slow leak.", "QUALIFIES"),
        ("I'd take the figure as an upper bound.", "QUALIFIES"),
        ("To me moderate seems generous.", "QUALIFIES"),
        ("There is a further oddity about the night log.", "QUALIFIES"),
        ("The mock patients were chosen by the nurses' own people.", "QUALIFIES"),
        ("If that list were altered the check would be useless.", "QUALIFIES"),
        ("I would also ask why the timer is wound by the thief.", "QUALIFIES"),
        ("The harbour is held by less than the report believes.", "QUALIFIES"),
        ("The gate is as good as you say.", "AGREES_WITH"),
        ("We tried for an hour to start it without a key and could not.", "AGREES_WITH"),
        ("That is a serious test.", "AGREES_WITH"),
        ("I would leave the gate alone.", "AGREES_WITH"),
    ],
)
def test_plain_words_take_a_view(sentence: str, type_: str) -> None:
    assert [view.type for view in views_in(sentence)][:1] == [RelationType(type_)]


@pytest.mark.parametrize(
    "sentence",
    [
        "None of this leads me to think that your conclusion is wrong.",
        "The gate was painted in May.",
        "We walked along the quay and spoke with the crew.",
        "The report has nine chapters and two maps.",
    ],
)
def test_other_sentences_take_none(sentence: str) -> None:
    assert views_in(sentence) == ()


def test_each_thing_that_a_paragraph_judges_is_a_point() -> None:
    found = review(
        "The sluice gate is as good as you say. The dose check, though, seems thin to me. With the vault timer I have no quarrel."
    )

    assert len(names(found, "finding")) == 3
    assert {target for _, target in ends(found, "QUALIFIES")} == {"Dose check"}
    assert {target for _, target in ends(found, "AGREES_WITH")} == {"Sluice gate", "Vault timer"}


def test_a_point_that_comes_back_to_its_thing_goes_on() -> None:
    found = review(
        "The sluice gate seems weak to me. The dose check is as good as you say. For the gate a second bolt is missing, and it is open to doubt whether anyone checks it; there is a gap."
    )

    assert len(names(found, "finding")) == 2


@pytest.mark.parametrize(
    "paragraph",
    [
        "On the sluice gate I have one thing to say. The median time from call to closing was 70 seconds. That isn't a test.",
        "About the sluice gate I'll be short. It closes. I would have called it weak.",
        "Then there is the sluice gate, on which so much is said to rest. I talked to the crew. I would give it no weight until it has been tried.",
        "As for the sluice gate, it is old. There is a gap beneath it.",
    ],
)
def test_a_paragraph_is_about_what_it_opens_with(paragraph: str) -> None:
    found = review(paragraph)

    assert {t for type_ in ("QUALIFIES", "DISPUTES") for _, t in ends(found, type_)} == {"Sluice gate"}
    assert len(names(found, "finding")) == 1


def test_things_joined_behind_a_view_are_all_meant() -> None:
    found = review("I have no quarrel with the sluice gate or with the vault timer.")

    assert {target for _, target in ends(found, "AGREES_WITH")} == {"Sluice gate", "Vault timer"}


def test_something_else_is_another_point() -> None:
    found = review(
        "I doubt that the dose check would do. There is something else, which your report passes over. The labels of the dose check are printed by the ward, to which every visitor can write."
    )

    assert len(names(found, "finding")) == 2


@pytest.mark.parametrize(
    ("line", "type_", "target"),
    [
        ("**Sluice gate.** I have no concerns about it.", "AGREES_WITH", "Sluice gate"),
        (
            "**Claim 2 (the pilots).** Here I disagree with the authors. The drill shows that they can swim.",
            "DISPUTES",
            "2",
        ),
        ("**Dose check.** It should be downgraded to weak.", "QUALIFIES", "Dose check"),
    ],
)
def test_words_in_bold_say_what_a_comment_is_about(line: str, type_: str, target: str) -> None:
    found = review(line)

    assert {aim for _, aim in ends(found, type_)} == {target}
    assert ends(found, "SUPPORTED_BY") == set()


def test_a_heading_says_what_a_paragraph_without_a_name_is_about() -> None:
    found = review("### The sluice gate", "There is a gap here that nobody has closed.")

    assert {aim for _, aim in ends(found, "QUALIFIES")} == {"Sluice gate"}


@pytest.mark.parametrize(
    ("item", "type_", "target"),
    [
        ("- Sluice gate: no comments, this is solid.", "AGREES_WITH", "Sluice gate"),
        (
            "- Dose check: I re-ran one trial and 31 of 60 got through. The figure is far too optimistic.",
            "QUALIFIES",
            "Dose check",
        ),
        ("- Vault timer: I would call it weak.", "QUALIFIES", "Vault timer"),
    ],
)
def test_an_item_is_about_what_stands_before_its_colon(item: str, type_: str, target: str) -> None:
    assert {aim for _, aim in ends(review(item), type_)} == {target}
