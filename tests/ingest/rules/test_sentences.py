from __future__ import annotations

import pytest

from ingest.extractors.rules import RulesExtractor
from ingest.extractors.rules.sentences import parts_of, split_sentences
from tests.ingest.rules.written import written


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pump stops. A nurse is paged.", ["The pump stops.", "A nurse is paged."]),
        ("Dr. Okafor signs, e.g. at night. Then it ships.", ["Dr. Okafor signs, e.g. at night.", "Then it ships."]),
        ("I. Varga left. T. Lund stayed!", ["I. Varga left.", "T. Lund stayed!"]),
        ("It fell by 3.5 per cent. “Why?” Nobody knew.", ["It fell by 3.5 per cent.", "“Why?”", "Nobody knew."]),
        ("See Weil et al. (2021) for it. The relay held.", ["See Weil et al. (2021) for it.", "The relay held."]),
        ("First line\n\nSecond line", ["First line", "Second line"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", ["." * 200_000, "a. " * 70_000, "“(" * 100_000, "A.B." * 50_000])
def test_text_that_is_nothing_but_marks_keeps_every_one_of_them(text: str) -> None:
    assert "".join(parts(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["word " * 900, "x" * 4_000, "a" * 1_600 + " b"])
def test_sentence_beyond_the_limit_is_read_in_parts_that_hold_all_of_it(text: str) -> None:
    cut = [text[start:end] for start, end in parts_of(text, (0, len(text)), 1_500)]

    assert max(map(len, cut)) <= 1_500
    assert "".join(cut).replace(" ", "") == text.replace(" ", "")


def test_sentence_read_in_parts_is_told_with_the_limit_that_raises_it() -> None:
    long = "The gate holds and " * 100

    (warning,) = RulesExtractor().extract(written("Short one.", long)).warnings
    raised = RulesExtractor(longest=5_000).extract(written("Short one.", long))

    assert "more than 1500 characters" in warning
    assert "in “The gate holds and" in warning
    assert "raise 'sentence' under [limits]" in warning
    assert raised.warnings == ()


def test_extractor_with_another_limit_reads_anew_what_it_has_read() -> None:
    assert RulesExtractor().name != RulesExtractor(longest=5_000).name
