"""Comments in the margin of a Word document: points of their authors about what they hang on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction import Proposals
from ingest.extractors.rules import RulesExtractor
from tests.ingest.parsers.word_files import paragraph, read_word, run
from tests.ingest.rules.written import elements, relations


def commented(folder: Path, passage: str, on: str, *comments: tuple[str, str]) -> Proposals:
    """What the rules read in a document with these (author, words) hanging on some words of its one paragraph."""
    before, after = passage.split(on)
    marks = range(len(comments))
    begun = "".join(f'<w:commentRangeStart w:id="{at}"/>' for at in marks)
    ended = "".join(f'<w:commentRangeEnd w:id="{at}"/><w:r><w:commentReference w:id="{at}"/></w:r>' for at in marks)
    body = paragraph("Safety case", "T") + paragraph(run(before) + begun + run(on) + ended + run(after))
    written = "".join(
        f'<w:comment w:id="{at}" w:author="{author}">{paragraph(words)}</w:comment>'
        for at, (author, words) in enumerate(comments)
    )
    return RulesExtractor().extract(read_word(folder, body, comments=written))


@pytest.mark.parametrize(
    ("passage", "on", "comment", "aim"),
    [
        (
            "Claim 1: Dust explosion is ruled out. Nobody enters the leg.",
            "Dust explosion is ruled out.",
            "We do not think this follows: the test never covered the lower boot.",
            ("DISPUTES", "claim:1"),
        ),
        (
            "The infusion monitor stops the pump within ten seconds, day and night.",
            "stops the pump within ten seconds",
            "Was this measured on the ward, or only on the bench?",
            ("QUALIFIES", "control:infusion monitor"),
        ),
        (
            "Claim 2: The dam holds in every flood. The level monitor opens two gates.",
            "The level monitor opens two gates.",
            "Agreed, this matches what I saw on site in March.",
            ("AGREES_WITH", "control:level monitor"),
        ),
    ],
)
def test_comment_is_a_finding_of_its_author_about_what_it_hangs_on(
    tmp_path: Path, passage: str, on: str, comment: str, aim: tuple[str, str]
) -> None:
    found = commented(tmp_path, passage, on, ("Tom Osei", comment))

    (finding,) = elements(found, "finding")
    assert [each.target for each in relations(found, "RAISED_BY")] == ["person:tom osei"]
    assert [(each.type, each.target) for each in found.relations if each.source == finding.key][1:] == [aim]


def test_comment_that_words_no_opinion_is_about_its_passage_by_inference_only(tmp_path: Path) -> None:
    passage = "The crane limiter stops the hoist at twelve tonnes."

    found = commented(tmp_path, passage, "twelve tonnes", ("Ada Roe", "On site we saw it stop at fifteen."))

    (line,) = relations(found, "QUALIFIES")
    assert (line.target, line.basis) == ("control:crane limiter", "inferred")


def test_replies_in_a_thread_are_findings_where_they_say_something_of_the_matter(tmp_path: Path) -> None:
    thread = (
        ("Ada Roe", "This was never tested at night."),
        ("Tom Osei", "Done, thanks for spotting it."),
        ("Tom Osei", "The night test of May was cancelled, so the point stands."),
    )

    found = commented(tmp_path, "The crane limiter stops the hoist.", "stops the hoist", *thread)

    assert len(elements(found, "finding")) == 2


@pytest.mark.parametrize(
    "comment",
    [
        "Typo: should be limiter.",
        "Please update the date of this table.",
        "Fixed in the new version, see commit.",
        "Add a reference to the manual here.",
        "OK for me as it is.",
        "Good.",
        "See my comment above on this one.",
        "Reword to make it shorter and clearer.",
    ],
)
def test_comment_on_the_wording_or_to_the_thread_is_no_finding(tmp_path: Path, comment: str) -> None:
    found = commented(tmp_path, "The crane limiter stops the hoist.", "stops the hoist", ("Tom Osei", comment))

    assert elements(found, "finding") == []
    assert relations(found, "RAISED_BY") == []


def test_comment_on_words_that_name_nothing_is_a_finding_without_an_aim(tmp_path: Path) -> None:
    found = commented(
        tmp_path, "Work went on as planned all year.", "as planned", ("Ada Roe", "Which plan is this from?")
    )

    assert len(elements(found, "finding")) == 1
    assert {each.type for each in found.relations} == {"RAISED_BY"}
